"""Rows of tables: those that print one thing of each column are one line, those that only lay out a page are not."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from bs4.element import NavigableString, Tag

_CELLS = frozenset({"td", "th"})
_INSIDE = frozenset("p div center br".split())  # of these a row of data has about one for each cell
_APART = frozenset(
    "article aside blockquote details dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main nav ol pre"
    " section table tbody tr ul".split()
)
_ELEMENTS = 300  # in a row; more is a page
_CHARACTERS = 5_000
_CHARACTERS_BROKEN = 600  # with paragraphs or line breaks in a cell
_NODES_LOOKED_AT = 12  # at the top of a table: rows and the white space between them


def is_row(tag: Tag, stands_alone: Callable[[Tag], bool]) -> bool:
    """Whether `tag` is a row whose cells belong in one line; what `stands_alone` is never part of one."""
    if tag.name != "tr":
        return False
    cells = _cells(tag)
    if not cells or (cells == 1 and not _among_columns(tag)):
        return False
    elements = broken = characters = 0
    for node in tag.descendants:
        if isinstance(node, Tag):
            elements += 1
            broken += node.name in _INSIDE
            if node.name in _APART or elements > _ELEMENTS or stands_alone(node):
                return False
        elif isinstance(node, NavigableString):
            characters += len(node.strip())
        if broken > cells + 1 or characters > (_CHARACTERS_BROKEN if broken else _CHARACTERS):
            return False
    return True


def _cells(row: Tag) -> int:
    return sum(isinstance(node, Tag) and node.name in _CELLS for node in islice(row.contents, _ELEMENTS))


def _among_columns(row: Tag) -> bool:
    """Whether a row of one cell spans the columns of others; alone it may hold a picture or its caption."""
    table = row.parent
    beside = islice(table.contents, _NODES_LOOKED_AT) if table else ()
    return any(isinstance(node, Tag) and node.name == "tr" and _cells(node) > 1 for node in beside)
