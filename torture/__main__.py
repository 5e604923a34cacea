"""`python -m torture`: try the promises, all or some, and write down what was found."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from torture import attack, commits, damage, faults, full, kills, marks, memory, queries, steps, writers
from torture.figures import Figure, machine, table_of, write

PAGE = Path(__file__).resolve().parents[1] / "docs" / "reliability.md"
TRIALS: dict[str, Callable[[Path], Iterator[Figure]]] = {
    "kills": kills.run,
    "steps": steps.run,
    "full": full.run,
    "damage": damage.run,
    "commits": commits.run,
    "queries": queries.run,
    "attack": attack.run,
    "marks": marks.run,
    "faults": faults.run,
    "memory": memory.run,
    "writers": writers.run,
}
_SHARED = frozenset({"queries", "attack"})  # of a large archive, which takes its time to build


def main(arguments: Sequence[str] | None = None) -> int:
    """Try; 1 where a figure was not reached."""
    parser = argparse.ArgumentParser(prog="python -m torture", description="Whether the promises hold.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"some of: {', '.join(TRIALS)} (default: all)")
    names = parser.parse_args(arguments).names
    if unknown := set(names) - set(TRIALS):
        parser.error(f"no such trial: {', '.join(sorted(unknown))}")
    figures: list[Figure] = []
    with TemporaryDirectory(prefix="torture-") as folder:
        for name in names or TRIALS:
            place = Path(folder) / ("shared" if name in _SHARED else name)
            place.mkdir(exist_ok=True)
            started = time.perf_counter()
            for figure in TRIALS[name](place):
                figures.append(figure)
                say(f"{figure.verdict:>12}  {figure.promise}: {figure.tried}: {figure.found}")
            say(f"              {name} took {time.perf_counter() - started:.0f} s")
    say("", machine(), *table_of(figures))
    if not names:
        write(PAGE, figures, datetime.now(UTC).date().isoformat())
    return int(any(figure.reached is False for figure in figures))


def say(*lines: str) -> None:
    """Print at once: whoever waits should see how far it is."""
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
