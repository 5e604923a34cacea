"""When the hits of a result are from: a bar for each year, or for each month of the one year that is chosen."""

from __future__ import annotations

from dataclasses import dataclass

from search import FacetCounts, FacetValue, Filter, Query, ResultPage
from webapp.facets import Bar, bars_of, height_of
from webapp.links import Links
from webapp.periods import in_words

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Aside:
    """A link beside the bars; `count` where it leads to passages that have none."""

    label: str
    link: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Bars with what they are of. `whole` leads from the months back to all years.

    There are no bars where the months of all that is found are unknown.
    """

    label: str
    bars: tuple[Bar, ...]
    months: bool = False
    whole: Aside | None = None
    unknown: Aside | None = None


def timeline_of(page: ResultPage, links: Links) -> Timeline | None:
    """The bars of a result; None where there is nothing to compare: only one year, which is not chosen, or none."""
    counts = {counts.name: counts for counts in page.facets}
    year = chosen_year(page.query)
    if year is None or "month" not in counts:
        bars = bars_of(counts.get("year"), page.query, links)
        return Timeline("Passages by year", bars) if bars else None
    known = {value.value: value for value in counts["month"].values}
    months = [f"{year}-{month:02d}" for month in range(1, _MONTHS + 1)]
    tallest = max((known[month].count for month in months if month in known), default=0)
    bars = tuple(_bar(month, known.get(month), tallest, page.query, links) for month in months) if tallest else ()
    whole = Aside("All years", links.search(page.query.without_facet("year")))
    unknown = _unknown(known.get(None), page.query, links)
    if not bars and unknown is None:
        return None
    return Timeline(f"Passages of {year} by month", bars, months=True, whole=whole, unknown=unknown)


def crosses(page: ResultPage) -> bool:
    """Whether speakers by time would be a table: more than one of either."""
    counts = {counts.name: counts for counts in page.facets}
    time = "month" if chosen_year(page.query) else "year"
    return page.total > 1 and all(_several(counts.get(name), page.query) for name in ("speaker", time))


def _several(counts: FacetCounts | None, query: Query) -> bool:
    """Whether more than one value of a facet occurs in a result; a range is several."""
    if counts is None:
        return False
    chosen = [f.value or "" for f in query.filters if f.facet == counts.name]
    if chosen:
        return len(chosen) > 1 or ".." in chosen[0]
    left_out = sum(f.facet == counts.name for f in query.excluded)  # they are listed all the same
    return len(counts.values) - left_out > 1


def chosen_year(query: Query) -> str | None:
    """The year that is chosen, if it is one."""
    years = [f.value for f in query.filters if f.facet == "year"]
    return years[0] if len(years) == 1 and years[0] is not None and ".." not in years[0] else None


def _bar(month: str, held: FacetValue | None, tallest: int, query: Query, links: Links) -> Bar:
    chosen = Filter("month", month)
    count = held.count if held else 0
    return Bar(
        label=in_words("month", month),
        short=in_words("month", month)[:3],
        rest="",
        count=count,
        height=height_of(count, tallest),
        selected=chosen in query.filters,
        link=_link(chosen, query, links),
    )


def _unknown(held: FacetValue | None, query: Query, links: Links) -> Aside | None:
    if held is None or not held.count:
        return None
    return Aside("of unknown month", _link(Filter("month", None), query, links), held.count)


def _link(chosen: Filter, query: Query, links: Links) -> str:
    """A month instead of another one; the chosen one is let go of."""
    return links.search(query.without(chosen) if chosen in query.filters else query.narrowed(chosen))
