"""Folding: one shape for every way of writing a word."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.folding import accented_form, fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Nguyễn", "nguyen"),
        ("ĐƯỜNG", "duong"),
        ("ﬁnance", "finance"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("Ærø", "aero"),
        ("İstanbul", "istanbul"),
        ("people’s", "peoples"),
        ("\uff26\uff55ll", "full"),
    ],
)
def test_folding(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once_in_every_composition(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


def test_the_accented_form_says_more_than_the_folded_one_or_is_none() -> None:
    assert accented_form("Đảng") == "đảng"
    assert accented_form("Party’s") is None
    assert accented_form("Party") is None
