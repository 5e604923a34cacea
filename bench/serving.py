"""An index in use: cold starts and memory in a process of its own, many threads, and one article more."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from bench.asking import Answer, Question, read_questions
from bench.peers.ours import Ours, open_
from search.engines import DEFAULT_ENGINE, ENGINES
from search.model import Passage
from search.query import Query

_COMMITS = 15
_WORD = "zzyzx"  # in no corpus
Figures = dict[str, float]


def start_here(folder: Path, questions: Path) -> Figures:
    """Open the index and answer the first question, then the others; milliseconds on the wall, megabytes of our own."""
    asked = read_questions(questions)
    started = perf_counter()
    peer = open_(folder)
    peer.answer(asked[0])
    first = perf_counter() - started
    for question in asked:
        peer.answer(question)
    status = Path("/proc/self/status").read_text(encoding="ascii")
    anonymous = re.search(r"RssAnon:\s+(\d+) kB", status)
    return {"start-ms": first * 1000, "anonymous-mb": int(anonymous[1]) / 1024 if anonymous else 0.0}


def start_apart(folder: Path, questions: Path, times: int = 5) -> Figures:
    """The median of several new processes."""
    command = [sys.executable, "-m", "bench", "start-one", str(folder), str(questions)]
    runs: list[Figures] = [
        json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)  # noqa: S603 - ours
        for _ in range(times)
    ]
    return {name: median(run[name] for run in runs) for name in runs[0]}


def in_threads(folder: Path, questions: Sequence[Question], threads: int, each: int) -> int:
    """How many answers of so many threads, an engine for each, differ from those of one thread alone."""
    alone = open_(folder)
    expected = [alone.answer(question) for question in questions]

    def errors(first: int) -> int:
        peer = open_(folder)
        with closing(peer.engine):
            return sum(_differs(peer, questions, expected, (first + n) % len(questions)) for n in range(each))

    with closing(alone.engine), ThreadPoolExecutor(threads) as pool:
        return sum(pool.map(errors, range(0, threads * 7, 7)))


def _differs(peer: Ours, questions: Sequence[Question], expected: Sequence[Answer], number: int) -> bool:
    return peer.answer(questions[number]) != expected[number]


def commits(folder: Path, passages: Sequence[Passage], copy: Path) -> Figures:
    """Milliseconds from one article in hand to finding it, again and again in a branch of the index: medians."""
    shutil.rmtree(copy, ignore_errors=True)
    kind = ENGINES[DEFAULT_ENGINE]
    kind.branch(folder, copy)
    cpu, wall = [], []
    with closing(kind.open(copy)) as engine:
        for number in range(_COMMITS):
            article = [_renamed(passage, number) for passage in passages]
            began, started = process_time(), perf_counter()
            with engine.writer() as writer:
                writer.add(article)
            found = engine.search(Query(f"{_WORD}{number}")).total
            cpu.append(process_time() - began)
            wall.append(perf_counter() - started)
            if found != len(article):
                msg = f"{found} of {len(article)} passages are found right after they were committed"
                raise RuntimeError(msg)
    shutil.rmtree(copy)
    return {"commit-ms": median(wall) * 1000, "commit-cpu-ms": median(cpu) * 1000}


def _renamed(passage: Passage, number: int) -> Passage:
    info = replace(passage.article, id=f"{_WORD}-{number}")
    return replace(
        passage, id=f"{_WORD}-{number}-{passage.ordinal}", article=info, text=f"{passage.text} {_WORD}{number}"
    )
