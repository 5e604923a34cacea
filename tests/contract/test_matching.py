"""What a word, a phrase, a prefix and a filter find, on passages written for the purpose. For every engine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from search.engines.base import SearchEngine
from search.fields import KIND_WEIGHTS
from search.model import Kind, MentionKind, Passage, Repair, Span
from search.query import Filter, Query, Sort
from search.tree import Or, Term

Compose = Callable[..., Passage]
Build = Callable[..., SearchEngine]


def found(engine: SearchEngine, text: str, **more: object) -> list[str]:
    return [hit.passage.id for hit in engine.search(Query(text, **more)).hits]


def test_a_word_finds_its_inflections_whatever_the_case_and_the_spelling(compose: Compose, build: Build) -> None:
    engine = build(compose("Reforming the Organization of labor"), compose("no such thing", ordinal=1))
    for text in ("reforms", "REFORM", "organisations", "labour", "reform labour"):
        assert found(engine, text) == ["a-0"], text


def test_diacritics_and_their_absence_find_each_other(compose: Compose, build: Build) -> None:
    engine = build(compose("To Lam in Ha Noi"), compose("Tô Lâm in Hà Nội", ordinal=1), compose("Đỗ", ordinal=2))
    assert sorted(found(engine, "tô lâm")) == sorted(found(engine, "To Lam")) == ["a-0", "a-1"]
    assert found(engine, "do") == ["a-2"]


def test_text_with_the_diacritics_of_the_query_comes_first(compose: Compose, build: Build) -> None:
    long_one = "Tô Lâm " + "spoke of many things " * 30
    engine = build(
        compose("To Lam. To Lam!"),
        compose(long_one, ordinal=1, kind=Kind.CAPTION),
        compose("To Lam", ordinal=2),
        compose("Tô Lâm", ordinal=3),
    )
    assert found(engine, "Tô Lâm")[:2] == ["a-3", "a-1"]
    assert found(engine, '"Tô Lâm"')[:2] == ["a-3", "a-1"]
    assert found(engine, "To Lam")[0] in {"a-0", "a-2", "a-3"}


def test_a_document_code_is_exact_however_it_is_written(compose: Compose, build: Build) -> None:
    engine = build(compose("Conclusion No. 21-KL/TW on unions"), compose("Conclusion No. 12-KL/TW", ordinal=1))
    for text in ("21-KL/TW", "21 KL TW", "No. 21-KL/TW", "21-kl/tw"):
        assert found(engine, text) == ["a-0"], text
    assert found(engine, "13-KL/TW") == []


def test_a_word_finds_the_canonical_names_a_passage_holds(compose: Compose, build: Build) -> None:
    committee = ("Hung Yen People's Committee", MentionKind.ORGANISATION)
    engine = build(
        compose("The Provincial People's Committee met", names=(committee,)),
        compose("He said so", ordinal=1, speakers=("Tô Lâm",)),
        compose("Regulations 217, 218-QD/TW", ordinal=2, names=(("217-QD/TW", MentionKind.DOCUMENT),)),
    )
    assert found(engine, "Hung Yen People's Committee") == ["a-0"]
    assert found(engine, "To Lam") == ["a-1"]
    assert found(engine, "217-QD/TW") == ["a-2"]
    assert found(engine, '"Hung Yen"') == [], "a phrase is as written in the text"
    assert found(engine, "-yen -lam") == ["a-2"], "negated words look at names too"


def test_a_title_or_heading_alone_makes_no_hit_but_lifts_one(compose: Compose, build: Build) -> None:
    engine = build(
        compose("labour unions met", article="a", title="Other news"),
        compose("labour unions met", article="b", title="Labour law"),
        compose("nothing at all", article="b", ordinal=1, title="Labour law", heading="Labour"),
        compose("labour unions met", article="c", title="Other news", heading="Labour"),
    )
    hits = engine.search(Query("labour")).hits
    assert {hit.passage.id for hit in hits[:2]} == {"b-0", "c-0"}
    assert [hit.passage.id for hit in hits[2:]] == ["a-0"]
    assert hits[1].score > hits[2].score


def test_a_caption_comes_below_a_paragraph_with_the_same_words(compose: Compose, build: Build) -> None:
    engine = build(
        compose("Leaders at the opening ceremony", kind=Kind.CAPTION),
        compose("Leaders at the opening ceremony", ordinal=1),
    )
    first, second = engine.search(Query("opening ceremony")).hits
    assert (first.passage.kind, second.passage.kind) == (Kind.BODY, Kind.CAPTION)
    assert second.score == pytest.approx(0.6 * first.score, abs=1e-5)


def test_more_often_shorter_and_rarer_is_better(compose: Compose, build: Build) -> None:
    engine = build(
        compose("tax and much else that is said at length"),
        compose("tax tax and much else that is said at length", ordinal=1),
        compose("tax", ordinal=2),
        compose("zebra and much else that is said at length", ordinal=3),
    )
    assert found(engine, "tax") == ["a-2", "a-1", "a-0"]
    assert found(engine, "tax OR zebra")[0] == "a-3"


def test_a_phrase_is_its_words_as_written_next_to_each_other(compose: Compose, build: Build) -> None:
    engine = build(
        compose("The central committee of the party"),
        compose("The committee, central to the party", ordinal=1),
        compose("The central committees", ordinal=2),
        compose("that that is", ordinal=3),
        compose("that is that", ordinal=4),
    )
    assert found(engine, '"central committee"') == ["a-0"]
    assert found(engine, '"CENTRAL committees"') == ["a-2"]
    assert found(engine, '"that that"') == ["a-3"]
    assert found(engine, '"of the party central"') == []
    assert found(engine, '"absent committee"') == []


def test_a_phrase_does_not_run_from_one_passage_into_the_next(compose: Compose, build: Build) -> None:
    engine = build(compose("the central"), compose("committee", ordinal=1))
    assert found(engine, '"central committee"') == []


def test_a_prefix_finds_the_words_of_the_text_that_begin_so(compose: Compose, build: Build) -> None:
    engine = build(
        compose("Organizations"), compose("organic", ordinal=1), compose("x", ordinal=2, speakers=("Organ Grinder",))
    )
    assert found(engine, "organiz*") == ["a-0"]
    assert found(engine, "organ*") == ["a-0", "a-1"]


def test_not_or_and_groups_mean_what_they_say(compose: Compose, build: Build) -> None:
    engine = build(
        compose("tax debt"), compose("tax", ordinal=1), compose("debt", ordinal=2), compose("peace", ordinal=3)
    )
    assert found(engine, "tax -debt") == ["a-1"]
    assert found(engine, "tax NOT debt") == ["a-1"]
    assert found(engine, "-tax") == ["a-2", "a-3"]
    assert found(engine, "tax OR peace") == ["a-3", "a-1", "a-0"]
    assert found(engine, "-(tax OR debt)") == ["a-3"]
    assert sorted(found(engine, "(tax OR peace) -debt")) == ["a-1", "a-3"]


def test_stubs_credits_and_reprints_are_kept_for_reading_but_never_found(compose: Compose, build: Build) -> None:
    engine = build(
        compose("tax", kind=Kind.CREDIT),
        compose("tax", ordinal=1, kind=Kind.DATELINE),
        compose("tax", ordinal=2, kind=Kind.BOILERPLATE),
        compose("tax", ordinal=3, kind=Kind.CAPTION, repeat=True),
        compose("tax", ordinal=4),
    )
    assert found(engine, "tax") == found(engine, "") == ["a-4"]
    assert len(engine.article("a")) == 5
    assert engine.passage("a-3").repeat


def test_filters_of_one_facet_are_alternatives_and_facets_are_requirements(compose: Compose, build: Build) -> None:
    engine = build(
        compose("x", article="a", day=date(2022, 1, 1), speakers=("Ann",)),
        compose("x", article="b", day=date(2023, 1, 1), speakers=("Ben",)),
        compose("x", article="c", day=date(2024, 1, 1), speakers=("Ann", "Ben")),
        compose("x", article="d"),
    )
    ann, ben = Filter("speaker", "Ann"), Filter("speaker", "Ben")
    assert found(engine, "", filters=(ann, ben)) == ["a-0", "b-0", "c-0"]
    assert found(engine, "", filters=(ann, ben, Filter("year", "2023"))) == ["b-0"]
    assert found(engine, "", filters=(ann,), excluded=(ben,)) == ["a-0"]
    assert found(engine, "year:2023..") == ["b-0", "c-0"]
    assert found(engine, "year:..2022 OR year:none") == ["a-0", "d-0"]
    assert found(engine, "speaker:none") == ["d-0"]
    assert found(engine, "-speaker:none", sort=Sort.NEWEST) == ["c-0", "b-0", "a-0"]


def test_undated_passages_come_last_whichever_way_the_dates_run(compose: Compose, build: Build) -> None:
    engine = build(
        compose("x", article="a"),
        compose("x", article="b", day=date(2022, 1, 2)),
        compose("x", article="c", day=date(2022, 1, 1)),
        compose("x", article="c", ordinal=1, day=date(2022, 1, 1)),
    )
    assert found(engine, "", sort=Sort.NEWEST) == ["b-0", "c-0", "c-1", "a-0"]
    assert found(engine, "", sort=Sort.OLDEST) == ["c-0", "c-1", "b-0", "a-0"]


def test_values_that_fold_alike_are_one_value_spelt_as_most_passages_spell_it(compose: Compose, build: Build) -> None:
    engine = build(
        compose("x", speakers=("To Lam",)),
        compose("x", ordinal=1, speakers=("Tô Lâm",)),
        compose("x", ordinal=2, speakers=("Tô Lâm", "To Lam")),
        compose("x", ordinal=3, speakers=("Tô Lâm",), kind=Kind.CAPTION),
    )
    page = engine.search(Query('speaker:"to lam"'))
    assert page.total == 4
    assert page.query.filters == (Filter("speaker", "Tô Lâm"),)
    assert [(v.value, v.count, v.selected) for v in page.facets[0].values] == [("Tô Lâm", 4, True)]


def test_the_ids_of_articles_are_exact(compose: Compose, build: Build) -> None:
    engine = build(compose("x", article="a"), compose("x", article="A"))
    assert found(engine, "", filters=(Filter("article", "A"),)) == ["A-0"]
    assert found(engine, "", filters=(Filter("article", "á"),)) == []


def test_an_empty_index_answers(build: Build) -> None:
    engine = build()
    for text in ("", "tax", '"tax debt"', "tax*", "-tax", "speaker:none"):
        page = engine.search(Query(text))
        assert (page.total, page.hits, page.complete) == (0, (), True)
    assert engine.statistics().passages == 0
    assert list(engine.vocabulary()) == []


def test_a_hyphenated_word_is_its_parts_next_to_each_other(compose: Compose, build: Build) -> None:
    forum = ("Anti-Corruption Forum", MentionKind.ORGANISATION)
    engine = build(
        compose("the self-evolution of cadres"),
        compose("self evolutions", ordinal=1),
        compose("the evolution of the self", ordinal=2),
        compose("self-criticism and evolution", ordinal=3),
        compose("it met", ordinal=4, names=(forum,)),
        compose("it met", ordinal=5, names=(("Anti", MentionKind.ORGANISATION), ("Corruption", MentionKind.PERSON))),
    )
    assert sorted(found(engine, "self-evolution")) == ["a-0", "a-1"]
    assert found(engine, "self-evolution cadre") == ["a-0"]
    assert sorted(found(engine, "-self-evolution")) == ["a-2", "a-3", "a-4", "a-5"]
    assert found(engine, "anti-corruption") == ["a-4"], "both parts stand in one name"


def test_what_is_printed_is_found_as_printed_and_as_repaired(compose: Compose, build: Build) -> None:
    text = "The industryParty building organizationhas grown"
    glued = replace(compose(text), repairs=(Repair(Span(12, 12), " "), Repair(Span(39, 39), " ")))
    engine = build(glued, compose("industry and building", ordinal=1))
    assert text[12:17] == "Party"
    assert text[39:42] == "has"
    for query in ("organizationhas", "industryParty", '"industryParty building organizationhas"', '"industryParty"'):
        assert found(engine, query) == ["a-0"], query
    for query in ('"industry Party building organization has"', '"The industryParty building organization has"'):
        assert found(engine, query) == ["a-0"], query
    assert found(engine, '"building organizationhas grown"') == ["a-0"]
    assert found(engine, '"industryParty organizationhas"') == []
    marks = engine.search(Query("organizationhas")).hits[0].matches
    assert [span.of(text) for span in marks] == ["organizationhas"]


@pytest.mark.parametrize("what", [Kind.TITLE, Kind.HEADING, Kind.CAPTION])
def test_a_paragraph_comes_above_what_only_announces_it(compose: Compose, build: Build, what: Kind) -> None:
    engine = build(compose("Climate", kind=what), compose("Climate", ordinal=1))
    body, other = engine.search(Query("climate")).hits
    assert body.passage.kind is Kind.BODY
    assert other.score == pytest.approx(KIND_WEIGHTS[what] * body.score, abs=1e-5)


def test_a_number_without_its_hyphen_is_the_document(compose: Compose, build: Build) -> None:
    engine = build(compose("Conclusion No. 21-KL/TW"), compose("21 unions", ordinal=1))
    assert found(engine, "21KL/TW") == ["a-0"]


def test_a_tree_ranks_as_the_words_that_mean_it_do(compose: Compose, build: Build) -> None:
    engine = build(*(compose("labour " * n + "unions met " * (5 - n), ordinal=n) for n in range(5)))
    asked = engine.search(Query("labour OR unions")).hits
    ranked = engine.ranked(Or((Term("labour"), Term("unions"))), 3)
    assert [(passage.id, score) for passage, score in ranked] == [(hit.passage.id, hit.score) for hit in asked[:3]]
