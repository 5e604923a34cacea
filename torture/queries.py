"""Whatever is asked is answered, in about a second at most (P8)."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from search import Archive, Deadline, Query, Settings
from search.limits import SEARCH_SECONDS
from torture.asking import SLOW, USUAL, address, text
from torture.figures import Figure
from torture.large import PASSAGES, large
from webapp import create_app

FUZZED = 2_500
SECONDS = 1.1
STEPS = (0.0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3)  # deadlines: whatever comes after them is one step too long to stop
STEP_SECONDS = 0.3
_ATTEMPTS = 3  # the quickest counts: others use the machine


def run(place: Path) -> Iterator[Figure]:
    """Pages, then times."""
    with closing(Archive(large(place / "large"))) as archive:
        client = create_app(archive, Settings(search_seconds=SEARCH_SECONDS)).test_client()
        dice = random.Random(1)  # noqa: S311 - no secret
        faults = [path for path in (address(dice) for _ in range(FUZZED)) if client.get(path).status_code >= 500]  # noqa: PLR2004
        found = f"{len(faults)} faults" + (f", first {faults[0][:80]!r}" if faults else "")
        yield Figure(
            "P8", f"{FUZZED:,} fuzzed addresses at {PASSAGES:,} passages", "no answer 500 or above", found, not faults
        )
        yield _slowest(archive, dice)
        yield _longest_step(archive)


def _slowest(archive: Archive, dice: random.Random) -> Figure:
    asked = [*SLOW, *USUAL, *(text(dice) for _ in range(FUZZED - len(SLOW) - len(USUAL)))]
    times = sorted((_seconds(archive, each, SEARCH_SECONDS), each) for each in asked)
    over = [
        (min(_seconds(archive, each, SEARCH_SECONDS) for _ in range(_ATTEMPTS)), each)
        for s, each in times
        if s > SECONDS
    ]
    slowest = max([s for s, _ in times if s <= SECONDS] + [s for s, _ in over])
    tried = f"{len(asked):,} queries, {len(SLOW)} of them meant to be slow, with the usual deadline"
    return Figure("P8", tried, f"none over {SECONDS} s", f"slowest {slowest:.2f} s", slowest <= SECONDS)


def _longest_step(archive: Archive) -> Figure:
    """By how much a deadline is passed at most, wherever it falls."""
    most = 0.0
    for each in SLOW:
        for deadline in STEPS:
            most = max(most, min(_seconds(archive, each, deadline) for _ in range(_ATTEMPTS)) - deadline)
    tried = f"deadlines of {len(STEPS)} lengths on each of {len(SLOW)} slow queries: the longest step after one"
    return Figure("P8", tried, f"under {STEP_SECONDS} s", f"{most:.3f} s", most < STEP_SECONDS)


def _seconds(archive: Archive, each: str, deadline: float) -> float:
    started = time.perf_counter()
    archive.engine().search(Query(each), Deadline.after(deadline))
    return time.perf_counter() - started
