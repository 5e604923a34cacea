"""What is asked: an immutable search state. A facet link is a changed copy of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from search.limits import PAGE_SIZE

# Who changes the years lets go of the months and days chosen inside them.
NARROWER: Mapping[str, frozenset[str]] = {"year": frozenset({"month", "day"}), "month": frozenset({"day"})}


class Sort(StrEnum):
    """The orders a result can take; ties always fall back to reading order."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


class Group(StrEnum):
    """What a result lists: each passage by itself, or passages that belong together under the best of them."""

    EACH = "each"
    PASSAGE = "passage"  # near-identical passages are one
    ARTICLE = "article"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True, order=True)
class Filter:
    """A chosen facet value. `value` None means "none": no speaker named, undated.

    For `year`, `month` and `day` the value may be a range, `2022..2024`, open at either end (`2022..`, `..2024`).
    """

    facet: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Query:
    """The whole question: text, chosen and excluded facet values, order, grouping and page.

    Filters of one facet are alternatives (OR), facets are requirements (AND), excluded values never match.
    `filters` and `excluded` are kept sorted and unique, so that equal questions are equal values.
    """

    text: str = ""
    filters: tuple[Filter, ...] = ()
    excluded: tuple[Filter, ...] = ()
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    page_size: int = PAGE_SIZE
    group: Group = Group.EACH

    def __post_init__(self) -> None:
        """Bring the filters into their one order."""
        object.__setattr__(self, "filters", _ordered(self.filters))
        object.__setattr__(self, "excluded", _ordered(self.excluded))

    def toggling(self, chosen: Filter) -> Query:
        """Choose a value, or drop it when it is chosen already; back to page one. A choice ends its exclusion."""
        filters = set(_wider(self.filters, chosen.facet)) ^ {chosen}
        return replace(self, filters=tuple(filters), excluded=_without(self.excluded, chosen), page=1)

    def excluding(self, refused: Filter) -> Query:
        """Exclude a value, or stop excluding it; back to page one. An exclusion ends its choice."""
        excluded = set(self.excluded) ^ {refused}
        filters = _without(_wider(self.filters, refused.facet), refused)
        return replace(self, excluded=tuple(excluded), filters=filters, page=1)

    def without(self, dropped: Filter) -> Query:
        """Neither chosen nor excluded; back to page one."""
        filters = _without(_wider(self.filters, dropped.facet), dropped)
        return replace(self, filters=filters, excluded=_without(self.excluded, dropped), page=1)

    def without_facet(self, facet: str) -> Query:
        """No choice left in this facet (exclusions stay); back to page one."""
        filters = _wider(self.filters, facet)
        return replace(self, filters=tuple(f for f in filters if f.facet != facet), page=1)

    def narrowed(self, *chosen: Filter) -> Query:
        """Only these values left of their facets, all other choices as they are; back to page one.

        A choice ends its exclusion.
        """
        facets = {f.facet for f in chosen}
        filters = tuple(f for f in self.filters if f.facet not in facets)
        excluded = tuple(f for f in self.excluded if f not in chosen)
        return replace(self, filters=(*filters, *chosen), excluded=excluded, page=1)

    def on_page(self, page: int) -> Query:
        """The same question, another page (1-based)."""
        return replace(self, page=page)

    def sorted_by(self, sort: Sort) -> Query:
        """The same question in another order, from page one."""
        return replace(self, sort=sort, page=1)

    def grouped_by(self, group: Group) -> Query:
        """The same question listed in another way, from page one."""
        return replace(self, group=group, page=1)


def _wider(filters: tuple[Filter, ...], facet: str) -> tuple[Filter, ...]:
    """The filters without those inside the values of this facet."""
    return tuple(f for f in filters if f.facet not in NARROWER.get(facet, ()))


def _without(filters: tuple[Filter, ...], dropped: Filter) -> tuple[Filter, ...]:
    return tuple(f for f in filters if f != dropped)


def _ordered(filters: tuple[Filter, ...]) -> tuple[Filter, ...]:
    return tuple(sorted(set(filters), key=lambda f: (f.facet, f.value is None, f.value or "")))
