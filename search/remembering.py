"""What a build tells the ledger: the generation it publishes, and one that an earlier build could not tell any more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from search.engines import EngineKind
from search.engines.base import SearchEngine
from search.errors import LedgerError
from search.ledger.following import Published, follow
from search.ledger.store import writing
from search.manifest import Manifest
from search.model import Passage


@dataclass(frozen=True, slots=True)
class Remembered:
    """How many passages were edited or moved so that links to them are redirected, and how many are gone.

    `problem` says why that could not be written down.
    """

    redirected: int = 0
    gone: int = 0
    problem: str | None = None

    def and_then(self, later: Remembered) -> Remembered:
        """Both together."""
        problem = later.problem or self.problem
        return Remembered(self.redirected + later.redirected, self.gone + later.gone, problem)


NOTHING = Remembered()


@contextmanager
def articles_of(kind: EngineKind, files: Path) -> Iterator[Callable[[str], tuple[Passage, ...]]]:
    """Articles of a generation, which is opened only when one is asked for."""
    opened: list[SearchEngine] = []

    def article(article_id: str) -> tuple[Passage, ...]:
        if not opened:
            opened.append(kind.open(files))
        return opened[0].article(article_id)

    try:
        yield article
    finally:
        for engine in opened:
            engine.close()


@dataclass(frozen=True, slots=True)
class Memory:
    """The file of the ledger, the time to write down (ISO 8601, UTC), and whether texts are kept."""

    ledger: Path
    made: str
    wordings: bool


def remember(
    memory: Memory,
    manifest: Manifest,
    article: Callable[[str], tuple[Passage, ...]],
    publish: Callable[[], None] = lambda: None,
) -> Remembered:
    """Bring the ledger up to a generation, and `publish` that between the work and its being kept.

    So the two change within a moment. Whatever is wrong with the ledger, the generation is published; a ledger that
    was left behind catches up at the next build.
    """
    readings = {entry.id: entry.reading for entry in manifest.articles.values() if entry.passages}
    basis = f"{manifest.basis.code} {manifest.basis.authority or ''}"
    published = False
    try:
        with writing(memory.ledger) as opened:
            followed = follow(opened, Published(readings, basis, memory.made, article), wordings=memory.wordings)
            publish()
            published = True
    except LedgerError as problem:
        if not published:
            publish()
        return Remembered(problem=str(problem))
    return Remembered(followed.redirected, followed.gone)
