"""A long passage is folded around its first mark; nothing of it is lost."""

from __future__ import annotations

from dataclasses import dataclass

from search import Span
from webapp.marking import Stretch

FOLD_CHARACTERS = 900  # longer passages show a window of about this size
_LEAD = 250  # characters of the window that stand before the first mark
_LEFT = 150  # fewer characters are not worth being folded away
_REACH = 160  # how far a cut may move to fall between two sentences, else between two words


@dataclass(frozen=True, slots=True)
class Words:
    """A passage in up to three pieces: what is folded away before, what is shown, what is folded away after."""

    before: Stretch | None
    shown: Stretch
    after: Stretch | None


def folded(stretch: Stretch) -> Words:
    """The pieces of a passage; a short one is shown whole."""
    text = stretch.text
    if len(text) <= FOLD_CHARACTERS + _LEFT:
        return Words(None, stretch, None)
    first = min((span.start for span in stretch.marks), default=0)
    start = _cut(text, first - _LEAD) if first > FOLD_CHARACTERS - _LEAD else 0
    end = _cut(text, start + FOLD_CHARACTERS)
    end = len(text) if len(text) - end < _LEFT else end
    return Words(
        stretch.piece(Span(0, start)) if start else None,
        stretch.piece(Span(start, end)),
        stretch.piece(Span(end, len(text))) if end < len(text) else None,
    )


def _cut(text: str, near: int) -> int:
    """A place at or before `near` to divide the text: after a sentence if one ends close by, else after a word."""
    if near >= len(text):
        return len(text)
    lowest = max(0, near - _REACH)
    for mark in (". ", "; ", " "):
        found = text.rfind(mark, lowest, near)
        if found >= 0:
            return found + len(mark)
    return max(0, near)
