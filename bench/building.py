"""The index benchmark: each engine builds in a process of its own, which says what that took."""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter, process_time

from bench.passages import articles_from
from bench.peers import PEERS
from bench.peers.rows import rows_of
from search.model import Passage


@dataclass(frozen=True, slots=True)
class Build:
    """What one build took: seconds, the most memory with that of its processes, and what lies on the disk then."""

    engine: str
    passages: int
    cpu: float
    wall: float
    peak_mb: float
    size_mb: float


# What every build has to do before an engine sees anything: reading the records, and analysing their text.
STEPS: dict[str, Callable[[Iterable[tuple[Passage, ...]]], object]] = {
    "(reading)": lambda articles: deque(articles, maxlen=0),
    "(reading, analysing)": lambda articles: deque(rows_of(articles), maxlen=0),
}


def build_here(engine: str, corpus: Path, folder: Path) -> Build:
    """Build in this very process, which should be a new one: its memory is measured from its beginning."""
    passages = 0

    def counted() -> Iterator[tuple[Passage, ...]]:
        nonlocal passages
        for article in articles_from(corpus):
            passages += len(article)
            yield article

    began, started = process_time(), perf_counter()
    if engine in STEPS:
        STEPS[engine](counted())
    else:
        PEERS[engine].build(counted(), folder)
    cpu, wall = process_time() - began, perf_counter() - started
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss + children.ru_maxrss
    size = sum(file.stat().st_size for file in folder.rglob("*")) if folder.is_dir() else 0
    return Build(engine, passages, cpu + children.ru_utime + children.ru_stime, wall, peak / 1024, size / 1e6)


def build_apart(engine: str, corpus: Path, folder: Path) -> Build:
    """Build in a new process."""
    shutil.rmtree(folder, ignore_errors=True)
    command = [sys.executable, "-m", "bench", "build-one", engine, str(corpus), str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - our own program
    return Build(**json.loads(done.stdout))


def spell_build(build: Build) -> str:
    """What the process of a build prints."""
    return json.dumps(asdict(build))


def table_of_builds(builds: Sequence[Build], absent: Mapping[str, str]) -> list[str]:
    """A line per build; peers of which the ratios tell come first."""
    lines = [f"{'engine':22}{'passages':>10}{'CPU s':>9}{'wall s':>9}{'per s':>9}{'peak MB':>9}{'MB':>9}"]
    lines += [
        f"{b.engine:22}{b.passages:>10,}{b.cpu:>9.1f}{b.wall:>9.1f}{b.passages / b.cpu:>9,.0f}{b.peak_mb:>9.0f}"
        f"{b.size_mb:>9.1f}"
        for b in builds
    ]
    return lines + [f"{engine:22} {why}" for engine, why in absent.items()]


def figures_of_builds(builds: Sequence[Build], size: int) -> dict[str, float]:
    """Ratios of ours: of processor time after reading, of which `alone` charges the analysis to us only, and of size.

    tantivy can analyse by itself, so the truth lies between the two; its size is that without what serves snippets.
    """
    by_name = {build.engine: build for build in builds}
    if "ours" not in by_name:
        return {}  # nothing to compare with
    ours, reading, analysing = by_name["ours"], *(by_name[step].cpu for step in STEPS)
    figures = {f"index.{size}.peak-mb": ours.peak_mb}
    for name in by_name.keys() - STEPS.keys() - {"ours"}:
        other = by_name[name]
        figures[f"index.{size}.{name}.cpu"] = (ours.cpu - reading) / (other.cpu - reading)
        figures[f"index.{size}.{name}.cpu-alone"] = (ours.cpu - reading) / max(other.cpu - analysing, 1e-9)
        figures[f"index.{size}.{name}.size"] = ours.size_mb / other.size_mb
    return figures
