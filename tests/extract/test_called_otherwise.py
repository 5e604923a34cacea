"""Who is meant by other words than those by which the article introduced them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from search.model import MentionKind, Passage

Extract = Callable[[str], tuple[Passage, ...]]

CITY = """Secretary of the Can Tho City Party Committee Vo Dinh Khai opened the meeting.
Deputy Secretary Luong Tan Hao said that two ports would close.
The city Party chief said nets are too fine."""
ASSEMBLY = """National Assembly Chairman Vo Dinh Khai chaired the session.
Minister of Health Luong Tan Hao said that two ports would close.
The top legislator said nets are too fine."""
DEPUTIES = """Deputy Vo Dinh Khai asked about ports. Deputy Luong Tan Hao asked about ice.
Dinh Khai said nets are too fine."""
VISIT = """Li Ming met Vo Dinh Khai, head of the Department of Fisheries.
For his part, Vo said nets are too fine."""
TWO_OF_A_FAMILY = """Mr. Vo Dinh Khai and Mr. Vo Tan Hao met.
Vo said nets are too fine."""
NO_CHAIRMAN = """Minister of Health Luong Tan Hao said that two ports would close.
The top legislator said nets are too fine."""


@pytest.mark.parametrize("text", [CITY, ASSEMBLY, DEPUTIES, VISIT])
def test_whom_the_article_told_before_is_meant(extract: Extract, text: str) -> None:
    assert extract("A meeting in Dam Ha\n" + text)[-1].speakers == ("Vo Dinh Khai",)


@pytest.mark.parametrize("text", [TWO_OF_A_FAMILY, NO_CHAIRMAN])
def test_nobody_is_meant_where_two_can_be_or_none(extract: Extract, text: str) -> None:
    assert extract("A meeting in Dam Ha\n" + text)[-1].speakers == ()


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (
            "Secretary of the Hanoi Party Committee Vo Dinh Khai came.",
            "The city's Party leader said nets are too fine.",
        ),
        ("Senator the Hon. Vo Dinh Khai, Minister of Justice, came.", "The Minister said nets are too fine."),
        ("Minister of Justice, Senator the Hon. Vo Dinh Khai, came.", "The Minister said nets are too fine."),
        (
            "Vo Dinh Khai, Special Representative of the Secretary-General, Head of the United Nations Mission, came.",
            "Nets are too fine, the senior United Nations official in that country told reporters.",
        ),
        ("NA Chairman Vo Dinh Khai opened the session.", "The Chairman of the National Assembly said nets are fine."),
        ("Prime Minister Vo Dinh Khai received the Lao official.", "The host said nets are too fine."),
        ("The Ministry of Fisheries and its chief inspector Vo Dinh Khai came.", "The inspector said nets are fine."),
    ],
)
def test_a_title_in_other_words_means_whoever_alone_has_it(extract: Extract, told: str, sentence: str) -> None:
    assert extract(f"A meeting in Dam Ha\n{told}\n{sentence}")[-1].speakers == ("Vo Dinh Khai",)


def test_the_top_legislator_is_no_chairman_of_a_committee_of_the_assembly(extract: Extract) -> None:
    text = (
        "A session\nThe NA's Committee on Law, in a report delivered by its Chairman Luong Tan Hao, was split.\n"
        "NA Chairman Vo Dinh Khai asked for time. The law must be short, the top legislator stressed."
    )
    assert extract(text)[-1].speakers == ("Vo Dinh Khai",)


def test_whoever_reads_out_a_report_is_heard_in_it(extract: Extract) -> None:
    text = "A session\nAccording to the report of the council, delivered by Mr. Vo Dinh Khai, nets are too fine."
    assert extract(text)[-1].speakers == ("Vo Dinh Khai",)


def test_incense_is_offered_without_a_word(extract: Extract) -> None:
    text = "A visit\nSecretary Vo Dinh Khai said that nets are too fine.\nThe Secretary offered incense at the temple."
    assert extract(text)[-1].speakers == ()


@pytest.mark.parametrize("body", ["NA Standing Committee", "National Assembly Standing Committee"])
def test_the_assembly_is_one_body_under_its_letters_too(extract: Extract, body: str) -> None:
    read = extract(f"A session in Hanoi\nThe {body} met in Hanoi, Vietnam.")[-1]
    assert read.names(MentionKind.ORGANISATION) == ("National Assembly Standing Committee",)


def test_a_mission_is_no_person(extract: Extract) -> None:
    text = "Briefing\nMr. Vo Dinh Khai, Head of the United Nations Verification Mission in Chad, said nets are fine."
    assert extract(text)[-1].names(MentionKind.PERSON) == ("Vo Dinh Khai",)


@pytest.mark.parametrize(
    "sentence",
    [
        "He holds a master's degree in law and used to be Secretary of the Party Committee.",
        "He has advised two ministries on nets for thirty years.",
    ],
)
def test_a_career_is_no_speech(extract: Extract, sentence: str) -> None:
    read = extract(f"A meeting in Dam Ha\nMr. Vo Dinh Khai said that nets are too fine.\n{sentence}")
    assert read[-1].speakers == ()


@pytest.mark.parametrize("name", ["Tan Sri Azmi Baharom", "Datuk Seri Azmi Baharom", "Cllr Azmi Baharom"])
def test_honours_of_two_words_are_no_part_of_a_name(extract: Extract, name: str) -> None:
    assert extract(f"A meeting in Ipoh\nIts chief commissioner {name} said nets are fine.")[-1].speakers == (
        "Azmi Baharom",
    )


def test_a_body_is_known_by_its_initials_in_a_title(extract: Extract) -> None:
    text = "A meeting\nThe National Anti-Dumping Commission met, said its Chief Commissioner Jane Roe.\n"
    assert extract(text + "Nets are too fine, the NADC chief pointed out.")[-1].speakers == ("Jane Roe",)


def test_a_given_name_may_be_a_place_elsewhere(extract: Extract) -> None:
    assert extract("A meeting\nFrancisco Marques said nets are too fine.")[-1].speakers == ("Francisco Marques",)
    assert extract("A meeting\nSan Francisco Bay said nothing.")[-1].speakers == ()


def test_a_director_and_editor_of_one_house_is_no_director_of_another(extract: Extract) -> None:
    text = (
        "A meeting\nVo Dinh Khai, Director of the Academy, opened it. Luong Tan Hao, Director and Editor of the "
        "National Publishing House, came.\nNets are too fine, the Academy's Director added."
    )
    assert extract(text)[-1].speakers == ("Vo Dinh Khai",)


def test_a_country_has_one_minister_of_a_field(extract: Extract) -> None:
    text = (
        "A meeting\nMinister of Home Affairs Vo Dinh Khai and Minister of Health Luong Tan Hao came.\n"
        "Nets are too fine, Vietnam's home affairs minister told reporters on Tuesday."
    )
    assert extract(text)[-1].speakers == ("Vo Dinh Khai",)
