"""What a few new and deleted passages change of who leads whom, without comparing all the others again.

Who leads a passage depends on nothing but the passages near-identical to it, those near-identical to these, and so on.
So all that can change are the passages that are connected in this way with a new or a deleted one. They are few, and
they alone are gone through in reading order, as if there were no others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import numpy as np

from search.analysis import shapes_of
from search.engines.likeness import Likeness, is_number, leaders_of, likeness_of, near_identical
from search.engines.whoosh.arrays import Array, Longs
from search.engines.whoosh.leaders import Pairs
from search.engines.whoosh.mapped import MappedSegment, Reading

_HALF = 1 << 16


def pairs_after(
    segments: Sequence[MappedSegment], pairs: Pairs, new: Collection[int], deleted: Collection[int]
) -> dict[int, int]:
    """`pairs` as they are now. Passages are numbered over all segments; the pairs are from before the changes."""
    held = _Held(segments, frozenset(deleted))
    connected = _connected(held, {*new, *deleted})
    left = sorted((number for number in connected if number not in held.deleted), key=held.reading)
    found = leaders_of((number, connected[number], held.sketch(number)) for number in left)
    return {led: leader for led, leader in pairs.items() if led not in connected} | found


def _connected(held: _Held, changed: set[int]) -> dict[int, Likeness]:
    """The passages that are connected with changed ones, themselves among them, and what is compared of each."""
    found: dict[int, Likeness] = {}
    border = {number: held.likeness(number) for number in changed if len(held.sketch(number))}
    while border:
        found |= border
        having: dict[int, list[int]] = {}
        for number in border:
            for hashed in held.sketch(number):
                having.setdefault(hashed, []).append(number)
        met: dict[int, set[int]] = {}
        for number, hashed in held.having(having):
            if number not in found:
                met.setdefault(number, set()).update(having[hashed])
        reached = ((number, held.likeness(number), others) for number, others in met.items())
        border = {
            number: likeness
            for number, likeness, others in reached
            if any(near_identical(likeness, found[other]) for other in others)
        }
    return found


class _Held:
    """All passages of some segments, by one number each; those that were deleted just now are still to be seen."""

    def __init__(self, segments: Sequence[MappedSegment], deleted: frozenset[int]) -> None:
        self.deleted = deleted
        self._segments = segments
        self._begins: Longs = np.cumsum([0, *map(len, segments)])

    def likeness(self, number: int) -> Likeness:
        segment, own = self._place(number)
        passage = segment.passage(own)
        words = [word for _, word, _ in shapes_of(passage.text, passage.repairs)]
        return likeness_of(passage.speakers, words, [word for word in words if is_number(word)])

    def reading(self, number: int) -> Reading:
        segment, own = self._place(number)
        return segment.reading(own)

    def sketch(self, number: int) -> list[int]:
        segment, own = self._place(number)
        indptr = segment.arrays["sketch.indptr"]
        found: list[int] = segment.arrays["sketch.hashes"][indptr[own] : indptr[own + 1]].tolist()
        return found

    def having(self, hashes: Collection[int]) -> Iterator[tuple[int, int]]:
        """The passages in whose sketches one of the hashes stands, and the hash."""
        wanted = np.fromiter(hashes, dtype=np.uint32, count=len(hashes))
        likely = np.zeros(_HALF, dtype=np.bool_)  # by the lower half, which takes one look at each
        likely[wanted.astype(np.uint16)] = True
        for segment, begin in zip(self._segments, self._begins.tolist(), strict=False):
            all_hashes: Array = segment.arrays["sketch.hashes"]
            at = np.flatnonzero(likely.take(all_hashes.astype(np.uint16)))
            at = at[np.isin(all_hashes[at], wanted)]
            owners = np.searchsorted(segment.arrays["sketch.indptr"], at, side="right") - 1
            for own, hashed in zip(owners.tolist(), all_hashes[at].tolist(), strict=True):
                if segment.searched[own] or begin + own in self.deleted:
                    yield begin + own, hashed

    def _place(self, number: int) -> tuple[MappedSegment, int]:
        n = int(self._begins.searchsorted(number, side="right")) - 1
        return self._segments[n], number - int(self._begins[n])
