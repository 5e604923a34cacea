"""`whosaid authority check` and `whosaid authority diff`."""

from __future__ import annotations

from pathlib import Path

import pytest

from search.cli import run

TEXT = """\
The harbour gets a plan
Hanoi (VNA) - On May 2, 2024, the council met.
The General Secretary stressed that the quay must be built before winter.
"""
AUTHORITY = """\
[[person]]
name = "Le Van Binh"

[[office]]
title = "General Secretary"
person = "Le Van Binh"
from = 2023-01-01
to = 2024-12-31
"""


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(TEXT)
    (tmp_path / "new.toml").write_text(AUTHORITY)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_clean_file_is_praised_with_its_sizes(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["authority", "check", "new.toml"]) == 0
    assert "new.toml: nothing wrong. 1 person, 0 bodies, 1 office row" in capsys.readouterr().out
    assert corpus.is_dir()


def test_every_problem_is_printed_with_file_and_line(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = AUTHORITY.replace("to = 2024", "to = 2020").replace('name = "Le', 'nam = "Le')
    (corpus / "new.toml").write_text(bad)
    assert run(["authority", "check", "new.toml"]) == 1
    shown = capsys.readouterr()
    assert "new.toml:1: [[person]] needs name\n" in shown.out
    assert "new.toml:2: [[person]] has no key “nam”\n" in shown.out
    assert "new.toml:8: to (2020-12-31) is before from (2023-01-01)\n" in shown.out
    assert shown.err == "3 problems in new.toml.\n"


def test_the_diff_shows_who_would_be_heard_where(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["authority", "diff", "new.toml", "seeds"]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert "a.txt 2: speaker none → Le Van Binh | The General Secretary stressed that the quay must be built …" in shown
    assert "1 passage would change:" in shown
    assert "  speaker in 1" in shown
    assert not (corpus / "index").exists()


def test_against_itself_nothing_changes(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["authority", "diff", "new.toml", "--against", "new.toml"]) == 0
    assert capsys.readouterr().out == "0 passages would change.\n"
    (corpus / "seeds" / "authority.toml").write_text(AUTHORITY)
    assert run(["authority", "diff", "new.toml"]) == 0
    assert capsys.readouterr().out == "0 passages would change.\n"
    assert run(["authority", "diff", "none"]) == 0
    assert "speaker Le Van Binh → none" in capsys.readouterr().out


def test_a_file_that_cannot_be_read_is_named_and_the_code_is_one(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "seeds" / "b.jsonl").write_text("{\n")
    assert run(["authority", "diff", "new.toml"]) == 1
    shown = capsys.readouterr()
    assert shown.err.startswith("WARN b.jsonl")
    assert "1 passage would change:" in shown.out


def test_a_broken_authority_is_wrong_use(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (corpus / "new.toml").write_text("[[person]]\n")
    assert run(["authority", "diff", "new.toml"]) == 2
    assert "new.toml:1" in capsys.readouterr().err
