"""The power goes right after a build has said that it is done: whatever was not synced is lost, and nothing was."""

from __future__ import annotations

import shutil
from itertools import product
from pathlib import Path

import pytest

from search import generations
from torture.power import LEFT, Disk, cut
from torture.processes import apart, code_of
from torture.worlds import World, answers, articles, replace_and_remove


@pytest.fixture
def world(tmp_path: Path) -> World:
    made = World(tmp_path / "corpus", tmp_path / "index")
    articles(made.corpus, 3)
    made.build()
    shutil.copytree(made.index, tmp_path / "before")
    replace_and_remove(made.corpus)
    return made


def survivors(world: World) -> set[bool]:
    """Whether the new answers are there after each kind of power cut."""
    disk = Disk(world.index, world.index.with_name("before"))
    with disk.watched() as tell:

        def build() -> int:
            tell()
            world.build()
            return 0

        assert code_of(apart(build)) == 0
    new = answers(world.index)
    found = set()
    for left, entries in product(LEFT, (True, False)):
        copy = world.index.with_name(f"cut-{left}-{entries}")
        shutil.copytree(world.index, copy)
        cut(copy, disk, left=left, entries=entries)
        try:
            found.add(answers(copy) == new)
        except generations.IndexStateError:
            found.add(False)
    return found


def test_what_a_build_said_is_indexed_survives(world: World) -> None:
    assert survivors(world) == {True}


def test_it_would_not_without_syncing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generations, "_flush", lambda _: None)
    assert survivors(world) == {False}


def test_a_cut_leaves_what_was_synced_and_a_part_of_the_rest(tmp_path: Path) -> None:
    index, before = tmp_path / "index", tmp_path / "before"
    index.mkdir()
    (index / "kept").write_text("kept")
    shutil.copytree(index, before)
    disk = Disk(index, before)
    (index / "new").write_text("12345678")
    shutil.copytree(index, tmp_path / "one")
    cut(tmp_path / "one", disk, left=0.25, entries=True)
    assert {path.name: path.read_text() for path in (tmp_path / "one").iterdir()} == {"kept": "kept", "new": "12"}
    shutil.copytree(index, tmp_path / "two")
    cut(tmp_path / "two", disk, left=0.25, entries=False)
    assert [path.name for path in (tmp_path / "two").iterdir()] == ["kept"]
