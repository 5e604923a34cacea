"""Whether a text looks Vietnamese: its syllables are written apart, and few shapes of them exist."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile("(?:[^\\W\\d_]|[\u0300-\u036f])+")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_SYLLABLE = re.compile(
    "(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx])?"
    "(?:uyê|uya|uyu|yêu|iêu|uôi|ươi|ươu|oai|oay|oao|oeo|uây|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi|ơi|ua|uâ|uê|"
    "ui|uô|uơ|ươ|ưa|ưi|ưu|uy|yê|[aăâeêioôơuưy])"
    "(?:ch|ng|nh|[cmnpt])?"
)
_OWN_LETTERS = frozenset("ăđơư")
_SHARE = 0.8  # of the words with a letter beyond ASCII; the others are foreign names


def looks_vietnamese(text: str) -> bool:
    """Whether nearly all words with a letter beyond ASCII are Vietnamese syllables, one of them with a sign of its own.

    Those signs are the letters ă, đ, ơ, ư, the hook above, the dot below, and a tone on a letter that has a mark.
    """
    words = [word for word in _WORD.findall(unicodedata.normalize("NFC", text).casefold()) if not word.isascii()]
    fitting = [word for word in words if _SYLLABLE.fullmatch(_toneless(word))]
    return len(fitting) >= max(1, _SHARE * len(words)) and any(map(_is_own, fitting))


def _toneless(word: str) -> str:
    """The word without its tone; one of two tones keeps both, and so fits no syllable."""
    letters = unicodedata.normalize("NFD", word)
    if sum(letter in _TONES for letter in letters) > 1:
        return word
    return unicodedata.normalize("NFC", "".join(letter for letter in letters if letter not in _TONES))


def _is_own(word: str) -> bool:
    marks = [letter for letter in unicodedata.normalize("NFD", word) if unicodedata.combining(letter)]
    return len(marks) > 1 or not _OWN_LETTERS.isdisjoint(word) or bool({"\u0309", "\u0323"}.intersection(marks))
