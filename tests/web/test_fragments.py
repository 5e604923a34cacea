"""Text fragments: the words a browser is to find and show."""

from __future__ import annotations

from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from search import Span
from webapp.fragments import directive

TEXT = "The minister added that the harbour council had asked for it twice, and the self-taught pilot, too."


def words(text: str, *marks: Span) -> str:
    return unquote(directive(text, marks).removeprefix(":~:text="))


def test_the_first_mark_is_named_with_whole_words_around_it() -> None:
    at = TEXT.index("harbour")
    later = Span(at + 20, at + 23)
    expected = "The minister added that the harbour council had asked for it twice, and the"
    assert words(TEXT, later, Span(at, at + 7)) == expected


def test_where_nothing_is_marked_nothing_is_named() -> None:
    assert directive(TEXT, ()) == ""


def test_signs_that_mean_something_in_a_directive_are_written_out() -> None:
    at = TEXT.index("self-taught")
    said = directive(TEXT, (Span(at, at + 11),))
    assert "%2D" in said
    assert not set(said.removeprefix(":~:text=")) & set("-,& ")


@given(st.text(max_size=200), st.integers(0, 199), st.integers(1, 30))
def test_the_words_stand_in_the_text(text: str, start: int, length: int) -> None:
    start = min(start, max(0, len(text) - 1))
    found = words(text, Span(start, min(len(text), start + length)))
    assert found in " ".join(text.split())
