"""Passages per second and core of the whole extraction, and each stage's share of the time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import process_time

from bench.articles import repeated
from search.extract import STAGES, Draft
from search.model import Article

Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Measurement:
    """What was extracted, and the seconds of processor time of each stage by its name."""

    articles: int
    passages: int
    seconds: dict[str, float]

    @property
    def rate(self) -> float:
        """Passages per second and core."""
        return self.passages / max(sum(self.seconds.values()), 1e-9)


def measured(articles: Sequence[Article], passages: int, clock: Clock = process_time) -> Measurement:
    """Extract the articles in turn until there are so many passages. The first round, which warms caches, is free."""
    for article in articles:
        _run(article, {}, clock)
    seconds: dict[str, float] = {}
    done = count = 0
    for article in repeated(articles):
        done += _run(article, seconds, clock)
        count += 1
        if done >= passages:
            break
    return Measurement(count, done, seconds)


def _run(article: Article, seconds: dict[str, float], clock: Clock) -> int:
    draft = Draft(article)
    for stage in STAGES:
        start = clock()
        draft = stage(draft)
        seconds[stage.__name__] = seconds.get(stage.__name__, 0.0) + clock() - start
    return max(len(draft.passages), 1)


def table_of(found: Measurement) -> list[str]:
    """The table: a line per stage, then the whole."""
    whole = sum(found.seconds.values()) or 1.0
    lines = [f"{'stage':12}{'seconds':>10}{'share':>8}"]
    lines += [f"{name:12}{seconds:>10.3f}{seconds / whole:>8.0%}" for name, seconds in found.seconds.items()]
    lines.append(f"{'all':12}{whole:>10.3f}{1:>8.0%}")
    lines.append(f"{found.passages:,} passages of {found.articles:,} articles: {found.rate:,.0f} per second and core")
    return lines
