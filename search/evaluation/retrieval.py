"""Measures of a ranking, by the definitions of trec_eval: each a function of a ranking and its judgements.

A ranking lists documents from the best down, each once. `Judged` maps the documents judged for a topic to their
grade; what is not judged counts as not relevant, and so does a grade of 0 or below. A topic for which nothing is
relevant scores 0.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

Judged = Mapping[str, int]


def ndcg(ranking: Sequence[str], judged: Judged, depth: int) -> float:
    """Normalised discounted cumulative gain: the gain is the grade itself, discounted by log2(rank + 1)."""
    ideal = _discounted(sorted(_grades(judged.values()), reverse=True)[:depth])
    gained = _discounted(_grades(judged.get(document, 0) for document in ranking[:depth]))
    return gained / ideal if ideal else 0.0


def average_precision(ranking: Sequence[str], judged: Judged) -> float:
    """The mean of the precision at each relevant document; one that is not in the ranking adds nothing."""
    found, precisions = 0, 0.0
    for rank, document in enumerate(ranking, start=1):
        if judged.get(document, 0) > 0:
            found += 1
            precisions += found / rank
    relevant = _relevant(judged)
    return precisions / relevant if relevant else 0.0


def recall(ranking: Sequence[str], judged: Judged, depth: int) -> float:
    """The share of the relevant documents that stands among the first `depth`."""
    relevant = _relevant(judged)
    return sum(judged.get(document, 0) > 0 for document in ranking[:depth]) / relevant if relevant else 0.0


def _relevant(judged: Judged) -> int:
    return sum(grade > 0 for grade in judged.values())


def _grades(grades: Iterable[int]) -> list[int]:
    return [max(grade, 0) for grade in grades]


def _discounted(grades: Sequence[int]) -> float:
    return sum(grade / math.log2(rank + 1) for rank, grade in enumerate(grades, start=1))
