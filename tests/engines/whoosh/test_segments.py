from __future__ import annotations

from pathlib import Path

import pytest
from whoosh import fields, index

from search.engines import whoosh
from search.engines.whoosh.engine import WhooshEngine
from search.errors import IndexStateError
from search.model import ArticleInfo, Kind, Passage, Span
from search.query import Query


def article(name: str) -> list[Passage]:
    info = ArticleInfo(name, None, None, None, None, None, None, "a.txt", "0")
    return [Passage(f"{name}-{n}", info, n, Kind.BODY, Span(0, 3), "tax") for n in range(3)]


def sizes(directory: Path) -> dict[str, int]:
    return {file.name: file.stat().st_size for file in directory.glob("*.arrays")}


def with_articles(directory: Path, *names: str) -> WhooshEngine:
    engine = whoosh.create(directory)
    for name in names:
        with engine.writer() as writer:
            writer.add(article(name))
    return engine


def test_many_small_commits_leave_few_segments(tmp_path: Path) -> None:
    engine = with_articles(tmp_path, *(f"a{n}" for n in range(30)))
    assert 2 <= len(sizes(tmp_path)) <= 8
    assert engine.search(Query("tax")).total == 90
    engine.close()


def test_a_commit_leaves_the_other_segments_alone(tmp_path: Path) -> None:
    engine = with_articles(tmp_path, "a", "b")
    before = sizes(tmp_path)
    with engine.writer() as writer:
        writer.add(article("c"))
    assert before.items() < sizes(tmp_path).items()
    engine.close()


def test_a_segment_that_lost_much_is_written_anew(tmp_path: Path) -> None:
    engine = whoosh.create(tmp_path)
    with engine.writer() as writer:
        for name in "abcd":
            writer.add(article(name))
    (whole,) = sizes(tmp_path)
    with engine.writer() as writer:
        writer.remove("a")
    assert set(sizes(tmp_path)) == {whole}, "a quarter is not much"
    with engine.writer() as writer:
        writer.remove("b")
    (anew,) = sizes(tmp_path)
    assert anew != whole
    assert engine.search(Query("tax")).total == 6
    engine.close()


def test_a_segment_that_lost_everything_goes(tmp_path: Path) -> None:
    engine = with_articles(tmp_path, "a", "b")
    with engine.writer() as writer:
        writer.remove("a")
    assert len(sizes(tmp_path)) == 1
    with engine.writer() as writer:
        writer.remove("b")
    assert sizes(tmp_path) == {}
    assert engine.search(Query()).total == 0
    engine.close()


def test_a_writer_that_changes_nothing_writes_nothing(tmp_path: Path) -> None:
    engine = with_articles(tmp_path, "a")
    before = sorted(file.name for file in tmp_path.iterdir())
    with engine.writer() as writer:
        writer.remove("never there")
    assert sorted(file.name for file in tmp_path.iterdir()) == before
    engine.close()


def test_an_index_of_another_make_is_not_ours(tmp_path: Path) -> None:
    """Whoosh can open it; its fields are not ours."""
    index.create_in(str(tmp_path), fields.Schema(content=fields.TEXT()))
    with pytest.raises(IndexStateError, match="another format"):
        whoosh.open_(tmp_path)
