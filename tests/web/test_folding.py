"""Long passages are folded around their first mark."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from search import Span
from webapp.folding import FOLD_CHARACTERS, folded
from webapp.marking import Named, Stretch

WORDS = st.lists(st.sampled_from(["party ", "a ", "cadres. ", "building; ", "x" * 40]), min_size=1, max_size=400)


@given(WORDS, st.data())
def test_nothing_is_lost_and_the_first_mark_is_in_sight(words: list[str], data: st.DataObject) -> None:
    text = "".join(words)
    start = data.draw(st.integers(0, len(text) - 1))
    mark = Span(start, min(len(text), start + 5))
    pieces = folded(Stretch(text, (mark,), (Named(mark, "/a"),)))
    parts = [part for part in (pieces.before, pieces.shown, pieces.after) if part]
    assert "".join(part.text for part in parts) == text
    assert pieces.shown.marks
    assert len(pieces.shown.text) <= FOLD_CHARACTERS * 1.2
    marked = "".join(span.of(part.text) for part in parts for span in part.marks)
    assert marked == mark.of(text)


def test_a_passage_of_less_than_about_900_characters_is_shown_whole() -> None:
    text = "a word " * 128  # 896
    assert folded(Stretch(text)).shown.text == text
    assert folded(Stretch(text * 2)).after is not None


def test_a_few_characters_are_not_folded_away() -> None:
    assert folded(Stretch("a word " * 140)).after is None
    assert all(len(part.text) >= 150 for n in range(100, 700) if (part := folded(Stretch("a word " * n)).after))
