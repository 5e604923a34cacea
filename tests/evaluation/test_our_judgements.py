"""Our own judged articles: the files fit together, and extraction holds the floors, which nothing here writes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from search.cli import run
from search.evaluation.floors import read_floors
from search.evaluation.judgements import read_judgements

if TYPE_CHECKING:
    import pytest

FOLDER = Path(__file__).resolve().parents[1] / "judgements"
FLOORS = FOLDER / "floors.toml"


def test_every_judgement_stands_on_its_line_in_its_file() -> None:
    lines = {path.name: path.read_text(encoding="utf-8").split("\n") for path in (FOLDER / "articles").iterdir()}
    for judged in read_judgements(FOLDER):
        assert judged.line is not None
        assert judged.starts[:40].strip() in lines[judged.file][judged.line - 1], judged.key


def test_extraction_holds_the_floors(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WHOSAID_INDEX", str(tmp_path / "index"))
    before = FLOORS.read_bytes()
    code = run(["evaluate", "attribution", str(FOLDER), "--authority", "none", "--floors", str(FLOORS)])
    assert code == 0, capsys.readouterr().err
    assert FLOORS.read_bytes() == before


def test_a_floor_above_what_is_measured_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WHOSAID_INDEX", str(tmp_path / "index"))
    high = tmp_path / "floors.toml"
    high.write_text('["speaker recall"]\nvalue = 1.01\n')
    assert run(["evaluate", "attribution", str(FOLDER), "--authority", "none", "--floors", str(high)]) == 1
    assert "FLOOR speaker recall is " in capsys.readouterr().err


def test_floors_are_shares_and_a_lowered_one_says_why() -> None:
    for floor in read_floors(FLOORS).values():
        assert 0.0 <= floor.value <= 1.0
        assert floor.reason is None or floor.reason.strip()
