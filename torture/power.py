"""What a power cut leaves of an index: only what the system was asked to write through is sure to be there.

Of every file that was changed since it was last synced, a part is left. Of every folder, the entries made since it was
last synced are all there or all lost; what was removed is gone in any case.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile

LEFT = (0.0, 0.25, 0.5, 0.9)  # of a file that was not synced

State = dict[str, list[int]]  # by inode: of a file its size and time of change


class Disk:
    """What of an index is sure to be on the disk: all of it at the start, as in `before`, and later what is synced."""

    def __init__(self, index: Path, before: Path) -> None:
        self.index, self.before = index, before
        self.files: dict[int, object] = {}
        self.folders: dict[int, dict[str, int]] = {}
        for path in (index, *index.rglob("*")):
            self._learn(state_of(path))

    @contextmanager
    def watched(self) -> Iterator[Callable[[], None]]:
        """A function that makes a process tell of every fsync; at the end it is learnt."""
        with TemporaryFile() as log:

            def tell() -> None:
                whole = os.fsync

                def fsync(file: int) -> None:
                    whole(file)
                    os.write(log.fileno(), json.dumps(state_of(Path(f"/proc/self/fd/{file}"))).encode() + b"\n")

                os.fsync = fsync  # type: ignore[assignment] # all of ours give it a number

            yield tell
            log.seek(0)
            for line in log:
                self._learn(json.loads(line))

    def _learn(self, state: tuple[int, object]) -> None:
        inode, found = state
        if isinstance(found, dict):
            self.folders[inode] = found
        else:
            self.files[inode] = found


def state_of(path: Path) -> tuple[int, object]:
    """The inode, and of a file size and time of change, of a folder its entries."""
    found = path.stat()
    if path.is_dir():
        return found.st_ino, {entry.name: entry.lstat().st_ino for entry in path.iterdir()}
    return found.st_ino, [found.st_size, found.st_mtime_ns]


def cut(copy: Path, disk: Disk, *, left: float, entries: bool) -> None:
    """Take from a copy of the index what was not sure to be on the disk."""
    index = disk.index
    for path in sorted(index.rglob("*"), reverse=True):
        there = copy / path.relative_to(index)
        if path.is_file() and disk.files.get(path.stat().st_ino) != state_of(path)[1]:
            os.truncate(there, int(path.stat().st_size * left))
    if entries:
        return
    for folder in sorted((index, *(path for path in index.rglob("*") if path.is_dir())), reverse=True):
        known = disk.folders.get(folder.stat().st_ino, {})
        for path in folder.iterdir():
            if known.get(path.name) != path.stat().st_ino:
                _lose(path.relative_to(index), copy, disk.before)


def _lose(name: Path, copy: Path, before: Path) -> None:
    """An entry that was new is not there; one that was put in the place of another is that other."""
    there = copy / name
    if there.is_dir():
        shutil.rmtree(there)
        return
    there.unlink(missing_ok=True)
    if (before / name).exists() and there.parent.exists():
        shutil.copy2(before / name, there)
