"""The measurements measure what they say; no test here waits for a time."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from bench.__main__ import SEEDS, main
from bench.articles import articles_in, made_up, repeated
from bench.extract import measured, table_of
from bench.hostile import INPUTS, Doubling, doublings, table_of_doublings, text_of
from bench.linear import growth, table_of_growth
from search.extract import STAGES, passages_of
from search.model import Article


@pytest.fixture(scope="module")
def seeds() -> tuple[Article, ...]:
    return articles_in(sorted(SEEDS.glob("*.txt"))[:2])


def ticking() -> Callable[[], float]:
    """A clock that is a second later whenever it is asked."""
    return map(float, count()).__next__


def test_a_measurement_counts_passages_and_gives_each_stage_its_time(seeds: tuple[Article, ...]) -> None:
    found = measured(seeds, 40, ticking())
    assert list(found.seconds) == [stage.__name__ for stage in STAGES]
    assert set(found.seconds.values()) == {float(found.articles)}
    assert found.passages >= 40
    assert found.rate == found.passages / (found.articles * len(STAGES))
    assert table_of(found)[-1].endswith("per second and core")


def test_repeated_articles_have_ids_of_their_own(seeds: tuple[Article, ...]) -> None:
    three = [article for _, article in zip(range(3), repeated(seeds), strict=False)]
    assert len({article.info.id for article in three}) == 3
    assert [article.text for article in three] == [seeds[0].text, seeds[1].text, seeds[0].text]


def test_made_up_articles_differ_and_have_their_own_speakers(seeds: tuple[Article, ...]) -> None:
    first, second = made_up(seeds, 1), made_up(seeds, 2)
    assert first == made_up(seeds, 1)
    assert first.text != second.text
    heard = [{name for passage in passages_of(each) for name in passage.speakers} for each in (first, second)]
    assert heard[0] != heard[1]


def test_growth_compares_each_run_with_the_first(seeds: tuple[Article, ...]) -> None:
    rates = tuple(growth(seeds, (1, 2), ticking()))
    assert [(rate.articles, rate.seconds) for rate in rates] == [(1, 1.0), (2, 2.0)]
    assert [line.split()[-1] for line in table_of_growth(rates)[1:]] == ["1.00", "1.00"]


@pytest.mark.parametrize("pattern", INPUTS.values(), ids=INPUTS.keys())
def test_a_hostile_text_is_as_long_as_asked_and_extracted_whole(pattern: str) -> None:
    text = text_of(pattern, 2_000)
    assert len(text) == 2_000
    assert text_of(pattern, 4_000).startswith(text[:-40])
    found = passages_of(made_of(text))
    assert "".join("".join(passage.text.split()) for passage in found) == "".join(text.split())


def made_of(text: str) -> Article:
    article = articles_in(sorted(SEEDS.glob("*.txt"))[:1])[0]
    return Article(article.info, text)


def test_only_times_that_tell_something_break_the_law() -> None:
    rows = (Doubling("a", "spoken", 0.1, 0.2), Doubling("a", "cited", 0.1, 0.5), Doubling("b", "cited", 0.001, 0.04))
    assert [row.breaks for row in rows] == [False, True, False]
    lines = table_of_doublings(rows)
    assert "BREAKS a: cited x5.00" in lines
    assert table_of_doublings(rows[:1])[-1].startswith("No stage takes more than 3 times")


def test_every_stage_is_timed_on_every_input() -> None:
    rows = tuple(doublings(50, {"one": "Mr. ", "two": "x\n"}, ticking()))
    assert len(rows) == 2 * len(STAGES)
    assert {row.ratio for row in rows} == {1.0}


def test_the_command_prints_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.txt"
    file.write_text("The harbour\nMr. Le Van Binh said that it is safe.\n")
    assert main(["extract", "--files", str(file), "--passages", "4"]) == 0
    assert "spoken" in capsys.readouterr().out
    assert main(["extract", "--linear", "--sizes", "1", "2"]) == 0
    assert "ms/article" in capsys.readouterr().out
    assert main(["extract", "--hostile", "--characters", "40"]) == 0
    assert "No stage takes more than" in capsys.readouterr().out
