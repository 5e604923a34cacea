"""ResultPage → what a page shows: words chosen, every link made. Nothing below needs a request."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from search import EXPORTS, Advice, Query, ResultPage, Sort, Status
from webapp.facets import Chip, FacetView, chips_of, facet_views, filter_label
from webapp.groups import GROUPS, GroupView, group_views, told_of
from webapp.links import Links
from webapp.params import kept_of
from webapp.rendering import count
from webapp.timeline import Timeline, crosses, timeline_of

_AROUND = 2  # page numbers on either side of the present one
_BROWSE = (("speaker", "Speakers"), ("organisation", "Bodies"), ("document", "Documents"), ("year", "Years"))
_SORTS = {Sort.RELEVANCE: "relevance", Sort.NEWEST: "newest", Sort.OLDEST: "oldest"}


@dataclass(frozen=True, slots=True)
class Form:
    """The box: the text in it and what else the question keeps."""

    text: str = ""
    kept: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A sentence such as "11 passages match tax" in three parts, so that figure and words can be set apart."""

    figure: str
    verb: str
    subject: str

    @property
    def sentence(self) -> str:
        """The whole sentence, for a window title or a screen reader."""
        return " ".join(part for part in (self.figure, self.verb, self.subject) if part)


@dataclass(frozen=True, slots=True)
class Choice:
    """A link that may be the present state: an order, a page."""

    label: str
    link: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Paging:
    """Pages to turn: None among the choices is a gap."""

    choices: tuple[Choice | None, ...]
    previous: str | None
    next: str | None


