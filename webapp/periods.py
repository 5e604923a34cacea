"""Years, months and days in an address and in words: `2024-05` is May 2024."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from search import Dating, Filter, Precision, Query, day_in_words

_SHAPE = re.compile(r"(\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
_FACETS = ("year", "month", "day")  # by how many parts a date has
_PRECISIONS = (Precision.YEAR, Precision.MONTH, Precision.DAY)


def period_from(since: str, until: str) -> Filter | None:
    """The range between two dates as typed, in either order; one may be left out, or be coarser than the other.

    None where neither can be read.
    """
    first, last = _parts(since), _parts(until)
    if not first and not last:
        return None
    grain = max(len(first), len(last))
    if first and last and _begun(first, grain) > _ended(last, grain):
        first, last = last, first
    return Filter(_FACETS[grain - 1], f"{_written(_begun(first, grain))}..{_written(_ended(last, grain))}")


def in_words(facet: str, value: str) -> str:
    """A year, a month, a day, or a range of them, as people say it; any other value as it is."""
    if facet not in _FACETS:
        return value
    first, dots, last = value.partition("..")
    if not dots:
        return _said(value)
    if first and last:
        return f"{_said(first)} to {_said(last)}"
    return f"since {_said(first)}" if first else f"until {_said(last)}"


def between(first: str, last: str) -> str:
    """From one date in words to another; a month and a year they share is said once: 2 to 5 May 2024."""
    if first == last:
        return first
    begun, ended = first.split(), last.split()
    if len(begun) == len(ended):
        while begun[-1] == ended[-1]:
            begun.pop()
            ended.pop()
    return f"{' '.join(begun)} to {last}"


def within_years(year: str, query: Query) -> bool:
    """Whether a year is chosen in a query, by itself or inside a range."""
    spans = [f.value.partition("..") for f in query.filters if f.facet == "year" and f.value]
    return any(first <= year <= (last or "9999") if dots else first == year for first, dots, last in spans)


def _parts(typed: str) -> tuple[int, ...]:
    """Year, month and day, as far as they are there; none of them where that is no date."""
    found = _SHAPE.fullmatch(typed.strip())
    parts = tuple(int(part) for part in found.groups() if part) if found else ()
    try:
        date(*(*parts, 1, 1)[:3])
    except (TypeError, ValueError):
        return ()
    return parts


def _begun(parts: tuple[int, ...], grain: int) -> tuple[int, ...]:
    return (*parts, 1, 1)[:grain] if parts else ()


def _ended(parts: tuple[int, ...], grain: int) -> tuple[int, ...]:
    if not parts:
        return ()
    year, month = (*parts, 12)[:2]
    return (*parts, *(12, monthrange(year, month)[1])[len(parts) - 1 :])[:grain]


def _written(parts: tuple[int, ...]) -> str:
    return "-".join(f"{part:0{4 if n == 0 else 2}d}" for n, part in enumerate(parts))


def _said(value: str) -> str:
    parts = _parts(value)
    if not parts or _written(parts) != value:
        return value
    return day_in_words(Dating(date(*(*parts, 1, 1)[:3]), _PRECISIONS[len(parts) - 1], stated=True, evidence=""))
