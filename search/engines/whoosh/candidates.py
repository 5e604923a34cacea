"""The best hits of several segments, brought into one order."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from search.engines.whoosh.mapped import MappedSegment, Reading


class Candidate(NamedTuple):
    """A passage that may be on the page: its segment and its number there, what it is worth in the order, its score."""

    segment: MappedSegment
    number: int
    worth: float
    score: float


def in_order(candidates: Iterable[Candidate], last: int) -> list[Candidate]:
    """The `last` best candidates, the best first; of equal worth in reading order, which costs most of it.

    Candidates of one segment come in their order.
    """
    ranked = sorted(candidates, key=attrgetter("worth"), reverse=True)
    ordered: list[Candidate] = []
    for _, tied in groupby(ranked, key=attrgetter("worth")):
        if len(ordered) >= last:
            break
        alike = list(tied)
        apart = any(one.segment is not alike[0].segment for one in alike)
        ordered += sorted(alike, key=_reading) if apart else alike
    return ordered[:last]


def _reading(candidate: Candidate) -> Reading:
    return candidate.segment.reading(candidate.number)
