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
from torture.worlds import World, answers, articles, everything

LEVELS = 30
SIZE = 8_000_000  # bytes of the disk
LEFT_BEHIND = 64_000
WANTED = f"index intact, under {LEFT_BEHIND // 1000} kB left behind"
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
        need = _need(world, disk)
        intact, most = 0, 0
        for level in range(LEVELS):
            full, left = _filled(world, disk, need * level // LEVELS)
            intact += full and answers(world.index) == old
            most = max(most, left)
        world.build()
        fine = intact == LEVELS and most < LEFT_BEHIND and answers(world.index) != old
        found = f"{intact} of {LEVELS} intact, at most {most:,} bytes left behind"
        yield Figure("P4", f"a build on a disk that is full at {LEVELS} levels", WANTED, found, fine)


def _need(world: World, disk: Path) -> int:
    """The space that a build takes at most; the index is then put back."""
    shutil.copytree(world.index, world.corpus.parent / "kept")
    before = shutil.disk_usage(disk).used
    world.build()
    need = shutil.disk_usage(disk).used - before
    world.put_back(world.corpus.parent / "kept")
    return need


def _filled(world: World, disk: Path, free: int) -> tuple[bool, int]:
    """Build with so much space left: whether the full disk was said, and the bytes left behind."""
    filling = disk / "filling"
    with filling.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(shutil.disk_usage(disk).free - free, 1))
    before = shutil.disk_usage(disk).used
    said = False
    try:
        world.build()
    except NoSpaceError as problem:
        said = str(world.index) in str(problem) and "bytes" in str(problem)
    left = shutil.disk_usage(disk).used - before
    filling.unlink()
    return said, left


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
