"""How much memory an export takes while its rows go by: as much for a hundred thousand as for a thousand."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from search.archive import Archive
from search.deadline import NEVER
from search.exporting import EXPORTS, Facts, export
from search.query import Query

GROWTH = 10  # MB that an export may take beside what its first rows took
_STEPS = 10  # looks at the memory
_STATUS = Path("/proc/self/status")


@dataclass(frozen=True, slots=True)
class Look:
    """After so many pieces of the file: memory of the process that is no file, in MB."""

    pieces: int
    megabytes: float


def looks(index: Path, form: str, memory: Callable[[], float]) -> Iterator[Look]:
    """Export a whole index to nowhere, and look at the memory ten times on the way."""
    with closing(Archive(index)) as archive:
        engine = archive.engine()
        every = max(1, engine.search(Query()).total // _STEPS)
        facts = Facts(archive.generation, "", "", "/p/{}".format)
        pieces = 0
        for pieces, _ in enumerate(export(EXPORTS[form], engine, Query(), facts, NEVER), start=1):
            if pieces % every == 0:
                yield Look(pieces, memory())
        yield Look(pieces, memory())


def anonymous() -> float:
    """Memory of this process that is not a part of some file, in MB, as Linux tells it."""
    line = next(line for line in _STATUS.read_text(encoding="ascii").splitlines() if line.startswith("RssAnon"))
    return int(line.split()[1]) / 1024


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The measurement as a command."""
    parser = commands.add_parser("export", help="memory while a whole index is exported (Linux)")
    parser.add_argument("index", type=Path, help="folder of an index")
    parser.add_argument("--format", choices=list(EXPORTS), default="csv")
    parser.set_defaults(run=lambda options: report(list(looks(options.index, options.format, anonymous))))


def report(found: list[Look]) -> tuple[list[str], int]:
    """The looks as a table; 1 where the memory grew."""
    lines = [f"{look.pieces:>10,} pieces {look.megabytes:>8.1f} MB" for look in found]
    grown = max(look.megabytes for look in found) - found[0].megabytes
    return [*lines, f"grown by {grown:.1f} MB, at most {GROWTH}"], int(grown > GROWTH)
