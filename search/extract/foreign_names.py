"""Names that are not Vietnamese: rows of two to four capitalised words that are nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping

from search.extract.ambiguous_parts import is_part_here
from search.extract.gazetteer import (
    DAYS,
    EPONYM_NOUNS,
    FIRST_FAMILY_NAMES,
    GIVEN_NAMES,
    LANDS,
    MONTHS,
    NO_NAME_WORDS,
)
from search.extract.lexicon import HONORIFICS, NAMES_TOO
from search.extract.line import PLAIN, Line
from search.extract.title_words import HEADS, NAMES_OF_HEADS
from search.extract.verbs import GERUNDS
from search.known import Known

_PARTICLES = frozenset("dos das di du den ter binti abu de da van von bin al del der la ben ibn el".split())
_HONORIFICS = HONORIFICS - NAMES_TOO
NUMERALS = frozenset({"II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIII", "XIV", "XVI"})
_JUNIOR = frozenset({"jr", "sr"})
_LONGEST = 9  # tokens, with the stops of initials
_PARTS_MOST = 5
# Before a name in one word with it: Abdullah al-Hamdok, Abdel Fattah el-Sisi.
_ARTICLES = ("al-", "el-", "as-", "ar-", "ad-", "an-", "ash-", "at-", "az-", "ul-")
_LED_BY_INITIALS = re.compile(r"[A-Z]{2}")
_SHORTEST_NAMED = 2
_NO_INITIALS = frozenset(
    "PM MP UN EU US UK NA VP CM AG DG SG FM TV HE AP AI IT AM DA UP HR PR LA NY DC SC EC AU".split()
)
# Abstract nouns begin no name: Director of Public Prosecutions Jane Roe.
_NOUN_ENDINGS = ("tions", "tion", "ments", "ities", "ances", "ships", "ogies", "istics")
_SHORTEST_NOUN = 6
# Joined to a capital, these describe somebody: Korean-born Monte Haines, Treasurer-general Gwen Roe.
_DESCRIBING = frozenset(
    "based born led backed bred style general elect designate educated trained like era run".split()
)


def can_be_foreign_part(word: str) -> bool:
    """Whether a capitalised word may belong to a name: no word of institutions, places, days or openings."""
    return _FOREIGN_PARTS[word]


def _is_foreign_part(word: str) -> bool:
    plain = PLAIN[word]
    return (
        word[0].isupper()
        and word.isalpha() | ("-" in word) | ("'" in word) | ("\u2019" in word)
        and not (word.isupper() and len(word) > 1)
        and plain not in NO_NAME_WORDS
        and plain not in _HONORIFICS
        and plain not in GERUNDS
        and not (len(plain) > _SHORTEST_NOUN and plain.endswith(_NOUN_ENDINGS) and plain not in GIVEN_NAMES)
        and plain not in EPONYM_NOUNS
        and plain.rpartition("-")[2] not in _DESCRIBING
        and (plain,) not in HEADS
        and plain not in LANDS
        and plain not in MONTHS
        and plain not in DAYS
    )


_FOREIGN_PARTS = Known(_is_foreign_part)


def foreign_name_end(line: Line, at: int, taken: Mapping[int, int]) -> int:
    """The token after a row of two to four capitalised words that may be a name; `at` itself where none begins."""
    lettered = len(line.words[at]) > 1 and at + 1 not in taken and begins_with_initials(line, at)
    end, parts = at + lettered, 0
    while end < len(line.words) and end - at < _LONGEST and parts < _PARTS_MOST and end not in taken:
        if end > at and line.gap_before(end) > 1:
            break
        if parts and (line.words[end] in NUMERALS or line.plain[end] in _JUNIOR):
            return _after_suffix(line, end)
        if _is_initial(line, end) or (parts and line.plain[end] in _PARTICLES and line.words[end] != "La"):
            end += 1
        elif _is_part(line, end, first=end == at) or (parts and has_article(line.words[end])):
            parts += 1
            end += 1
        elif line.words[end] == "." and _ends_initial(line, at, end, parts):
            end += 1  # J. Edgar, V.I. Lenin
        else:
            break
    initials = sum(len(word) == 1 and word.isupper() for word in line.words[at + 1 : end])
    while end > at and not line.words[end - 1][0].isupper() and not has_article(line.words[end - 1]):
        end -= 1
    if parts == 1 and initials and line.words[end : end + 1] == (".",):
        end += 1  # Hendra W., Siti R. L.
        return end if initials > 1 or "".join(line.words[end : end + 1])[:1].islower() else at
    led = lettered + initials + (len(line.words[at]) == 1 and line.plain[at] != "a")  # V D Satheesan, M A Baby
    return end if parts > 1 or (parts == 1 and led and len(line.words[end - 1]) > 1) else at


def may_be_initials(word: str) -> bool:
    """Whether a name may begin with a word as its initials: two capitals, or the A that is also an article."""
    return word == "A" or (_LED_BY_INITIALS.fullmatch(word) is not None and word not in _NO_INITIALS)


def begins_with_initials(line: Line, at: int) -> bool:
    """Whether a name begins with initials that are also words, or have no stop: A. B. Vajpayee, KP Sharma Oli."""
    word = line.words[at]
    if not may_be_initials(word):
        return False
    after = line.words[at + 1 : at + 4]
    if word == "A":
        return after[:1] == (".",) and after[1:2] != () and after[1][0].isupper()
    return after[:1] != () and len(after[0]) > _SHORTEST_NAMED and can_be_foreign_part(after[0])


def has_article(word: str) -> bool:
    """Whether a word is a name with the Arabic article before it: al-Hamdok."""
    return "-" in word and word.startswith(_ARTICLES) and word.partition("-")[2][:1].isupper()


def _after_suffix(line: Line, at: int) -> int:
    """The token after II, or after Jr. with its stop where the sentence goes on."""
    dotted = line.plain[at] in _JUNIOR and line.words[at + 1 : at + 2] == (".",)
    return at + 1 + (dotted and "".join(line.words[at + 2 : at + 3])[:1].islower())


def _is_initial(line: Line, at: int) -> bool:
    word = line.words[at]
    return len(word) == 1 and word.isupper() and (word != "I" or line.words[at + 1 : at + 2] == (".",))


def _ends_initial(line: Line, begin: int, at: int, parts: int) -> bool:
    return at > begin and len(line.words[at - 1]) == 1 and (parts > 0 or line.words[at + 1 : at + 2] != (".",))


def _is_part(line: Line, at: int, *, first: bool) -> bool:
    word, plain = line.words[at], line.plain[at]
    if not first and plain in NAMES_OF_HEADS and word[0].isupper() and line.plain[at - 1] in GIVEN_NAMES:
        return True  # Larry King
    if first and plain in FIRST_FAMILY_NAMES and "-" in "".join(line.words[at + 1 : at + 2]):
        return True  # Park Geun-hye
    return (can_be_foreign_part(word) and len(word) > 1) or is_part_here(line, at, first=first)
