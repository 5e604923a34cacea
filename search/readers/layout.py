"""Which lines of a plain text belong together.

Most texts print one paragraph per line. Others are wrapped at a width, with blank lines between paragraphs. The sign
of wrapping is that a line ends where the next word would no longer have fitted.
"""

from __future__ import annotations

from itertools import pairwise

from search.model import Hint, Kind, Span

_WIDTHS = range(40, 121)  # columns a text is wrapped at
_BREAKS = 3  # line breaks inside blocks: fewer prove nothing
_FULL_SHARE = 0.8  # of these breaks come where the next word would not fit
_OPEN_SHARE = 0.6  # of these breaks come in the middle of a sentence
_SHORT_SHARE = 0.6  # of the width: a line that ends before it ends a paragraph
_TITLE_LINES = 3
_SENTENCE_ENDS = (".", "!", "?", "…", ":", ";", '."', ".”", "!”", "?”", ".'", ".\u2019", ".)")

_Unit = list[Span]  # the lines of one paragraph, each without white space at its ends


def wrapped_units(text: str) -> tuple[Hint, ...]:
    """A hint for every paragraph that is printed on several lines; none where each line is a paragraph of its own.

    A title of two or three lines at the top is hinted as title, everything else as body.
    """
    blocks = _blocks(text)
    breaks = [pair for block in blocks for pair in pairwise(block)]
    width = max((_columns(line) for line, _ in breaks), default=0)
    if len(breaks) < _BREAKS or width not in _WIDTHS:
        return ()
    full = sum(not _fits(text, above, below, width) for above, below in breaks)
    middle = sum(not _ends_sentence(text, above) for above, _ in breaks)
    if full < _FULL_SHARE * len(breaks) or middle < _OPEN_SHARE * len(breaks):
        return ()
    units = [unit for block in blocks for unit in _units(text, block, width)]
    title = units[0] if _has_title(text, units) else None
    return tuple(
        Hint(Span(unit[0].start, unit[-1].end), Kind.TITLE if unit is title else Kind.BODY)
        for unit in units
        if len(unit) > 1
    )


def _blocks(text: str) -> list[_Unit]:
    """The lines between blank lines."""
    blocks: list[_Unit] = [[]]
    start = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            at = start + line.index(words)
            blocks[-1].append(Span(at, at + len(words)))
        else:
            blocks.append([])
        start += len(line) + 1
    return [block for block in blocks if block]


def _units(text: str, block: _Unit, width: int) -> list[_Unit]:
    """A block divided where a line ends early: short, or with its sentence."""
    units = [block[:1]]
    for above, below in pairwise(block):
        done = _columns(above) < _SHORT_SHARE * width or _ends_sentence(text, above)
        if done and _fits(text, above, below, width):
            units.append([below])
        else:
            units[-1].append(below)
    return units


def _fits(text: str, above: Span, below: Span, width: int) -> bool:
    """Whether the first word of the line below would have fitted at the end of the line above."""
    word = below.of(text).split(maxsplit=1)[0]
    return _columns(above) + 1 + len(word) <= width


def _has_title(text: str, units: list[_Unit]) -> bool:
    top = units[0]
    return len(units) > 1 and len(top) <= _TITLE_LINES and not _ends_sentence(text, top[-1])


def _ends_sentence(text: str, line: Span) -> bool:
    return text.endswith(_SENTENCE_ENDS, line.start, line.end)


def _columns(line: Span) -> int:
    return line.end - line.start
