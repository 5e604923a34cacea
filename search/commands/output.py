"""How the commands speak: results on standard output, everything else on standard error."""

from __future__ import annotations

import json

import click

from search.errors import SourceError
from search.readers.source import Remark
from search.records import Record


def say(line: str = "") -> None:
    """One line of a result. Lone surrogates (from file names that are not UTF-8) are shown as escapes."""
    click.echo(line.encode("utf-8", "backslashreplace"))


def say_json(record: Record) -> None:
    """One JSON object on one line, in UTF-8; an escaped surrogate is still JSON."""
    say(json.dumps(record, ensure_ascii=False))


def note(line: str = "") -> None:
    """One line about the work, for the person at the terminal."""
    click.echo(line.encode("utf-8", "backslashreplace"), err=True)


def warn(problem: SourceError | Remark) -> None:
    """One line per problem: which file, what is wrong with it."""
    note(f"WARN {problem}")


def number(count: int) -> str:
    """A number for people: 12 345 with a thin gap that every terminal can show."""
    return f"{count:,}".replace(",", " ")


def counted(count: int, one: str, many: str | None = None) -> str:
    """`1 article`, `5 articles`."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"
