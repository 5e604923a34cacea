"""Where every word stands: one number for each of its occurrences, ascending.

The words of a segment stand on one long tape, passage after passage; each passage begins at a multiple of sixteen and
leaves at least one place free, so that no phrase runs from one into the next. The number of an occurrence is its place
on the tape. So a phrase is an intersection of numbers that differ by one, the occurrences of all words with a common
beginning are lists that follow each other, and the passage of an occurrence is `owner[number >> 4]`.

    NAME.blob, NAME.ends      the words, sorted
    NAME.places.*             the occurrences of each word (`search.engines.whoosh.lists`)
    NAME.frequent, NAME.standing   where the most frequent words stand (`search.engines.whoosh.frequent`)
    NAME.owner     int32      the passage at every sixteenth place of the tape
    NAME.holding   uint32     how many passages hold each word
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from search.engines.whoosh.arrays import Array, Arrays
from search.engines.whoosh.frequent import Frequent, Places, frequent_arrays
from search.engines.whoosh.lists import Lists, lists_arrays
from search.engines.whoosh.terms import Terms, terms_arrays

STEP = 4  # the tape is counted in sixteens
TAPE_MOST = 1 << 32

Ids = NDArray[np.int32]


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
        **frequent_arrays(name, numbers, sorted_places, len(owner) << STEP),
        f"{name}.owner": owner,
        f"{name}.holding": np.bincount(numbers[first], minlength=len(terms)).astype(np.uint32),
    }


class Concordance:
    """The occurrences of the words of one field in one segment."""

    def __init__(self, arrays: Arrays, name: str) -> None:
        self.terms = Terms(arrays, name)
        self.owner: Ids = arrays[f"{name}.owner"]
        self.frequent = Frequent(arrays, name)
        self._places = Lists(arrays, f"{name}.places")
        self._holding = arrays[f"{name}.holding"]

    @property
    def occurrences(self) -> int:
        """How many there are of all words."""
        return self._places.items

    def word(self, term: bytes) -> Occurrences:
        """A word, whose occurrences are not read yet."""
        number = self.terms.find(term)
        return Occurrences(self, () if number is None else (number,))

    def of(self, term: bytes) -> Places:
        """The occurrences of a word."""
        return self.word(term).places()

    def times(self, number: int) -> int:
        """How often a word occurs."""
        return len(self._places.stretch(number))

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


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Where any of some words stands, by their numbers. Places are read when they are asked for."""

    words: Concordance
    numbers: Sequence[int]

    def __len__(self) -> int:
        return sum(map(self.words.times, self.numbers))

    def places(self) -> Places:
        """All places, ascending."""
        held = [self.words.between(number, number + 1) for number in self.numbers]
        if len(held) == 1:
            return held[0]
        return np.sort(np.concatenate([self.words.between(0, 0), *held]))

    @property
    def frequent(self) -> bool:
        """Whether `at` can tell."""
        return all(number in self.words.frequent for number in self.numbers)

    def at(self, places: Places) -> NDArray[np.bool_]:
        """At which of the places one stands, without reading where they all do."""
        there = np.zeros(len(places), dtype=np.bool_)
        for number in self.numbers:
            there |= self.words.frequent.at(places, number)
        return there
