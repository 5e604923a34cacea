"""Every value of a facet, page by page: an authority list to read, to search and to start from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from search import BY_NAME, FacetValue, NameBook, Query, ResultPage, fold_value
from webapp.facets import ValueView, value_views
from webapp.links import PORTRAITS, Links
from webapp.pages import Choice, Form, Paging, paging_of
from webapp.params import kept_of

LISTED = 300  # values on one page
LETTERS_FROM = 60  # so many names from A to Z have their letters above them
_OTHERS = "#"  # what begins with no letter


@dataclass(frozen=True, slots=True)
class Wish:
    """Which values of the facet to list: those that hold what was typed, in which order, how many, which page."""

    find: str = ""
    by_name: bool = False
    listed: int = LISTED
    page: int = 1


@dataclass(frozen=True, slots=True)
class BrowsePage:
    """Values of one facet. `found` counts the names among those that hold what was typed into the find field.

    Within a query (`narrowing`) a value narrows it. Else the page is an index, and names lead to their pages. `letters`
    lead to the first name that begins so, on whichever page, `reorder` to the other order, and `whole` to where all
    that was found is listed.
    """

    form: Form
    facet: str
    label: str
    values: tuple[ValueView, ...]
    found: int
    find: str
    by_name: bool
    reorder: Choice
    narrowing: bool
    letters: tuple[Choice, ...]
    paging: Paging | None
    position: str
    back: str
    whole: str
    canonical: str


def browse_page(facet: str, result: ResultPage, wish: Wish, book: NameBook, links: Links) -> BrowsePage:
    """The page of `facet` for the result of a query."""
    query = result.query
    narrowing = bool(query.text.strip() or query.filters or query.excluded)
    held = _held(facet, result, wish, book)
    last = max(1, -(-len(held) // wish.listed))
    page = min(wish.page, last)
    begin = (page - 1) * wish.listed
    letters = _letters(held) if wish.by_name and len(held) >= LETTERS_FROM else {}
    firsts = {at: _anchor(letter) for letter, at in letters.items()}
    views = value_views(facet, held[begin : begin + wish.listed], query, links)

    def link(number: int) -> str:
        return links.browse(facet, query, find=wish.find, by_name=wish.by_name, page=number)

    return BrowsePage(
        form=Form(query.text, kept_of(query)),
        facet=facet,
        label=BY_NAME[facet].label if narrowing else PORTRAITS.get(facet, (BY_NAME[facet].label,))[0].capitalize(),
        values=tuple(replace(view, letter=firsts.get(at, "")) for at, view in enumerate(views, start=begin)),
        found=sum(value.value is not None for value in held),
        find=wish.find,
        by_name=wish.by_name,
        reorder=Choice(
            "Most first" if wish.by_name else "A to Z",
            links.browse(facet, query, find=wish.find, by_name=not wish.by_name),
        ),
        narrowing=narrowing,
        letters=tuple(
            Choice(letter, f"{link(at // wish.listed + 1)}#letter-{_anchor(letter)}") for letter, at in letters.items()
        ),
        paging=paging_of(page, last, link),
        position=f"page {page} of {last}" if last > 1 else "",
        back=links.search(query),
        whole=link(1),
        canonical=links.browse(facet, query if narrowing else Query(), page=page),
    )


def _held(facet: str, result: ResultPage, wish: Wish, book: NameBook) -> list[FacetValue]:
    """The values to list, in their order."""
    counts = next((counts for counts in result.facets if counts.name == facet), None)
    held = list(counts.values) if counts else []
    if wish.find:
        held = _holding(facet, held, wish.find, book)
    if wish.by_name:
        held.sort(key=lambda value: (value.value is None, fold_value(value.label)))
    return held


def _holding(facet: str, values: list[FacetValue], typed: str, book: NameBook) -> list[FacetValue]:
    """The values that hold what was typed: names in any way they are printed or known, others as they are shown."""
    if BY_NAME[facet].mentions:
        known = book.holding(facet, typed)
        return [value for value in values if value.value in known]
    wanted = fold_value(typed).split()
    return [value for value in values if all(part in fold_value(value.label) for part in wanted)]


def _letters(values: Sequence[FacetValue]) -> dict[str, int]:
    """The letters that names begin with, and the place of the first that does."""
    found: dict[str, int] = {}
    for at, value in enumerate(values):
        if value.value is not None:
            first = fold_value(value.label)[:1].upper()
            found.setdefault(first if first.isalpha() else _OTHERS, at)
    return found


def _anchor(letter: str) -> str:
    return "other" if letter == _OTHERS else letter
