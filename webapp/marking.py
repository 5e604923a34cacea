"""A stretch of raw text as HTML: words marked, names linked, everything else escaped. `<mark>` is made here alone."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from search import Span

_MARK, _MARKED = Markup("<mark>"), Markup("</mark>")
_LINK, _LINKED = Markup('<a class="there" href="{}">'), Markup("</a>")
_HYPHENS = {"-", "\N{HYPHEN}", "\N{NON-BREAKING HYPHEN}"}


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a text, and the page about it."""

    span: Span
    link: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of raw text with the spans to mark and the names to link in it; names do not overlap one another."""

    text: str
    marks: tuple[Span, ...] = ()
    names: tuple[Named, ...] = ()

    def piece(self, window: Span) -> Stretch:
        """What falls into a part of the text, counted from its start. A name that is cut is no link."""
        inside = (name for name in self.names if window.covers(name.span))
        return Stretch(
            window.of(self.text),
            clipped(self.marks, window),
            tuple(Named(name.span.shifted(-window.start), name.link) for name in inside),
        )


def marked(stretch: Stretch) -> Markup:
    """The text escaped piece by piece, marks and links around their pieces, properly nested.

    A mark that lies across the edge of a name is divided there, so that the name stays one link.
    """
    names = [name for name in stretch.names if name.span.start < name.span.end <= len(stretch.text)]
    marks = [piece for mark in joined(stretch.text, stretch.marks) for piece in _divided(mark, names)]
    wraps = [(name.span, 0, name.link) for name in names] + [(mark, 1, "") for mark in marks]
    ordered = deque(sorted(wraps, key=lambda wrap: (wrap[0].start, -wrap[0].end, wrap[1])))
    pieces: list[Markup] = []
    _wrap(pieces, stretch.text, Span(0, len(stretch.text)), ordered)
    return Markup("".join(pieces))  # noqa: S704 - each of them is escaped or written here


def joined(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans clipped to `text`, ascending and disjoint; words with only blanks or one hyphen between become one."""
    result: list[Span] = []
    for span in sorted(spans):
        start, end = span.start, min(span.end, len(text))
        if start >= end:
            continue
        between = text[result[-1].end : start] if result else ""
        if result and (not between.strip() or between in _HYPHENS):
            result[-1] = Span(result[-1].start, max(end, result[-1].end))
        else:
            result.append(Span(start, end))
    return tuple(result)


def clipped(spans: Iterable[Span], window: Span) -> tuple[Span, ...]:
    """The spans as they fall into a stretch of the text, counted from its start."""
    inside = (Span(max(s.start, window.start), min(s.end, window.end)) for s in spans if s.overlaps(window))
    return tuple(span.shifted(-window.start) for span in inside)


def _divided(mark: Span, names: Iterable[Named]) -> Iterator[Span]:
    """The pieces of a mark on either side of the edges of names it lies across."""
    across = (n.span for n in names if n.span.overlaps(mark) and not n.span.covers(mark) and not mark.covers(n.span))
    edges = sorted({edge for span in across for edge in (span.start, span.end) if mark.start < edge < mark.end})
    for start, end in zip([mark.start, *edges], [*edges, mark.end], strict=True):
        yield Span(start, end)


def _wrap(pieces: list[Markup], text: str, window: Span, wraps: deque[tuple[Span, int, str]]) -> None:
    """Add the window of the text with the wraps that lie in it, which are taken from the front of those to come."""
    done = window.start
    while wraps and wraps[0][0].end <= window.end:
        span, is_mark, link = wraps.popleft()
        pieces += (escape(text[done : span.start]), _MARK if is_mark else _LINK.format(link))
        _wrap(pieces, text, span, wraps)
        pieces.append(_MARKED if is_mark else _LINKED)
        done = span.end
    pieces.append(escape(text[done : window.end]))
