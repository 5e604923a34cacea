"""A build that dies before each of its operations on the disk, for three kinds of commit; a power cut there (P1, P2).

Two models. The process dies: what it wrote is there. The power goes: see `torture.power`.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from itertools import count, product
from pathlib import Path

from search.errors import IndexStateError
from torture.figures import Figure
from torture.power import LEFT, Disk, cut
from torture.processes import apart, code_of
from torture.worlds import Commit, answers, commits

CHANGES = {"os.rename", "os.link", "os.mkdir", "os.remove", "os.rmdir", "os.truncate"}
_DIED = 9
_KEPT = 2  # generations: the current one and the one before


def run(place: Path) -> Iterator[Figure]:
    """Every operation of every kind of commit."""
    points = bad = cuts = lost = 0
    after = dict.fromkeys(LEFT, True)
    for commit in commits(place):
        for at in count():
            commit.world.put_back(commit.before)
            disk = Disk(commit.world.index, commit.before)
            code = _dying(commit, disk, at)
            points += 1
            for left, entries in product(LEFT, (True, False)):
                found = _after_cut(place / "cut", commit, disk, left, entries=entries)
                cuts += 1
                lost += found not in (commit.old, commit.new)
                if code == 0 and found != commit.new:  # it has said that it is done
                    after[left] = False
            bad += _answer(commit.world.index) not in (commit.old, commit.new)
            commit.world.build()
            bad += answers(commit.world.index) != commit.new or commit.world.generations() > _KEPT
            if code == 0:
                break
    tried = f"death before each of {points} operations of 3 kinds of commit"
    yield Figure("P1", tried, "0 bad", f"{bad} bad", bad == 0)
    kept, shares = sum(after.values()), "/".join(f"{left * 100:.0f}" for left in LEFT)
    tried = f"power cut once a build has said that it is done, {shares} % left of what was not synced"
    yield Figure("P2", tried, "4 of 4", f"{kept} of 4", kept == len(LEFT))
    tried = f"power cut before each of these operations, {cuts} states of the disk"
    yield Figure("P2", tried, "0 lost", f"{lost} lost", lost == 0)


def _after_cut(copy: Path, commit: Commit, disk: Disk, left: float, *, entries: bool) -> object:
    shutil.copytree(commit.world.index, copy)
    cut(copy, disk, left=left, entries=entries)
    found = _answer(copy)
    shutil.rmtree(copy)
    return found


def _answer(index: Path) -> object:
    try:
        return answers(index)
    except IndexStateError as problem:
        return str(problem)


def _dying(commit: Commit, disk: Disk, at: int) -> int:
    """Build in a process that dies before its operation number `at`; `disk` learns what was synced by then."""
    with disk.watched() as tell:

        def build() -> int:
            tell()
            _die(commit.world.index, at)
            commit.world.build()
            return 0

        return code_of(apart(build))


def _die(index: Path, at: int) -> None:
    steps = count()

    def hook(event: str, details: tuple[object, ...]) -> None:
        flags = details[2] if event == "open" else 0
        writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR)
        if (writes or event in CHANGES) and str(index) in str(details[0]) and next(steps) == at:
            os._exit(_DIED)

    sys.addaudithook(hook)
