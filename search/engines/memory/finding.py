"""What a query finds, by looking at every row: the rules of matching and scoring, one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeVar

from search.analysis import Place, Token, next_to_each_other, prefixes_of, query_tokens
from search.deadline import Deadline
from search.engines.answer import Gathered, OutOfTimeError
from search.engines.memory.rows import Row, Rows
from search.engines.scoring import accent_bonus, code_of, flag_of, points, rarity
from search.facets import Counts, field_of, has, is_wanted, passes
from search.fields import TEXT_FIELDS, Field
from search.limits import GROUP_HITS
from search.model import Passage
from search.query import Filter, Query, Sort
from search.tree import And, Everything, Has, Not, Or, Phrase, Prefix, Term, Tree

Listed = TypeVar("Listed")
Scores = dict[int, float]  # the place of a row that matches -> its score, a whole number
Count = Callable[[Row], tuple[int, int]]  # how often a leaf stands in the text, and the flags of the other fields


@dataclass(frozen=True, slots=True)
class Finding:
    """The rows that match the text of a query; meets `search.engines.answer.Found`."""

    rows: Rows
    scores: Scores

    def tally(self, field: Field, filters: tuple[Filter, ...], excluded: tuple[Filter, ...]) -> Counts:
        """Count the values of a field among the rows let through."""
        counts: Counter[str | None] = Counter()
        for _, row in self._passing(filters, excluded):
            counts.update(row.values[field.name] or (None,))
        return counts

    def total(self, query: Query) -> int:
        """How many rows the filters leave."""
        return sum(1 for _ in self._passing(query.filters, query.excluded))

    def cross(
        self, rows: Field, columns: Field, filters: tuple[Filter, ...], excluded: tuple[Filter, ...]
    ) -> Mapping[tuple[str | None, str | None], int]:
        """Count the pairs of values of two fields among the rows let through."""
        counts: Counter[tuple[str | None, str | None]] = Counter()
        for _, row in self._passing(filters, excluded):
            counts.update(product(row.values[rows.name] or (None,), row.values[columns.name] or (None,)))
        return counts

    def page(self, query: Query) -> list[tuple[Passage, float]]:
        """The rows of one page, best first; ties in reading order."""
        return [self._scored(place) for place in _page_of(self._ordered(query), query)]

    def groups(self, query: Query, field: Field) -> tuple[int, list[Gathered]]:
        """The groups of one page, those with the best rows first."""
        chosen = [f.value for f in query.filters if f.facet == field.name]
        groups: dict[str | None, list[int]] = {}
        for place in self._ordered(query):
            for value in sorted(self.rows.rows[place].values[field.name]) or (None,):
                if is_wanted(field, value, chosen):
                    groups.setdefault(value, []).append(place)
        return len(groups), [
            Gathered(value, len(places), [self._scored(place) for place in places[:GROUP_HITS]])
            for value, places in _page_of(list(groups.items()), query)
        ]

    def passages(self, query: Query) -> Iterator[Passage]:
        """The rows the filters leave, in reading order."""
        return (row.passage for _, row in sorted(self._passing(query.filters, query.excluded), key=lambda f: f[0]))

    def _ordered(self, query: Query) -> list[int]:
        """The rows the filters leave, best first; ties in reading order."""
        left = list(self._passing(query.filters, query.excluded))
        left.sort(key=lambda found: (*_order(query.sort, found[1], self.scores[found[0]]), found[0]))
        return [place for place, _ in left]

    def _scored(self, place: int) -> tuple[Passage, float]:
        return self.rows.rows[place].passage, points(self.scores[place])

    def _passing(self, filters: tuple[Filter, ...], excluded: tuple[Filter, ...]) -> Iterator[tuple[int, Row]]:
        for place in self.scores:
            row = self.rows.rows[place]
            if passes(row.values, filters, excluded):
                yield place, row


def find(rows: Rows, tree: Tree, deadline: Deadline) -> Finding:
    """The rows that match `tree`. Raises `OutOfTimeError`."""
    return Finding(rows, _Matching(rows, deadline).scores(tree))


def _page_of(listed: list[Listed], query: Query) -> list[Listed]:
    first = (query.page - 1) * query.page_size
    return listed[first : first + query.page_size]


def _order(sort: Sort, row: Row, score: float) -> tuple[float, ...]:
    dating = row.passage.article.dating
    if sort is Sort.RELEVANCE:
        return (-score,)
    if dating is None:  # undated passages come last, whichever way the dates run
        return (1, 0)
    day = dating.day.toordinal()
    return (0, -day if sort is Sort.NEWEST else day)


@dataclass(frozen=True, slots=True)
class _Matching:
    rows: Rows
    deadline: Deadline

    def scores(self, tree: Tree) -> Scores:  # noqa: PLR0911  # one return for each kind of tree
        match tree:
            case Everything():
                return dict.fromkeys(range(len(self.rows.rows)), 0.0)
            case Term(word):
                tokens = query_tokens(word)
                return self._leaf(self._term(tokens), tokens)
            case Phrase(words):
                tokens = query_tokens(" ".join(words))
                return self._leaf(self._phrase(tokens), tokens) if tokens else {}
            case Prefix(letters):
                return self._leaf(self._prefix(prefixes_of(letters)), [])
            case Has(facet, value):
                field = field_of(facet)
                wanted = None if value is None else self.rows.spelling(field, value)
                return {i: 0.0 for i, row in enumerate(self.rows.rows) if has(field, row.values[facet], wanted)}
            case Not(child):
                refused = self.scores(child)
                return {i: 0.0 for i in range(len(self.rows.rows)) if i not in refused}
            case And(children):
                return _all([self.scores(child) for child in children])
            case Or(children):
                return _any([self.scores(child) for child in children])

    def _leaf(self, count: Count, asked: Iterable[Token]) -> Scores:
        """The score of every row in which `count` finds something."""
        if self.deadline.passed:
            raise OutOfTimeError
        found = ((place, count(row), row.norm) for place, row in enumerate(self.rows.rows))
        codes = {place: code_of(*held, norm) for place, held, norm in found if any(held)}
        rare = rarity(len(codes), len(self.rows.rows))
        accents = {token.accented for token in asked if token.accented}
        scores = {}
        for place, code in codes.items():
            held = accents and accents <= self.rows.rows[place].accented
            scores[place] = self.rows.merits[code] * rare + (accent_bonus(rare) if held else 0)
        return scores

    def _term(self, tokens: Sequence[Token]) -> Count:
        """A word counts in every text field, once a field that finds holds it.

        The parts of a hyphenated word count where they stand next to each other, in the fields that find.
        """
        stems = tuple(token.stem for token in tokens)

        def alone(row: Row) -> tuple[int, int]:
            count = row.stems["text"][stems[0]] + len(row.printed_stems.get(stems[0], ()))
            held = {f.name for f in TEXT_FIELDS[1:] if row.stems[f.name][stems[0]]}
            finds = count or any(f.finds and f.name in held for f in TEXT_FIELDS)
            return (count, sum(map(flag_of, held))) if finds else (0, 0)

        def joined(row: Row) -> tuple[int, int]:
            count = _begun(next_to_each_other(stems, row.places["text"], row.printed_stems))
            others = [f.name for f in TEXT_FIELDS[1:] if f.finds]
            return count, sum(flag_of(name) for name in others if next_to_each_other(stems, row.places[name]))

        return alone if len(stems) == 1 else joined

    def _phrase(self, tokens: Sequence[Token]) -> Count:
        """A phrase counts where its words stand next to each other in the text, as written."""
        words = tuple(token.word for token in tokens)

        def count(row: Row) -> tuple[int, int]:
            starts = range(len(row.words) - len(words) + 1)
            plain = sum(row.words[start : start + len(words)] == words for start in starts)
            if row.printed.keys().isdisjoint(words):
                return plain, 0
            there: dict[str, list[Place]] = {}
            for start, word in enumerate(row.words):
                there.setdefault(word, []).append((start, start + 1))
            return _begun(next_to_each_other(words, there, row.printed)), 0

        return count

    def _prefix(self, beginnings: tuple[str, ...]) -> Count:
        return lambda row: (sum(word.startswith(beginnings) for word in row.words), 0)


def _begun(runs: Iterable[Place]) -> int:
    """How many places there are at which a run begins."""
    return len({start for start, _ in runs})


def _all(children: list[Scores]) -> Scores:
    """The rows all children have, with the sum of their scores; none where nothing is asked."""
    first, rest = (children[0], children[1:]) if children else ({}, [])
    return {i: sum(child[i] for child in children) for i in first if all(i in child for child in rest)}


def _any(children: list[Scores]) -> Scores:
    found: Scores = {}
    for child in children:
        for place, score in child.items():
            found[place] = found.get(place, 0.0) + score
    return found
