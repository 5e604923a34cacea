"""Where two words that lost the blank between them meet: "industryParty", "organizationhas", "consultant13th".

The seam is known by pattern, never by sentence: a lower-case word before a capital, a long suffix before a verb or
preposition, letters before an ordinal. Names in camel case (VietnamPlus, iPhone, McDonald) have no such seam.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from search.known import Known

_SHORT = frozenset(
    "of and the in to for by on at with from that our its their his her is are was were has have had as or this".split()
)
OPENERS = frozenset(
    "The This These Those That There They She His Her Its Our With From After Before When While According Along Also"
    " However Therefore Moreover Meanwhile Speaking Regarding During Under Since Accordingly Comrade And But".split()
)
_VERBS = tuple("has have had is are was were will must and of the for with that which from to".split())
_SUFFIXES = r"(?:tions?|sions?|ments?|ity|ities|ness|ances?|ences?|ships?)"
_AFTER_SUFFIX = re.compile(rf"[A-Za-z]{{2,20}}{_SUFFIXES}(?=(?:{'|'.join(_VERBS)})$)")

_SUSPECT_CASE = re.compile(r"[A-ZÀ-ÖØ-ÞĐ](?<=[^\WA-ZÀ-ÖØ-ÞĐ_].)|\d(?<=[^\W\dA-Z_].)")
_SUSPECT_SUFFIX = re.compile(rf"{_SUFFIXES}(?:{'|'.join(_VERBS)})\b")
# Whether words may be glued in what stands between two blanks: two looks that spare the careful one.
SUSPECT = Known(lambda piece: (_SUSPECT_CASE.search(piece) or _SUSPECT_SUFFIX.search(piece)) is not None)
_BEFORE_CAPITAL = re.compile(r"(?<=[^\W\d_A-ZÀ-ÖØ-ÞĐ])(?=[A-ZÀ-ÖØ-ÞĐ])")
_ORDINAL = re.compile(r"(?P<word>[^\W\d_]{4,30})?(?P<ordinal>\d{1,3}(?:st|nd|rd|th))(?P<rest>[A-Z][a-z]{2,30})?")
_YEAR = re.compile(r"(?P<word>[a-z]{2,5})?(?P<year>(?:19|20)\d\d)(?P<rest>[A-Z][a-z]{1,12})?")
_WHOLE = 4  # letters of a lower-case word that can be told from a brand's first letter
_PART = 3  # letters of a capitalised word glued on
_HALF = 4  # letters of the shortest word the vocabulary may part


def parted(word: str, vocabulary: Callable[[], Collection[str]]) -> list[int]:
    """The places in `word` (letters and digits only) where a blank is missing, ascending.

    `vocabulary` gives the lower-case words of the article; it is asked only to part further what is proven debris.
    """
    if word.isalpha():
        if word.islower() or word.istitle():
            return _after_suffix(word) if word.endswith(_VERBS) else []
        return [] if word.isupper() else _before_capitals(word, vocabulary)
    if word.isdigit():
        return []
    return _around_number(word)


def _after_suffix(word: str) -> list[int]:
    if word.istitle() and word.endswith("is"):  # names end so: Clementis
        return []
    match = _AFTER_SUFFIX.match(word)
    return [match.end()] if match else []


def _before_capitals(word: str, vocabulary: Callable[[], Collection[str]]) -> list[int]:
    cuts = [match.start() for match in _BEFORE_CAPITAL.finditer(word)]
    if not cuts:
        return []
    first, last = word[: cuts[0]], word[cuts[-1] :]
    parts = [word[start:end] for start, end in zip(cuts, [*cuts[1:], len(word)], strict=True)]
    if first.islower() and (len(first) >= _WHOLE or first in _SHORT):
        return cuts if all(len(part) >= _PART and part[1:].islower() for part in parts) else []
    if last in OPENERS and len(cuts) == 1 and first.istitle():
        return [*_by_vocabulary(first.lower(), vocabulary()), cuts[0]]
    return []


def _by_vocabulary(word: str, vocabulary: Collection[str]) -> list[int]:
    """Part a word that is glued already, where both halves stand elsewhere in the article and the whole does not."""
    if word in vocabulary:
        return []
    for cut in range(_HALF, len(word) - _HALF + 1):
        left, right = word[:cut], word[cut:]
        if right in vocabulary and (left in vocabulary or f"{left}s" in vocabulary):
            return [cut]
    return []


def _around_number(word: str) -> list[int]:
    match = _ORDINAL.fullmatch(word)
    if match and (match["word"] or match["rest"]):
        return [place for place in (match.start("ordinal"), match.end("ordinal")) if 0 < place < len(word)]
    match = _YEAR.fullmatch(word)
    if match and (match["word"] or "in") in _SHORT and (match["rest"] or "The") in OPENERS:
        return [place for place in (match.start("year"), match.end("year")) if 0 < place < len(word)]
    return []
