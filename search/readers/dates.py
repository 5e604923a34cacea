"""Dates as records and pages state them: never more precise than printed, and none where two readings are possible."""

from __future__ import annotations

import re
from datetime import date, datetime

import dateparser

from search.model import Dating, Precision

_CHARACTERS = 100  # more than this is no date
_YEARS = range(1000, 2201)
_MONTHS = 12

_YEAR_FIRST = re.compile(r"(?<!\d)(?<!\d[-/.])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d|[-/.]\d)", re.ASCII)
_YEAR_LAST = re.compile(r"(?<!\d)(?<!\d[-/.])(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d|[-/.]\d)", re.ASCII)
_RUN_TOGETHER = re.compile(r"(\d{4})(\d{2})(\d{2})T?\d{4,6}(?:Z|[+-]\d{2}:?\d{2})?", re.ASCII)
_YEAR_OR_MONTH = re.compile(r"(\d{4})(?:[-/.](\d{1,2}))?", re.ASCII)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)", re.ASCII)
_WORD = re.compile(r"[^\W\d_]{3}")
_TIME = re.compile(
    r"\b\d{1,2}[:h]\d{2}(?::\d{2})?(?: ?[ap]\.?m\b\.?)?"
    r"(?: ?(?:UTC|GMT|Z)\b)?(?: ?\(?(?:GMT ?)?[+-]\d{1,2}:?(?:\d{2})?\)?)?",
    re.ASCII | re.IGNORECASE,
)


def read_date(text: str) -> Dating | None:
    """The date that `text` states, or None; the text itself is the evidence.

    The printed day counts, whatever the time zone beside it: a paper of the sixteenth is a paper of the sixteenth.
    `03/04/2024` could be either of two days and is None; `16/12/2024` could not.
    """
    printed = " ".join(text[: _CHARACTERS + 1].split())
    if not printed or len(printed) > _CHARACTERS:
        return None
    found = _iso(printed) or _numbers(printed)
    if found is None and not _YEAR_FIRST.search(printed) and not _YEAR_LAST.search(printed):
        found = _words(printed)
    if found is None or found[0].year not in _YEARS:
        return None
    return Dating(found[0], found[1], stated=True, evidence=printed)


def coarser(dating: Dating, precision: Precision) -> Dating:
    """The same date known only to the month or year; a date never becomes more precise than it was."""
    if precision is Precision.YEAR:
        return Dating(dating.day.replace(month=1, day=1), precision, dating.stated, dating.evidence)
    if precision is Precision.MONTH and dating.precision is Precision.DAY:
        return Dating(dating.day.replace(day=1), precision, dating.stated, dating.evidence)
    return dating


_Found = tuple[date, Precision] | None


def _iso(text: str) -> _Found:
    try:
        return date.fromisoformat(text), Precision.DAY
    except ValueError:
        pass
    if whole := _YEAR_OR_MONTH.fullmatch(text):
        year, month = whole.groups()
        return _first_day(int(year), int(month), Precision.MONTH) if month else _first_day(int(year), 1, Precision.YEAR)
    if whole := _RUN_TOGETHER.fullmatch(text):
        return _day(*map(int, whole.groups()))
    return None


def _numbers(text: str) -> _Found:
    """A day printed in numbers alone, if there is just one in the text and it can be read in just one way."""
    readings = {_day(int(year), int(month), int(day)) for year, _, month, day in _YEAR_FIRST.findall(text)}
    for one, _, other, year in _YEAR_LAST.findall(text):
        readings |= {_day(int(year), int(other), int(one)), _day(int(year), int(one), int(other))} - {None}
    return readings.pop() if len(readings) == 1 else None


def _words(text: str) -> _Found:
    """A day or a month with its name, in English or Vietnamese."""
    bare = _TIME.sub(" ", text).strip(" ,-|")
    if len(_YEAR.findall(bare)) != 1 or not _WORD.search(bare):
        return None
    if day := _parsed(bare, ["day", "month", "year"]):
        return day.date(), Precision.DAY
    if month := _parsed(bare, ["month", "year"]):
        return _first_day(month.year, month.month, Precision.MONTH)
    return None


def _parsed(text: str, parts: list[str]) -> datetime | None:
    return dateparser.parse(
        text,
        languages=["en", "vi"],
        settings={
            "DATE_ORDER": "DMY",
            "PARSERS": ["absolute-time"],  # "yesterday" is no date without a clock
            "PREFER_DAY_OF_MONTH": "first",
            "RELATIVE_BASE": datetime(2000, 1, 1),  # noqa: DTZ001 - stands in for the library's own clock, in its terms
            "REQUIRE_PARTS": parts,
            "TIMEZONE": "UTC",
        },
    )


def _day(year: int, month: int, day: int) -> _Found:
    try:
        return date(year, month, day), Precision.DAY
    except ValueError:
        return None


def _first_day(year: int, month: int, precision: Precision) -> _Found:
    return (date(year, month, 1), precision) if year in _YEARS and 1 <= month <= _MONTHS else None
