"""Only plain files of a sane size are read; whatever else lies in the folder is named with its reason."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from search.errors import SourceError
from search.sources import find_sources, load, other_files

NOBODY = 65534


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.txt").write_text("second")
    (tmp_path / "a.txt").write_text("first")
    (tmp_path / "2024").mkdir()
    (tmp_path / "2024" / "c.HTML").write_text("<p>third</p>")
    (tmp_path / "authority.toml").write_text("")
    (tmp_path / ".hidden.txt").write_text("no")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "d.txt").write_text("no")
    return tmp_path


def reason_of(folder: Path, path: Path) -> str:
    with pytest.raises(SourceError) as caught:
        load(folder, path)
    return caught.value.reason


def test_articles_are_found_in_the_order_of_their_paths(folder: Path) -> None:
    names = [path.relative_to(folder).as_posix() for path in find_sources(folder)]
    assert names == ["2024/c.HTML", "a.txt", "b.txt"]


def test_files_of_other_kinds_are_counted_by_suffix_the_most_first(folder: Path) -> None:
    for name in ("b.pdf", "2024/a.PDF", "a.rtf", "README", ".x.rtf", ".git/y.rtf", "2024/authority.toml"):
        (folder / name).write_text("")
    assert other_files(folder) == ((".pdf", 2), ("", 1), (".rtf", 1), (".toml", 1))


def test_a_missing_folder_is_named() -> None:
    with pytest.raises(SourceError, match="no such folder"):
        find_sources(Path("nowhere-at-all"))


def test_a_source_has_its_bytes_their_hash_and_a_path_inside_the_folder(folder: Path) -> None:
    source = load(folder, folder / "2024" / "c.HTML")
    assert source.path == "2024/c.HTML"
    assert source.data == b"<p>third</p>"
    assert source.sha256 == hashlib.sha256(b"<p>third</p>").hexdigest()


def test_a_path_may_be_given_relative_to_the_folder(folder: Path) -> None:
    assert load(folder, Path("2024/c.HTML")) == load(folder, folder / "2024" / "c.HTML")


def test_a_file_may_have_the_name_of_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x.txt").mkdir()
    (tmp_path / "x.txt" / "x.txt").write_text("here")
    monkeypatch.chdir(tmp_path)
    assert load(Path("x.txt"), Path("x.txt")).data == b"here"


def test_nothing_outside_the_folder_is_read(folder: Path) -> None:
    assert reason_of(folder / "2024", Path("../a.txt")) == "outside the folder"
    assert reason_of(folder / "2024", folder / "a.txt") == "outside the folder"


def test_links_are_found_and_refused(folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder / "a.txt")
    (folder / "elsewhere").symlink_to(folder / "2024", target_is_directory=True)
    found = {path.name for path in find_sources(folder)}
    assert {"link.txt", "elsewhere"} <= found
    assert reason_of(folder, Path("link.txt")) == "a link: not followed"
    assert reason_of(folder, Path("elsewhere")) == "a link: not followed"


def test_a_pipe_is_refused_without_waiting_for_a_writer(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert reason_of(folder, Path("pipe.txt")) == "not a regular file"


def test_a_missing_file_is_named(folder: Path) -> None:
    assert reason_of(folder, Path("gone.txt")) == "no such file or directory"


@contextmanager
def nobody() -> Iterator[None]:
    """Without the rights of root, to whom nothing is forbidden."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)


def test_what_may_not_be_read_is_named() -> None:
    with TemporaryDirectory() as place:  # the folder of a fixture lies in one that only its owner may enter
        folder = Path(place)
        folder.chmod(0o755)
        (folder / "a.txt").write_text("first")
        (folder / "2024").mkdir()
        (folder / "a.txt").chmod(0)
        (folder / "2024").chmod(0)
        try:
            with nobody():
                assert folder / "2024" in find_sources(folder)
                assert reason_of(folder, Path("a.txt")) == "permission denied"
                assert reason_of(folder, Path("2024")) == "permission denied"
        finally:
            (folder / "2024").chmod(0o700)


def test_a_huge_file_is_refused_before_it_is_read(folder: Path) -> None:
    with (folder / "huge.html").open("wb") as file:
        file.truncate(20_000_001)

    def read_bytes(_handle: int, _most: int) -> bytes:
        pytest.fail("the file was read")

    with pytest.raises(SourceError, match="larger than 20 MB"):
        load(folder, Path("huge.html"), read_bytes)


def test_a_file_that_changes_once_is_read_again(folder: Path) -> None:
    changes = iter([b" and more"])

    def read_bytes(handle: int, most: int) -> bytes:
        data = os.read(handle, most)
        for more in changes:
            with (folder / "a.txt").open("ab") as file:
                file.write(more)
        return data

    assert load(folder, Path("a.txt"), read_bytes).data == b"first and more"


def test_a_file_that_keeps_changing_is_refused(folder: Path) -> None:
    def read_bytes(handle: int, most: int) -> bytes:
        data = os.read(handle, most)
        if data:
            with (folder / "a.txt").open("ab") as file:
                file.write(b".")
        return data[:1]

    with pytest.raises(SourceError, match="changes while it is read"):
        load(folder, Path("a.txt"), read_bytes)


def test_a_fault_of_the_disk_is_a_problem_of_that_file_alone(folder: Path) -> None:
    def read_bytes(_handle: int, _most: int) -> bytes:
        raise OSError(5, "Input/output error")

    with pytest.raises(SourceError, match=r"a\.txt: input/output error"):
        load(folder, Path("a.txt"), read_bytes)


def test_a_name_that_is_no_utf8_can_be_printed(folder: Path) -> None:
    odd = folder / os.fsdecode(b"caf\xe9.txt")
    try:
        odd.write_text("x")
    except OSError:
        pytest.skip("this file system takes no such name")
    assert load(folder, odd).path == r"caf\xe9.txt"
