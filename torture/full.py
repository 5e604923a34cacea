"""A disk that is full at every level from nothing to almost enough (P4). Needs the right to mount."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from search.errors import NoSpaceError
from torture.figures import Figure
from torture.processes import apart, code_of
from torture.worlds import World, answers, articles, everything

LEVELS = 30
SIZE = 8_000_000  # bytes of the disk
LEFT_BEHIND = 64_000
WANTED = f"index intact, under {LEFT_BEHIND // 1000} kB left behind"
_FULL, _UNSAID = 4, 5  # exit codes
_COUNT = 120  # articles: the new generation has to be larger than what is left over in blocks


def run(place: Path) -> Iterator[Figure]:
    """Thirty levels."""
    disk = place / "disk"
    disk.mkdir()
    with _mounted(disk) as mounted:
        if not mounted:
            yield Figure("P4", "a full disk", WANTED, "this user may not mount one", None)
            return
        world = World(place / "corpus", disk / "index")
        articles(world.corpus, _COUNT)
        world.build()
        old = answers(world.index)
        everything(world.corpus)
        kept = place / "kept"
        shutil.copytree(world.index, kept)
        need = _need(world, disk)
        new = answers(world.index)
        intact, full, most = 0, 0, 0
        for level in range(LEVELS):
            world.put_back(kept)
            code, left = _filled(world, disk, need * level // LEVELS)
            intact += answers(world.index) == {_FULL: old, 0: new}.get(code)
            full += code == _FULL
            most = max(most, left if code == _FULL else 0)
        found = f"{intact} of {LEVELS} intact, {full} of them full, at most {most:,} bytes left behind"
        fine = intact == LEVELS and full > LEVELS // 2 and most < LEFT_BEHIND
        yield Figure("P4", f"a build on a disk with {LEVELS} amounts of space left", WANTED, found, fine)


def _need(world: World, disk: Path) -> int:
    """The space that a build takes."""
    before = shutil.disk_usage(disk).used
    world.build()
    return shutil.disk_usage(disk).used - before


def _filled(world: World, disk: Path, free: int) -> tuple[int, int]:
    """Build with so much space left: the exit code, and the bytes left behind."""
    filling = disk / "filling"
    with filling.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(shutil.disk_usage(disk).free - free, 1))
    before = shutil.disk_usage(disk).used
    code = code_of(apart(lambda: _code(world)))
    left = shutil.disk_usage(disk).used - before
    filling.unlink()
    return code, left


def _code(world: World) -> int:
    """Build; the exit code where the disk is full, and that is said with the path and the bytes."""
    try:
        world.build()
    except NoSpaceError as problem:
        return _FULL if str(world.index) in str(problem) and "bytes" in str(problem) else _UNSAID
    return 0


@contextmanager
def _mounted(disk: Path) -> Iterator[bool]:
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(disk)], capture_output=True, check=False
    )
    try:
        yield done.returncode == 0
    finally:
        if done.returncode == 0:
            subprocess.run(["umount", str(disk)], check=True)
