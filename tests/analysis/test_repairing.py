"""Repairs: what analysis reads, and where it stands in the raw text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from search.analysis.repairing import reading_of
from search.model import Repair, Span


def test_without_repairs_the_text_is_read_as_it_is() -> None:
    reading = reading_of("abc")
    assert (reading.text, reading.raw(1, 3)) == ("abc", Span(1, 3))


def test_debris_is_passed_over() -> None:
    reading = reading_of("![]() |Caption", (Repair(Span(0, 7), ""),))
    assert (reading.text, reading.raw(0, 7)) == ("Caption", Span(7, 14))


def test_only_what_a_repair_changes_loses_its_place() -> None:
    reading = reading_of("co operatio n", (Repair(Span(0, 13), "cooperation"),))
    assert reading.text == "cooperation"
    assert reading.raw(0, 2) == Span(0, 2)
    assert reading.raw(10, 11) == Span(12, 13)


def test_repairs_that_overlap_or_leave_the_text_are_passed_over() -> None:
    repairs = (Repair(Span(0, 2), "x"), Repair(Span(1, 3), "y"), Repair(Span(2, 9), "z"))
    assert reading_of("abc", repairs).text == "xc"


@given(
    st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 4), st.text(max_size=3)), max_size=4)
)
def test_places_ascend_and_kept_letters_keep_theirs(text: str, edits: list[tuple[int, int, str]]) -> None:
    reading = reading_of(text, tuple(Repair(Span(at, at + length), new) for at, length, new in edits))
    assert len(reading.starts) == len(reading.ends) == len(reading.text)
    assert list(reading.starts) == sorted(reading.starts)
    assert list(reading.ends) == sorted(reading.ends)
    assert all(0 <= start <= end <= len(text) for start, end in zip(reading.starts, reading.ends, strict=True))


@given(st.text(min_size=1, max_size=30), st.integers(0, 30))
def test_a_blank_put_in_moves_no_letter(text: str, at: int) -> None:
    at = min(at, len(text))
    reading = reading_of(text, (Repair(Span(at, at), " "),))
    assert reading.text == f"{text[:at]} {text[at:]}"
    raw = [reading.raw(i, i + 1).of(text) for i in range(len(reading.text))]
    assert "".join(raw) == text
