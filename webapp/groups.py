"""What a result lists: passages, near-identical ones under one of them, or articles and speakers with their first."""

from __future__ import annotations

from dataclasses import dataclass, replace

from search import BY_NAME, Filter, Group, HitGroup, Query, ResultPage
from webapp.hits import UNTITLED, HitView, hit_view
from webapp.links import Links
from webapp.rendering import count, counted

GROUPS = {Group.EACH: "passage", Group.ARTICLE: "article", Group.SPEAKER: "speaker"}


@dataclass(frozen=True, slots=True)
class GroupView:
    """One entry of the list. Without a `label` it is a passage with its near-identical ones, `alike`.

    What its passages have in common, their `by`, is told once, above them. `link` leads to all of its `total` passages,
    where not all are shown.
    """

    number: int
    by: str
    label: str | None
    about: str | None
    total: int
    hits: tuple[HitView, ...]
    alike: tuple[HitView, ...]
    link: str | None


def listing_of(query: Query) -> Query:
    """What a page asks for where its reader asks for passages: near-identical ones once, unless they are looked at."""
    looked_at = any(f.facet == "like" for f in query.filters)
    return query.grouped_by(Group.PASSAGE).on_page(query.page) if query.group is Group.EACH and not looked_at else query


def as_asked(result: ResultPage, asked: Query) -> ResultPage:
    """The answer to `listing_of(asked)` as that to `asked`, so that the links of its page say what the reader says."""
    return replace(result, query=replace(result.query, group=asked.group))


def group_views(result: ResultPage, links: Links) -> tuple[GroupView, ...]:
    """The entries of a page."""
    grouping = result.grouping
    if grouping is None:
        return tuple(
            GroupView(hit.rank, "", None, None, 1, (hit_view(hit, result.query, links),), (), None)
            for hit in result.hits
        )
    shown: set[str] = set()
    return tuple(_view(group, grouping.field, result.query, links, shown) for group in grouping.groups)


def told_of(result: ResultPage) -> str:
    """What the list makes of the passages that the heading counts."""
    grouping = result.grouping
    if grouping is None or not result.total:
        return ""
    if grouping.field == "article":
        return f"in {counted(grouping.total, 'article', 'articles')}"
    if not BY_NAME[grouping.field].alike:
        return _speakers(grouping.total, result)
    folded = result.total - grouping.total
    if folded == 1:
        return "1 is folded under a near-identical one"
    return f"{count(folded)} are folded under near-identical ones" if folded else ""


def _speakers(groups: int, result: ResultPage) -> str:
    """How many are heard; one group may be of passages that name nobody, and is told apart."""
    last = next((counts.values[-1:] for counts in result.facets if counts.name == "speaker"), ())
    chosen = {f.value for f in result.query.filters if f.facet == "speaker"}
    nobody = any(v.value is None and v.count and not v.excluded for v in last) and (not chosen or None in chosen)
    named = groups - nobody
    if not named:
        return "where nobody is named"
    return f"by {counted(named, 'speaker', 'speakers')}{' and where nobody is named' if nobody else ''}"


def _view(group: HitGroup, field: str, query: Query, links: Links, shown: set[str]) -> GroupView:
    """A group. `shown` are the passages on the page so far: a second print of one needs an id of its own."""
    whole = links.search(query.narrowed(Filter(field, group.value)).grouped_by(Group.EACH))
    hits = []
    for hit in group.hits:
        again = f"-{group.rank}" if hit.passage.id in shown else ""
        shown.add(hit.passage.id)
        hits.append(replace(view := hit_view(hit, query, links), id=view.id + again))
    more = whole if group.total > len(hits) else None
    if BY_NAME[field].alike:
        return GroupView(group.rank, "", None, None, group.total, (hits[0],), tuple(hits[1:]), more)
    article = group.hits[0].passage.article
    label = (article.title or UNTITLED) if field == "article" else BY_NAME[field].label_of(group.value)
    about = links.article(article.id, query.text) if field == "article" else links.about(field, group.value)
    return GroupView(group.rank, field, label, about, group.total, tuple(hits), (), more)
