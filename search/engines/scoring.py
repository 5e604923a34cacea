"""BM25F, for one passage (floats) or for many at once (arrays).

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009): the counts of a word in all
fields are weighed and normalised by the fields' lengths, added, and only then brought to saturation. The score of a
passage is the sum over the leaves of the query; what `Not` refuses adds nothing.
"""

from __future__ import annotations

import math
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

K1 = 1.2
B = 0.75
HIGHEST = K1 + 1  # what `merit` tends to; no word can be worth more in a passage, before rarity
DECIMALS = 6  # scores that differ by less are equal, so that ties fall alike on every engine

Number = TypeVar("Number", float, NDArray[np.float64])


def rarity(holding: int, passages: int) -> float:
    """The inverse document frequency of a leaf that `holding` of all searched passages match; never negative."""
    return math.log(1 + (passages - holding + 0.5) / (holding + 0.5))


def weighed(boost: float, count: Number, length: Number, average: float) -> Number:
    """What `count` occurrences weigh in a field of this length in words; `average` is over passages that have any."""
    return boost * count / (1 - B + B * length / average)


def merit(weight: Number) -> Number:
    """The worth of a weight summed over the fields, from 0 to `HIGHEST`: the tenth occurrence tells little."""
    return HIGHEST * weight / (K1 + weight)


def accent_bonus(rarity_: float) -> float:
    """What a passage gains where a query word with diacritics meets the same letters.

    As much as the word could be worth at most, so that such passages come before all that lack the diacritics.
    """
    return HIGHEST * rarity_
