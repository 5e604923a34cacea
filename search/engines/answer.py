"""The steps of every answer, the same for all engines: check, read, find, count, survey, fetch one page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from search.deadline import Deadline
from search.errors import LimitError
from search.facets import Counts, settled, survey
from search.fields import BY_NAME, Field
from search.highlight import matches
from search.limits import PAGE_SIZE_MAX
from search.model import Passage
from search.query import Filter, Query
from search.results import Hit, ResultPage
from search.syntax import read
from search.tree import Tree


class OutOfTimeError(Exception):
    """The deadline passed while the text of a query was being matched. Never leaves an engine."""


class Found(Protocol):
    """The passages that match the text of a query, before filters."""

    def tally(self, field: Field, filters: tuple[Filter, ...], excluded: tuple[Filter, ...]) -> Counts:
        """Count the values of a field, as `search.facets` asks."""

    def total(self, query: Query) -> int:
        """How many are left by the filters of `query`."""

    def page(self, query: Query) -> list[tuple[Passage, float]]:
        """The passages of the page `query` asks for, in its order, with their scores; none beyond the last."""

    def passages(self, query: Query) -> Iterator[Passage]:
        """All passages that are left by the filters of `query`, in reading order."""


Spelling = Callable[[Field, str], str]  # a value as the index spells it
Find = Callable[[Tree, Deadline], Found]


def check(query: Query) -> None:
    """Raise `LimitError` for a page that cannot be asked for."""
    if query.page < 1:
        msg = f"page {query.page} does not exist; the first page is 1"
        raise LimitError(msg)
    if not 1 <= query.page_size <= PAGE_SIZE_MAX:
        msg = f"a page holds 1 to {PAGE_SIZE_MAX} passages, not {query.page_size}"
        raise LimitError(msg)


def answer(query: Query, deadline: Deadline, spelling: Spelling, find: Find) -> ResultPage:
    """Answer `query` with what `find` finds for its text. `find` may raise `OutOfTimeError`."""
    started = deadline.clock()
    check(query)
    reading = read(query, BY_NAME)
    asked = settled(reading.query, spelling)
    try:
        found = find(reading.tree, deadline)
    except OutOfTimeError:
        return ResultPage(asked, reading.interpretation, 0, (), (), _since(started, deadline), complete=False)
    ranked = enumerate(found.page(asked), start=1 + (asked.page - 1) * asked.page_size)
    hits = tuple(Hit(passage, rank, score, matches(reading.tree, passage)) for rank, (passage, score) in ranked)
    complete = not deadline.passed
    facets = survey(asked, found.tally) if complete else ()
    total = found.total(asked)
    return ResultPage(asked, reading.interpretation, total, hits, facets, _since(started, deadline), complete)


def listed(query: Query, deadline: Deadline, spelling: Spelling, find: Find) -> Iterator[Passage]:
    """Every passage that answers `query`, until the deadline passes. `find` may raise `OutOfTimeError`."""
    reading = read(query, BY_NAME)
    asked = settled(reading.query, spelling)
    try:
        found = find(reading.tree, deadline)
    except OutOfTimeError:
        return
    for passage in found.passages(asked):
        if deadline.passed:
            return
        yield passage


def _since(started: float, deadline: Deadline) -> float:
    return (deadline.clock() - started) * 1000
