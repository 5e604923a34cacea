"""An open archive follows the builds, gives each thread its own engine, and says what to do where there is none."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from search import archive as archive_module
from search import generations
from search.archive import Archive
from search.engines import ENGINES, EngineKind
from search.errors import IndexStateError, NotFoundError
from search.identity import article_key
from search.manifest import read_manifest, write_manifest
from search.query import Query

World = Any  # see conftest.py


class Counted:
    """An engine that tells when it is closed."""

    def __init__(self, engine: Any, closed: list[Any]) -> None:
        self._engine, self._closed = engine, closed

    def __getattr__(self, name: str) -> Any:
        return getattr(self._engine, name)

    def close(self) -> None:
        self._closed.append(self)
        self._engine.close()


@pytest.fixture
def closed() -> list[Any]:
    return []


@pytest.fixture
def archive(world: World, closed: list[Any]) -> Iterator[Archive]:
    world.build()
    kind = ENGINES[world.engine]
    counted = EngineKind(kind.create, lambda place: Counted(kind.open(place), closed), kind.branch)
    with closing(Archive(world.index, {world.engine: counted})) as opened:
        yield opened


def test_a_thread_keeps_its_engine_while_nothing_is_built(archive: Archive) -> None:
    assert archive.engine() is archive.engine()
    assert archive.generation == "1"


def test_threads_do_not_share_an_engine(archive: Archive) -> None:
    mine = archive.engine()
    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(archive.engine).result()
    assert other is not mine


def test_after_a_build_the_new_generation_answers_and_the_old_engine_is_closed(
    world: World, archive: Archive, closed: list[Any]
) -> None:
    before = archive.engine()
    assert before.search(Query("lighthouse")).total == 0
    world.write(e=world.article("central", "lighthouse"))
    world.build()
    assert closed == []
    assert archive.engine().search(Query("lighthouse")).total > 0
    assert archive.generation == "2"
    assert closed == [before]


def test_an_engine_in_use_goes_on_answering_while_builds_go_on(world: World, archive: Archive) -> None:
    engine = archive.engine()
    whole = engine.search(Query("harbour")).total
    world.write(a=world.article("northern", "bridge"))
    world.build()
    assert engine.search(Query("harbour")).total == whole


def test_closing_closes_the_engines_of_all_threads(archive: Archive, closed: list[Any]) -> None:
    barrier = threading.Barrier(3)

    def opened() -> Any:
        barrier.wait()
        return archive.engine()

    with ThreadPoolExecutor(2) as pool:
        others = [pool.submit(opened) for _ in range(2)]
        barrier.wait()
        engines = {id(other.result()) for other in others} | {id(archive.engine())}
    archive.close()
    assert {id(engine) for engine in closed} == engines


def test_threads_that_take_turns_use_one_engine_and_threads_at_once_never_the_same(archive: Archive) -> None:
    def turn(_: int) -> Any:
        with archive.lend():
            return archive.engine()

    with ThreadPoolExecutor(1) as one, ThreadPoolExecutor(1) as other:
        assert one.submit(turn, 0).result() is other.submit(turn, 0).result()

    barrier = threading.Barrier(3)

    def together(_: int) -> Any:
        with archive.lend():
            barrier.wait()
            return archive.engine()

    with ThreadPoolExecutor(3) as pool:
        for _ in range(3):
            assert len({id(engine) for engine in pool.map(together, range(3))}) == 3
    assert len(archive._idle) == 3


def test_all_that_is_asked_within_a_turn_is_answered_from_one_generation(
    world: World, archive: Archive, closed: list[Any]
) -> None:
    with archive.lend():
        first, edition = archive.engine(), archive.edition
        world.write(e=world.article("central", "lighthouse"))
        world.build()
        with archive.lend():
            assert archive.engine() is first
        assert (archive.generation, archive.edition) == ("1", edition)
        assert first.search(Query("lighthouse")).total == 0
    with archive.lend():
        assert archive.generation == "2"
        assert archive.engine().search(Query("lighthouse")).total > 0
    assert closed == [first]


def damage_one_byte(world: World) -> Path:
    engine = generations.folder(world.index, 1) / "engine"
    path = max((p for p in engine.rglob("*") if p.is_file()), key=lambda p: p.stat().st_size)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    return path


def test_a_changed_byte_of_a_small_index_is_found_before_the_first_answer(world: World) -> None:
    world.build()
    damaged = damage_one_byte(world)
    with pytest.raises(IndexStateError, match=f"{damaged} is missing or damaged; build the index again: whosaid index"):
        Archive(world.index).engine()


def test_a_changed_byte_of_a_large_index_is_found_beside_the_answers_and_ends_them_until_the_next_build(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.build()
    # One that every engine can be opened with: what is there counts, and what the manifest says of it.
    path = generations.folder(world.index, 1) / "manifest.json"
    manifest = read_manifest(path.parent)
    write_manifest(path.parent, replace(manifest, files=(replace(manifest.files[0], sha256="0" * 64),)))
    monkeypatch.setattr(archive_module, "HASHED_AT_ONCE_BYTES", -1)
    later: list[Callable[[], None]] = []
    with closing(Archive(world.index, beside=later.append)) as archive:
        assert archive.engine().search(Query("budget")).total == 4
        [work] = later
        work()
        for _ in range(2):
            with pytest.raises(IndexStateError, match="whosaid index"):
                archive.engine()
            with pytest.raises(IndexStateError, match="whosaid index"), archive.lend():
                pytest.fail("a damaged index answers")
        assert archive.published == 1
        assert world.build().anew
        assert archive.engine().search(Query("budget")).total == 4


def test_a_large_index_that_is_sound_goes_on_answering_and_is_hashed_once(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.build()
    monkeypatch.setattr(archive_module, "HASHED_AT_ONCE_BYTES", -1)
    later: list[Callable[[], None]] = []
    with closing(Archive(world.index, beside=later.append)) as archive:
        engine = archive.engine()
        [work] = later
        work()
        assert archive.engine() is engine
    assert len(later) == 1


def test_work_in_the_background_is_done_by_another_thread() -> None:
    done: list[int] = []
    finished = threading.Event()

    def work() -> None:
        done.append(threading.get_ident())
        finished.set()

    archive_module.in_background(work)
    assert finished.wait(60)
    assert done != [threading.get_ident()]


def test_a_key_leads_to_its_article(world: World, archive: Archive) -> None:
    (world.corpus / "z.jsonl").write_text('{"article_id": "https://example.org/a b", "text": "A text to find."}\n')
    world.build()
    for name in world.manifest().articles:
        assert archive.article_id(article_key(name)) == name
    with pytest.raises(NotFoundError):
        archive.article_id("nothing")


def test_an_index_thrown_away_and_built_again_is_noticed_though_its_number_is_the_same(
    world: World, archive: Archive
) -> None:
    old = list(world.manifest().articles)
    assert archive.article_id(article_key(old[0])) == old[0]
    edition = archive.edition
    assert archive.edition == edition
    shutil.rmtree(world.index)
    world.corpus = world.corpus.rename(world.corpus.with_name("moved"))
    (world.corpus / "a.txt").rename(world.corpus / "z.txt")
    world.build()
    assert archive.generation == "1"
    assert archive.edition != edition
    for name in world.manifest().articles:
        assert archive.article_id(article_key(name)) == name
    with pytest.raises(NotFoundError):
        archive.article_id(article_key(old[0]))


def test_where_there_is_no_index_the_message_names_the_command(tmp_path: Path) -> None:
    with pytest.raises(IndexStateError, match=f"there is no index in {tmp_path}; build it: whosaid index --index"):
        Archive(tmp_path).engine()
    with pytest.raises(IndexStateError, match="build it: whosaid index --index"):
        _ = Archive(tmp_path / "none").generation


@pytest.mark.parametrize("damage", ["manifest", "file", "pointer", "generation"])
def test_a_damaged_index_is_refused_with_the_command(world: World, archive: Archive, damage: str) -> None:
    place = generations.folder(world.index, 1)
    match damage:
        case "manifest":
            (place / "manifest.json").unlink()
        case "file":
            max((p for p in (place / "engine").rglob("*") if p.is_file()), key=lambda p: p.stat().st_size).unlink()
        case "pointer":
            (world.index / "CURRENT").write_text("x")
        case "generation":
            shutil.rmtree(place)
    with pytest.raises(IndexStateError, match="whosaid index"):
        archive.engine()


def test_an_index_of_other_fields_is_refused(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_module, "fingerprint", lambda: "other")
    with pytest.raises(IndexStateError, match="built with other fields; build it again: whosaid index"):
        archive.engine()


def test_an_index_of_an_unknown_engine_is_refused(world: World) -> None:
    world.build()
    with pytest.raises(IndexStateError, match="is not installed; build it again: whosaid index"):
        Archive(world.index, {}).engine()


def test_a_generation_swept_while_it_is_opened_gives_way_to_the_newest(world: World) -> None:
    """Between the look at CURRENT and the opening, two builds may have come and gone."""
    world.build()
    kind = ENGINES[world.engine]

    def slow(place: Path) -> Any:
        if place.parent.name == "1":
            for number in (2, 3):
                world.write(a=world.article("northern", f"bridge {number}"))
                world.build()
            assert not place.exists()
        return kind.open(place)

    with closing(Archive(world.index, {world.engine: EngineKind(kind.create, slow, kind.branch)})) as opened:
        assert opened.engine().search(Query("bridge")).total > 0
        assert opened.generation == "3"


def test_many_readers_meet_no_error_while_the_index_is_built_over_and_over(world: World) -> None:
    world.build()
    done = threading.Event()

    def reads(archive: Archive) -> int:
        count = 0
        while not done.is_set() or count < 3:
            assert archive.engine().search(Query("budget")).total == 4
            count += 1
        return count

    with closing(Archive(world.index)) as opened, ThreadPoolExecutor(2) as pool:
        readers = [pool.submit(reads, opened) for _ in range(2)]
        try:
            for number in range(6):
                world.write(a=world.article("northern", f"bridge {number}"))
                world.build()
        finally:
            done.set()
        assert all(reader.result() >= 3 for reader in readers)
