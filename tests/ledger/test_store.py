"""The file of the ledger: what it is, what it is not, and that trouble with it stops no build."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from search import indexer
from search.archive import Archive
from search.build_report import Outcome
from search.building import Job
from search.engines import ENGINES, EngineKind
from search.engines.base import SearchEngine
from search.errors import IndexStateError, LedgerError
from search.indexer import build
from search.ledger import store
from search.ledger.fates import fate_of
from search.ledger.store import reading, writing

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def job(tmp_path: Path) -> Job:
    corpus = tmp_path / "articles"
    corpus.mkdir()
    (corpus / "a.txt").write_text("The harbour\nThe council agreed on the harbour, and the mayor signed.\n")
    return Job(corpus, tmp_path / "index", "memory", ENGINES)


def is_no_database(path: Path) -> None:
    path.write_bytes(b"something else altogether " * 200)


def is_cut_short(path: Path) -> None:
    with writing(path) as ledger:
        ledger.executemany(
            "INSERT INTO article (id, key, reading) VALUES (?, '', '')", ((str(n),) for n in range(5_000))
        )
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xff" * (len(data) - 8192))


def is_anothers(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE bookmarks (url TEXT)")


def is_newer(path: Path) -> None:
    with writing(path) as ledger:
        ledger.execute("PRAGMA user_version = 99")


def is_a_folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize("spoil", [is_no_database, is_cut_short, is_anothers, is_newer, is_a_folder])
def test_a_ledger_that_cannot_be_used_is_named_left_alone_and_stops_no_build(job: Job, spoil: object) -> None:
    job.index.mkdir()
    spoil(job.memory.ledger)
    before = job.memory.ledger.read_bytes() if job.memory.ledger.is_file() else None
    report = build(job)
    assert report.outcome is Outcome.BUILT
    assert report.remembered.problem
    assert str(job.memory.ledger) in report.remembered.problem
    assert "whosaid ledger import" in report.remembered.problem
    with closing(Archive(job.index)) as archive:
        assert archive.engine().statistics().articles == 1
    if before is not None:
        assert job.memory.ledger.read_bytes() == before
    with pytest.raises(LedgerError, match=r"ledger\.sqlite3"):
        fate_of(job.memory.ledger, "x")


def test_a_ledger_that_is_away_begins_with_what_is_published(job: Job) -> None:
    build(job)
    job.memory.ledger.unlink()
    report = build(job)
    assert (report.outcome, report.remembered.problem) == (Outcome.UNCHANGED, None)
    with reading(job.memory.ledger) as ledger:
        assert ledger
        assert ledger.execute("SELECT count(*) FROM passage WHERE gone IS NULL").fetchone() == (2,)


def test_a_ledger_that_another_process_writes_is_waited_for_and_then_told_of(
    job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_PATIENCE", 0)
    build(job)
    with writing(job.memory.ledger):
        (job.corpus / "b.txt").write_text("The bridge\nThe council did not agree on the bridge at all.\n")
        report = build(job)
    assert report.outcome is Outcome.BUILT
    assert "another process" in (report.remembered.problem or "")
    assert build(job).remembered.problem is None


def test_no_ledger_is_made_by_looking(tmp_path: Path) -> None:
    assert fate_of(tmp_path / "ledger.sqlite3", "x") is None
    (tmp_path / "ledger.sqlite3").touch()  # a build has just begun
    assert fate_of(tmp_path / "ledger.sqlite3", "x") is None
    assert (tmp_path / "ledger.sqlite3").read_bytes() == b""


def test_what_is_opened_to_be_read_cannot_be_changed(tmp_path: Path) -> None:
    with writing(tmp_path / "ledger.sqlite3"):
        pass

    def change() -> None:
        with reading(tmp_path / "ledger.sqlite3") as ledger:
            assert ledger
            ledger.execute("UPDATE state SET round = 7")

    with pytest.raises(LedgerError, match="readonly"):
        change()


def test_an_exception_leaves_the_ledger_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite3"
    with writing(path):
        pass
    before = path.read_bytes()

    def change_and_fail() -> None:
        with writing(path) as ledger:
            ledger.execute("UPDATE state SET round = 7")
            raise KeyError

    with pytest.raises(KeyError):
        change_and_fail()
    assert path.read_bytes() == before


def test_the_settings_may_put_it_elsewhere(job: Job, tmp_path: Path) -> None:
    elsewhere = tmp_path / "kept" / "links.sqlite3"
    build(Job(job.corpus, job.index, "memory", ENGINES, ledger=elsewhere))
    assert elsewhere.is_file()
    assert not job.memory.ledger.exists()


def test_a_generation_of_another_format_that_the_ledger_never_knew_stops_no_build(
    job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(job)
    job.memory.ledger.unlink()
    (job.corpus / "a.txt").write_text("The bridge\nThe council did not agree on the bridge at all.\n")
    monkeypatch.setattr(indexer, "code_hash", lambda: "newer code")
    known = ENGINES["memory"]

    def open_(files: Path) -> SearchEngine:
        if "generations/1" in str(files):
            msg = "another format"
            raise IndexStateError(msg)
        return known.open(files)

    report = build(replace(job, engines={"memory": EngineKind(known.create, open_, known.branch)}))
    assert (report.outcome, report.remembered.problem) == (Outcome.BUILT, None)
    with reading(job.memory.ledger) as ledger:
        assert ledger
        assert ledger.execute("SELECT count(*) FROM passage").fetchone() == (2,)


def test_make_clean_removes_the_index_and_spares_the_ledger(job: Job, tmp_path: Path) -> None:
    build(job)
    shutil.copy(ROOT / "Makefile", tmp_path)
    subprocess.run(["make", "clean"], cwd=tmp_path, check=True, capture_output=True)
    assert [path.name for path in job.index.iterdir()] == ["ledger.sqlite3"]
