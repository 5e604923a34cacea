"""Find the tokens that are sought in a text without making all the others, most of which no one asked for.

What can be sought is known by its first letters. So the places where these letters stand are looked for, which is a
search for a string; only there a word is read, and only of that word the stem is taken. Words whose first letters may
be folded into others are read wherever they stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from search.analysis.folding import APOSTROPHES
from search.analysis.repairing import reading_of
from search.analysis.tokens import (
    SURFACE,
    TEXT,
    WORDS,
    Found,
    Shape,
    Token,
    forms_of,
    found_between,
)
from search.analysis.variants import printed_beginnings
from search.model import Repair, Span

_ROOT = 3  # letters of a beginning that are looked for
_CHANGED = 2  # letters at the end of a stem that may not stand in the word
_SHORTEST = 2
_REMEMBERED = 4096  # words that a search remembers
_SIGNS = "\u00a0\u00ab\u00bb\u2010-\u2015\u201c-\u201f\u2022\u2026"  # end a word and are no part of one
# A sign, a letter or a mark that folding may turn into other letters, or into none; of ASCII ' and ` alone.
_ODD = re.compile(rf"[^\x00-&(-_a-\x7f{_SIGNS}]")
# Needed by all that is no plain word: a digit, a full stop before a letter, "co-o". The first set is of characters and
# ranges alone, so a search passes over all others in a loop of C; what digits there are beyond ASCII is asked then.
_MORE_THAN_WORDS = re.compile(r"[.0-9Cc\u0080-\U0010ffff](?:(?<=\d)|(?<=\.)[^\W\d_]|(?<=[Cc])o[-\u2010\u2011]o)")
_NO_LETTERS = f"{APOSTROPHES}.-\u2010\u2011"
_PARTING = re.compile(rf"[{re.escape(_NO_LETTERS)}](?=\w)")
_NUMERO = ("no", "nos")
_BEFORE = len("Nos.  ")  # so far before a number stands what belongs to it
_OF_YING = re.compile(".ie")  # the stems of dying, lying, tying and vying
_NOT_SOUGHT: Shape = ("", "", None)

Printed = tuple[str, tuple[Repair, ...]]  # the raw text of a passage, and its repairs
_Raw = Callable[[int, int], Span]


class Sought:
    """Tokens with certain stems, certain words, or words that begin in certain ways; all of them folded and unified."""

    def __init__(self, stems: Iterable[str], words: Iterable[str] = (), beginnings: Iterable[str] = ()) -> None:
        self._stems, self._words, self._beginnings = frozenset(stems), frozenset(words), tuple(beginnings)
        asked = [(stem, _root_of(stem)) for stem in self._stems]
        asked += [(word, word[:_ROOT]) for word in (*self._words, *self._beginnings)]
        spelt = [(word, root) for word, root in asked if not _has_digit(word)]
        roots = {f"{word[0]}y" for word, _ in spelt if _OF_YING.fullmatch(word)}
        self.roots = tuple(sorted(roots.union(*(printed_beginnings(root) for _, root in spelt))))
        self.numbers = len(spelt) < len(asked)
        self._known: dict[str, Shape] = {}

    def __bool__(self) -> bool:
        return bool(self._stems or self._words or self._beginnings)

    def has(self, shape: Shape) -> bool:
        """Whether a token of this shape is sought."""
        stem, word, _ = shape
        return stem in self._stems or word in self._words or word.startswith(self._beginnings)

    def read(self, surface: str) -> Shape | None:
        """The shape of a plain word that is sought, by how it is printed; None for others."""
        known = self._known.get(surface)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            shape = forms_of(surface[:SURFACE], None)
            known = self._known[surface] = shape if shape[1] and self.has(shape) else _NOT_SOUGHT
        return known if known[1] else None


def spans_where(printed: Sequence[Printed], sought: Sought) -> list[list[Span]]:
    """The spans of the sought tokens of each passage, in its raw text, ascending."""
    return [[raw(start, end) for start, end, _ in found] for _, raw, found in _found_in_each(printed, sought)]


def tokens_where(printed: Sequence[Printed], sought: Sought) -> list[list[Token]]:
    """The sought tokens of each passage. Two stand at consecutive positions if they do so among all its tokens."""
    return [_placed(*one) for one in _found_in_each(printed, sought)]


def _placed(text: str, raw: _Raw, found: list[Found]) -> list[Token]:
    tokens: list[Token] = []
    position, last = -1, 0
    for start, end, (stem, word, accented) in found:
        position += 1 + (position >= 0 and _is_between(text, last, start))
        tokens.append(Token(stem, word, accented, raw(start, end), position))
        last = end
    return tokens


def _is_between(text: str, start: int, end: int) -> bool:
    """Whether a token stands in a stretch without sought ones: the "No." of a number is none."""
    if text[start:end] == " ":
        return False
    word = WORDS.search(text, start, end)
    if word is None:
        return False
    if word[0].isalpha() and word[0].casefold() not in _NUMERO:
        return True
    return bool(found_between(start, end, text, TEXT))


def _found_in_each(printed: Sequence[Printed], sought: Sought) -> Iterator[tuple[str, _Raw, list[Found]]]:
    """Each passage as it is read, what makes a raw span of a place in that, and the places of sought tokens."""
    readings = [reading_of(text, repairs) if repairs else None for text, repairs in printed]
    texts = [reading.text if reading else text for reading, (text, _) in zip(readings, printed, strict=True)]
    raw = [reading.raw if reading else Span for reading in readings]
    return zip(texts, raw, _found(texts, sought), strict=True)


def _found(texts: Sequence[str], sought: Sought) -> list[list[Found]]:
    """Where sought tokens stand in each text. The texts are searched as one: there are ten on a page, and short."""
    whole = "\n".join(texts)
    lower = "\n".join([text.lower() for text in texts])  # one that is all ASCII is many times quicker
    if sought.numbers or len(lower) != len(whole) or _hides_letters(lower, sought.roots):
        return [_found_with_care(text, sought) for text in texts]
    found: list[list[Found]] = [[] for _ in texts]
    doubtful: set[int] = set()
    number, begin, border = -1, 0, -1  # the text, its first place, and the place after its last
    for start, end, shape in _words(0, len(whole), whole, lower, sought):
        while start > border:
            number, begin = number + 1, border + 1
            border = begin + len(texts[number])
        found[number].append((start - begin, end - begin, shape))
        if _is_more_than_word(start, end, shape, whole):
            doubtful.add(number)
    for number in doubtful:
        found[number] = _found_with_care(texts[number], sought)
    return found


def _found_with_care(text: str, sought: Sought) -> list[Found]:
    """Where sought tokens stand in a text in which not all of them may be plain words."""
    lower = text.lower()
    if len(lower) != len(text):  # a capital that takes two letters to be small: places would not be the same
        return [one for one in found_between(0, len(text), text, TEXT) if sought.has(one[2])]
    found: list[Found] = []
    for start, end, plain in _stretches(text):
        if plain:
            found += _words(start, end, text, lower, sought)
        elif sought.numbers or _ODD.search(lower, start, end) or _letters_hold(lower[start:end], sought.roots):
            found += [one for one in found_between(start, end, text, TEXT) if sought.has(one[2])]
    return found


def _stretches(text: str) -> Iterator[tuple[int, int, bool]]:
    """A text from blank to blank: where there may be more than plain words, and what lies between.

    No token of a passage holds a blank, and none but the "No." before a number looks beyond one.
    """
    at = 0
    while sign := _MORE_THAN_WORDS.search(text, at):
        start = text.rfind(" ", at, sign.start()) + 1 or at
        start = text.rfind(" ", at, max(at, start - _BEFORE)) + 1 or at
        if at < start:
            yield at, start, True
        at = text.find(" ", sign.end())
        if at < 0:
            at = len(text)
        yield start, at, False
    if at < len(text):
        yield at, len(text), True


def _hides_letters(lower: str, roots: tuple[str, ...]) -> bool:
    """Whether a root stands where signs part its letters, as in initials or `co-op`."""
    if not _PARTING.search(lower):
        return False
    letters = _letters_of(lower)
    return any(letters.count(root) != lower.count(root) for root in roots)


def _letters_hold(lower: str, roots: tuple[str, ...]) -> bool:
    """Whether a word, initials or `co-op` in a stretch may begin with one of the roots."""
    letters = _letters_of(lower)
    return any(root in letters for root in roots)


def _letters_of(text: str) -> str:
    """A text without the signs that may part the letters of a word."""
    for sign in _NO_LETTERS:  # most are nowhere, which is seen at once: a table for all takes seven times as long
        text = text.replace(sign, "")
    return text


def _is_more_than_word(start: int, end: int, shape: Shape, text: str) -> bool:
    """Whether what was read as a word may be a part of something else: it stands beside digits, or it is a "No."."""
    if shape[1] in _NUMERO:
        return True
    if text[start - 1 : start] == " " == text[end : end + 1] and text[start:end].isalpha():
        return False  # as nearly all
    last = text.find(" ", end)
    return _MORE_THAN_WORDS.search(text, text.rfind(" ", 0, start) + 1, last if last >= 0 else len(text)) is not None


def _words(start: int, end: int, text: str, lower: str, sought: Sought) -> list[Found]:
    """The sought words of a stretch that holds nothing but words."""
    places: dict[int, int] = {}
    for root in sought.roots:
        at = lower.find(root, start, end)
        while at >= 0:
            if at == start or _ends_before(text[at - 1]):
                word = WORDS.match(text, at, end)
                if word:
                    places[at] = word.end()
            at = lower.find(root, at + 1, end)
    odd = _ODD.search(text, start, end)
    while odd:
        first, last = text.rfind(" ", start, odd.start()) + 1 or start, text.find(" ", odd.end(), end)
        last = end if last < 0 else last
        places.update(word.span() for word in WORDS.finditer(text, first, last))
        odd = _ODD.search(text, last, end)
    found: list[Found] = []
    for first in sorted(places):
        last = places[first]
        shape = sought.read(text[first:last])
        if shape:
            found.append((first, last, shape))
    return found


def _ends_before(sign: str) -> bool:
    """Whether a word may begin after a sign. After an odd one it is read with what stands around that."""
    return sign == " " or (not sign.isalnum() and not _ODD.match(sign))


def _root_of(stem: str) -> str:
    """The letters with which all words of a stem begin: the stemmer changes none but the last two, and not the first.

    "Cry" has the stem "cri", "sensibility" has "sensibl".
    """
    return stem[: max(_SHORTEST, min(_ROOT, len(stem) - _CHANGED))]


def _has_digit(word: str) -> bool:
    return any(c.isdigit() for c in word)
