"""The rules on small cases, and what holds whatever the edit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.identity import passage_id
from search.ledger.pool import Pool
from search.ledger.succession import Rule, Succession, recognisable, successions
from search.ledger.trace import Trace, trace_of
from tests.ledger.texts import COUNCIL, QUAY, SCHOOL

PRICE = "The price of {} rose to {} dong in Hanoi."


def article(texts: list[str], name: str = "a") -> list[Trace]:
    seen: dict[str, int] = {}
    traces = []
    for ordinal, text in enumerate(texts):
        number = seen[text] = seen.get(text, -1) + 1
        traces.append(trace_of(passage_id(name, text, number), ordinal, text))
    return traces


def became(before: list[str], after: list[str], new: str = "a") -> dict[int, Succession]:
    """What became of the passages that are gone, by their place."""
    old, now = article(before), article(after, new)
    here, there = {trace.id for trace in now}, {trace.id for trace in old}
    found = successions(old, there - here, now, here - there)
    places = {trace.id: trace.ordinal for trace in old}
    return {places[one.id]: one for one in found}


def successor(before: list[str], after: list[str], place: int, new: str = "a") -> tuple[int | None, Rule | None]:
    """The place of the successor, and the rule."""
    found = became(before, after, new)[place]
    places = {trace.id: trace.ordinal for trace in article(after, new)}
    return (places[found.successor] if found.successor else None), found.rule


def test_a_typing_error_is_an_edit() -> None:
    after = [QUAY.replace("harbour", "harbuor"), COUNCIL]
    assert successor([QUAY, COUNCIL], after, 0) == (0, Rule.EDITED)


def test_a_heading_of_two_words_bears_a_typing_error_in_its_place() -> None:
    assert successor([QUAY, "Harbour plann", COUNCIL], [QUAY, "Harbour plan", COUNCIL], 1) == (1, Rule.EDITED)


@pytest.mark.parametrize(("old", "new"), [("Chapter 3", "Chapter 4"), ("The Speaker", "The President")])
def test_another_short_heading_in_the_same_place_is_another_heading(old: str, new: str) -> None:
    assert successor([QUAY, old, COUNCIL], [QUAY, new, COUNCIL], 1) == (None, None)


def test_a_moved_and_edited_passage_is_found_at_its_new_place() -> None:
    after = [COUNCIL, SCHOOL, QUAY.replace("autumn", "winter")]
    assert successor([QUAY, COUNCIL, SCHOOL], after, 0) == (2, Rule.EDITED)


def test_a_divided_passage_leads_to_its_first_part_and_names_the_other() -> None:
    before, after = [f"{QUAY} {COUNCIL}", SCHOOL], [QUAY, COUNCIL, SCHOOL]
    assert successor(before, after, 0) == (0, Rule.DIVIDED)
    assert became(before, after)[0].candidates == (article(after)[1].id,)


def test_joined_passages_lead_to_the_whole() -> None:
    after = [SCHOOL, f"{QUAY} {COUNCIL}"]
    assert successor([SCHOOL, QUAY, COUNCIL], after, 1) == (1, Rule.JOINED)
    assert successor([SCHOOL, QUAY, COUNCIL], after, 2) == (1, Rule.JOINED)


def test_a_line_that_is_one_of_many_alike_has_no_successor() -> None:
    before = [PRICE.format(crop, 10 + at) for at, crop in enumerate(("rice", "tea", "salt", "corn"))]
    after = [*before[1:], PRICE.format("hemp", 33)]
    assert successor(before, after, 0) == (None, None)


def test_two_passages_that_could_both_be_meant_are_both_shown() -> None:
    after = [QUAY.replace("autumn", "winter"), QUAY.replace("autumn", "spring")]
    found = became([QUAY], after)[0]
    assert found.successor is None
    assert set(found.candidates) == {trace.id for trace in article(after)}


def test_what_stood_there_before_is_no_successor_of_anything_else() -> None:
    longer = f"{QUAY} {COUNCIL}"
    assert successor([longer, SCHOOL, QUAY], [longer, SCHOOL], 2) == (None, None)


def test_of_a_repeated_caption_the_last_leads_to_one_that_is_left() -> None:
    before = ["Photo: VNA", QUAY, "Photo: VNA", COUNCIL, "Photo: VNA"]
    assert successor(before, before[:4], 4) == (2, Rule.SAME)


def test_under_a_new_name_every_passage_finds_its_own_words() -> None:
    texts = [QUAY, "Photo: VNA", COUNCIL, "Photo: VNA"]
    assert [successor(texts, texts, at, new="b") for at in range(4)] == [(at, Rule.SAME) for at in range(4)]


def test_a_passage_with_nothing_of_its_own_is_near_nothing() -> None:
    pool = Pool(article([f"{number} {QUAY}" for number in range(201)]))
    assert pool.near(trace_of("x", 0, QUAY)) == ()
    assert len(Pool(article([f"{number} {QUAY}" for number in range(20)])).near(trace_of("x", 0, QUAY))) == 12


SENTENCES = [QUAY, COUNCIL, SCHOOL, "Photo: VNA", "Chapter 3", "* * *", *(PRICE.format("rice", n) for n in range(4))]
TEXTS = st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join), max_size=8)


@given(TEXTS, TEXTS, st.sampled_from(["a", "b"]))
def test_every_passage_that_is_gone_gets_one_answer_among_what_is_there(
    before: list[str], after: list[str], name: str
) -> None:
    old, now = article(before), article(after, name)
    here = {trace.id for trace in now}
    gone = {trace.id for trace in old} - here
    found = successions(old, gone, now, here - {trace.id for trace in old})
    assert sorted(one.id for one in found) == sorted(gone)
    for one in found:
        assert (one.successor is None) == (one.rule is None)
        assert {*one.candidates, *([one.successor] if one.successor else [])} <= here


@given(TEXTS, TEXTS, st.sampled_from(["a", "b"]))
def test_a_successor_has_most_of_the_words(before: list[str], after: list[str], name: str) -> None:
    now = {trace.id: trace for trace in article(after, name)}
    old = {trace.ordinal: trace for trace in article(before)}
    for place, found in became(before, after, name).items():
        if found.successor:
            assert recognisable(old[place], now[found.successor])


@given(TEXTS)
def test_what_is_still_there_word_for_word_is_found(texts: list[str]) -> None:
    for found in became(texts, texts[::-1], "b").values():
        assert found.rule is Rule.SAME


def test_of_a_book_of_thousands_of_passages_only_the_same_words_are_found_again() -> None:
    book = [f"{number} {QUAY}" for number in range(5_000)]
    found = became(book, [f"{QUAY} {COUNCIL}", *book[:0:-1]], "b")
    assert len(found) == 5_000
    assert [place for place, one in found.items() if one.successor is None] == [0]


def test_thousands_of_lines_alike_are_decided_without_comparing_each_with_each() -> None:
    lines = [PRICE.format(f"crop {number}", number) for number in range(2_000)]
    after = [line.replace("Hanoi", "Hue") for line in lines]
    assert len(became(lines, after)) == 2_000
