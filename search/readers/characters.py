"""Which characters may stand in the text of an article."""

from __future__ import annotations

import re
import unicodedata

_LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_NO_CHARACTERS = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BEYOND_LATIN = re.compile("[^\x00-\u02ff]{31,}")
_MARKS_IN_A_ROW = 30  # the Stream-Safe Text Format of Unicode Standard Annex #15
_JOINER = "\u034f"  # U+034F COMBINING GRAPHEME JOINER


def clean(text: str) -> str:
    r"""NFC with `\n` for every kind of line break and U+FFFD for what is no character (controls, lone surrogates).

    After thirty combining marks in a row a U+034F is put in, which keeps NFC from taking quadratic time.
    """
    broken = _LINE_BREAKS.sub("\n", text)
    whole = _NO_CHARACTERS.sub("\ufffd", broken)
    if whole.isascii():
        return whole
    return unicodedata.normalize("NFC", _BEYOND_LATIN.sub(_stream_safe, whole))


def _stream_safe(found: re.Match[str]) -> str:
    safe: list[str] = []
    marks = 0
    for character in found.group():
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks > _MARKS_IN_A_ROW:
            safe.append(_JOINER)
            marks = 1
        safe.append(character)
    return "".join(safe)
