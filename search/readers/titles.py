"""The stated title as the first line of an article, so that it is read and searched like a printed one."""

from __future__ import annotations

import re

from search.identity import normalised
from search.model import Hint, Kind, Span

_FIRST_LINE = re.compile(r"\S[^\n]*")

Hinted = tuple[str, tuple[Hint, ...]]


def with_title(title: str | None, text: str, hints: tuple[Hint, ...]) -> Hinted:
    """`text` with `title` above it, or with its first paragraph hinted as title if that says the same.

    `title` is one line. The hints move with the text.
    """
    if title is None:
        return text, hints
    first = _first_paragraph(text, hints)
    if first is not None and _same(title, first.of(text)):
        others = tuple(hint for hint in hints if not hint.span.overlaps(first))
        return text, (Hint(first, Kind.TITLE), *others)
    by = len(title) + 1
    moved = (Hint(hint.span.shifted(by), hint.kind) for hint in hints)
    return f"{title}\n{text}", (Hint(Span(0, len(title)), Kind.TITLE), *moved)


def _first_paragraph(text: str, hints: tuple[Hint, ...]) -> Span | None:
    line = _FIRST_LINE.search(text)
    if line is None:
        return None
    if hints and hints[0].span.start == line.start():
        return hints[0].span
    return Span(line.start(), line.start() + len(line.group().rstrip()))


def _same(one: str, other: str) -> bool:
    return normalised(one).casefold() == normalised(other).casefold()
