"""`python -m bench`: choose a measurement."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from bench import exporting, measuring
from bench.articles import articles_in
from bench.extract import measured, table_of
from bench.hostile import LIMIT, doublings, table_of_doublings
from bench.linear import SIZES, growth, table_of_growth
from bench.measuring import SEEDS


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one measurement and print its table; 1 where a law of growth or a goal is broken."""
    options = _parser().parse_args(arguments)
    run: measuring.Step = options.run
    lines, code = run(options)
    sys.stdout.write("\n".join(lines) + "\n")
    return code


def extraction(options: argparse.Namespace) -> tuple[list[str], int]:
    """Measure what is made of articles."""
    if options.hostile:
        rows = tuple(doublings(options.characters))
        return table_of_doublings(rows), int(any(row.breaks for row in rows))
    articles = articles_in(options.files or sorted(SEEDS.glob("*.txt")))
    if options.linear:
        return table_of_growth(tuple(growth(articles, tuple(options.sizes)))), 0
    return table_of(measured(articles, options.passages)), 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description="How fast Whosaid is, by process time.")
    commands = parser.add_subparsers(required=True)
    measuring.add_to(commands)
    exporting.add_to(commands)
    extract = commands.add_parser("extract", help="passages per second and core of the whole extraction")
    extract.add_argument("--files", nargs="*", type=Path, help="articles to measure on (default: the seeds)")
    extract.add_argument("--passages", type=int, default=5_000, help="at least so many passages (default: %(default)s)")
    extract.add_argument("--linear", action="store_true", help="seconds per article as the number of articles grows")
    extract.add_argument("--sizes", nargs="*", type=int, default=SIZES, help="numbers of articles for --linear")
    extract.add_argument(
        "--hostile", action="store_true", help=f"time of each stage on inputs made to be slow; at most x{LIMIT} doubled"
    )
    extract.add_argument("--characters", type=int, default=100_000, help="size to double with --hostile")
    extract.set_defaults(run=extraction)
    return parser


if __name__ == "__main__":
    sys.exit(main())
