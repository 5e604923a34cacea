"""The query benchmark: all questions to every engine in turn, round after round, in one process.

Engines take turns of some questions each. An engine that serves people is alone with its processor's caches; one that
answers each question after a third of a second of another's work finds them empty, and that would be measured.
"""

from __future__ import annotations

import csv
import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from bench.asking import Answer, Question, same
from bench.peers import Peer

STEADY = (
    0.15  # the yardstick's median may move by this share between rounds; a round in which it moves more is repeated
)
TURN = 20  # questions that an engine answers before the next one does
_REPEATS = 3
_POINTS = (50, 95, 99)
Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Plan:
    """How to ask: rounds over all questions, in turns of some questions for each engine."""

    rounds: int
    yardstick: str
    turn: int = TURN
    clocks: tuple[Clock, Clock] = (process_time, perf_counter)


@dataclass(frozen=True, slots=True)
class Timing:
    """One answer to one question: milliseconds of processor time and on the wall."""

    round: int
    question: int
    kind: str
    engine: str
    cpu: float
    wall: float


@dataclass(frozen=True, slots=True)
class Run:
    """Timings of the rounds that count; `void` are pairs (question, engine) whose answer differs from the first's."""

    timings: tuple[Timing, ...]
    void: frozenset[tuple[int, str]]
    repeated: int

    def per_question(self, engine: str, kind: str | None, clock: str = "cpu") -> list[float]:
        """The median over the rounds of each question, valid for all engines, of a class or of all."""
        void = {question for question, _ in self.void}
        held: dict[int, list[float]] = {}
        for t in self.timings:
            if t.engine == engine and kind in (None, t.kind) and t.question not in void:
                held.setdefault(t.question, []).append(getattr(t, clock))
        return [median(values) for values in held.values()]

    def points(self, engine: str, kind: str | None, clock: str = "cpu") -> tuple[float, ...] | None:
        """The 50th, 95th and 99th percentile; None where no question is left."""
        values = sorted(self.per_question(engine, kind, clock))
        return tuple(percentile(values, point) for point in _POINTS) if values else None


def percentile(ascending: Sequence[float], point: int) -> float:
    """The value at a percentile, between two neighbours where it falls between them."""
    place = (len(ascending) - 1) * point / 100
    low = int(place)
    high = min(low + 1, len(ascending) - 1)
    return ascending[low] + (ascending[high] - ascending[low]) * (place - low)


def interleaved(questions: Sequence[Question], peers: Mapping[str, Peer], plan: Plan) -> Run:
    """Time the rounds of the plan after one that warms up and compares the answers.

    The engines take turns at being first. A round in which the yardstick's own median moves by more than `STEADY`
    from the last one is repeated, a few times at most.
    """
    void = frozenset(_differing(questions, peers))
    kept: list[Timing] = []
    before: float | None = None
    repeated = 0
    for number in range(plan.rounds):
        for _ in range(_REPEATS + 1):
            gc.collect()
            timings = list(_round(number, questions, peers, plan))
            own = [t.cpu for t in timings if t.engine == plan.yardstick]
            now = median(own) if own else None
            moved = now is not None and before is not None and abs(now - before) > STEADY * before
            before = now
            if not moved:
                break
            repeated += 1
        kept += timings
    return Run(tuple(kept), void, repeated)


def _differing(questions: Sequence[Question], peers: Mapping[str, Peer]) -> Iterator[tuple[int, str]]:
    for number, question in enumerate(questions):
        answers = {name: peer.answer(question) for name, peer in peers.items()}
        first: Answer = next(iter(answers.values()))
        yield from ((number, name) for name, answer in answers.items() if not same(first, answer))


def _round(number: int, questions: Sequence[Question], peers: Mapping[str, Peer], plan: Plan) -> Iterator[Timing]:
    cpu, wall = plan.clocks
    names = list(peers)
    for nth, begin in enumerate(range(0, len(questions), plan.turn)):
        first = (number + nth) % len(names)
        for name in names[first:] + names[:first]:
            for place, question in enumerate(questions[begin : begin + plan.turn], start=begin):
                started, began = wall(), cpu()
                peers[name].answer(question)
                spent, passed = cpu() - began, wall() - started
                yield Timing(number, place, question.kind, name, spent * 1000, passed * 1000)


def write_timings(run: Run, path: Path) -> None:
    """Every single measurement."""
    with path.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(("round", "question", "class", "engine", "cpu_ms", "wall_ms", "void"))
        for t in run.timings:
            void = int((t.question, t.engine) in run.void)
            rows.writerow((t.round, t.question, t.kind, t.engine, f"{t.cpu:.4f}", f"{t.wall:.4f}", void))


def table_of_run(run: Run, engines: Sequence[str], absent: Mapping[str, str], yardstick: str) -> list[str]:
    """Per class and for all: each engine's percentiles of processor time, and ratios to the yardstick."""
    kinds = list(dict.fromkeys(t.kind for t in run.timings))
    lines = [f"{'class':16}{'engine':18}{'p50 ms':>9}{'p95':>9}{'p99':>9}{'wall p50':>10}   ratios to {yardstick}"]
    for kind in [*kinds, None]:
        base = run.points(yardstick, kind) if yardstick in engines else None
        for engine in engines:
            points, wall = run.points(engine, kind), run.points(engine, kind, "wall")
            if points is None or wall is None:
                lines.append(f"{kind or 'all':16}{engine:18} void: no question that all engines answer alike")
                continue
            ratios = "".join(f"{mine / theirs:8.2f}" for mine, theirs in zip(points, base, strict=True)) if base else ""
            shown = "".join(f"{point:9.2f}" for point in points)
            lines.append(f"{kind or 'all':16}{engine:18}{shown}{wall[0]:10.2f}  {ratios}")
    lines += [f"{'all':16}{engine:18} {why}" for engine, why in absent.items()]
    lines += [f"VOID question {number}: {engine} differs" for number, engine in sorted(run.void)]
    if run.repeated:
        lines.append(f"{run.repeated} rounds repeated: the yardstick moved by more than {STEADY:.0%}")
    return lines


def figures_of(run: Run, engines: Sequence[str], size: int) -> dict[str, float]:
    """What the goals ask for, by name: ratios of ours to each peer."""
    figures: dict[str, float] = {f"query.{size}.void": len({question for question, _ in run.void})}
    kinds = list(dict.fromkeys(t.kind for t in run.timings))
    for peer in engines:
        ours, theirs = run.points("ours", None), run.points(peer, None)
        if peer == "ours" or ours is None or theirs is None:
            continue
        for point, mine, other in zip(_POINTS, ours, theirs, strict=True):
            figures[f"query.{size}.{peer}.p{point}"] = mine / other
        pairs = [(run.points("ours", kind), run.points(peer, kind)) for kind in kinds]
        figures[f"query.{size}.{peer}.worst-class"] = max(a[0] / b[0] for a, b in pairs if a and b)
    return figures
