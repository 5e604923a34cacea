"""Many ascending lists of numbers below 2³², in little more than two bytes for each number.

Of every number the lower half is kept. Numbers of a list that follow each other and have the upper half in common are
a run, which has that once. Postings of a segment have a run for every 65,536 passages at most, and of the places of a
word only those of frequent words are near enough to each other, but these are nearly all.

    NAME.low      uint16   the lower halves, list after list
    NAME.high     uint16   the upper half of each run
    NAME.ends     uint32   where each run begins among the lower halves, and where the last ends
    NAME.indptr   uint32   the first run of each list, and the number of runs
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from search.engines.whoosh.arrays import Array, Arrays, Named

HALF = 16

Items = NDArray[np.uint32]


def lists_arrays(name: str, lists: Array, items: Array, size: int) -> dict[str, Array]:
    """The arrays of `size` lists, from their items in order and the number of the list beside each."""
    numbers = items.astype(np.uint32)
    high = (numbers >> HALF).astype(np.uint16)
    first = np.ones(len(numbers), dtype=np.bool_)
    first[1:] = (lists[1:] != lists[:-1]) | (high[1:] != high[:-1])
    runs = np.flatnonzero(first)
    indptr = np.zeros(size + 1, dtype=np.uint32)
    np.cumsum(np.bincount(lists[runs], minlength=size), out=indptr[1:])
    return {
        f"{name}.low": numbers.astype(np.uint16),
        f"{name}.high": high[runs],
        f"{name}.ends": np.append(runs, len(numbers)).astype(np.uint32),
        f"{name}.indptr": indptr,
    }


class Lists:
    """Lists that were written, by number."""

    def __init__(self, arrays: Arrays | Named, name: str) -> None:
        self._low: NDArray[np.uint16] = arrays[f"{name}.low"]
        self._high: NDArray[np.uint16] = arrays[f"{name}.high"]
        self._ends: Items = arrays[f"{name}.ends"]
        self._indptr: Items = arrays[f"{name}.indptr"]

    def __len__(self) -> int:
        return len(self._indptr) - 1

    @property
    def items(self) -> int:
        """How many there are in all lists."""
        return len(self._low)

    def stretch(self, number: int) -> range:
        """Where the items of a list stand among those of all."""
        return range(int(self._ends[self._indptr[number]]), int(self._ends[self._indptr[number + 1]]))

    def between(self, first: int, last: int) -> Items:
        """The items of the lists from number `first` to before `last`, list after list."""
        run, end = int(self._indptr[first]), int(self._indptr[last])
        ends, high = self._ends[run : end + 1], self._high[run:end].astype(np.uint32) << np.uint32(HALF)
        found = np.repeat(high, ends[1:] - ends[:-1])
        found += self._low[int(ends[0]) : int(ends[-1])]
        return found

    def all(self) -> Items:
        """The items of all lists."""
        return self.between(0, len(self))

    def numbers(self) -> NDArray[np.int32]:
        """The number of the list of each item."""
        return np.repeat(np.arange(len(self), dtype=np.int32), np.diff(self._ends[self._indptr]))
