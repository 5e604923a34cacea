"""Printed talk by turns: questions are nobody's, answers are the interviewee's, minutes end a turn."""

from __future__ import annotations

from typing import Any

import pytest

from search.extract import passages_of
from search.model import MentionKind, Mode

INTRODUCTION = "Books for every village\nOur reporter talked with Ms. Tran Thi Bich Van, director of the library.\n"


def speakers(make_article: Any, text: str) -> list[tuple[str, ...]]:
    return [passage.speakers for passage in passages_of(make_article(text))]


@pytest.mark.parametrize(
    ("question", "answer"), [("Q:", "A:"), ("Reporter:", "Ms. Van:"), ("- Question:", ""), ("Interviewer:", "Answer:")]
)
def test_an_interviewees_answers_are_hers_and_the_questions_nobodys(
    make_article: Any, question: str, answer: str
) -> None:
    turns = [
        f"{question} How many books did you buy this year?",
        f"{answer} About nine hundred, and most of them for children.".lstrip(),
        "The rest went to the reading room of the prison.",
        f"{question} And what is missing?",
        f"{answer} Shelves, always shelves, and a roof that keeps out rain.".lstrip(),
    ]
    found = speakers(make_article, INTRODUCTION + "\n".join(turns))[2:]
    hers = ("Tran Thi Bich Van",)
    assert found == [(), hers, hers, (), hers]


def test_an_interview_with_two_people_gives_unlabelled_answers_to_nobody(make_article: Any) -> None:
    text = (
        "Two views of one bridge\nOur reporter talked with Mr. Le Van Son and Ms. Tran Thi Bich Van about the bridge.\n"
        "Q: Who will pay for it?\nA: The province will, in two years at the latest.\n"
    )
    assert speakers(make_article, text)[2:] == [(), ()]


MINUTES = (
    "COUNCIL OF PORT ELMIRA\n"
    "The Council met at ten o'clock, the Speaker, Hon. Ada Brownlow, in the Chair.\n"
    "THE MINISTER OF WORKS (Mr. Colin Farrow): I beg to move that the bridge be painted.\n"
    "It has not been painted since the year of the flood.\n"
)


@pytest.mark.parametrize(
    "told", ["Motion agreed to.", "The House adjourned at half past four.", "Bill read a first time."]
)
def test_proceedings_are_nobodys_and_end_the_turn(make_article: Any, told: str) -> None:
    talk = "Ms. Rita Hollis: What colour will it be?\nMr. Farrow: Green, I hope.\n"
    text = f"{MINUTES}{talk}{told}\nIt was raining by then.\n"
    assert speakers(make_article, text)[4:] == [("Rita Hollis",), ("Colin Farrow",), (), ()]


def test_the_chair_is_heard_by_her_office_and_laughter_by_nobody(make_article: Any) -> None:
    text = (
        f"{MINUTES}[Laughter]\nMadam Speaker: Order, please, I cannot hear.\nMr. Farrow: I thank the Chair for that.\n"
    )
    assert speakers(make_article, text)[2:] == [
        ("Colin Farrow",),
        ("Colin Farrow",),
        (),
        ("Ada Brownlow",),
        ("Colin Farrow",),
    ]


def test_a_turn_ends_with_a_label_that_names_nobody_known(make_article: Any) -> None:
    talk = "Ms. Rita Hollis: Is that so?\nMr. Farrow: It is so.\nAN HON. MEMBER: Shame on you!\nMs. Hollis: Well.\n"
    text = f"{MINUTES}{talk}"
    assert speakers(make_article, text)[6] == ()


def test_the_unlabelled_words_of_a_turn_are_direct(make_article: Any) -> None:
    text = f"{MINUTES}Ms. Rita Hollis: What colour will it be?\nMr. Farrow: Green, I hope.\n"
    assert passages_of(make_article(text))[3].attributions[0].mode is Mode.DIRECT


def test_an_interview_by_dashes_may_ask_without_a_question_mark(make_article: Any) -> None:
    text = (
        "A library is a promise\nTalking with our newspaper, Ms. Tran Thi Bich Van spoke frankly about her shelves.\n"
        "- Madam, are you sad?\n- I am tired but not sad. We open every day.\nThe roof is dry at last.\n"
        "- What comes first?\n- The children.\n- And yet there is no time for reading…\n- Then read on the bus.\n"
        "On the same matter, Dr. Le Van Son, Director of the Institute for Reading, warned of dust.\n"
        "According to him, books last a century.\n- Thank you very much!\n"
    )
    hers, his = ("Tran Thi Bich Van",), ("Le Van Son",)
    assert speakers(make_article, text)[2:] == [(), hers, hers, (), hers, (), hers, his, his, ()]


