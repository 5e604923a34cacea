"""Marks, days and counts as they are printed."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search import Dating, Precision, Span
from search import day_in_words as day
from webapp.rendering import clipped, count, joined, marked

hostile = st.text(st.sampled_from("<>&\"' a/mark=imgé\n"), max_size=60) | st.text(max_size=60)
spans = st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70)).map(lambda p: Span(min(p), max(p))), max_size=6)


@given(hostile, spans)
def test_mark_is_the_only_tag_and_the_text_comes_back_whole(text: str, found: list[Span]) -> None:
    html = str(marked(text, found))
    bare = html.replace("<mark>", "").replace("</mark>", "")
    assert not re.search("[<>]", bare)
    assert unescape(bare) == unescape(str(marked(text)))
    assert html.count("<mark>") == html.count("</mark>") == len(joined(text, found))


@given(st.text(st.sampled_from("ab <&"), max_size=40), spans)
def test_every_marked_letter_lies_in_a_span_or_between_two_neighbours(text: str, found: list[Span]) -> None:
    for span in joined(text, found):
        outside = [at for at in range(span.start, span.end) if not any(s.start <= at < s.end for s in found)]
        assert all(text[at].isspace() for at in outside)


def test_words_that_stand_side_by_side_share_one_mark() -> None:
    assert marked("the Party Congresses, all", [Span(4, 9), Span(10, 20)]) == "the <mark>Party Congresses</mark>, all"


def test_words_with_a_word_between_them_are_marked_apart() -> None:
    html = marked("Party of Congresses", [Span(0, 5), Span(9, 19)])
    assert html == "<mark>Party</mark> of <mark>Congresses</mark>"


def test_a_script_is_text() -> None:
    assert marked("<script>x</script>", [Span(0, 8)]) == "<mark>&lt;script&gt;</mark>x&lt;/script&gt;"


def test_spans_are_clipped_to_the_piece_that_is_shown() -> None:
    assert clipped([Span(0, 3), Span(8, 14), Span(30, 31)], Span(10, 20)) == (Span(0, 4),)


@pytest.mark.parametrize(
    ("dating", "words"),
    [
        (Dating(date(2024, 12, 16), Precision.DAY, True, ""), "16 December 2024"),
        (Dating(date(2024, 12, 1), Precision.MONTH, True, ""), "December 2024"),
        (Dating(date(2024, 1, 1), Precision.YEAR, True, ""), "2024"),
        (Dating(date(2021, 5, 5), Precision.DAY, True, "", date(2021, 5, 7)), "5–7 May 2021"),
        (Dating(date(2021, 4, 30), Precision.DAY, True, "", date(2021, 5, 2)), "30 April – 2 May 2021"),
        (Dating(date(2021, 12, 31), Precision.DAY, True, "", date(2022, 1, 1)), "31 December 2021 – 1 January 2022"),
    ],
)
def test_a_day_says_no_more_than_is_known(dating: Dating, words: str) -> None:
    assert day(dating) == words


def test_long_numbers_are_grouped() -> None:
    assert (count(7), count(1204)) == ("7", "1,204")
