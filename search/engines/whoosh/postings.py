"""Which passages hold a term: their numbers, ascending, and where there is more to say a code beside each.

NAME.blob, NAME.ends      the terms, sorted
NAME.ids.*                the passages of each term (`search.engines.whoosh.lists`)
NAME.codes     uint16     what the term is to the passage (`search.engines.scoring`); not in every field
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from search.engines.whoosh.arrays import Array, Arrays
from search.engines.whoosh.concordance import Ids
from search.engines.whoosh.lists import Lists, lists_arrays
from search.engines.whoosh.terms import Terms, terms_arrays

Codes = NDArray[np.uint16]

_NONE: Ids = np.empty(0, dtype=np.int32)


def postings_arrays(
    name: str, terms: Sequence[bytes], numbers: Array, ids: Ids, codes: Codes | None = None
) -> dict[str, Array]:
    """The arrays of postings that are sorted by the numbers of their terms, then by passage."""
    found = {**terms_arrays(name, terms), **lists_arrays(f"{name}.ids", numbers, ids, len(terms))}
    return found if codes is None else {**found, f"{name}.codes": codes}


class Postings:
    """The postings of one field in one segment."""

    def __init__(self, arrays: Arrays, name: str, *, coded: bool) -> None:
        self.terms = Terms(arrays, name)
        self.codes: Codes = arrays[f"{name}.codes"] if coded else np.empty(0, dtype=np.uint16)
        self._ids = Lists(arrays, f"{name}.ids")

    def of(self, term: bytes) -> tuple[Ids, Codes]:
        """The passages that hold a term, and their codes if the field has any."""
        number = self.terms.find(term)
        if number is None:
            return _NONE, self.codes[:0]
        stretch = self._ids.stretch(number)
        return self._ids.between(number, number + 1).view(np.int32), self.codes[stretch.start : stretch.stop]

    def between(self, term: bytes) -> range:
        """Where the postings of a term stand among all."""
        number = self.terms.find(term)
        return range(0) if number is None else self._ids.stretch(number)

    @cached_property
    def ids(self) -> Ids:
        """The passages of all postings, term after term."""
        return self._ids.all().view(np.int32)

    def numbers(self) -> NDArray[np.int32]:
        """The number of the term of each posting."""
        return self._ids.numbers()
