"""Our own Whoosh engine, asked as the search page asks it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bench.asking import FACETS, SHOWN, Answer, Question
from search.engines import DEFAULT_ENGINE, ENGINES
from search.engines.base import SearchEngine
from search.fields import BY_NAME
from search.model import Passage
from search.results import FacetCounts

_FACETS = tuple(BY_NAME[name] for name in FACETS)
_LISTED = SHOWN + 2  # "none" and a chosen value may stand among them


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
    """The open engine."""

    def __init__(self, engine: SearchEngine) -> None:
        self.engine = engine

    def answer(self, question: Question) -> Answer:
        """One page of results."""
        page = self.engine.search(question.query, facets=_FACETS)
        named = {facet.name: _first(facet) for facet in page.facets}
        return Answer(page.total, named, len(page.hits))


def _first(facet: FacetCounts) -> dict[str, int]:
    """What a page shows of a facet: the first values, or all where they are not listed by count."""
    shown = facet.values if BY_NAME[facet.name].order == "newest" else facet.values[:_LISTED]
    return {v.value: v.count for v in shown if v.value is not None and ".." not in v.value}  # no chosen range
