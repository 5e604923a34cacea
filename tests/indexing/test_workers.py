"""Several processes write what one would, and leave nothing behind when one of them ends or cannot write."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import pytest

from search import workers
from search.building import Step
from search.commands.index import progress_line
from search.engines import ENGINES
from search.engines.base import SearchEngine
from search.errors import EngineError
from search.extract import passages_of
from search.indexer import build
from search.model import Article, ArticleInfo
from search.parts import Parts
from search.workers import Elsewhere, intake

World = Any  # see conftest.py
SAID = "Mr. Tran Van Binh said plan {} is done.\nHe added that it was late.\n"


def article(number: int, text: str = SAID) -> Article:
    info = ArticleInfo(f"a{number}", None, None, None, None, None, None, "a.jsonl", "")
    return Article(info, text.format(number))


ARTICLES = [article(number) for number in range(12)]


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[SearchEngine]:
    with closing(ENGINES["whoosh"].create(tmp_path / "index")) as made:
        yield made


@pytest.fixture
def parts(tmp_path: Path) -> Parts:
    return Parts(ENGINES["whoosh"], tmp_path / "parts", 2, None)


def test_numbers_come_in_the_order_of_the_articles_and_their_passages_are_in_the_index(
    engine: SearchEngine, parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_BATCH", 200)  # two or three articles
    articles = [article(13, "A very long story. " * 60), *ARTICLES, article(12, "")]
    with engine.writer() as writer, intake(writer, parts) as elsewhere:
        assert isinstance(elsewhere, Elsewhere)
        promised = [elsewhere.submit(one) for one in articles]
        assert elsewhere.full is False
        assert [tell() for tell in promised] == [len(passages_of(one)) for one in articles]
        long, rest = (worker.characters for worker in elsewhere.workers)
        assert long == len(articles[0].text) + 1, "all others go to the one who was given less"
        assert rest > sum(len(one.text) for one in ARTICLES)
    assert not parts.folder.exists()
    assert [engine.article(one.info.id) for one in articles[:-1]] == [passages_of(one) for one in articles[:-1]]


def test_a_passage_that_cannot_be_stored_is_named_and_the_index_stays(engine: SearchEngine, parts: Parts) -> None:
    bad = article(1, "Half of a pair \ud83d is no text.\n")
    (passage,) = passages_of(bad)

    def write() -> None:
        with engine.writer() as writer, intake(writer, parts) as elsewhere:
            for tell in [elsewhere.submit(ARTICLES[0]), elsewhere.submit(bad)]:
                tell()

    with pytest.raises(ValueError, match=passage.id):
        write()
    assert engine.statistics().passages == 0
    assert not parts.folder.exists()


def test_what_the_disk_refuses_a_worker_is_told_as_it_is(engine: SearchEngine, parts: Parts, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    blocked = replace(parts, folder=tmp_path / "file")

    def write() -> None:
        with engine.writer() as writer, intake(writer, blocked) as elsewhere:
            elsewhere.submit(ARTICLES[0])()

    with pytest.raises(NotADirectoryError) as refused:
        write()
    assert refused.value.filename == str(blocked.place(0))


@pytest.mark.parametrize("late", [False, True])
def test_a_worker_that_is_killed_is_an_error_that_says_what_to_do_and_the_index_stays(
    world: World, monkeypatch: pytest.MonkeyPatch, *, late: bool
) -> None:
    monkeypatch.setattr(workers, "_BATCH", 1)
    world.build()
    before = world.tree()
    world.write(**{name: world.article(name, "bridge") for name in "efghijkl"})

    def kill(step: Step) -> None:
        if step.read == step.of or not late:
            for process in active_children():
                os.kill(process.ident or 0, signal.SIGKILL)

    with pytest.raises(EngineError, match="--workers 1"):
        build(world.job(workers=2), kill)
    assert world.tree() == before
    assert active_children() == []


ORPHANS = """
import os, sys
from contextlib import closing
from multiprocessing import active_children
from pathlib import Path
from search.engines import ENGINES
from search.model import Article, ArticleInfo
from search.parts import Parts
from search.workers import intake

if __name__ == "__main__":
    place, kind = Path(sys.argv[1]), ENGINES["whoosh"]
    info = ArticleInfo("a", None, None, None, None, None, None, "a.jsonl", "")
    with closing(kind.create(place / "index")) as engine, engine.writer() as writer:
        with intake(writer, Parts(kind, place / "parts", 2, None)) as elsewhere:
            elsewhere.submit(Article(info, "A plan."))()
            print(*(child.pid for child in active_children()), flush=True)
            sys.stdin.read()
"""


def test_no_worker_outlives_the_process_that_builds(tmp_path: Path) -> None:
    (tmp_path / "orphans.py").write_text(ORPHANS)
    command = [sys.executable, str(tmp_path / "orphans.py"), str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as builder:
        assert builder.stdout is not None
        (worker,) = map(int, builder.stdout.readline().split())
        handle = os.pidfd_open(worker)
        builder.kill()
        ended, _, _ = select.select([handle], [], [], 60)
        os.close(handle)
    assert ended


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

    def told(_writer: object, parts: Parts) -> None:
        raise StopHereError(parts.workers)

    monkeypatch.setattr("search.building.intake", told)
    monkeypatch.setattr("search.building.WORKERS_BYTES", 10**6)
    monkeypatch.setattr("search.building.Building._to_read", lambda _: size)
    monkeypatch.setattr(os, "cpu_count", lambda: 5)
    with pytest.raises(StopHereError, match=f"^{used}$"):
        world.build(workers=asked)
