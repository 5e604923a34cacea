"""What is remembered of words tells how alike two passages are, and nothing that a printer may change counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.ledger.trace import alike, packed, share, trace_of, unpacked

WORDS = st.lists(
    st.sampled_from("harbour council dredged autumn storms 2024 12 the of đổi mới 海 港".split()), max_size=30
)


def like(one: str, other: str) -> float:
    return alike(trace_of("one", 0, one), trace_of("other", 0, other))


@given(st.text())
def test_any_text_has_a_trace_that_can_be_stored(text: str) -> None:
    units = trace_of("x", 0, text).units
    assert unpacked(packed(units)) == units


@given(WORDS, WORDS)
def test_likeness_goes_both_ways_and_lies_between_nothing_and_all(one: list[str], other: list[str]) -> None:
    there, back = like(" ".join(one), " ".join(other)), like(" ".join(other), " ".join(one))
    assert 0 <= there == back <= 1


@given(WORDS, WORDS)
def test_as_many_words_are_in_common_as_a_plain_reckoning_finds(one: list[str], other: list[str]) -> None:
    a, b = trace_of("a", 0, " ".join(one)), trace_of("b", 0, " ".join(other))
    row = [0] * (len(b.units) + 1)
    for left in a.units:
        before, row = row, [0]
        for at, right in enumerate(b.units):
            row.append(before[at] + 1 if left == right else max(before[at + 1], row[at]))
    both = len(a.units) + len(b.units)
    assert alike(a, b) == (2 * row[-1] / both if both else 0)


@given(WORDS, WORDS, WORDS)
def test_what_stands_within_a_text_stands_there_whole(before: list[str], part: list[str], after: list[str]) -> None:
    inner, whole = trace_of("i", 0, " ".join(part)), trace_of("w", 0, " ".join([*before, *part, *after]))
    assert share(inner, whole) == (1 if len(inner.units) >= 3 else 0)


@pytest.mark.parametrize("other", ["photo – vna", "Photo : VNA", "PHOTO:\u00a0 VNA."])
def test_case_punctuation_and_spaces_do_not_count(other: str) -> None:
    assert like("Photo: VNA", other) == 1


def test_a_typing_error_costs_half_a_word_and_a_number_a_whole_one() -> None:
    assert like("Harbour plan", "Harbour plann") == 0.75
    assert like("Chapter 3", "Chapter 4") < like("Chapter three", "Chapter threee")


def test_words_in_another_order_are_not_the_same_words() -> None:
    assert like("Ada Quill thanked Bo Trent", "Bo Trent thanked Ada Quill") < 0.6


def test_figures_are_known_as_such() -> None:
    one, other = (trace_of("x", 0, f"Decree {number} of May 2, 2024") for number in ("12-AB/CD", "13-AB/CD"))
    assert len(one.figures) == 3
    assert one.figures != other.figures


def test_each_sign_is_a_word_where_no_blanks_are_set() -> None:
    assert 0.7 < like("二零二四年港口计划", "二零二四年的港口计划") < 1


def test_half_a_unit_is_refused() -> None:
    with pytest.raises(ValueError, match="half"):
        unpacked(b"abc")


@given(st.lists(st.text(st.sampled_from("aé7-.党ß \u2003\n")), max_size=6))
def test_the_units_of_a_text_are_those_of_its_words(parts: list[str]) -> None:
    whole = trace_of("p", 0, " ".join(parts)).units
    assert whole == tuple(unit for part in parts for unit in trace_of("p", 0, part).units)
