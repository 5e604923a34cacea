"""What every engine is asked and has to answer: the same request, and when two answers are the same."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from search.fields import BY_NAME
from search.query import Filter, Query
from search.syntax import read
from search.tree import Tree

FACETS = ("year", "speaker", "organisation")
SHOWN = 20  # values of a facet that are compared
HITS = 10


@dataclass(frozen=True)
class Question:
    """One request of the benchmark."""

    kind: str
    query: Query

    @cached_property
    def tree(self) -> Tree:
        """What the text means. The peers get this as a gift; ours has to read the text within its time."""
        return read(self.query, BY_NAME).tree

    def without(self, facet: str | None) -> dict[str, tuple[str, ...]]:
        """The values chosen by facet, those of one facet left out: its own count does not look at them."""
        chosen: dict[str, tuple[str, ...]] = {}
        for one in self.query.filters:
            if one.facet != facet and one.value is not None:
                chosen[one.facet] = (*chosen.get(one.facet, ()), one.value)
        return chosen


class Answer(NamedTuple):
    """All that a page of results needs. `facets` are counts of named values, the `SHOWN` most frequent or more."""

    total: int
    facets: Mapping[str, Mapping[str, int]]
    hits: int  # stored passages fetched and highlighted


def same(one: Answer, other: Answer) -> bool:
    """Whether two answers agree on the total, the number of hits and the most frequent values of each facet.

    Where the last of those has as many as the next, either may stand there.
    """
    if (one.total, one.hits) != (other.total, other.hits):
        return False
    for facet in FACETS:
        first, second = _shown(one.facets[facet]), _shown(other.facets[facet])
        if [count for _, count in first] != [count for _, count in second]:
            return False
        least = first[-1][1] if first else 0
        if {value for value, count in first if count > least} != {value for value, count in second if count > least}:
            return False
    return True


def _shown(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:SHOWN]


def write_questions(questions: Iterable[Question], path: Path) -> None:
    """One question a line."""
    rows = (
        {"class": q.kind, "text": q.query.text, "filters": [[f.facet, f.value] for f in q.query.filters]}
        for q in questions
    )
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def read_questions(path: Path) -> list[Question]:
    """The questions of a file."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [Question(r["class"], Query(r["text"], tuple(Filter(*pair) for pair in r["filters"]))) for r in rows]
