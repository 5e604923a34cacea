"""Facets as columns of links, the chosen values as chips, and the years as bars."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from search import BY_NAME, FacetCounts, FacetValue, Filter, Query, ResultPage
from webapp.links import PORTRAITS, Links
from webapp.periods import in_words, within_years

SHOWN = 7  # values in sight before "more"
FOLDED = 40  # values that "more" and the find field bring; what goes beyond has a page of its own
FIND_FROM = 9  # a facet with this many values gets a find field
LOWEST = 3.0  # percent; a single passage among thousands is still a bar
_YEAR = re.compile(r"[0-9]{1,4}")  # an address may ask for any text as a year; only these are on the calendar
BARS = 28  # years in one row before they are taken together


@dataclass(frozen=True, slots=True)
class ValueView:
    """A facet value with the two things to be done with it. `key` is an id that stays the same over answers.

    `letter` is told of the first of those that begin so, where values are listed from A to Z.
    """

    key: str
    label: str
    count: int
    selected: bool
    excluded: bool
    none: bool
    toggle: str
    exclude: str
    about: str | None
    letter: str = ""


@dataclass(frozen=True, slots=True)
class FacetView:
    """A facet: values in sight, how many there are `more`, and the page that holds all of them."""

    name: str
    label: str
    values: tuple[ValueView, ...]
    more: int
    browse: str
    find: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """The first values of a facet, and the page that holds all of them."""

    label: str
    values: tuple[ValueView, ...]
    total: int
    browse: str


@dataclass(frozen=True, slots=True)
class Chip:
    """A chosen or excluded value and the link that drops it; `about` leads to its own page, which is of a `noun`."""

    label: str
    facet: str
    excluded: bool
    link: str
    about: str | None
    noun: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One year (or a run of years): `height` is in percent of the tallest, never 0 where there is a passage.

    `short` stands under the bar and is not broken; `rest` is what it leaves out of a run. A bar that is not itself
    `selected` may lie `within` a span that is.
    """

    label: str
    short: str
    rest: str
    count: int
    height: float
    selected: bool
    link: str
    within: bool = False


def facet_views(page: ResultPage, links: Links) -> tuple[FacetView, ...]:
    """The facets that have something to offer, in the order of the field table: more than "none" alone."""
    return tuple(
        _facet(counts, page.query, links)
        for counts in page.facets
        if any(value.value is not None or value.selected or value.excluded for value in counts.values)
        and (counts.name != "month" or _opened(page.query))
    )


def _opened(query: Query) -> bool:
    """Whether the years are opened into months: one is chosen, or a month is."""
    chosen = {f.facet for f in (*query.filters, *query.excluded)}
    return "month" in chosen or any(f.facet == "year" for f in query.filters)


def value_views(facet: str, values: Iterable[FacetValue], query: Query, links: Links) -> tuple[ValueView, ...]:
    """Values of a facet with their links."""
    return tuple(_value(facet, value, query, links) for value in values)


def listing(counts: FacetCounts, label: str, query: Query, links: Links, first: int) -> Listing:
    """The `first` values of a facet that are not "none", counted within `query`."""
    total = len(counts.values)
    if total and counts.values[-1].value is None:  # it comes last
        total -= 1
    known = counts.values[: min(first, total)]
    return Listing(label, value_views(counts.name, known, query, links), total, links.browse(counts.name, query))


def chips_of(page: ResultPage, links: Links) -> tuple[Chip, ...]:
    """Every filter of the query, chosen ones first, each with the link that drops it."""
    query = page.query
    # Only facets the query names have a value to look for, and a month is said in words.
    named = {f.facet for f in query.filters + query.excluded} - {"month"}
    labels = {(c.name, v.value): v.label for c in page.facets if c.name in named for v in c.values}
    titles = {("article", hit.passage.article.id): hit.passage.article.title for hit in page.hits}
    return tuple(
        Chip(
            label=labels.get((f.facet, f.value)) or titles.get((f.facet, f.value or "")) or filter_label(f),
            facet=BY_NAME[f.facet].label if f.facet in BY_NAME else f.facet,
            excluded=excluded,
            link=links.search(query.without(f)),
            about=links.about(f.facet, f.value),
            noun=PORTRAITS.get(f.facet, ("", ""))[1],
        )
        for excluded, filters in ((False, query.filters), (True, query.excluded))
        for f in filters
    )


