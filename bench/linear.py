"""Whether a long run is as quick per article as a short one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from time import process_time

from bench.articles import made_up
from bench.extract import Clock
from search.extract import passages_of
from search.model import Article

SIZES = (1_000, 3_000, 10_000)


@dataclass(frozen=True, slots=True)
class Rate:
    """A run of so many articles, all different."""

    articles: int
    passages: int
    seconds: float


def growth(articles: Sequence[Article], sizes: Sequence[int], clock: Clock = process_time) -> Iterator[Rate]:
    """One run per size; articles are made up anew each time, outside the time that is measured."""
    for size in sizes:
        seconds, passages = 0.0, 0
        for number in range(size):
            article = made_up(articles, number)
            start = clock()
            passages += len(passages_of(article))
            seconds += clock() - start
        yield Rate(size, passages, seconds)


def table_of_growth(rates: Sequence[Rate]) -> list[str]:
    """A line per run; the last column compares with the first run."""
    lines = [f"{'articles':>10}{'passages':>10}{'seconds':>10}{'ms/article':>12}{'ratio':>8}"]
    first = rates[0].seconds / rates[0].articles if rates else 0.0
    for rate in rates:
        each = rate.seconds / rate.articles
        lines.append(
            f"{rate.articles:>10,}{rate.passages:>10,}{rate.seconds:>10.1f}{each * 1000:>12.3f}{each / first:>8.2f}"
        )
    return lines
