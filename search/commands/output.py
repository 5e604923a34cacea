"""How the commands speak: results on standard output, everything else on standard error."""

from __future__ import annotations

import io
import json
import sys
import unicodedata
from collections.abc import Iterable

import click

from search.model import Span
from search.records import Record


def prepare() -> None:
    """Make both streams UTF-8 on any machine; half a surrogate pair comes out as an escape, which is JSON too."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(line: str = "") -> None:
    """One line of a result."""
    click.echo(line)


def say_json(record: Record) -> None:
    """One JSON object on one line."""
    click.echo(json.dumps(record, ensure_ascii=False))


def note(line: str = "") -> None:
    """One line about the work, for the person at the terminal."""
    click.echo(line, err=True)


def warn(problem: object) -> None:
    """One line per problem: which file, what is wrong with it."""
    note(f"WARN {plain(str(problem))}")


def plain(text: str) -> str:
    """Text of an article for a terminal: control characters, which could move its cursor, as U+FFFD."""
    return "".join("\ufffd" if unicodedata.category(c) == "Cc" and c not in "\n\t" else c for c in text)


def marked(text: str, matches: Iterable[Span]) -> str:
    """Text of an article with the matches in bold (where the output is a terminal)."""
    pieces, done = [], 0
    for match in matches:
        pieces += [plain(text[done : match.start]), click.style(plain(match.of(text)), bold=True, underline=True)]
        done = match.end
    return "".join([*pieces, plain(text[done:])])


def counted(count: int, one: str, many: str | None = None) -> str:
    """`1 article`, `5 articles`, `12,345 articles`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
