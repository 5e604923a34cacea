"""The ways names are printed: read from the mentions of passages, put beside the values that a filter knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from search.engines.base import Naming
from search.engines.spelling import folded, key_of
from search.facets import Counts
from search.fields import FIELDS, Field
from search.model import Passage


class Form(NamedTuple):
    """One way a mention prints a canonical name; `kind` is the value of its `MentionKind`."""

    kind: str
    name: str
    printed: str


def forms_of(passage: Passage) -> Iterator[Form]:
    """The forms in a passage that a filter would not take for the name itself."""
    for mention in passage.mentions:
        printed = " ".join(mention.printed.split())
        if printed != mention.name and folded(printed) != folded(mention.name):
            yield Form(mention.kind.value, mention.name, printed)


def namings(tally: Callable[[Field], Counts], forms: Iterable[Form]) -> tuple[Naming, ...]:
    """All values of the fields whose values are names. `tally` counts a field over all searched passages."""
    printed: dict[tuple[str, str], set[str]] = {}
    for form in forms:
        printed.setdefault((form.kind, folded(form.name)), set()).add(form.printed)
    return tuple(
        Naming(field.name, value, count, tuple(sorted(printed.get((field.mentions.value, key_of(field, value)), ()))))
        for field in FIELDS
        if field.mentions
        for value, count in sorted((v, n) for v, n in tally(field).items() if v is not None)
    )
