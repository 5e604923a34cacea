"""Parts of names that are also other words: Zhang Jun, Sun Chanthol, Kim Jong Un, He Lifeng."""

from __future__ import annotations

from search.extract.gazetteer import EPONYM_NOUNS, FIRST_FAMILY_NAMES, NO_NAME_WORDS
from search.extract.line import Line

_ABBREVIATED = frozenset("jan feb mar apr jun jul aug sep oct nov dec mon tue wed thu fri sat sun".split())
_PARTICLES = frozenset({"van", "von", "de", "der", "den", "ter"})  # Jan van der Meer
_PLACES_TOO = frozenset({"francisco", "virginia", "carolina", "georgia", "israel", "paris"})  # Virginia Woolf
_AMBIGUOUS = _ABBREVIATED | _PLACES_TOO | {"he", "un"}
_OF_PLACES = frozenset({"san", "south", "north", "west", "new"})
_SHORTEST = 3  # letters of a given name after "He"


def may_be_part(plain: str) -> bool:
    """Whether a month, day, place or pronoun is a part of some names."""
    return plain in _AMBIGUOUS


def is_part_here(line: Line, at: int, *, first: bool) -> bool:
    """Whether the month, day, place or pronoun at token `at` is a part of a name by what stands beside it."""
    word, plain = line.words[at], line.plain[at]
    if plain not in _AMBIGUOUS or not word.istitle():
        return False
    after = "".join(line.words[at + 1 : at + 2])
    if plain in _ABBREVIATED:
        begins = _is_given(line, at + 1) or after in _PARTICLES
        return not after[:1].isdigit() and after != "." and (not first or begins)
    if first and plain in _PLACES_TOO:
        before = line.plain[at - 1] if at else ""
        return _is_given(line, at + 1) and line.plain[at + 1] not in EPONYM_NOUNS and before not in _OF_PLACES
    if first:
        return plain == "he" and plain in FIRST_FAMILY_NAMES and _is_given(line, at + 1)
    return plain == "un"


def _is_given(line: Line, at: int) -> bool:
    word = "".join(line.words[at : at + 1])
    return len(word) >= _SHORTEST and word.istitle() and word.isalpha() and line.plain[at] not in NO_NAME_WORDS
