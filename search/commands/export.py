"""`whosaid export`: the whole result of a query as a file for other programs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TextIO
from urllib.parse import urlencode

import click

from search.archive import Archive
from search.clock import now
from search.commands import index_option
from search.config import Settings
from search.deadline import NEVER
from search.exporting import EXPORTS, Facts, export
from search.query import Query


@click.command("export")
@index_option.option
@click.option("--format", "form", type=click.Choice(list(EXPORTS)), default="csv", show_default=True)
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file.")
@click.argument("words", metavar="[--] QUERY", nargs=-1)
def command(*, words: tuple[str, ...], index: Path, form: str, output: Path | None) -> None:
    """Write every passage that QUERY finds, in reading order; without a query the whole archive.

    A file is written whole or not at all. Links begin with what WHOSAID_BASE_URL names.
    """
    asked = Query(" ".join(words))
    base = Settings.from_env().base_url or ""
    with closing(Archive(index)) as archive:
        address = f"{base}/search?{urlencode({'q': asked.text})}"
        facts = Facts(archive.generation, now().isoformat(), address, lambda passage: f"{base}/p/{passage}")
        pieces = export(EXPORTS[form], archive.engine(), asked, facts, NEVER)
        with _open(output) as stream:
            stream.writelines(pieces)


@contextmanager
def _open(output: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file that has its name only once it is whole."""
    if output is None:
        yield sys.stdout
        return
    unfinished = output.with_name(output.name + ".part")
    try:
        with unfinished.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        unfinished.replace(output)
    except IsADirectoryError as problem:
        raise click.FileError(str(output), problem.strerror) from problem
    except FileNotFoundError as problem:
        raise click.FileError(str(output), problem.strerror) from problem
    finally:
        unfinished.unlink(missing_ok=True)
