"""Names that stay: ids of passages and path-safe keys of articles, from content alone."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_KEY = re.compile(r"[A-Za-z0-9._-]{1,64}")
_HASH_BYTES = (
    10  # 80 bits: sixteen base-32 letters exactly; a clash within a billion names has odds under one in a million
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"  # of base 32, RFC 4648
_PAIRS = tuple(first + second for first in _LETTERS for second in _LETTERS)  # a letter for each five bits
_PAIR = len(_PAIRS) - 1
_PLACES = tuple(range(70, -1, -10))


def hash16(*parts: str) -> str:
    """Sixteen letters of [a-z2-7] that depend on every part and on where one part ends and the next begins."""
    data = [part.encode("utf-8", "surrogatepass") for part in parts]
    digest = hashlib.sha256(b"".join([piece for each in data for piece in (len(each).to_bytes(8, "big"), each)]))
    number = int.from_bytes(digest.digest()[:_HASH_BYTES])
    return "".join([_PAIRS[number >> place & _PAIR] for place in _PLACES])


def normalised(text: str) -> str:
    """`text` in NFC with every run of white space as one space and none at the ends; letter case is kept."""
    composed = text if text.isascii() else unicodedata.normalize("NFC", text)
    return " ".join(composed.split())


def passage_id(article_id: str, text: str, occurrence: int) -> str:
    """The id of a passage; `occurrence` counts earlier passages of the article with the same normalised text.

    Neither the passage's place in the article nor its kind takes part, so an insertion above leaves ids as they were.
    """
    return id_of_words(article_id, normalised(text), occurrence)


def id_of_words(article_id: str, words: str, occurrence: int) -> str:
    """The id of a passage whose text is normalised already."""
    return hash16("passage", article_id, words, str(occurrence))


def article_key(article_id: str) -> str:
    """The id itself where it can stand in a path as it is, else its hash."""
    if _KEY.fullmatch(article_id) and article_id not in {".", ".."}:
        return article_id
    return hash16(article_id)
