from __future__ import annotations

from typing import Any

import pytest

from search.extract.bylines import is_byline, is_contact, is_joined_names, is_name, is_office
from search.model import Kind

BODY = "The council met in the provincial hall and adopted its programme of work for the months to come."


@pytest.mark.parametrize(
    "line",
    [
        "Text and photos: Le Hoa",
        "News and photos: Le Hoa, Vu An",
        "Story & Photos by Le Hoa",
        "(Web editor: Le Hoa, Vu An)",
        "Interview by Le Hoa",
        "Reported by Le Hoa",
        "Translated by Le Hoa",
        "Compiled by: Le Hoa - Vu An",
        "Le Hoa (performed)",
        "Le Hoa (translated)",
        "By Le Hoa",
    ],
)
def test_lines_that_name_the_makers_are_credits(extract: Any, line: str) -> None:
    assert is_byline(line)
    assert extract(f"Council opens\n{BODY}\n{line}")[-1].kind is Kind.CREDIT


@pytest.mark.parametrize(
    "line",
    [
        "By noon the hall was full",
        "Interview by telephone",
        "Le Hoa (Hue)",
        "Text: see below",
        "Performed by night",
        BODY,
    ],
)
def test_other_lines_are_no_bylines(line: str) -> None:
    assert not is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "For further information please contact: Le Hoa, Information Officer, telephone: (+43-1) 26060-0000",
        "Media contact: Le Hoa",
        "Le Hoa, Media Adviser, 021 555 0199",
        "Press Officer: hoa@example.org",
    ],
)
def test_whom_the_press_may_ask_is_no_text(extract: Any, line: str) -> None:
    passages = extract(f"Council opens\n{BODY}\n{BODY} It rained.\n{line}")
    assert is_contact(line)
    assert not passages[-1].searched


def test_people_who_keep_in_contact_are_text() -> None:
    assert not is_contact("Contact with the villages was lost, the chairman said.")
    assert not is_contact("The press office of the council has 12 people.")


def test_a_name_over_an_office_signs_the_text(extract: Any) -> None:
    passages = extract(f"Council opens\n{BODY}\n{BODY} It rained.\nHon. Le Hoa\nSecretary to the Cabinet (Media)")
    assert [p.kind for p in passages[-2:]] == [Kind.CREDIT, Kind.CREDIT]


def test_two_reporters_sign_side_by_side(extract: Any) -> None:
    assert is_joined_names("Le Hoa - Vu An")
    assert extract(f"Council opens\n{BODY}\n{BODY} It rained.\nLE HOA - VU AN")[-1].kind is Kind.CREDIT


def test_shapes_of_names_and_offices() -> None:
    assert is_name("Dr. Le Thi Hoa")
    assert not is_name("Council opens today")
    assert is_office("Special Adviser to the President (Media and Publicity)")
    assert not is_office("Minister: it must stop.")
