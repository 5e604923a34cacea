"""A stated title stands above the text, once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from search.model import Hint, Kind, Span
from search.readers.titles import with_title

HEADING = Hint(Span(5, 9), Kind.HEADING)


def test_without_a_title_nothing_changes() -> None:
    assert with_title(None, "line\nnext", (HEADING,)) == ("line\nnext", (HEADING,))


def test_hints_move_down_with_the_text() -> None:
    text, hints = with_title("Title", "line\nnext", (HEADING,))
    assert text == "Title\nline\nnext"
    assert hints == (Hint(Span(0, 5), Kind.TITLE), Hint(Span(11, 15), Kind.HEADING))


def test_a_first_paragraph_that_says_the_same_becomes_the_title() -> None:
    wrapped = Hint(Span(0, 9), Kind.BODY)
    text, hints = with_title("One title", "one\ntitle\nnext", (wrapped,))
    assert text == "one\ntitle\nnext"
    assert hints == (Hint(Span(0, 9), Kind.TITLE),)


@given(st.text(alphabet="ab \n"))
def test_a_title_given_twice_is_printed_once(text: str) -> None:
    once = with_title("Title", text, ())
    assert with_title("Title", *once) == once
    assert once[0].endswith(text)
