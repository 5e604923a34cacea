from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest

from search.engines.scoring import (
    COUNT_SHIFT,
    COUNTS,
    HIGHEST,
    KINDS,
    LENGTH_SHIFT,
    LENGTHS,
    ONE,
    accent_bonus,
    average_length,
    code_of,
    count_classes,
    flag_of,
    merits,
    middles,
    norm_of,
    points,
    rarity,
)
from search.fields import KIND_WEIGHTS, TEXT_FIELDS
from search.limits import PASSAGE_CHARACTERS
from search.model import Kind


def test_the_figures_of_a_worked_example() -> None:
    """Ten passages, three of them with the word; once in a text of 8 words where 10 is the mean, and in the title."""
    rare = rarity(3, 10)
    assert rare == pytest.approx(ONE * math.log(1 + 7.5 / 3.5), abs=1)
    code = code_of(1, flag_of("title"), norm_of(8, Kind.BODY))
    weight = 1 / 0.85 + next(field.boost for field in TEXT_FIELDS if field.name == "title")
    assert points(merits(10.0)[code] * rare) == pytest.approx(1.1451323 * 2.2 * weight / (1.2 + weight), abs=1e-5)


def test_every_text_field_and_every_kind_has_its_bits() -> None:
    flags = [flag_of(field.name) for field in TEXT_FIELDS[1:]]
    assert sorted(flags) == [1, 2, 4]
    assert len(KINDS) <= 4
    held = {
        code_of(count, flag, norm_of(n, kind))
        for count in COUNTS[1:]
        for flag in flags
        for n in LENGTHS
        for kind in KINDS
    }
    assert len(held) == 31 * 3 * 64 * len(KINDS)
    assert max(held) < 1 << 16


def test_lengths_are_exact_where_it_is_felt_and_never_far_from_true() -> None:
    assert (len(LENGTHS), len(COUNTS)) == (64, 32)
    assert all(before < after for classes in (LENGTHS, COUNTS) for before, after in pairwise(classes))
    for length in range(PASSAGE_CHARACTERS):
        known = middles(LENGTHS)[norm_of(length, Kind.BODY) >> LENGTH_SHIFT]
        assert known == length if length < 16 else known == pytest.approx(length, rel=0.08)


def test_counts_are_exact_where_it_is_felt_and_alike_for_one_and_for_many() -> None:
    counts = np.arange(300)
    classes = count_classes(counts)
    assert (middles(COUNTS)[classes[:12]] == counts[:12]).all()
    assert [code_of(int(count), 0, 0) >> COUNT_SHIFT for count in counts] == classes.tolist()


def test_a_word_in_every_passage_is_worth_little_but_never_less_than_nothing() -> None:
    assert 0 < rarity(1000, 1000) < rarity(999, 1000) < rarity(1, 1000)


def test_more_occurrences_shorter_texts_and_more_fields_are_worth_more_up_to_the_highest() -> None:
    table = merits(20.0)
    by_count = [table[code_of(count, 0, norm_of(20, Kind.BODY))] for count in (*COUNTS, 10**6)]
    by_length = [table[code_of(1, 0, norm_of(length, Kind.BODY))] for length in LENGTHS[1:]]
    assert by_count[0] == 0
    assert all(np.diff(by_count[:-1]) > 0)
    assert by_count[-2] == by_count[-1]
    assert all(np.diff(by_length) < 0)
    assert table[code_of(1, 7, 0)] > table[code_of(1, 3, 0)] > table[code_of(1, 0, 0)]
    assert table.max() <= ONE * HIGHEST


def test_kinds_are_weighed() -> None:
    table = merits(20.0)
    body = table[code_of(2, 0, norm_of(9, Kind.BODY))]
    for kind in KINDS:
        assert table[code_of(2, 0, norm_of(9, kind))] == pytest.approx(KIND_WEIGHTS[kind] * body, abs=1)


def test_the_bonus_of_an_accent_outweighs_any_merit() -> None:
    assert accent_bonus(rarity(3, 10)) >= rarity(3, 10) * merits(20.0).max()


def test_scores_are_whole_numbers_that_a_float_holds_exactly() -> None:
    table = merits(17.3)
    assert np.array_equal(table, np.rint(table))
    most = 64 * (accent_bonus(rarity(1, 10**9)) + int(table.max()) * rarity(1, 10**9))
    assert most < 1 << 53


def test_the_mean_length_is_over_texts_that_have_words() -> None:
    classes = [9, 0, 2, 0, 1] + [0] * 59
    assert average_length(classes) == pytest.approx((2 + 2 + 4) / 3)
    assert average_length([9] + [0] * 63) == 1.0
