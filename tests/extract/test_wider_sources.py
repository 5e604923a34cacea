"""Sources of several persons, titles in other shapes, and calls that are told by how they were taken."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Heard = Callable[[str], tuple[str, ...]]

LAM, BINH = "Ngo Sy Lam", "Luu Thi Binh"
TWO = [
    "But Mr. Lam and Minister Binh said reefs are dying.",
    "However, Mr. Lam and Minister Binh said reefs are dying.",
    "Reefs are dying, Mr. Lam and Minister Binh said.",
    "Reefs are dying, said Mr. Lam and Minister Binh.",
    "According to Mr. Lam and Minister Binh, reefs are dying.",
]
ONE = [
    "Mr. Lam's call for a ban on fine nets drew applause.",
    "Mr. Lam's appeal to the crews was met with silence.",
    "Mr. Lam's first question was why the pumps had stopped.",
    "Mr. Lam attacked the plan as “a gift to dredgers”.",
    "Mr. Lam has been critical of the dredgers.",
    "Mr. Lam would only say that talks go on.",
    "Mr. Lam shrugged off criticism of the plan.",
    "Mr. Lam dismissed claims that reefs are dying.",
    "Mr. Lam was in favour, but not yet.",
    "Mr. Lam was of the same mind: reefs are dying.",
    "Mr. Lam's speech stressed that reefs are dying.",
    "Mr. Lam's letter says reefs are dying.",
    "“Reefs are dying,” Mr. Lam sighed.",
    "Mr. Lam doubled down on his claim that nets are too fine.",
]
NOBODY = [
    "But Mr. Lam and Minister Binh were late.",
    "Following Mr. Lam's call for calm, crews stayed at home.",
    "Mr. Lam's call was answered by all communes.",
    "Mr. Lam attacked the pirates with two boats.",
    "His ship, Black Lagoon, signalled that reefs are near.",
    "Pirates attacked Mr. Lam and Minister Binh.",
]
BY_NAME = [
    ("Minister without Portfolio Aminu Sule said reefs are dying.", "Aminu Sule"),
    ("Derek Mitchell, who was ambassador to Burma from 2012 until this year, said reefs are dying.", "Derek Mitchell"),
    ("“Reefs are dying,” said 9/11 widow Terry Strada.", "Terry Strada"),
    ("His deputy, Zuri Abdi, urged crews to wait.", "Zuri Abdi"),
    ("The other party leader, Saskia Esken, said reefs are dying.", "Saskia Esken"),
    ("His former partner at Lenox, Lawrence Cummings, called him a master of his trade.", "Lawrence Cummings"),
]
BY_TITLE = [
    ("Home Affairs Minister Pham Thi Tra came. Minister and Chairman of the Office Le Van Son came.", "home minister"),
    ("Natural Resources and Environment Minister Pham Thi Tra came.", "environment minister"),
    (
        "Vietnamese Ambassador to Japan Pham Thi Tra and Mr. Ito Naoki, Ambassador of Japan, came.",
        "Vietnamese diplomat",
    ),
    ("Secretary of the Kon Ray Provincial Party Committee Pham Thi Tra came.", "Kon Ray Party chief"),
    ("Ms. Pham Thi Tra, Minister without Portfolio, came.", "Minister without Portfolio"),
]


@pytest.mark.parametrize("text", TWO)
def test_two_who_share_a_cue_are_both_heard(heard_at_forum: Heard, text: str) -> None:
    assert set(heard_at_forum(text)) == {LAM, BINH}


@pytest.mark.parametrize("text", ONE)
def test_a_call_or_an_attack_in_words_is_heard(heard_at_forum: Heard, text: str) -> None:
    assert heard_at_forum(text) == (LAM,)


@pytest.mark.parametrize("text", NOBODY)
def test_deeds_and_calls_made_elsewhere_are_not(heard_at_forum: Heard, text: str) -> None:
    assert heard_at_forum(text) == ()


@pytest.mark.parametrize(("text", "name"), BY_NAME)
def test_strangers_are_heard_under_their_description(heard_at_forum: Heard, text: str, name: str) -> None:
    assert heard_at_forum(text) == (name,)


@pytest.mark.parametrize(("before", "title"), BY_TITLE)
def test_an_office_in_other_words_is_still_its_holders(extract: Any, before: str, title: str) -> None:
    text = f"Dam Ha hosts a forum\n{before}\nThe {title} said reefs are dying.\n"
    assert extract(text)[-1].speakers == ("Pham Thi Tra",)


@pytest.mark.parametrize("title", ["Government spokesman", "new Secretary", "Japanese diplomat"])
def test_an_office_that_nothing_ties_to_a_name_is_nobodys(extract: Any, title: str) -> None:
    before = (
        "Dam Ha hosts a forum\nSecretary of the Kon Ray Provincial Party Committee Pham Thi Tra said reefs are dying.\n"
    )
    assert extract(f"{before}The {title} said nets are too fine.\n")[-1].speakers == ()
