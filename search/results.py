"""What is answered: hits, exact counts, and the query read back. HTML, JSON and the terminal print these values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, overload

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
    """A found passage. `matches` are ascending, disjoint spans in raw text.

    `rank` is 1-based over the whole result, in a group over that group.
    """

    passage: Passage
    rank: int
    score: float
    matches: tuple[Span, ...]


class FacetValue(NamedTuple):
    """One value of a facet with the exact number of hits choosing it alone would give; value None is "none"."""

    # A named tuple, not a dataclass: a page makes a hundred of them, in half the time. No one counts in it.
    value: str | None
    label: str
    count: int  # type: ignore[assignment]
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
            return tuple([self._make(value, count) for value, count in self._counts[at]])
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
class HitGroup:
    """Passages of a result that have one value in common, under the best of them.

    `rank` is 1-based over all groups. `total` counts the passages exactly, `hits` are the first few of them. They are
    the result of `query.narrowed` to `value`; None is "none".
    """

    rank: int
    value: str | None
    total: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Grouping:
    """The groups on one page of an answer, and how many there are in all; `field` has the values they go by."""

    field: str
    total: int
    groups: tuple[HitGroup, ...]


@dataclass(frozen=True, slots=True)
class ResultPage:
    """One page of an answer. `query` is the lifted query (see `search.syntax`); `total` counts all hits, exactly.

    Where the query asks for groups, `grouping` has them, and `hits` are theirs. `complete` is False when the deadline
    ended the search: `total` is then a lower bound.
    """

    query: Query
    interpretation: tuple[Interpretation, ...]
    total: int
    hits: tuple[Hit, ...]
    facets: tuple[FacetCounts, ...]
    elapsed_ms: float
    complete: bool = True
    grouping: Grouping | None = None

    @property
    def listed(self) -> int:
        """What is turned over page by page: the groups where there are groups, else the hits."""
        return self.total if self.grouping is None else self.grouping.total

    @property
    def pages(self) -> int:
        """How many pages the whole result has."""
        return -(-self.listed // self.query.page_size)


@dataclass(frozen=True, slots=True)
class Table:
    """How often values of two fields occur together in a result, exactly.

    `rows` and `columns` are the values that occur, in the order of their facets, with the number of hits that have
    them; of a field with chosen values only those. `cells` counts hits by (row, column) and leaves zeros out: each is
    the total of `query.narrowed` to the two values. `searched` counts all searched passages by column,
    months and days within the years that are chosen.
    """

    query: Query
    rows: FacetCounts
    columns: FacetCounts
    cells: Mapping[tuple[str | None, str | None], int]
    searched: Mapping[str | None, int]
    total: int
    complete: bool = True
