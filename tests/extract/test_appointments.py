"""Who holds an office that the article says is given, and who is meant where an official is unknown."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from search.model import Passage

Extract = Callable[[str], tuple[Passage, ...]]

OTHERS = "Also present was Chairman of the provincial People's Committee Vo Dinh Khai.\n"
SPEECH = "In an acceptance speech, the new Secretary pledged to repair the nets. The ice comes first, the leader added."


@pytest.mark.parametrize(
    "appointed",
    [
        "Luong Tan Hao was elected Secretary of the Ha Nam Provincial Party Committee on Monday.",
        "Mr. Luong Tan Hao, a marine engineer, has been named Secretary of the Ha Nam Provincial Party Committee.",
        "The Politburo assigned Luong Tan Hao to hold the post of Secretary of the Ha Nam Provincial Party Committee.",
        "The Secretariat approves Mr. Luong Tan Hao as Secretary of the Ha Nam Provincial Party Committee.",
        "Luong Tan Hao takes over as Secretary of the Ha Nam Provincial Party Committee.",
    ],
)
def test_whoever_is_given_an_office_is_meant_by_it(extract: Extract, appointed: str) -> None:
    read = extract(f"A change in Ha Nam\n{appointed}\n{OTHERS}{SPEECH}")
    assert read[-1].speakers == ("Luong Tan Hao",)


@pytest.mark.parametrize(
    "other",
    [
        "Luong Tan Hao was elected Secretary of the Ha Nam Provincial Party Committee in 2009.",
        "Luong Tan Hao was received by the Secretary of the Ha Nam Provincial Party Committee.",
        "Minister Luong Tan Hao appointed the Secretary of the Ha Nam Provincial Party Committee.",
        "Luong Tan Hao took part with the Secretary of the Ha Nam Provincial Party Committee in the meeting.",
    ],
)
def test_an_office_that_is_not_given_now_is_not_his(extract: Extract, other: str) -> None:
    assert extract(f"A change in Ha Nam\n{other}\n{OTHERS}{SPEECH}")[-1].speakers == ()


@pytest.mark.parametrize("goes_on", [" The ice comes first, he added.", "\nThe ice comes first, he added."])
def test_he_is_nobody_after_an_official_whom_nothing_names(extract: Extract, goes_on: str) -> None:
    text = "A change in Ha Nam\nMinister Vo Dinh Khai said that two ports would close.\nThe Chief of Staff said no."
    assert extract(text + goes_on)[-1].speakers == ()


@pytest.mark.parametrize(
    ("sentence", "heard"),
    [
        ("The representative of Chad observed that nets are too fine.", ()),
        ("THE SPEAKER: Order. I am having a hard time.", ()),
        ("The Auditor-General said that nets are too fine.", ("Vo Dinh Khai",)),
    ],
)
def test_a_title_is_not_another_that_shares_a_word(extract: Extract, sentence: str, heard: tuple[str, ...]) -> None:
    text = (
        "A meeting in Dam Ha\nSpecial Representative of the Secretary-General Luong Tan Hao and the Auditor General, "
        "Vo Dinh Khai, were asked to look.\n"
    )
    assert extract(text + sentence)[-1].speakers == heard


def test_the_head_of_state_is_the_president_of_the_republic(extract: Extract) -> None:
    text = "A visit\nPresident of the Republic Luong Tan Hao met fishermen.\nThe Head of State called for more rigour."
    assert extract(text)[-1].speakers == ("Luong Tan Hao",)


def test_the_city_leader_is_the_one_who_speaks_already(extract: Extract) -> None:
    text = (
        "A meeting in Da Nang\nChairman of the city's People's Committee Vo Dinh Khai attended.\nSecretary of "
        "the Da Nang Party Committee Luong Tan Hao asked for patience. The city leader reminded all of ice."
    )
    assert extract(text)[-1].speakers == ("Luong Tan Hao",)


def test_three_syllables_after_comrade_are_a_name_whatever_the_first(extract: Extract) -> None:
    text = "A conference\nComrade Ngoc Kim Nam received the opinions, and at the same time said that nets are fine."
    assert extract(text)[-1].speakers == ("Ngoc Kim Nam",)


def test_what_people_are_to_believe_is_nobodys_words(extract: Extract) -> None:
    text = "A conference\nThe committee trains cadres who speak so that people believe."
    assert extract(text)[-1].attributions == ()


def test_a_list_goes_on_after_what_breaks_into_it(extract: Extract) -> None:
    text = (
        "A conference\nSecretary of the Ha Nam Provincial Party Committee Luong Tan Hao named three tasks:\n"
        "Firstly, repair the nets.\nMinister of Health Vo Dinh Khai attended.\nSecondly, bring the ice.\n"
        "At the conference, six collectives were awarded.\nFourthly, the prizes of the sector."
    )
    read = extract(text)
    assert [passage.speakers for passage in read[2:]] == [
        ("Luong Tan Hao",),
        (),
        ("Luong Tan Hao",),
        (),
        (),
    ]
