"""Finding personal names: Vietnamese ones by surname and syllable, others by rows of capitals that are nothing else."""

from __future__ import annotations

import re
from functools import lru_cache

from search.extract.foreign_names import NUMERALS
from search.extract.gazetteer import (
    EPONYM_NOUNS,
    FIRST_FAMILY_NAMES,
    GIVEN_NAMES,
    NO_NAME_WORDS,
    PLACE_NOUNS,
    PLACES,
    PROVINCES,
    SHORT_SURNAMES,
    SURNAMES,
)
from search.extract.lexicon import HONORIFICS
from search.extract.line import Line
from search.names import name_key, unaccented

_SYLLABLE = re.compile(r"(?:ngh|ng|nh|gi|gh|kh|ch|th|tr|ph|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?")
_PLACES = PLACES | {name_key(province) for province in PROVINCES}
_PLACE_BEGINNINGS = frozenset(place.partition(" ")[0] for place in _PLACES)
_ENGLISH = frozenset({"the", "then", "than", "he", "me", "on", "in", "at", "can", "may", "no"})
_MIDDLE_NAMES = frozenset({"the", "than"})
_LONGEST = 5
_INITIALS = 2  # letters of a first part that is not written out: KP Sharma Oli
_BEFORE_ENGLISH = 2  # syllables before one that is an English word as well
_SHORTEST_OF_SHORT = 3


def vietnamese_names(line: Line) -> dict[int, int]:
    """Where Vietnamese full names begin and end, by token; a place, an order or an academy named so is none."""
    found: dict[int, int] = {}
    if line.text.isupper():
        return found
    free = 0
    for surname in [at for at in line.capitals if line.plain[at] in SURNAMES or _is_rare(line, at)]:
        end = _name_end(line, surname) if surname >= free else surname
        if end > surname:
            rare = line.plain[surname] == "thi" and surname > 0 and _is_part(line, surname - 1, first=True)
            begin = surname - (rare and surname - 1 not in found.values())  # Bo Thi Xuan Linh
            found[begin] = free = end
    return found


def _is_rare(line: Line, at: int) -> bool:
    """Whether three syllables are addressed as a name whose family no list has: Comrade Ngoc Kim Nam."""
    before = at - 1 - (line.words[at - 1 : at] == (".",))
    if before < 0 or line.plain[before] not in HONORIFICS or line.plain[at] in GIVEN_NAMES:
        return False
    syllables = range(at, min(at + _SHORTEST_OF_SHORT, len(line.words)))
    return len(syllables) == _SHORTEST_OF_SHORT and all(_is_part(line, each, first=each == at) for each in syllables)


def _name_end(line: Line, at: int) -> int:
    """The token after the name that begins at `at`; `at` itself where none does."""
    end = at
    while end < len(line.words) and end - at < _LONGEST and _is_part(line, end, first=end == at):
        end += 1
    if end - at == _BEFORE_ENGLISH and _ends_in_english(line, end):
        end += 1
    while line.plain[at] == "y" and 1 < end - at < _LONGEST and _is_highlander(line, end):
        end += 1
    needed = _SHORTEST_OF_SHORT if line.plain[at] in SHORT_SURNAMES else 2
    if end - at < needed:
        return at
    for size in (2, 3):
        if " ".join(line.plain[at : at + size]) in _PLACES:
            return at
    if " ".join(line.plain[at + 1 : end]) in _PLACES and line.plain[at] in {"to", "do"}:
        return at  # "To Can Tho": a preposition before a place
    if end < len(line.words) and line.plain[end] in EPONYM_NOUNS and line.gap_before(end) == 1:
        follower = line.words[end]
        if follower[0].isupper() or follower in PLACE_NOUNS:
            return at
    return end


def _is_highlander(line: Line, at: int) -> bool:
    """Whether a name of the highlands goes on with a word that is no Vietnamese syllable: Y Thanh Ha Nie Kdam."""
    word = "".join(line.words[at : at + 1])
    adjacent = bool(word) and line.gap_before(at) == 1
    return adjacent and word.istitle() and word.isalpha() and line.plain[at] not in NO_NAME_WORDS


def _ends_in_english(line: Line, at: int) -> bool:
    """Whether the syllable after two of a name is one too, though also an English word: Nguyen Khac Than."""
    if at >= len(line.words) or line.plain[at] not in _ENGLISH or not line.words[at].istitle():
        return False
    small = sum(word[0].islower() for word in line.words)
    after = "".join(line.words[at + 1 : at + 2])
    headline = small * 4 < len(line.words)
    return line.gap_before(at) == 1 and not headline and not after[:1].isdigit() and after != "the"


