"""Query ↔ query string: two inverse functions, so that every state of a search is one URL."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

from search import FIELDS, PAGE_SIZE, PAGE_SIZE_MAX, Filter, Query, Sort

Pairs = Iterable[tuple[str, str]]

_NONE = "none"
_NAMES = frozenset(field.name for field in FIELDS)
_SORTS = {sort.value: sort for sort in Sort}
_DEFAULTS = {("q", ""), ("sort", Sort.RELEVANCE.value), ("size", str(PAGE_SIZE)), ("page", "1")}
_PAGE_MAX = 1_000_000  # beyond any archive; larger numbers are slips or mischief


def query_from(pairs: Pairs) -> Query:
    """The search state a query string describes. Whatever cannot be read is left out: no URL is an error.

    `since` and `until` come from the two fields of the year form and become one range.
    """
    text, sort, page, size, since, until = "", Sort.RELEVANCE, 1, PAGE_SIZE, "", ""
    filters: list[Filter] = []
    excluded: list[Filter] = []
    for name, value in pairs:
        match name:
            case "q":
                text = value
            case "sort":
                sort = _SORTS.get(value, sort)
            case "page":
                page = _number(value, _PAGE_MAX) or page
            case "size":
                size = _number(value, PAGE_SIZE_MAX) or size
            case "since":
                since = _year(value)
            case "until":
                until = _year(value)
            case _ if name.removeprefix("-") in _NAMES and value:
                chosen = Filter(name.removeprefix("-"), _value_from(value))
                (excluded if name.startswith("-") else filters).append(chosen)
    if since or until:
        filters.append(Filter("year", f"{since}..{until}"))
    return Query(text, tuple(filters), tuple(excluded), sort, page, size)


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
    """Filters, order and page size: what the form beside the box carries along unseen."""
    args = [(chosen.facet, _spelt(chosen.value)) for chosen in query.filters]
    args += [(f"-{refused.facet}", _spelt(refused.value)) for refused in query.excluded]
    if query.sort is not Sort.RELEVANCE:
        args.append(("sort", query.sort.value))
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


def _number(value: str, most: int) -> int | None:
    """A number from one to `most`, or None; anything longer than a number can be is not looked at."""
    digits = value.strip()
    if len(digits) > len(str(most)) or not (digits.isascii() and digits.isdigit()):
        return None
    return number if 1 <= (number := int(digits)) <= most else None


def _year(value: str) -> str:
    number = _number(value, 9999)
    return "" if number is None else f"{number:04d}"
