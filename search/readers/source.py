"""What a reader is given and what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from search.errors import SourceError
from search.model import Article


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one file. `path` is relative to the corpus folder, with forward slashes; `sha256` is in hex."""

    path: str
    data: bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something the operator should know of an article that was read nevertheless; `line` is 1-based."""

    path: str
    reason: str
    line: int | None = None

    def __str__(self) -> str:
        """The same shape as a `SourceError`."""
        return f"{self.path}: {self.reason}" if self.line is None else f"{self.path}:{self.line}: {self.reason}"


Found = Article | SourceError | Remark
Reader = Callable[[Source], Iterator[Found]]
