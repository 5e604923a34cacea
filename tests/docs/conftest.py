"""A folder like the one a reader of the documents stands in, and a way to do there what they show."""

from __future__ import annotations

import os
import re
import shlex
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest

from search import Archive, Settings
from search.cli import run
from webapp import create_app

ROOT = Path(__file__).resolve().parents[2]


class Outcome(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str


def shown_in(document: str, language: str, path: Path) -> None:
    """The file that a document shows, where the commands of the document look for it."""
    text = (ROOT / "docs" / document).read_text(encoding="utf-8")
    shown = re.search(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert shown
    path.write_text(shown[1], encoding="utf-8")


@pytest.fixture(scope="session")
def readers_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`seeds/`, and an `index/` built from it, as after `make run`; our judged articles in their place."""
    folder = tmp_path_factory.mktemp("reader")
    for name in ("seeds", "tests/judgements"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "archive").mkdir()
    shown_in("archives.md", "csv", folder / "archive" / "debates.csv")
    shown_in("archives.md", "markdown", folder / "archive" / "harbour.md")
    shown_in("archives.md", "xml", folder / "archive" / "sitting.xml")
    shown_in("command-line.md", "csv", folder / "queries.csv")
    before = Path.cwd()
    os.chdir(folder)
    try:
        assert run(["index", "seeds", "--index", "index"]) == 0
    finally:
        os.chdir(before)
    return folder


def fetched(index: Path, address: str) -> Outcome:
    """What the site over an index answers at an address of `http://127.0.0.1:8000`."""
    parts = urlsplit(address)
    assert parts.netloc == "127.0.0.1:8000"
    with closing(Archive(index)) as archive:
        client = create_app(archive, replace(Settings.from_env(), index=index)).test_client()
        answer = client.get(f"{parts.path}?{parts.query}", base_url=f"http://{parts.netloc}")
        return Outcome(0, f"{answer.text.rstrip()}\n", "")


@pytest.fixture
def whosaid(
    readers_folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Callable[[str], Outcome]:
    """Do one `whosaid …` line there, or fetch what a `curl` line names from the site over its index."""
    monkeypatch.chdir(readers_folder)
    monkeypatch.setenv("COLUMNS", "100")

    def do(line: str) -> Outcome:
        program, *arguments = shlex.split(line)
        if program == "curl":
            return fetched(readers_folder / "index", *arguments)
        assert program == "whosaid"
        capfd.readouterr()
        code = run(arguments)
        return Outcome(code, *capfd.readouterr())

    return do
