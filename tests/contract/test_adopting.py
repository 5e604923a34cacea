"""An index that another one adopts is in it as if its passages had been added, one article after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.engines import ENGINES, EngineKind
from search.engines.base import SearchEngine
from search.errors import IndexStateError, NotFoundError
from search.model import Passage
from search.query import Group, Query

Compose = Callable[..., Passage]
Build = Callable[..., SearchEngine]

NAMES = [f"article{n:02}" for n in range(45)]  # those of the random articles


def held(engine: SearchEngine) -> list[str]:
    return [hit.passage.id for hit in engine.search(Query(page_size=100)).hits]


def files(directory: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in directory.iterdir() if "lock" not in file.name.lower()}


@pytest.fixture(scope="module", params=sorted(ENGINES))
def adopting(
    request: pytest.FixtureRequest, archives: dict[str, SearchEngine], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SearchEngine]:
    """The random articles: some are adopted, out of their order, some were there before, some are added afterwards."""
    kind, place, known = ENGINES[request.param], tmp_path_factory.mktemp("adopting"), archives["memory"]
    for part in range(3):
        with closing(kind.create(place / str(part))) as engine, engine.writer(3) as writer:
            for name in NAMES[part:30:3]:
                writer.add(known.article(name))
        with closing(kind.open(place / str(part))) as engine, engine.writer(3) as writer:
            writer.remove(NAMES[part])
    with closing(kind.create(place / "whole")) as whole:
        with whole.writer() as writer:
            for name in (*NAMES[30:40], NAMES[1]):
                writer.add(known.article(name))
        with whole.writer() as writer:
            for part in (2, 0, 1):
                writer.adopt(place / str(part))
            for name in (*NAMES[40:], NAMES[0], NAMES[2]):
                writer.add(known.article(name))
        yield whole


@settings(max_examples=60)
@given(data=st.data(), group=st.sampled_from(Group))
def test_an_answer_does_not_tell_what_was_adopted(
    adopting: SearchEngine,
    archives: dict[str, SearchEngine],
    queries: st.SearchStrategy[Query],
    data: st.DataObject,
    group: Group,
) -> None:
    query = data.draw(queries).grouped_by(group)
    page, expected = adopting.search(query), archives["memory"].search(query)
    assert (page.total, page.hits, page.facets, page.grouping) == (
        expected.total,
        expected.hits,
        expected.facets,
        expected.grouping,
    )


def test_nor_does_anything_else(adopting: SearchEngine, archives: dict[str, SearchEngine]) -> None:
    known = archives["memory"]
    assert adopting.statistics() == known.statistics()
    assert list(adopting.vocabulary()) == list(known.vocabulary())
    assert list(adopting.names()) == list(known.names())
    assert [adopting.article(name) for name in NAMES] == [known.article(name) for name in NAMES]


def test_the_adopted_index_stays_as_it_is(compose: Compose, build: Build, tmp_path: Path) -> None:
    engine, other = build(compose("tax")), build(compose("debt", article="b"))
    before = files(tmp_path / "index1")
    with engine.writer() as writer:
        writer.adopt(tmp_path / "index1")
        writer.remove("b")
        writer.add([compose("labour", article="c")])
    assert (held(engine), held(other)) == (["a-0", "c-0"], ["b-0"])
    assert files(tmp_path / "index1") == before


def test_an_id_that_is_there_already_is_refused_and_nothing_is_adopted(
    compose: Compose, build: Build, tmp_path: Path
) -> None:
    engine = build(compose("tax"))
    build(compose("debt", article="b"), compose("labour", article="c"), compose("tax"))
    build(compose("tax", article="d"), compose("debt", article="b"))
    with engine.writer() as writer:
        with pytest.raises(ValueError, match="a-0"):
            writer.adopt(tmp_path / "index1")
        writer.add([compose("reform", article="b")])
        with pytest.raises(ValueError, match="b-0"):
            writer.adopt(tmp_path / "index2")
    assert held(engine) == ["a-0", "b-0"]
    with pytest.raises(NotFoundError):
        engine.article("c")


def test_what_was_removed_may_come_again_by_adoption(compose: Compose, build: Build, tmp_path: Path) -> None:
    engine = build(compose("tax"), compose("debt", article="b"))
    build(compose("reform"), compose("labour", ordinal=1))
    with engine.writer() as writer:
        writer.remove("a")
        writer.adopt(tmp_path / "index1")
        with pytest.raises(ValueError, match="a-1"):
            writer.add([compose("tax", ordinal=1)])
    assert [p.text for p in engine.article("a")] == ["reform", "labour"]
    assert held(engine) == ["a-0", "a-1", "b-0"]


def test_an_exception_undoes_the_adoption(compose: Compose, build: Build, tmp_path: Path) -> None:
    engine = build(compose("tax"))
    build(compose("debt", article="b"))
    before = files(tmp_path / "index0")

    def fail() -> None:
        with engine.writer() as writer:
            writer.adopt(tmp_path / "index1")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert held(engine) == ["a-0"]
    assert files(tmp_path / "index0") == before


def test_an_empty_index_adds_nothing_and_one_that_is_not_there_is_named(
    compose: Compose, build: Build, kind: EngineKind, tmp_path: Path
) -> None:
    engine = build(compose("tax"))
    kind.create(tmp_path / "empty").close()
    with engine.writer() as writer:
        writer.adopt(tmp_path / "empty")
        with pytest.raises(IndexStateError, match="whosaid index"):
            writer.adopt(tmp_path / "nowhere")
    assert held(engine) == ["a-0"]
