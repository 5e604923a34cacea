"""The best hits of several segments, brought into one order."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import merge
from itertools import groupby, islice
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

    Candidates of one segment come one after the other, in their order; so of those that are tied only as many are
    held against each other as are wanted.
    """
    ranked = sorted(candidates, key=attrgetter("worth"), reverse=True)
    ordered: list[Candidate] = []
    for _, tied in groupby(ranked, key=attrgetter("worth")):
        if len(ordered) >= last:
            break
        runs = [list(run) for _, run in groupby(tied, key=attrgetter("segment"))]
        alike = runs[0] if len(runs) == 1 else merge(*runs, key=_reading)
        ordered += islice(alike, last - len(ordered))
    return ordered


def _reading(candidate: Candidate) -> Reading:
    return candidate.segment.reading(candidate.number)
