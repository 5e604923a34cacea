"""A build after a change answers as a full build does, and a build that fails changes nothing."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search import building, corpus, fields, generations, indexer, parts
from search.authority import read_authority
from search.build_report import Outcome, Repeated
from search.engines import ENGINES
from search.errors import CorpusError, EngineError, IndexStateError, NoSpaceError, SourceError
from search.manifest import read_manifest

World = Any  # see conftest.py
Anew = Callable[..., Any]

AUTHORITY = '[[person]]\nname = "Tran Van Binh"\nshort = "Binh"\n\n[[body]]\nname = "Council of Hanoi"\n'


def reasons(report: Any) -> list[str]:
    return [str(problem) for problem in report.problems]


def test_a_first_build_holds_every_article(world: World) -> None:
    report = world.build()
    assert (report.outcome, report.generation, report.files, report.written, report.kept) == ("built", 1, 4, 4, 0)
    assert world.paths() == ["a.txt", "b.txt", "c.txt", "d.txt"]
    assert (report.statistics.articles, report.problems) == (4, ())


def test_where_nothing_changed_no_generation_is_made(world: World) -> None:
    world.build()
    before = world.tree()
    report = world.build()
    assert (report.outcome, report.generation, report.written, report.kept) == ("unchanged", 1, 0, 4)
    assert report.statistics.articles == 4
    assert world.tree() == before


def test_only_the_changed_article_is_analysed_again(world: World, anew: Anew, monkeypatch: pytest.MonkeyPatch) -> None:
    world.build()
    world.write(b=world.article("southern", "canal"))
    analysed = []
    whole = parts.passages_of
    monkeypatch.setattr(parts, "passages_of", lambda a, who: analysed.append(a.info.source_path) or whole(a, who))
    report = world.build()
    assert analysed == ["b.txt"]
    assert (report.outcome, report.generation, report.written, report.kept) == ("built", 2, 1, 3)
    assert world.answers() == anew()


def test_touching_a_file_changes_nothing(world: World) -> None:
    world.build()
    os.utime(world.corpus / "a.txt", (1, 1))
    assert world.build().outcome is Outcome.UNCHANGED


def test_a_new_authority_builds_everything_anew(world: World, anew: Anew, tmp_path: Path) -> None:
    world.build()
    (tmp_path / "who.toml").write_text(AUTHORITY)
    authority = read_authority(tmp_path / "who.toml")
    report = world.build(authority=authority)
    assert (report.written, report.kept, report.anew) == (4, 0, "the authority changed")
    assert world.answers() == anew(authority=authority)
    assert world.build(authority=authority).outcome is Outcome.UNCHANGED


def test_a_new_field_table_builds_everything_anew(world: World, anew: Anew, monkeypatch: pytest.MonkeyPatch) -> None:
    world.build()
    table = tuple(replace(field, boost=field.boost * 2) for field in fields.TEXT_FIELDS)
    monkeypatch.setattr(fields, "TEXT_FIELDS", table)
    report = world.build()
    assert (report.written, report.kept, report.anew) == (4, 0, "the fields changed")
    assert world.answers() == anew()
    assert world.build().outcome is Outcome.UNCHANGED


def test_new_code_builds_everything_anew(world: World, anew: Anew, monkeypatch: pytest.MonkeyPatch) -> None:
    world.build()
    monkeypatch.setattr(indexer, "code_hash", lambda: "another")
    report = world.build()
    assert (report.written, report.kept) == (4, 0)
    assert report.anew == "the code that reads, extracts and analyses changed"
    assert world.answers() == anew()
    assert world.build().outcome is Outcome.UNCHANGED


def test_another_engine_builds_everything_anew(world: World, anew: Anew) -> None:
    world.build()
    world.engine = {"memory": "whoosh", "whoosh": "memory"}[world.engine]
    report = world.build()
    assert report.written == 4
    assert report.anew
    assert world.answers() == anew()


def test_a_deleted_file_is_named_and_kept_until_it_is_pruned(world: World, anew: Anew) -> None:
    world.build()
    whole = world.answers()
    (world.corpus / "a.txt").unlink()
    report = world.build()
    assert reasons(report) == ["a.txt: no longer there; its passages stay until it is pruned"]
    assert (report.skipped, report.kept) == ((), 4)
    assert world.answers() == whole
    assert world.build().outcome is Outcome.UNCHANGED

    report = world.build(prune=True)
    assert reasons(report) == ["a.txt: no longer there; removed from the index"]
    assert (report.lost, report.kept) == (1, 3)
    assert world.answers() == anew()


def test_a_pruned_article_takes_its_facet_values_along(world: World) -> None:
    world.write(e="Hanoi (Nhan Dan) - A lone paragraph of 2019, on January 3, 2019, about a lighthouse in the sea.\n")
    world.build()
    (world.corpus / "e.txt").unlink()
    report = world.build(prune=True)
    everything = json.dumps(world.answers())
    assert report.lost == 1
    assert "2019" not in everything
    assert "lighthouse" not in everything


def test_a_deleted_file_is_kept_even_where_everything_is_built_anew(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.build()
    whole = world.answers()
    (world.corpus / "a.txt").unlink()
    monkeypatch.setattr(indexer, "code_hash", lambda: "another")
    assert world.build().statistics.articles == 4
    assert world.answers() == whole


def test_what_cannot_be_taken_from_an_index_of_another_format_is_said(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.build()
    (world.corpus / "a.txt").unlink()
    monkeypatch.setattr(indexer, "code_hash", lambda: "another")
    kind = ENGINES[world.engine]

    def refuses(place: Path) -> Any:
        if place.parent.name == "1":
            msg = "another format"
            raise IndexStateError(msg)
        return kind.open(place)

    report = world.build(engines={world.engine: replace(kind, open=refuses)})
    assert [problem.path for problem in report.skipped] == ["a.txt"]
    assert world.paths() == ["b.txt", "c.txt", "d.txt"]


def test_pruning_more_than_thirty_in_a_hundred_asks_for_force(world: World, anew: Anew) -> None:
    world.build()
    whole = world.answers()
    for name in "ab":
        (world.corpus / f"{name}.txt").unlink()
    world.write(e=world.article("central", "market"))
    report = world.build(prune=True)
    assert reasons(report)[0] == (
        "--prune would remove 2 of 4 articles, more than 30 %; none was removed: if that is right, add --force"
    )
    assert world.paths() == ["a.txt", "b.txt", "c.txt", "d.txt", "e.txt"]
    assert set(whole[0]) < set(world.answers()[0])

    assert world.build(prune=True, force=True).lost == 2
    assert world.answers() == anew()


def test_a_build_that_would_lose_most_articles_is_refused(world: World) -> None:
    world.build()
    before = world.tree()
    for name in "abc":
        (world.corpus / f"{name}.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(400))
    report = world.build()
    assert (report.outcome, report.generation, report.lost) == ("refused", 1, 3)
    assert world.tree() == before
    assert world.build(force=True).statistics.articles == 1


def test_a_renamed_file_is_neither_lost_nor_doubled(world: World, anew: Anew) -> None:
    world.build()
    for old, new in (("a", "z"), ("b", "y"), ("c", "x")):
        (world.corpus / f"{old}.txt").rename(world.corpus / f"{new}.txt")
    report = world.build(prune=True)
    assert (report.problems, report.lost) == ((), 0)
    assert world.paths() == ["d.txt", "x.txt", "y.txt", "z.txt"]
    assert world.answers() == anew()


def test_the_same_text_in_two_files_is_held_once_and_the_second_is_named(world: World, anew: Anew) -> None:
    world.write(b="\n\n" + world.article("northern", "harbour").replace("harbour", "harbour ").replace("  ", " "))
    report = world.build()
    assert reasons(report) == ["b.txt: the same text as in a.txt; kept once"]
    assert report.skipped == ()
    assert world.paths() == ["a.txt", "c.txt", "d.txt"]

    (world.corpus / "a.txt").unlink()
    report = world.build(prune=True)
    assert (report.problems, report.lost) == ((), 0)
    assert world.paths() == ["b.txt", "c.txt", "d.txt"]
    assert world.answers() == anew()


def test_a_duplicate_comes_in_when_the_first_gets_another_text(world: World, anew: Anew) -> None:
    world.write(d=world.article("northern", "harbour"))
    world.build()
    assert world.paths() == ["a.txt", "b.txt", "c.txt"]
    world.write(a=world.article("northern", "bridge"))
    world.build()
    assert world.paths() == ["a.txt", "b.txt", "c.txt", "d.txt"]
    assert world.answers() == anew()


def test_a_new_earlier_file_takes_the_place_of_its_duplicate(world: World, anew: Anew) -> None:
    world.build()
    world.write(**{"0": world.article("western", "library")})
    report = world.build()
    assert reasons(report) == ["d.txt: the same text as in 0.txt; kept once"]
    assert world.paths() == ["0.txt", "a.txt", "b.txt", "c.txt"]
    assert world.answers() == anew()


def records(*rows: tuple[str, str]) -> str:
    return "".join(json.dumps({"article_id": name, "title": name, "text": text}) + "\n" for name, text in rows)


def test_one_id_with_two_texts_is_refused_and_both_files_are_named(world: World, anew: Anew) -> None:
    world.write(a=world.article("northern", "harbour"))
    (world.corpus / "p.jsonl").write_text(records(("one", "The first text of the article.")))
    (world.corpus / "q.jsonl").write_text(records(("one", "A second text of it."), ("two", "Something else.")))
    report = world.build()
    [reason] = reasons(report)
    assert reason.startswith(
        "q.jsonl:1: has this article id, which is that of p.jsonl:1 (article id 'one'), but another"
    )
    assert len(report.skipped) == 1
    assert "one" in world.manifest().articles

    (world.corpus / "p.jsonl").unlink()
    assert world.build(prune=True).problems == ()
    assert world.answers() == anew()
    assert "A second text of it." in json.dumps(world.answers())


SAME = {"text": "I agree with the motion."}


def speeches(*rows: dict[str, str]) -> str:
    return "".join(json.dumps(SAME | row) + "\n" for row in rows)


def test_equal_words_of_two_speakers_or_days_are_two_speeches(world: World, anew: Anew) -> None:
    (world.corpus / "s.jsonl").write_text(
        speeches(
            {"article_id": "one", "speaker": "Ann Lee", "date": "2024-05-02"},
            {"article_id": "two", "speaker": "Bo Berg", "date": "2024-05-03"},
            {"article_id": "three", "speaker": "Bo Berg", "date": "2024-05-03"},
            {"speaker": "Cy Dahl"},
            {"speaker": "Cy Dahl", "date": "2024-05-03"},
            {"organisation": "The Council"},
        )
    )
    report = world.build()
    assert (report.problems, report.written) == ((), 10)
    assert {"one", "two", "three"} < set(world.manifest().articles)
    (world.corpus / "t.jsonl").write_text(speeches({"article_id": "four", "speaker": "Ann Lee", "date": "2024-05-02"}))
    assert (world.build().problems, "four" in world.manifest().articles) == ((), True)
    assert world.answers() == anew()


def test_speeches_of_one_sitting_may_share_its_address(world: World) -> None:
    address = "https://example.org/sittings/17"
    rows = [{"url": address, "speaker": name} for name in ("Ann Lee", "Bo Berg", "Bo Berg")]
    (world.corpus / "s.jsonl").write_text(speeches(*rows))
    report = world.build()
    assert report.written == 6
    assert [(str(found).partition(";")[0][:38], found.problem.line) for found in report.problems] == [
        ("s.jsonl:3: the same article as in s.js", 3)
    ]


def test_a_record_kept_once_names_its_line_and_that_of_the_other(world: World) -> None:
    (world.corpus / "s.jsonl").write_text("\n" + records(*[("one", "The first text of the article.")] * 3))
    report = world.build()
    same = "the same article as in s.jsonl:2 (article id 'one'); kept once"
    assert reasons(report) == [f"s.jsonl:3: {same}", f"s.jsonl:4: {same}"]
    assert (report.skipped, report.repeated) == ((), Repeated(0, 2))


def test_a_line_put_in_above_moves_the_messages(world: World) -> None:
    rows = records(("one", "The first text of the article."), ("one", "The second text of the article."))
    (world.corpus / "s.jsonl").write_text(rows)
    world.build()
    (world.corpus / "s.jsonl").write_text("\n" + rows)
    report = world.build()
    assert reasons(report)[0].startswith("s.jsonl:3: has this article id, which is that of s.jsonl:2 ")


def test_what_the_build_before_told_is_known_where_nothing_changed(world: World) -> None:
    world.write(b=world.article("northern", "harbour"))
    first = world.build()
    assert (first.known, first.news) == (frozenset(), first.problems)
    os.mkfifo(world.corpus / "pipe.txt")
    again = world.build()
    assert (again.outcome, again.repeated) == ("unchanged", Repeated(1, 0))
    assert again.known == frozenset(first.problems)
    assert [found.path for found in again.news] == ["pipe.txt"]


def test_files_of_other_kinds_are_counted_by_their_suffix(world: World) -> None:
    for name in ("a.PDF", "b.pdf", "notes", "authority.toml", ".hidden.pdf"):
        (world.corpus / name).write_text("")
    assert world.build().others == ((".pdf", 2), ("", 1))
    assert world.build().others == ((".pdf", 2), ("", 1))


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_indexed(world: World) -> None:
    (world.corpus / "bad.txt").write_bytes(bytes(range(256)) * 8)
    os.mkfifo(world.corpus / "pipe.txt")
    report = world.build()
    assert [problem.path for problem in report.skipped] == ["bad.txt", "pipe.txt"]
    assert report.statistics.articles == 4
    again = world.build()
    assert (again.outcome, reasons(again)) == ("unchanged", reasons(report))


def test_an_empty_file_is_named_and_harmless(world: World) -> None:
    world.write(empty="", blank=" \n\n")
    report = world.build()
    assert [problem.path for problem in report.problems] == ["blank.txt", "empty.txt"]
    assert report.skipped == ()


def test_what_was_read_of_a_file_before_is_kept_while_it_cannot_be_read(world: World, anew: Anew) -> None:
    world.build()
    whole = world.answers()
    text = (world.corpus / "a.txt").read_text()
    (world.corpus / "a.txt").unlink()
    (world.corpus / "a.txt").symlink_to("b.txt")
    report = world.build(prune=True)
    assert len(report.skipped) == 1
    assert "what was read of it before is kept" in reasons(report)[0]
    assert world.answers() == whole
    assert world.build(prune=True).outcome is Outcome.UNCHANGED

    (world.corpus / "a.txt").unlink()
    world.write(a=text)
    report = world.build(prune=True)
    assert (report.problems, report.written) == ((), 0)
    assert world.answers() == anew()


def test_a_file_that_changes_under_our_hands_is_read_by_what_it_was_at_last(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vanishing(folder: Path, path: Path) -> Any:
        if path.name == "b.txt" and world.index.exists():
            raise SourceError(path.name, "changes while it is read")
        return whole(folder, path)

    whole = corpus.load
    monkeypatch.setattr(corpus, "load", vanishing)
    report = world.build()
    assert reasons(report) == ["b.txt: changes while it is read"]
    assert world.paths() == ["a.txt", "c.txt", "d.txt"]
    monkeypatch.undo()
    assert world.build().problems == ()
    assert world.paths() == ["a.txt", "b.txt", "c.txt", "d.txt"]


@pytest.mark.parametrize("missing", [True, False])
def test_a_corpus_that_is_missing_or_empty_leaves_the_index_as_it_was(world: World, *, missing: bool) -> None:
    world.build()
    before = world.tree()
    for file in world.corpus.iterdir():
        file.unlink()
    if missing:
        world.corpus.rmdir()
    with pytest.raises(CorpusError, match="the index is as it was"):
        world.build(prune=True, force=True)
    assert world.tree() == before


def test_where_no_file_can_be_read_nothing_is_built(world: World) -> None:
    for file in world.corpus.iterdir():
        file.write_bytes(bytes(500))
    report = world.build()
    assert (report.outcome, report.generation, len(report.skipped)) == ("nothing", None, 4)
    assert generations.current(world.index) is None
    assert list((world.index / "generations").iterdir()) == []


@pytest.mark.parametrize("damage", ["pointer", "manifest", "bytes", "format"])
def test_a_damaged_index_is_built_anew(world: World, anew: Anew, damage: str) -> None:
    world.build()
    place = generations.folder(world.index, 1)
    match damage:
        case "pointer":
            (world.index / "CURRENT").write_text("none")
        case "manifest":
            (place / "manifest.json").write_text("{}")
        case "format":
            whole = (place / "manifest.json").read_text()
            (place / "manifest.json").write_text(whole.replace('"format": 3', '"format": 999'))
        case "bytes":
            largest = max((p for p in (place / "engine").rglob("*") if p.is_file()), key=lambda p: p.stat().st_size)
            content = bytearray(largest.read_bytes())
            content[len(content) // 2] ^= 1
            largest.write_bytes(content)
    report = world.build()
    assert (report.outcome, report.written) == ("built", 4)
    assert report.anew
    assert world.answers() == anew()


class Interruption(BaseException):
    """A signal in the middle of the work."""


@pytest.mark.parametrize("point", ["reading", "verifying", "publishing"])
def test_an_interrupted_build_leaves_the_index_as_it_was(
    world: World, point: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.build()
    before = world.tree()
    world.write(a=world.article("northern", "bridge"), e=world.article("central", "market"))

    def interrupted(*_: Any) -> Any:
        raise Interruption

    match point:
        case "reading":
            monkeypatch.setattr(parts, "passages_of", interrupted)
        case "verifying":
            monkeypatch.setattr(building, "files_of", interrupted)
        case "publishing":
            monkeypatch.setattr(generations, "_flush", interrupted)
    with pytest.raises(Interruption):
        world.build()
    assert world.tree() == before
    monkeypatch.undo()
    assert world.build().outcome is Outcome.BUILT


@pytest.mark.parametrize("wrapped", [True, False])
def test_a_full_disk_is_said_and_leaves_nothing_behind(
    world: World, monkeypatch: pytest.MonkeyPatch, *, wrapped: bool
) -> None:
    world.build()
    before = world.tree()
    world.write(a=world.article("northern", "bridge"))

    def full(*_: Any) -> Any:
        problem = OSError(errno.ENOSPC, "No space left on device")
        if not wrapped:
            raise problem
        msg = "could not write"
        raise EngineError(msg) from problem

    monkeypatch.setattr(building, "write_manifest", full)
    with pytest.raises(NoSpaceError, match="the index is as it was"):
        world.build()
    assert world.tree() == before


def test_an_index_that_cannot_be_written_is_an_error_of_ours(world: World) -> None:
    world.index.write_text("a file where a folder should be")
    with pytest.raises(IndexStateError, match="give another folder with --index"):
        world.build()


def test_a_generation_that_lacks_what_was_put_in_is_never_published(world: World) -> None:
    kind = ENGINES[world.engine]

    class Forgetful:
        def __init__(self, engine: Any) -> None:
            self._engine = engine

        def __getattr__(self, name: str) -> Any:
            return getattr(self._engine, name)

        def statistics(self) -> Any:
            return replace(self._engine.statistics(), passages=1)

    engines = {world.engine: replace(kind, open=lambda place: Forgetful(kind.open(place)))}
    with pytest.raises(EngineError, match="does not hold what was put into it"):
        world.build(engines=engines)
    assert generations.current(world.index) is None


def test_the_generation_before_is_kept_and_older_ones_go(world: World) -> None:
    for number in range(1, 5):
        world.write(a=world.article("northern", f"bridge {number}"))
        assert world.build().generation == number
    assert sorted(path.name for path in (world.index / "generations").iterdir()) == ["3", "4"]


CHANGES = st.lists(
    st.tuples(st.sampled_from("abcde"), st.sampled_from(["harbour", "school", "market", "gone", "broken"])),
    min_size=1,
    max_size=8,
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(CHANGES, min_size=1, max_size=3))
def test_any_history_of_changes_ends_where_a_full_build_does(
    tmp_path_factory: pytest.TempPathFactory, history: list[list[tuple[str, str]]]
) -> None:
    """Files appear, change, copy each other, break and go, in any order; after each step both ways answer alike."""
    place = tmp_path_factory.mktemp("history")
    corpus_folder = place / "articles"
    corpus_folder.mkdir()
    (corpus_folder / "zz.txt").write_text("A paragraph that stays where it is, through all of the changes.\n")
    job = building.Job(corpus_folder, place / "index", "memory", ENGINES, prune=True, force=True)
    for step, changes in enumerate(history):
        for name, about in changes:
            file = corpus_folder / f"{name}.txt"
            match about:
                case "gone":
                    file.unlink(missing_ok=True)
                case "broken":
                    file.write_bytes(bytes(100))
                case _:
                    file.write_text(f"The {about} is large.\nThe council said the {about} would be larger in 2025.\n")
        indexer.build(job)
        full = replace(job, index=place / f"full-{step}")
        indexer.build(full)
        assert held(job) == held(full)


def held(job: building.Job) -> tuple[Any, Any]:
    """What an index says it was built from, and every passage that it holds."""
    number = generations.current(job.index)
    assert number is not None
    place = generations.folder(job.index, number)
    manifest = read_manifest(place)
    engine = job.engines[job.engine].open(place / generations.ENGINE_FOLDER)
    passages = {name: engine.article(name) for name in manifest.articles}
    assert sum(map(len, passages.values())) == engine.statistics().passages
    return manifest.sources, passages
