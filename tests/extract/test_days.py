from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.extract.days import days_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on the morning of December 16, in Hue", [(None, 12, 16, None)]),
        ("on 5 Feb under the chairman", [(None, 2, 5, None)]),
        ("dated October 25, 2018 of the council", [(2018, 10, 25, None)]),
        ("the 16th of May, 2020", [(2020, 5, 16, None)]),
        ("from March 21-22", [(None, 3, 21, (3, 22))]),
        ("December 16 and 17", [(None, 12, 16, (12, 17))]),
        ("from March 31 to April 2, 2023", [(2023, 3, 31, (4, 2))]),
        ("31 March - 2 April", [(None, 3, 31, (4, 2))]),
        ("18 and 19 October 2012", [(2012, 10, 18, (10, 19))]),
        ("2022-12-29", [(2022, 12, 29, None)]),
        ("March 3, 2021 - 08:15", [(2021, 3, 3, None)]),
        ("on March 3 and on May 4", [(None, 3, 3, None), (None, 5, 4, None)]),
    ],
)
def test_days_are_read_as_printed(text: str, found: list[tuple[object, ...]]) -> None:
    assert [(day.year, day.month, day.day, day.until) for day in days_of(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "in March 2021",
        "the 2016-2021 term",
        "94/545",
        "February 30",
        "you may 5 times",
        "at 12:30",
        "18-NQ/TW",
        "13.4%",
    ],
)
def test_months_terms_fractions_and_impossible_days_are_no_days(text: str) -> None:
    assert days_of(text) == []


def test_a_number_that_reads_both_ways_has_a_second_reading() -> None:
    assert [(day.month, day.day, day.other) for day in days_of("12-02-2020 and 25-02-2020")] == [
        (2, 12, (12, 2)),
        (2, 25, None),
    ]


@given(st.dates(), st.sampled_from(["%B %d, %Y", "%d %B %Y", "%d %b %Y", "%Y-%m-%d"]))
def test_a_printed_date_is_read_back(day: object, shape: str) -> None:
    printed = f"{day:{shape}}"
    if not 1900 <= day.year <= 2099:  # type: ignore[attr-defined] # a date, drawn as an object
        return
    (found,) = days_of(f"It was {printed}, they said.")
    assert found.within(found.year or 0) == day


@given(st.text(max_size=60))
def test_days_lie_in_the_text_and_ascend(text: str) -> None:
    found = days_of(text)
    assert all(day.span.of(text) == day.printed for day in found)
    assert [day.span.start for day in found] == sorted(day.span.start for day in found)
