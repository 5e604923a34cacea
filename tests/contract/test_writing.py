"""Changes are kept together or not at all, one writer at a time, and never reach an index beside. For every engine."""

from __future__ import annotations

import gc
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from search.engines import EngineKind
from search.engines.base import SearchEngine
from search.errors import IndexStateError, NotFoundError
from search.model import Passage
from search.query import Query

Compose = Callable[..., Passage]
Build = Callable[..., SearchEngine]


def held(engine: SearchEngine) -> list[str]:
    return [hit.passage.id for hit in engine.search(Query(page_size=100)).hits]


def files(directory: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in directory.iterdir() if "lock" not in file.name.lower()}


def test_what_was_added_is_there_after_opening_again(
    compose: Compose, build: Build, kind: EngineKind, tmp_path: Path
) -> None:
    passage = compose("tax")
    build(passage).close()
    opened = kind.open(tmp_path / "index0")
    assert held(opened) == ["a-0"]
    assert opened.passage("a-0") == passage
    opened.close()


def test_an_exception_leaves_the_index_as_it_was(compose: Compose, build: Build, tmp_path: Path) -> None:
    engine = build(compose("tax"))
    before = files(tmp_path / "index0")

    def fail() -> None:
        with engine.writer() as writer:
            writer.remove("a")
            writer.add([compose("debt", article="b")])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert held(engine) == ["a-0"]
    assert files(tmp_path / "index0") == before, "nothing new is left behind either"
    with engine.writer() as writer:
        writer.add([compose("debt", article="b")])
    assert held(engine) == ["a-0", "b-0"]


def test_a_removed_article_leaves_with_its_values_and_words(compose: Compose, build: Build) -> None:
    engine = build(compose("tax", speakers=("Ann",)), compose("debt", article="b", speakers=("Ben",)))
    with engine.writer() as writer:
        writer.remove("a")
        writer.remove("never there")
    assert held(engine) == ["b-0"]
    assert [value.value for value in engine.search(Query()).facets[0].values] == ["Ben"]
    assert list(engine.vocabulary()) == [("debt", 1)]
    assert engine.statistics().speakers == 1
    with pytest.raises(NotFoundError):
        engine.passage("a-0")
    with pytest.raises(NotFoundError):
        engine.article("a")


def test_scores_and_totals_do_not_remember_what_was_removed(compose: Compose, build: Build) -> None:
    kept = [compose("tax and debt"), compose("tax and much more", ordinal=1)]
    churned = build(*kept, *(compose("tax tax debt " * n, article=f"gone{n}") for n in range(1, 9)))
    with churned.writer() as writer:
        for number in range(1, 9):
            writer.remove(f"gone{number}")
    assert churned.search(Query("tax OR debt")).hits == build(*kept).search(Query("tax OR debt")).hits


def test_an_article_is_replaced_by_removing_and_adding(compose: Compose, build: Build) -> None:
    engine = build(compose("tax"), compose("more tax", ordinal=1))
    with engine.writer() as writer:
        writer.remove("a")
        writer.add([compose("debt")])
    assert held(engine) == ["a-0"]
    assert engine.search(Query("tax")).total == 0
    assert engine.search(Query("debt")).total == 1


def test_an_article_can_be_removed_by_the_writer_that_added_it(compose: Compose, build: Build) -> None:
    engine = build(compose("peace", article="z"))
    with engine.writer() as writer:
        writer.add([compose("tax")])
        writer.remove("a")
        writer.add([compose("debt"), compose("debt", ordinal=1)])
        writer.add([compose("labour", article="b")])
    assert held(engine) == ["a-0", "a-1", "b-0", "z-0"]
    assert engine.search(Query("tax")).total == 0


def test_an_id_that_is_there_already_is_refused_and_nothing_of_its_article_added(
    compose: Compose, build: Build
) -> None:
    engine = build(compose("tax"))
    with engine.writer() as writer:
        with pytest.raises(ValueError, match="a-0"):
            writer.add([compose("new", ordinal=7), compose("tax")])
        writer.add([compose("debt", article="b")])
        with pytest.raises(ValueError, match="b-0"):
            writer.add([compose("debt", article="b")])
        with pytest.raises(ValueError, match="c-0"):
            writer.add([compose("debt", article="c"), compose("debt", article="c")])
    assert held(engine) == ["a-0", "b-0"]


def test_a_passage_that_cannot_be_stored_is_refused_and_spoils_no_other(compose: Compose, build: Build) -> None:
    engine = build()
    with engine.writer() as writer:
        writer.add([compose("tax", article="before")])
        with pytest.raises(ValueError, match="bad-1"):
            writer.add([compose("tax", article="bad"), compose("half \ud83d", article="bad", ordinal=1)])
        writer.add([compose("tax and debt", article="later", title="Tax")])
    assert held(engine) == ["before-0", "later-0"]
    assert engine.article("later") == (compose("tax and debt", article="later", title="Tax"),)


