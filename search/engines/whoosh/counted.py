"""Counts of the values of a field, held as arrays: they are put in order, and made pairs of, when someone looks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import overload

import numpy as np

from search.engines.whoosh.arrays import Array
from search.engines.whoosh.columns import Counts
from search.facets import Ranked

Pair = tuple[str | None, int]

LAST = 1 << 62  # a place after all others, however often they occur


@dataclass(frozen=True, slots=True)
class Values:
    """The values of a field: `names` by their numbers, the last is none.

    `places` put them in order: all of them, or with `most_first` those that occur equally often. None is `LAST`.
    """

    names: Array
    numbers: Mapping[str | None, int]
    places: Counts
    most_first: bool


class Pairs(Sequence[Pair]):
    """The values that occur with their counts, in the order of the facet; none comes last."""

    __slots__ = ("_counts", "_names", "_numbers")

    def __init__(self, values: Values, counts: Counts) -> None:
        held = counts.nonzero()[0]
        key = values.places.take(held)
        if values.most_first:
            key -= counts.take(held) * len(counts)
        self._numbers = held.take(key.argsort())
        self._names, self._counts = values.names, counts

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, at: int) -> Pair: ...
    @overload
    def __getitem__(self, at: slice) -> list[Pair]: ...
    def __getitem__(self, at: int | slice) -> Pair | list[Pair]:
        if not isinstance(at, slice):
            number = int(self._numbers[at])
            return self._names.item(number), int(self._counts[number])
        found = self._numbers[at]
        return list(zip(self._names.take(found).tolist(), self._counts.take(found).tolist(), strict=True))

    def __iter__(self) -> Iterator[Pair]:
        return iter(self[:])


class Counted(Ranked):
    """How many passages hold each value; `counts` are by number."""

    __slots__ = ("_counts", "_values")

    def __init__(self, values: Values, counts: Counts) -> None:
        self._values = values
        self._counts = counts

    def __getitem__(self, value: str | None) -> int:
        count = int(self._counts[self._values.numbers[value]])
        if not count:
            raise KeyError(value)
        return count

    def __len__(self) -> int:
        return int(np.count_nonzero(self._counts))

    def __iter__(self) -> Iterator[str | None]:
        return (value for value, _ in self.pairs())

    def pairs(self) -> Pairs:
        """Values and counts in the order of the facet."""
        return Pairs(self._values, self._counts)
