"""Query ↔ query string: two inverse functions, so that every state of a search is one URL."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar
from urllib.parse import urlencode

from search import FIELDS, PAGE_SIZE, PAGE_SIZE_MAX, Filter, Group, Query, Sort
from webapp.periods import period_from

Pairs = Iterable[tuple[str, str]]
Value = TypeVar("Value")

_NONE = "none"
_NAMES = frozenset(field.name for field in FIELDS)
_GROUPS = {group.value: group for group in Group}
_SORTS = {sort.value: sort for sort in Sort}
_DEFAULTS = {
    ("q", ""),
    ("sort", Sort.RELEVANCE.value),
    ("by", Group.EACH.value),
    ("size", str(PAGE_SIZE)),
    ("page", "1"),
}
_PAGE_MAX = 1_000_000  # beyond any archive; larger numbers are slips or mischief


def query_from(pairs: Pairs) -> Query:
    """The search state a query string describes. Whatever cannot be read is left out: no URL is an error.

    `since` and `until` come from the two fields of the form for dates and become one range.
    """
    plain: dict[str, list[str]] = {}
    filters: list[Filter] = []
    excluded: list[Filter] = []
    for name, value in pairs:
        if name.removeprefix("-") in _NAMES and value:
            chosen = Filter(name.removeprefix("-"), _value_from(value))
            (excluded if name.startswith("-") else filters).append(chosen)
        else:
            plain.setdefault(name, []).append(value)

    def last(name: str, read: Callable[[str], Value | None], otherwise: Value) -> Value:
        return next((got for text in reversed(plain.get(name, [])) if (got := read(text)) is not None), otherwise)

    if period := period_from(last("since", str, ""), last("until", str, "")):
        filters.append(period)
    return Query(
        text=last("q", str, ""),
        filters=tuple(filters),
        excluded=tuple(excluded),
        sort=last("sort", _SORTS.get, Sort.RELEVANCE),
        page=last("page", lambda typed: up_to(_PAGE_MAX, typed), 1),
        page_size=last("size", lambda typed: up_to(PAGE_SIZE_MAX, typed), PAGE_SIZE),
        group=last("by", _GROUPS.get, Group.EACH),
    )


def slips_in(pairs: Pairs) -> tuple[tuple[str, str], ...]:
    """The arguments that `query_from` leaves out: unknown names and values that cannot be read.

    They are those that change nothing, though they do not spell what holds without them.
    """
    return tuple(
        (name, value)
        for name, value in pairs
        if (name, value) not in _DEFAULTS and query_from([(name, value)]) == Query()
    )


def args_of(query: Query) -> tuple[tuple[str, str], ...]:
    """The arguments that say exactly this query, in one order, with nothing that is the default."""
    return (*state_of(query), *((("page", str(query.page)),) if query.page != 1 else ()))


def state_of(query: Query) -> tuple[tuple[str, str], ...]:
    """`args_of` without the page: what a new question in the same state keeps."""
    args = [("q", query.text)] if query.text else []
    return (*args, *kept_of(query))


def kept_of(query: Query) -> tuple[tuple[str, str], ...]:
    """Filters, order, grouping and page size: what the form beside the box carries along unseen."""
    args = [(chosen.facet, _spelt(chosen.value)) for chosen in query.filters]
    args += [(f"-{refused.facet}", _spelt(refused.value)) for refused in query.excluded]
    if query.sort is not Sort.RELEVANCE:
        args.append(("sort", query.sort.value))
    if query.group is not Group.EACH:
        args.append(("by", query.group.value))
    if query.page_size != PAGE_SIZE:
        args.append(("size", str(query.page_size)))
    return tuple(args)


def query_string(args: Pairs) -> str:
    """`?…` for some arguments, nothing for none."""
    spelt = urlencode(list(args))
    return f"?{spelt}" if spelt else ""


def _spelt(value: str | None) -> str:
    """None is the bare word `none`; a value that reads like it, is empty or stands in quotes is put in quotes."""
    if value is None:
        return _NONE
    return f'"{value}"' if value in {"", _NONE} or _quoted(value) else value


def _value_from(spelt: str) -> str | None:
    if spelt == _NONE:
        return None
    return spelt[1:-1] if _quoted(spelt) else spelt


def _quoted(value: str) -> bool:
    return len(value) > 1 and value[0] == value[-1] == '"'


def up_to(most: int, typed: str) -> int | None:
    """A number from one to `most`, or None; anything longer than a number can be is not looked at."""
    digits = typed.strip()
    if len(digits) > len(str(most)) or not (digits.isascii() and digits.isdigit()):
        return None
    return number if 1 <= (number := int(digits)) <= most else None
