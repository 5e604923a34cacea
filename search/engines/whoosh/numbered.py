"""A column of one segment whose values are counted by the numbers they have over all segments."""

from __future__ import annotations

import numpy as np

from search.engines.whoosh.columns import Column, Counts, Numbers

_MANY = 2  # with so many times more passages than combinations, combinations are counted first


class Numbered:
    """`numbers` tells for each value of the column its number over all segments; there are `size`, and then none."""

    def __init__(self, column: Column, numbers: Counts, size: int) -> None:
        self._column = column
        self._numbers = np.append(numbers, size)
        self._size = size
        self._owners, items = column.items()
        self._items = numbers[items]
        self._one: Counts | None = None  # the value of each combination, where none has several
        if len(self._owners) == len(np.unique(self._owners)):
            self._one = np.full(len(column), size, dtype=np.int64)
            self._one[self._owners] = self._items

    def tally(self, combinations: Numbers) -> Counts:
        """How often each value occurs in these combinations, then how many of them are empty."""
        if len(combinations) > _MANY * len(self._column):
            times = np.bincount(combinations, minlength=len(self._column))
            found = np.bincount(self._items, times[self._owners], minlength=self._size + 1).astype(np.int64)
            found[-1] = times[0]
            return found
        return np.bincount(self.values(combinations), minlength=self._size + 1)

    def values(self, combinations: Numbers) -> Counts:
        """All values of these combinations, each as often as it occurs; none for an empty one."""
        if self._one is None:
            return self._numbers[self._column.spread(combinations)[1]]
        return self._one.take(combinations)
