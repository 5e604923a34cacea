"""Articles are extracted and written: in this process, or in several that each write a part of the index.

Reading and deciding what is held stay in one process, in the order of the sources. Which worker gets an article
follows from the articles before it, never from who is free: the same sources and as many workers make the same index.
"""

from __future__ import annotations

import shutil
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Protocol

from search import parts
from search.engines.base import Writer
from search.errors import EngineError
from search.model import Article
from search.parts import Here, Parts

_BATCH = 100_000  # characters that are sent to a process at once
_AHEAD = 3  # batches for each process, so that none waits for work


class Intake(Protocol):
    """Takes articles and gives, for each, what tells its number of passages once they are written.

    It is asked in the order of the articles, for every one of them.
    """

    def submit(self, article: Article) -> Callable[[], int]:
        """Begin with an article, or promise to."""

    @property
    def full(self) -> bool:
        """Whether numbers should be fetched before more is submitted."""


class _Batch:
    """Articles that travel together, and their numbers of passages once these are written."""

    def __init__(self) -> None:
        self.articles: list[Article] = []
        self.characters = 0
        self.future: Future[list[int]] | None = None


@dataclass(slots=True)
class _Worker:
    """One process with its part, and how much it was given."""

    pool: ProcessPoolExecutor
    part: Path
    characters: int = 0


@dataclass
class Elsewhere:
    """Extraction and writing in other processes, some batches ahead of what is fetched."""

    workers: list[_Worker]
    _sent: deque[_Batch] = field(default_factory=deque)
    _next: _Batch = field(default_factory=_Batch)

    def submit(self, article: Article) -> Callable[[], int]:
        """Put the article into the next batch."""
        batch, place = self._next, len(self._next.articles)
        batch.articles.append(article)
        batch.characters += len(article.text)
        if batch.characters >= _BATCH:
            self._send()
        return partial(self._fetch, batch, place)

    @property
    def full(self) -> bool:
        """Whether enough batches are on their way."""
        return len(self._sent) >= _AHEAD * len(self.workers)

    def kept(self) -> list[Path]:
        """End all parts; those that there are, in an order that is always the same."""
        used = [worker for worker in self.workers if worker.characters]
        with _alive():
            for ended in [worker.pool.submit(parts.keep) for worker in used]:
                ended.result()
        return [worker.part for worker in used]

    def _send(self) -> None:
        """Send the next batch to the one who was given least so far."""
        batch, self._next = self._next, _Batch()
        worker = min(self.workers, key=lambda one: one.characters)
        worker.characters += batch.characters + 1  # an article may have no text
        with _alive():
            batch.future = worker.pool.submit(parts.take, batch.articles)
        self._sent.append(batch)

    def _fetch(self, batch: _Batch, place: int) -> int:
        if batch.future is None:
            self._send()
        while self._sent and self._sent[0] is not batch:
            self._sent.popleft()  # all of it was fetched
        with _alive():
            return batch.future.result()[place]  # type: ignore[union-attr]  # it has been sent


@contextmanager
def intake(writer: Writer, about: Parts) -> Iterator[Intake]:
    """Extract and write by so many processes, by this one where that is 1; on a clean exit the writer has it all."""
    if about.workers == 1:
        yield Here(writer, about.authority)
        return
    with ExitStack() as ending:
        ending.callback(shutil.rmtree, about.folder, ignore_errors=True)  # when no process writes there any more
        elsewhere = Elsewhere([_worker(about, about.place(number), ending) for number in range(about.workers)])
        yield elsewhere
        for part in elsewhere.kept():
            writer.adopt(part)


def _worker(about: Parts, part: Path, ending: ExitStack) -> _Worker:
    """A process for itself, which begins with its first batch."""
    # A new interpreter: what this process holds open or locked is none of its business.
    pool = ProcessPoolExecutor(1, get_context("spawn"), parts.begin, (about, part))
    ending.callback(pool.shutdown, cancel_futures=True)
    return _Worker(pool, part)


@contextmanager
def _alive() -> Iterator[None]:
    try:
        yield
    except BrokenProcessPool as problem:
        msg = "a worker process was ended from outside, perhaps for want of memory; try again with --workers 1"
        raise EngineError(msg) from problem
