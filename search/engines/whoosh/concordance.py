"""Where every word stands: one number for each of its occurrences, ascending.

The words of a segment stand on one long tape, passage after passage; each passage begins at a multiple of sixteen and
leaves at least one place free, so that no phrase runs from one into the next. The number of an occurrence is its place
on the tape. So a phrase is an intersection of numbers that differ by one, the occurrences of all words with a common
beginning are lists that follow each other, and the passage of an occurrence is `owner[number >> 4]`.

    NAME.blob, NAME.ends      the words, sorted
    NAME.places.*             the occurrences of each word (`search.engines.whoosh.lists`)
    NAME.owner     int32      the passage at every sixteenth place of the tape
    NAME.holding   uint32     how many passages hold each word
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from search.engines.whoosh.arrays import Array, Arrays
from search.engines.whoosh.lists import Lists, lists_arrays
from search.engines.whoosh.terms import Terms, terms_arrays

STEP = 4  # the tape is counted in sixteens
TAPE_MOST = 1 << 32

Ids = NDArray[np.int32]
Places = NDArray[np.uint32]


def tape(lengths: NDArray[np.int64]) -> tuple[NDArray[np.int64], Ids]:
    """Where each passage begins on the tape, and the owner of every sixteenth place, from the places each one needs."""
    steps = np.where(lengths > 0, (lengths >> STEP) + 1, 0)
    begins = (np.cumsum(steps) - steps) << STEP
    owner = np.repeat(np.arange(len(lengths), dtype=np.int32), steps)
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
        **lists_arrays(f"{name}.places", numbers, sorted_places, len(terms)),
        f"{name}.owner": owner,
        f"{name}.holding": np.bincount(numbers[first], minlength=len(terms)).astype(np.uint32),
    }


class Concordance:
    """The occurrences of the words of one field in one segment."""

    def __init__(self, arrays: Arrays, name: str) -> None:
        self.terms = Terms(arrays, name)
        self.owner: Ids = arrays[f"{name}.owner"]
        self._places = Lists(arrays, f"{name}.places")
        self._holding = arrays[f"{name}.holding"]

    @property
    def occurrences(self) -> int:
        """How many there are of all words."""
        return self._places.items

    def of(self, term: bytes) -> Places:
        """The occurrences of a word."""
        number = self.terms.find(term)
        return self.between(0, 0) if number is None else self.between(number, number + 1)

    def between(self, first: int, last: int) -> Places:
        """The occurrences of the words from number `first` to before `last`, word after word."""
        return self._places.between(first, last)

    def beginning(self, letters: bytes) -> Places:
        """The occurrences of all words that begin so, word after word."""
        numbers = self.terms.beginning(letters)
        return self.between(numbers.start, numbers.stop)

    def all(self) -> tuple[NDArray[np.int32], Places]:
        """All occurrences, word after word: the number of the word, and the place."""
        return self._places.numbers(), self._places.all()

    def passages(self, places: Places) -> Ids:
        """The passage of each occurrence."""
        return self.owner.take(places >> STEP)

    def stretch(self, passage: int) -> tuple[int, int]:
        """Where a passage begins on the tape, and where the next one does."""
        first, last = np.searchsorted(self.owner, (passage, passage + 1))
        return int(first) << STEP, int(last) << STEP

    def holding(self, live: NDArray[np.bool_] | None) -> NDArray[np.int64]:
        """How many passages hold each word; of the `live` ones only, where some are not."""
        if live is None:
            return self._holding.astype(np.int64)
        numbers, places = self.all()
        passages = self.passages(places)
        first = np.ones(len(numbers), dtype=np.bool_)
        first[1:] = (numbers[1:] != numbers[:-1]) | (passages[1:] != passages[:-1])
        return np.bincount(numbers[first & live[passages]], minlength=len(self.terms))
