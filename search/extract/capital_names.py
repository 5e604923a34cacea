"""Names in capitals within ordinary text, as minutes print them: "AMY LAND (Chile) said", "Ms. VAN DORN replied"."""

from __future__ import annotations

import re
from itertools import pairwise

from search.extract.field_words import NAMES_OF_FIELDS
from search.extract.gazetteer import EPONYM_NOUNS, LANDS, NO_NAME_WORDS
from search.extract.lexicon import CALLINGS, HONORIFICS, STRONG_CUES, WEAK_CUES
from search.extract.line import Line
from search.extract.title_words import HEADS

_CAPITAL = "[A-Z\u00c0-\u00de]"
_CAPITALS = re.compile(_CAPITAL + _CAPITAL + _CAPITAL)  # and no repetition: a search for its first sign is quick
_DASHES = frozenset("-\u2013\u2014\u2015")
_NEVER = frozenset("of and the for in to at on with by a an".split())
_LONGEST = 9  # tokens, with the stops of initials
_FULL = 2  # words of a full name
_ROW = 4  # words of a name in small letters
_ADVERBS = frozenset("has also then yesterday today".split())
_BRACKET_LONGEST = 12
_TITLE_BEFORE = 6
_TITLE_WITHIN = 5  # tokens after a name and its comma


def capital_names(line: Line) -> dict[int, int]:
    """Where names of two or more words in capitals begin and end, by token; none in a line that is all capitals."""
    found: dict[int, int] = {}
    if _CAPITALS.search(line.text) is None or line.text.isupper():
        return found
    at = 0
    while at < len(line.words):
        end, words = _run(line, at)
        if words >= _FULL and (follows_honorific(line, at) or _stands_as_name(line, at, end)):
            found[at] = end
        at = max(end, at + 1)
    return found


def names_after_bodies(line: Line) -> dict[int, int]:
    """Names of two or three unknown words that end a body's name only seemingly: … for Development SINLAVONG X said."""
    found: dict[int, int] = {}
    words, plain = line.words, line.plain
    for before, at in pairwise(line.capitals):
        if (
            at == before + 1
            and plain[before] in NO_NAME_WORDS
            and plain[at] not in NAMES_OF_FIELDS
            and at < len(words) - _FULL
        ):
            end = at
            while end < len(words) and end - at < _ROW and _is_unknown(words[end], plain[end]):
                end += 1
            if end - at >= _FULL and _speaks(line, end):
                found[at] = end
    return found


def _is_unknown(word: str, plain: str) -> bool:
    return word[0].isupper() and word.isalpha() and not word.isupper() and not _is_no_name(plain, first=True)


def _speaks(line: Line, at: int) -> bool:
    """Whether what follows is said of a person: a cue, or when and where before it."""
    word = line.words[at] if at < len(line.words) else "."
    return word in STRONG_CUES or word in _ADVERBS or (word == "on" and line.plain[at + 1 : at + 2] != ("the",))


def follows_honorific(line: Line, at: int) -> bool:
    """Whether Mr., Ms. and the like stand before the token."""
    before = at - 1 - (line.words[at - 1 : at] == (".",))
    return before >= 0 and line.plain[before] in HONORIFICS


def _run(line: Line, at: int) -> tuple[int, int]:
    """The token after a row of capitals that begins at `at`, and how many words of a name are in it."""
    end = at
    words = 0
    while end < len(line.words) and end - at < _LONGEST:
        word, plain = line.words[end], line.plain[end]
        initial = len(word) == 1 and word.isupper()
        if end > at and (initial or (word == "." and len(line.words[end - 1]) == 1)):
            end += 1
        elif len(word) > 1 and word.isupper() and word[0].isalpha() and not _is_no_name(plain, first=words == 0):
            words += 1
            end += 1
        else:
            break
    return end, words


def _is_no_name(plain: str, *, first: bool) -> bool:
    """Whether the word belongs to no name; family names such as Hall are ordinary words too."""
    if first or plain in _NEVER:
        return plain in NO_NAME_WORDS or plain in EPONYM_NOUNS or plain in LANDS or (plain,) in HEADS
    return (plain,) in HEADS


def _stands_as_name(line: Line, at: int, end: int) -> bool:
    """Whether a title stands before the name, or a title, an aside, a country in brackets or a cue follows it."""
    after = line.words[end : end + 1]
    if at > 0 and after and ((line.plain[at - 1],) in HEADS or line.plain[at - 1] in CALLINGS):
        return True
    if not after or (at > 0 and line.words[at - 1] not in {".", ",", ":"}):
        return False
    if after == (",",):
        return _is_title_or_aside(line, end + 1) if at == 0 else _follows_title(line, at)
    if after == ("(",):
        closing = line.words[end : end + _BRACKET_LONGEST]
        shut = closing.index(")") + end + 1 if ")" in closing else len(line.words)
        return shut < len(line.words) and line.words[shut] not in _DASHES
    return after[0].islower() and (after[0] in STRONG_CUES or after[0] in WEAK_CUES)


def _follows_title(line: Line, at: int) -> bool:
    """Whether the comma before the name ends a title: the Committee Chair, INGE VAN DOORN, said."""
    titled = any((plain,) in HEADS for plain in line.plain[max(0, at - 1 - _TITLE_BEFORE) : at - 1])
    return line.words[at - 1] == "," and titled


def _is_title_or_aside(line: Line, at: int) -> bool:
    """Whether what follows the comma describes a person: a title, or words in small letters."""
    words = line.words[at : at + 1]
    if words and words[0].islower():
        return True
    return any((plain,) in HEADS for plain in line.plain[at : at + _TITLE_WITHIN])
