"""A small archive that is built, changed and asked: what every trial of the storage begins with."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from search.archive import Archive
from search.build_report import BuildReport
from search.building import Job
from search.engines import DEFAULT_ENGINE, ENGINES
from search.engines.base import SearchEngine
from search.indexer import build
from search.query import Filter, Query

QUERIES = (
    Query(page_size=100),
    Query("harbour", page_size=100),
    Query("council OR budget", page_size=100),
    Query('"the mayor"', (Filter("year", "2024"),), page_size=100),
)


@dataclass(frozen=True, slots=True)
class World:
    """A folder of articles and the index built from it."""

    corpus: Path
    index: Path

    def build(self) -> BuildReport:
        """Bring the index to what the folder holds."""
        return build(Job(self.corpus, self.index, DEFAULT_ENGINE, ENGINES, prune=True, force=True))

    def put_back(self, before: Path) -> None:
        """Make the index a copy of another."""
        shutil.rmtree(self.index, ignore_errors=True)
        shutil.copytree(before, self.index)

    def generations(self) -> int:
        """How many lie on the disk."""
        return len(list((self.index / "generations").iterdir()))


def write(corpus: Path, name: str, about: str) -> None:
    """An article of its own words and of words that all have in common."""
    text = (
        f"The plan for the {about}\n"
        f"Hanoi (VNA) - The council of {name} agreed on the {about} on May 2, 2024.\n"
        f"Deputy Mayor Tran Van Binh said the {about} of {name} needs a larger budget, and the mayor agreed.\n"
    )
    (corpus / f"{name}.txt").write_text(text, encoding="utf-8")


def articles(corpus: Path, count: int = 8) -> None:
    """A folder of articles."""
    corpus.mkdir(parents=True)
    for number in range(count):
        write(corpus, f"a{number}", f"harbour {number}")


def add(corpus: Path) -> None:
    """One article more."""
    write(corpus, "b9", "lighthouse")


def replace_and_remove(corpus: Path) -> None:
    """One article changed, one gone, one new."""
    write(corpus, "a1", "bridge")
    (corpus / "a2.txt").unlink()
    add(corpus)


def everything(corpus: Path) -> None:
    """Nothing as it was."""
    for path in sorted(corpus.iterdir()):
        write(corpus, path.stem, f"quay {path.stem}")


COMMITS: dict[str, Callable[[Path], None]] = {
    "an article more": add,
    "one changed, one gone, one new": replace_and_remove,
    "everything changed": everything,
}


@dataclass(frozen=True, slots=True)
class Commit:
    """A change to be built: the world it happens in, the index before, and what is answered before and after."""

    kind: str
    world: World
    before: Path
    old: object
    new: object


def commits(place: Path) -> Iterator[Commit]:
    """The three kinds of commit, each in a world of its own."""
    for number, (kind, change) in enumerate(COMMITS.items()):
        world = World(place / f"corpus{number}", place / f"index{number}")
        articles(world.corpus)
        before, after = World(world.corpus, place / f"before{number}"), World(world.corpus, place / f"after{number}")
        before.build()
        change(world.corpus)
        after.build()
        yield Commit(kind, world, before.index, answers(before.index), answers(after.index))


def answers(index: Path) -> object:
    """All that a reader could see."""
    with closing(Archive(index)) as archive:
        return told(archive.engine())


def told(engine: SearchEngine) -> object:
    """What an engine answers: passages, scores, counts."""
    pages = [engine.search(query) for query in QUERIES]
    hits = [[(hit.passage.id, hit.passage.text, round(hit.score, 9)) for hit in page.hits] for page in pages]
    return hits, [page.total for page in pages], [page.facets for page in pages], engine.statistics().passages
