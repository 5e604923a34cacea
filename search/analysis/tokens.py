"""Tokens: the words, numbers and document codes of a text, each with its place."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import Stemmer

from search.analysis.codes import ASKED, WRITTEN, code_of
from search.analysis.folding import APOSTROPHES, accented_form, fold
from search.analysis.repairing import Reading, reading_of
from search.analysis.variants import unified_prefixes, unify
from search.known import Known
from search.limits import TOKEN_CHARACTERS
from search.model import Repair, Span

Shape = tuple[str, str, str | None]
"""Stem, word and accented form of a token."""
Found = tuple[int, int, Shape]
"""Where a token begins and ends in a text, and its shape."""


class Token(NamedTuple):
    """One word, number or code.

    `word` is folded, with spelling variants unified; `stem` is what inflections share; `accented` is the lower-case
    form with diacritics where the text has them. `span` is in the raw text. Tokens at consecutive positions follow
    each other in the text; a token as printed (`printed_tokens`) takes up as many of them as repairs made of it.
    """

    # A named tuple, not a dataclass: an index is built from millions of them.
    stem: str
    word: str
    accented: str | None
    span: Span
    position: int
    width: int = 1


_IDEOGRAPH = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"  # written without blanks: every character is a token
_MARK = r"\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u0900-\u0963\u0966-\u0eff\u1000-\u1049\u200c\u200d"
_LETTERS = rf"(?:[^\W_{_IDEOGRAPH}]++|[{_MARK}]++)++"  # runs, not one by one: every text there is passes through it
_INITIAL = rf"[^\W\d_][{_MARK}]*"
_WORD = rf"[{_IDEOGRAPH}]|{_LETTERS}(?:[{APOSTROPHES}]{_LETTERS})*+"
_PLAIN = (
    r"(?P<number>(?<![\d.])(?:\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,20})?|\d{1,3}(?:\.\d{3}){2,6}|\d{1,20}\.\d{1,20})"
    r"(?![.,]?\d))"
    rf"|(?P<initials>(?<!\w)(?:(?:{_INITIAL}\.){{2,6}}|{_INITIAL}(?:\.{_INITIAL}){{1,5}})(?![\w{_MARK}]))"
    r"|(?P<joined>(?<!\w)[Cc]o[-\u2010\u2011](?:op|or)[a-z]{4,16}(?!\w))"
    rf"|(?P<numero>(?<!\w)(?:[Nn][Oo]s?(?:\.(?=\s{{0,2}}\d)|\s(?={WRITTEN}))|№(?=\s{{0,2}}\d)))"
    rf"|{_WORD}"
)
WORDS = re.compile(_WORD)
TEXT = re.compile(rf"(?P<code>{WRITTEN})|{_PLAIN}")
_QUERY = re.compile(rf"(?P<code>{WRITTEN}|{ASKED})|{_PLAIN}")
_NOT_A_CODE = re.compile(_PLAIN)
_POSSESSIVE = re.compile(rf"[{APOSTROPHES}][sS]\Z")

SURFACE = 4 * TOKEN_CHARACTERS  # letters of which marks may be taken off
_NUMERO = re.compile(rf"[Nn][Oo]s?(?:\.\s{{1,2}}\d|\s(?={WRITTEN}))")
_NUMERO_LAST = re.compile(r"[Nn][Oo]s?\.?\s?\Z")

_AROUND = ".,;:?!()\"'\u2018\u2019\u201c\u201d"  # of these, those around a word are of no token

_stemmers = threading.local()  # a Snowball stemmer keeps a state while it works


def tokens_of(text: str, repairs: tuple[Repair, ...] = ()) -> list[Token]:
    """The tokens of a passage, read with its repairs; spans point into the raw `text`."""
    return _tokens(reading_of(text, repairs), TEXT)


def shapes_of(text: str, repairs: tuple[Repair, ...] = ()) -> list[Shape]:
    """The shapes of the tokens of a passage, one after the other: `tokens_of` without their places in the raw text."""
    return [shape for piece in pieces_of(text, repairs) for shape in shapes_in(piece)]


def pieces_of(text: str, repairs: tuple[Repair, ...] = ()) -> list[str]:
    """A passage in pieces that can be read one by one, and most of them be known from other passages.

    They are what stands between blanks: no token of a passage holds one. Nothing but the "No." before a number looks
    beyond a blank, so what ends in one is a piece with what follows.
    """
    read = reading_of(text, repairs).text if repairs else text
    pieces = read.split(" ")
    return _with_numbers(pieces) if _NUMERO.search(read) else pieces


def _with_numbers(pieces: Iterable[str]) -> list[str]:
    joined: list[str] = []
    waiting: list[str] = []
    for piece in pieces:
        waiting.append(piece)
        if piece.strip() and not _NUMERO_LAST.search(piece):
            joined.append(" ".join(waiting))
            waiting = []
    return [*joined, " ".join(waiting)] if waiting else joined


def shapes_in(piece: str) -> tuple[Shape, ...]:
    """The shapes of the tokens of a piece."""
    return tuple([shape for _, _, shape in _PIECES[piece]])


def printed_tokens(text: str, repairs: tuple[Repair, ...]) -> list[Token]:
    """The tokens that only the raw text has, `organizationhas`, each at the place of what `tokens_of` reads there."""
    if not any(_joins_or_parts(repair, text) for repair in repairs):
        return []
    repaired = tokens_of(text, repairs)
    known, printed, first = {token.span for token in repaired}, [], 0
    for token in tokens_of(text):
        if token.span in known:
            continue
        while first < len(repaired) and repaired[first].span.end <= token.span.start:
            first += 1
        last = first
        while last < len(repaired) and repaired[last].span.start < token.span.end:
            last += 1
        if last > first and token.word != repaired[first].word:
            printed.append(token._replace(position=first, width=last - first))
    return printed


def _joins_or_parts(repair: Repair, text: str) -> bool:
    """Whether a repair may change where words begin: a blank for another kind of blank does not."""
    return not (repair.span.of(text).isspace() and repair.replacement.isspace())


def names_tokens(names: str) -> list[Token]:
    """The tokens of names, one name on each line: between two of them a position stays free.

    Spans are those of each line.
    """
    tokens: list[Token] = []
    after = 0  # the next free position
    for line in names.split("\n"):
        own = tokens_of(line)
        tokens.extend(token._replace(position=after + token.position) for token in own)
        after += len(own) + 1
    return tokens


@lru_cache(maxsize=1024)  # reading a query, finding, marking and advising ask for the same few words
def query_tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a query: as `tokens_of`, and codes are known by `21 KL TW` too."""
    return tuple(_tokens(reading_of(text), _QUERY))


