"""Where a reader of a long answer is: a cursor that is good for one question to one edition of the index."""

from __future__ import annotations

import hashlib
import re

from search import QueryError

_CURSOR = re.compile(r"([1-9]\d{0,11})-([0-9a-f]{12})-([0-9a-f]{12})", re.ASCII)


class StaleCursorError(Exception):
    """The index was built again since the cursor was given: what comes next is no longer the same."""


def cursor_of(page: int, edition: str, question: str) -> str:
    """The cursor that leads to a page of the answer to a question."""
    return f"{page}-{_mark(edition)}-{_mark(question)}"


def page_at(cursor: str, edition: str, question: str) -> int:
    """The page a cursor leads to. Raises `QueryError` for one of another question, and `StaleCursorError`."""
    read = _CURSOR.fullmatch(cursor)
    if read is None or read[3] != _mark(question):
        msg = "the cursor does not belong to this question: take the one of the answer before, or none to begin"
        raise QueryError(msg)
    if read[2] != _mark(edition):
        raise StaleCursorError
    return int(read[1])


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:12]
