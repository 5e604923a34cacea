"""kill -9 at any moment of a build, and readers who notice nothing of it (P1, P3)."""

from __future__ import annotations

import json
import os
import random
import select
import signal
import time
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from search.archive import Archive
from torture.figures import Figure
from torture.processes import apart, code_of
from torture.worlds import Commit, World, answers, articles, commits, everything, told

KILLS = 510
SWAPS = 150
READS = 10_000
READERS = 2
_WRONG = 2  # the exit code of a reader that was answered wrongly


def run(place: Path) -> Iterator[Figure]:
    """Both promises."""
    dice = random.Random(1)  # noqa: S311 - no secret
    bad, ended = 0, 0
    known = list(commits(place))
    for commit in known:
        seconds = _seconds(commit)
        struck = 0
        while struck < KILLS // len(known):
            commit.world.put_back(commit.before)
            killed = _killed(commit.world, dice.uniform(0, seconds))
            struck, ended = struck + killed, ended + (not killed)
            bad += not _whole(commit)
    tried = f"{KILLS} builds killed at random moments, beside {ended} that were done before"
    yield Figure("P1", tried, "0 bad", f"{bad} bad", bad == 0)
    yield _read_on(place, dice)


def _seconds(commit: Commit) -> float:
    commit.world.put_back(commit.before)
    started = time.perf_counter()
    _killed(commit.world, 60)
    return time.perf_counter() - started


def _killed(world: World, seconds: float) -> bool:
    """Begin a build, and kill it after so many seconds, if it is still at work."""
    ended, ending = os.pipe()  # closed by the end of the child, whatever ends it

    def build() -> int:
        os.close(ended)
        world.build()
        return 0

    child = apart(build)
    os.close(ending)
    select.select([ended], [], [], seconds)
    os.kill(child, signal.SIGKILL)
    os.close(ended)
    return code_of(child) != 0


def _whole(commit: Commit) -> bool:
    """Whether the index answers as before or after, can be built again, and nothing is left behind."""
    if answers(commit.world.index) not in (commit.old, commit.new):
        return False
    commit.world.build()
    return answers(commit.world.index) == commit.new and commit.world.generations() <= 2  # noqa: PLR2004 - and the one before


def _read_on(place: Path, dice: random.Random) -> Figure:
    """Two processes read without a break while everything is built anew, and most builds are killed."""
    world = World(place / "read", place / "read-index")
    articles(world.corpus)
    world.build()
    allowed = [answers(world.index)]
    everything(world.corpus)
    world.build()
    allowed.append(answers(world.index))
    stop = place / "stop"
    readers = [
        apart(partial(_reader, world.index, allowed, stop, place / f"reads{number}")) for number in range(READERS)
    ]
    for number in range(SWAPS):
        for path in world.corpus.iterdir():
            path.unlink()
        world.corpus.rmdir()
        articles(world.corpus)
        if number % 2:
            everything(world.corpus)
        _killed(world, dice.uniform(0, 0.5))
    while sum(_reads(place)) < READS and all(os.waitpid(reader, os.WNOHANG) == (0, 0) for reader in readers):
        world.build()
    stop.touch()
    codes = [code_of(reader) for reader in readers]
    reads = sum(_reads(place))
    tried = f"{SWAPS} builds of everything, killed at random moments, and {reads:,} reads by {READERS} processes"
    bad = sum(code != 0 for code in codes)
    return Figure("P3", tried, "0 errors, no half index", f"{bad} errors", bad == 0 and reads >= READS)


def _reads(place: Path) -> list[int]:
    return [json.loads(path.read_text() or "0") for path in place.glob("reads?")]


def _reader(index: Path, allowed: list[object], stop: Path, told_in: Path) -> int:
    reads = 0
    with closing(Archive(index)) as archive:
        while not stop.exists():
            if told(archive.engine()) not in allowed:
                return _WRONG
            reads += 1
            if reads % 100 == 0:
                told_in.write_text(str(reads))
    told_in.write_text(str(reads))
    return 0
