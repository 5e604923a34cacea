"""What templates may do to a value: mark words, write a day, write a count. `<mark>` is made here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from search import Dating, Precision, Span

if TYPE_CHECKING:
    from flask import Flask

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


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


def day(dating: Dating) -> str:
    """A date in words, never more than is known: 16 December 2024, December 2024, 2024, 5–7 May 2021."""
    first, last = dating.day, dating.until
    if dating.precision is Precision.YEAR:
        return str(first.year)
    if dating.precision is Precision.MONTH:
        return f"{_MONTHS[first.month - 1]} {first.year}"
    if last is None or last <= first:
        return _written(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_written(last)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} – {_written(last)}"
    return f"{_written(first)} – {_written(last)}"


def count(number: int) -> str:
    """A number with thin groups of three: 1 204 is written 1,204."""
    return f"{number:,}"


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{count(number)} {one if number == 1 else many}"


def register(app: Flask) -> None:
    """Make the filters known to the templates of `app`."""
    app.jinja_env.filters.update(marked=marked, day=day, count=count, counted=counted)


def _written(when: date) -> str:
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"
