"""Text fragments: the end of an address that has the browser find and show the very words (`#:~:text=`)."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from search import Span

_AROUND = 40  # characters on either side of the words, so that they are not found in another passage first
_WORD_ENDS = frozenset(" \t\n\N{NO-BREAK SPACE}")


def directive(text: str, marks: Iterable[Span]) -> str:
    """What names the first of the marks, with the words around it; nothing where nothing is marked.

    A browser that does not know fragments of text ignores it. Whole words only, for a browser looks for no less.
    """
    first = min(marks, default=None)
    if first is None:
        return ""
    start, end = max(0, first.start - _AROUND), min(len(text), first.end + _AROUND)
    while 0 < start < first.start and text[start - 1] not in _WORD_ENDS:
        start += 1
    while first.end < end < len(text) and text[end] not in _WORD_ENDS:
        end -= 1
    words = " ".join(text[start:end].split())
    return f":~:text={quote(words, safe='').replace('-', '%2D')}" if words else ""
