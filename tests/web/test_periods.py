"""Years, months and days in an address and in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search import Filter
from webapp.periods import between, in_words, period_from


@pytest.mark.parametrize(
    ("since", "until", "period"),
    [
        ("2022", "2024", Filter("year", "2022..2024")),
        ("2022", "", Filter("year", "2022..")),
        ("2022-05", "2024-1", Filter("month", "2022-05..2024-01")),
        ("2022", "2024-02", Filter("month", "2022-01..2024-02")),
        ("2022-02", "2024", Filter("month", "2022-02..2024-12")),
        ("2024", "2024-05-16", Filter("day", "2024-01-01..2024-05-16")),
        ("2024-05-16", "2024", Filter("day", "2024-05-16..2024-12-31")),
        ("2024-01-16", "2024-02", Filter("day", "2024-01-16..2024-02-29")),
        ("", "2024-02-29", Filter("day", "..2024-02-29")),
        ("2024", "2022", Filter("year", "2022..2024")),
        ("2024-05", "2024", Filter("month", "2024-05..2024-12")),
        ("2024-05", "2023", Filter("month", "2023-01..2024-05")),
        ("2023-02-29", "", None),
        ("2024-13", "x", None),
        ("0", "", None),
        ("", "", None),
    ],
)
def test_two_dates_become_one_range_as_fine_as_the_finer_of_them(since: str, until: str, period: Filter | None) -> None:
    assert period_from(since, until) == period


@given(st.text(max_size=12), st.text(max_size=12))
def test_no_date_is_an_error(since: str, until: str) -> None:
    found = period_from(since, until)
    assert found is None or found.facet in {"year", "month", "day"}


@pytest.mark.parametrize(
    ("facet", "value", "words"),
    [
        ("year", "2024", "2024"),
        ("month", "2024-05", "May 2024"),
        ("day", "2024-05-16", "16 May 2024"),
        ("month", "2024-05..2024-07", "May 2024 to July 2024"),
        ("year", "2022..", "since 2022"),
        ("day", "..2024-05-16", "until 16 May 2024"),
        ("year", "20x4", "20x4"),
        ("speaker", "2024-05", "2024-05"),
    ],
)
def test_a_period_is_said_in_words(facet: str, value: str, words: str) -> None:
    assert in_words(facet, value) == words


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2 May 2024", "2 May 2024", "2 May 2024"),
        ("2 May 2024", "5 May 2024", "2 to 5 May 2024"),
        ("2 May 2024", "2 June 2024", "2 May to 2 June 2024"),
        ("2 May 2023", "2 May 2024", "2 May 2023 to 2 May 2024"),
        ("May 2024", "June 2024", "May to June 2024"),
        ("May 2024", "2 June 2024", "May 2024 to 2 June 2024"),
        ("2023", "2024", "2023 to 2024"),
    ],
)
def test_what_two_dates_share_is_said_once(first: str, last: str, said: str) -> None:
    assert between(first, last) == said
