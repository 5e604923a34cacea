"""Fifty thousand queries, and no more memory than after the first few (P12)."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from search import Archive, Deadline, Query
from torture.asking import SLOW, USUAL, text
from torture.figures import Figure
from torture.large import large

QUERIES = 50_000
WARM = 1_000
LAST = 20_000
PASSAGES = 3_000
MEGABYTES = 15.0
FLAT = 2.0  # megabytes
_DEADLINE = 0.05  # what is asked, not how much of it is found, is what could be kept


def run(place: Path) -> Iterator[Figure]:
    """Growth over all of them, and over the last."""
    dice = random.Random(1)  # noqa: S311 - no secret
    known = [*USUAL, *SLOW]
    with closing(Archive(large(place / "small", PASSAGES))) as archive:
        engine = archive.engine()
        sizes: dict[int, float] = {}
        for number in range(QUERIES + 1):
            if number in (WARM, QUERIES - LAST, QUERIES):
                sizes[number] = anonymous_megabytes()
            engine.search(Query(dice.choice(known) if number % 2 else text(dice)), Deadline.after(_DEADLINE))
    grown = sizes[QUERIES] - sizes[WARM]
    late = sizes[QUERIES] - sizes[QUERIES - LAST]
    tried = f"{QUERIES:,} queries, half of them fuzzed"
    found = f"{grown:+.1f} MB, {late:+.1f} MB over the last {LAST:,}"
    yield Figure(
        "P12", tried, f"at most {MEGABYTES:.0f} MB more, flat at the end", found, grown <= MEGABYTES and late <= FLAT
    )


def anonymous_megabytes(process: str = "self") -> float:
    """What a process holds of its own, without the files it reads."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("RssAnon")).split()[1]) / 1024
