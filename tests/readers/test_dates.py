"""Dates are read as printed: never more precise, never from a clock, never where two readings are possible."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.model import Precision
from search.readers.dates import coarser, read_date


def value_of(text: str) -> str | None:
    dating = read_date(text)
    return dating.value if dating else None


@pytest.mark.parametrize(
    "text",
    [
        "2024-12-16",
        "20241216",
        "2024-12-16T08:00:00+07:00",
        "2024-12-16T23:59:59Z",
        "2024-12-16 08:13",
        "20241216T080000Z",
        "2024/12/16",
        "16/12/2024",
        "12/16/2024",
        "16.12.2024, 08:13",
        "Thứ hai, 16/12/2024 - 08:13 (GMT+7)",
        "16 December 2024",
        "December 16, 2024",
        "16 Dec 2024 11:30 PM",
        "16-Dec-2024",
        "Mon, 16 Dec 2024 23:30:00 GMT",
        "Mon, 16 Dec 2024 03:00:00 +0700",
        "08:13, December 16, 2024",
        "ngày 16 tháng 12 năm 2024",
        " 16th  of December\n2024 ",
    ],
)
def test_a_printed_day_is_read_in_every_common_form(text: str) -> None:
    assert value_of(text) == "2024-12-16"


@pytest.mark.parametrize(
    ("text", "value"),
    [("1946", "1946"), ("2024-12", "2024-12"), ("December 2024", "2024-12"), ("tháng 12 năm 2024", "2024-12")],
)
def test_a_month_or_year_stays_a_month_or_year(text: str, value: str) -> None:
    assert value_of(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "3 days ago",
        "today 2024",
        "December 16",
        "a 2024",
        "03/04/2024",
        "Thứ hai 03/04/2024 08:13",
        "31/02/2024",
        "2024-13-01",
        "2024-00",
        "0999-01-01",
        "2201-01-01",
        "9999",
        "16/12/24",
        "16 12 2024",
        "16/12/2024 to 17/12/2024",
        "2024-12-16/2024-12-17",
        "1.16.12.2024",
        "31 February 2024",
        "16 December 2024 and 17 December 2025",
        "١٦/١٢/٢٠٢٤",
        "2024-12-16" * 20,
    ],
)
def test_what_is_no_date_or_could_be_two_is_none(text: str) -> None:
    assert value_of(text) is None


def test_equal_day_and_month_leave_no_doubt() -> None:
    assert value_of("05/05/2024") == "2024-05-05"


def test_the_printed_words_are_the_evidence() -> None:
    dating = read_date("  Mon, 16 Dec 2024\n03:00:00 +0700 ")
    assert dating is not None
    assert dating.stated
    assert dating.evidence == "Mon, 16 Dec 2024 03:00:00 +0700"


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2200, 12, 31)))
def test_every_iso_day_is_read_as_itself(day: date) -> None:
    assert value_of(day.isoformat()) == day.isoformat()
    assert value_of(f"{day:%Y}-{day.month}-{day.day}T00:00:00-11:00") == day.isoformat()


@given(st.text(max_size=120))
def test_no_text_is_an_error(text: str) -> None:
    dating = read_date(text)
    assert dating is None or 1000 <= dating.day.year <= 2200


def test_a_date_can_lose_precision_and_never_gain_it() -> None:
    day, month, year = (read_date(text) for text in ("2024-12-16", "2024-12", "2024"))
    assert day is not None
    assert month is not None
    assert year is not None
    assert [coarser(day, precision).value for precision in Precision] == ["2024-12-16", "2024-12", "2024"]
    assert [coarser(month, precision).value for precision in Precision] == ["2024-12", "2024-12", "2024"]
    assert [coarser(year, precision).value for precision in Precision] == ["2024", "2024", "2024"]
