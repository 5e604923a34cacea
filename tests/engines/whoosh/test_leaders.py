"""Who leads each passage is on the disk as soon as passages are, and is that of the passages that are there."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from search.engines import whoosh
from search.engines.whoosh.leaders import pairs_among, read_pairs
from search.errors import IndexStateError
from search.model import ArticleInfo, Kind, Passage, Span
from search.query import Group, Query

WORDS = "The harbour council asked the minister to have the old quay mended before the storms"


def printed(article: str) -> Passage:
    return said(article, [WORDS])[0]


def said(article: str, texts: list[str]) -> list[Passage]:
    info = ArticleInfo(article, None, None, None, None, None, None, f"{article}.txt", "0")
    return [Passage(f"{article}-{n}", info, n, Kind.BODY, Span(0, len(text)), text) for n, text in enumerate(texts)]


def leaders_in(directory: Path) -> list[str]:
    return sorted(path.name for path in directory.glob("leaders-*"))


def filled(directory: Path, *articles: str) -> None:
    engine = whoosh.create(directory)
    for name in articles:
        with engine.writer() as writer:
            writer.add([printed(name)])
    engine.close()


def test_a_commit_leaves_the_leaders_of_its_passages_and_no_others(tmp_path: Path) -> None:
    filled(tmp_path)
    assert leaders_in(tmp_path) == []
    engine = whoosh.open_(tmp_path)
    for number, name in enumerate("bac", start=1):
        with engine.writer() as writer:
            writer.add([printed(name)])
        assert leaders_in(tmp_path) == [f"leaders-{number}"]
    with pytest.raises(ValueError, match="already"), engine.writer() as writer:
        writer.add([printed("a")])
    assert leaders_in(tmp_path) == ["leaders-3"]
    with engine.writer() as writer:
        writer.remove("a")
    assert leaders_in(tmp_path) == ["leaders-4"]
    engine.close()


def test_whoever_opens_an_index_compares_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(tmp_path, *"bac")

    def refuse(*_: object) -> None:
        pytest.fail("passages are compared")

    monkeypatch.setattr("search.engines.whoosh.leaders.compared", refuse)
    engine = whoosh.open_(tmp_path)
    grouping = engine.search(Query("quay", group=Group.PASSAGE)).grouping
    assert grouping is not None
    assert [(group.value, group.total) for group in grouping.groups] == [("a-0", 3)]
    engine.close()


def test_leaders_that_are_missing_or_of_other_passages_are_damage(tmp_path: Path) -> None:
    filled(tmp_path / "one", "a")
    filled(tmp_path / "two", "a", "b")
    (leaders,) = (tmp_path / "two").glob("leaders-*")
    leaders.write_bytes((tmp_path / "one" / "leaders-1").read_bytes())
    with pytest.raises(IndexStateError, match="build it again"):
        whoosh.open_(tmp_path / "two")
    leaders.unlink()
    with pytest.raises(IndexStateError, match="build it again"):
        whoosh.open_(tmp_path / "two")


def test_what_a_commit_changes_is_what_comparing_all_would_tell(tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311  # the same articles every time
    words = WORDS.split()
    stock = {f"a{n}": [" ".join(chance.choices(words, k=30)) for _ in range(8)] for n in range(8)}
    engine = whoosh.create(tmp_path)
    with engine.writer() as writer:
        for name, texts in stock.items():
            writer.add(said(name, texts))
    there, changes = dict(stock), 0
    for number in range(40):
        with engine.writer() as writer:
            for step in range(chance.choice((1, 2))):
                if chance.random() < 0.4:
                    writer.remove(gone := chance.choice(sorted(there)))
                    del there[gone]
                    continue
                name = f"{chance.choice('Zam')}{number}.{step}"
                there[name] = [varied(chance.choice(stock[f"a{chance.randrange(8)}"]), chance) for _ in range(2)]
                writer.add(said(name, there[name]))
        (file,) = leaders_in(tmp_path)
        segments = engine._index.segments
        pairs = read_pairs(tmp_path, int(file.split("-")[1]), sum(map(len, segments)))
        assert pairs == pairs_among(segments)
        changes += bool(pairs)
    assert changes > 10
    engine.close()


def varied(text: str, chance: random.Random) -> str:
    """The text with up to two words that are others: near-identical to it, and now and then not to its like."""
    words = text.split()
    for _ in range(chance.randrange(3)):
        words[chance.randrange(len(words))] = "else"
    return " ".join(words)
