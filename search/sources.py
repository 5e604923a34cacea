"""Files of a corpus folder to sources, refusing whatever is no plain file of a sane size."""

from __future__ import annotations

import hashlib
import os
import stat
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from search.errors import SourceError
from search.limits import HTML_BYTES, TEXT_BYTES, XML_BYTES
from search.readers import READERS
from search.readers.source import Source

_BYTES = {".html": HTML_BYTES, ".htm": HTML_BYTES, ".xml": XML_BYTES}
_AUTHORITY = "authority.toml"  # stands beside the articles and is read by the build itself
_ATTEMPTS = 2  # a file that changes while it is read gets a second chance
_CHUNK = 1 << 20

ReadBytes = Callable[[int, int], bytes]  # as os.read: file descriptor, most bytes


def find_sources(folder: Path) -> list[Path]:
    """Every file below `folder` that a reader knows, sorted by path; hidden files and folders are left out.

    Links, folders that cannot be listed and other oddities are in the list as well, so that `load` names the reason
    instead of an article being missed in silence. Raises `SourceError` where `folder` is no folder.
    """
    if not folder.is_dir():
        raise SourceError(shown(folder), "no such folder")
    found: set[Path] = set()

    def unreadable(problem: OSError) -> None:
        found.add(Path(os.fsdecode(problem.filename)))

    for here, folders, files in _walk(folder, unreadable):
        found.update(here / name for name in folders if (here / name).is_symlink())
        found.update(here / name for name in files if Path(name).suffix.lower() in READERS)
    return sorted(found, key=lambda path: path.relative_to(folder).parts)


def other_files(folder: Path) -> tuple[tuple[str, int], ...]:
    """How many files below `folder` no reader knows, by suffix, the most first; hidden ones do not count."""
    counts = Counter(
        Path(name).suffix.lower()
        for here, _, files in _walk(folder, lambda _: None)
        for name in files
        if Path(name).suffix.lower() not in READERS and here / name != folder / _AUTHORITY
    )
    rows = ((_printable(suffix), count) for suffix, count in counts.items())
    return tuple(sorted(rows, key=lambda row: (-row[1], row[0])))


def _walk(folder: Path, onerror: Callable[[OSError], None]) -> Iterator[tuple[Path, list[str], list[str]]]:
    """Every folder with its folders and files, without the hidden ones."""
    for place, folders, files in os.walk(folder, onerror=onerror):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield Path(place), folders, [name for name in files if not name.startswith(".")]


def load(folder: Path, path: Path, read_bytes: ReadBytes = os.read) -> Source:
    """The bytes of one file of the corpus; `path` is in `folder` or relative to it.

    Links are not followed and a pipe is not waited for. Raises `SourceError` with the reason in plain words.
    """
    relative = path.relative_to(folder) if path != folder and path.is_relative_to(folder) else path
    name = shown(relative)
    if relative.is_absolute() or ".." in relative.parts:
        raise SourceError(name, "outside the folder")
    limit = _BYTES.get(path.suffix.lower(), TEXT_BYTES)
    try:
        handle = os.open(folder / relative, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as problem:
        is_link = (folder / relative).is_symlink()
        raise SourceError(name, "a link: not followed" if is_link else reason(problem)) from problem
    try:
        data = _whole(handle, name, limit, read_bytes)
    except OSError as problem:
        raise SourceError(name, reason(problem)) from problem
    finally:
        os.close(handle)
    return Source(name, data, hashlib.sha256(data).hexdigest())


def shown(path: Path) -> str:
    r"""A path with forward slashes that can always be printed; bytes that are no UTF-8 appear as `\xff`."""
    return _printable(path.as_posix())


def reason(problem: OSError) -> str:
    """What the system says went wrong, in lower case and without the path."""
    return (problem.strerror or type(problem).__name__).lower()


def _printable(name: str) -> str:
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _whole(handle: int, name: str, limit: int, read_bytes: ReadBytes) -> bytes:
    for _ in range(_ATTEMPTS):
        before = os.fstat(handle)
        if not stat.S_ISREG(before.st_mode):
            raise SourceError(name, "not a regular file")
        if before.st_size > limit:
            raise SourceError(name, f"larger than {limit // 1_000_000} MB")
        os.lseek(handle, 0, os.SEEK_SET)
        data = bytearray()
        while len(data) <= before.st_size and (chunk := read_bytes(handle, _CHUNK)):
            data += chunk
        after = os.fstat(handle)
        same = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
        if same and len(data) == after.st_size:
            return bytes(data)
    raise SourceError(name, "changes while it is read")
