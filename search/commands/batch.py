"""`whosaid batch`: a table of queries, answered one after the other."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import click

from search.archive import Archive
from search.batch import Asked, answers, done_in, queries_in
from search.commands import index_option
from search.commands.output import counted, note, say_json
from search.engines.base import SearchEngine
from search.limits import PAGE_SIZE, PAGE_SIZE_MAX
from search.records import Record


@click.command("batch")
@index_option.option
@click.option(
    "--hits", type=click.IntRange(1, PAGE_SIZE_MAX), default=PAGE_SIZE, show_default=True, help="Of each query."
)
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Write here, or go on with this file.")
@click.argument("table", metavar="FILE.csv", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def command(*, table: Path, index: Path, hits: int, output: Path | None) -> None:
    """Answer every query of FILE.csv, which has them in a column called query.

    Each answer is one line of JSON, with the exact number of passages and the first hits. With --output the answers
    that are in the file already are kept, and the rest is added.
    """
    queries = queries_in(table.read_bytes())
    with closing(Archive(index)) as archive:
        engine, generation = archive.engine(), archive.generation
        if output is None:
            for record in _shown(answers(engine, queries, generation, hits), len(queries), 0):
                say_json(record)
            return
        done = _whole(output, queries, generation, hits)
        _append(output, engine, queries, generation, hits, done)
    kept = f", {counted(done, 'answer')} kept" if done else ""
    note(f"{counted(len(queries), 'query', 'queries')} answered in {output}{kept}.")


def _whole(output: Path, queries: tuple[Asked, ...], generation: str, hits: int) -> int:
    """How many answers the file has; the beginning of one that was not finished is cut off."""
    if not output.exists():
        return 0
    text = output.read_text(encoding="utf-8", errors="replace")
    whole = text[: text.rfind("\n") + 1]
    done = done_in(whole, queries, generation, hits)
    with output.open("r+b") as stream:
        stream.truncate(len(whole.encode("utf-8")))
    return done


def _append(  # noqa: PLR0913, PLR0917 - what an answer depends on
    output: Path, engine: SearchEngine, queries: tuple[Asked, ...], generation: str, hits: int, done: int
) -> None:
    with output.open("a", encoding="utf-8") as stream:
        for record in _shown(answers(engine, queries[done:], generation, hits), len(queries), done):
            stream.write(json.dumps(record, ensure_ascii=False) + "\n")
            stream.flush()  # whatever stops the program, what is answered stays


def _shown(records: Iterable[Record], queries: int, done: int) -> Iterable[Record]:
    """The same records, with a bar on standard error if that is a terminal."""
    if not sys.stderr.isatty():
        yield from records
        return
    with click.progressbar(length=queries, label="Answering", file=sys.stderr, show_pos=True) as bar:
        bar.update(done)
        for record in records:
            yield record
            bar.update(1)
