"""`whosaid explain` on an index of the seeds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from search.archive import Archive
from search.cli import run
from search.model import Passage

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = ("mjnxohrtkw64toue", "qfs4pq7fqwz7b7sa")


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    index = tmp_path_factory.mktemp("explain") / "index"
    assert run(["index", str(ROOT / "seeds"), "--index", str(index), "--authority", "none", "--engine", "memory"]) == 0
    return index


def passages(index: Path) -> list[Passage]:
    archive = Archive(index)
    try:
        engine = archive.engine()
        return [p for value in ARTICLES for p in engine.article(value)]
    finally:
        archive.close()


def test_a_speech_that_runs_on_is_explained_by_the_passage_before(
    seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    passage = next(p for p in passages(seeds) if any(a.cue is None for a in p.attributions))
    assert run(["explain", passage.id, "--index", str(seeds)]) == 0
    shown = capsys.readouterr().out
    assert f"{passage.speakers[0]}\n" in shown
    assert "  goes back to: passage " in shown
    assert "  rule (" in shown


def test_the_same_as_json(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    passage = next(p for p in passages(seeds) if p.attributions and p.attributions[0].cue)
    assert run(["explain", passage.id, "--json", "--index", str(seeds)]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["passage_id"] == passage.id
    assert [reason["speaker"] for reason in record["reasons"]] == [a.speaker for a in passage.attributions]
    assert record["reasons"][0]["cue_words"] in passage.text
    assert record["silence"] is None


def test_where_nobody_speaks_the_kind_of_passage_is_told(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", passages(seeds)[0].id, "--index", str(seeds)]) == 0
    assert "Nobody speaks: it is the title of the article" in capsys.readouterr().out


def test_an_unknown_passage_is_not_found(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "aaaaaaaaaaaaaaaa", "--index", str(seeds)]) == 1
    assert "aaaaaaaaaaaaaaaa" in capsys.readouterr().err
