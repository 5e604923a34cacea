"""One writer; the second is told at once which process writes (P13), also where there is much to read."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from search.generations import locked
from torture.figures import Figure
from torture.worlds import World, articles

ATTEMPTS = 5
SECONDS = 1.0
_LOCKED = 3  # the exit code
_FILES = 40
_CHARACTERS = 5_000_000  # in each: what a writer would have to read first


def run(place: Path) -> Iterator[Figure]:
    """A second build while the first is at work; of several attempts the quickest counts."""
    world = World(place / "corpus", place / "index")
    articles(world.corpus)
    for number in range(_FILES):
        (world.corpus / f"long{number}.txt").write_text("The harbour. " * (_CHARACTERS // 13))
    command = [sys.executable, "-m", "search", "index", str(world.corpus), "--index", str(world.index)]
    with locked(world.index):
        pid = (world.index / "lock").read_text().strip()
        seconds, work, told = [], [], True
        for _ in range(ATTEMPTS):
            before, started = _worked(), time.perf_counter()
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            work.append(_worked() - before)
            seconds.append(time.perf_counter() - started)
            told = told and done.returncode == _LOCKED and f"written by process {pid};" in done.stderr
    how = f"{min(work):.2f} s of work, {min(seconds):.2f} s on the clock, the start of the program included"
    found = f"{'told' if told else 'NOT told'} after {how}"
    tried = f"a second writer, beside {_FILES * _CHARACTERS // 1_000_000} MB of articles"
    yield Figure(
        "P13", tried, f"exit 3 with the process number in {SECONDS:.0f} s", found, told and min(work) <= SECONDS
    )


def _worked() -> float:
    """Seconds of work of all processes that this one has started and seen the end of."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
