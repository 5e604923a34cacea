"""The main text of pages whose own structure tells nothing, by a library that has met thousands of them."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

from trafilatura import bare_extraction

from search.model import Kind
from search.readers.characters import clean
from search.readers.html_lines import Line

_KINDS = {"head": Kind.HEADING, "item": Kind.BODY, "quote": Kind.BODY, "row": Kind.BODY}
_BLOCKS = frozenset({"p", "cell", "list", "table", "lb", *_KINDS})
_SPACES = re.compile(r"[ \t\n\r\f]+")
_ROW_CHARACTERS = 600  # more is no row of a table but a page laid out by one


def main_text(markup: str) -> list[Line]:
    """The lines of the main text; none where no main text is found."""
    logging.getLogger("trafilatura").setLevel(
        logging.CRITICAL
    )  # a page without main text is no error: it is read whole
    found = bare_extraction(markup, include_comments=False, include_formatting=False)
    body = getattr(found, "body", None)
    if body is None:
        return []
    lines: list[Line] = []
    kinds: list[Kind | None] = [None]
    text: list[str] = []
    row: Any = None  # open here: its cells are one line
    for opens, element in _walk(body):
        if row is not None and element is not row:
            text.append(" " if element.tag in _BLOCKS else "")
        elif element.tag in _BLOCKS:
            words = clean(_SPACES.sub(" ", "".join(text))).strip()
            if words:
                lines.append(Line(" ".join(words.split("\n")), kinds[-1]))
            text.clear()
            row = element if opens and _is_row(element) else None
        if opens:
            kinds.append(_KINDS.get(element.tag, kinds[-1]))
            text.append(element.text or "")
        else:
            kinds.pop()
            text.append(element.tail or "")
    return lines


def _is_row(element: Any) -> bool:  # noqa: ANN401 - an element of lxml, which has no types
    if element.tag != "row":
        return False
    characters = 0
    for text in element.itertext():
        characters += len(text)
        if characters > _ROW_CHARACTERS:
            return False
    return True


def _walk(root: Any) -> Iterator[tuple[bool, Any]]:  # noqa: ANN401 - an element of lxml, which has no types
    """Every element below `root` twice: as it opens (true) and as it closes (false)."""
    stack = [(root, iter(root))]
    while stack:
        element, rest = stack[-1]
        child = next(rest, None)
        if child is not None:
            yield True, child
            stack.append((child, iter(child)))
        else:
            stack.pop()
            if stack:
                yield False, element
