"""What a query finds, counted, filtered, grouped and in order: the same rules as the memory engine's, on arrays."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from search.deadline import Deadline
from search.engines.answer import Gathered
from search.engines.scoring import DECIMALS
from search.engines.whoosh.columns import Columns, Floats, Mask, Numbers
from search.engines.whoosh.matching import Matches, Matching, any_of
from search.engines.whoosh.postings import Postings
from search.facets import Counts
from search.fields import Field
from search.limits import GROUP_HITS
from search.model import Passage
from search.query import Filter, Query, Sort
from search.tree import Tree

_UNDATED = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class Finding:
    """The passages that match the text of a query; meets `search.engines.answer.Found`."""

    columns: Columns
    matches: Matches
    fetch: Callable[[int], Passage]
    _passing: dict[tuple[tuple[Filter, ...], ...], Mask] = field(default_factory=dict)

    def tally(self, field: Field, filters: tuple[Filter, ...], excluded: tuple[Filter, ...]) -> Counts:
        """Count the values of a field among the passages let through."""
        return self.columns.column(field.name).tally(self._let_through(filters, excluded))

    def total(self, query: Query) -> int:
        """How many passages the filters leave."""
        return int(np.count_nonzero(self._let_through(query.filters, query.excluded)))

    def cross(
        self, rows: Field, columns: Field, filters: tuple[Filter, ...], excluded: tuple[Filter, ...]
    ) -> Mapping[tuple[str | None, str | None], int]:
        """Count the pairs of values of two fields among the passages let through."""
        chosen = np.flatnonzero(self._let_through(filters, excluded))
        down, across = self.columns.column(rows.name), self.columns.column(columns.name)
        places, values = across.at(chosen)
        near, held = down.at(chosen[places])  # once for each value the passage has across
        pairs, counts = np.unique(np.stack((held, values[near])), axis=1, return_counts=True)
        return {(down.value(int(r)), across.value(int(c))): int(n) for r, c, n in zip(*pairs, counts, strict=True)}

    def page(self, query: Query) -> list[tuple[Passage, float]]:
        """The passages of one page, best first; ties in reading order."""
        left = np.flatnonzero(self._let_through(query.filters, query.excluded))
        return [self._scored(number) for number in self._page_of(left, query)]

    def groups(self, query: Query, field: Field) -> tuple[int, list[Gathered]]:
        """The groups of one page, those with the best passages first."""
        left = np.flatnonzero(self._let_through(query.filters, query.excluded))
        if field.alike:
            return self._alike(left, query)
        column = self.columns.column(field.name)
        ordered = self._ordered(left, query.sort)
        places, values = column.at(ordered)
        if chosen := [f.value for f in query.filters if f.facet == field.name]:
            kept = np.isin(values, column.wanted(chosen))
            places, values = places[kept], values[kept]
        found, firsts, counts = np.unique(values, return_index=True, return_counts=True)
        first = (query.page - 1) * query.page_size
        shown = np.argsort(firsts)[first : first + query.page_size]
        return len(found), [
            self._gathered(column.value(int(value)), int(count), ordered[places[values == value][:GROUP_HITS]])
            for value, count in zip(found[shown], counts[shown], strict=True)
        ]

    def _alike(self, left: Numbers, query: Query) -> tuple[int, list[Gathered]]:
        """Few passages have a near-identical one, so only those are put in order and gathered."""
        alike = self.columns.alike
        ordered = self._ordered(left[alike.several[left]], query.sort)
        leaders, firsts, counts = np.unique(alike.leaders[ordered], return_index=True, return_counts=True)
        folded = np.delete(ordered, firsts)
        best = np.setdiff1d(left, folded, assume_unique=True)
        total = dict(zip(leaders.tolist(), counts.tolist(), strict=True))
        groups = []
        for number in self._page_of(best, query):
            leader = int(alike.leaders[number])
            members = ordered[alike.leaders[ordered] == leader] if leader in total else np.array([number])
            groups.append(self._gathered(alike.value(leader), len(members), members[:GROUP_HITS]))
        return len(best), groups

    def _gathered(self, value: str | None, total: int, numbers: Numbers) -> Gathered:
        return Gathered(value, total, [self._scored(number) for number in numbers])

    def _scored(self, number: int) -> tuple[Passage, float]:
        return self.fetch(int(number)), float(self.matches.scores[number])

    def _page_of(self, left: Numbers, query: Query) -> Numbers:
        """Those on the page asked for."""
        first = (query.page - 1) * query.page_size
        last = first + query.page_size
        if first >= len(left):
            return left[:0]
        if last < len(left):  # only what is as good as the last of the page needs to be sorted
            keys = self._keys(query.sort)[left]
            left = left[keys <= np.partition(keys, last - 1)[last - 1]]
        return self._ordered(left, query.sort)[first:last]

    def _ordered(self, left: Numbers, sort: Sort) -> Numbers:
        """Best first; ties in reading order."""
        return left[np.lexsort((self.columns.place[left], self._keys(sort)[left]))]

    def passages(self, query: Query) -> Iterator[Passage]:
        """The passages the filters leave, in reading order."""
        left = np.flatnonzero(self._let_through(query.filters, query.excluded))
        return (self.fetch(int(number)) for number in left[np.argsort(self.columns.place[left])])

    def _keys(self, sort: Sort) -> Floats:
        """The lower the better."""
        if sort is Sort.RELEVANCE:
            return -self.matches.scores
        day = self.columns.day
        dated = -day if sort is Sort.NEWEST else day
        return np.where(day > 0, dated, _UNDATED).astype(np.float64)

    def _let_through(self, filters: tuple[Filter, ...], excluded: tuple[Filter, ...]) -> Mask:
        key = (filters, excluded)
        if key not in self._passing:
            self._passing[key] = self.matches.mask & _passing(self.columns, filters, excluded)
        return self._passing[key]


def find(
    columns: Columns, postings: Postings, fetch: Callable[[int], Passage], tree: Tree, deadline: Deadline
) -> Finding:
    """The passages that match `tree`. Raises `OutOfTimeError`."""
    found = Matching(columns, postings, deadline).matches(tree)
    return Finding(columns, Matches(found.mask, np.round(found.scores, DECIMALS)), fetch)


def _passing(columns: Columns, filters: tuple[Filter, ...], excluded: tuple[Filter, ...]) -> Mask:
    through = columns.searched
    for facet in {f.facet for f in filters}:
        column = columns.column(facet)
        through = through & any_of([column.having(f.value) for f in filters if f.facet == facet])
    for refused in excluded:
        through = through & ~columns.column(refused.facet).having(refused.value)
    return through
