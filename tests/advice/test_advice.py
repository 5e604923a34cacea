"""Advice on an empty page: every piece of it finds something, and its totals are exact."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from search.advice import Advice, advise
from search.deadline import Deadline
from search.engines import ENGINES
from search.engines.base import SearchEngine
from search.model import (
    ArticleInfo,
    Attribution,
    Dating,
    Evidence,
    Grade,
    Kind,
    Mention,
    MentionKind,
    Mode,
    Passage,
    Precision,
    Span,
)
from search.query import Filter, Query

TEXTS = (
    "President Vo Van Thuong spoke of corruption.",
    "The control of power is the work of the Party.",
    "Officials of the Party emphasised personnel work.",
    "The Provincial People's Committee reported growth.",
)


def passage(place: int, text: str) -> Passage:
    day = Dating(date(2022 + place % 2, 1, 1), Precision.DAY, stated=True, evidence="")
    info = ArticleInfo(f"a{place}", None, None, None, day, None, None, f"a{place}.txt", "0" * 64)
    named = Mention("Hung Yen People's Committee", MentionKind.ORGANISATION, Span(0, 3), "The")
    return Passage(f"p{place}", info, 0, Kind.BODY, Span(0, len(text)), text, mentions=(named,) if place == 3 else ())


@pytest.fixture
def engine(tmp_path: Path) -> SearchEngine:
    made = ENGINES["memory"].create(tmp_path / "engine")
    with made.writer() as writer:
        for place, text in enumerate(TEXTS):
            writer.add([passage(place, text)])
    return made


def advice(engine: SearchEngine, query: Query | str) -> Advice:
    page = engine.search(query if isinstance(query, Query) else Query(query))
    assert page.total == 0
    return advise(engine, page)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Vo Van Thoung", "Vo Van Thuong"),
        ("Võ Văn Thoung", "Võ Văn Thuong"),
        ("corupton", "corruption"),
        ("CORUPTON", "CORRUPTION"),
        ("corrupti", "corruption"),
        ('"controll of powre"', '"control of power"'),
        ("persnonel wrok", "personnel work"),
        ("Hung Yem", "Hung Yen"),
        ("grwth -debt", "growth -debt"),
        ("(grwth OR dbet) reported", "(growth OR dbet) reported"),
    ],
)
def test_a_misspelt_word_is_put_right(engine: SearchEngine, typed: str, meant: str) -> None:
    spelling = advice(engine, typed).spelling
    assert spelling == meant
    assert engine.search(Query(spelling)).total > 0


@pytest.mark.parametrize(
    "typed", ["xyzzyq", "12-KL/TW", "2031", "zz", "growth corruption", "-growth -corruption -Party"]
)
def test_nothing_is_suggested_where_no_near_word_finds_anything(engine: SearchEngine, typed: str) -> None:
    assert advice(engine, typed).spelling is None


def test_a_suggestion_must_find_something_under_the_same_filters(engine: SearchEngine) -> None:
    assert advice(engine, Query("corupton", filters=(Filter("year", "2022"),))).spelling == "corruption"
    assert advice(engine, Query("corupton", filters=(Filter("year", "2023"),))).spelling is None


def test_where_the_whole_cannot_be_put_right_a_word_like_each_unknown_is_offered_alone(
    engine: SearchEngine,
) -> None:
    tried = advice(engine, Query("corupton xyzzyq growt", filters=(Filter("year", "2099"),)))
    assert tried.spelling is None
    assert [(word, query.text) for word, query, _ in tried.alone] == [("corupton", "corruption"), ("growt", "growth")]
    for _, query, total in tried.alone:
        assert engine.search(query).total == total > 0
    assert advice(engine, "corupton").alone == ()


def test_an_inflection_and_a_word_of_a_name_are_no_slips(engine: SearchEngine) -> None:
    assert advice(engine, "emphasizing Thuong").spelling is None
    assert advice(engine, "Hung corruption").spelling is None


def test_any_of_the_words_is_offered_with_its_exact_total(engine: SearchEngine) -> None:
    wider, found = advice(engine, "corruption growth").any_of or (Query(), 0)
    assert wider.text == "corruption OR growth"
    assert found == engine.search(wider).total == 2


def test_any_of_the_words_still_leaves_out_what_was_refused(engine: SearchEngine) -> None:
    wider, found = advice(engine, "corruption growth -Thuong").any_of or (Query(), 0)
    assert wider.text == "(corruption OR growth) -Thuong"
    assert found == 1


def test_the_words_of_a_phrase_that_stands_nowhere_are_offered(engine: SearchEngine) -> None:
    wider, found = advice(engine, '"growth corruption"').any_of or (Query(), 0)
    assert (wider.text, found) == ("growth OR corruption", 2)


@pytest.mark.parametrize("typed", ["xyzzyq", "xyzzyq qwrtyp", "xyzzyq OR qwrtyp", "-Party -corruption -growth"])
def test_any_of_the_words_is_not_offered_where_it_finds_nothing_more(engine: SearchEngine, typed: str) -> None:
    assert advice(engine, typed).any_of is None


def test_every_filter_that_can_be_dropped_is_named_with_the_total_it_leaves(engine: SearchEngine) -> None:
    query = Query("Party", filters=(Filter("year", "2022"), Filter("year", "2023")), excluded=(Filter("kind", "body"),))
    given = advice(engine, query)
    assert given.without == ((Filter("kind", "body"), 2),)
    narrow = Query("corruption", filters=(Filter("year", "2023"), Filter("kind", "body")))
    assert advice(engine, narrow).without == ((Filter("year", "2023"), 1),)


@pytest.mark.parametrize(
    ("typed", "about"),
    [
        ("what did Vo Van Thuong say about corruption?", "Vo Van Thuong corruption"),
        ("Who speaks of the personnel?", "personnel"),
        ("who's been talking about growth -debt", "growth -debt"),
        ('what was said about "control of power"', '"control of power"'),
        ("when did they mention (corruption OR debt)", "corruption OR debt"),
        ("who said corruption", "corruption"),
    ],
)
def test_a_question_is_offered_without_its_small_words_and_with_the_exact_total(
    engine: SearchEngine, typed: str, about: str
) -> None:
    query, found = advice(engine, typed).about or (Query(), 0)
    assert query.text == about
    assert found == engine.search(query).total > 0


@pytest.mark.parametrize("typed", ["WHO corruption", "Thuong Said corruption", "Do growth", "who said what", "-who -a"])
def test_names_and_questions_about_nothing_are_left_as_they_are(engine: SearchEngine, typed: str) -> None:
    page = engine.search(Query(typed))
    assert advise(engine, page).about is None


def test_a_slip_is_looked_for_in_what_a_question_is_about(engine: SearchEngine) -> None:
    given = advice(engine, "what did Vo Van Thoung say about corupton")
    assert given.spelling == "Vo Van Thuong corruption"
    assert given.about is None
    assert given.unknown == ("Thoung", "corupton")


def test_any_of_the_words_is_any_of_those_that_a_question_is_about(engine: SearchEngine) -> None:
    wider, found = advice(engine, "what about corruption and the growth").any_of or (Query(), 0)
    assert (wider.text, found) == ("corruption OR growth", 2)


@pytest.mark.parametrize(
    ("typed", "begins"),
    [
        ("corrupt", "corrupt*"),
        ("personnel wor", "personnel wor*"),
        ("personnel emphas", "personnel emphas*"),
        ("growth -Par", None),
        ("cor", "cor*"),
        ("co", None),
        ("xyz", None),
        ("corrupto", None),
    ],
)
def test_words_that_begin_as_the_last_one_does_are_offered_with_the_exact_total(
    engine: SearchEngine, typed: str, begins: str | None
) -> None:
    given = advise(engine, engine.search(Query(typed))).begins
    assert (given and given[0].text) == begins
    assert given is None or engine.search(given[0]).total == given[1] > 0


def test_a_value_both_chosen_and_refused_is_dropped_in_one_go(engine: SearchEngine) -> None:
    year = Filter("year", "2022")
    assert advice(engine, Query("Party", filters=(year,), excluded=(year,))).without == ((year, 2),)


def test_after_the_deadline_nothing_is_claimed(engine: SearchEngine) -> None:
    page = engine.search(Query("corruption growth", filters=(Filter("year", "2022"),)))
    assert advise(engine, page, Deadline(0.0, clock=lambda: 1.0)) == Advice()


@pytest.fixture
def papers(tmp_path: Path) -> SearchEngine:
    made = ENGINES["memory"].create(tmp_path / "papers")
    with made.writer() as writer:
        for place, code in enumerate(("01-KL/TW", "21-KL/TW", "05-CT/TW", "21-NQ/TW")):
            text = f"Document {code} on streamlining"
            named = Mention(code, MentionKind.DOCUMENT, Span(9, 9 + len(code)), code)
            writer.add([replace(passage(place, text), mentions=(named,))])
        said = Attribution(
            "Vo Van Thuong", None, "Thuong", Mode.REPORTED, Grade.NAMED, None, None, Evidence("subject-and-cue")
        )
        writer.add([replace(passage(7, "He spoke."), attributions=(said,))])
    return made


def test_the_words_that_can_be_put_right_are_and_the_unknown_ones_are_named(engine: SearchEngine) -> None:
    given = advice(engine, "xyzzyq corupton")
    assert (given.spelling, given.unknown) == ("corruption", ("xyzzyq", "corupton"))
    assert advice(engine, "xyzzyq corruption").unknown == ("xyzzyq",)
    assert advice(engine, "growth corruption").unknown == ()


def test_numbers_of_documents_like_an_unknown_one_are_offered(papers: SearchEngine) -> None:
    given = advice(papers, "12-KL/TW")
    offered = [given.spelling, *(other.text for other, _ in given.others)]
    assert sorted(filter(None, offered)) == ["01-KL/TW", "21-KL/TW"]
    assert all(papers.search(other).total == found > 0 for other, found in given.others)
    assert advice(papers, "5-CT/TW").spelling == "05-CT/TW"
    assert advice(papers, "5-CT/BCA").spelling is None


def test_a_beginning_that_is_no_word_s_is_put_right(papers: SearchEngine) -> None:
    assert advice(papers, "streamlinig*").spelling == "streamlining"


@pytest.mark.parametrize("typed", ["Vo Van Thoung", "Thuong", "Thoung"])
def test_a_filter_with_an_unknown_value_is_offered_the_values_that_may_be_meant(
    papers: SearchEngine, typed: str
) -> None:
    given = advice(papers, Query(filters=(Filter("speaker", typed),)))
    assert given.values == ((Filter("speaker", typed), Filter("speaker", "Vo Van Thuong"), 1),)


def test_a_known_value_that_finds_nothing_is_no_slip(papers: SearchEngine) -> None:
    assert advice(papers, Query("streamlining", filters=(Filter("speaker", "Vo Van Thuong"),))).values == ()
