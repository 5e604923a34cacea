from __future__ import annotations

import math

import numpy as np
import pytest

from search.engines.scoring import HIGHEST, accent_bonus, merit, rarity, weighed


def test_the_figures_of_a_worked_example() -> None:
    """Ten passages, three of them with the word; once in a text of 8 words where 10 is the mean, once in a title."""
    rare = rarity(3, 10)
    assert rare == pytest.approx(math.log(1 + 7.5 / 3.5))
    weight = weighed(1.0, 1.0, 8.0, 10.0) + weighed(0.3, 1.0, 5.0, 5.0)
    assert weight == pytest.approx(1 / 0.85 + 0.3)
    assert rare * merit(weight) == pytest.approx(1.1451323 * 2.2 * 1.4764706 / 2.6764706, rel=1e-6)


def test_a_word_in_every_passage_is_worth_little_but_never_less_than_nothing() -> None:
    assert 0 < rarity(1000, 1000) < rarity(999, 1000) < rarity(1, 1000)


def test_merit_rises_to_its_highest_and_never_passes_it() -> None:
    merits = merit(np.array([0.0, 0.5, 1.0, 10.0, 1e9]))
    assert merits[0] == 0
    assert all(np.diff(merits) > 0)
    assert merits[-1] <= HIGHEST


def test_the_bonus_of_an_accent_outweighs_any_merit() -> None:
    assert accent_bonus(rarity(3, 10)) >= rarity(3, 10) * merit(1e9)


def test_arrays_and_single_numbers_score_alike() -> None:
    counts, lengths = np.array([1.0, 2.0]), np.array([7.0, 90.0])
    together = merit(weighed(0.5, counts, lengths, 33.3))
    apart = [merit(weighed(0.5, float(c), float(n), 33.3)) for c, n in zip(counts, lengths, strict=True)]
    assert together.tolist() == apart
