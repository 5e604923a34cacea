"""Years, months and days as filter values: one of them, or a range that may be open at one end."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from search.errors import QuerySyntaxError

_RANGE = re.compile(r"(?:\.\.|\N{EN DASH})")
_YEARS = re.compile(r"(\d{4})-(\d{4})")  # in months and days a hyphen stands already


@dataclass(frozen=True, slots=True)
class Grain:
    """How finely a field tells time: the shape of a value, and what makes a whole date of it."""

    shape: re.Pattern[str]
    completed: str
    help: str


GRAINS: Mapping[str, Grain] = {
    "year": Grain(
        re.compile(r"\d{4}", re.ASCII),
        "-01-01",
        "a year is written 2024, years are written 2022..2024, 2022.. or ..2024",
    ),
    "month": Grain(
        re.compile(r"\d{4}-\d\d", re.ASCII),
        "-01",
        "a month is written 2024-05, months are written 2024-05..2024-07, 2024-05.. or ..2024-07",
    ),
    "day": Grain(
        re.compile(r"\d{4}-\d\d-\d\d", re.ASCII),
        "",
        "a day is written 2024-05-16, days are written 2024-05-16..2024-06-02, 2024-05-16.. or ..2024-06-02",
    ),
}


def period(field: str, typed: str) -> str:
    """The value of a filter on `field` as typed, a range from its earlier end. Raises `QuerySyntaxError`."""
    grain = GRAINS[field]
    ends = _RANGE.split(_YEARS.sub(r"\1..\2", typed))
    if len(ends) > 2 or not any(ends) or not all(end == "" or _is(grain, end) for end in ends):  # noqa: PLR2004 - a range has two ends
        raise QuerySyntaxError(grain.help)
    return "..".join(sorted(ends) if all(ends) else ends)


def _is(grain: Grain, value: str) -> bool:
    if not grain.shape.fullmatch(value):
        return False
    try:
        date.fromisoformat(value + grain.completed)
    except ValueError:
        return grain.completed == "-01-01"  # the year 0000 has no days, and does no harm
    return True
