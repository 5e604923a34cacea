"""What a generation was built from: written last, verified first."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from search.errors import IndexStateError, rebuild_command
from search.names import Alias

FORMAT = 3
FILE_NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class Basis:
    """What every passage of a generation depends on beside its own source; another basis means to build it all anew."""

    engine: str
    fields: str
    code: str
    authority: str | None

    def difference(self, now: Basis) -> str | None:
        """Why what was built on this basis is stale by now; None where it is not."""
        if self.engine != now.engine:
            return f"it was built for the engine {self.engine!r}"
        if self.fields != now.fields:
            return "the fields changed"
        if self.code != now.code:
            return "the code that reads, extracts and analyses changed"
        return None if self.authority == now.authority else "the authority changed"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something the operator should know of a source; `harmless` where nothing is missing from the index for it."""

    reason: str
    line: int | None = None
    harmless: bool = False


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """An article read from a source.

    `content` hashes its normalised text with what it states of itself, and `reading` all that extraction gets to see;
    `passages` is their number if the engine holds the article, and `refused` says why it does not. `line` is where a
    source of several articles has this one.
    """

    id: str
    content: str
    reading: str
    passages: int = 0
    refused: Problem | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One source file as it was read. `missing` is set while its passages are kept though the file is gone."""

    path: str
    sha256: str
    articles: tuple[ArticleEntry, ...]
    problems: tuple[Problem, ...] = ()
    missing: bool = False

    @property
    def held(self) -> tuple[ArticleEntry, ...]:
        """The articles of this source that the engine holds."""
        return tuple(article for article in self.articles if article.refused is None)


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One file of the engine, by its path inside the engine's folder."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """All of it. Sources and files are in the order of their paths, aliases in that of the authority."""

    basis: Basis
    sources: tuple[SourceEntry, ...]
    files: tuple[FileEntry, ...]
    aliases: tuple[Alias, ...] = ()
    format: int = field(default=FORMAT)

    @property
    def size(self) -> int:
        """The bytes of all files of the engine."""
        return sum(entry.size for entry in self.files)

    @property
    def articles(self) -> dict[str, ArticleEntry]:
        """The articles the engine holds, by id."""
        return {article.id: article for source in self.sources for article in source.held}


def read_manifest(generation: Path) -> Manifest:
    """The manifest of a generation. Raises `IndexStateError`."""
    try:
        record = json.loads((generation / FILE_NAME).read_bytes())
        if record["format"] != FORMAT:
            how = f"build it again: {rebuild_command(generation)}"
            msg = f"the index has format {record['format']}, this program reads {FORMAT}; {how}"
            raise IndexStateError(msg)
        manifest = _manifest(record)
        intact = record["checksum"] == _checksum(manifest)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise _damaged(generation / FILE_NAME) from problem
    if not intact:
        raise _damaged(generation / FILE_NAME)
    return manifest


def write_manifest(generation: Path, manifest: Manifest) -> None:
    """Write the manifest whole or not at all."""
    text = json.dumps({"checksum": _checksum(manifest), **asdict(manifest)}, ensure_ascii=True, indent=1)
    unfinished = generation / (FILE_NAME + ".new")
    unfinished.write_text(text + "\n", encoding="ascii")
    unfinished.rename(generation / FILE_NAME)


def files_of(engine: Path, known: tuple[FileEntry, ...] = (), before: Path | None = None) -> tuple[FileEntry, ...]:
    """The engine's files with their hashes; one that is the very file of the generation before keeps its known hash."""
    earlier = {entry.path: entry for entry in known}
    found: list[FileEntry] = []
    for path in sorted(p for p in engine.rglob("*") if p.is_file()):
        name = path.relative_to(engine).as_posix()
        old = earlier.get(name)
        if old and before and (before / name).exists() and path.samefile(before / name):
            found.append(old)
        else:
            found.append(FileEntry(name, path.stat().st_size, _hash(path)))
    return tuple(found)


def verify(engine: Path, manifest: Manifest, *, hashes: bool = False) -> None:
    """Hold the engine's files against the manifest: sizes, with `hashes` every byte. Raises `IndexStateError`."""
    for path in damaged_files(engine, manifest, hashes=hashes):
        raise _damaged(path)


def damaged_files(engine: Path, manifest: Manifest, *, hashes: bool = False) -> Iterator[Path]:
    """Every file of the engine that is missing, or is not what the manifest says."""
    for entry in manifest.files:
        path = engine / entry.path
        try:
            same = path.stat().st_size == entry.size and (not hashes or _hash(path) == entry.sha256)
        except OSError:
            same = False
        if not same:
            yield path


def _damaged(path: Path) -> IndexStateError:
    return IndexStateError(f"{path} is missing or damaged; build the index again: {rebuild_command(path)}")


def _checksum(manifest: Manifest) -> str:
    return hashlib.sha256(repr(manifest).encode("utf-8", "surrogatepass")).hexdigest()


def _manifest(record: dict[str, Any]) -> Manifest:
    return Manifest(
        basis=Basis(**record["basis"]),
        sources=tuple(_source(source) for source in record["sources"]),
        files=tuple(FileEntry(**entry) for entry in record["files"]),
        aliases=tuple(Alias(**alias) for alias in record["aliases"]),
    )


def _source(record: dict[str, Any]) -> SourceEntry:
    articles = tuple(_article(article) for article in record["articles"])
    problems = tuple(Problem(**problem) for problem in record["problems"])
    return SourceEntry(**{**record, "articles": articles, "problems": problems})


def _article(record: dict[str, Any]) -> ArticleEntry:
    refused = record["refused"]
    return ArticleEntry(**{**record, "refused": None if refused is None else Problem(**refused)})


def _hash(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
