"""What is answered: hits, exact counts, and the query read back. HTML, JSON and the terminal print these values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from search.model import Passage, Span
    from search.query import Query


class Status(StrEnum):
    """What became of a part of the query."""

    APPLIED = "applied"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class Interpretation:
    """One part of the query as understood; an ignored part has a reason that helps."""

    text: str
    status: Status
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A found passage. `rank` is 1-based over the whole result; `matches` are ascending, disjoint spans in raw text."""

    passage: Passage
    rank: int
    score: float
    matches: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet with the exact number of hits choosing it alone would give; value None is "none"."""

    value: str | None
    label: str
    count: int
    selected: bool = False
    excluded: bool = False


class FacetValues(Sequence[FacetValue]):
    """Facet values in their order, each made when it is looked at: a page shows ten of two thousand speakers."""

    __slots__ = ("_counts", "_make")

    def __init__(self, counts: Sequence[tuple[str | None, int]], make: Callable[[str | None, int], FacetValue]) -> None:
        self._counts = counts
        self._make = make

    def __len__(self) -> int:
        return len(self._counts)

    @overload
    def __getitem__(self, at: int) -> FacetValue: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[FacetValue, ...]: ...
    def __getitem__(self, at: int | slice) -> FacetValue | tuple[FacetValue, ...]:
        if isinstance(at, slice):
            return tuple(self._make(*count) for count in self._counts[at])
        return self._make(*self._counts[at])

    def __iter__(self) -> Iterator[FacetValue]:
        return (self._make(*count) for count in self._counts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self._counts))

    def __repr__(self) -> str:
        return repr(tuple(self))


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """All values of one facet that the result holds (and those chosen), in the facet's order."""

    name: str
    values: Sequence[FacetValue]


@dataclass(frozen=True, slots=True)
class ResultPage:
    """One page of an answer. `query` is the lifted query (see `search.syntax`); `total` counts all hits, exactly.

    `complete` is False when the deadline ended the search: `total` is then a lower bound.
    """

    query: Query
    interpretation: tuple[Interpretation, ...]
    total: int
    hits: tuple[Hit, ...]
    facets: tuple[FacetCounts, ...]
    elapsed_ms: float
    complete: bool = True

    @property
    def pages(self) -> int:
        """How many pages the whole result has."""
        return -(-self.total // self.query.page_size)
