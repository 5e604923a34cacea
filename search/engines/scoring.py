"""BM25F in sixteen bits: all that a passage and a word have to do with each other is one code, and a code has a merit.

Robertson, Zaragoza and Taylor, "Simple BM25 Extension to Multiple Weighted Fields" (2004): the occurrences of a word
in all fields are weighed, added, and only then brought to saturation. Of the text we keep how often and in how many
words; of the other fields (names, title, heading), which hardly ever repeat a word, only whether they hold it.

    bits  15…11   the class of the number of occurrences in the text
          10…8    held by each of the other text fields, the first of them highest
           7…2    the class of the text's length
           1…0    the kind of the passage

The score of a passage is the sum over the leaves of the query of merit times rarity; what `Not` refuses adds nothing.
Merits, rarities and therefore all scores are whole numbers inside the engines, so that a sum is the same in any order
and on any engine, and what is equal ties exactly. `points` is the number that people see.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from search.fields import KIND_WEIGHTS, TEXT_FIELDS
from search.model import Kind

K1 = 1.2
B = 0.75
HIGHEST = K1 + 1  # what saturation tends to; no word can be worth more in a passage, before rarity
ONE = 1 << 20  # a merit or a rarity of 1
CODES = 1 << 16
COUNT_SHIFT, FLAGS_SHIFT, LENGTH_SHIFT = 11, 8, 2
OTHER_FIELDS = TEXT_FIELDS[1:]  # a bit each
KINDS: tuple[Kind, ...] = tuple(KIND_WEIGHTS)
COUNTS: tuple[int, ...] = (*range(12), *(round(12 * 1.18**n) for n in range(20)))
"""The lowest number of occurrences of each class: exact where it is felt, and up to 300."""
LENGTHS: tuple[int, ...] = (*range(16), *(round(16 * 1.15**n) for n in range(48)))
"""The shortest text of each class: exact up to 16 words, then in steps of 15 %."""

Floats = NDArray[np.float64]


def norm_of(length: int, kind: Kind) -> int:
    """The lower byte of the codes of a passage: its kind, and its text's length in words."""
    return (bisect_right(LENGTHS, length) - 1) << LENGTH_SHIFT | KINDS.index(kind)


def flag_of(field: str) -> int:
    """The bit that tells that a text field other than the text holds a word."""
    names = [other.name for other in OTHER_FIELDS]
    return 1 << (len(names) - 1 - names.index(field))


def code_of(count: int, flags: int, norm: int) -> int:
    """The code of a word that occurs `count` times in the text and in the other fields flagged."""
    return (bisect_right(COUNTS, count) - 1) << COUNT_SHIFT | flags << FLAGS_SHIFT | norm


_CLASSES = (np.searchsorted(np.array(COUNTS), np.arange(COUNTS[-1] + 1), side="right") - 1).astype(np.uint16)


def count_classes(counts: NDArray[np.int64]) -> NDArray[np.uint16]:
    """The classes of many numbers of occurrences, looked up: halving would be slower than all the rest of a phrase."""
    return _CLASSES.take(counts, mode="clip")


def middles(lowest: tuple[int, ...]) -> Floats:
    """What each class stands for: the middle of its numbers; the last one for its lowest."""
    first = np.array(lowest, dtype=np.float64)
    found: Floats = (first + np.append(first[1:] - 1, first[-1])) / 2
    return found


def average_length(lengths: Iterable[int]) -> float:
    """The mean of the texts that have words, from how many passages there are of each length class."""
    held = np.array(tuple(lengths), dtype=np.float64)[1:]
    return float(held @ middles(LENGTHS)[1:] / held.sum()) if held.any() else 1.0


def merits(average: float) -> Floats:
    """The merit of every code where texts have `average` words. Kinds weigh a match as `KIND_WEIGHTS` says."""
    codes = np.arange(CODES)
    lengths = middles(LENGTHS)[codes >> LENGTH_SHIFT & 63]
    weight = TEXT_FIELDS[0].boost * middles(COUNTS)[codes >> COUNT_SHIFT] / (1 - B + B * lengths / average)
    for field in OTHER_FIELDS:
        weight += field.boost * (codes >> FLAGS_SHIFT & flag_of(field.name) > 0)
    share = np.array([KIND_WEIGHTS[kind] for kind in KINDS])[codes & 3]
    found: Floats = np.rint(ONE * share * HIGHEST * weight / (K1 + weight))
    return found


def rarity(holding: int, passages: int) -> int:
    """The inverse document frequency of a leaf that `holding` of all searched passages match; never negative."""
    return round(ONE * math.log(1 + (passages - holding + 0.5) / (holding + 0.5)))


def accent_bonus(rarity_: int) -> int:
    """What a passage gains where a query word with diacritics meets the same letters.

    As much as the word could be worth at most, so that such passages come before all that lack the diacritics.
    """
    return round(ONE * HIGHEST) * rarity_


def points(score: float) -> float:
    """A score as it is shown."""
    return score / (ONE * ONE)
