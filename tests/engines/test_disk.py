from __future__ import annotations

import errno
import gc
import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from search.engines import ENGINES, EngineKind
from search.engines.disk import link_files, writing
from search.errors import EngineError, IndexStateError, NoSpaceError
from search.model import ArticleInfo, Kind, Passage, Span
from search.query import Query


def passage(number: int) -> Passage:
    info = ArticleInfo(f"a{number}", None, None, None, None, None, None, "a.txt", "0")
    text = f"number {number} " + " ".join(f"word{number}x{n}" for n in range(200))
    return Passage(f"p{number}", info, 0, Kind.BODY, Span(0, len(text)), text)


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """Let no file of this process grow beyond `size` bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_and_other_problems_get_names_of_ours(tmp_path: Path) -> None:
    with pytest.raises(NoSpaceError, match="make room"), writing(tmp_path):
        raise OSError(errno.ENOSPC, "No space left on device")
    with pytest.raises(EngineError, match="Read-only"), writing(tmp_path):
        raise OSError(errno.EROFS, "Read-only file system")


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # Whoosh forgets to close what failed
@pytest.mark.parametrize("kind", ENGINES.values(), ids=ENGINES)
def test_a_commit_that_cannot_be_written_leaves_the_index_and_no_rubbish(kind: EngineKind, tmp_path: Path) -> None:
    engine = kind.create(tmp_path / "index")
    with engine.writer() as writer:
        writer.add([passage(0)])
    before = sorted(file.name for file in (tmp_path / "index").iterdir())

    def fill() -> None:
        with files_of_at_most(20_000), engine.writer() as writer:
            for number in range(1, 60):
                writer.add([passage(number)])

    with pytest.raises(EngineError, match="cannot write"):
        fill()
    gc.collect()
    assert engine.search(Query()).total == 1
    assert sorted(file.name for file in (tmp_path / "index").iterdir()) == before
    with engine.writer() as writer:
        writer.add([passage(1)])
    assert engine.search(Query()).total == 2
    engine.close()


def test_files_are_linked_not_copied(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "a").write_text("a", encoding="utf-8")
    (tmp_path / "old" / "LOCK").touch()
    link_files(tmp_path / "old", tmp_path / "new", lambda name: name != "LOCK")
    assert [file.name for file in (tmp_path / "new").iterdir()] == ["a"]
    assert (tmp_path / "new" / "a").samefile(tmp_path / "old" / "a")


def test_files_are_copied_where_there_are_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "a").write_text("a", encoding="utf-8")
    monkeypatch.setattr(os, "link", refuse)
    link_files(tmp_path / "old", tmp_path / "new", lambda _: True)
    assert (tmp_path / "new" / "a").read_text(encoding="utf-8") == "a"
    assert not (tmp_path / "new" / "a").samefile(tmp_path / "old" / "a")


def test_linking_from_nowhere_says_that_there_is_no_index(tmp_path: Path) -> None:
    with pytest.raises(IndexStateError, match="there is no index"):
        link_files(tmp_path / "nowhere", tmp_path / "new", lambda _: True)
