"""The column of near-identical passages: every passage has the one that leads it for its value."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from search.analysis import tokens_of
from search.engines.likeness import leaders_of, likeness_of
from search.facets import Counts
from search.model import Passage

Mask = NDArray[np.bool_]
Numbers = NDArray[np.int64]

SKETCH = np.dtype("<u4")


@dataclass(frozen=True)
class Alike:
    """Answers as a `Column` does. `id_of` and `number_of` tell the id of a passage by its number, and the reverse."""

    leaders: Numbers
    id_of: Callable[[int], str]
    number_of: Callable[[str], int | None]

    @cached_property
    def several(self) -> Mask:
        """Which passages have a near-identical one."""
        led = np.flatnonzero(self.leaders != np.arange(len(self.leaders)))
        several = np.zeros(len(self.leaders), dtype=np.bool_)
        several[led] = True
        several[self.leaders[led]] = True
        return several

    def tally(self, chosen: Mask) -> Counts:
        """How many of the chosen passages each of them leads."""
        leaders, counts = np.unique(self.leaders[chosen], return_counts=True)
        return {self.id_of(int(number)): int(count) for number, count in zip(leaders, counts, strict=True)}

    def having(self, value: str | None) -> Mask:
        """Which passages are near-identical to the one with this id."""
        number = None if value is None else self.number_of(value)
        if number is None:
            return np.zeros(len(self.leaders), dtype=np.bool_)
        return np.asarray(self.leaders == self.leaders[number])

    def spelling(self, value: str) -> str:
        """The id of the passage that leads the one with this id."""
        number = self.number_of(value)
        return value if number is None else self.id_of(int(self.leaders[number]))

    def at(self, numbers: Numbers) -> tuple[Numbers, Numbers]:
        """The place of each of these passages among them, and its value."""
        return np.arange(len(numbers)), self.leaders[numbers]

    def wanted(self, chosen: Collection[str | None]) -> Numbers:
        """The values that are chosen, or all."""
        found = [self.number_of(value) for value in chosen if value is not None]
        held = [number for number in found if number is not None]
        return np.unique(self.leaders[held]) if chosen else np.unique(self.leaders)

    def value(self, number: int) -> str | None:
        """A value by its number."""
        return self.id_of(number)


def leaders_in(sketches: Sequence[bytes], reading: Numbers, fetch: Callable[[int], Passage]) -> Numbers:
    """Who leads each passage. `reading` are the searched ones in reading order; `sketches` are those of all.

    Only passages that have a number of their sketch in common with another are fetched and compared.
    """
    leaders = np.arange(len(sketches), dtype=np.int64)
    sizes = np.array([len(sketches[number]) // SKETCH.itemsize for number in reading], dtype=np.int64)
    hashes = np.frombuffer(b"".join(sketches[number] for number in reading), dtype=SKETCH)
    places = np.repeat(np.arange(len(reading)), sizes)
    _, kinds, counts = np.unique(hashes, return_inverse=True, return_counts=True)
    # A number that one passage holds twice is harmless: the passage is then compared for nothing.
    meeting = np.unique(places[counts[kinds] > 1])
    passages = ((int(number), fetch(int(number))) for number in reading[meeting])
    led = leaders_of((number, likeness_of(p, tokens_of(p.text, p.repairs))) for number, p in passages)
    leaders[list(led)] = list(led.values())
    return leaders
