"""Passages on their way into a segment: numbers in flat arrays, brought into order once, at the end.

A token is the number of its shapes (stem, word, accented shape). Nothing else is done word by word: sorting, counting
and coding are done on whole arrays when the segment is written.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain

import numpy as np
from numpy.typing import NDArray

from search.analysis import Shape, pieces_of, printed_tokens, shapes_in
from search.engines.scoring import OTHER_FIELDS, flag_of, norm_of
from search.engines.whoosh.arrays import Array
from search.engines.whoosh.columns import COLUMNS, column_arrays
from search.engines.whoosh.concordance import Ids, concordance_arrays, tape
from search.engines.whoosh.layout import Documents, document_arrays, inflection_arrays, printed_arrays, stems_arrays
from search.engines.whoosh.mapped import hash_of
from search.engines.whoosh.postings import postings_arrays
from search.known import Known
from search.model import Passage, Repair

Numbers = NDArray[np.int32]

_SHORT_TEXTS = 20_000  # titles, headings and lists of names whose tokens are kept


class _Numbered(dict[Shape, int]):
    """Numbers for shapes, in the order they are first met."""

    def __missing__(self, shapes: Shape) -> int:
        self[shapes] = len(self)
        return self[shapes]

    def in_piece(self, piece: str) -> tuple[int, ...]:
        """The numbers of the shapes in a piece of text."""
        return tuple([self[shape] for shape in shapes_in(piece)])


@dataclass(slots=True)
class _Tokens:
    """The tokens of one field: how many each passage has, their shapes and their positions."""

    counts: array[int] = field(default_factory=lambda: array("I"))
    shapes: array[int] = field(default_factory=lambda: array("I"))
    positions: array[int] = field(default_factory=lambda: array("I"))

    def add(self, shapes: Sequence[int], positions: Sequence[int] = ()) -> None:
        self.counts.append(len(shapes))
        self.shapes.extend(shapes)
        self.positions.extend(positions)

    def owners(self, place: Ids) -> Ids:
        """The passage of each token, as it is numbered in the segment."""
        return np.repeat(place, _numbers(self.counts))


class Gathering:
    """What has been added to a segment that is not written yet, passage by passage."""

    def __init__(self) -> None:
        self._shapes = _Numbered()
        self._pieces: Known[tuple[int, ...]] = Known(self._shapes.in_piece)
        self._text = _Tokens()
        self._others = {other.name: _Tokens() for other in OTHER_FIELDS}
        self._printed: list[tuple[int, int, int, int]] = []  # passage, shape, position, width
        self._short: dict[str, tuple[array[int], array[int]]] = {}
        self._articles: dict[tuple[str, str], int] = {}
        self._figures = {name: array(kind) for name, kind in _FIGURES.items()}
        self._combinations: dict[str, dict[tuple[str, ...], int]] = {f.name: {(): 0} for f in COLUMNS}
        self._columns = {f.name: array("I") for f in COLUMNS}

    def __len__(self) -> int:
        return len(self._figures["slots"])

    @property
    def tokens(self) -> int:
        """How many words of texts there are."""
        return len(self._text.shapes)

    def add(self, passage: Passage, slot: int) -> int:
        """Take a passage that is stored in a slot; its number, by which it can be dropped again."""
        number, article = len(self), passage.article
        shapes = self._words_of(passage, number) if passage.searched else self._no_words()
        figures = {
            "articles": self._articles.setdefault((article.source_path, article.id), len(self._articles)),
            "ordinals": passage.ordinal,
            "hashes": hash_of(passage.id),
            "slots": slot,
            "days": article.dating.day.toordinal() if article.dating else 0,
            "searched": passage.searched,
            "norms": norm_of(len(shapes), passage.kind) if passage.searched else 0,
            "kept": 1,
        }
        for name, figure in figures.items():
            self._figures[name].append(figure)
        for f in COLUMNS:
            known = self._combinations[f.name]
            self._columns[f.name].append(known.setdefault(f.values(passage), len(known)))
        return number

    def drop(self, number: int) -> None:
        """Leave a passage out of the segment."""
        self._figures["kept"][number] = 0

    def arrays(self) -> dict[str, Array]:
        """The arrays of the segment."""
        documents, place = self._documents()
        text, kept = self._text.owners(place), _numbers(self._text.shapes)
        counts = _numbers(self._text.counts).astype(np.int64)
        positions = np.arange(len(text), dtype=np.int32)
        positions -= np.repeat((np.cumsum(counts) - counts).astype(np.int32), counts)
        if (place < 0).any():
            left = text >= 0
            text, kept, positions = text[left], kept[left], positions[left]
        begins, owner = tape(np.bincount(text, minlength=len(documents)))
        words, word_of = self._terms(kept, lambda shapes: shapes[1])
        accents, accent_of = self._terms(kept, lambda shapes: shapes[2])
        accented = accent_of[kept] >= 0
        written = np.unique(accent_of[kept[accented]].astype(np.int64) << 32 | text[accented])
        stems = self._stems(documents, place, text, kept)
        return {
            **document_arrays(documents),
            **concordance_arrays("words", words, word_of[kept], begins[text] + positions, owner),
            **self._names(place, len(documents)),
            **stems,
            **inflection_arrays(stems, words, self._pairs(kept)),
            **postings_arrays("accented", accents, written >> 32, (written & 0xFFFFFFFF).astype(np.int32)),
            **printed_arrays(list(self._printed_terms(place))),
            **self._fields(documents),
        }

    def _documents(self) -> tuple[Documents, Ids]:
        """The passages that are kept, in reading order, and the number each has there; -1 for those dropped."""
        figures = {name: np.array(held) for name, held in self._figures.items()}
        read = sorted(self._articles)
        rank = np.empty(len(read), dtype=np.int64)
        rank[[self._articles[article] for article in read]] = np.arange(len(read))
        articles = rank[figures["articles"]]
        order = np.lexsort((figures["ordinals"], articles))
        order = order[figures["kept"][order] > 0]
        place = np.full(len(self), -1, dtype=np.int32)
        place[order] = np.arange(len(order))
        held, numbers = np.unique(articles[order], return_inverse=True)
        ordered = {name: figure[order] for name, figure in figures.items() if name not in ("articles", "kept")}
        return Documents(articles=[read[n] for n in held.tolist()], article=numbers, order=order, **ordered), place

    def _stems(self, documents: Documents, place: Ids, text: Ids, kept: Numbers) -> dict[str, Array]:
        """A posting for each stem and passage where the text or a field that finds holds it."""
        printed = [(place[p], shape) for p, shape, *_ in self._printed if place[p] >= 0]
        passages = [text, np.array([p for p, _ in printed], dtype=np.int32)]
        shapes = [kept, np.array([shape for _, shape in printed], dtype=np.int32)]
        flags = [np.zeros(len(text) + len(printed), dtype=np.int8)]
        finding = list(shapes)
        for other in OTHER_FIELDS:
            tokens = self._others[other.name]
            owners = tokens.owners(place)
            passages.append(owners)
            shapes.append(_numbers(tokens.shapes))
            flags.append(np.full(len(owners), flag_of(other.name), dtype=np.int8))
            if other.finds:
                finding.append(shapes[-1][owners >= 0])
        stems, stem_of = self._terms(np.concatenate(finding), lambda shapes: shapes[0])
        numbers, owners, fields = stem_of[np.concatenate(shapes)], np.concatenate(passages), np.concatenate(flags)
        del shapes, passages, flags
        left = (numbers >= 0) & (owners >= 0)
        if not left.all():
            numbers, owners, fields = numbers[left], owners[left], fields[left]
        return stems_arrays(stems, numbers, owners, fields, documents.norms)

    def _names(self, place: Ids, passages: int) -> dict[str, Array]:
        tokens = self._others["names"]
        owners, shapes, positions = tokens.owners(place), _numbers(tokens.shapes), _numbers(tokens.positions)
        left = owners >= 0
        owners, shapes, positions = owners[left], shapes[left], positions[left]
        lengths = np.zeros(passages, dtype=np.int64)
        np.maximum.at(lengths, owners, positions + 1)
        begins, owner = tape(lengths)
        stems, stem_of = self._terms(shapes, lambda shapes: shapes[0])
        return concordance_arrays("names", stems, stem_of[shapes], begins[owners] + positions, owner)

    def _terms(self, used: Numbers, select: Callable[[Shape], str | None]) -> tuple[list[bytes], Numbers]:
        """The terms that the used shapes have, sorted, and the number of each shape's term; -1 where it has none."""
        there = np.bincount(used, minlength=len(self._shapes)) > 0
        terms = [shape and shape.encode() for shape in map(select, self._shapes)]
        found = sorted({term for term, is_there in zip(terms, there.tolist(), strict=True) if term and is_there})
        number = {term: n for n, term in enumerate(found)}
        return found, np.array([number.get(term or b"", -1) for term in terms], dtype=np.int32)

    def _pairs(self, kept: Numbers) -> set[tuple[bytes, bytes]]:
        there = np.bincount(kept, minlength=len(self._shapes)).tolist()
        return {(stem.encode(), word.encode()) for (stem, word, _), n in zip(self._shapes, there, strict=True) if n}

    def _printed_terms(self, place: Ids) -> list[tuple[bytes, int, int, int]]:
        names = list(self._shapes)
        found = []
        for passage, shape, position, width in self._printed:
            if place[passage] >= 0:
                stem, word, _ = names[shape]
                found.append((b"s" + stem.encode(), int(place[passage]), position, width))
                found.append((b"w" + word.encode(), int(place[passage]), position, width))
        return found

    def _fields(self, documents: Documents) -> dict[str, Array]:
        found: dict[str, Array] = {}
        for f in COLUMNS:
            column = _numbers(self._columns[f.name])[documents.order]
            found |= column_arrays(f, list(self._combinations[f.name]), column, documents.searched > 0)
        return found

    def _words_of(self, passage: Passage, number: int) -> list[int]:
        """Take the words of a passage; the shapes of its text."""
        shapes = self._numbers_of(passage.text, passage.repairs)
        self._text.add(shapes)
        for other in OTHER_FIELDS:
            self._others[other.name].add(*self._short_text(other.text(passage)))
        for token in printed_tokens(passage.text, passage.repairs) if passage.repairs else ():
            shape = self._shapes[token.stem, token.word, token.accented]
            self._printed.append((number, shape, token.position, token.width))
        return shapes

    def _no_words(self) -> list[int]:
        for tokens in (self._text, *self._others.values()):
            tokens.add(())
        return []

    def _short_text(self, text: str) -> tuple[array[int], array[int]]:
        """The shapes of a title, of a heading or of names, and their positions."""
        if text not in self._short:
            if len(self._short) > _SHORT_TEXTS:
                self._short.clear()
            lines = [self._numbers_of(line) for line in text.split("\n")]
            begins = accumulate((len(line) + 1 for line in lines), initial=0)  # between two names a position stays free
            positions = [begin + n for begin, line in zip(begins, lines, strict=False) for n in range(len(line))]
            self._short[text] = array("I", chain.from_iterable(lines)), array("I", positions)
        return self._short[text]

    def _numbers_of(self, text: str, repairs: tuple[Repair, ...] = ()) -> list[int]:
        """The numbers of the shapes of a text."""
        return list(chain.from_iterable(map(self._pieces.__getitem__, pieces_of(text, repairs))))


_FIGURES = {
    "articles": "I",
    "ordinals": "i",
    "hashes": "Q",
    "slots": "I",
    "days": "i",
    "searched": "B",
    "norms": "B",
    "kept": "B",
}


def _numbers(held: array[int]) -> Numbers:
    """The numbers without a copy; nothing can be added to them while it is looked at."""
    return np.frombuffer(held, dtype=np.int32) if held else np.empty(0, dtype=np.int32)