def filter_label(chosen: Filter) -> str:
    """A filter in words: a value, the name of "none", or a range of dates."""
    if chosen.value is None:
        field = BY_NAME.get(chosen.facet)
        return (field.none if field else None) or "none"
    return "the same words" if chosen.facet == "like" else in_words(chosen.facet, chosen.value)


def bars_of(counts: FacetCounts | None, query: Query, links: Links) -> tuple[Bar, ...]:
    """Bars for every year from the first to the last, empty ones included; long spans in fives, tens or more."""
    found = {int(v.value): v for v in counts.values if v.value and _YEAR.fullmatch(v.value)} if counts else {}
    if len(found) <= 1:
        return ()
    first, last = min(found), max(found)
    step = next(step for step in (1, 5, 10, 25, 100, 1000, 10_000) if (last - first) // step < BARS)
    if step > 1:  # choosing a year ends its exclusion, choosing a run it is in does not
        found = {year: value for year, value in found.items() if not value.excluded}
    starts = range(first - first % step, last + 1, step)
    totals = {start: sum(found[y].count for y in range(start, start + step) if y in found) for start in starts}
    tallest = max(totals.values()) or 1
    bars = []
    for start, total in totals.items():
        end = start + step - 1
        chosen = Filter("year", f"{start:04d}" if step == 1 else f"{start:04d}..{end:04d}")
        bars.append(
            Bar(
                label=str(start) if step == 1 else f"{start} to {end}",
                short=str(start) if step == 1 else f"{start}–",
                rest="" if step == 1 else str(end),
                count=total,
                height=height_of(total, tallest),
                selected=chosen in query.filters,
                link=links.search(query.without(chosen) if chosen in query.filters else _instead(query, chosen)),
                within=all(within_years(f"{year:04d}", query) for year in range(start, start + step)),
            )
        )
    return tuple(bars)


def _instead(query: Query, chosen: Filter) -> Query:
    """Another year instead of those chosen, so that the number of its bar is what is found."""
    return query.without_facet(chosen.facet).toggling(chosen)


def height_of(count: int, tallest: int) -> float:
    """The height of a bar in percent."""
    return max(LOWEST, round(100 * count / tallest, 1)) if count else 0.0


def _facet(counts: FacetCounts, query: Query, links: Links) -> FacetView:
    """The first values and every chosen or excluded one in sight."""
    number = len(counts.values)
    first = number if number <= SHOWN + 2 else SHOWN  # "2 more" would take the room of the two
    sight = list(counts.values[:first])
    if any(f.facet == counts.name for f in query.filters + query.excluded):  # else none of the others is either
        sight += [value for value in counts.values[first:] if value.selected or value.excluded]
    return FacetView(
        name=counts.name,
        label=BY_NAME[counts.name].label,
        values=value_views(counts.name, sight, query, links),
        more=number - len(sight),
        browse=links.browse(counts.name, query),
        find=number >= FIND_FROM and not BY_NAME[counts.name].ranges,  # years have a form of their own
    )


def _value(facet: str, value: FacetValue, query: Query, links: Links) -> ValueView:
    chosen = Filter(facet, value.value)
    return ValueView(
        key=hashlib.sha256(f"{facet}\0{value.value!r}".encode("utf-8", "backslashreplace")).hexdigest()[:12],
        label=in_words(facet, value.value) if facet == "month" and value.value else value.label,
        count=value.count,
        selected=value.selected,
        excluded=value.excluded,
        none=value.value is None,
        toggle=links.search(query.toggling(chosen)),
        exclude=links.search(query.excluding(chosen)),
        about=links.about(facet, value.value),
    )
