"""One spelling for a name: with and without diacritics, any case, any apostrophe."""

from __future__ import annotations

import unicodedata

_LETTERS = str.maketrans(
    {"đ": "d", "Đ": "D", "\u2019": "'", "\u2018": "'", "\u00a0": " ", "ł": "l", "ø": "o", "\u0131": "i"}
)


def unaccented(text: str) -> str:
    """`text` without diacritics, case kept: `Tô Lâm` becomes `To Lam`."""
    if text.isascii():
        return text
    bare = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(c for c in bare if not unicodedata.combining(c))


def name_key(text: str) -> str:
    """What two spellings of one name have in common: lower-case words without diacritics, single spaces."""
    return " ".join(unaccented(text).casefold().split())
