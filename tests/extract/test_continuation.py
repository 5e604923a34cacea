"""Speech that runs on without a cue, and what ends it."""

from __future__ import annotations

from typing import Any

import pytest

from search.extract import passages_of
from search.model import Grade, Mode, Passage
from search.rules import RULES

OPENING = (
    "Hung Yen: tasks of the year\n"
    "Secretary of the Provincial Party Committee Nguyen Huu Nghia pointed out shortcomings, noting two tasks:\n"
)
DIRECTING = (
    "Hung Yen: tasks of the year\n"
    "Secretary of the Provincial Party Committee Nguyen Huu Nghia requested stronger discipline.\n"
)
SPEAKER = "Nguyen Huu Nghia"


def read(make_article: Any, *lines: str, opening: str = DIRECTING) -> tuple[Passage, ...]:
    return passages_of(make_article(opening + "\n".join(lines)))


@pytest.mark.parametrize(
    ("opening", "line", "rule"),
    [
        (OPENING, "Firstly, promoting the implementation of the resolution.", "item-of-the-list"),
        (OPENING, "Strengthening inspection in every commune.", "item-of-the-list"),
        (OPENING, "Socio-political organisations continue to renew their work.", "goes-on-doing"),
        (DIRECTING, "Continue to improve the quality of the cells.", "directive"),
        (DIRECTING, "To step up the work of education of the youth.", "directive"),
        (DIRECTING, "Also pay attention to those who retire early.", "directive"),
        (DIRECTING, "The apparatus should be built with fewer levels.", "duty"),
        (DIRECTING, "Every agency needs to review its own rules.", "duty"),
        (DIRECTING, "At the same time, the sector renews its methods.", "joined"),
    ],
)
def test_a_sign_shows_that_the_speech_goes_on(make_article: Any, opening: str, line: str, rule: str) -> None:
    passage = read(make_article, line, opening=opening)[-1]
    (attribution,) = passage.attributions
    assert attribution.speaker == SPEAKER
    assert attribution.mode is Mode.CONTINUED
    assert attribution.grade is Grade.CONTINUATION
    assert attribution.evidence.rule == rule
    assert rule in RULES
    assert attribution.evidence.antecedent == 1


def test_sub_paragraphs_between_two_items_are_of_the_list(make_article: Any) -> None:
    passages = read(
        make_article,
        "Firstly, promoting the implementation of the resolution.",
        "The committees have well implemented the directive.",
        "Secondly, strengthening inspection.",
        opening=OPENING,
    )
    assert [passage.speakers for passage in passages[2:]] == [(SPEAKER,)] * 3
    assert passages[3].attributions[0].evidence.rule == "between-the-same-speech"


def test_what_follows_the_last_sign_is_nobodys(make_article: Any) -> None:
    passages = read(make_article, "Continue to improve the cells.", "Rice grows well in the fields of the province.")
    assert passages[-1].speakers == ()


@pytest.mark.parametrize(
    "between",
    [
        "Delegates attending the conference. Photo: Thanh Le |",
        "Photo: Thanh Le",
        "DELEGATES IN THE HALL OF THE PROVINCE",
    ],
)
def test_captions_and_headings_end_no_speech(make_article: Any, between: str) -> None:
    passages = read(make_article, between, "Continue to improve the quality of the cells.")
    assert passages[-1].speakers == (SPEAKER,)


@pytest.mark.parametrize(
    "between",
    [
        "According to the report, eleven committees completed their tasks.",
        "Mr. Tran Quoc Toan said that the budget was short.",
        "At the conference, three collectives received certificates.",
        "Mr. Tran Quoc Toan handed over the flag to the youth.",
        "Source: baohungyen.vn",
    ],
)
def test_another_source_narrative_and_the_credit_line_end_it(make_article: Any, between: str) -> None:
    passages = read(make_article, between, "Continue to improve the quality of the cells.")
    assert SPEAKER not in passages[-1].speakers


def test_after_mere_saying_nothing_is_guessed(make_article: Any) -> None:
    opening = "A title of the article\nMr. Kevin McKinley said college is expensive.\n"
    assert read(make_article, "Parents should start early.", opening=opening)[-1].speakers == ()


def test_a_chain_points_back_passage_by_passage(make_article: Any) -> None:
    passages = read(make_article, "Continue to improve the cells.", "Renew the methods of inspection.")
    assert [p.attributions[0].evidence.antecedent for p in passages[2:]] == [1, 2]


def test_what_must_be_done_after_an_event_is_still_the_speakers_word(extract: Any) -> None:
    text = (
        "Congress of the bloc\nComrade Phan Viet Cuong, Secretary of the Party Committee, requested units to report.\n"
        "After the congress, the new Executive Committee must promulgate its working regulations.\n"
    )
    assert extract(text)[-1].speakers == ("Phan Viet Cuong",)


def test_what_the_meeting_did_ends_a_list(make_article: Any) -> None:
    assert read(make_article, "The meeting also gave opinions on the plan.", opening=OPENING)[-1].speakers == ()
