"""A corpus that tests write and change, and what can be asked of the index built from it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from search import generations, indexer
from search.archive import Archive
from search.build_report import BuildReport
from search.building import Job
from search.engines import ENGINES
from search.manifest import Manifest, read_manifest
from search.query import Filter, Query
from search.records import facets_record, page_record, passage_record

QUERIES = (
    Query(page_size=100),
    Query("budget", page_size=100),
    Query("harbour OR school", page_size=100),
    Query(filters=(Filter("kind", "body"),), page_size=100),
    Query("budget", filters=(Filter("year", "2024"),), page_size=100),
)


@dataclass
class World:
    """A corpus, an index, and an engine."""

    corpus: Path
    index: Path
    engine: str = "memory"

    @staticmethod
    def article(name: str, about: str) -> str:
        """Three paragraphs: the names differ from article to article, some of the words are the same."""
        return (
            f"The {name} plan for the {about}\n"
            f"Hanoi (VNA) - The council of {name} agreed on the {about} on May 2, 2024.\n"
            f"Deputy Mayor Tran Van Binh said the {about} of {name} needs a larger budget this year.\n"
        )

    def job(self, **more: Any) -> Job:
        return replace(Job(self.corpus, self.index, self.engine, ENGINES), **more)

    def build(self, **more: Any) -> BuildReport:
        return indexer.build(self.job(**more))

    def write(self, **texts: str) -> None:
        for name, text in texts.items():
            (self.corpus / f"{name}.txt").write_text(text, encoding="utf-8")

    def manifest(self) -> Manifest:
        number = generations.current(self.index)
        assert number is not None
        return read_manifest(generations.folder(self.index, number))

    def paths(self) -> list[str]:
        """The source of every article that the index holds, as the engine tells it."""
        with closing(Archive(self.index)) as archive:
            return sorted(archive.engine().article(name)[0].article.source_path for name in self.manifest().articles)

    def answers(self) -> Any:
        """Everything a reader could see: all passages, all counts, and the answers to some queries."""
        with closing(Archive(self.index)) as archive:
            engine = archive.engine()
            passages = {
                name: [passage_record(passage, passage.article.source_path) for passage in engine.article(name)]
                for name in sorted(self.manifest().articles)
            }
            pages = [page_record(engine.search(query), query.text) for query in QUERIES]
            for page in pages:
                del page["elapsed_ms"]
            statistics = engine.statistics()
            counts = (statistics.articles, statistics.passages, statistics.searched, statistics.speakers)
            return passages, pages, counts, facets_record(statistics.facets), list(engine.vocabulary())

    def tree(self) -> dict[str, bytes]:
        """Every file of the index but the lock, with its bytes."""
        files = sorted(path for path in self.index.rglob("*") if path.is_file() and path != self.index / "lock")
        return {str(path.relative_to(self.index)): path.read_bytes() for path in files}


@pytest.fixture(autouse=True)
def steady_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """The code may be edited while its tests run; a build within them must not notice."""
    monkeypatch.setattr(indexer, "code_hash", lambda: "this code")


@pytest.fixture(params=["memory", "whoosh"])
def world(tmp_path: Path, request: pytest.FixtureRequest) -> World:
    corpus = tmp_path / "articles"
    corpus.mkdir()
    made = World(corpus, tmp_path / "index", request.param)
    made.write(
        a=World.article("northern", "harbour"),
        b=World.article("southern", "school"),
        c=World.article("eastern", "railway"),
        d=World.article("western", "library"),
    )
    return made


@pytest.fixture
def anew(world: World, tmp_path: Path) -> Callable[..., Any]:
    """What a full build of the corpus as it is now answers."""
    counter = iter(range(100))

    def answers(**more: Any) -> Any:
        other = World(world.corpus, tmp_path / f"anew-{next(counter)}", world.engine)
        other.build(**more)
        return other.answers()

    return answers
