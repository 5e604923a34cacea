"""Generations on disk: one writer, one step from the old to the new, nothing left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from search import generations
from search.errors import IndexStateError
from search.generations import current, folder, fresh, locked, publish, sweep


def made(index: Path, text: str = "x") -> int:
    """A generation with one file, made current."""
    with fresh(index) as number:
        (folder(index, number) / "engine").mkdir()
        (folder(index, number) / "engine" / "file").write_text(text)
        publish(index, number)
    return number


def numbers(index: Path) -> list[int]:
    return sorted(int(place.name) for place in (index / "generations").iterdir())


def test_where_nothing_was_built_there_is_no_current_generation(tmp_path: Path) -> None:
    assert current(tmp_path / "none") is None


def test_a_published_generation_is_the_current_one(tmp_path: Path) -> None:
    assert [made(tmp_path), made(tmp_path)] == [1, 2]
    assert current(tmp_path) == 2
    assert (tmp_path / "CURRENT").read_text() == "2\n"


@pytest.mark.parametrize(
    "text", ["", "none\n", "0\n", "-1\n", "1.5\n", "../1\n", "9" * 13 + "\n", "\xff\n", "1", "1\v", "1\n\n", " 1\n"]
)
def test_a_damaged_pointer_is_an_error_that_names_the_command(tmp_path: Path, text: str) -> None:
    (tmp_path / "CURRENT").write_text(text, encoding="latin-1")
    with pytest.raises(IndexStateError, match="whosaid index"):
        current(tmp_path)


def test_a_generation_that_is_not_published_is_removed(tmp_path: Path) -> None:
    made(tmp_path)
    with fresh(tmp_path) as number:
        (folder(tmp_path, number) / "half").write_text("x")
    assert (current(tmp_path), numbers(tmp_path)) == (1, [1])


def test_an_exception_removes_the_generation_too(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), fresh(tmp_path):
        raise KeyboardInterrupt
    assert (current(tmp_path), numbers(tmp_path)) == (None, [])


def test_what_a_killed_build_left_behind_is_swept_by_the_next(tmp_path: Path) -> None:
    made(tmp_path)
    folder(tmp_path, 7).mkdir()
    (folder(tmp_path, 7) / "half").write_text("x" * 1000)
    with fresh(tmp_path) as number:
        assert number == 2
        assert numbers(tmp_path) == [1, 2]


def test_with_a_damaged_pointer_no_generation_is_swept_or_named_again(tmp_path: Path) -> None:
    made(tmp_path)
    made(tmp_path)
    (tmp_path / "CURRENT").write_text("?")
    with fresh(tmp_path) as number:
        assert number == 3
        assert numbers(tmp_path) == [1, 2, 3]


def test_sweeping_keeps_what_it_is_told_to(tmp_path: Path) -> None:
    for _ in range(4):
        made(tmp_path)
    sweep(tmp_path, (3, 4))
    assert numbers(tmp_path) == [3, 4]


def test_the_data_reaches_the_disk_before_the_pointer_moves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files, then their folders, then the new pointer, then the rename, then the folder of the pointer."""
    steps: list[str] = []
    whole_flush, whole_rename = generations._flush, Path.rename
    monkeypatch.setattr(
        generations, "_flush", lambda path: (steps.append(f"flush {path.relative_to(tmp_path)}"), whole_flush(path))
    )
    monkeypatch.setattr(
        Path, "rename", lambda path, to: (steps.append(f"rename {path.name}"), whole_rename(path, to))[1]
    )
    made(tmp_path)
    assert steps == [
        "flush generations/1/engine/file",
        "flush generations/1/engine",
        "flush generations/1",
        "flush generations",
        "flush .",
        "flush CURRENT.new",
        "rename CURRENT.new",
        "flush .",
    ]


def test_flushing_is_what_the_system_calls_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda handle: flushed.append(os.fstat(handle).st_ino))
    (tmp_path / "file").write_text("x")
    generations._flush(tmp_path / "file")
    generations._flush(tmp_path)
    assert flushed == [(tmp_path / "file").stat().st_ino, tmp_path.stat().st_ino]


def test_the_second_writer_is_told_at_once_which_process_writes(tmp_path: Path) -> None:
    with (
        locked(tmp_path),
        pytest.raises(IndexStateError, match=f"the index is being written by process {os.getpid()};"),
        locked(tmp_path),
    ):
        pytest.fail("two writers")
    with locked(tmp_path):
        assert (tmp_path / "lock").read_text() == f"{os.getpid()}\n"


HOLD = """
import sys
from pathlib import Path
from search.generations import locked
with locked(Path(sys.argv[1])):
    print("locked", flush=True)
    sys.stdin.read()
"""


def test_the_lock_of_a_killed_writer_is_free(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "locked\n"
        with pytest.raises(IndexStateError, match=f"process {other.pid};"), locked(tmp_path):
            pytest.fail("two writers")
        other.send_signal(signal.SIGKILL)
        other.wait()
        with locked(tmp_path):
            assert (tmp_path / "lock").read_text() == f"{os.getpid()}\n"
