"""Families of constructions, each with several members: verbs by their frames, titles, names, places of the subject."""

from __future__ import annotations

from typing import Any

import pytest

LAM = "Ngo Sy Lam"
OF_SAYING = [
    "Mr. Lam bemoaned the state of the piers.",
    "Mr. Lam gave details of three projects.",
    "Mr. Lam put forward three groups of solutions.",
    "Mr. Lam drew lessons from the last season.",
    "Mr. Lam called attention to the shortage of ice.",
    "Mr. Lam took issue with the figures.",
    "Mr. Lam laid out the timetable.",
    "Mr. Lam shed light on the accident.",
    "Mr. Lam pointed to the price of diesel.",
    "Mr. Lam let it be known that two ports would close.",
    "Mr. Lam begged to differ.",
    "Mr. Lam put the loss at 12 billion VND.",
    "Mr. Lam painted a grim picture of the reefs.",
    "Mr. Lam flagged three risks.",
    "Mr. Lam spoke of empty nets.",
    "Mr. Lam shared his experience in coral planting.",
    "Mr. Lam raised difficulties in licensing.",
]
TELLING_TO = [
    "Mr. Lam tasked the agency with mapping the reefs.",
    "Mr. Lam has required all ports to report every week.",
    "Mr. Lam assigned his deputy to lead the group.",
    "Mr. Lam wants the auditor to step in.",
    "Mr. Lam expects a new law to be passed in May.",
    "Mr. Lam encouraged fishermen to change their nets.",
    "Mr. Lam visited the port and tasked the harbour master with cleaning it.",
]
HOLDING = [
    "Mr. Lam was of the opinion that nets are too fine.",
    "Mr. Lam is of the view that nets are too fine.",
    "Mr. Lam was deeply concerned that nets are too fine.",
    "Mr. Lam was blunt: nets are too fine.",
    "Mr. Lam was critical of the plan.",
    "Mr. Lam dismissed the reports of a shortage as “gossip”.",
]
WHERE_THE_SUBJECT_STANDS = [
    "Mr. Lam on Friday defended the plan, saying nets are too fine.",
    "Mr. Lam, in a message posted on his page, appealed to all crews.",
    "Mr. Lam, in turn, thanked the crews.",
    "Mr. Lam, who accused traders of fraud, left early.",
    "It was also stressed by Mr. Lam that nets are too fine.",
    "Nets are too fine, warned Mr. Lam.",
    "Nets are too fine, Mr. Lam went on.",
    "For his part, Mr. Lam listed five reasons why nets are too fine, adding that two were new.",
    "After the break, the Director of the Department of Fisheries of Dam Ha province highly appreciated the ideas.",
]
BY_NAME_AND_TITLE = [
    ("The health minister admitted to delays.", "Luu Thi Binh"),
    ("The Government leader stressed that time is short.", "Tran Hong Manh"),
    ("Activist Pia Sandell said reefs are dying.", "Pia Sandell"),
    ("His Lao counterpart Bounmy Keovilay said reefs are dying.", "Bounmy Keovilay"),
    ("Party general secretary V K Menon said reefs are dying.", "V. K. Menon"),
    ("Cde Tendai Moyana urged crews to wait.", "Tendai Moyana"),
    ("Samdech Techo Sok Vanna said reefs are dying.", "Sok Vanna"),
    ("Otumfuo Kofi Manu II advised crews to wait.", "Kofi Manu II"),
    ("Yusuf Bello noted that reefs are dying.", "Amina Yusuf Bello"),
    ("President of the Lao Front for National Development Khamla Souvanh on Friday urged calm.", "Khamla Souvanh"),
    ("The chairperson in Port Lagan, Sibu Dlamani, hit back.", "Sibu Dlamani"),
    ("Comrade Tran Van Mon, Head of the Dam Ha Commission flagged two risks.", "Tran Van Mon"),
    ("HUO LINGXIA, Special Envoy for the Lake, said reefs are dying.", "Huo Lingxia"),
    ("ZÉNON MUKOKO NGAY (Democratic Republic of the Congo) said reefs are dying.", "Zenon Mukoko Ngay"),
    ("A court will decide, according to its lawyer, Solomon Jamiru.", "Solomon Jamiru"),
    ("Dr Bello was late. Dr Bello said so. Reefs are dying, according to her.", "Amina Yusuf Bello"),
    ("Mr. Larry King said reefs are dying.", "Larry King"),
    ("Ambassador Leyanis Torres Rivera listened. Ambassador Torres pledged help.", "Leyanis Torres Rivera"),
    ("Park Joon-ho, who runs a shipyard, complained that steel is dear.", "Park Joon-ho"),
]
NOBODY = [
    "Mr. Lam answered questions from voters.",
    "Mr. Lam drew maps and gave attention to them.",
    "Mr. Lam maintained the pumps.",
    "After the visit, Mr. Lam concluded.",
    "When the boats were ready, Mr. Lam agreed.",
    "In the eyes of the law, boats are houses.",
    "Mr. Lam answered questions from the floor.",
    "Mr. Lam made the remarks during a tour.",
    "Mr. Lam presented certificates to 12 crews.",
    "Mr. Lam's proposal was noted by the forum.",
    "The ceasefire that Mr. Lam sought is far off.",
    "Mr. Lam put the cup on the table.",
    "Mr. Lam wants to leave.",
    "Mr. Lam was responding to claims of a shortage.",
    "Mr. Lam gave 12 boats to the poor.",
    "The Ministry reported to Mr. Lam on the catch.",
    "The representative of Ostmark said that reefs are dying.",
]

