from __future__ import annotations

from pathlib import Path

import pytest
from whoosh import fields, index

from search.engines import whoosh
from search.engines.whoosh import writer
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
        with engine.writer() as changes:
            changes.add(article(name))
    return engine


def test_many_small_commits_leave_few_segments(tmp_path: Path) -> None:
    engine = with_articles(tmp_path, *(f"a{n}" for n in range(30)))
    assert 2 <= len(sizes(tmp_path)) <= 8
    assert engine.search(Query("tax")).total == 90
    engine.close()


def test_a_commit_leaves_the_other_segments_alone(tmp_path: Path) -> None:
    engine = with_articles(tmp_path, "a", "b")
    before = sizes(tmp_path)
    with engine.writer() as changes:
        changes.add(article("c"))
    assert before.items() < sizes(tmp_path).items()
    engine.close()


def test_a_segment_that_lost_much_is_written_anew(tmp_path: Path) -> None:
    engine = whoosh.create(tmp_path)
    with engine.writer() as changes:
        for name in "abcd":
            changes.add(article(name))
    (whole,) = sizes(tmp_path)
    with engine.writer() as changes:
        changes.remove("a")
    assert set(sizes(tmp_path)) == {whole}, "a quarter is not much"
    with engine.writer() as changes:
        changes.remove("b")
    (anew,) = sizes(tmp_path)
    assert anew != whole
    assert engine.search(Query("tax")).total == 6
    engine.close()


def test_a_segment_that_lost_everything_goes(tmp_path: Path) -> None:
    engine = with_articles(tmp_path, "a", "b")
    with engine.writer() as changes:
        changes.remove("a")
    assert len(sizes(tmp_path)) == 1
    with engine.writer() as changes:
        changes.remove("b")
    assert sizes(tmp_path) == {}
    assert engine.search(Query()).total == 0
    engine.close()


def test_a_writer_that_changes_nothing_writes_nothing(tmp_path: Path) -> None:
    engine = with_articles(tmp_path, "a")
    before = sorted(file.name for file in tmp_path.iterdir())
    with engine.writer() as changes:
        changes.remove("never there")
    assert sorted(file.name for file in tmp_path.iterdir()) == before
    engine.close()


def test_an_index_of_another_make_is_not_ours(tmp_path: Path) -> None:
    """Whoosh can open it; its fields are not ours."""
    index.create_in(str(tmp_path), fields.Schema(content=fields.TEXT()))
    with pytest.raises(IndexStateError, match="another format"):
        whoosh.open_(tmp_path)


@pytest.mark.parametrize(
    ("most", "parts", "expected"),
    [
        (100, ("ab", "cd", "e"), [15]),
        (6, ("ab", "cd", "e"), [3, 6, 6]),
        (7, ("abc", "de"), [3, 6, 6]),
        (8, ("abc", "de"), [6, 9]),  # there is room for half of the third
        (1, ("ab", "cd", "e"), [3, 3, 3, 3, 3]),
        (1, ("abcdefgh",), [3] * 8),
        (1, ("abcdefgh", "ij"), [3] * 6 + [12]),
        (6, ("abcdefgh", "ijklmnop"), [6] * 8),
        (6, ("abcdefgh", "ijklmnop", "qrstuvwx"), [6] * 6 + [36]),
    ],
)
def test_parts_become_as_many_segments_as_one_process_would_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, parts: tuple[str, ...], expected: list[int]
) -> None:
    """Each article is a segment of its part, with three passages of one word."""
    for part in parts:
        with_articles(tmp_path / part, *part).close()
    monkeypatch.setattr(writer, "_WORDS", most)
    engine = whoosh.create(tmp_path / "whole")
    with engine.writer() as changes:
        for part in parts:
            changes.adopt(tmp_path / part)
    assert engine.search(Query("tax")).total == sum(expected)
    engine.close()
    assert sorted(segment.passages for segment in writer.committed(tmp_path / "whole").segments) == expected


def test_what_was_there_stays_beside_what_is_adopted(tmp_path: Path) -> None:
    for part in ("ab", "cd"):
        with_articles(tmp_path / part, *part).close()
    engine = with_articles(tmp_path / "whole", "y", "z")
    before = sizes(tmp_path / "whole")
    with engine.writer() as changes:
        changes.adopt(tmp_path / "ab")
        changes.adopt(tmp_path / "cd")
    engine.close()
    assert before.items() < sizes(tmp_path / "whole").items()
    assert [segment.passages for segment in writer.committed(tmp_path / "whole").segments] == [3, 3, 12]


def test_a_part_gathers_its_share_of_the_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "_WORDS", 12)
    for part_of, expected in ((1, [15]), (2, [9, 6]), (4, [6, 6, 3])):
        engine = whoosh.create(tmp_path / str(part_of))
        with engine.writer(part_of) as changes:
            for name in "abcde":
                changes.add(article(name))
        engine.close()
        segments = writer.committed(tmp_path / str(part_of)).segments
        assert [segment.passages for segment in segments] == expected
