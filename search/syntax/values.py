"""The value in `field:value`: as typed but for its quotation marks; years are checked."""

from __future__ import annotations

import re

from search.errors import QuerySyntaxError
from search.syntax.spelling import NONE
from search.tree import Has

_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_YEARS = re.compile(r"(\d{4})|(\d{4})?(?:\.\.|[-\u2013])(\d{4})?")
YEAR = "year"


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
    return Has(facet, _year(value) if facet == YEAR else value)


def _year(value: str) -> str:
    found = _YEARS.fullmatch(value)
    if found is None or not any(found.groups()):
        msg = "a year is written 2024, years are written 2022..2024, 2022.. or ..2024"
        raise QuerySyntaxError(msg)
    if found[1]:
        return value
    first, last = found[2] or "", found[3] or ""
    if first and last and first > last:
        first, last = last, first
    return f"{first}..{last}"
