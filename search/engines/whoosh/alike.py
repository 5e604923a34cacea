"""Near-identical passages of an open index: each has the one that leads them for its value, as if in a column."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property

import numpy as np

from search.engines.whoosh.arrays import Longs
from search.engines.whoosh.columns import Mask
from search.engines.whoosh.concordance import Ids
from search.engines.whoosh.mapped import MappedSegment


class Alike:
    """Answers as a `Facet` does. Passages are numbered over all segments; `leaders` has the one that leads each."""

    def __init__(self, segments: Sequence[MappedSegment], leaders: Longs) -> None:
        self._segments = segments
        self.leaders = leaders
        self._begins: list[int] = np.cumsum([0, *map(len, segments)]).tolist()

    @cached_property
    def several(self) -> Mask:
        """Which passages have a near-identical one."""
        led = np.flatnonzero(self.leaders != np.arange(len(self.leaders)))
        several = np.zeros(len(self.leaders), dtype=np.bool_)
        several[led] = True
        several[self.leaders[led]] = True
        return several

    def spelling(self, value: str) -> str:
        """The id of the passage that leads the one with this id."""
        leader = self._leader(value)
        return value if leader is None else self.name(leader)

    def met(self, segment: MappedSegment, values: Sequence[str | None], ids: Ids | None = None) -> Mask:
        """Which passages of a segment, or which of these, are near-identical to one of those called so."""
        begin = self._begins[self._segments.index(segment)]
        leaders = self.leaders[begin : begin + len(segment)]
        return np.isin(leaders if ids is None else leaders[ids], self.wanted(values))

    def at(self, n: int, ids: Longs) -> tuple[Longs, Longs]:
        """The place of each of these passages of a segment among them, and its value."""
        return np.arange(len(ids)), self.leaders[ids + self._begins[n]]

    def numbers(self, segments: Longs, ids: Longs) -> Longs:
        """The numbers over all segments of passages that are named by segment and number there."""
        found: Longs = np.array(self._begins)[segments] + ids
        return found

    def wanted(self, values: Collection[str | None]) -> Longs:
        """The numbers of those values that there are."""
        found = [self._leader(value) for value in values if value is not None]
        return np.array([leader for leader in found if leader is not None], dtype=np.int64)

    def name(self, number: int) -> str:
        """A value by its number."""
        n = int(np.searchsorted(self._begins, number, side="right")) - 1
        return self._segments[n].passage(number - self._begins[n]).id

    def _leader(self, passage_id: str) -> int | None:
        for begin, segment in zip(self._begins, self._segments, strict=False):
            number = segment.passage_called(passage_id)
            if number is not None:
                return int(self.leaders[begin + number])
        return None
