"""The values of one field over all segments: which are the same, how they are spelt, what a filter lets through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property

import numpy as np

from search.engines.spelling import key_of, spellings
from search.engines.whoosh.arrays import Array, owners_of
from search.engines.whoosh.columns import Counts, Mask
from search.engines.whoosh.concordance import Ids
from search.engines.whoosh.counted import LAST, Counted, Values
from search.engines.whoosh.hits import At
from search.engines.whoosh.mapped import MappedSegment
from search.engines.whoosh.numbered import Numbered
from search.engines.whoosh.terms import term_of
from search.facets import Counts as CountsByValue
from search.facets import bounds_of, is_wanted, order_of
from search.fields import Field

_FEW = 16  # passages whose values are looked up one by one
_NONE: Counts = np.empty(0, dtype=np.int64)


class Facet:
    """A field of the open index. Values are brought together when they are first counted, not when it is opened."""

    def __init__(self, field: Field, segments: Sequence[MappedSegment]) -> None:
        self._field = field
        self._segments = segments
        self._spelt: dict[str, str] = {}

    def spelling(self, value: str) -> str:
        """A value as the archive spells it; unknown ones as they are."""
        if not self._field.folds:
            return value
        if value not in self._spelt:
            if len(self._spelt) > len(self._segments) * 1000:
                self._spelt.clear()
            self._spelt[value] = self._spelling(value)
        return self._spelt[value]

    def met(self, segment: MappedSegment, values: Sequence[str | None], ids: Ids | None = None) -> Mask:
        """Which passages of a segment, or which of these, meet a filter for one of the values."""
        meeting = np.logical_or.reduce([self._having(segment, value) for value in values])
        numbers = segment.column(self._field.name).numbers
        found: Mask = meeting.take(numbers if ids is None else numbers.take(ids))
        return found

    def _having(self, segment: MappedSegment, value: str | None) -> Mask:
        """Which combinations of a segment meet a filter for `value`."""
        column = segment.column(self._field.name)
        if value is None:
            return column.without()
        meeting = np.zeros(len(column.spelt), dtype=np.bool_)
        bounds = bounds_of(self._field, value)
        if bounds is None:
            wanted = column.values_of(term_of(key_of(self._field, value)))
        else:  # fields with ranges do not fold, so their values are in order
            after = term_of(bounds[1]) + b"\0"  # what comes next after the last value that is meant
            wanted = range(column.spelt.from_(term_of(bounds[0])), column.spelt.from_(after))
        meeting[wanted.start : wanted.stop] = True
        return column.holding(meeting)

    def at(self, n: int, ids: Counts) -> tuple[Counts, Counts]:
        """For all values of these passages of a segment: the place of the passage among them, and the value."""
        column = self._segments[n].column(self._field.name)
        names, numbers = self._values
        places, values = column.spread(column.numbers[ids])
        return places, np.append(numbers[n], len(names))[values]

    def wanted(self, chosen: Collection[str | None]) -> Counts:
        """The numbers of the values that are chosen."""
        values = [*self._values[0].tolist(), None]
        return np.array([n for n, value in enumerate(values) if is_wanted(self._field, value, chosen)], dtype=np.int64)

    def name(self, number: int) -> str | None:
        """A value by its number; the last is none."""
        names = self._values[0]
        return str(names[number]) if number < len(names) else None

    def tally(self, found: Iterable[Ids | At]) -> CountsByValue:
        """Counts by value, as spelt, over these passages of each segment."""
        found = list(found)
        if "_values" not in self.__dict__ and sum(map(len, found)) <= _FEW:
            return self._named(found)
        held = [
            (numbered, segment.column(self._field.name).numbers.take(ids))
            for ids, segment, numbered in zip(found, self._segments, self._numbered, strict=True)
            if len(ids)
        ]
        size = len(self._values[0]) + 1
        if sum(len(combinations) for _, combinations in held) < size:
            values = [numbered.values(combinations) for numbered, combinations in held]
            together = values[0] if len(values) == 1 else np.concatenate([_NONE, *values])
            return Counted(self._counted, np.bincount(together, minlength=size + 1)[:size])
        total = np.zeros(size, dtype=np.int64)
        for numbered, combinations in held:
            total += numbered.tally(combinations)
        return Counted(self._counted, total)

    def _named(self, found: Sequence[Ids | At]) -> CountsByValue:
        """The same of a few passages, each value looked up by itself.

        To bring all values of an archive together takes most of the time of the first answer after a commit.
        """
        counts: Counter[str | None] = Counter()
        for segment, ids in zip(self._segments, found, strict=True):
            if len(ids):
                column = segment.column(self._field.name)
                _, values = column.spread(column.numbers.take(ids))
                for number, times in Counter(values.tolist()).items():
                    none = number == len(column.spelt)
                    counts[None if none else self.spelling(column.spelt[number].decode())] += times
        return counts

    def occurring(self) -> int:
        """How many values there are."""
        return int(np.count_nonzero(self._browsed[:-1]))

    def browse(self) -> Counted:
        """The counts over all passages that a search may find."""
        return Counted(self._counted, self._browsed)

    @cached_property
    def _browsed(self) -> Counts:
        names, numbers = self._values
        total = np.zeros(len(names) + 1, dtype=np.int64)
        for segment, number in zip(self._segments, numbers, strict=True):
            own = segment.counts(self._field.name)
            total[:-1] += np.bincount(number, own[:-1], minlength=len(names)).astype(np.int64)
            total[-1] += own[-1]
        return total

    @cached_property
    def _numbered(self) -> list[Numbered]:
        names, numbers = self._values
        columns = (segment.column(self._field.name) for segment in self._segments)
        return [Numbered(column, own, len(names)) for column, own in zip(columns, numbers, strict=True)]

    @cached_property
    def _counted(self) -> Values:
        """The values with the places that their facet gives them."""
        names: list[str | None] = [*self._values[0].tolist(), None]
        order, key = range(len(names) - 1), order_of(self._field)
        places = np.full(len(names), LAST, dtype=np.int64)
        places[sorted(order, key=lambda n: key((names[n], 0)))] = np.arange(len(order))
        numbers = {name: n for n, name in enumerate(names)}
        return Values(np.array(names, dtype=object), numbers, places, self._field.order == "count")

    @cached_property
    def _values(self) -> tuple[Array, list[Counts]]:
        """The values as spelt, in alphabetical order, and for each segment the number here of each of its values."""
        keys: dict[bytes, int] = {}
        names: list[str] = []
        numbers: list[Counts] = []
        spelt_otherwise: set[int] = set()
        for segment in self._segments:
            column, counts = segment.column(self._field.name), segment.counts(self._field.name)
            of_keys = [keys.setdefault(key, len(keys)) for key in column.keys.all()]
            numbers.append(np.array(of_keys, dtype=np.int64)[owners_of(column.first)])
            names.extend([""] * (len(keys) - len(names)))
            values = (value.decode() for value in column.spelt.all())
            for number, value, count in zip(numbers[-1].tolist(), values, counts[:-1].tolist(), strict=True):
                if count and not names[number]:
                    names[number] = value
                elif count and names[number] != value:
                    spelt_otherwise.add(number)
        for number in spelt_otherwise:
            names[number] = self._spelling(names[number])
        order = sorted(range(len(names)), key=names.__getitem__)
        rank = np.empty(len(order), dtype=np.int64)
        rank[order] = np.arange(len(order))
        return np.array(names, dtype=object)[order], [rank[own] for own in numbers]

    def _spelling(self, value: str) -> str:
        key = key_of(self._field, value)
        variants: Counter[str] = Counter()
        for segment in self._segments:
            column, counts = segment.column(self._field.name), segment.counts(self._field.name)
            for number in column.values_of(term_of(key)):
                variants[column.spelt[number].decode()] += int(counts[number])
        return spellings(self._field, {spelt: n for spelt, n in variants.items() if n}).get(key, value)
