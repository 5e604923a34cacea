"""`whosaid ledger`: the memory of every passage published, as text and back; `whosaid forget`: an article out of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO

import click

from search.commands import index_option
from search.commands.output import counted, plain, say
from search.config import Settings
from search.errors import SourceError
from search.ledger.forgetting import forget
from search.ledger.store import place_of
from search.ledger.text import lines_of, read_text


@click.group("ledger")
def command() -> None:
    """Save or restore the file that keeps old links alive."""


@command.command("export")
@click.argument("file", type=click.File("w", encoding="ascii", lazy=True), default="-")
@index_option.option
def export(file: IO[str], index: Path) -> None:
    """Write the ledger as text, one JSON object a line, to FILE (default: standard output)."""
    for line in lines_of(_place(index)):
        file.write(f"{line}\n")


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@index_option.option
def import_(file: Path, index: Path) -> None:
    """Make a ledger from FILE, which `whosaid ledger export` wrote. There must be none yet."""
    passages = read_text(_place(index), _lines(file), str(file))
    say(f"{_place(index)} remembers {counted(passages, 'passage')}.")


@click.command("forget")
@click.argument("article")
@index_option.option
def forgetting(article: str, index: Path) -> None:
    """Erase what the ledger remembers of ARTICLE: its id, the last part of its address, or its file in the corpus."""
    done = forget(_place(index), article)
    say(f"Erased {counted(done.passages, 'passage')} of {plain(article)} from {_place(index)}.")
    if done.published:
        say(
            f"{counted(done.published, 'passage')} of it are in the index and stay: to erase them too, remove the file,"
        )
        say("run 'whosaid index --prune', then this command again.")


def _place(index: Path) -> Path:
    return place_of(index, Settings.from_env().ledger)


def _lines(file: Path) -> Iterator[str]:
    try:
        with file.open(encoding="ascii") as opened:
            yield from opened
    except (OSError, UnicodeDecodeError) as problem:
        raise SourceError(str(file), f"cannot be read ({problem})") from problem