@dataclass(frozen=True, slots=True)
class Note:
    """A part of the query that was understood in its own way or left out, and why."""

    text: str
    reason: str | None
    ignored: bool


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to try, with the exact number of passages it finds where that is known, and a page about it."""

    label: str
    link: str
    count: int | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Help:
    """What an empty result tells and offers.

    `about` is the question without its small words; `tried` are the single words asked for, with what each finds
    alone.
    """

    about: Offer | None = None
    begins: Offer | None = None
    tried: tuple[Offer, ...] = ()
    spelling: Offer | None = None
    others: tuple[Offer, ...] = ()
    alone: tuple[Offer, ...] = ()
    values: tuple[Offer, ...] = ()
    any_of: Offer | None = None
    without: tuple[Offer, ...] = ()
    browse: tuple[Offer, ...] = ()
    everything: str = ""


@dataclass(frozen=True, slots=True)
class SearchPage:
    """A result, ready to print."""

    form: Form
    answered: str
    heading: Heading
    complete: bool
    notes: tuple[Note, ...]
    chips: tuple[Chip, ...]
    clear: str
    sorts: tuple[Choice, ...]
    groupings: tuple[Choice, ...]
    timeline: Timeline | None
    table: str | None
    facets: tuple[FacetView, ...]
    state: Form
    years: Form
    told: str
    groups: tuple[GroupView, ...]
    paging: Paging | None
    position: str
    help: Help | None
    takeaways: tuple[Offer, ...]
    feed: str
    canonical: str


def search_page(
    asked: Query, result: ResultPage, advice: Advice | None, tried: tuple[tuple[str, int], ...], links: Links
) -> SearchPage:
    """The page for a result. `asked` is what the box goes on with: while a reader types, the query as typed.

    `advice` and `tried` are of an empty result.
    """
    query = result.query
    last = max(1, result.pages)
    return SearchPage(
        form=Form(asked.text, kept_of(asked)),
        answered=query.text,
        heading=_heading(result),
        complete=result.complete,
        notes=_notes(result),
        chips=chips_of(result, links),
        clear=links.search(Query(query.text, sort=query.sort, group=query.group)),
        sorts=tuple(Choice(name, links.search(query.sorted_by(s)), s is query.sort) for s, name in _SORTS.items()),
        groupings=tuple(
            Choice(name, links.search(query.grouped_by(g)), g is query.group) for g, name in GROUPS.items()
        ),
        timeline=timeline_of(result, links),
        table=links.table(query) if crosses(result) else None,
        facets=facet_views(result, links),
        state=Form(query.text, kept_of(query)),
        years=Form(query.text, kept_of(query.without_facet("year"))),
        told=told_of(result),
        groups=group_views(result, links),
        paging=paging_of(query.page, last, lambda page: links.search(query.on_page(page))),
        position=f"Page {count(query.page)} of {count(last)}" if query.page > 1 else "",
        help=_help(query, advice, tried, links) if not result.total else None,
        takeaways=takeaways_of(result, links),
        feed=links.feed(query),
        canonical=links.search(query),
    )


def takeaways_of(result: ResultPage, links: Links) -> tuple[Offer, ...]:
    """The files the whole result can be had as; none of an empty or unfinished one."""
    if not (result.total and result.complete):
        return ()
    return tuple(Offer(form.label, links.export(result.query, name)) for name, form in EXPORTS.items())


def _heading(result: ResultPage) -> Heading:
    total, subject = result.total, result.query.text.strip()
    if not result.complete:
        figure = f"At least {count(total)} {'passage' if total == 1 else 'passages'}"
    else:
        figure = f"{count(total) if total else 'No'} {'passage' if total <= 1 else 'passages'}"
    one = total == 1 or (total == 0 and result.complete)
    if subject:
        return Heading(figure, "matches" if one else "match", subject)
    if result.query.filters or result.query.excluded:
        return Heading(figure, "matches" if one else "match", "these filters")
    return Heading(figure, "in the archive" if total else "in the archive yet", "")


def _notes(result: ResultPage) -> tuple[Note, ...]:
    told = (part for part in result.interpretation if part.status is Status.IGNORED or part.reason)
    return tuple(Note(part.text, part.reason, part.status is Status.IGNORED) for part in told)


def paging_of(page: int, last: int, link: Callable[[int], str]) -> Paging | None:
    """The first page, the last, the present one and its neighbours; None where there is only one."""
    if last <= 1:
        return None
    near = set(range(max(1, page - _AROUND), min(last, page + _AROUND) + 1))
    numbers = sorted({1, last} | near)
    choices: list[Choice | None] = []
    for before, number in zip([0, *numbers], numbers, strict=False):
        if number - before == 2:  # noqa: PLR2004 - a gap of one page is that page
            choices.append(Choice(count(number - 1), link(number - 1)))
        elif number - before > 2:  # noqa: PLR2004 - as above
            choices.append(None)
        choices.append(Choice(count(number), link(number), number == page))
    return Paging(tuple(choices), link(page - 1) if page > 1 else None, link(page + 1) if page < last else None)


def _help(query: Query, advice: Advice | None, tried: tuple[tuple[str, int], ...], links: Links) -> Help:
    known = advice or Advice()
    return Help(
        about=_offer(known.about[0].text, known.about[0], known.about[1], links) if known.about else None,
        begins=_offer(known.begins[0].text, known.begins[0], known.begins[1], links) if known.begins else None,
        tried=tuple(_offer(word, Query(word), found, links) for word, found in tried),
        spelling=Offer(known.spelling, links.search(_asking(query, known.spelling))) if known.spelling else None,
        others=tuple(_offer(other.text, other, found, links) for other, found in known.others),
        alone=tuple(_offer(meant.text, meant, found, links) for _, meant, found in known.alone),
        values=tuple(
            _offer(filter_label(meant), query.without(given).toggling(meant), found, links)
            for given, meant, found in known.values
        ),
        any_of=_offer(known.any_of[0].text, known.any_of[0], known.any_of[1], links) if known.any_of else None,
        without=tuple(_offer(filter_label(f), query.without(f), found, links) for f, found in known.without),
        browse=tuple(Offer(label, links.browse(facet, Query())) for facet, label in _BROWSE),
        everything=links.search(Query()),
    )


def _asking(query: Query, text: str) -> Query:
    return replace(query, text=text, page=1)


def _offer(label: str, query: Query, found: int, links: Links) -> Offer:
    return Offer(label, links.search(query), found)
