"""The files of a corpus as they are now, before anything of them is analysed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from search.errors import CorpusError, SourceError
from search.manifest import Problem
from search.readers import READERS
from search.readers.source import Source
from search.sources import find_sources, load, shown


@dataclass(frozen=True, slots=True)
class CorpusFile:
    """One file: its name in the corpus and the hash of its bytes, or why it cannot be read."""

    folder: Path
    path: Path
    name: str
    sha256: str | None
    problem: Problem | None = None

    def load(self) -> Source:
        """The bytes as they are now. Raises `SourceError`."""
        return load(self.folder, self.path)


def survey_of(folder: Path) -> tuple[CorpusFile, ...]:
    """Every file of the corpus in the order of the paths. Raises `CorpusError` where there is none."""
    try:
        paths = find_sources(folder)
    except SourceError as problem:
        msg = f"{problem}; the index is as it was"
        raise CorpusError(msg) from problem
    if not paths:
        msg = f"{folder}: no article here ({', '.join(READERS)}); the index is as it was"
        raise CorpusError(msg)
    return tuple(_file(folder, path) for path in paths)


def _file(folder: Path, path: Path) -> CorpusFile:
    name = shown(path.relative_to(folder))
    try:
        return CorpusFile(folder, path, name, load(folder, path).sha256)
    except SourceError as problem:
        return CorpusFile(folder, path, name, None, Problem(problem.reason))
