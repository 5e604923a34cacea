"""A date as people write it, never more precise than it is known."""

from __future__ import annotations

from datetime import date

from search.model import Dating, Precision

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day_in_words(dating: Dating) -> str:
    """A date in words, never more than is known: 16 December 2024, December 2024, 2024, 5–7 May 2021."""
    first, last = dating.day, dating.until
    if dating.precision is Precision.YEAR:
        return str(first.year)
    if dating.precision is Precision.MONTH:
        return f"{_MONTHS[first.month - 1]} {first.year}"
    if last is None or last <= first:
        return _written(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_written(last)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} – {_written(last)}"
    return f"{_written(first)} – {_written(last)}"


def _written(when: date) -> str:
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"
