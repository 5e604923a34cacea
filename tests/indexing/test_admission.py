"""Of several articles with one id or one text the first is held."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from search.admission import Admissions

ARTICLES = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz")), max_size=12)


def test_the_first_of_an_id_and_of_a_text_is_admitted() -> None:
    admissions = Admissions()
    assert admissions.refusal(("1.txt", 0), "a", "x") is None
    assert admissions.refusal(("2.txt", 0), "b", "y") is None


def test_the_same_text_under_another_id_is_a_harmless_duplicate() -> None:
    admissions = Admissions()
    admissions.refusal(("1.txt", 0), "a", "x")
    refused = admissions.refusal(("2.txt", 0), "b", "x")
    assert refused is not None
    assert refused.harmless
    assert refused.reason == "the same text as in 1.txt; kept once"


def test_the_same_article_twice_is_a_harmless_duplicate() -> None:
    admissions = Admissions()
    admissions.refusal(("1.jsonl", 0), "a", "x")
    refused = admissions.refusal(("1.jsonl", 1), "a", "x")
    assert refused is not None
    assert refused.harmless


def test_one_id_with_another_text_is_refused_with_the_name_of_the_holder() -> None:
    admissions = Admissions()
    admissions.refusal(("1.txt", 0), "a", "x")
    refused = admissions.refusal(("2.txt", 0), "a", "y")
    assert refused is not None
    assert not refused.harmless
    assert "1.txt" in refused.reason


def test_a_refused_article_refuses_no_other() -> None:
    admissions = Admissions()
    admissions.refusal(("1.txt", 0), "a", "x")
    admissions.refusal(("2.txt", 0), "b", "x")
    assert admissions.refusal(("3.txt", 0), "b", "y") is None


@given(ARTICLES)
def test_no_id_and_no_text_is_held_twice_and_asking_again_changes_nothing(articles: list[tuple[str, str]]) -> None:
    admissions = Admissions()
    places = [(("f", number), *article) for number, article in enumerate(articles)]
    first = [admissions.refusal(*place) for place in places]
    held = [article for article, refused in zip(articles, first, strict=True) if refused is None]
    assert len({name for name, _ in held}) == len({text for _, text in held}) == len(held)
    assert [admissions.refusal(*place) for place in places] == first
