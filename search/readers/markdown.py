"""Markdown with front matter: one article per file, its facts above it as keys of a JSON Lines record.

A file without front matter is a note about the archive, not an article of it, and is left out with a remark.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from search.errors import SourceError
from search.model import Hint, Span
from search.readers.csv_table import key_of
from search.readers.encoding import decode
from search.readers.markdown_lines import blocks_of
from search.readers.source import Found, Remark, Source
from search.readers.stated import Stated, UnusableError, article_in
from search.readers.titles import Hinted

_FRONT = re.compile(r"\n{0,9}(---|\+\+\+)[ \t]{0,9}\n(.*?)\n(?:\1|\.\.\.)[ \t]{0,9}(?:\n|\Z)", re.DOTALL)
_PAIR = re.compile(r"([A-Za-z][\w -]{0,40}):(?:[ \t]+(.*))?")
_COMMENT = re.compile(r"\s#.*")
_ESCAPE = re.compile(r"\\(.)")


def read_markdown(source: Source) -> Iterator[Found]:
    """The one article of the file; its text is what the page prints, without the marks."""
    try:
        decoded = decode(source)
    except SourceError as problem:
        yield problem
        return
    yield from decoded.remarks
    front = _FRONT.match(decoded.text)
    if front is None:
        yield Remark(source.path, "no front matter: not taken for an article")
        return
    try:
        stated = Stated(_toml(front[2]) if front[1] == "+++" else _yaml(front[2]))
        article = article_in(source, stated, _printed(decoded.text[front.end() :]))
    except UnusableError as problem:
        yield SourceError(source.path, str(problem))
        return
    yield from (Remark(source.path, reason) for reason in stated.remarks)
    yield article


def _printed(text: str) -> Hinted:
    """A line for each block, hinted where the marks say what it is."""
    hints: list[Hint] = []
    lines: list[str] = []
    start = 0
    for line, kind in blocks_of(text):
        if kind is not None:
            hints.append(Hint(Span(start, start + len(line)), kind))
        lines.append(line)
        start += len(line) + 1
    return "\n".join(lines), tuple(hints)


def _yaml(text: str) -> dict[str, Any]:
    """`key: value` on lines of their own, which is all of YAML that the facts of an article need."""
    values: dict[str, Any] = {}
    for line in text.split("\n"):
        if pair := _PAIR.fullmatch(line.rstrip()):
            value = _scalar((pair[2] or "").strip())
            if value:
                values.setdefault(key_of(pair[1]), value)
    return values


def _scalar(text: str) -> str:
    if len(text) > 1 and text[0] == text[-1] == '"':
        return _ESCAPE.sub(r"\1", text[1:-1])
    if len(text) > 1 and text[0] == text[-1] == "'":
        return text[1:-1].replace("''", "'")
    return "" if text in {"null", "~"} or text.startswith(("[", "{", "|", ">", "#")) else _COMMENT.sub("", text)


def _toml(text: str) -> dict[str, Any]:
    try:
        record = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as problem:
        msg = f"front matter is no TOML: {problem}"
        raise UnusableError(msg) from problem
    values: dict[str, Any] = {}
    for name, value in record.items():
        values.setdefault(key_of(name), value if isinstance(value, str | int) else str(value))
    return values
