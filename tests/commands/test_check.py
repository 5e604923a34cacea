"""`whosaid check` names every damaged file, and says which command mends it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from search.cli import run


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("The harbour\nThe council agreed on the harbour, and the mayor signed.\n")
    assert run(["index"]) == 0
    capfd.readouterr()
    return tmp_path / "index"


def engine_files(index: Path) -> list[Path]:
    return sorted(path for path in (index / "generations" / "1" / "engine").rglob("*") if path.stat().st_size)


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0x10
    path.write_bytes(content)


def test_a_sound_index_is_said_to_be_sound(index: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["check"]) == 0
    out, err = capfd.readouterr()
    assert out.startswith("index, generation 1: ")
    assert out.endswith(" bytes, all sound.\n")
    assert err == ""
    assert run(["check", "--json"]) == 0
    size = sum(path.stat().st_size for path in engine_files(index))
    assert json.loads(capfd.readouterr().out).items() >= {"generation": 1, "bytes": size, "damaged": []}.items()


def test_every_damaged_file_is_named_with_the_command_and_code_three(
    index: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    files = engine_files(index)
    for path in files:
        flip(path)
    names = [str(path.relative_to(index.parent)) for path in files]
    assert run(["check"]) == 3
    out, err = capfd.readouterr()
    assert out == ""
    assert err.splitlines()[:-1] == [f"DAMAGED {name}" for name in names]
    assert err.endswith("missing or damaged; build it again: whosaid index\n")
    assert run(["check", "--json"]) == 3
    assert json.loads(capfd.readouterr().out)["damaged"] == names
    assert run(["search", "harbour"]) == 3
    assert "missing or damaged; build the index again: whosaid index" in capfd.readouterr().err
    assert run(["index"]) == 0
    assert run(["check"]) == 0


@pytest.mark.parametrize("damage", ["CURRENT", "generations/1/manifest.json"])
def test_damage_outside_the_engine_is_named_too(index: Path, capfd: pytest.CaptureFixture[str], damage: str) -> None:
    (index / damage).write_text("?")
    assert run(["check"]) == 3
    err = capfd.readouterr().err
    assert damage in err
    assert "whosaid index" in err


def test_a_damaged_ledger_is_named(index: Path, capfd: pytest.CaptureFixture[str]) -> None:
    ledger = index / "ledger.sqlite3"
    content = ledger.read_bytes()
    ledger.write_bytes(content[: len(content) // 2])
    assert run(["check"]) == 3
    assert f"the ledger {ledger.relative_to(index.parent)} is damaged" in capfd.readouterr().err


def test_where_there_is_no_index_the_command_that_builds_one_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["check"]) == 3
    assert capfd.readouterr().err == "whosaid: there is no index in index; build it: whosaid index\n"
