"""The front page: what the archive holds, with exact figures, and ways in that need no typing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from search import FacetCounts, FacetValue, Filter, Query, SearchEngine, Statistics
from webapp.facets import Bar, Listing, bars_of, listing
from webapp.links import Links
from webapp.pages import Offer

LISTED = 10  # values of a facet named on the front page
_LISTS = (
    ("speaker", "Most heard"),
    ("organisation", "Bodies named"),
    ("document", "Documents cited"),
    ("outlet", "Outlets"),
)


@dataclass(frozen=True, slots=True)
class FrontPage:
    """What the archive holds, ready to print."""

    articles: int
    passages: int
    searched: int
    speakers: int
    first: str | None
    last: str | None
    bars: tuple[Bar, ...]
    lists: tuple[Listing, ...]
    examples: tuple[Offer, ...]
    everything: str


def front_page(statistics: Statistics, examples: tuple[Offer, ...], links: Links) -> FrontPage:
    """The page for an archive."""
    facets = {counts.name: counts for counts in statistics.facets}
    everything = Query()
    years = sorted(v.value for v in _values(facets.get("year")) if v.value)
    return FrontPage(
        articles=statistics.articles,
        passages=statistics.passages,
        searched=statistics.searched,
        speakers=statistics.speakers,
        first=years[0] if years else None,
        last=years[-1] if years else None,
        bars=bars_of(facets.get("year"), everything, links),
        lists=tuple(
            made
            for name, label in _LISTS
            if name in facets and (made := listing(_telling(facets[name]), label, everything, links, LISTED)).values
        ),
        examples=examples,
        everything=links.search(everything),
    )


def examples_of(engine: SearchEngine, statistics: Statistics, links: Links) -> tuple[Offer, ...]:
    """Up to three searches that show what can be asked; each is made from what the archive holds and finds something.

    Counts come from the facets of a search, which the facet law makes equal to the totals of the links.
    """
    facets = {counts.name: counts for counts in statistics.facets}
    offers: list[Offer] = []
    if speaker := _top(facets.get("speaker")):
        heard = Query(filters=(Filter("speaker", speaker.value),))
        within = {counts.name: counts for counts in engine.search(heard).facets}
        if body := _top(within.get("organisation")):
            query = heard.toggling(Filter("organisation", body.value))
            offers.append(Offer(f"{speaker.label} where {_the(body.label)} is named", links.search(query), body.count))
    if document := cited(statistics):
        query = Query(filters=(Filter("document", document.value),))
        offers.append(Offer(f"Passages that cite {document.label}", links.search(query), document.count))
    newest = next((v for v in _values(facets.get("year")) if v.value), None)
    if newest is not None:
        query = Query(filters=(Filter("year", newest.value),))
        unnamed = {counts.name: counts for counts in engine.search(query).facets}.get("speaker")
        nobody = next((v for v in _values(unnamed) if v.value is None), None)
        if nobody:
            link = links.search(query.toggling(Filter("speaker", None)))
            offers.append(Offer(f"{newest.label}, where no speaker is named", link, nobody.count))
    return tuple(offers)


def cited(statistics: Statistics) -> FacetValue | None:
    """The document to show as an example: the most cited one that is more than a bare number."""
    counts = next((counts for counts in statistics.facets if counts.name == "document"), None)
    return next((v for v in _values(counts) if v.value and v.count and not v.value.isdigit()), None)


def _telling(counts: FacetCounts) -> FacetCounts:
    """Of documents cited equally often, bare numbers last: `21-KL/TW` tells more than `118`."""
    if counts.name != "document":
        return counts
    ordered = sorted(counts.values, key=lambda v: (v.value is None, -v.count, (v.value or "").isdigit()))
    return replace(counts, values=tuple(ordered))


def _values(counts: FacetCounts | None) -> Sequence[FacetValue]:
    return counts.values if counts else ()


def _top(counts: FacetCounts | None) -> FacetValue | None:
    return next((v for v in _values(counts) if v.value is not None and v.count), None)


def _the(name: str) -> str:
    return name if name.casefold().startswith("the ") else f"the {name}"
