"""Every value of a facet on one page: an authority list to read, to search and to start from."""

from __future__ import annotations

from dataclasses import dataclass

from search import BY_NAME, FacetValue, NameBook, ResultPage, fold_value
from webapp.facets import ValueView, value_views
from webapp.links import PORTRAITS, Links
from webapp.pages import Form
from webapp.params import kept_of

LISTED = 500  # values on one page; the find field reaches the rest


@dataclass(frozen=True, slots=True)
class Wish:
    """Which values of the facet to list: those that hold what was typed, in which order, and how many at most."""

    find: str = ""
    by_name: bool = False
    listed: int = LISTED


@dataclass(frozen=True, slots=True)
class BrowsePage:
    """The values of one facet. `found` counts the names among those that hold what was typed into the find field.

    Within a query (`narrowing`) a value narrows it. Else the page is an index, and names lead to their pages.
    """

    form: Form
    facet: str
    label: str
    values: tuple[ValueView, ...]
    found: int
    find: str
    by_name: bool
    narrowing: bool
    back: str
    canonical: str


def browse_page(facet: str, result: ResultPage, wish: Wish, book: NameBook, links: Links) -> BrowsePage:
    """The page of `facet` for the result of a query."""
    query = result.query
    narrowing = bool(query.text.strip() or query.filters or query.excluded)
    counts = next((counts for counts in result.facets if counts.name == facet), None)
    held = list(counts.values) if counts else []
    if wish.find:
        held = _holding(facet, held, wish.find, book)
    if wish.by_name:
        held.sort(key=lambda value: (value.value is None, fold_value(value.label)))
    return BrowsePage(
        form=Form(query.text, kept_of(query)),
        facet=facet,
        label=BY_NAME[facet].label if narrowing else PORTRAITS.get(facet, (BY_NAME[facet].label,))[0].capitalize(),
        values=value_views(facet, held[: wish.listed], query, links),
        found=sum(value.value is not None for value in held),
        find=wish.find,
        by_name=wish.by_name,
        narrowing=narrowing,
        back=links.search(query),
        canonical=links.browse(facet, query),
    )


def _holding(facet: str, values: list[FacetValue], typed: str, book: NameBook) -> list[FacetValue]:
    """The values that hold what was typed: names in any way they are printed, others as they are shown."""
    if BY_NAME[facet].mentions:
        known = book.holding(facet, typed)
        return [value for value in values if value.value in known]
    wanted = fold_value(typed).split()
    return [value for value in values if all(part in fold_value(value.label) for part in wanted)]
