"""`whosaid search`: one query, answered on the terminal or as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import click

from search.advice import advise
from search.archive import Archive
from search.commands import index_option
from search.commands.advice_lines import advice_lines
from search.commands.output import counted, marked, note, plain, say, say_json
from search.fields import BY_NAME
from search.limits import PAGE_SIZE
from search.query import Group, Query, Sort
from search.records import page_record
from search.results import FacetCounts, Grouping, Hit, HitGroup, ResultPage, Status

_FACETS = ("speaker", "year")  # what the human view shows of the counts
_VALUES = 5


@click.command("search")
@click.option("--json", "as_json", is_flag=True, help="One JSON object with hits, counts and the query read back.")
@index_option.option
@click.option("--page", type=int, default=1, show_default=True)
@click.option("--page-size", type=int, default=PAGE_SIZE, show_default=True)
@click.option(
    "--sort", type=click.Choice([sort.value for sort in Sort]), default=Sort.RELEVANCE.value, show_default=True
)
@click.option(
    "--by",
    type=click.Choice([group.value for group in Group]),
    default=Group.EACH.value,
    show_default=True,
    help="List each passage, or groups: near-identical passages, articles, speakers.",
)
@click.argument("words", metavar="[--] QUERY", nargs=-1)
def command(  # noqa: PLR0913 - one parameter per option
    *, words: tuple[str, ...], index: Path, page: int, page_size: int, sort: str, by: str, as_json: bool
) -> None:
    """Search the passages of the index.

    QUERY is words (all of them), "phrases", OR, NOT or -word, prefix*, and filters: speaker:"To Lam", year:2022..2024,
    kind:caption, document:21-KL/TW, -speaker:none. Put -- before a query that begins with a minus.
    """
    asked = " ".join(words)
    with closing(Archive(index)) as archive:
        engine = archive.engine()
        query = Query(asked, sort=Sort(sort), page=page, page_size=page_size, group=Group(by))
        result = engine.search(query)
        advice = None if as_json or result.total else advise(engine, result)
    if as_json:
        say_json(page_record(result, asked))
        return
    for part in result.interpretation:
        if part.status is Status.IGNORED:
            note(f"Ignored {plain(part.text)}: {part.reason or 'it cannot be applied'}")
        elif part.reason:
            note(f"{plain(part.text)}: {part.reason}")
    for line in _lines(result):
        say(line)
    for line in advice_lines(advice) if advice else ():
        note(plain(line))


def _lines(result: ResultPage) -> Iterator[str]:
    least = "" if result.complete else "at least "
    yield f"{least}{counted(result.total, 'passage')} ({result.elapsed_ms:.0f} ms)"
    for facet in result.facets:
        if facet.name in _FACETS and result.total:
            yield f"  {facet.name}: {_counts(facet)}"
    if result.grouping is None:
        for hit in result.hits:
            yield ""
            yield from _hit(hit)
    else:
        for group in result.grouping.groups:
            yield ""
            yield from _group(result.grouping, group)
    if result.total and (result.pages > 1 or not result.hits):
        yield ""
        yield _position(result.query.page, result.pages)


def _position(page: int, pages: int) -> str:
    if page <= pages:
        return f"Page {page} of {pages}."
    return f"There is no page {page}: the result has {'only one page' if pages == 1 else f'{pages} pages'}."


def _counts(facet: FacetCounts) -> str:
    first = sorted(facet.values, key=lambda value: not value.selected)[:_VALUES]
    shown = [f"{plain(value.label)} {value.count}{' (chosen)' if value.selected else ''}" for value in first]
    more = len(facet.values) - len(shown)
    return " · ".join(shown) + (f" · {more} more" if more > 0 else "")


def _group(grouping: Grouping, group: HitGroup) -> Iterator[str]:
    """A group by its name and number, with its first passages; near-identical ones as one hit and their number."""
    first = group.hits[0]
    if BY_NAME[grouping.field].alike:
        yield from _hit(replace(first, rank=group.rank))
        if group.total > 1:
            yield f"      and {counted(group.total - 1, 'near-identical passage')}: {grouping.field}:{group.value}"
        return
    title = first.passage.article.title if grouping.field == "article" else None
    name = title or BY_NAME[grouping.field].label_of(group.value)
    yield f"{group.rank:>4}. {plain(name)}: {counted(group.total, 'passage')}"
    for hit in group.hits:
        yield from _hit(hit)


def _hit(hit: Hit) -> Iterator[str]:
    passage, article = hit.passage, hit.passage.article
    day = article.dating
    facts = (
        ", ".join(passage.speakers) or None,
        passage.kind.value,
        (day.value if day.stated else f"{day.value} (inferred)") if day else "undated",
        article.outlet,
        article.title,
    )
    yield f"{hit.rank:>4}. {plain(' · '.join(filter(None, facts)))}"
    yield f"      {marked(passage.text, hit.matches)}"
    yield f"      {plain(article.source_path)}, passage {passage.id}"
