"""Threads and processes that read during a hundred commits, with threads changing places all the time (P6, P7)."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Event

from search import generations
from search.archive import Archive
from torture.figures import Figure
from torture.processes import apart, code_of
from torture.worlds import World, answers, articles, told, write

COMMITS = 100
THREADS = 4
PROCESSES = 2
INTERVAL = 1e-5  # seconds after which another thread comes on
STATES = 4  # of the archive, one after the other


def run(place: Path) -> Iterator[Figure]:
    """Every answer within a turn is that of the generation it is of; and no generation goes back."""
    world = World(place / "corpus", place / "index")
    articles(world.corpus)
    truth = [_state(World(world.corpus, place / f"truth{number}"), number) for number in range(STATES)]
    _become(world.corpus, 0)
    world.build()
    stop = place / "stop"
    readers = [apart(lambda: _process(world.index, truth, stop)) for _ in range(PROCESSES)]
    over = Event()
    before = sys.getswitchinterval()
    sys.setswitchinterval(INTERVAL)
    try:
        with closing(Archive(world.index)) as archive, ThreadPoolExecutor(THREADS) as pool:
            threads = [pool.submit(_read, archive, truth, over.is_set) for _ in range(THREADS)]
            try:
                for number in range(1, COMMITS + 1):
                    _become(world.corpus, number % STATES)
                    world.build()
            finally:
                over.set()
                stop.touch()
            reads, problems = _outcome(threads)
    finally:
        sys.setswitchinterval(before)
    codes = [code_of(reader) for reader in readers]
    problems += [f"process ended with {code}" for code in codes if code]
    tried = f"{THREADS} threads and {PROCESSES} processes reading during {COMMITS} commits ({reads:,} reads by threads)"
    made = generations.current(world.index) == COMMITS + 1
    found = f"{len(problems)} wrong" + (f": {problems[0][:80]}" if problems else "")
    yield Figure("P6, P7", tried, "0 errors, 0 wrong", found, made and not problems and reads > COMMITS)


def _become(corpus: Path, state: int) -> None:
    """One article changes its words with the state, and one is there in every other state only."""
    write(corpus, "a1", f"bridge {state}")
    (corpus / "a2.txt").unlink(missing_ok=True)
    if state % 2:
        write(corpus, "a2", "secret harbour")


def _state(world: World, number: int) -> object:
    _become(world.corpus, number)
    world.build()
    return answers(world.index)


def _read(archive: Archive, truth: list[object], over: Callable[[], bool]) -> int:
    """Read to the end; the number of answers. Raises `AssertionError` at the first wrong one."""
    reads, last = 0, 0
    while not over():
        with archive.lend():
            generation = int(archive.generation)
            found = told(archive.engine())
        if found != truth[(generation - 1) % STATES] or generation < last:
            msg = f"generation {generation} after {last} answers {found}"
            raise AssertionError(msg)
        reads, last = reads + 1, generation
    return reads


def _outcome(threads: list[Future[int]]) -> tuple[int, list[str]]:
    problems = [str(problem) for thread in threads if (problem := thread.exception()) is not None]
    return sum(thread.result() for thread in threads if thread.exception() is None), problems


def _process(index: Path, truth: list[object], stop: Path) -> int:
    with closing(Archive(index)) as archive:
        _read(archive, truth, stop.exists)
    return 0
