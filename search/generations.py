"""The versions of an index on disk: each in its own folder, one of them current, swapped in one step.

    index/generations/<n>/engine/…       the engine's files
    index/generations/<n>/parts/…        what several processes write, until the engine has it
    index/generations/<n>/manifest.json  what they were built from
    index/CURRENT                        the number of the generation that answers
    index/lock                           held by the one writer, with its process number

A generation is never changed once `CURRENT` has named it. The one before it is kept, so that a reader which is still
at work with it is not disturbed; older ones and what a killed build left behind are swept by the next build.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from search.errors import IndexStateError, build_command

CURRENT = "CURRENT"
ENGINE_FOLDER = "engine"
PARTS_FOLDER = "parts"
_NUMBER = re.compile(r"[1-9][0-9]{0,11}")


def current(index: Path) -> int | None:
    """The number of the generation that answers; None where nothing was ever built. Raises `IndexStateError`."""
    pointer = index / CURRENT
    try:
        text = pointer.read_text(encoding="ascii", errors="replace")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as problem:
        msg = f"{pointer} cannot be read ({problem.strerror}); make it readable, or build elsewhere with --index"
        raise IndexStateError(msg) from problem
    number = text.removesuffix("\n")
    if text == number or not _NUMBER.fullmatch(number):
        msg = f"{pointer} is damaged; build the index again: {build_command(index)}"
        raise IndexStateError(msg)
    return int(number)


def folder(index: Path, number: int) -> Path:
    """Where a generation lies."""
    return index / "generations" / str(number)


@contextmanager
def locked(index: Path) -> Iterator[None]:
    """Be the one writer of this index. Raises `IndexStateError` at once where another process is writing."""
    made = [place for place in (index, *index.parents) if not place.exists()]
    index.mkdir(parents=True, exist_ok=True)
    for place in made:
        _flush(place.parent)
    handle = os.open(index / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.pread(handle, 32, 0).decode("ascii", "replace").strip() or "(unknown)"
            msg = f"the index is being written by process {holder}; wait for it to end, then run the command again"
            raise IndexStateError(msg) from None
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"{os.getpid()}\n".encode("ascii"), 0)
        yield
    finally:
        os.close(handle)  # gives the lock back, as the death of the process would


@contextmanager
def fresh(index: Path) -> Iterator[int]:
    """The number of a new, empty generation; unless `publish` names it before the end, it is removed again."""
    live = current_or_none(index)
    if live is not None:
        sweep(index, tuple(number for number in _numbers(index) if number <= live))  # what killed builds left behind
    number = max((*_numbers(index), live or 0)) + 1
    place = folder(index, number)
    try:
        place.mkdir(parents=True)
        yield number
    finally:
        if current_or_none(index) != number:
            shutil.rmtree(place, ignore_errors=True)
            (index / (CURRENT + ".new")).unlink(missing_ok=True)


def publish(index: Path, number: int) -> None:
    """Make a finished generation the current one: all of it reaches the disk first, then the pointer, in one step."""
    place = folder(index, number)
    for path in sorted(place.rglob("*"), reverse=True):  # what lies in a folder comes before the folder
        _flush(path)
    for parent in (place, place.parent, index):
        _flush(parent)
    pointer = index / (CURRENT + ".new")
    pointer.write_text(f"{number}\n", encoding="ascii")
    _flush(pointer)
    pointer.rename(index / CURRENT)
    _flush(index)


def sweep(index: Path, keep: tuple[int, ...]) -> None:
    """Remove every generation but those to keep. Only the writer may."""
    for number in _numbers(index):
        if number not in keep:
            shutil.rmtree(folder(index, number), ignore_errors=True)


def current_or_none(index: Path) -> int | None:
    """As `current`, but a damaged pointer counts as none: the writer makes a new one."""
    try:
        return current(index)
    except IndexStateError:
        return None


def _numbers(index: Path) -> tuple[int, ...]:
    try:
        names = [place.name for place in (index / "generations").iterdir()]
    except FileNotFoundError:
        return ()
    return tuple(sorted(int(name) for name in names if _NUMBER.fullmatch(name)))


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
