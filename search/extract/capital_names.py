"""Names in capitals within ordinary text, as minutes print them: "AMY LAND (Chile) said", "Ms. VAN DORN replied"."""

from __future__ import annotations

import re

from search.extract.gazetteer import EPONYM_NOUNS, LANDS, NO_NAME_WORDS
from search.extract.lexicon import CALLINGS, HONORIFICS, STRONG_CUES, WEAK_CUES
from search.extract.line import Line
from search.extract.roles import HEADS

_CAPITALS = re.compile(r"\b[A-Z]{3,40}\b")
_DASHES = frozenset("-\u2013\u2014\u2015")
_LONGEST = 9  # tokens, with the stops of initials
_FULL = 2  # words of a full name
_BRACKET_LONGEST = 6


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
        elif len(word) > 1 and word.isupper() and word[0].isalpha() and not _is_no_name(plain):
            words += 1
            end += 1
        else:
            break
    return end, words


def _is_no_name(plain: str) -> bool:
    return plain in NO_NAME_WORDS or plain in EPONYM_NOUNS or plain in LANDS or (plain,) in HEADS


def _stands_as_name(line: Line, at: int, end: int) -> bool:
    """Whether a cue or a country in brackets follows, or commas enclose the name after a title."""
    before, after = line.words[at - 1 : at], line.words[end : end + 1]
    if not after:
        return False
    if before == (",",) and after == (",",):
        return any((plain,) in HEADS for plain in line.plain[max(0, at - 1 - _BRACKET_LONGEST) : at - 1])
    titled = at > 0 and ((line.plain[at - 1],) in HEADS or line.plain[at - 1] in CALLINGS)
    if at > 0 and before[0] not in {".", ",", ":"} and not titled:
        return False
    if after == ("(",):
        closing = line.words[end : end + _BRACKET_LONGEST]
        shut = closing.index(")") + end + 1 if ")" in closing else len(line.words)
        return shut < len(line.words) and line.words[shut] not in _DASHES
    return after[0].islower() and (after[0] in STRONG_CUES or after[0] in WEAK_CUES)
