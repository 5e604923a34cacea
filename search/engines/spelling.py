"""One spelling for each value of a field: values that fold alike are the same value, shown as it reads best."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from search.analysis import fold_value
from search.fields import Field

_ACRONYM = 5  # letters; longer words in capitals stand so for their place in a headline, not by their nature


def key_of(field: Field, value: str) -> str:
    """What all spellings of a value have in common."""
    return folded(value) if field.folds else value


@lru_cache(maxsize=8192)
def folded(name: str) -> str:
    """`fold_value`, remembered: the same names stand in thousands of passages."""
    return fold_value(name)


def distinct(field: Field, values: Iterable[str]) -> tuple[str, ...]:
    """The values of one passage, each once, as it spells it first."""
    found: dict[str, str] = {}
    for value in values:
        found.setdefault(key_of(field, value), value)
    return tuple(found.values())


def spellings(field: Field, counts: Mapping[str, int]) -> dict[str, str]:
    """The spelling of each key: the one most passages have, the first in alphabetical order among equals.

    One with capitals and small letters goes before `CABINET OFFICE` and `cabinet office`, however rare it is.
    """
    found: dict[str, str] = {}
    for value in sorted(counts, key=lambda v: (_flat(v), -counts[v], v)):
        found.setdefault(key_of(field, value), value)
    return found


def _flat(value: str) -> bool:
    """Whether the letters are all small, or all capitals where neither an acronym nor a code explains it."""
    if value.islower():
        return True
    code = any(letter.isdigit() for letter in value)
    return value.isupper() and not code and (" " in value or len(value) > _ACRONYM)
