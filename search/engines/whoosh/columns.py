"""One field of all passages of a segment: a dense column of combinations of values.

A passage may hold several values of a field, but few combinations of values occur. So a passage has the number of its
combination, every field is one column however many values a passage has, and what there is to know about values is
worked out once per combination. Values that fold alike have one key; a passage holds each key once, as it spells it
first. With F for `field.` and the field's name:

    F.numbers                   the combination of each passage; 0 is none
    F.indptr, F.values          the values of each combination
    F.spelt.blob, F.spelt.ends  the values, sorted by their keys
    F.keys.blob, F.keys.ends    the keys, sorted
    F.first                     the first value of each key, and the number of values
    F.counts                    how many searched passages hold each value, then how many hold none

The ways in which passages print names are one more field, kept the same way.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from search.engines.naming import forms_of
from search.engines.spelling import distinct, key_of
from search.engines.whoosh.arrays import Array, Arrays, Named, owners_of, smallest
from search.engines.whoosh.terms import Terms, terms_arrays
from search.fields import FIELDS, Field
from search.model import Passage

Counts = NDArray[np.int64]
Mask = NDArray[np.bool_]
Numbers = NDArray[np.unsignedinteger]  # of whatever width its highest needs

_FEW = 4  # so many times more combinations than hits, and only those of the hits are looked at


def _forms(passage: Passage) -> tuple[str, ...]:
    return tuple(json.dumps(form) for form in forms_of(passage))


FORMS = Field("forms", "Forms of names", _forms, None, facet=False, folds=False)
COLUMNS = (*(field for field in FIELDS if not field.alike), FORMS)


def column_arrays(
    field: Field, combinations: Sequence[tuple[str, ...]], numbers: Array, searched: Mask
) -> dict[str, Array]:
    """The arrays of a column; `combinations` may hold values that fold alike, and some that no passage has."""
    held: dict[tuple[str, ...], int] = {(): 0}
    own = [held.setdefault(distinct(field, values), len(held)) for values in combinations]
    keys = {value: key_of(field, value).encode() for values in held for value in values}
    values = sorted(keys, key=lambda value: (keys[value], value))
    place = {value: n for n, value in enumerate(values)}
    flat = np.array([place[value] for one in held for value in one], dtype=np.int64)
    indptr = np.zeros(len(held) + 1, dtype=np.int64)
    np.cumsum([len(one) for one in held], out=indptr[1:])
    column = np.array(own, dtype=np.int64)[numbers] if own else numbers
    by_combination = np.bincount(column[searched], minlength=len(held))
    counts = np.bincount(flat, np.repeat(by_combination, np.diff(indptr)), minlength=len(values))
    distinct_keys = sorted(set(keys.values()))
    first = np.searchsorted(np.array([keys[value] for value in values], dtype=object), distinct_keys)
    name = f"field.{field.name}"
    return {
        f"{name}.numbers": column.astype(smallest(len(held))),
        f"{name}.indptr": indptr.astype(smallest(int(indptr[-1]))),
        f"{name}.values": flat.astype(smallest(len(values))),
        **terms_arrays(f"{name}.spelt", [value.encode() for value in values]),
        **terms_arrays(f"{name}.keys", distinct_keys),
        f"{name}.first": np.append(first, len(values)).astype(np.uint32),
        f"{name}.counts": np.append(counts, by_combination[0]).astype(np.uint32),
    }


class Column:
    """A column that was written. Values and keys are known by their numbers."""

    def __init__(self, arrays: Arrays | Named, name: str) -> None:
        name = f"field.{name}"
        self.numbers: Numbers = arrays[f"{name}.numbers"]
        self.spelt = Terms(arrays, f"{name}.spelt")
        self.keys = Terms(arrays, f"{name}.keys")
        self.first = arrays[f"{name}.first"]
        self.counts: Counts = arrays[f"{name}.counts"].astype(np.int64)
        self._indptr = arrays[f"{name}.indptr"]
        self._values: Numbers = arrays[f"{name}.values"]

    def __len__(self) -> int:
        return len(self._indptr) - 1

    def values_of(self, key: bytes) -> range:
        """The numbers of the values that have this key."""
        number = self.keys.find(key)
        return range(0) if number is None else range(int(self.first[number]), int(self.first[number + 1]))

    def combinations(self) -> list[tuple[str, ...]]:
        """All combinations, spelt."""
        spelt = [value.decode() for value in self.spelt.all()]
        ends, values = self._indptr.tolist(), self._values.tolist()
        return [tuple(spelt[n] for n in values[ends[c] : ends[c + 1]]) for c in range(len(self))]

    def items(self) -> tuple[Counts, Numbers]:
        """All values of all combinations: the combination, and the value."""
        return self._owners, self._values

    def without(self) -> Mask:
        """Which combinations hold no value."""
        found = np.zeros(len(self), dtype=np.bool_)
        found[0] = True
        return found

    def holding(self, values: Mask) -> Mask:
        """Which combinations hold one of the values."""
        found = np.zeros(len(self), dtype=np.bool_)
        found[self._owners[values[self._values]]] = True
        return found

    def spread(self, combinations: Numbers) -> tuple[Counts, Counts]:
        """For all values of these combinations: the place of the combination, and the value; none is one, too."""
        begins = self._indptr[combinations].astype(np.int64)
        lengths = self._indptr[combinations.astype(np.int64) + 1] - begins
        sizes = np.maximum(lengths, 1)
        places = np.repeat(np.arange(len(sizes)), sizes)
        none = len(self.counts) - 1
        within = np.repeat(begins - np.cumsum(sizes) + sizes, sizes) + np.arange(len(places))
        values = np.append(self._values, none).astype(np.int64)[within]
        return places, np.where(lengths[places] > 0, values, none)

    def tally(self, combinations: Numbers) -> Counts:
        """How often each value occurs in these combinations, then how many of them are empty."""
        values = len(self.counts) - 1
        if len(self) > _FEW * len(combinations):
            return np.bincount(self.spread(combinations)[1], minlength=values + 1)
        by_combination = np.bincount(combinations, minlength=len(self))
        found = np.bincount(self._values, by_combination[self._owners], minlength=values + 1).astype(np.int64)
        found[values] = by_combination[0]
        return found

    @cached_property
    def _owners(self) -> Counts:
        """The combination of each item of `values`."""
        return owners_of(self._indptr)
