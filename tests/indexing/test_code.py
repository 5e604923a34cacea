"""The hash of the code notices what an index comes from, and nothing else."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from search import code
from search.code import BUILDING, code_hash

PACKAGE = Path(code.__file__).parent
# What only asks the index may change without a new one.
ASKING = {"deadline", "query", "results", "tree", "syntax", "facets", "highlight", "advice"}


@pytest.fixture
def package(tmp_path: Path) -> Path:
    shutil.copytree(PACKAGE, tmp_path / "search")
    return tmp_path / "search"


def test_a_copy_of_the_code_has_the_same_hash(package: Path) -> None:
    assert code_hash(package) == code_hash()


@pytest.mark.parametrize("part", BUILDING)
def test_a_change_in_each_part_changes_the_hash(package: Path, part: str) -> None:
    before = code_hash(package)
    file = max((package / part).rglob("*.py")) if (package / part).is_dir() else package / part
    file.write_text(file.read_text() + "\n# another line\n")
    assert code_hash(package) != before


def test_a_new_and_a_renamed_file_change_the_hash(package: Path) -> None:
    before = code_hash(package)
    (package / "extract" / "places.py").write_text("")
    between = code_hash(package)
    (package / "extract" / "places.py").rename(package / "extract" / "regions.py")
    assert len({before, between, code_hash(package)}) == 3


@pytest.mark.parametrize("part", ["cli.py", "commands/search.py", "records.py", "archive.py", "config.py", "query.py"])
def test_code_that_only_answers_changes_nothing(package: Path, part: str) -> None:
    before = code_hash(package)
    (package / part).write_text("# something else\n")
    assert code_hash(package) == before


def test_another_version_of_a_library_that_reads_changes_the_hash(monkeypatch: pytest.MonkeyPatch) -> None:
    before = code_hash()
    monkeypatch.setattr(code, "version", lambda library: "0" if library == "trafilatura" else "1")
    assert code_hash() != before


def imported(part: str) -> Iterator[str]:
    """The modules and packages of ours that a part imports."""
    files = (PACKAGE / part).rglob("*.py") if (PACKAGE / part).is_dir() else [PACKAGE / part]
    for file in files:
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("search."):
                yield (node.module or "").split(".")[1]


@pytest.mark.parametrize("part", [part for part in BUILDING if part != "indexer.py"])
def test_whatever_a_part_imports_is_a_part_too(part: str) -> None:
    known = {name.removesuffix(".py") for name in BUILDING}
    assert set(imported(part)) - known - (ASKING if part == "engines" else set()) == set()
