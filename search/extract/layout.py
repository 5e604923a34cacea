"""An article's text into printed units: lines, divided where two units were glued into one line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from search.extract.sentences import sentences_of
from search.limits import PASSAGE_CHARACTERS
from search.model import Article, Hint, Kind, Span

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_STUB = re.compile(r"\s{0,20}date \d{4}-\d{2}-\d{2}\b")
_IMAGE_CELL = re.compile(r"\|?[ \t]{0,4}!\[[^\[\]\n]{0,200}\]\([^()\n]{0,500}\)[ \t]{0,4}\|?")
_IMAGE_WORDS = re.compile(r"\bhinh anh \d{1,2}")
_PHOTO_CREDIT = re.compile(r"\((?:Illustrative |File )?Photos?\b[^()\n]{0,120}\)(?=\s{0,4}[^\W\d_a-z]|\s{0,4}[“\"(])")


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of the article's text that is printed as one thing. `hint` is what the input format calls it."""

    span: Span
    text: str
    hint: Kind | None


def units_of(article: Article) -> list[Unit]:
    """Every character but white space lies in exactly one unit; units ascend and begin and end with a character."""
    return [
        Unit(span, span.of(article.text), hint)
        for stretch, hint in _stretches(article.text, article.hints)
        for span in _pieces(article.text, stretch, hint)
    ]


def _stretches(text: str, hints: tuple[Hint, ...]) -> Iterator[tuple[Span, Kind | None]]:
    """Hinted spans as they are, and the lines of everything between them."""
    position = 0
    for hint in hints:
        yield from ((line, None) for line in _lines(text, position, hint.span.start))
        yield hint.span, hint.kind
        position = hint.span.end
    yield from ((line, None) for line in _lines(text, position, len(text)))


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    for match in _LINE.finditer(text, start, end):
        yield Span(match.start(), match.end())


def _pieces(text: str, stretch: Span, hint: Kind | None) -> Iterator[Span]:
    """The stretch cut at its seams; only running text is divided, a hinted heading is one unit whatever it holds."""
    raw = stretch.of(text)
    divisible = hint is None or hint is Kind.BODY
    cuts = sorted({0, *(_seams(raw) if divisible else ()), len(raw)})
    for start, end in pairwise(cuts):
        piece = _trimmed(raw, start, end)
        if piece is not None:
            yield from (part.shifted(stretch.start) for part in _divided(raw, piece))


def _seams(raw: str) -> Iterator[int]:
    """Where one printed unit ends and another begins inside a line."""
    if stub := _STUB.match(raw):
        yield stub.end()
    if "![" in raw:
        for match in _IMAGE_CELL.finditer(raw):
            yield from match.span()
    if "hinh anh" in raw:
        for match in _IMAGE_WORDS.finditer(raw):
            yield from match.span()
    if "Photo" in raw:
        for match in _PHOTO_CREDIT.finditer(raw):
            yield match.end()


def _trimmed(raw: str, start: int, end: int) -> Span | None:
    piece = raw[start:end]
    text = piece.strip()
    if not text:
        return None
    start += len(piece) - len(piece.lstrip())
    return Span(start, start + len(text))


def _divided(raw: str, piece: Span) -> Iterator[Span]:
    """A piece that is too long for one passage, cut after sentences, else between words, else anywhere."""
    if piece.end - piece.start <= PASSAGE_CHARACTERS:
        yield piece
        return
    ends = [piece.start + sentence.end for sentence in sentences_of(piece.of(raw))]
    position, nearest = piece.start, 0
    while piece.end - position > PASSAGE_CHARACTERS:
        limit = position + PASSAGE_CHARACTERS
        while nearest < len(ends) and ends[nearest] <= limit:
            nearest += 1
        cut = ends[nearest - 1] if nearest and ends[nearest - 1] > position else _word_end(raw, position, limit)
        part = _trimmed(raw, position, cut)
        if part is not None:
            yield part
        position = cut
    last = _trimmed(raw, position, piece.end)
    if last is not None:
        yield last


def _word_end(raw: str, start: int, limit: int) -> int:
    """The last place before `limit` that lies between two words; `limit` itself where there is none."""
    for separator in (" ", "\u00a0", "\n", "\t"):
        found = raw.rfind(separator, start + 1, limit)
        if found > start:
            return found
    return limit