def test_a_second_writer_is_refused_at_once(compose: Compose, build: Build, kind: EngineKind, tmp_path: Path) -> None:
    engine = build(compose("tax"))
    other = kind.open(tmp_path / "index0")
    with engine.writer() as writer:
        for second in (engine, other):
            with pytest.raises(IndexStateError, match="being written"), second.writer():
                pass
        writer.add([compose("debt", article="b")])
    assert held(engine) == ["a-0", "b-0"]
    with other.writer() as writer:
        writer.remove("a")
    assert held(other) == ["b-0"]
    other.close()


def test_an_open_engine_answers_from_what_it_opened_until_it_is_opened_again(
    compose: Compose, build: Build, kind: EngineKind, tmp_path: Path
) -> None:
    engine = build(compose("tax"))
    reader = kind.open(tmp_path / "index0")
    with engine.writer() as writer:
        writer.remove("a")
        writer.add([compose("debt", article="b")])
    assert held(reader) == ["a-0"]
    assert reader.passage("a-0").text == "tax"
    assert reader.search(Query("tax")).total == 1
    reader.close()
    again = kind.open(tmp_path / "index0")
    assert held(again) == ["b-0"]
    again.close()


def test_a_branch_is_written_while_the_old_directory_stays_as_it_is(
    compose: Compose, build: Build, kind: EngineKind, tmp_path: Path
) -> None:
    old = build(compose("tax"), compose("debt", article="b"))
    before = files(tmp_path / "index0")
    kind.branch(tmp_path / "index0", tmp_path / "new")
    new = kind.open(tmp_path / "new")
    with old.writer(), new.writer() as writer:
        writer.remove("a")
        writer.add([compose("labour", article="c")])
    assert held(new) == ["b-0", "c-0"]
    assert held(old) == ["a-0", "b-0"]
    assert files(tmp_path / "index0") == before
    again = kind.open(tmp_path / "index0")
    assert held(again) == ["a-0", "b-0"]
    again.close()
    new.close()


def test_many_commits_give_what_one_gives(compose: Compose, build: Build) -> None:
    chance = random.Random(3)  # noqa: S311  # the same comings and goings every time
    engine, texts = build(), {}
    for _ in range(24):
        with engine.writer() as writer:
            for name in chance.sample("abcdefgh", 3):
                writer.remove(name)
                texts[name] = [" ".join(chance.choices(("tax", "debt", "labour"), k=4)) for _ in range(3)]
                writer.add(compose(text, article=name, ordinal=n) for n, text in enumerate(texts[name]))
    whole = build(*(compose(t, article=name, ordinal=n) for name, held_ in texts.items() for n, t in enumerate(held_)))
    for text in ("", "tax", '"tax debt"', "lab*", "-debt"):
        assert engine.search(Query(text, page_size=100)).hits == whole.search(Query(text, page_size=100)).hits
    assert engine.statistics() == whole.statistics()
    assert list(engine.vocabulary()) == list(whole.vocabulary())


def test_an_index_that_is_not_there_is_named_with_the_command(kind: EngineKind, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("no directory", encoding="utf-8")
    for place in ("nowhere", "empty", "file"):
        with pytest.raises(IndexStateError, match="whosaid index"):
            kind.open(tmp_path / place)
    with pytest.raises(IndexStateError, match="whosaid index"):
        kind.branch(tmp_path / "nowhere", tmp_path / "new")


def test_creating_over_an_index_is_refused_and_leaves_it_alone(
    compose: Compose, build: Build, kind: EngineKind, tmp_path: Path
) -> None:
    engine = build(compose("tax"))
    before = files(tmp_path / "index0")
    with pytest.raises(IndexStateError, match="already"):
        kind.create(tmp_path / "index0")
    assert files(tmp_path / "index0") == before
    assert held(engine) == ["a-0"]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # Whoosh forgets to close broken files
def test_a_damaged_file_is_named_as_damage(compose: Compose, build: Build, kind: EngineKind, tmp_path: Path) -> None:
    passages = [compose(f"tax and debt of {n}", article=f"a{n}", title="Tax") for n in range(30)]
    build(*passages).close()
    directory = tmp_path / "index0"
    whole = files(directory)
    outcomes = set()
    for name, data in whole.items():
        for cut in (0, 1, len(data) // 3, len(data) // 2, len(data) - 2):
            (directory / name).write_bytes(data[:cut])
            outcomes.add(_state(kind, directory))
        (directory / name).write_bytes(b"\x00" * len(data))
        outcomes.add(_state(kind, directory))
        for place in range(
            7, len(data), len(data) // 40
        ):  # a flipped byte may hurt nothing, but raises our errors only
            (directory / name).write_bytes(data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :])
            _state(kind, directory)
        (directory / name).write_bytes(data)
    gc.collect()
    assert _state(kind, directory) == "well"
    assert outcomes == {"damaged"}


def _state(kind: EngineKind, directory: Path) -> str:
    try:
        engine = kind.open(directory)
    except IndexStateError:
        return "damaged"
    try:
        for text in ("tax", '"tax and debt"', "deb*"):
            if engine.search(Query(text, page_size=100)).total != 30:
                return "wrong"
        return "well" if len(list(engine.vocabulary())) == 34 and engine.passage("a7-0").text else "wrong"
    except IndexStateError:
        return "damaged"
    finally:
        engine.close()
