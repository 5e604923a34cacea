"""Flipped bits and shortened files: each is noticed before the first answer, and the file is named (P5)."""

from __future__ import annotations

import random
import signal
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from search import generations
from search.engines import DEFAULT_ENGINE, ENGINES
from search.errors import IndexStateError, SearchError
from search.ledger.store import FILE_NAME as LEDGER
from search.manifest import FILE_NAME as MANIFEST
from torture.figures import Figure
from torture.processes import apart, code_of
from torture.worlds import World, answers, articles, told

FLIPS = 560
UNHASHED = 200
_PATIENCE = 20  # seconds
_RIGHT, _WRONG, _REFUSED = 0, 2, 3  # 1 is that of a fall
_OUTCOMES = {_RIGHT: "right", _WRONG: "wrong", _REFUSED: "refused"}


def run(place: Path) -> Iterator[Figure]:
    """Flips and cuts, with hashing and without."""
    dice = random.Random(1)  # noqa: S311 - no secret
    world = World(place / "corpus", place / "index")
    articles(world.corpus)
    world.build()
    sound = answers(world.index)
    # What no search needs is left out.
    files = [path for path in sorted(world.index.rglob("*")) if path.is_file() and path.stat().st_size]
    files = [path for path in files if path not in (world.index / "lock", world.index / LEDGER)]
    weights = [path.stat().st_size for path in files]
    met = Counter[str]()
    for _ in range(FLIPS):
        [path] = dice.choices(files, weights)
        with _Changed(path, lambda data: _flipped(data, dice)):
            met[_met(world, path, sound)] += 1
    for path in files:
        for length in {0, 1, path.stat().st_size // 2, path.stat().st_size - 1}:
            with _Changed(path, partial(_shortened, length)):
                met[_met(world, path, sound)] += 1
    tried = f"{FLIPS} flipped bits and {met.total() - FLIPS} shortened files"
    found = f"{met['silent']} silent, {met['unnamed']} without the name of the file"
    yield Figure("P5", tried, "0 silent, each file named", found, not met["silent"] + met["unnamed"])
    yield _served(world, files, dice, sound)


def _served(world: World, files: list[Path], dice: random.Random, sound: object) -> Figure:
    """What an index above the size that is hashed at once answers until its hashes are known."""
    engine = generations.folder(world.index, generations.current(world.index) or 0) / generations.ENGINE_FOLDER
    inside = [path for path in files if path.is_relative_to(engine)]
    counts = Counter[str]()
    for _ in range(UNHASHED):
        [path] = dice.choices(inside, [path.stat().st_size for path in inside])
        with _Changed(path, lambda data: _flipped(data, dice)):
            counts[_OUTCOMES.get(code_of(apart(lambda: _asked(engine, sound))), "crashed")] += 1
    tried = f"{UNHASHED} flipped bits met before hashing has come to them (above 32 MB only)"
    found = ", ".join(f"{count} {outcome}" for outcome, count in counts.most_common())
    return Figure("P5", tried, "0 crashed", found, not counts["crashed"])


def _asked(engine: Path, sound: object) -> int:
    signal.alarm(_PATIENCE)
    try:
        with closing(ENGINES[DEFAULT_ENGINE].open(engine)) as opened:
            return _RIGHT if told(opened) == sound else _WRONG
    except SearchError:
        return _REFUSED


class _Changed:
    """A file with other bytes, for a while."""

    def __init__(self, path: Path, change: Callable[[bytes], bytes]) -> None:
        self._path, self._change, self._data = path, change, path.read_bytes()

    def __enter__(self) -> None:
        self._path.write_bytes(self._change(self._data))

    def __exit__(self, *_: object) -> None:
        self._path.write_bytes(self._data)


def _shortened(length: int, data: bytes) -> bytes:
    return data[:length]


def _flipped(data: bytes, dice: random.Random) -> bytes:
    changed = bytearray(data)
    changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
    return bytes(changed)


def _met(world: World, path: Path, sound: object) -> str:
    """How damage to a file is met; white space between the values of a manifest is not what its own hash is of."""
    try:
        if answers(world.index) == sound and path.name == MANIFEST:
            return "harmless"
    except IndexStateError as problem:
        # A pointer with another number is met where it leads to.
        names = (str(path), str(world.index / "generations")) if path.name == generations.CURRENT else (str(path),)
        named = any(name in str(problem) for name in names) and "whosaid index" in str(problem)
        return "named" if named else "unnamed"
    return "silent"
