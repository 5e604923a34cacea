"""Articles are extracted and written one after the other: by the one process there is, or into a part by a worker.

A part is a small index by itself, which the writer of the whole one adopts. A worker makes it when its first article
comes, and keeps it when it is told that this was the last.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing import connection, parent_process
from pathlib import Path

from search.authority import Authority
from search.engines import EngineKind
from search.engines.base import Writer
from search.errors import EngineError, NoSpaceError
from search.extract import passages_of
from search.model import Article


class Here:
    """Extraction and writing in this process, when the number is asked for; meets `search.workers.Intake`."""

    full = True

    def __init__(self, writer: Writer, authority: Authority | None) -> None:
        self._writer = writer
        self._authority = authority

    def submit(self, article: Article) -> Callable[[], int]:
        """Promise to extract and write the article."""
        return partial(self._written, article)

    def _written(self, article: Article) -> int:
        passages = passages_of(article, self._authority)
        self._writer.add(passages)
        return len(passages)


@dataclass(frozen=True, slots=True)
class Parts:
    """What workers need: the engine, the folder where the parts lie, how many there may be, and the authority."""

    kind: EngineKind
    folder: Path
    workers: int
    authority: Authority | None

    def place(self, number: int) -> Path:
        """Where a part lies."""
        return self.folder / str(number)


class _Part:
    """The part that this worker writes."""

    def __init__(self, parts: Parts, place: Path) -> None:
        self._parts = parts
        self._place = place
        self._open = ExitStack()
        self._here: Here | None = None

    def take(self, articles: list[Article]) -> list[int]:
        """Extract and write articles; their numbers of passages."""
        if self._here is None:
            engine = self._open.enter_context(closing(self._parts.kind.create(self._place)))
            writer = self._open.enter_context(engine.writer(self._parts.workers))
            self._here = Here(writer, self._parts.authority)
        return [written() for written in map(self._here.submit, articles)]

    def keep(self) -> None:
        """Keep what was written."""
        self._open.close()


_own: dict[str, _Part] = {}  # the part of this worker, from its first moment on


def begin(parts: Parts, place: Path) -> None:
    """In a worker: Ctrl-C is for the process that builds, and without that process there is nothing to do."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _own["part"] = _Part(parts, place)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


def take(articles: list[Article]) -> list[int]:
    """In a worker: extract and write articles; their numbers of passages."""
    with _disk():
        return _own["part"].take(articles)


def keep() -> None:
    """In a worker: end its part."""
    with _disk():
        _own["part"].keep()


@contextmanager
def _disk() -> Iterator[None]:
    """What the disk refuses travels as it is: an error of ours would lose its cause on the way."""
    try:
        yield
    except (NoSpaceError, EngineError) as problem:
        if isinstance(problem.__cause__, OSError):
            raise problem.__cause__ from None
        raise
