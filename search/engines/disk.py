"""What engines do with files: a second directory with the same immutable files, and problems of the disk by name."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from search.errors import EngineError, IndexStateError, NoSpaceError, rebuild_command

_FULL = {errno.ENOSPC, errno.EDQUOT}


def link_files(old: Path, new: Path, wanted: Callable[[str], bool]) -> None:
    """Hard-link the wanted files of `old` into the empty `new`; copy them where the file system has no hard links.

    Raises `IndexStateError` where there is no `old`, `NoSpaceError` and `EngineError`.
    """
    if not old.is_dir():
        raise missing(old)
    with writing(new):
        new.mkdir(parents=True, exist_ok=True)
        for file in sorted(old.iterdir()):
            if file.is_file() and wanted(file.name):
                try:
                    os.link(file, new / file.name)
                except OSError as refused:
                    if refused.errno not in (errno.EXDEV, errno.EPERM, errno.EMLINK, errno.ENOTSUP):
                        raise
                    shutil.copy2(file, new / file.name)


@contextmanager
def writing(directory: Path) -> Iterator[None]:
    """Give the disk's problems the names of ours: `NoSpaceError`, `EngineError`."""
    try:
        yield
    except OSError as problem:
        if problem.errno in _FULL:
            msg = f"the disk is full: nothing was changed in {directory}; make room and run the command again"
            raise NoSpaceError(msg) from problem
        msg = f"cannot write in {directory}: {problem.strerror or problem}"
        raise EngineError(msg) from problem


def missing(directory: Path) -> IndexStateError:
    """Say that there is no index, and how to get one."""
    return IndexStateError(f"there is no index in {directory}; build it: {rebuild_command(directory)}")


def damaged(directory: Path) -> IndexStateError:
    """Say that an index cannot be read, and how to get another."""
    return IndexStateError(
        f"the index in {directory} is damaged or of another format; build it again: {rebuild_command(directory)}"
    )


def occupied(directory: Path) -> IndexStateError:
    """Refuse to create an index over another."""
    return IndexStateError(f"there is an index in {directory} already; choose another directory, or remove it first")


def locked(directory: Path) -> IndexStateError:
    """Refuse a second writer."""
    return IndexStateError(f"the index in {directory} is being written; wait for that to end, then try again")
