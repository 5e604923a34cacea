"""Several processes extract what one would: the same passages, in the same order, in the same files."""

from __future__ import annotations

import json
import os
import signal
from dataclasses import replace
from typing import Any

import pytest

from search import workers
from search.authority import read_authority
from search.building import Step
from search.commands.index import progress_line
from search.errors import EngineError
from search.extract import passages_of
from search.indexer import build
from search.model import Article, ArticleInfo
from search.workers import extraction

World = Any  # see conftest.py


def article(number: int) -> Article:
    info = ArticleInfo(f"a{number}", None, None, None, None, None, None, "a.jsonl", "")
    return Article(info, f"Mr. Tran Van Binh said plan {number} is done.\nHe added that it was late.\n")


ARTICLES = [article(number) for number in range(12)]


def test_passages_come_in_the_order_of_the_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_BATCH", 200)  # two or three articles
    with extraction(None, 2) as elsewhere:
        promised = [elsewhere.submit(one) for one in ARTICLES]
        assert elsewhere.full is False
        assert [fetch() for fetch in promised] == [passages_of(one) for one in ARTICLES]


def test_a_worker_that_is_killed_is_an_error_that_says_what_to_do() -> None:
    with extraction(None, 2) as elsewhere:
        elsewhere.submit(ARTICLES[0])()
        for process in list(elsewhere._pool._processes.values()):
            os.kill(process.pid, signal.SIGKILL)
        promised = elsewhere.submit(ARTICLES[1])
        with pytest.raises(EngineError, match="--workers 1"):
            promised()


def test_an_index_is_the_same_byte_for_byte(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_BATCH", 300)
    speeches = [{"article_id": f"s{n}", "speaker": f"Ada Quill {n}", "text": f"Task {n} is late."} for n in range(9)]
    lines = [json.dumps(speech) for speech in [*speeches, {"no": "text"}, speeches[3]]]
    (world.corpus / "speeches.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (world.corpus / "authority.toml").write_text('[[person]]\nname = "Tran Van Binh"\n', encoding="utf-8")
    authority = read_authority(world.corpus / "authority.toml")
    other = replace(world, index=world.index.with_name("other"))
    assert other.build(authority=authority, workers=2) == world.build(authority=authority, workers=1)
    assert other.manifest().sources == world.manifest().sources
    assert other.answers() == world.answers()
    assert contents(other) == contents(world)


def contents(world: World) -> list[bytes]:
    """The bytes of all files but those that list the others, whose names are drawn anew for each build."""
    files = [path for path in (world.index / "generations" / "1" / "engine").rglob("*") if path.is_file()]
    return sorted(path.read_bytes() for path in files if path.suffix != ".toc")


def test_progress_grows_to_what_there_is_to_read(world: World) -> None:
    steps: list[Step] = []
    build(world.job(), steps.append)
    read = [step.read for step in steps]
    assert read == sorted(read)
    assert read[-1] == steps[-1].of == sum(file.stat().st_size for file in world.corpus.glob("*.txt"))
    assert steps[-1].passages == 12
    world.write(b=world.article("southern", "canal"))
    build(world.job(), steps.append)
    assert steps[-1].of == (world.corpus / "b.txt").stat().st_size, "what is as before is not read again"


def test_a_line_of_progress_tells_rate_and_time_left() -> None:
    assert progress_line(Step(250, 1000, 5000), 20.0) == "5,000 passages, 250 a second, 1:00 left"
    assert progress_line(Step(0, 1000, 0), 0.0) == "0 passages, 0 a second, 0:00 left"


@pytest.mark.parametrize(("asked", "size", "used"), [(3, 100, 3), (1, 10**9, 1), (None, 100, 1), (None, 10**9, 5)])
def test_a_build_that_is_soon_done_starts_no_processes(
    world: World, monkeypatch: pytest.MonkeyPatch, asked: int | None, size: int, used: int
) -> None:
    class StopHereError(Exception):
        pass

    def told(_authority: object, workers: int) -> None:
        raise StopHereError(workers)

    monkeypatch.setattr("search.building.extraction", told)
    monkeypatch.setattr("search.building.WORKERS_BYTES", 10**6)
    monkeypatch.setattr("search.building.Building._to_read", lambda _: size)
    monkeypatch.setattr(os, "cpu_count", lambda: 5)
    with pytest.raises(StopHereError, match=f"^{used}$"):
        world.build(workers=asked)
