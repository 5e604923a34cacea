"""Every link inside the project leads somewhere, to the very heading it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
CODE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
PATHS = re.compile(r"`((?:search|webapp|tests|docs|seeds|\.ci)/[\w./-]*)`")


def text_of(path: Path) -> str:
    return CODE.sub("", path.read_text(encoding="utf-8"))


def anchors_of(path: Path) -> set[str]:
    """The names under which a heading can be reached, as code hosts make them."""
    bare = (re.sub(r"[^\w\s-]", "", heading.lower()) for heading in HEADING.findall(text_of(path)))
    return {re.sub(r"\s", "-", heading.strip()) for heading in bare}


def broken_links(path: Path) -> Iterator[str]:
    for target in LINK.findall(text_of(path)):
        if re.match(r"[a-z]+:", target):
            continue
        place, _, anchor = target.partition("#")
        found = (path.parent / place).resolve() if place else path
        if not found.exists() or (anchor and anchor not in anchors_of(found)):
            yield target


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path: Path) -> None:
    assert list(broken_links(path)) == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_files_a_document_names_exist(path: Path) -> None:
    assert [name for name in PATHS.findall(text_of(path)) if not (ROOT / name).exists()] == []


def test_a_dead_link_is_noticed(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# One idea\n[a](#one-idea) [b](#another) [c](missing.md) [d](https://example.org)\n")
    assert list(broken_links(page)) == ["#another", "missing.md"]


def test_the_reading_path_is_as_long_as_the_readme_says() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    said = re.search(r"these six files, about (\d+) lines", readme)
    assert said
    files = re.findall(r"^\d\. `([\w./]+)`:", readme, re.MULTILINE)
    assert len(files) == 6
    lines = sum(len((ROOT / file).read_text(encoding="utf-8").splitlines()) for file in files)
    assert abs(lines - int(said[1])) <= 100
