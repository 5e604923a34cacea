"""Our own Whoosh engine, asked as the search page asks it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bench.asking import FACETS, Answer, Question
from search.engines import DEFAULT_ENGINE, ENGINES
from search.engines.base import SearchEngine
from search.model import Passage


def missing() -> str | None:
    """It is always there."""
    return None


def build(articles: Iterable[tuple[Passage, ...]], folder: Path) -> None:
    """Add one article after the other, in one commit."""
    engine = ENGINES[DEFAULT_ENGINE].create(folder)
    with engine.writer() as writer:
        for passages in articles:
            writer.add(passages)
    engine.close()


def open_(folder: Path) -> Ours:
    """The engine in a folder."""
    return Ours(ENGINES[DEFAULT_ENGINE].open(folder))


class Ours:
    """Counts every facet there is, not only the three that are compared."""

    def __init__(self, engine: SearchEngine) -> None:
        self.engine = engine

    def answer(self, question: Question) -> Answer:
        """One page of results."""
        page = self.engine.search(question.query)
        counts = {facet.name: facet.values for facet in page.facets if facet.name in FACETS}
        named = {
            name: {v.value: v.count for v in held if v.value is not None and ".." not in v.value}  # a chosen range
            for name, held in counts.items()
        }
        return Answer(page.total, named, len(page.hits))