@lru_cache(maxsize=256)
def prefixes_of(letters: str) -> tuple[str, ...]:
    """The beginnings of folded words to look for when `letters*` is asked: `organiz` must find `organisation`."""
    tokens, folded = query_tokens(letters), fold(letters)
    if not tokens:
        return ()
    return unified_prefixes(folded if tokens[0].word == unify(folded) else tokens[0].word)


def fold_value(value: str) -> str:
    """What two ways of writing a name have in common: `Tô Lâm` and `to lam`, `Organization` and `organisation`.

    For comparing a typed filter value with canonical ones; never shown.
    """
    return " ".join(token.word for token in query_tokens(value)) or value.strip().casefold()


def _tokens(reading: Reading, pattern: re.Pattern[str]) -> list[Token]:
    tokens: list[Token] = []
    for start, end, (stem, word, accented) in _found(reading.text, pattern):
        tokens.append(Token(stem, word, accented, reading.raw(start, end), len(tokens)))
    return tokens


def _found(text: str, pattern: re.Pattern[str]) -> list[Found]:
    """Where every token begins and ends, and its shape."""
    if pattern is _QUERY:  # a code that is asked for may have blanks
        return found_between(0, len(text), text, pattern)
    tokens: list[Found] = []
    at = 0
    for piece in pieces_of(text):
        tokens += [(at + start, at + end, shape) for start, end, shape in _PIECES[piece]]
        at += len(piece) + 1
    return tokens


def _found_in(piece: str) -> tuple[Found, ...]:
    word = piece.strip(_AROUND)
    if word.isascii() and word.isalpha():  # as most pieces are: no pattern is needed to find that it is one word
        start = piece.index(word)
        return ((start, start + len(word), forms_of(word[:SURFACE], None)),)
    return tuple(found_between(0, len(piece), piece, TEXT))


_PIECES = Known(_found_in)


def found_between(start: int, end: int, text: str, pattern: re.Pattern[str]) -> list[Found]:
    """The tokens that begin in a stretch, whatever they are."""
    tokens: list[Found] = []
    at: int | None = start
    while at is not None:
        at = _find_from(at, end, text, pattern, tokens)
    return tokens


def _find_from(at: int, last: int, text: str, pattern: re.Pattern[str], tokens: list[Found]) -> int | None:
    """Add the tokens from a place on; where to go on, if that is not where the pattern would."""
    for found in pattern.finditer(text, at):
        if found.start() >= last:
            break
        group, end = found.lastgroup, found.end()
        if group == "code":
            code = code_of(found[0])
            if code is None:  # it only looked like one: `20-metre/second`
                other = _NOT_A_CODE.match(text, found.start()) or found
                if other.lastgroup != "numero":
                    _add(tokens, other)
                return other.end()
            tokens.append((found.start(), end, (code, code, None)))
        elif group != "numero":  # "No. 35" is 35
            _add(tokens, found)
    return None


def _add(tokens: list[Found], found: re.Match[str]) -> None:
    forms = forms_of(found[0][:SURFACE], found.lastgroup)
    if forms[1]:
        tokens.append((found.start(), found.end(), forms))


@lru_cache(maxsize=65_536)
def forms_of(surface: str, group: str | None) -> Shape:
    """Stem, word and accented form of one surface."""
    if group == "number":
        word = surface.replace(",", "") if "," in surface or surface.count(".") == 1 else surface.replace(".", "")
        return word, word, None
    if group in ("initials", "joined"):
        surface = re.sub(r"[.\-\u2010\u2011]", "", surface)
    surface = _POSSESSIVE.sub("", surface)
    word = unify(fold(surface)[:TOKEN_CHARACTERS])
    return _stem(word), word, accented_form(surface)


def _stem(word: str) -> str:
    stemmer = getattr(_stemmers, "english", None)
    if stemmer is None:
        stemmer = _stemmers.english = Stemmer.Stemmer("english", 0)  # no cache of its own: forms_of is one
    stem: str = stemmer.stemWord(word)
    return stem
