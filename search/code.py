"""A hash of the code that passages come from, so that an index notices when it was built by another."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

# Reading, extraction, analysis and what is stored of them. Code that only answers is left out: it changes no index.
BUILDING = (
    "analysis",
    "authority",
    "engines",
    "errors.py",
    "extract",
    "fields.py",
    "identity.py",
    "indexer.py",
    "known.py",
    "limits.py",
    "model.py",
    "names.py",
    "readers",
    "sources.py",
)
LIBRARIES = ("beautifulsoup4", "charset-normalizer", "dateparser", "htmldate", "lxml", "PyStemmer", "trafilatura")


def code_hash(package: Path = Path(__file__).parent, parts: Iterable[str] = BUILDING) -> str:
    """Changes with any source file of `parts`, with the libraries that read and stem, and with Unicode's tables."""
    digest = hashlib.sha256()
    for part in parts:
        for path in _files(package / part):
            digest.update(path.relative_to(package).as_posix().encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    for library in LIBRARIES:
        digest.update(f"{library} {version(library)}\n".encode())
    digest.update(unicodedata.unidata_version.encode())
    return digest.hexdigest()[:16]


def _files(part: Path) -> Iterable[Path]:
    return sorted(part.rglob("*.py")) if part.is_dir() else [part]
