"""The files of a corpus as they are now, before anything of them is analysed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from search.errors import CorpusError, SourceError
from search.manifest import Problem
from search.readers import READERS
from search.readers.source import Source
from search.sources import find_sources, load, shown


@dataclass(frozen=True, slots=True)
class CorpusFile:
    """One file: its name in the corpus, the number and the hash of its bytes, or why it cannot be read."""

    folder: Path
    path: Path
    name: str
    sha256: str | None
    size: int = 0
    problem: Problem | None = None

    def load(self) -> Source:
        """The bytes as they are now. Raises `SourceError`."""
        return load(self.folder, self.path)


def paths_of(folder: Path) -> list[Path]:
    """Every file of the corpus in the order of the paths. Raises `CorpusError` where there is none."""
    try:
        paths = find_sources(folder)
    except SourceError as problem:
        msg = f"{problem}; the index is as it was"
        raise CorpusError(msg) from problem
    if not paths:
        msg = f"{folder}: no article here ({', '.join(READERS)}); the index is as it was"
        raise CorpusError(msg)
    return paths


def survey_of(folder: Path, paths: Iterable[Path]) -> tuple[CorpusFile, ...]:
    """The files as they are now."""
    return tuple(_file(folder, path) for path in paths)


def _file(folder: Path, path: Path) -> CorpusFile:
    name = shown(path.relative_to(folder))
    try:
        source = load(folder, path)
    except SourceError as problem:
        return CorpusFile(folder, path, name, None, problem=Problem(problem.reason))
    return CorpusFile(folder, path, name, source.sha256, len(source.data))
