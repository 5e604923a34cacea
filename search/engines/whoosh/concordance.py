"""Where every word stands: one number for each of its occurrences, ascending.

The words of a segment stand on one long tape, passage after passage; each passage begins at a multiple of eight and
leaves at least one place free, so that no phrase runs from one into the next. The number of an occurrence is its place
on the tape. So a phrase is an intersection of numbers that differ by one, the occurrences of all words with a common
beginning are one stretch of the array, and the passage of an occurrence is `owner[number >> 3]`.

    NAME.blob, NAME.ends      the words, sorted
    NAME.indptr               where the occurrences of each word begin
    NAME.places    uint32     the occurrences, word after word
    NAME.owner     int32      the passage at every eighth place of the tape
    NAME.holding   uint32     how many passages hold each word
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from search.engines.whoosh.arrays import Array, Arrays, Longs, indptr_of, owners_of
from search.engines.whoosh.terms import Terms, terms_arrays

STEP = 3  # the tape is counted in eights
TAPE_MOST = 1 << 32

Ids = NDArray[np.int32]
Places = NDArray[np.uint32]


def tape(lengths: NDArray[np.int64]) -> tuple[NDArray[np.int64], Ids]:
    """Where each passage begins on the tape, and the owner of every eighth place, from the places each one needs."""
    eighths = np.where(lengths > 0, (lengths >> STEP) + 1, 0)
    begins = (np.cumsum(eighths) - eighths) << STEP
    owner = np.repeat(np.arange(len(lengths), dtype=np.int32), eighths)
    if len(owner) << STEP >= TAPE_MOST:
        msg = "a segment holds too many words"
        raise ValueError(msg)
    return begins, owner


def concordance_arrays(
    name: str, terms: Sequence[bytes], numbers: Array, places: Array, owner: Ids
) -> dict[str, Array]:
    """The arrays for occurrences in any order: the number of a term beside each place."""
    keys = numbers.astype(np.uint64)
    keys <<= np.uint64(32)
    keys |= places.astype(np.uint64)
    keys.sort()
    sorted_places = keys.astype(np.uint32)
    keys >>= np.uint64(32)
    numbers = keys.astype(np.int32)
    del keys
    passages = owner[sorted_places >> STEP]
    first = np.ones(len(numbers), dtype=np.bool_)
    first[1:] = (numbers[1:] != numbers[:-1]) | (passages[1:] != passages[:-1])
    return {
        **terms_arrays(name, terms),
        f"{name}.indptr": indptr_of(numbers, len(terms)),
        f"{name}.places": sorted_places,
        f"{name}.owner": owner,
        f"{name}.holding": np.bincount(numbers[first], minlength=len(terms)).astype(np.uint32),
    }


class Concordance:
    """The occurrences of the words of one field in one segment."""

    def __init__(self, arrays: Arrays, name: str) -> None:
        self.terms = Terms(arrays, name)
        self.places: Places = arrays[f"{name}.places"]
        self.owner: Ids = arrays[f"{name}.owner"]
        self._holding = arrays[f"{name}.holding"]
        self._indptr: Longs = arrays[f"{name}.indptr"]

    def of(self, term: bytes) -> Places:
        """The occurrences of a word."""
        number = self.terms.find(term)
        return self.between(0, 0) if number is None else self.between(number, number + 1)

    def between(self, first: int, last: int) -> Places:
        """The occurrences of the words from number `first` to before `last`, word after word."""
        return self.places[self._indptr[first] : self._indptr[last]]

    def beginning(self, letters: bytes) -> Places:
        """The occurrences of all words that begin so, word after word."""
        numbers = self.terms.beginning(letters)
        return self.between(numbers.start, numbers.stop)

    def passages(self, places: Places) -> Ids:
        """The passage of each occurrence."""
        found: Ids = self.owner[places >> STEP]
        return found

    def numbers(self) -> NDArray[np.int64]:
        """The number of the word of each occurrence."""
        return owners_of(self._indptr)

    def numbers_at(self, items: NDArray[np.int64]) -> NDArray[np.int64]:
        """The number of the word of some occurrences, which are named by their place in `places`."""
        return np.searchsorted(self._indptr, items, side="right") - 1

    def stretch(self, passage: int) -> tuple[int, int]:
        """Where a passage begins on the tape, and where the next one does."""
        first, last = np.searchsorted(self.owner, (passage, passage + 1))
        return int(first) << STEP, int(last) << STEP

    def holding(self, live: NDArray[np.bool_] | None) -> NDArray[np.int64]:
        """How many passages hold each word; of the `live` ones only, where some are not."""
        if live is None:
            return self._holding.astype(np.int64)
        numbers, passages = self.numbers(), self.passages(self.places)
        first = np.ones(len(numbers), dtype=np.bool_)
        first[1:] = (numbers[1:] != numbers[:-1]) | (passages[1:] != passages[:-1])
        return np.bincount(numbers[first & live[passages]], minlength=len(self.terms))
