"""What every engine promises. The contract suite in `tests/contract` holds each one to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from search.deadline import NEVER, Deadline
from search.fields import FACETS, Field
from search.model import Passage
from search.query import Query
from search.results import FacetCounts, ResultPage, Table
from search.tree import Tree


@dataclass(frozen=True, slots=True)
class Statistics:
    """What an index holds. `facets` counts over all searched passages; `first` and `last` are years."""

    articles: int
    passages: int
    searched: int
    speakers: int
    facets: tuple[FacetCounts, ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """A value of a field whose values are names, with its number of searched passages.

    `printed` are the ways its mentions print it where they differ by more than a filter value may, in alphabetical
    order.
    """

    field: str
    value: str
    count: int
    printed: tuple[str, ...] = ()


class Writer(Protocol):
    """Changes to an index, kept together on a clean exit of the context and undone together on an exception."""

    def add(self, passages: Iterable[Passage]) -> None:
        """Add all passages of one article, in order.

        Raises `ValueError`, and adds none of them, where an id is there already or a text cannot be stored.
        """

    def remove(self, article_id: str) -> None:
        """Remove every passage of an article, also one added a moment ago; unknown ids are no error."""

    def adopt(self, directory: Path) -> None:
        """Add all that an index of the same kind in another directory holds; that one is left as it is.

        Raises `ValueError`, and adds nothing, where an id is there already, `IndexStateError` where there is no index.
        """


class SearchEngine(Protocol):
    """A set of passages that can be searched, by one thread. Answers are exact; only our own errors leave it.

    Filter values are compared as words are, and come back in `ResultPage.query` as the index spells them.
    """

    def search(self, query: Query, deadline: Deadline = NEVER, facets: Sequence[Field] = FACETS) -> ResultPage:
        """Answer one query, and count these facets of the answer.

        Raises `QueryError` for a page below one or a page size outside the limits.
        """

    def table(self, query: Query, rows: str, columns: str, deadline: Deadline = NEVER) -> Table:
        """Count the hits of a query by two fields at once; its order, grouping and page are not looked at.

        Raises `UnknownFieldError`. Nothing is counted where the deadline passed before all was found.
        """

    def ranked(self, tree: Tree, most: int) -> list[tuple[Passage, float]]:
        """The best `most` passages for a tree that no one typed, with their scores: past syntax and its limits."""

    def passages(self, query: Query, deadline: Deadline = NEVER) -> Iterator[Passage]:
        """Every passage that a query finds, in reading order, one at a time; its order and page are not looked at.

        Ends early when the deadline passes: whoever needs all of them counts against the total of `search`.
        """

    def passage(self, passage_id: str) -> Passage:
        """One passage by id. Raises `NotFoundError`."""

    def article(self, article_id: str) -> tuple[Passage, ...]:
        """All passages of an article in reading order. Raises `NotFoundError`."""

    def vocabulary(self) -> Iterable[tuple[str, int]]:
        """Folded words of the searched text with the number of passages that hold them, in alphabetical order."""

    def names(self) -> Iterable[Naming]:
        """Every value of the fields whose values are names; field by field, the values in alphabetical order."""

    def statistics(self) -> Statistics:
        """What the index holds, exactly."""

    def writer(self, part_of: int = 1) -> AbstractContextManager[Writer]:
        """Open for changes; one at a time. Raises `IndexStateError` when another writer is at work.

        `part_of` more than one: the index is one of so many that are written at once, for another to adopt. All their
        writers take together the memory of one, and near-identical passages are compared only where they are adopted.

        Afterwards this engine answers from the changed index, others from what they opened. `NoSpaceError` and
        `EngineError` tell that the changes could not be written.
        """

    def close(self) -> None:
        """Release files and memory."""
