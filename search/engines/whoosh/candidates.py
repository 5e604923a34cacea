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


def in_order(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates, best first; those of equal worth in reading order, which is looked up for them alone."""
    ranked = sorted(candidates, key=attrgetter("worth"), reverse=True)
    ordered: list[Candidate] = []
    for _, tied in groupby(ranked, key=attrgetter("worth")):
        alike = list(tied)
        ordered += sorted(alike, key=_reading) if len(alike) > 1 else alike
    return ordered


def _reading(candidate: Candidate) -> Reading:
    return candidate.segment.reading(candidate.number)
