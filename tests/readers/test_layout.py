"""Lines belong together only where the text is visibly wrapped at a width."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.model import Kind
from search.readers.layout import wrapped_units

SENTENCES = """\
The commission held a national conference in the capital to review its work of the past year, and the delegates who \
came from every province spoke about what they had seen. The secretary thanked them for their reports.
He asked the provinces to send their plans before the end of the month so that the secretariat could read them, \
compare them with the resolution and answer each of them before the new year begins.
Asked about the debt, the minister said that nobody should expect quick results from a single measure, however large \
it may look on paper; patience was needed.
""".splitlines()
WORDS = st.text(alphabet="abcdefghij", min_size=1, max_size=9)
PARAGRAPH = st.lists(WORDS, min_size=30, max_size=50).map(lambda words: " ".join(words) + ".")


def units(text: str) -> list[str]:
    return [" ".join(hint.span.of(text).split()) for hint in wrapped_units(text)]


@pytest.mark.parametrize("width", [50, 65, 72, 100])
def test_wrapped_paragraphs_between_blank_lines_are_units(width: int) -> None:
    text = "\n\n".join(textwrap.fill(sentence, width) for sentence in SENTENCES)
    assert units(text) == SENTENCES
    assert {hint.kind for hint in wrapped_units(text)} == {Kind.BODY}


@settings(max_examples=40, deadline=None)
@given(st.lists(PARAGRAPH, min_size=2, max_size=3), st.integers(min_value=45, max_value=110))
def test_whatever_was_wrapped_is_found_again(paragraphs: list[str], width: int) -> None:
    text = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in paragraphs)
    wrapped = [paragraph for paragraph in paragraphs if len(paragraph) > width]
    if sum(len(textwrap.wrap(paragraph, width)) - 1 for paragraph in wrapped) >= 3:
        assert units(text) == wrapped


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_paragraph_on_one_line_is_no_unit(gap: str) -> None:
    assert units(gap.join(SENTENCES)) == []


def test_a_heading_right_above_a_wrapped_paragraph_stays_a_line_of_its_own() -> None:
    text = "On the debt\n" + textwrap.fill(SENTENCES[2], 60) + "\n\n" + textwrap.fill(SENTENCES[1], 60)
    assert units(text) == [SENTENCES[2], SENTENCES[1]]


def test_paragraphs_without_blank_lines_between_them_are_told_by_their_short_last_lines() -> None:
    text = "\n".join(textwrap.fill(sentence, 60) for sentence in SENTENCES)
    assert units(text) == SENTENCES


def test_a_title_of_two_lines_is_hinted_as_title() -> None:
    title = "National conference reviews the work of a long year and names the tasks of the next"
    text = textwrap.fill(title, 60) + "\n\n" + "\n\n".join(textwrap.fill(sentence, 60) for sentence in SENTENCES)
    assert units(text) == [title, *SENTENCES]
    assert [hint.kind for hint in wrapped_units(text)] == [Kind.TITLE, Kind.BODY, Kind.BODY, Kind.BODY]


def test_short_sentences_one_to_a_line_are_not_joined() -> None:
    lines = [f"This is sentence number {number} and it ends where the others end." for number in range(10, 30)]
    assert units("\n".join(lines)) == []


def test_a_list_of_names_is_not_joined() -> None:
    assert units("Tô Lâm\nPhạm Minh Chính\nLương Cường\nTrần Thanh Mẫn\nTrần Cẩm Tú\nLê Minh Hưng") == []


def test_a_hostile_text_of_one_letter_lines_is_read_at_once() -> None:
    assert wrapped_units("a\n" * 100_000) == ()
    assert wrapped_units("\n" * 100_000) == ()
