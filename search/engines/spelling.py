"""One spelling for each value of a field: values that fold alike are the same value, shown as it is mostly written."""

from __future__ import annotations

from collections.abc import Mapping

from search.analysis import fold_value
from search.fields import Field


def key_of(field: Field, value: str) -> str:
    """What all spellings of a value have in common."""
    return fold_value(value) if field.folds else value


def spellings(field: Field, counts: Mapping[str, int]) -> dict[str, str]:
    """The spelling of each key: the one most passages have, the first in alphabetical order among equals."""
    found: dict[str, str] = {}
    for value in sorted(counts, key=lambda v: (-counts[v], v)):
        found.setdefault(key_of(field, value), value)
    return found
