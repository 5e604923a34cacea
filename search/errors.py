"""Every error Whosaid raises, as one tree; a message says what to do next."""

from __future__ import annotations

import shlex
from pathlib import Path

_INDEX = Path("index")  # where a command looks if it is not told
_GENERATIONS = "generations"  # the folder of an index in which everything else of it lies


def build_command(index: Path) -> str:
    """The command that builds this index, as it is to be typed."""
    return "whosaid index" if index == _INDEX else f"whosaid index --index {shlex.quote(str(index))}"


def rebuild_command(place: Path) -> str:
    """The command that builds the index in which `place` lies."""
    outer = next((parent for parent in place.parents if parent.name == _GENERATIONS), None)
    return "whosaid index" if outer is None else build_command(outer.parent)


class SearchError(Exception):
    """The root: whoever catches this catches everything that is ours."""


class QueryError(SearchError):
    """The asker can act on it. The message is safe to show to anyone."""


class QuerySyntaxError(QueryError):
    """The query text cannot be read as written."""


class UnknownFieldError(QueryError):
    """A filter names a field or facet that does not exist."""


class LimitError(QueryError):
    """A limit of `search.limits` was passed."""


class PartialError(SearchError):
    """Only a part of an answer could be had where the whole is wanted; the message says what to do."""


class BatchError(SearchError):
    """A table of queries, or what was answered of it before, cannot be used; the message says why."""


class NotFoundError(SearchError):
    """No passage or article has this id in the index."""


class SourceError(SearchError):
    """One source file (or one record in it) cannot be read; the others are not affected."""

    def __init__(self, path: str, reason: str, line: int | None = None) -> None:
        """`path` as shown to the operator; `line` is 1-based where the problem has one."""
        self.path = path
        self.reason = reason
        self.line = line
        super().__init__(f"{path}: {reason}" if line is None else f"{path}:{line}: {reason}")

    def __reduce__(self) -> tuple[type[SourceError], tuple[str, str, int | None]]:
        """Come whole from another process."""
        return SourceError, (self.path, self.reason, self.line)


class CorpusError(SearchError):
    """The folder of articles is missing or holds none; the index is as it was."""


class AuthorityError(SearchError):
    """The authority file says something that cannot be used; the message has the line."""


class IndexStateError(SearchError):
    """The index is missing, damaged, locked or of another format; the message names the command."""


class LedgerError(IndexStateError):
    """The ledger is damaged, locked or of another format; searches do not need it, links to edited passages do."""


class NoSpaceError(SearchError):
    """The disk is full; the index is as it was before."""


class EngineError(SearchError):
    """The engine failed in a way that neither the asker nor the query caused."""


class ConfigError(SearchError):
    """A setting cannot be used; the message names the setting and the values it takes."""
