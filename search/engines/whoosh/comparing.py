"""Which passages of several segments are worth comparing, and what is compared of them.

The sketch of a passage may be taken in any order of windows that is the same for all (`search.engines.likeness`). Here
it is the order of how often a window stands anywhere, the rarest first. Nearly all passages have more windows of their
own than a sketch has, and need no look. Of the others, those in whose sketches no hash meets another one need none
either. What is left is gathered by who is heard and by the numbers: where these differ, nothing is compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Sized
from dataclasses import dataclass

import numpy as np

from search.engines.likeness import WINDOW, Likeness, heard_of, is_number, likeness_of, sketch_size
from search.engines.whoosh.arrays import Array, Longs
from search.engines.whoosh.concordance import STEP, Ids
from search.engines.whoosh.mapped import MappedSegment
from search.engines.whoosh.sketches import facts_of, windows_of

_MOST = 1 << 26  # places of the table in which windows are counted; where two share one, they seem more frequent
_BITS = 63 // WINDOW  # for a word, so that a window is one number
_OFTEN = 255  # and this is as often as any other number above


@dataclass(frozen=True, slots=True)
class Compared:
    """A passage that may be near-identical to another: its segment and number there, and what tells.

    Words are numbers, the same in all segments: `vocabulary` has them all. `digits` are those of the words with some.
    """

    segment: int
    number: int
    speakers: tuple[str, ...]
    words: Longs
    digits: frozenset[int]
    sketch: list[int]
    vocabulary: Sized

    def likeness(self) -> Likeness:
        """What is compared of it."""
        held = self.words.tolist()
        if len(held) < WINDOW or len(self.vocabulary) >> _BITS:
            return likeness_of(self.speakers, held, self.digits.intersection(held))
        windows = len(held) - WINDOW + 1  # each as one number, which is compared in half the time
        codes = sum((self.words[at : at + windows] << at * _BITS for at in range(WINDOW)), np.zeros(windows, np.int64))
        return Likeness((heard_of(self.speakers), self.digits.intersection(held)), frozenset(codes.tolist()))


def compared(segments: Sequence[MappedSegment]) -> Iterator[list[Compared]]:
    """The searched passages that are worth comparing, in groups of those that are worth comparing with each other."""
    if not segments:
        return
    times = _times(segments)
    sketches = [_sketches(segment, times) for segment in segments]
    _, kinds, counts = np.unique(
        np.concatenate([hashes for hashes, _ in sketches]), return_inverse=True, return_counts=True
    )
    met = np.split(counts[kinds] > 1, np.cumsum([len(hashes) for hashes, _ in sketches])[:-1])
    groups: dict[int, list[Compared]] = {}
    known: dict[bytes, int] = {}
    for n, (segment, (hashes, owners), shared) in enumerate(zip(segments, sketches, met, strict=True)):
        facts = facts_of(segment.arrays)
        for one in _of_segment(n, segment, hashes[shared], owners[shared], known):
            groups.setdefault(int(facts[one.number]), []).append(one)
        segment.arrays.let_go()
    yield from groups.values()


def _times(segments: Sequence[MappedSegment]) -> Array:
    """How often windows stand in the segments, by the lower bits of their hashes."""
    windows = sum(segment.arrays["words.owner"].size << STEP for segment in segments)
    times = np.zeros(min(_MOST, 1 << windows.bit_length()), dtype=np.uint8)
    for segment in segments:
        found = windows_of(segment.arrays)
        places = np.sort(_place(found.hashes[segment.searched[found.owners]], times))
        first = np.flatnonzero(np.diff(places, prepend=-1))
        own = places[first]
        segment.arrays.let_go()
        times[own] = np.minimum(times[own] + np.diff(first, append=len(places)), _OFTEN)
    return times


def _place(hashes: Array, times: Array) -> Longs:
    return (hashes & np.uint32(len(times) - 1)).astype(np.int64)


def _sketches(segment: MappedSegment, times: Array) -> tuple[Array, Ids]:
    """The hashes of the sketches of the searched passages, as far as they stand elsewhere, and the passage of each."""
    found = windows_of(segment.arrays)
    often = times[_place(found.hashes, times)]
    room = sketch_size(found.sizes) - np.bincount(found.owners[often <= 1], minlength=len(segment))
    left = np.flatnonzero((often > 1) & (room > 0)[found.owners] & segment.searched[found.owners])
    hashes, owners, often = found.hashes[left], found.owners[left], often[left]
    order = np.lexsort((hashes, often, owners))
    hashes, owners = hashes[order], owners[order]
    segment.arrays.let_go()
    first = np.searchsorted(owners, np.arange(len(segment)))
    kept = np.arange(len(owners)) - first[owners] < room[owners]
    return hashes[kept], owners[kept]


def _of_segment(
    n: int, segment: MappedSegment, hashes: Array, owners: Ids, known: dict[bytes, int]
) -> Iterator[Compared]:
    """What is compared of the passages that have these hashes; `known` numbers the words of all segments so far."""
    passages = np.unique(owners)
    sketch: dict[int, list[int]] = {}
    for number, hashed in zip(owners.tolist(), hashes.tolist(), strict=True):
        sketch.setdefault(number, []).append(hashed)
    speakers, terms = segment.column("speaker"), segment.words.terms
    heard = speakers.combinations()
    numbers, places = segment.words.all()
    wanted = np.zeros(len(segment), dtype=np.bool_)
    wanted[passages] = True
    at = np.flatnonzero(wanted[segment.words.passages(places)])
    at = at[np.argsort(places[at])]
    own, words = np.unique(numbers[at], return_inverse=True)
    spelt = [terms[number] for number in own.tolist()]
    names = np.array([known.setdefault(term, len(known)) for term in spelt], dtype=np.int64)
    digits = frozenset(name for name, term in zip(names.tolist(), spelt, strict=True) if is_number(term.decode()))
    ends = np.searchsorted(segment.words.passages(places[at]), passages, side="right").tolist()
    texts = names[words]
    for number, begin, end in zip(passages.tolist(), [0, *ends], ends, strict=False):
        held = heard[int(speakers.numbers[number])]
        yield Compared(n, number, held, texts[begin:end], digits, sketch[number], known)
