"""What was worked out for a piece of text is worked out once, and long pieces are not kept."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from search.known import Known


def test_a_piece_is_worked_out_once() -> None:
    asked: list[str] = []

    def length(piece: str) -> int:
        asked.append(piece)
        return len(piece)

    lengths = Known(length)
    assert [lengths["tax"], lengths["law"], lengths["tax"]] == [3, 3, 3]
    assert asked == ["tax", "law"]


def test_a_long_piece_is_worked_out_and_forgotten() -> None:
    lengths = Known(len)
    assert lengths["x" * 1000] == 1000
    assert not lengths


@given(st.lists(st.text(max_size=3)))
def test_it_is_right_however_often_it_begins_anew(pieces: list[str]) -> None:
    lengths = Known(len, most=2)
    assert [lengths[piece] for piece in pieces] == [len(piece) for piece in pieces]
    assert len(lengths) <= 2
