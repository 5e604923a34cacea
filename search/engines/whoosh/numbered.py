"""A column of one segment whose values are counted by the numbers they have over all segments."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from search.engines.whoosh.columns import Column, Counts, Numbers

Known = NDArray[np.signedinteger[Any]]  # numbers over all segments

_MANY = 2  # with so many times more passages than combinations, combinations are counted first
_WIDE = 4  # values that are kept side by side; few combinations have more


class Numbered:
    """`numbers` tells for each value of the column its number over all segments; there are `size`, and then none."""

    def __init__(self, column: Column, numbers: Counts, size: int) -> None:
        self._column = column
        self._numbers = np.append(numbers, size)
        self._size = size
        self._owners, items = column.items()
        self._items = numbers[items]
        lengths = np.bincount(self._owners, minlength=len(column))
        self._long = lengths > _WIDE if (lengths > _WIDE).any() else None
        self._rows = self._side_by_side(lengths)

    def _side_by_side(self, lengths: Counts) -> Known:
        """The values of each combination in a row of equal length; places that are left have the number after none."""
        short = np.where(lengths > _WIDE, 0, lengths)
        rows = np.full((len(short), max(int(short.max()), 1)), self._size + 1, dtype=np.int32)
        rows[lengths == 0, 0] = self._size
        within = np.arange(len(self._items)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        kept = short[self._owners] > 0
        rows[self._owners[kept], within[kept]] = self._items[kept]
        return rows

    def tally(self, combinations: Numbers) -> Counts:
        """How often each value occurs in these combinations, then how many of them are empty."""
        if len(combinations) > _MANY * len(self._column):
            times = np.bincount(combinations, minlength=len(self._column))
            found = np.bincount(self._items, times[self._owners], minlength=self._size + 1).astype(np.int64)
            found[-1] = times[0]
            return found
        return np.bincount(self.values(combinations), minlength=self._size + 2)[:-1]

    def values(self, combinations: Numbers) -> Known:
        """All values of these combinations, each as often as it occurs; none for an empty one.

        Among them may be the number after none, which means nothing.
        """
        found = self._rows.take(combinations, axis=0).ravel()
        if self._long is None:
            return found
        long = combinations[self._long.take(combinations)]
        return np.concatenate([found, self._numbers[self._column.spread(long)[1]]]) if len(long) else found
