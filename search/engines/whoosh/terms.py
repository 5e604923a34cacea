"""Sorted terms as one blob of bytes: found by halving, a beginning is one stretch of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

import numpy as np

from search.engines.whoosh.arrays import Array, Arrays, Named

_BEGINNING = 8


def terms_arrays(name: str, terms: Sequence[bytes]) -> dict[str, Array]:
    """`name.blob`: the terms one after the other. `name.ends`: where each begins, and where the last ends."""
    ends = np.zeros(len(terms) + 1, dtype=np.uint32 if sum(map(len, terms)) < 1 << 32 else np.uint64)
    np.cumsum([len(term) for term in terms], out=ends[1:])
    return {f"{name}.blob": np.frombuffer(b"".join(terms), dtype=np.uint8), f"{name}.ends": ends}


def term_of(text: str) -> bytes:
    """A text as a term. A query may hold halves of surrogate pairs: they are found nowhere."""
    return text.encode("utf-8", "surrogatepass")


def _beginning(term: bytes) -> np.uint64:
    return np.uint64(int.from_bytes(term[:_BEGINNING].ljust(_BEGINNING, b"\0"), "big"))


class Terms:
    """Byte strings by number. `find`, `beginning` and `from_` need them sorted."""

    def __init__(self, arrays: Arrays | Named, name: str) -> None:
        self._blob = arrays[f"{name}.blob"].data
        self._ends: Array = arrays[f"{name}.ends"]

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, number: int) -> bytes:
        return bytes(self._blob[self._ends[number] : self._ends[number + 1]])

    def some(self, numbers: range) -> list[bytes]:
        """Terms that follow each other."""
        ends = self._ends[numbers.start : numbers.stop + 1].tolist()
        blob = bytes(self._blob[ends[0] : ends[-1]]) if ends else b""
        return [blob[a - ends[0] : b - ends[0]] for a, b in pairwise(ends)]

    def all(self) -> list[bytes]:
        """All terms, in order."""
        return self.some(range(len(self)))

    def find(self, term: bytes) -> int | None:
        """The number of a term."""
        number = int(self._beginnings.searchsorted(_beginning(term)))
        if number < len(self) and self[number] == term:  # nearly always: no other before it begins so
            return number
        number = self.from_(term)
        return number if number < len(self) and self[number] == term else None

    def from_(self, term: bytes) -> int:
        """The number of the first term that is not less."""
        beginning = _beginning(term)
        low = int(self._beginnings.searchsorted(beginning))
        high = int(self._beginnings.searchsorted(beginning, side="right"))
        blob, ends = self._blob, self._ends
        while low < high:
            middle = (low + high) // 2
            if bytes(blob[ends[middle] : ends[middle + 1]]) < term:
                low = middle + 1
            else:
                high = middle
        return low

    @cached_property
    def _beginnings(self) -> Array:
        """The first eight bytes of every term as a number, so that all halving but the last steps is done by numpy."""
        blob, begins = np.frombuffer(self._blob, dtype=np.uint8), self._ends[:-1].astype(np.int64)
        lengths = self._ends[1:].astype(np.int64) - begins
        found = np.zeros(len(begins), dtype=np.uint64)
        for place in range(_BEGINNING):
            longer = np.flatnonzero(lengths > place)
            found[longer] |= blob[begins[longer] + place].astype(np.uint64) << np.uint64(8 * (_BEGINNING - 1 - place))
        return found

    def beginning(self, letters: bytes) -> range:
        """The numbers of the terms that begin so. UTF-8 has no byte 0xff."""
        return range(self.from_(letters), self.from_(letters + b"\xff"))
