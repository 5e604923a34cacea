"""Extraction of many articles, in this process or in several, with the passages in the order of the articles.

Reading, deciding what is held and writing stay in one process, so that an index is the same whoever extracted.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing import connection, get_context, parent_process
from typing import Protocol

from search.authority import Authority
from search.errors import EngineError
from search.extract import passages_of
from search.model import Article, Passage

Made = tuple[Passage, ...]
_BATCH = 100_000  # characters that are sent to a process at once
_AHEAD = 3  # batches for each process, so that none waits for work


class Extraction(Protocol):
    """Takes articles and gives, for each, what will give its passages; asked in the order of the articles."""

    def submit(self, article: Article) -> Callable[[], Made]:
        """Begin with an article, or promise to."""

    @property
    def full(self) -> bool:
        """Whether passages should be fetched before more is submitted."""


class Here:
    """Extraction in this process, when its passages are asked for."""

    full = True

    def __init__(self, authority: Authority | None) -> None:
        self._authority = authority

    def submit(self, article: Article) -> Callable[[], Made]:
        """Promise to extract the article."""
        return partial(passages_of, article, self._authority)


class _Batch:
    """Articles that travel together, and their passages once these are back."""

    def __init__(self) -> None:
        self.articles: list[Article] = []
        self.characters = 0
        self.future: Future[list[Made]] | None = None


class Elsewhere:
    """Extraction in other processes, some batches ahead of what is fetched."""

    def __init__(self, pool: ProcessPoolExecutor, workers: int) -> None:
        self._pool = pool
        self._most = _AHEAD * workers
        self._sent: deque[_Batch] = deque()
        self._next = _Batch()

    def submit(self, article: Article) -> Callable[[], Made]:
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
        return len(self._sent) >= self._most

    def _send(self) -> None:
        batch, self._next = self._next, _Batch()
        batch.future = self._pool.submit(_extracted, batch.articles)
        self._sent.append(batch)

    def _fetch(self, batch: _Batch, place: int) -> Made:
        if batch.future is None:
            self._send()
        while self._sent and self._sent[0] is not batch:
            self._sent.popleft()  # all of it was fetched
        try:
            passages: Made = batch.future.result()[place]  # type: ignore[union-attr]  # it has been sent
        except BrokenProcessPool as problem:
            msg = "a worker process was ended from outside, perhaps for want of memory; try again with --workers 1"
            raise EngineError(msg) from problem
        return passages


@contextmanager
def extraction(authority: Authority | None, workers: int) -> Iterator[Extraction]:
    """Extraction by so many processes; by this one where that is 1."""
    if workers == 1:
        yield Here(authority)
        return
    # A new interpreter for each: what this process holds open or locked is none of their business.
    pool = ProcessPoolExecutor(workers, get_context("spawn"), _begin, (authority,))
    try:
        yield Elsewhere(pool, workers)
    finally:
        pool.shutdown(cancel_futures=True)


_told: dict[str, Authority | None] = {}  # what a worker process was told when it began


def _begin(authority: Authority | None) -> None:
    """In a worker: Ctrl-C is for the process that builds, and without that process there is nothing to do."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _told["authority"] = authority
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


def _extracted(articles: list[Article]) -> list[Made]:
    return [passages_of(article, _told["authority"]) for article in articles]
