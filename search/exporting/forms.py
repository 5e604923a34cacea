"""What an export is made of: a head that says where it comes from, and a row for each passage."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from search.model import Passage, Span
from search.query import Filter, Query
from search.results import Interpretation


@dataclass(frozen=True, slots=True)
class Head:
    """What was asked, of which generation, when (ISO 8601, UTC), and how many rows follow.

    `asked` is the query as typed and `query` as it was understood; `address` shows the same result on the page.
    """

    asked: str
    query: Query
    interpretation: tuple[Interpretation, ...]
    total: int
    generation: str
    made: str
    address: str

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """The same as names and values, always as many, for forms that know no better."""
        left_out = (part for part in self.interpretation if part.status == "ignored")
        return (
            ("query", self.asked),
            ("filters", _filters(self.query.filters)),
            ("excluded", _filters(self.query.excluded)),
            ("left out", "; ".join(f"{part.text} ({part.reason})" for part in left_out)),
            ("passages", str(self.total)),
            ("index generation", self.generation),
            ("made", self.made),
            ("address", self.address),
        )


@dataclass(frozen=True, slots=True)
class Row:
    """A passage of the result, the spans in it that the query hits, and its address."""

    passage: Passage
    matches: tuple[Span, ...]
    permalink: str


@dataclass(frozen=True, slots=True)
class Export:
    """One form: its name for people, its media type and the ending of its files, and the function that writes it."""

    label: str
    media_type: str
    suffix: str
    write: Callable[[Head, Iterator[Row]], Iterator[str]]


def _filters(filters: tuple[Filter, ...]) -> str:
    return "; ".join(f"{f.facet}: {'none' if f.value is None else f.value}" for f in filters)
