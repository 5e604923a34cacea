"""Which of the most frequent words stands at a place of the tape: half a byte for each place.

A phrase of frequent words would bring long lists together. With this only the list of its rarest word is read: for the
others it is enough to look at the places where they would have to stand.

    NAME.frequent  int32    the numbers of the most frequent words, ascending
    NAME.standing  uint8    for every two places which of them stands there, counted from 1, the first place in the
                            lower half; 0 is another word or none. After the last place there is one byte more
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from search.engines.whoosh.arrays import Array, Arrays, Named

Places = NDArray[np.uint32]

_MOST = 15  # what half a byte can tell apart, and none


def frequent_arrays(name: str, numbers: Array, places: Array, tape: int) -> dict[str, Array]:
    """The arrays for places on a tape of even length, with the ascending numbers of their words."""
    held = np.bincount(numbers)
    frequent = np.sort(np.argsort(-held, kind="stable")[:_MOST]).astype(numbers.dtype)  # else all are converted
    standing = np.zeros(tape + 2, dtype=np.uint8)
    for code, (first, last) in enumerate(np.searchsorted(numbers, (frequent, frequent + 1)).T.tolist(), start=1):
        standing[places[first:last]] = code
    return {
        f"{name}.frequent": frequent.astype(np.int32),
        f"{name}.standing": standing[0::2] | standing[1::2] << np.uint8(4),
    }


class Frequent:
    """The most frequent words of a concordance, by their numbers."""

    def __init__(self, arrays: Arrays | Named, name: str) -> None:
        self._codes: dict[int, int] = {n: code for code, n in enumerate(arrays[f"{name}.frequent"].tolist(), start=1)}
        self._standing: NDArray[np.uint8] = arrays[f"{name}.standing"]

    def __contains__(self, number: int) -> bool:
        return number in self._codes

    def at(self, places: Places, number: int) -> NDArray[np.bool_]:
        """At which of the places a frequent word stands; they may lie beyond the tape."""
        found = self._standing.take(places >> 1, mode="clip")
        found >>= ((places & 1) << 2).astype(np.uint8)
        found &= 15
        there: NDArray[np.bool_] = found == self._codes[number]
        return there
