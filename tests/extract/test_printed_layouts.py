"""Printed talk and printed speeches in the layouts of many houses: whose words each paragraph is."""

from __future__ import annotations

from typing import Any

import pytest

from search.extract import passages_of

COMMONS = """Rural Bus Services
1. Helen Whitcombe (North Dorling) (Lab): What steps is the Minister taking to restore rural bus services?
The Parliamentary Under-Secretary of State for Transport (Rufus Holbein): We have provided money since 2020.
I know that my hon. Friend has campaigned hard on this.
Hon. Members: Hear, hear.
Helen Whitcombe: The No. 14 was cancelled again on Monday.
Mr Speaker: Order. I call the shadow Minister.
Rufus Holbein: I am happy to meet the hon. Lady."""
HOUSE = """Public Service Bill
[Deputy Speaker HAROLD FINCHER in the Chair]
Hon GRANT TOLLIVER (Minister for the Public Service): I move, That the bill be now read a second time.
This bill does three things.
MARAMA RURUHI (Green—Te Awa): Will the Minister take a question?
17:12
DEPUTY SPEAKER: Order! The Minister will be heard in silence.
Bill read a second time."""
SENATE = """The Fisheries Bill
Ms. COLLINGS. Mr. President, I rise to speak about lobster.
The fishery feeds 5,600 families in my State.
Mr. KING. Mr. President, I associate myself with the remarks of my colleague.
Ms. COLLINGS. I yield the floor."""
PRESS = """Transcript of a press conference in Oslund
MINISTER VIKEN: Good morning. Exports have grown.
JOURNALIST: Minister, what about salmon?
MINISTER VIKEN: Salmon is doing well.
JOURNALIST: And cod?"""
OUTLET = """“We do not chase rankings”
The Weekly interviewed Prof. Dr. Le Quan Bach, Director of the Academy.
Weekly: What changed in the last five years?
Prof. Le Quan Bach: We stopped counting papers and started reading them.
That was unpopular. Some left.
Weekly: And the students?
Prof. Le Quan Bach: They ask more of us."""
NO_LABELS = """Rector: universities must open their doors
Interview with Professor Nguyen Hong Sang, Rector of the University of Technology.
Professor, why do you want to abolish the entrance examination?
Because it measures memory, not curiosity.
Will parents accept it?
Some will not. But I have spoken with hundreds of them."""
READERS = """The congress listens
* Delegate Vi Thi Thuong, Thach An commune: The congress must keep young people in the village.
* Delegate Be Van Tien, border guard station: We hope that the road will be paved."""

WHITCOMBE, HOLBEIN = "Helen Whitcombe", "Rufus Holbein"


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        (COMMONS, [None, WHITCOMBE, HOLBEIN, HOLBEIN, None, WHITCOMBE, None, HOLBEIN]),
        (
            HOUSE,
            [None, None, "Grant Tolliver", "Grant Tolliver", "Marama Ruruhi", None, "Harold Fincher", None],
        ),
        (SENATE, [None, "Collings", "Collings", "King", "Collings"]),
        (PRESS, [None, "Viken", None, "Viken", None]),
        (OUTLET, [None, None, None, "Le Quan Bach", "Le Quan Bach", None, "Le Quan Bach"]),
        (NO_LABELS, [None, None, None, "Nguyen Hong Sang", None, "Nguyen Hong Sang"]),
        (READERS, [None, "Vi Thi Thuong", "Be Van Tien"]),
    ],
)
def test_each_turn_belongs_to_whoever_the_layout_gives_it(make_article: Any, text: str, heard: list[Any]) -> None:
    passages = passages_of(make_article(text))
    assert [(passage.speakers or (None,))[0] for passage in passages] == heard


BODY = "Dear delegates,\nAfter ten days of hard work we have gone through our agenda.\nI declare the meeting closed."


@pytest.mark.parametrize(
    "announcement",
    [
        "Address by General Secretary Khamla Souvanh at the closing of the plenum",
        "Plenum closes\nBelow is the unofficial translation of the closing address by Chairman Khamla Souvanh.",
        "Plenum closes\nWe respectfully introduce the closing speech of General Secretary Khamla Souvanh.",
        "Plenum closes\nPresident Khamla Souvanh has sent a letter to delegates. Following is the text of the letter:",
        "REMARKS BY THE PRESIDENT\nTHE HONOURABLE KHAMLA SOUVANH\nat the closing of the plenum",
    ],
)
def test_a_speech_may_be_announced_in_many_ways(make_article: Any, announcement: str) -> None:
    passages = passages_of(make_article(f"{announcement}\n{BODY}\nThe plenum was followed by a dinner."))
    speakers = [passage.speakers for passage in passages]
    assert speakers[-4:] == [("Khamla Souvanh",)] * 3 + [()]
    assert set(speakers[:-4]) == {()}


def test_headings_that_run_into_their_text_are_no_labels(make_article: Any) -> None:
    text = (
        "A year in review\nLittle Relief: The crisis is old.\nVeto Power: The council is split.\nFew Tools: War is not."
    )
    assert all(passage.speakers == () for passage in passages_of(make_article(text)))
