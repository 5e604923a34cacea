"""What a query finds: filters, exact counts and one page, over the hits of its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from heapq import merge

import numpy as np

from search.deadline import Deadline
from search.engines.answer import Gathered
from search.engines.scoring import Floats, points
from search.engines.whoosh.archive import OpenIndex
from search.engines.whoosh.candidates import Candidate, in_order
from search.engines.whoosh.concordance import Ids
from search.engines.whoosh.grouping import Listed, by_likeness, by_value, joined, led, pairs
from search.engines.whoosh.hits import At, Hits, Mask, Unscored, best
from search.engines.whoosh.mapped import MappedSegment, Reading
from search.engines.whoosh.matching import Matching
from search.facets import Counts as CountsByValue
from search.facets import field_of
from search.fields import Field
from search.model import Passage
from search.query import Filter, Query, Sort
from search.tree import Everything, Tree

_Filters = tuple[Filter, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """The passages that match the text of a query; meets `search.engines.answer.Found`.

    `browsing` is there for the query without a text: its counts were made when the segments were written.
    """

    index: OpenIndex
    hits: Sequence[Hits]
    browsing: bool
    _let_through: dict[tuple[_Filters, _Filters], list[At | None]] = field(default_factory=dict)
    _masks: dict[tuple[int, str, _Filters], Mask] = field(default_factory=dict)

    def tally(self, field: Field, filters: _Filters, excluded: _Filters) -> CountsByValue:
        """Count the values of a field among the passages let through."""
        if field.alike:
            return led(self._listed(filters, excluded), self.index.alike)
        facet = self.index.facet(field.name)
        if self.browsing and not filters and not excluded:
            return facet.browse()
        return facet.tally(self._ids(n, at) for n, at in enumerate(self._through(filters, excluded)))

    def cross(
        self, rows: Field, columns: Field, filters: _Filters, excluded: _Filters
    ) -> dict[tuple[str | None, str | None], int]:
        """Count the pairs of values of two fields among the passages let through."""
        down, across = self.index.values(rows), self.index.values(columns)
        found, counts = pairs(self._listed(filters, excluded), down, across)
        held = zip(*found.tolist(), counts.tolist(), strict=True)
        return {(down.name(row), across.name(column)): count for row, column, count in held}

    def total(self, query: Query) -> int:
        """How many passages the filters leave."""
        through = self._through(query.filters, query.excluded)
        return sum(len(hits.ids if at is None else at) for hits, at in zip(self.hits, through, strict=True))

    def page(self, query: Query) -> list[tuple[Passage, float]]:
        """The passages of one page, best first; ties in reading order."""
        first = (query.page - 1) * query.page_size
        last = first + query.page_size
        if first >= self.total(query):
            return []
        candidates: list[Candidate] = []
        least = -np.inf  # what a passage must be worth, now that so many others are known
        through = self._through(query.filters, query.excluded)
        for segment, hits, at in zip(self.index.segments, self.hits, through, strict=True):
            if query.sort is Sort.RELEVANCE and isinstance(
                hits, Unscored
            ):  # all are worth the same: the first are best
                held = np.arange(min(last, len(hits.ids))) if at is None else at[:last]
                worth = np.zeros(len(held))
            else:
                all_worth = _worth(query.sort, segment, hits, at)
                places = best(all_worth, last, least)
                held, worth = places if at is None else at[places], all_worth[places]
            numbers, scores = hits.ids.take(held).tolist(), hits.scores(held).tolist()
            candidates += map(partial(Candidate, segment), numbers, worth.tolist(), scores)
            if len(candidates) >= last:
                least = sorted([one.worth for one in candidates])[-last]
        return [(one.segment.passage(one.number), points(one.score)) for one in in_order(candidates, last)[first:]]

    def groups(self, query: Query, field: Field) -> tuple[int, list[Gathered]]:
        """The groups of one page, those with the best passages first."""
        listed = self._listed(query.filters, query.excluded, query.sort)
        first = (query.page - 1) * query.page_size
        page = slice(first, first + query.page_size)
        if field.alike:
            number, groups = by_likeness(listed, self.index.alike, page)
        else:
            chosen = [f.value for f in query.filters if f.facet == field.name]
            number, groups = by_value(listed, self.index.facet(field.name), chosen, page)
        values = self.index.values(field)
        return number, [
            Gathered(values.name(group.value), group.total, self._fetched(listed.taken(group.shown)))
            for group in groups
        ]

    def _fetched(self, listed: Listed) -> list[tuple[Passage, float]]:
        held = zip(listed.segments.tolist(), listed.ids.tolist(), listed.at.tolist(), strict=True)
        return [
            (self.index.segments[n].passage(number), points(float(self.hits[n].scores(np.array([at]))[0])))
            for n, number, at in held
        ]

    def _listed(self, filters: _Filters, excluded: _Filters, sort: Sort | None = None) -> Listed:
        """The passages let through, of all segments; what they are worth where an order is asked for."""
        parts, begin = [], 0
        through = self._through(filters, excluded)
        for n, (segment, hits, at) in enumerate(zip(self.index.segments, self.hits, through, strict=True)):
            places = np.arange(len(hits.ids)) if at is None else at
            ids = hits.ids[places].astype(np.int64)
            worth = _worth(sort, segment, hits, at) if sort else np.zeros(len(ids))
            parts.append(Listed(np.full(len(ids), n), ids, places, worth, self.index.reading[ids + begin]))
            begin += len(segment)
        return joined(parts)

    def passages(self, query: Query) -> Iterator[Passage]:
        """The passages the filters leave, in reading order."""
        through = zip(self.index.segments, self.hits, self._through(query.filters, query.excluded), strict=True)
        runs = [_in_order(segment, hits.ids if at is None else hits.ids[at]) for segment, hits, at in through]
        return (segment.passage(number) for _, segment, number in merge(*runs, key=lambda one: one[0]))

    def _through(self, filters: _Filters, excluded: _Filters) -> list[At | None]:
        """The places of the hits of each segment that are let through; None is all."""
        key = (filters, excluded)
        if key not in self._let_through:
            self._let_through[key] = [self._of_segment(n, filters, excluded) for n in range(len(self.hits))]
        return self._let_through[key]

    def _of_segment(self, n: int, filters: _Filters, excluded: _Filters) -> At | None:
        through: Mask | None = None
        for name in {f.facet: None for f in filters}:
            met = self._having(n, name, tuple(f for f in filters if f.facet == name))
            through = met if through is None else through & met
        for refused in excluded:
            spared = ~self._having(n, refused.facet, (refused,))
            through = spared if through is None else through & spared
        return None if through is None else np.flatnonzero(through)

    def _having(self, n: int, name: str, filters: _Filters) -> Mask:
        """Which hits of a segment meet one of the filters, all on one field. Each is asked for by several counts."""
        key = (n, name, filters)
        if key not in self._masks:
            values, ids = [f.value for f in filters], None if self._is_all(n) else self.hits[n].ids
            self._masks[key] = self.index.values(field_of(name)).met(self.index.segments[n], values, ids)
        return self._masks[key]

    def _ids(self, n: int, at: At | None) -> Ids | At:
        """Some of the hits of a segment, or all."""
        if at is not None and self._is_all(n):
            return at
        return self.hits[n].ids if at is None else self.hits[n].ids.take(at)

    def _is_all(self, n: int) -> bool:
        """Whether every passage of a segment is a hit; then the place of a hit is its number."""
        return len(self.hits[n].ids) == len(self.index.segments[n])


def find(index: OpenIndex, tree: Tree, deadline: Deadline) -> Finding:
    """The passages that match `tree`. Raises `OutOfTimeError`."""
    return Finding(index, Matching(index, deadline).hits(tree), isinstance(tree, Everything))


def _worth(sort: Sort, segment: MappedSegment, hits: Hits, at: At | None) -> Floats:
    """The higher the better. Undated passages come last, whichever way the dates run."""
    if sort is Sort.RELEVANCE:
        return hits.scores(at)
    days = segment.days.take(hits.ids if at is None else hits.ids[at]).astype(np.float64)
    return days if sort is Sort.NEWEST else np.where(days > 0, -days, -np.inf)


def _in_order(
    segment: MappedSegment, numbers: np.ndarray[tuple[int], np.dtype[np.int32]]
) -> Iterator[tuple[Reading, MappedSegment, int]]:
    return ((segment.reading(number), segment, number) for number in numbers.tolist())
