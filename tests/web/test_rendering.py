"""Days and counts as they are printed."""

from __future__ import annotations

from datetime import date

import pytest

from search import Dating, Precision
from search import day_in_words as day
from webapp.rendering import count


@pytest.mark.parametrize(
    ("dating", "words"),
    [
        (Dating(date(2024, 12, 16), Precision.DAY, True, ""), "16 December 2024"),
        (Dating(date(2024, 12, 1), Precision.MONTH, True, ""), "December 2024"),
        (Dating(date(2024, 1, 1), Precision.YEAR, True, ""), "2024"),
        (Dating(date(2021, 5, 5), Precision.DAY, True, "", date(2021, 5, 7)), "5–7 May 2021"),
        (Dating(date(2021, 4, 30), Precision.DAY, True, "", date(2021, 5, 2)), "30 April – 2 May 2021"),
        (Dating(date(2021, 12, 31), Precision.DAY, True, "", date(2022, 1, 1)), "31 December 2021 – 1 January 2022"),
    ],
)
def test_a_day_says_no_more_than_is_known(dating: Dating, words: str) -> None:
    assert day(dating) == words


def test_long_numbers_are_grouped() -> None:
    assert (count(7), count(1204)) == ("7", "1,204")
