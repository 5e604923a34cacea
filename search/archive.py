"""The open archive: an engine for the thread that asks, always of the current generation."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from search import generations
from search.engines import ENGINES, EngineKind
from search.engines.base import SearchEngine
from search.errors import IndexStateError, NotFoundError, build_command
from search.fields import fingerprint
from search.identity import article_key
from search.limits import HASHED_AT_ONCE_BYTES
from search.manifest import Manifest, read_manifest, verify
from search.names import Alias

Stamp = tuple[int, int]
Beside = Callable[[Callable[[], None]], None]  # runs something without being waited for


@dataclass(frozen=True, slots=True)
class _Verified:
    stamp: Stamp
    generation: int
    manifest: Manifest
    articles: Mapping[str, str]  # path-safe key -> article id
    damage: list[IndexStateError] = field(default_factory=list)  # what hashing has found so far


@dataclass(frozen=True, slots=True)
class _Opened:
    verified: _Verified
    engine: SearchEngine

    @property
    def stamp(self) -> Stamp:
        return self.verified.stamp


def in_background(work: Callable[[], None]) -> None:
    """Run `work` in a thread that keeps no program from ending."""
    threading.Thread(target=work, name="hashing", daemon=True).start()


class Archive:
    """An index to be read by many threads while builds go on.

    Each thread has its own engine, because readers shared between threads give wrong answers. A look at `CURRENT`
    before every use tells when a build has published a new generation: the thread's engine is then closed and the
    new one opened, so an engine is good until the same thread asks for one again.

    A generation is held against its manifest before it answers: sizes always, and every byte where that is quick.
    Every byte of a larger one is read `beside` the answers, if that is given; once damage is found, none is given.
    """

    def __init__(
        self, index: Path, engines: Mapping[str, EngineKind] = ENGINES, *, beside: Beside | None = None
    ) -> None:
        self._index = index
        self._engines = engines
        self._beside = beside
        self._opened: dict[int, _Opened] = {}  # by thread; the number of a dead thread passes on with its engine
        self._lent: set[int] = set()
        self._idle: list[_Opened] = []
        self._verified: _Verified | None = None
        self._verifying = threading.Lock()

    @property
    def generation(self) -> str:
        """The generation that answers now. Raises `IndexStateError`."""
        return str(self._current().verified.generation)

    @property
    def edition(self) -> str:
        """Another text after every build, also where an index begins anew at one. Raises `IndexStateError`."""
        return ".".join(map(str, self._current().stamp))

    @property
    def published(self) -> int | None:
        """What `CURRENT` names, whether it can be used or not; None where it names nothing."""
        return generations.current_or_none(self._index)

    def engine(self) -> SearchEngine:
        """This thread's engine on the current generation. Raises `IndexStateError`; its message names the command."""
        return self._current().engine

    @contextmanager
    def lend(self) -> Iterator[None]:
        """Give this thread an engine that no other thread uses, and take it back at the end.

        All answers within are of one generation, whatever is published meanwhile. There are never more engines than
        threads were within at once, however many threads take turns. Raises `IndexStateError`.
        """
        thread, stamp = threading.get_ident(), self._stamp()
        if thread in self._lent:
            yield
            return
        while thread not in self._opened:
            try:
                idle = self._idle.pop()
            except IndexError:  # others have them all
                break
            if idle.stamp == stamp:
                self._opened[thread] = idle
            else:
                idle.engine.close()
        self._current()
        self._lent.add(thread)
        try:
            yield
        finally:
            self._lent.discard(thread)
            self._idle.append(self._opened.pop(thread))

    @property
    def aliases(self) -> tuple[Alias, ...]:
        """The other names that the authority of the current generation gives. Raises `IndexStateError`."""
        return self._current().verified.manifest.aliases

    def article_id(self, key: str) -> str:
        """The id of the article whose `article_key` is `key`. Raises `NotFoundError` and `IndexStateError`."""
        found = self._current().verified.articles.get(key)
        if found is None:
            msg = f"no article {key!r} in the index"
            raise NotFoundError(msg)
        return found

    def close(self) -> None:
        """Close the engines of all threads; none of them may be at work."""
        while self._opened:
            self._opened.popitem()[1].engine.close()
        while self._idle:
            self._idle.pop().engine.close()

    def _current(self) -> _Opened:
        thread = threading.get_ident()
        before = self._opened.get(thread)
        if before and thread in self._lent:
            return before
        stamp = self._stamp()
        if before and before.stamp == stamp:
            _refuse(before.verified)
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
                verified = self._verify(stamp, number)
                _refuse(verified)
                kind = self._engines[verified.manifest.basis.engine]
                return _Opened(verified, kind.open(self._place(number) / generations.ENGINE_FOLDER))
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
                known = self._verified = self._held(stamp, number)
            return known

    def _held(self, stamp: Stamp, number: int) -> _Verified:
        """A generation held against its manifest as far as can be done at once; the rest is begun."""
        manifest = read_manifest(self._place(number))
        self._check(manifest)
        files = self._place(number) / generations.ENGINE_FOLDER
        at_once = manifest.size <= HASHED_AT_ONCE_BYTES
        verify(files, manifest, hashes=at_once)
        articles = {article_key(name): name for name in manifest.articles}
        held = _Verified(stamp, number, manifest, articles)

        def rest() -> None:
            try:
                verify(files, manifest, hashes=True)
            except IndexStateError as damage:
                held.damage.append(damage)

        if not at_once and self._beside:
            self._beside(rest)
        return held

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


def _refuse(verified: _Verified) -> None:
    for damage in verified.damage:
        raise IndexStateError(*damage.args) from damage  # each thread raises an error of its own


def _missing(index: Path) -> IndexStateError:
    return IndexStateError(f"there is no index in {index}; build it: {build_command(index)}")
