"""Which passages hold a term: their numbers, ascending, and where there is more to say a code beside each.

NAME.blob, NAME.ends      the terms, sorted
NAME.indptr               where the postings of each term begin
NAME.ids       int32      the passages, term after term
NAME.codes     uint16     what the term is to the passage (`search.engines.scoring`); not in every field
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from search.engines.whoosh.arrays import Array, Arrays, Longs, indptr_of, owners_of
from search.engines.whoosh.concordance import Ids
from search.engines.whoosh.terms import Terms, terms_arrays

Codes = NDArray[np.uint16]


def postings_arrays(
    name: str, terms: Sequence[bytes], numbers: Array, ids: Ids, codes: Codes | None = None
) -> dict[str, Array]:
    """The arrays of postings that are sorted by the numbers of their terms, then by passage."""
    found = {**terms_arrays(name, terms), f"{name}.indptr": indptr_of(numbers, len(terms)), f"{name}.ids": ids}
    return found if codes is None else {**found, f"{name}.codes": codes}


class Postings:
    """The postings of one field in one segment."""

    def __init__(self, arrays: Arrays, name: str, *, coded: bool) -> None:
        self.terms = Terms(arrays, name)
        self.ids: Ids = arrays[f"{name}.ids"]
        self.codes: Codes = arrays[f"{name}.codes"] if coded else np.empty(0, dtype=np.uint16)
        self._indptr: Longs = arrays[f"{name}.indptr"]

    def of(self, term: bytes) -> tuple[Ids, Codes]:
        """The passages that hold a term, and their codes if the field has any."""
        found = self.between(term)
        return self.ids[found.start : found.stop], self.codes[found.start : found.stop]

    def between(self, term: bytes) -> range:
        """Where the postings of a term stand."""
        number = self.terms.find(term)
        return range(0) if number is None else range(int(self._indptr[number]), int(self._indptr[number + 1]))

    def numbers(self) -> NDArray[np.int64]:
        """The number of the term of each posting."""
        return owners_of(self._indptr)
