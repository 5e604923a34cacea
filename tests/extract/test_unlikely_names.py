"""What looks like a person and is none: headlines, countries, ordinary words after a title; and the look-alikes."""

from __future__ import annotations

from typing import Any

import pytest

from search.model import MentionKind

SAID = "Roe said that the ports would stay open.\n"


def persons(passages: Any) -> set[str]:
    return {each.name for passage in passages for each in passage.mentions if each.kind is MentionKind.PERSON}


@pytest.mark.parametrize(
    "headline",
    [
        "Jane Roe Hammers Shipping Firms Over Strike",
        "Jane Roe Says Ports Will Stay Open",
        "Jane Roe Meets Delft Leaders in May",
    ],
)
def test_a_name_ends_before_the_verb_of_a_headline_in_capitals(extract: Any, headline: str) -> None:
    passages = extract(f"Strike in the ports\n{headline}\n{SAID}")
    assert persons(passages) == {"Jane Roe"}
    assert passages[-1].speakers == ("Jane Roe",)


def test_a_headline_in_capitals_keeps_a_name_that_ends_there(extract: Any) -> None:
    passages = extract(f"Strike in the ports\nOpen Letter to All Port Workers by Jane Roe\n{SAID}")
    assert passages[-1].speakers == ("Jane Roe",)


@pytest.mark.parametrize("name", ["El Salvador", "Mali Morocco", "C. Tonga", "Sierra Leone"])
def test_a_country_is_no_person(extract: Any, name: str) -> None:
    assert not persons(
        extract(f"Talks on the sea\n{name} said that the treaty was fair.\nMr. Roe spoke of {name}.\n")
    ) - {"Roe"}


def test_a_person_whose_given_name_is_a_country_is_one(extract: Any) -> None:
    assert "Jordan Peters" in persons(extract("Talks on the sea\nMr. Jordan Peters said that the treaty was fair.\n"))


@pytest.mark.parametrize(
    "text",
    [
        "Student Support is late.\nThe support was promised in May.",
        "The Justice Bill was read on Monday.",
        "The Miss Universe contest was held in May.",
        "Fishermen on the Scarborough Shoal were sent home.",
        "Voters of the Rust Belt went home.",
        "The Sheikh, it is said, went home.",
        "The Envoy Extraordinary went home.",
    ],
)
def test_a_thing_after_a_title_or_with_a_noun_of_places_is_no_person(extract: Any, text: str) -> None:
    assert persons(extract(f"News of the day\n{text}\n")) == set()


@pytest.mark.parametrize(
    "words",
    [
        "Neither Jane Roe",
        "Though Jane Roe",
        "Billionaire Jane Roe",
        "Treasurer-general Jane Roe",
        "Texas-based Jane Roe",
    ],
)
def test_a_word_before_a_name_is_no_part_of_it(extract: Any, words: str) -> None:
    assert persons(extract(f"News of the day\n{words} said that ports would stay open.\n")) == {"Jane Roe"}


def test_a_joined_given_name_is_a_part_of_the_name(extract: Any) -> None:
    assert persons(extract("News of the day\nPresident Park Geun-hye said that ports would stay open.\n")) == {
        "Park Geun-hye"
    }


def test_a_figure_after_a_name_is_not_said_by_it(extract: Any) -> None:
    text = "How the delegates stand\nJane Roe: 1,769.\nTom Okafor: 1,501.\nTo win: 2,383.\nRoe needs 614 more.\n"
    assert all(passage.speakers == () for passage in extract(text))


def test_a_family_name_that_is_also_a_trade_is_not_cut_off(extract: Any) -> None:
    assert "Jeff Weaver" in persons(extract("News of the day\nCampaign manager Jeff Weaver said that it was late.\n"))
