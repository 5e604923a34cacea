"""What templates may do to a value: mark words, write a day, write a count. `<mark>` is made here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from search import Span, day_in_words

if TYPE_CHECKING:
    from flask import Flask


def marked(text: str, spans: Iterable[Span] = ()) -> Markup:
    """`text` escaped piece by piece, with each span inside `<mark>`; neighbours with only blanks between are joined."""
    pieces: list[Markup] = []
    done = 0
    for span in joined(text, spans):
        pieces += (escape(text[done : span.start]), Markup("<mark>{}</mark>").format(span.of(text)))
        done = span.end
    return Markup("").join([*pieces, escape(text[done:])])


def joined(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans clipped to `text`, ascending and disjoint; two words of a query that stand side by side become one."""
    result: list[Span] = []
    for span in sorted(spans):
        start, end = span.start, min(span.end, len(text))
        if start >= end:
            continue
        if result and not text[result[-1].end : start].strip():
            result[-1] = Span(result[-1].start, max(end, result[-1].end))
        else:
            result.append(Span(start, end))
    return tuple(result)


def clipped(spans: Iterable[Span], window: Span) -> tuple[Span, ...]:
    """The spans as they fall into a stretch of the text, counted from its start."""
    inside = (Span(max(s.start, window.start), min(s.end, window.end)) for s in spans if s.overlaps(window))
    return tuple(span.shifted(-window.start) for span in inside)


def count(number: int) -> str:
    """A number with thin groups of three: 1 204 is written 1,204."""
    return f"{number:,}"


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{count(number)} {one if number == 1 else many}"


def register(app: Flask) -> None:
    """Make the filters known to the templates of `app`."""
    app.jinja_env.filters.update(marked=marked, day=day_in_words, count=count, counted=counted)
