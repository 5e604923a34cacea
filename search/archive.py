"""The open archive: an engine for the thread that asks, always of the current generation."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from search import generations
from search.engines import ENGINES, EngineKind
from search.engines.base import SearchEngine
from search.errors import IndexStateError, NotFoundError, build_command
from search.fields import fingerprint
from search.identity import article_key
from search.manifest import Manifest, read_manifest, verify

Stamp = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Opened:
    stamp: Stamp
    generation: int
    engine: SearchEngine


@dataclass(frozen=True, slots=True)
class _Verified:
    stamp: Stamp
    generation: int
    manifest: Manifest
    articles: Mapping[str, str]  # path-safe key -> article id


class Archive:
    """An index to be read by many threads while builds go on.

    Each thread has its own engine, because readers shared between threads give wrong answers. A look at `CURRENT`
    before every use tells when a build has published a new generation: the thread's engine is then closed and the
    new one opened, so an engine is good until the same thread asks for one again.
    """

    def __init__(self, index: Path, engines: Mapping[str, EngineKind] = ENGINES) -> None:
        self._index = index
        self._engines = engines
        self._opened: dict[int, _Opened] = {}  # by thread; the number of a dead thread passes on with its engine
        self._verified: _Verified | None = None
        self._verifying = threading.Lock()

    @property
    def generation(self) -> str:
        """The generation that answers now. Raises `IndexStateError`."""
        return str(self._current().generation)

    @property
    def edition(self) -> str:
        """Another text after every build, also where an index begins anew at one. Raises `IndexStateError`."""
        return ".".join(map(str, self._stamp()))

    def engine(self) -> SearchEngine:
        """This thread's engine on the current generation. Raises `IndexStateError`; its message names the command."""
        return self._current().engine

    def article_id(self, key: str) -> str:
        """The id of the article whose `article_key` is `key`. Raises `NotFoundError` and `IndexStateError`."""
        current = self._current()
        found = self._verify(current.stamp, current.generation).articles.get(key)
        if found is None:
            msg = f"no article {key!r} in the index"
            raise NotFoundError(msg)
        return found

    def close(self) -> None:
        """Close the engines of all threads; none of them may be at work."""
        while self._opened:
            self._opened.popitem()[1].engine.close()

    def _current(self) -> _Opened:
        thread, stamp = threading.get_ident(), self._stamp()
        before = self._opened.get(thread)
        if before and before.stamp == stamp:
            return before
        opened = self._open(stamp)
        self._opened[thread] = opened
        if before:
            before.engine.close()
        return opened

    def _stamp(self) -> Stamp:
        """Changes whenever `CURRENT` is replaced."""
        try:
            found = (self._index / generations.CURRENT).stat()
        except OSError:
            raise _missing(self._index) from None
        return found.st_ino, found.st_mtime_ns

    def _open(self, stamp: Stamp) -> _Opened:
        """Open the current generation. A build may have replaced and swept it in the meantime: then the newest."""
        while True:
            number = generations.current(self._index)
            if number is None:
                raise _missing(self._index)
            try:
                manifest = self._verify(stamp, number).manifest
                kind = self._engines[manifest.basis.engine]
                return _Opened(stamp, number, kind.open(self._place(number) / generations.ENGINE_FOLDER))
            except IndexStateError:
                if generations.current(self._index) == number:
                    raise

    def _verify(self, stamp: Stamp, number: int) -> _Verified:
        """The manifest of a generation, held against its files once for all threads.

        The number alone does not name it: an index that was thrown away begins with one again.
        """
        with self._verifying:
            known = self._verified
            if known is None or (known.stamp, known.generation) != (stamp, number):
                manifest = read_manifest(self._place(number))
                self._check(manifest)
                verify(self._place(number) / generations.ENGINE_FOLDER, manifest)
                articles = {article_key(name): name for name in manifest.articles}
                known = self._verified = _Verified(stamp, number, manifest, articles)
            return known

    def _check(self, manifest: Manifest) -> None:
        if manifest.basis.engine not in self._engines:
            msg = f"the index was built for the engine {manifest.basis.engine!r}, which is not installed"
        elif manifest.basis.fields != fingerprint():
            msg = "the index was built with other fields"
        else:
            return
        msg = f"{msg}; build it again: {build_command(self._index)}"
        raise IndexStateError(msg)

    def _place(self, number: int) -> Path:
        return generations.folder(self._index, number)


def _missing(index: Path) -> IndexStateError:
    return IndexStateError(f"there is no index in {index}; build it: {build_command(index)}")
