"""What a build did, file by file: the indexer's answer, printed by the command line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from search.engines.base import Statistics
from search.manifest import Problem, SourceEntry
from search.remembering import NOTHING, Remembered


class Outcome(StrEnum):
    """How a build ended. Only BUILT has changed the index."""

    BUILT = "built"
    UNCHANGED = "unchanged"
    NOTHING = "nothing"  # no article could be read
    REFUSED = "refused"  # it would have lost too many articles


@dataclass(frozen=True, slots=True)
class FileProblem:
    """A problem and the file it was met in, by its path in the corpus; an empty path is the corpus as a whole."""

    path: str
    problem: Problem

    def __str__(self) -> str:
        """`path: reason`, as a compiler says it."""
        line = "" if self.problem.line is None else f":{self.problem.line}"
        return f"{self.path}{line}: {self.problem.reason}" if self.path else self.problem.reason


@dataclass(frozen=True, slots=True)
class Repeated:
    """How many articles are left out because another says the same: whole files, and records of files of several."""

    files: int
    records: int


@dataclass(frozen=True, slots=True)
class BuildReport:
    """`generation` answers from now on, and `statistics` are of it; both None where nothing was ever built.

    `files` were found. Of the articles `written` were put in anew, `kept` taken over as they were, `lost` are no
    longer (or would no longer be) in the index. `anew` says why all of an earlier index was built again. Of the
    problems, `known` were told by the build before. `others` counts the files that are no articles, by their suffix;
    `remembered` is what the ledger made of it.
    """

    outcome: Outcome
    generation: int | None
    statistics: Statistics | None
    files: int
    written: int
    kept: int
    lost: int
    problems: tuple[FileProblem, ...]
    anew: str | None = None
    known: frozenset[FileProblem] = frozenset()
    repeated: Repeated = Repeated(0, 0)
    others: tuple[tuple[str, int], ...] = ()
    remembered: Remembered = NOTHING

    @property
    def news(self) -> tuple[FileProblem, ...]:
        """The problems that were not told before."""
        return tuple(found for found in self.problems if found not in self.known)

    @property
    def skipped(self) -> tuple[FileProblem, ...]:
        """The problems that keep something out of the index."""
        return tuple(found for found in self.problems if not found.problem.harmless)


def problems_of(sources: Iterable[SourceEntry], others: Iterable[FileProblem]) -> tuple[FileProblem, ...]:
    """Everything to be said of the sources (and of files that are no source), by path, and nothing of it twice."""
    found = list(others)
    for entry in sources:
        refused = tuple(article.refused for article in entry.articles if article.refused)
        found += [FileProblem(entry.path, problem) for problem in entry.problems + refused]
    return tuple(sorted(dict.fromkeys(found), key=lambda found: (found.path, found.problem.line or 0)))


def repeated_of(sources: Iterable[SourceEntry]) -> Repeated:
    """What is kept once of the sources."""
    twice = [a for entry in sources for a in entry.articles if a.refused is not None and a.refused.harmless]
    records = sum(article.line is not None for article in twice)
    return Repeated(len(twice) - records, records)
