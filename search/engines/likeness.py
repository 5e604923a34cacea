"""Near-identical passages: what that means, and how they are found without comparing each with each.

Two passages are near-identical when the same persons are heard in them, the same numbers and document codes stand in
them, and their texts have at least `LEAST` of their windows of `WINDOW` words in common (Jaccard similarity of the two
sets); a text of fewer words is one window. Going through all passages in reading order, each is counted to the first
one it is near-identical to that was not counted to another itself: that one leads them. So the answer depends on
nothing but the passages, and a passage is always near-identical to the one that stands for it.

Only passages whose sketches meet need to be compared. Of two sets as alike as that, the smallest
`size - ⌈LEAST * size⌉ + 1` members of the one, in whatever order, hold a member of those of the other: the prefix
filter of Chaudhuri, Ganti and Kaushik, "A primitive operator for similarity joins" (2006). No pair is missed.
"""

from __future__ import annotations

import zlib
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from search.engines.spelling import folded

Number = TypeVar("Number", int, NDArray[np.int64])

WINDOW = 3  # words
LEAST_NUMERATOR, LEAST_DENOMINATOR = 4, 5


@dataclass(frozen=True, slots=True)
class Likeness:
    """What of a passage is compared: who is heard and the numbers that stand there, and the windows of its text."""

    facts: Hashable
    windows: frozenset[Hashable]


def likeness_of(speakers: Iterable[str], words: Sequence[Hashable], numbers: Iterable[Hashable]) -> Likeness:
    """What is compared of a passage: its words in order, and those of them that have digits."""
    windows = frozenset(zip(*(words[at:] for at in range(WINDOW)), strict=False)) or frozenset([tuple(words)])
    return Likeness((heard_of(speakers), frozenset(numbers)), windows)


def heard_of(speakers: Iterable[str]) -> Hashable:
    """Who is heard, however the names are spelt."""
    return tuple(sorted({folded(name) for name in speakers}))


def is_number(word: str) -> bool:
    """Whether a word is a number or a code."""
    return any(letter.isdigit() for letter in word)


def near_identical(one: Likeness, other: Likeness) -> bool:
    """Whether two passages are as good as the same."""
    if one is other or one.facts != other.facts:
        return one is other
    few, many = sorted((len(one.windows), len(other.windows)))
    if few * LEAST_DENOMINATOR < many * LEAST_NUMERATOR:  # not if the one held all of the other
        return False
    common = len(one.windows & other.windows)
    return common * LEAST_DENOMINATOR >= LEAST_NUMERATOR * (few + many - common)


def sketch_of(one: Likeness) -> tuple[int, ...]:
    """Numbers below 2**32, of which near-identical passages have at least one in common; words are texts here."""
    start = zlib.crc32(repr(one.facts).encode())
    hashes = sorted(zlib.crc32(repr(window).encode(), start) for window in one.windows)
    return tuple(hashes[: sketch_size(len(hashes))])


def leaders_of(passages: Iterable[tuple[int, Likeness, Iterable[int]]]) -> dict[int, int]:
    """Who leads each passage that does not lead itself; passages come in reading order, by their numbers.

    Each comes with its sketch. Any will do of which near-identical passages have a number in common.
    """
    leading: list[tuple[int, Likeness]] = []
    met: dict[int, list[int]] = {}  # a number of a sketch -> the places in `leading` of those that have it
    led: dict[int, int] = {}
    for number, likeness, sketch in passages:
        known = set(sketch)
        candidates = sorted({place for hashed in known for place in met.get(hashed, ())})
        first = next((place for place in candidates if near_identical(leading[place][1], likeness)), None)
        if first is not None:
            led[number] = leading[first][0]
            continue
        for hashed in known:
            met.setdefault(hashed, []).append(len(leading))
        leading.append((number, likeness))
    return led


def sketch_size(windows: Number) -> Number:
    """How many hashes a sketch has: `windows - ⌈LEAST * windows⌉ + 1`."""
    return windows - -(-LEAST_NUMERATOR * windows // LEAST_DENOMINATOR) + 1