AFTER_WHAT_WAS_SAID = [
    "The dyke is not a wall, Mr. Lam maintained.",
    "“Nobody counts the boats,” charged Mr. Lam.",
    "“I am glad to be here”, confided Mr. Lam.",
    "“It is late,” protested local fisheries director Ngo Sy Lam in a letter to voters.",
]
IDIOMS_AND_THEIR_GERUNDS = [
    "Mr. Lam pointed the finger at the contractors.",
    "Mr. Lam gave his word that the sluice would open in May.",
    "Mr. Lam drew the members’ attention to the broken pumps.",
    "Mr. Lam visited two ponds, calling on farmers to keep records.",
    "Mr. Lam analysed three floods, pointing out that two of them began at night.",
    "Mr. Lam answered questions from voters: the money is there.",
]
BY_HIS_OFFICE = [
    "Mr. Lam, Director of the Department of Fisheries replied that nets are too fine.",
    "Comrade Director of the Department of Fisheries also suggested that nets be changed.",
    "According to the director, nets are too fine.",
]
OFFICERS_AND_VOTERS = [
    "Voter Le Thi Hoa from Tan My district proposed that the canal be dredged.",
    "Voter Le Thi Hoa (Tan My district) asked for a clinic.",
    "Farmer Le Thi Hoa of An Lac province said that prices are low.",
    "Le Thi Hoa, general secretary of the Union of Boatmen, on Friday called for a pause.",
    "Senior Lieutenant Colonel Le Thi Hoa affirmed that units are ready.",
    "Minister of Defence General Le Thi Hoa told the forum that units are ready.",
    "Permanent Secretary Le Thi Hoa indicated that 12 boards would close.",
    "The World Bank Resident Coordinator, Le Thi Hoa, thanked the voters and recalled the flood of 1999.",
    "For Le Thi Hoa, a village teacher from Tan My, the road matters most. “We carry books on our backs,” she said.",
    "Senior Lieutenant General Le Thi Hoa spoke of borders.\nThe general noted that roads come first.",
    "Cabinet Secretary Le Thi Hoa unveiled the code.\nShe praised it.\n“It is fair,” the CS added.",
]


@pytest.mark.parametrize("text", [*AFTER_WHAT_WAS_SAID, *IDIOMS_AND_THEIR_GERUNDS, *BY_HIS_OFFICE])
def test_what_was_said_may_stand_first_and_the_cue_may_be_an_idiom(heard_at_forum: Any, text: str) -> None:
    assert heard_at_forum(text) == (LAM,)


@pytest.mark.parametrize("text", OFFICERS_AND_VOTERS)
def test_voters_and_officers_are_heard_under_their_standing(heard_at_forum: Any, text: str) -> None:
    assert heard_at_forum(text) == ("Le Thi Hoa",)


@pytest.mark.parametrize("text", [*OF_SAYING, *TELLING_TO, *HOLDING, *WHERE_THE_SUBJECT_STANDS])
def test_a_verb_of_saying_in_any_frame_is_heard(heard_at_forum: Any, text: str) -> None:
    assert heard_at_forum(text) == (LAM,)


@pytest.mark.parametrize(("text", "speaker"), BY_NAME_AND_TITLE)
def test_names_and_titles_of_many_shapes_are_heard(heard_at_forum: Any, text: str, speaker: str) -> None:
    assert heard_at_forum(text) == (speaker,)


@pytest.mark.parametrize("text", NOBODY)
def test_acts_and_strangers_give_nobody_words(heard_at_forum: Any, text: str) -> None:
    assert heard_at_forum(text) == ()


def test_a_word_that_means_something_else_is_a_name_once_somebody_is_called_so(heard_at_forum: Any) -> None:
    text = "Hoang Quoc Viet, a trader, complained of costs.\n“We have paid for our mistakes,” Viet said."
    assert heard_at_forum(text) == ("Hoang Quoc Viet",)


def test_who_cannot_be_named_ends_what_must_be_done(heard_at_forum: Any) -> None:
    text = "Mr. Lam requested ports to report.\nThe envoy of Ostmark said that borders must be respected."
    assert heard_at_forum(text) == ()


def test_a_body_that_takes_the_lead_is_given_a_task(heard_at_forum: Any) -> None:
    text = "Mr. Lam requested ports to report.\nThe Department of Finance takes the lead in mapping the reefs."
    assert heard_at_forum(text) == (LAM,)
