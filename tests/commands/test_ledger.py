"""`whosaid ledger` and `whosaid forget`, as they are typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from search.cli import run

TEXT = "The harbour\nThe council agreed on the harbour in the autumn, and the mayor signed the paper.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("WHOSAID_LEDGER", raising=False)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(TEXT)
    assert run(["index", "--engine", "memory"]) == 0
    return tmp_path


def test_a_ledger_is_saved_lost_and_restored(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["ledger", "export", "saved.jsonl"]) == 0
    (folder / "index" / "ledger.sqlite3").unlink()
    assert run(["ledger", "import", "saved.jsonl"]) == 0
    capfd.readouterr()
    assert run(["ledger", "export"]) == 0
    printed = capfd.readouterr().out
    assert printed == (folder / "saved.jsonl").read_text()
    assert [next(iter(json.loads(line))) for line in printed.splitlines()] == [
        "ledger",
        "article",
        "passage",
        "passage",
    ]


def test_an_edit_is_told_by_the_build(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "seeds" / "a.txt").write_text(TEXT.replace("autumn", "winter"))
    capfd.readouterr()
    assert run(["index", "--engine", "memory"]) == 0
    assert "links to 1 passage redirected, 0 gone" in capfd.readouterr().out


def test_an_article_is_forgotten_by_its_file(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "seeds" / "b.txt").write_text(TEXT.replace("harbour", "bridge"))
    run(["index", "--engine", "memory"])
    (folder / "seeds" / "b.txt").unlink()
    run(["index", "--engine", "memory", "--prune", "--force"])
    capfd.readouterr()
    assert run(["forget", "b.txt"]) == 0
    assert capfd.readouterr().out == "Erased 2 passages of b.txt from index/ledger.sqlite3.\n"
    assert run(["forget", "b.txt"]) == 1
    assert run(["forget", "a.txt"]) == 0
    assert "2 passages of it are in the index and stay" in capfd.readouterr().out


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("ledger import none.jsonl --index other", 1, "none.jsonl"),
        ("ledger import seeds/a.txt --index other", 1, "seeds/a.txt:1: no line of a ledger"),
        ("ledger export --index other", 3, "there is no ledger in other/ledger.sqlite3"),
        ("forget a.txt --index other", 1, "knows no article"),
        ("ledger import seeds/a.txt", 3, "already"),
    ],
)
def test_what_cannot_be_done_is_said(
    folder: Path, capfd: pytest.CaptureFixture[str], command: str, code: int, said: str
) -> None:
    assert folder.is_dir()
    assert run(command.split()) == code
    assert said in capfd.readouterr().err


def test_a_damaged_ledger_is_told_by_the_build_and_nothing_else_fails(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "index" / "ledger.sqlite3").write_bytes(b"nothing of the kind " * 300)
    (folder / "seeds" / "b.txt").write_text(TEXT.replace("harbour", "bridge"))
    assert run(["index", "--engine", "memory"]) == 1
    assert "WARN the ledger index/ledger.sqlite3 is damaged" in capfd.readouterr().err
    assert run(["search", "bridge"]) == 0
    assert run(["ledger", "export"]) == 3
