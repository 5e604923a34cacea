"""The value in `field:value`: as typed but for its quotation marks; dates and kinds are checked."""

from __future__ import annotations

import re

from search.errors import QuerySyntaxError
from search.model import SEARCHED_KINDS, Kind
from search.syntax.periods import GRAINS, period
from search.syntax.spelling import NONE
from search.tree import Has

_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
KIND = "kind"
_PRINTED_AS = {"paragraph": Kind.BODY.value}  # what pages call it


def field_name(typed: str) -> str:
    """The name as the table has it: case and American spelling aside."""
    return typed.casefold().replace("organiz", "organis")


def quoted_value(facet: str, inside: str) -> Has:
    """What `field:"value"` asks. Raises `QuerySyntaxError` where it asks nothing."""
    return _has(facet, " ".join(_ESCAPED.sub(r"\1", inside).split()))


def bare_value(facet: str, typed: str) -> Has:
    """What `field:value` asks; `none` is the state of having none. Raises `QuerySyntaxError` where it asks nothing."""
    value = typed.rstrip(",;")
    return Has(facet, None) if value.casefold() == NONE else _has(facet, value)


def _has(facet: str, value: str) -> Has:
    if not value:
        msg = f"no value stands after {facet}:"
        raise QuerySyntaxError(msg)
    if facet in GRAINS:
        return Has(facet, period(facet, value))
    return Has(facet, _kind(value) if facet == KIND else value)


def remark_on(has: Has) -> str | None:
    """What to know of a filter that can be applied but finds nothing by its nature."""
    if has.facet == KIND and has.value is not None and Kind(has.value) not in SEARCHED_KINDS:
        return f"passages of kind {has.value} are kept for reading and never searched"
    return None


def _kind(value: str) -> str:
    folded = value.casefold()
    kind = _PRINTED_AS.get(folded, folded)
    if kind not in set(Kind):
        searched = ", ".join(kind.value for kind in Kind if kind in SEARCHED_KINDS)
        msg = f"there is no such kind; kinds are {searched}"
        raise QuerySyntaxError(msg)
    return kind
