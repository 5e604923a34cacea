"""One shape for every way of writing a word: case, accents, ligatures, apostrophes and invisible marks aside."""

from __future__ import annotations

import unicodedata

APOSTROPHES = "'`\u00b4\u02bb\u02bc\u2018\u2019\u201b\uff07"

# Letters that Unicode does not decompose, and marks inside a word that are no letters.
_LETTERS = str.maketrans(
    {"đ": "d", "ð": "d", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "þ": "th", "\u0131": "i", "ħ": "h"}
    | dict.fromkeys(APOSTROPHES + "\u00ad\u200c\u200d\u2060", "")
)


def fold(text: str) -> str:
    """Lower-case letters without accents: `Tô Lâm`, `TO LAM` and their decomposed forms are equal after it."""
    if text.isascii():
        return text.lower().translate(_LETTERS)
    bare = _without_marks(text).casefold()  # casefold may bring forth new marks, so they are taken off twice
    return _without_marks(bare).translate(_LETTERS)


def accented_form(text: str) -> str | None:
    """The lower-case composed form where it says more than the folded one, else None."""
    if text.isascii():
        return None
    composed = unicodedata.normalize("NFC", text.lower())
    kept = "".join(c for c in composed if c.isalnum() or unicodedata.combining(c))
    return kept if kept != fold(kept) else None


def _without_marks(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
