"""What Whoosh's index knows of a term, read into arrays; postings read lately are kept."""

from __future__ import annotations

from array import array
from collections import Counter, OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from whoosh.reading import IndexReader, TermNotFound

from search.deadline import Deadline
from search.engines.answer import OutOfTimeError

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from whoosh.matching import Matcher

_KEPT = 2_000_000  # postings kept by one engine, 16 bytes each
_ENTRY = 50  # what keeping a term costs beside its postings, in postings: absent terms are kept, too
_STRIDE = 4096  # postings read between two looks at the clock


@dataclass(frozen=True, slots=True)
class Occurrences:
    """The passages that hold a term, ascending, and how often each does."""

    passages: NDArray[np.int64]
    counts: NDArray[np.float64]


class Postings:
    """The terms of an open index. Passages are numbered over all segments."""

    def __init__(self, reader: IndexReader) -> None:
        self._leaves: list[tuple[IndexReader, int]] = list(reader.leaf_readers())
        self._kept: OrderedDict[tuple[str, str], Occurrences] = OrderedDict()
        self._size = 0

    def of(self, field: str, term: str, deadline: Deadline) -> Occurrences:
        """Where a term occurs. Raises `OutOfTimeError`."""
        key = (field, term)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        found = self._read(field, term, deadline)
        self._kept[key] = found
        self._size += _ENTRY + len(found.passages)
        while self._size > _KEPT and len(self._kept) > 1:
            self._size -= _ENTRY + len(self._kept.popitem(last=False)[1].passages)
        return found

    def places(
        self, field: str, term: str, wanted: NDArray[np.int64], deadline: Deadline
    ) -> Iterator[tuple[int, list[int]]]:
        """The positions of a term in those of the ascending `wanted` passages that hold it."""
        for base, matcher in self._matchers(field, term):
            for number in wanted[np.searchsorted(wanted, base) :]:
                if deadline.passed:
                    raise OutOfTimeError
                if not matcher.is_active():
                    break
                matcher.skip_to(int(number) - base)
                if matcher.is_active() and matcher.id() + base == number:
                    yield int(number), matcher.value_as("positions")

    def beginning(self, field: str, letters: str) -> list[str]:
        """The terms that begin so, in alphabetical order."""
        found = {term for leaf, _ in self._leaves for term in leaf.expand_prefix(field, letters)}
        return [term.decode() for term in sorted(found)]

    def vocabulary(self, field: str) -> list[tuple[str, int]]:
        """All terms of a field in alphabetical order, with the number of passages that hold them."""
        counts: Counter[bytes] = Counter()
        for leaf, _ in self._leaves:
            # The stored count includes deleted passages; the matcher passes over them.
            whole = not leaf.has_deletions()
            for term, known in leaf.iter_field(field):
                counts[term] += known.doc_frequency() if whole else _length(leaf.postings(field, term))
        return [(term.decode(), count) for term, count in sorted(counts.items()) if count]

    def _read(self, field: str, term: str, deadline: Deadline) -> Occurrences:
        passages, counts = array("q"), array("d")
        for base, matcher in self._matchers(field, term):
            while matcher.is_active():
                if len(passages) % _STRIDE == 0 and deadline.passed:
                    raise OutOfTimeError
                passages.append(matcher.id() + base)
                counts.append(matcher.weight())
                matcher.next()
        return Occurrences(np.array(passages, dtype=np.int64), np.array(counts, dtype=np.float64))

    def _matchers(self, field: str, term: str) -> Iterator[tuple[int, Matcher]]:
        for leaf, base in self._leaves:
            try:
                matcher = leaf.postings(field, term)
            except TermNotFound:
                continue
            yield base, matcher


def _length(matcher: Matcher) -> int:
    return sum(1 for _ in matcher.all_ids())
