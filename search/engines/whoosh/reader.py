"""Whoosh's own view of a segment, so that its searcher answers on the very files ours does.

Nothing that is served uses it: it is for whoever wants Whoosh's tools, and for the tests, to which its matchers are the
oracle. Terms are found by halving, postings are copied into lists.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from whoosh.codec.base import FieldCursor, PerDocumentReader, TermsReader
from whoosh.formats import Positions
from whoosh.matching import ListMatcher
from whoosh.reading import TermInfo

from search.engines.scoring import COUNT_SHIFT, COUNTS, LENGTH_SHIFT, LENGTHS, middles
from search.engines.whoosh.codec import ArraySegment
from search.engines.whoosh.concordance import Concordance, Ids
from search.engines.whoosh.mapped import MappedSegment
from search.engines.whoosh.schema import ACCENTED, CODED, PLACED, value_field
from search.fields import FIELDS

if TYPE_CHECKING:
    from whoosh.fields import FieldType
    from whoosh.formats import Format

    from search.engines.whoosh.terms import Terms

_Term = tuple[str, bytes]
_FIELD_OF = {value_field(field.name): field.name for field in FIELDS if not field.alike}


class _Listed(NamedTuple):
    ids: list[int]
    weights: list[float]
    values: list[bytes]
    info: TermInfo


class Cursor(FieldCursor):  # type: ignore[misc]  # Whoosh is half typed and not followed
    """Walks the terms of a field."""

    def __init__(self, terms: Terms, info: Callable[[bytes], TermInfo]) -> None:
        self._terms = terms
        self._info = info
        self._at = 0

    def first(self) -> str | None:
        """Go to the first term."""
        self._at = 0
        return self.text()

    def find(self, string: str | bytes) -> str | None:
        """Go to the first term that is not less."""
        self._at = self._terms.from_(string if isinstance(string, bytes) else string.encode())
        return self.text()

    def next(self) -> str | None:
        """Go to the next term."""
        self._at += 1
        return self.text()

    def text(self) -> str | None:
        """The term here; None beyond the last."""
        return self._terms[self._at].decode() if self.is_valid() else None

    def term_info(self) -> TermInfo:
        """What is known of the term here."""
        return self._info(self._terms[self._at])

    def is_valid(self) -> bool:
        """Whether there is a term here."""
        return self._at < len(self._terms)


class TermReader(TermsReader):  # type: ignore[misc]  # as above
    """The terms and postings of all indexed fields."""

    def __init__(self, directory: Path, segment: ArraySegment) -> None:
        self._segment = MappedSegment(directory, segment)
        self._known: dict[_Term, _Listed] = {}  # Whoosh asks for the same term many times in one search

    def __contains__(self, term: _Term) -> bool:
        return self._terms(term[0]).find(term[1]) is not None

    def indexed_field_names(self) -> list[str]:
        """The fields that can be searched."""
        return [CODED, *PLACED, ACCENTED, *_FIELD_OF]

    def cursor(self, fieldname: str, fieldobj: FieldType) -> Cursor:
        """A walk over the terms of a field."""
        del fieldobj
        return Cursor(self._terms(fieldname), lambda text: self.term_info(fieldname, text))

    def terms(self) -> Iterator[_Term]:
        """All terms of all fields."""
        return (term for name in sorted(self.indexed_field_names()) for term in self.terms_from(name, b""))

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[_Term]:
        """The terms of a field from one on."""
        terms = self._terms(fieldname)
        return ((fieldname, terms[n]) for n in range(terms.from_(prefix), len(terms)))

    def items(self) -> Iterator[tuple[_Term, TermInfo]]:
        """All terms and what is known of them."""
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[_Term, TermInfo]]:
        """The terms of a field from one on, and what is known of them."""
        return ((term, self.term_info(*term)) for term in self.terms_from(fieldname, prefix))

    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        """How many passages hold a term and how often. Raises `KeyError`."""
        return self._listed(fieldname, text).info

    def matcher(self, fieldname: str, text: bytes, format_: Format, scorer: object = None) -> ListMatcher:
        """The postings of a term. Raises `KeyError`."""
        ids, weights, values, info = self._listed(fieldname, text)
        term = (fieldname, text)
        return ListMatcher(ids, weights, values, format_, scorer=scorer, term=term, terminfo=info)

    def _listed(self, name: str, term: bytes) -> _Listed:
        if (name, term) not in self._known:
            if (name, term) not in self:
                raise KeyError(term)
            ids, weights, values = self._postings(name, term)
            lengths = self._lengths[ids]
            info = TermInfo(
                weight=float(weights.sum()),
                df=len(ids),
                minlength=int(lengths.min(initial=0)),
                maxlength=int(lengths.max(initial=0)),
                maxweight=float(weights.max(initial=0)),
                minid=int(ids.min(initial=0)),
                maxid=int(ids.max(initial=0)),
            )
            self._known[name, term] = _Listed(ids.tolist(), weights.tolist(), values, info)
        return self._known[name, term]

    @cached_property
    def _lengths(self) -> Ids:
        return np.array(LENGTHS, dtype=np.int32).take(self._segment.norms >> LENGTH_SHIFT)

    def _terms(self, name: str) -> Terms:
        if name in _FIELD_OF:
            return self._segment.column(_FIELD_OF[name]).keys
        found: Terms = getattr(self._segment, name).terms
        return found

    def _postings(self, name: str, term: bytes) -> tuple[Ids, np.ndarray[Any, np.dtype[np.float64]], list[bytes]]:
        """Passages, weights and values: the code of a stem, the positions of a word."""
        if name in PLACED:
            return self._placed(getattr(self._segment, name), term)
        if name == CODED:
            ids, codes = self._segment.stems.of(term)
            return ids, middles(COUNTS)[codes >> COUNT_SHIFT], [code.tobytes() for code in codes.astype("<u2")]
        ids = self._segment.accented.of(term)[0] if name == ACCENTED else self._valued(_FIELD_OF[name], term)
        return ids, np.ones(len(ids)), [b""] * len(ids)

    def _placed(
        self, concordance: Concordance, term: bytes
    ) -> tuple[Ids, np.ndarray[Any, np.dtype[np.float64]], list[bytes]]:
        places = concordance.of(term)
        passages = concordance.passages(places)
        ids, first, counts = np.unique(passages, return_index=True, return_counts=True)
        begins = [concordance.stretch(passage)[0] for passage in ids.tolist()]
        stretches = zip(first.tolist(), (first + counts).tolist(), begins, strict=True)
        positions = [(places[a:b].astype(np.int64) - begin).tolist() for a, b, begin in stretches]
        return ids, counts.astype(np.float64), [Positions().encode(held) for held in positions]

    def _valued(self, field: str, key: bytes) -> Ids:
        column = self._segment.column(field)
        values = np.zeros(len(column.spelt), dtype=np.bool_)
        values[list(column.values_of(key))] = True
        return np.flatnonzero(column.holding(values)[column.numbers] & self._segment.searched).astype(np.int32)


class PassageReader(PerDocumentReader):  # type: ignore[misc]  # as above
    """Stored passages, lengths and deletions. The length of a field is that of the text, which scores go by."""

    def __init__(self, directory: Path, segment: ArraySegment) -> None:
        self._segment = MappedSegment(directory, segment)
        self._deleted = segment.deleted_docs()

    def doc_count(self) -> int:
        """How many passages there are."""
        return len(self._segment) - len(self._segment.dead)

    def doc_count_all(self) -> int:
        """How many there are, deleted ones among them."""
        return len(self._segment)

    def has_deletions(self) -> bool:
        """Whether some are deleted."""
        return len(self._segment.dead) > 0

    def is_deleted(self, docnum: int) -> bool:
        """Whether one is deleted."""
        return docnum in self._deleted

    def deleted_docs(self) -> set[int]:
        """Which are deleted."""
        return self._deleted

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """The length class of the text."""
        del fieldname, default
        return LENGTHS[int(self._segment.norms[docnum]) >> LENGTH_SHIFT]

    def field_length(self, fieldname: str) -> int:
        """The words of all texts, by their length classes."""
        del fieldname
        return int(self._segment.arrays["lengths"] @ np.array(LENGTHS))

    def min_field_length(self, fieldname: str) -> int:
        """The shortest text."""
        del fieldname
        return LENGTHS[int(np.flatnonzero(self._segment.arrays["lengths"]).min(initial=0))]

    def max_field_length(self, fieldname: str) -> int:
        """The longest text."""
        del fieldname
        return LENGTHS[int(np.flatnonzero(self._segment.arrays["lengths"]).max(initial=0))]

    def stored_fields(self, docnum: int) -> dict[str, object]:
        """The passage."""
        return {"passage": self._segment.passage(docnum)}
