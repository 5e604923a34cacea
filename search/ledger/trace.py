"""What is remembered of a passage's words: numbers that tell how alike two passages are, without the words.

A word is two numbers, one for its first three letters and one for the rest, so that a slip of the pen spoils half a
word and not all of it. A word with a digit is one number and is known as such: "2024" is not nearly "2025". Letter
case, punctuation and white space do not count.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from zlib import crc32

from search.identity import hash16, normalised
from search.known import Known

Units = tuple[int, ...]

_HEAD = 3  # letters of a word that make its first number
_FIGURE = 0x8000  # the highest of sixteen bits marks a word with a digit
_HASH = 0x7FFF
_SIGN = r"[\u3040-\u30ff\u3400-\u9fff]"  # Chinese and Japanese set no blanks: each sign is a word
_WORD = re.compile(rf"{_SIGN}|(?:(?!{_SIGN})[^\W_])+")


@dataclass(frozen=True, slots=True)
class Trace:
    """A passage as it is remembered: `text` tells exactly the same text, `units` tell how alike another one is."""

    id: str
    ordinal: int
    text: str
    units: Units

    @property
    def figures(self) -> Units:
        """The words with digits, in their order."""
        return tuple(unit for unit in self.units if unit & _FIGURE)


def trace_of(passage_id: str, ordinal: int, text: str) -> Trace:
    """The trace of a passage with this text."""
    plain = normalised(text)
    units = chain.from_iterable(map(_UNITS.__getitem__, plain.casefold().split()))
    return Trace(passage_id, ordinal, hash16(plain), tuple(units))


def packed(units: Units) -> bytes:
    """Two bytes for each."""
    return struct.pack(f"<{len(units)}H", *units)


def unpacked(data: bytes) -> Units:
    """The inverse of `packed`. Raises `ValueError` for half a unit."""
    if len(data) % 2:
        msg = "half a unit"
        raise ValueError(msg)
    return struct.unpack(f"<{len(data) // 2}H", data)


def alike(one: Trace, other: Trace) -> float:
    """How much of both stands in both, in the same order: 1 is the same words, 0 no word in common."""
    both = len(one.units) + len(other.units)
    return 2 * _in_common(one.units, other.units) / both if both else 0.0


def share(part: Trace, whole: Trace) -> float:
    """How much of `part` stands in `whole` as it is: 1 is all of it, word beside word."""
    inner = _shingles(part.units)
    return len(inner & _shingles(whole.units)) / len(inner) if inner else 0.0


def shingles(trace: Trace) -> frozenset[int]:
    """Every three numbers on end (some two words), also with nothing before the first and behind the last."""
    return _shingles((0, *trace.units, 0)) if trace.units else frozenset()


def _shingles(units: Units) -> frozenset[int]:
    """Three numbers of sixteen bits as one."""
    return frozenset(a << 32 | b << 16 | c for a, b, c in zip(units, units[1:], units[2:], strict=False))


def _in_common(one: Sequence[int], other: Sequence[int]) -> int:
    """The length of the longest common subsequence, by one addition for each unit (Hyyrö 2004)."""
    places: dict[int, int] = {}
    for at, unit in enumerate(one):
        places[unit] = places.get(unit, 0) | 1 << at
    everything = row = (1 << len(one)) - 1
    for unit in other:
        met = row & places.get(unit, 0)
        row = (row + met | row - met) & everything
    return len(one) - row.bit_count()


def _hashed(word: str) -> Iterator[int]:
    if any(map(str.isdigit, word)):
        yield crc32(word.encode()) & _HASH | _FIGURE
        return
    yield crc32(word[:_HEAD].encode("utf-8", "surrogatepass")) & _HASH
    if word[_HEAD:]:
        yield crc32(b"-" + word[_HEAD:].encode("utf-8", "surrogatepass")) & _HASH


_UNITS = Known(lambda piece: tuple([unit for word in _WORD.findall(piece) for unit in _hashed(word)]))
