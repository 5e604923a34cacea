"""Slips between words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.advice.distance import distance

WORD = st.text(alphabet="abc", max_size=6)


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("thuong", "thuong", 0),
        ("thoung", "thuong", 1),
        ("thuog", "thuong", 1),
        ("thuongg", "thuong", 1),
        ("thuang", "thuong", 1),
        ("htoung", "thuong", 2),
        ("corupton", "corruption", 2),
        ("ca", "abc", 3),
        ("", "ab", 2),
    ],
)
def test_slips_are_counted(one: str, other: str, slips: int) -> None:
    assert distance(one, other, 3) == slips


def test_above_the_most_it_is_one_more() -> None:
    assert distance("abcdef", "uvwxyz", 2) == 3
    assert distance("a", "abcdef", 2) == 3


@given(WORD, WORD, st.integers(0, 4))
def test_giving_up_early_changes_nothing(one: str, other: str, most: int) -> None:
    whole = distance(one, other, 20)
    assert distance(one, other, most) == min(whole, most + 1)
    assert distance(other, one, 20) == whole
    assert (whole == 0) == (one == other)
