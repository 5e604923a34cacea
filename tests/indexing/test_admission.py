"""Of several articles with one id or one content the first is held."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.admission import Admissions, Place, content_of
from search.model import Article, ArticleInfo, Dating, Precision

ARTICLES = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz")), max_size=12)
SPEECH = Article(ArticleInfo("a", None, None, None, None, None, None, "s.jsonl", "0"), "I agree with the motion.")
DAY = Dating(date(2024, 5, 2), Precision.DAY, stated=True, evidence="date 2024-05-02")


def test_the_first_of_an_id_and_of_a_text_is_admitted() -> None:
    admissions = Admissions()
    assert admissions.refusal(Place("1.txt", 0), "a", "x") is None
    assert admissions.refusal(Place("2.txt", 0), "b", "y") is None


def test_the_same_text_under_another_id_is_a_harmless_duplicate() -> None:
    admissions = Admissions()
    admissions.refusal(Place("1.txt", 0), "a", "x")
    refused = admissions.refusal(Place("2.txt", 0), "b", "x")
    assert refused is not None
    assert refused.harmless
    assert refused.reason == "the same text as in 1.txt; kept once"


def test_the_same_article_twice_is_a_harmless_duplicate_and_both_lines_are_named() -> None:
    admissions = Admissions()
    admissions.refusal(Place("1.jsonl", 0, 3), "a", "x")
    refused = admissions.refusal(Place("1.jsonl", 1, 7), "a", "x")
    assert refused is not None
    assert (refused.harmless, refused.line) == (True, 7)
    assert refused.reason == "the same article as in 1.jsonl:3 (article id 'a'); kept once"


def test_one_id_with_another_text_is_refused_with_the_name_of_the_holder() -> None:
    admissions = Admissions()
    admissions.refusal(Place("1.jsonl", 0, 3), "a", "x")
    refused = admissions.refusal(Place("2.jsonl", 4, 9), "a", "y")
    assert refused is not None
    assert (refused.harmless, refused.line) == (False, 9)
    assert "that of 1.jsonl:3 (article id 'a'), but another text" in refused.reason


def test_a_refused_article_refuses_no_other() -> None:
    admissions = Admissions()
    admissions.refusal(Place("1.txt", 0), "a", "x")
    admissions.refusal(Place("2.txt", 0), "b", "x")
    assert admissions.refusal(Place("3.txt", 0), "b", "y") is None


@given(ARTICLES)
def test_no_id_and_no_text_is_held_twice_and_asking_again_changes_nothing(articles: list[tuple[str, str]]) -> None:
    admissions = Admissions()
    places = [(Place("f", number), *article) for number, article in enumerate(articles)]
    first = [admissions.refusal(*place) for place in places]
    held = [article for article, refused in zip(articles, first, strict=True) if refused is None]
    assert len({name for name, _ in held}) == len({text for _, text in held}) == len(held)
    assert [admissions.refusal(*place) for place in places] == first


@pytest.mark.parametrize(
    "other",
    [
        {"speaker": "A. Other"},
        {"organisation": "Council"},
        {"info": replace(SPEECH.info, published=DAY)},
        {"id_stated": True},
        {"text": "I disagree."},
    ],
    ids=["speaker", "organisation", "date", "id", "text"],
)
def test_a_speech_of_another_speaker_or_day_or_with_an_id_of_its_own_is_another_one(other: dict[str, Any]) -> None:
    assert content_of(replace(SPEECH, **other)) != content_of(SPEECH)


def test_who_spoke_is_not_mistaken_for_where_they_belong() -> None:
    assert content_of(replace(SPEECH, speaker="A")) != content_of(replace(SPEECH, organisation="A"))


def test_a_guessed_date_or_id_and_the_white_space_make_no_difference() -> None:
    info = replace(SPEECH.info, id="b", source_path="t.jsonl", published=replace(DAY, stated=False))
    assert content_of(replace(SPEECH, info=info, text="I  agree\nwith the motion.\n")) == content_of(SPEECH)
