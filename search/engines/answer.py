"""The steps of every answer, the same for all engines: check, read, find, count, survey, fetch one page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from search.deadline import Deadline
from search.errors import LimitError
from search.facets import Counts, field_of, occurring, settled, survey
from search.fields import BY_NAME, Field
from search.highlight import Marker
from search.limits import PAGE_SIZE_MAX
from search.model import Passage
from search.query import NARROWER, Filter, Group, Query
from search.results import FacetCounts, Grouping, Hit, HitGroup, ResultPage, Table
from search.syntax import read
from search.tree import Everything, Tree


class OutOfTimeError(Exception):
    """The deadline passed while the text of a query was being matched. Never leaves an engine."""


class Gathered(NamedTuple):
    """A group of passages: their number, and the first `GROUP_HITS` of them with their scores."""

    value: str | None
    total: int
    passages: list[tuple[Passage, float]]


class Found(Protocol):
    """The passages that match the text of a query, before filters."""

    def tally(self, field: Field, filters: tuple[Filter, ...], excluded: tuple[Filter, ...]) -> Counts:
        """Count the values of a field, as `search.facets` asks."""

    def total(self, query: Query) -> int:
        """How many are left by the filters of `query`."""

    def cross(
        self, rows: Field, columns: Field, filters: tuple[Filter, ...], excluded: tuple[Filter, ...]
    ) -> Mapping[tuple[str | None, str | None], int]:
        """Count the pairs of values of two fields, as `tally` does those of one."""

    def page(self, query: Query) -> list[tuple[Passage, float]]:
        """The passages of the page `query` asks for, in its order, with their scores; none beyond the last."""

    def groups(self, query: Query, field: Field) -> tuple[int, list[Gathered]]:
        """How many groups the values of a field make of what the filters leave, and those on the page `query` asks for.

        Groups come in the order of their best passages, and where one is the best of several, by value. If values of
        the field are chosen, only they make groups.
        """

    def passages(self, query: Query) -> Iterator[Passage]:
        """All passages that are left by the filters of `query`, in reading order."""


GROUPED_BY = {Group.PASSAGE: "like", Group.ARTICLE: "article", Group.SPEAKER: "speaker"}  # the fields

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


def answer(query: Query, facets: Sequence[Field], *, deadline: Deadline, spelling: Spelling, find: Find) -> ResultPage:
    """Answer `query` with what `find` finds for its text. `find` may raise `OutOfTimeError`."""
    started = deadline.clock()
    check(query)
    reading = read(query, BY_NAME)
    asked = settled(reading.query, spelling)
    try:
        found = find(reading.tree, deadline)
    except OutOfTimeError:
        return ResultPage(asked, reading.interpretation, 0, (), (), _since(started, deadline), complete=False)

    marker = Marker(reading.tree)

    def hits(passages: Sequence[tuple[Passage, float]], first: int = 1) -> tuple[Hit, ...]:
        marks = marker.marks([passage for passage, _ in passages])
        ranked = enumerate(zip(passages, marks, strict=True), start=first)
        return tuple([Hit(passage, rank, score, own) for rank, ((passage, score), own) in ranked])

    before = (asked.page - 1) * asked.page_size
    grouping = None
    if asked.group is Group.EACH:
        shown = hits(found.page(asked), before + 1)
    else:
        field = field_of(GROUPED_BY[asked.group])
        number, gathered = found.groups(asked, field)
        ranked = enumerate(gathered, start=before + 1)
        grouping = Grouping(
            field.name, number, tuple(HitGroup(rank, g.value, g.total, hits(g.passages)) for rank, g in ranked)
        )
        shown = tuple(hit for group in grouping.groups for hit in group.hits)
    complete = not deadline.passed
    counts = survey(asked, found.tally, facets) if complete else ()
    total = found.total(asked)
    elapsed = _since(started, deadline)
    return ResultPage(asked, reading.interpretation, total, shown, counts, elapsed, complete, grouping)


def tabled(  # noqa: PLR0913 - the question, and the engine's ways to answer it
    query: Query, rows: str, columns: str, *, deadline: Deadline, spelling: Spelling, find: Find
) -> Table:
    """Count what answers `query` by two fields. `find` may raise `OutOfTimeError`."""
    down, across = field_of(rows), field_of(columns)
    reading = read(query, BY_NAME)
    asked = settled(reading.query, spelling)
    try:
        found, everything = find(reading.tree, deadline), find(Everything(), deadline)
    except OutOfTimeError:
        return Table(asked, FacetCounts(rows, ()), FacetCounts(columns, ()), {}, {}, 0, complete=False)
    left = asked.filters, asked.excluded
    shown = {field.name: occurring(field, found.tally(field, *left), asked) for field in (down, across)}
    wanted = {name: {value.value for value in counts.values} for name, counts in shown.items()}
    cells = {
        (row, column): count
        for (row, column), count in found.cross(down, across, *left).items()
        if row in wanted[rows] and column in wanted[columns]
    }
    wider = tuple(f for f in asked.filters if columns in NARROWER.get(f.facet, ()))
    searched = everything.tally(across, wider, ())
    return Table(asked, shown[rows], shown[columns], cells, searched, found.total(asked), not deadline.passed)


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
