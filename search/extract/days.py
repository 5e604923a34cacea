"""Calendar days as printed: found in running text, and read exactly. Nothing here knows what today is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from search.model import Span

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

VIETNAMESE_WEEKDAYS = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")

_M = (
    r"(?P<{0}>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT|SEP|OCT|NOV|DEC)\b\.?"
)
_D = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_TO = r"\s{{0,2}}(?:[-–—]|to|and|until|through|&)\s{{0,2}}"
_YEAR = r"(?:,?\s{0,2}(?:in\s|of\s)?(?P<year>(?:19|20)\d\d)\b(?!\s?[-–—/]\s?(?:19|20)?\d\d\b(?!:)))?"
_S = r"\s{0,2}"

# "December 16", "March 21-22", "March 31 to April 2, 2023"; then "16 December", "21-22 March", "31 March - 2 April".
_MONTH_FIRST = re.compile(
    rf"\b{_M.format('m1')}{_S}{_D.format('d1')}(?!\d|[:.]\d)"
    rf"(?:{_TO.format()}(?:{_M.format('m2')}{_S})?{_D.format('d2')}(?![\d%:]|[.,]\d|\s?[-–/]\s?\d))?{_YEAR}"
)
_DAY_FIRST = re.compile(
    rf"(?<![\d.,:/-])\b{_D.format('d1')}(?:{_S}(?:of\s)?{_M.format('m0')})?(?:{_TO.format()}{_D.format('d2')})?"
    rf"{_S}(?:of\s)?{_M.format('m1')}{_YEAR}"
)
_MONTH_COMMA = re.compile(rf"\b{_M.format('m1')},\s{_D.format('d1')}/(?P<year>(?:19|20)\d\d)\b")  # May, 16/2024
_ISO = re.compile(r"(?<![\d/.-])(?P<year>(?:19|20)\d\d)([-/.])(?P<m>[01]\d)\2(?P<d>[0-3]\d)(?![\d/-]|\.\d)")
_NUMERIC = re.compile(r"(?<![\d/.-])(?P<a>[0-3]?\d)([-/.])(?P<b>[0-3]?\d)\2(?P<year>(?:19|20)\d\d)(?![\d/-]|\.\d)")
_TWO_SEPARATORS = re.compile(r"[-/.]\d{1,2}[-/.]\d")
_MONTH_WORD = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A printed day. `year` is None where none is printed; `until` is (month, day) of the last day of several.

    `other` is the second reading of an ambiguous number, `12-02-2020`: (month, day) when the month comes first.
    """

    span: Span
    printed: str
    month: int
    day: int
    year: int | None
    until: tuple[int, int] | None = None
    other: tuple[int, int] | None = None

    def within(self, year: int) -> date | None:
        """The day in that year, or None where the calendar has no such day."""
        return calendar_day(year, self.month, self.day)

    def last_within(self, year: int) -> date | None:
        """The last day of several, which may lie in the following year; None for a single day."""
        if self.until is None:
            return None
        month, day = self.until
        return calendar_day(year + ((month, day) < (self.month, self.day)), month, day)


def calendar_day(year: int, month: int, day: int) -> date | None:
    """The date, or None where there is none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def days_of(text: str) -> list[Day]:
    """Every day printed in `text`, in reading order; years, months alone and times of day are no days."""
    found = [*_named(text), *_numeric(text)]
    found.sort(key=lambda day: (day.span.start, -day.span.end))
    kept: list[Day] = []
    for day in found:
        if not kept or day.span.start >= kept[-1].span.end:
            kept.append(day)
    return kept


def _named(text: str) -> Iterator[Day]:
    if not _MONTH_WORD.search(text):
        return
    for pattern in (_MONTH_COMMA, _MONTH_FIRST, _DAY_FIRST):
        for match in pattern.finditer(text):
            day = _day_of(match)
            if day is not None:
                yield day


def _day_of(match: re.Match[str]) -> Day | None:
    groups = match.groupdict()
    last_month = MONTHS[(groups.get("m2") or groups["m1"]).lower()]
    first_month = MONTHS[(groups.get("m0") or groups["m1"]).lower()]
    first, last = int(groups["d1"]), int(groups.get("d2") or 0)
    if groups.get("m0") and not last:  # "5 March April": no range
        return None
    if not _plausible(first_month, first) or (last and not _plausible(last_month, last)):
        return None
    if last and (last_month, last) == (first_month, first):
        last = 0
    return Day(
        span=Span(*match.span()),
        printed=match.group(),
        month=first_month,
        day=first,
        year=int(groups["year"]) if groups["year"] else None,
        until=(last_month, last) if last else None,
    )


def _plausible(month: int, day: int) -> bool:
    return calendar_day(2000, month, day) is not None  # a leap year: the printed year decides later


def _numeric(text: str) -> Iterator[Day]:
    if not _TWO_SEPARATORS.search(text):
        return
    for match in _ISO.finditer(text):
        month, day = int(match["m"]), int(match["d"])
        if calendar_day(int(match["year"]), month, day):
            yield Day(Span(*match.span()), match.group(), month, day, int(match["year"]))
    for match in _NUMERIC.finditer(text):
        year, a, b = int(match["year"]), int(match["a"]), int(match["b"])
        readings = [(month, day) for month, day in ((b, a), (a, b)) if calendar_day(year, month, day)]
        if readings:
            (month, day), other = readings[0], readings[-1]
            yield Day(
                Span(*match.span()), match.group(), month, day, year, other=other if other != (month, day) else None
            )


def weekdays_in(words: str) -> set[int]:
    """The days of the week that are named, Monday as 0."""
    plain = words.lower()
    return {at for names in (WEEKDAYS, VIETNAMESE_WEEKDAYS) for at, name in enumerate(names) if name in plain}
