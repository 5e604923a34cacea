"""Twelve traps that Whoosh has set for others, and that no engine of ours may fall into."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from search.deadline import Deadline
from search.engines import EngineKind
from search.engines.base import SearchEngine
from search.errors import IndexStateError
from search.model import Passage
from search.query import Filter, Query, Sort
from search.results import ResultPage

Compose = Callable[..., Passage]
Build = Callable[..., SearchEngine]

ASKED = ("tax", "tax debt", '"tax and debt"', "deb*", "-tax", "tax OR peace", "speaker:Ann", "year:2022..", "")


def many(compose: Compose) -> list[Passage]:
    return [
        compose(
            f"tax and debt number {n}" if n % 3 else "peace",
            article=f"a{n:02}",
            day=date(2020 + n % 5, 1, 1) if n % 4 else None,
            speakers=("Ann",) if n % 2 else ("Ben",),
        )
        for n in range(40)
    ]


def told(page: ResultPage) -> object:
    return page.query, page.total, page.hits, page.facets


def test_1_a_refusal_beside_a_word_does_not_return_everything(compose: Compose, build: Build) -> None:
    engine = build(*many(compose))
    assert engine.search(Query("tax -debt")).total == 0
    assert engine.search(Query("peace -debt")).total == 14


def test_2_facets_count_all_hits_however_short_the_page(compose: Compose, build: Build) -> None:
    engine = build(*many(compose))
    short, whole = engine.search(Query("tax", page_size=1)), engine.search(Query("tax", page_size=100))
    assert short.facets == whole.facets
    assert sum(value.count for value in short.facets[0].values) == 26


def test_3_the_total_of_a_short_page_heeds_the_filters(compose: Compose, build: Build) -> None:
    page = build(*many(compose)).search(Query("tax", filters=(Filter("speaker", "Ann"),), page_size=1))
    assert page.total == 13
    assert len(page.hits) == 1


def test_4_what_is_refused_adds_nothing_to_a_score(compose: Compose, build: Build) -> None:
    engine = build(*many(compose))
    plain, refusing = engine.search(Query("tax")), engine.search(Query("tax -peace -absent -never"))
    assert [hit.score for hit in plain.hits] == [hit.score for hit in refusing.hits]
    assert {hit.score for hit in engine.search(Query("-tax")).hits} == {0.0}


def test_5_deleted_passages_do_not_come_back(compose: Compose, build: Build, kind: EngineKind, tmp_path: Path) -> None:
    engine = build(*many(compose))
    for number in range(10):
        with engine.writer() as writer:
            writer.remove(f"a{number:02}")
        assert engine.search(Query()).total == 39 - number
        other = kind.open(tmp_path / "index0")
        assert other.search(Query()).total == 39 - number
        other.close()


@pytest.fixture
def eager_switching() -> Iterator[None]:
    """Let threads take turns a thousand times more often than they would, so that a race shows."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("eager_switching")
def test_6_threads_with_an_engine_each_get_the_answers_of_one(
    compose: Compose, build: Build, kind: EngineKind, tmp_path: Path
) -> None:
    engine = build(*many(compose))
    alone = [told(engine.search(Query(text))) for text in ASKED]

    def work(_: int) -> list[object]:
        own = kind.open(tmp_path / "index0")
        answers = [told(own.search(Query(text))) for _ in range(5) for text in ASKED]
        own.close()
        return answers

    with ThreadPoolExecutor(4) as pool:
        for answers in pool.map(work, range(4)):
            assert answers == alone * 5


def test_7_running_is_found_by_run(compose: Compose, build: Build) -> None:
    engine = build(compose("They were running"), compose("She runs", ordinal=1), compose("runn", ordinal=2))
    assert {hit.passage.id for hit in engine.search(Query("run")).hits} == {"a-0", "a-1"}
    assert engine.search(Query("runs")).total == engine.search(Query("running")).total == 2


def test_8_one_undated_passage_among_dated_ones_breaks_nothing(compose: Compose, build: Build) -> None:
    engine = build(
        compose("x", article="a"), compose("x", article="b", day=date(1, 1, 1)), compose("x", article="c", day=date.max)
    )
    years = {counts.name: counts for counts in engine.search(Query("x")).facets}["year"]
    assert [(value.value, value.count) for value in years.values] == [("9999", 1), ("0001", 1), (None, 1)]
    assert [hit.passage.id for hit in engine.search(Query("x", sort=Sort.OLDEST)).hits] == ["b-0", "c-0", "a-0"]


def test_9_a_passage_that_is_refused_does_not_spoil_its_neighbour(compose: Compose, build: Build) -> None:
    engine = build()
    for bad in ("half \udc00", "\ud800"):
        with engine.writer() as writer:
            with pytest.raises(ValueError, match="bad"):
                writer.add([compose("fine", article="bad"), compose(bad, article="bad", ordinal=1)])
            writer.remove("good")
            writer.add([compose("the neighbour", article="good", title="The neighbour")])
    assert engine.article("good") == (compose("the neighbour", article="good", title="The neighbour"),)
    assert engine.search(Query("neighbour")).total == engine.search(Query()).total == 1


def test_10_a_deadline_holds_outside_the_main_thread(
    compose: Compose, build: Build, kind: EngineKind, tmp_path: Path
) -> None:
    build(*many(compose))

    def work() -> ResultPage:
        own = kind.open(tmp_path / "index0")
        page = own.search(Query("tax debt"), Deadline.after(0))
        own.close()
        return page

    with ThreadPoolExecutor(1) as pool:
        assert not pool.submit(work).result().complete


def test_11_creating_never_empties_an_index_that_is_there(
    compose: Compose, build: Build, kind: EngineKind, tmp_path: Path
) -> None:
    engine = build(*many(compose))
    with pytest.raises(IndexStateError):
        kind.create(tmp_path / "index0")
    other = kind.open(tmp_path / "index0")
    assert other.search(Query()).total == engine.search(Query()).total == 40
    other.close()


def test_12_a_word_far_into_a_long_passage_is_marked_too(compose: Compose, build: Build) -> None:
    text = "and so on " * 4000 + "<b>tax</b>"
    (hit,) = build(compose(text)).search(Query("tax")).hits
    (span,) = hit.matches
    assert span.start > 32_768
    assert span.of(hit.passage.text) == "tax"