def _is_part(line: Line, at: int, *, first: bool) -> bool:
    word, plain = line.words[at], line.plain[at]
    if word == "K" and not first and _goes_on(line, at):
        return True  # a middle name of the highlands
    if not word[0].isupper() or _SYLLABLE.fullmatch(plain) is None:
        return False
    if plain in _ENGLISH and word.isascii() and (first or plain not in _MIDDLE_NAMES or not _goes_on(line, at)):
        return False
    return first or line.gap_before(at) == 1


def _goes_on(line: Line, at: int) -> bool:
    """Whether another syllable of a name follows: Bui The Duy."""
    follower = line.plain[at + 1 : at + 2]
    return bool(follower) and line.words[at + 1][0].isupper() and _SYLLABLE.fullmatch(follower[0]) is not None


def place_end(line: Line, at: int) -> int:
    """The token after a Vietnamese place of two or more words that begins at `at`; `at` itself where none does."""
    if line.plain[at] not in _PLACE_BEGINNINGS:
        return at
    for size in (4, 3, 2):
        if at + size <= len(line.words) and " ".join(line.plain[at : at + size]) in _PLACES:
            return at + size
    return at


def is_given_name(plain: str) -> bool:
    """Whether a word is a common given name."""
    return plain in GIVEN_NAMES


@lru_cache(maxsize=16_384)
def canonical_name(words: tuple[str, ...]) -> str:
    """The name in Vietnamese order where it is Vietnamese, without accents: `Tô Lâm` and `TÔ LÂM` are `To Lam`."""
    initials = [len(word) == 1 and after == "." for word, after in zip(words, (*words[1:], ""), strict=True)]
    parts = [unaccented(w) + "." * initial for w, initial in zip(words, initials, strict=True) if w != "."]
    lettered = len(parts) > 1 and len(parts[0]) == _INITIALS and parts[0].isupper() and not parts[-1].isupper()
    parts = [
        part.capitalize()
        if part.isupper() and part.isalpha() and len(part) > 1 and part not in NUMERALS and not (lettered and at == 0)
        else part
        for at, part in enumerate(parts)
    ]
    if len(parts) > 1 and _is_vietnamese(parts[1:]) and _is_vietnamese(parts[:1]):
        first, last = parts[0].lower(), parts[-1].lower()
        ordered = last in SHORT_SURNAMES and not {"thi", "van"}.isdisjoint(part.lower() for part in parts[1:-1])
        if first not in SURNAMES and last in SURNAMES and not ordered:
            parts = [parts[-1], *parts[:-1]]
    return " ".join(
        part + "." if len(part) == 1 and len(parts) >= _SHORTEST_OF_SHORT and part not in "YOA" else part
        for part in parts
    )


def _is_vietnamese(parts: list[str]) -> bool:
    return all(_SYLLABLE.fullmatch(part.lower()) is not None for part in parts)


def is_vietnamese(name: str) -> bool:
    """Whether the name begins with a Vietnamese surname and has only Vietnamese syllables."""
    parts = unaccented(name).split()
    return bool(parts) and parts[0].lower() in SURNAMES and _is_vietnamese(parts)


def other_short_forms(name: str) -> tuple[str, ...]:
    """What else a text may call the person: the first name, the first family name (Torres), or the initials (NNN)."""
    parts = name.split()
    foreign = not (parts[0].lower() in SURNAMES and _is_vietnamese(parts))
    capitals = [part for part in parts[:-1] if len(part) >= _SHORTEST_OF_SHORT and part[0].isupper()]
    letters = initials_of(name)
    return (*(capitals if foreign else ()), *((letters,) if letters else ()))


def initials_of(name: str) -> str | None:
    """What a name of three or more parts is shortened to: NNN for Netumbo Nandi-Ndaitwah."""
    letters = "".join([part[0] for part in name.replace("-", " ").split() if part[0].isupper()])
    return letters if len(letters) >= _SHORTEST_OF_SHORT else None


def short_form(name: str) -> str:
    """What a text calls the person after the full name: the given name in Vietnam, elsewhere the family name."""
    parts = name.split()
    lower = [part.lower() for part in parts]
    if lower[0] in SURNAMES and _is_vietnamese(parts):
        return parts[-1]
    if lower[0] in FIRST_FAMILY_NAMES and len(parts) <= _SHORTEST_OF_SHORT and lower[0] not in GIVEN_NAMES:
        return parts[0]
    return parts[-1]
