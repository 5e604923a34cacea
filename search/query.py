"""What is asked: an immutable search state. A facet link is a changed copy of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from search.limits import PAGE_SIZE


class Sort(StrEnum):
    """The orders a result can take; ties always fall back to reading order."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True, order=True)
class Filter:
    """A chosen facet value. `value` None means "none": no speaker named, undated.

    For `year` the value may be a range, `2022..2024`, open at either end (`2022..`, `..2024`).
    """

    facet: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Query:
    """The whole question: text, chosen and excluded facet values, order and page.

    Filters of one facet are alternatives (OR), facets are requirements (AND), excluded values never match.
    `filters` and `excluded` are kept sorted and unique, so that equal questions are equal values.
    """

    text: str = ""
    filters: tuple[Filter, ...] = ()
    excluded: tuple[Filter, ...] = ()
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    page_size: int = PAGE_SIZE

    def __post_init__(self) -> None:
        """Bring the filters into their one order."""
        object.__setattr__(self, "filters", _ordered(self.filters))
        object.__setattr__(self, "excluded", _ordered(self.excluded))

    def toggling(self, chosen: Filter) -> Query:
        """Choose a value, or drop it when it is chosen already; back to page one. A choice ends its exclusion."""
        filters = set(self.filters) ^ {chosen}
        return replace(self, filters=tuple(filters), excluded=_without(self.excluded, chosen), page=1)

    def excluding(self, refused: Filter) -> Query:
        """Exclude a value, or stop excluding it; back to page one. An exclusion ends its choice."""
        excluded = set(self.excluded) ^ {refused}
        return replace(self, excluded=tuple(excluded), filters=_without(self.filters, refused), page=1)

    def without(self, dropped: Filter) -> Query:
        """Neither chosen nor excluded; back to page one."""
        filters, excluded = _without(self.filters, dropped), _without(self.excluded, dropped)
        return replace(self, filters=filters, excluded=excluded, page=1)

    def without_facet(self, facet: str) -> Query:
        """No choice left in this facet (exclusions stay); back to page one."""
        return replace(self, filters=tuple(f for f in self.filters if f.facet != facet), page=1)

    def on_page(self, page: int) -> Query:
        """The same question, another page (1-based)."""
        return replace(self, page=page)

    def sorted_by(self, sort: Sort) -> Query:
        """The same question in another order, from page one."""
        return replace(self, sort=sort, page=1)


def _without(filters: tuple[Filter, ...], dropped: Filter) -> tuple[Filter, ...]:
    return tuple(f for f in filters if f != dropped)


def _ordered(filters: tuple[Filter, ...]) -> tuple[Filter, ...]:
    return tuple(sorted(set(filters), key=lambda f: (f.facet, f.value is None, f.value or "")))