@pytest.mark.parametrize(
    "seated",
    [
        "In attendance: Deputy Nora Quill (in the Chair).",
        "Present: Deputy Nora Quill in the Chair, and four members.",
        "Deputy Nora Quill took the Chair.",
    ],
)
@pytest.mark.parametrize("label", ["Chairman", "Chair", "Chairwoman"])
def test_whoever_is_in_the_chair_is_the_chairman_of_the_labels(make_article: Any, seated: str, label: str) -> None:
    text = (
        f"COMMITTEE ON PORTS\nThe Joint Committee met at 10.00 a.m.\n{seated}\n"
        f"{label}: I remind members to be brief.\nMr. Colin Farrow: I thank the Chair.\nWe have two ports.\n"
        f"{label}: I thank Mr. Farrow.\nThe joint committee adjourned at 11.25 a.m. sine die.\n"
    )
    hers, his = ("Nora Quill",), ("Colin Farrow",)
    assert speakers(make_article, text)[3:] == [hers, his, his, hers, ()]


def test_a_chairman_whom_nothing_names_ends_the_turn_before(make_article: Any) -> None:
    text = MINUTES.replace(", in the Chair", "") + "Chairman: I put the question.\nThe question is plain.\n"
    assert speakers(make_article, text)[-2:] == [(), ()]


def test_a_request_to_the_interviewee_is_a_question_without_its_mark(extract: Any) -> None:
    text = (
        "Ports must change\nOn the eve of the season, Minister Ngo Sy Lam gave an interview to our newspaper.\n"
        "Minister, could you tell us how the ports did last year.\nThe ports did well, and one has a new quay.\n"
        "Please share a message with the crews.\nStay safe and come home.\n"
    )
    assert [p.speakers for p in extract(text)[2:]] == [(), ("Ngo Sy Lam",), (), ("Ngo Sy Lam",)]


def test_whoever_answers_may_recall_what_a_leader_once_said(extract: Any) -> None:
    text = (
        "A cell must live\nTalking with our paper, Prof. Dr. Tran Thi Doan spoke about cells.\n"
        "- Madam, are you sad to hear it?\n- I am sad but not surprised.\n"
        "General Secretary Nguyen Phu Trong once said that the cell is the root. A root must be watered.\n"
        "- Then who waters it?\n- The secretary.\n"
    )
    assert extract(text)[4].speakers == ("Tran Thi Doan",)


SITTING = (
    "Road Safety Bill\nHouse of Commons of Arden\nThe Minister for Roads (Ms Jane Holloway)\n"
    "I beg to move that the Bill be read.\nIt will save lives.\nPeter Marsh (Northtown) (Lab)\nWill she give way?\n"
)


def test_words_below_a_lone_label_say_which_line_names_their_speaker(make_article: Any) -> None:
    found = passages_of(make_article(SITTING))
    told = [(each.attributions[0].evidence.rule, each.attributions[0].evidence.antecedent) for each in found[3:5]]
    assert told == [("label-above", 2), ("same-turn", 3)]


def test_a_lone_label_is_nobodys_words(make_article: Any) -> None:
    assert speakers(make_article, SITTING)[2] == ()


def test_a_chair_whom_no_line_names_is_nobody_and_ends_the_turn(make_article: Any) -> None:
    found = speakers(make_article, f"{SITTING}Mr Speaker\nOrder. The time is up.\nThe sun had set.\n")
    assert found[6:] == [("Peter Marsh",), (), (), ()]


@pytest.mark.parametrize("heading", ["Question Time", "Ayes 23", "Finance Bill", "Business of the House"])
def test_headings_of_a_debate_name_no_persons(make_article: Any, heading: str) -> None:
    text = f"{SITTING}{heading}\nThe House moved on to the next item.\n{heading}\nThe House then rose.\n"
    found = passages_of(make_article(text))
    assert {each.name for passage in found for each in passage.mentions if each.kind is MentionKind.PERSON} == {
        "Jane Holloway",
        "Peter Marsh",
    }


def test_a_statement_of_a_summary_record_ends_with_what_the_meeting_did(make_article: Any) -> None:
    text = (
        "Committee on Oceans\n1. Ms. Rosa Delgado (Costa Verde) said that her country had ratified.\n"
        "2. It would report in May.\n3. Mr. Jan Peeters (Flandria) asked for time.\n"
        "4. The draft resolution was adopted without a vote.\n5. The lights went out.\n"
    )
    found = passages_of(make_article(text))
    assert [each.speakers for each in found[1:]] == [("Rosa Delgado",), ("Rosa Delgado",), ("Jan Peeters",), (), ()]
    assert found[2].attributions[0].evidence.rule == "same-statement"
    assert found[2].attributions[0].mode is Mode.CONTINUED


def test_whom_an_unknown_speaker_quotes_is_not_heard_in_a_debate(make_article: Any) -> None:
    quoting = "Charles Cloverdale, who has been mentioned, wrote that the coast is full.\nHe said so twice.\n"
    found = speakers(make_article, f"{SITTING}Several Backbenchers (Various)\n{quoting}Peter Marsh\nI wrote nothing.\n")
    assert found[7:] == [(), (), (), (), ("Peter Marsh",)]
