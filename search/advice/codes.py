"""Numbers of documents near one that the archive does not know."""

from __future__ import annotations

from collections.abc import Iterable

from search.advice.distance import distance
from search.analysis import query_tokens

_CHOICES = 3
_SLIPS = 2


def is_code(word: str) -> bool:
    """Whether a folded word is the number of a document, `12-kl/tw`."""
    return "/" in word and _parted(word) is not None


def near_codes(word: str, documents: Iterable[str]) -> list[str]:
    """Documents of the same type and issuer with a number like the asked one, as the archive writes them.

    A number that differs in its leading zeros only comes first, then the fewest slips, then the nearest number.
    """
    asked = _parted(word)
    if asked is None:
        return []
    found = []
    for document in documents:
        tokens = query_tokens(document)
        held = _parted(tokens[0].word) if len(tokens) == 1 else None
        if held is None or held[1] != asked[1] or held[0] == asked[0]:
            continue
        slips, apart = distance(asked[0], held[0], _SLIPS), abs(int(asked[0]) - int(held[0]))
        if slips <= _SLIPS:
            found.append((apart > 0, slips, apart, document))
    return [document for *_, document in sorted(found)[:_CHOICES]]


def _parted(word: str) -> tuple[str, str] | None:
    """The number, and type with issuer."""
    number, _, rest = word.partition("-")
    return (number, rest) if number.isdecimal() and rest else None
