"""One spelling for a name: with and without diacritics, any case, any apostrophe. And other names for the same."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import filterfalse

# What stands beside ASCII in most texts, and letters that Unicode does not decompose.
_MARKS = (("\u2019", "'"), ("\u2018", "'"), ("\u201c", '"'), ("\u201d", '"'), ("\u2013", "-"), ("\u00a0", " "))
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_LETTERS = str.maketrans({"\u0111": "d", "\u0110": "D", "\u0142": "l", "\u00f8": "o", "\u0131": "i"})


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name that an editor says `name` is known by; it need not be printed anywhere."""

    name: str
    other: str


def unaccented(text: str) -> str:
    """`text` without diacritics, case kept: `Tô Lâm` becomes `To Lam`; typographic marks become plain ones."""
    if text.isascii():
        return text
    plain = text
    for mark, letter in _MARKS:  # many times as quick as one table for all of them
        plain = plain.replace(mark, letter)
    if plain.isascii():
        return plain
    return _NOT_ASCII.sub(_bare, plain)


def _bare(letters: re.Match[str]) -> str:
    decomposed = unicodedata.normalize("NFKD", letters[0].translate(_LETTERS))
    return "".join(filterfalse(unicodedata.combining, decomposed))


def name_key(text: str) -> str:
    """What two spellings of one name have in common: lower-case words without diacritics, single spaces."""
    return " ".join(unaccented(text).casefold().split())
