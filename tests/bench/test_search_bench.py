"""The search benchmark: one corpus everywhere, answers compared, goals held. No time is a test."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from bench import measuring, peers
from bench.__main__ import main
from bench.asking import FACETS, Answer, Question, read_questions, same, write_questions
from bench.building import build_apart, build_here, figures_of_builds
from bench.corpus import records, sentences_of, write
from bench.exact import difference, differences, random_queries
from bench.passages import articles_from
from bench.peers import PEERS
from bench.queries import CLASSES, questions_about, words_of
from bench.results import Goal, keep_figures, missed, read_goals, recall_figures, table_of_goals, values_of
from bench.serving import commits, in_threads, start_here
from bench.timing import Plan, Run, figures_of, interleaved, percentile, table_of_run, write_timings
from search.model import MentionKind, Passage
from search.query import Filter, Query
from search.results import FacetCounts, ResultPage

TEXT = """The harbour board has closed the eastern quay after heavy storms damaged several concrete walls.
Fishing boats are moving towards smaller harbours while engineers repair everything before winter comes again.
Members of the council asked whether these repairs would really finish before another season of heavy storms."""
SENTENCES = sentences_of([TEXT])


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bench") / "corpus"
    write(records(SENTENCES, 300), folder)
    return folder


@pytest.fixture(scope="module")
def articles(corpus: Path) -> list[tuple[Passage, ...]]:
    return list(articles_from(corpus))


@pytest.fixture(scope="module")
def questions(articles: list[tuple[Passage, ...]]) -> list[Question]:
    return questions_about(words_of(p for article in articles for p in article), 44)


def test_a_corpus_is_the_same_whenever_it_is_made(tmp_path: Path, corpus: Path) -> None:
    assert write(records(SENTENCES, 300), tmp_path / "again") == write(records(SENTENCES, 300), tmp_path / "third")
    assert (tmp_path / "again" / "part-000.jsonl").read_bytes() == (corpus / "part-000.jsonl").read_bytes()
    assert write(records(SENTENCES, 300, seed=2), tmp_path / "other") != write(records(SENTENCES, 300), tmp_path / "4")


def test_a_corpus_has_as_many_passages_as_asked_with_speakers_bodies_and_dates(
    articles: list[tuple[Passage, ...]],
) -> None:
    passages = [passage for article in articles for passage in article]
    assert len(passages) == 300
    assert all(not passage.text.startswith("\n") for passage in passages)
    assert {len(passage.speakers) for passage in passages} == {0, 1, 2}
    assert {len(passage.names(MentionKind.ORGANISATION)) for passage in passages} >= {0, 1, 2, 3}
    assert {passage.article.year is None for passage in passages} == {True, False}
    heard = [passage.speakers[0] for passage in passages if passage.speakers]
    assert heard.count(max(heard, key=heard.count)) > len(heard) / 20, "the first of two thousand is heard often"


def test_a_long_corpus_is_divided_into_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bench.corpus.PART", 50)
    write(records(SENTENCES, 120), tmp_path / "corpus")
    assert [path.name for path in sorted((tmp_path / "corpus").iterdir())] == [f"part-00{n}.jsonl" for n in range(3)]
    assert sum(len(article) for article in articles_from(tmp_path / "corpus")) == 120


def test_any_jsonl_file_is_a_corpus(tmp_path: Path) -> None:
    file = tmp_path / "speeches.jsonl"
    speech = {"article_id": "a", "speaker": "Ada Quill", "organisation": "Harbour Board", "date": "2021-03"}
    file.write_text(json.dumps({**speech, "title": "On boats", "paragraphs": ["One boat.", "Two boats."]}) + "\n")
    (passages,) = articles_from(file)
    assert [passage.text for passage in passages] == ["One boat.", "Two boats."]
    assert {(p.speakers, p.article.year) for p in passages} == {(("Ada Quill",), 2021)}
    assert {p.names(MentionKind.ORGANISATION) for p in passages} == {("Harbour Board",)}


def test_questions_are_the_same_for_the_same_corpus_and_of_every_class(
    tmp_path: Path, articles: list[tuple[Passage, ...]], questions: list[Question]
) -> None:
    again = questions_about(words_of(p for article in articles for p in article), 44)
    assert [q.query for q in again] == [q.query for q in questions]
    assert {q.kind for q in questions} == set(CLASSES)
    write_questions(questions, tmp_path / "q.jsonl")
    assert [(q.kind, q.query) for q in read_questions(tmp_path / "q.jsonl")] == [(q.kind, q.query) for q in questions]


@pytest.mark.parametrize("name", [name for name in PEERS if name != "tantivy-lean"])
def test_every_engine_that_is_there_answers_alike(
    tmp_path: Path, name: str, articles: list[tuple[Passage, ...]], questions: list[Question]
) -> None:
    if PEERS[name].missing():
        assert name == "tantivy", "the others come with Python and Whosaid"
        return
    for kind in dict.fromkeys(("ours", name)):
        PEERS[kind].build(iter(articles), tmp_path / kind)
    ours, peer = PEERS["ours"].open(tmp_path / "ours"), PEERS[name].open(tmp_path / name)
    differing = [q.query for q in questions if not same(ours.answer(q), peer.answer(q))]
    assert differing == []


def answer(total: int = 3, **facets: dict[str, int]) -> Answer:
    return Answer(total, {name: facets.get(name, {}) for name in FACETS}, min(total, 10))


def test_answers_are_the_same_by_total_hits_and_counts() -> None:
    assert same(answer(year={"2024": 2, "2023": 1}), answer(year={"2023": 1, "2024": 2}))
    assert not same(answer(3), answer(4))
    assert not same(answer(year={"2024": 2}), answer(year={"2024": 1}))
    assert not same(answer(year={"2024": 2, "2022": 1}), answer(year={"2023": 2, "2022": 1}))


def test_where_the_list_is_cut_either_of_two_equals_may_stand() -> None:
    names = [f"n{number:02}" for number in range(21)]
    first = dict.fromkeys(names[:20], 1)
    second = dict.fromkeys(names[1:], 1)
    assert same(answer(speaker=first), answer(speaker=second))
    assert not same(answer(speaker={**first, "n00": 5}), answer(speaker={**second, "n20": 5}))


class Fixed:
    """An engine with one answer, which asks the clock to move on by what it takes."""

    def __init__(self, total: int, takes: Callable[[], float], clock: Clock) -> None:
        self.total, self.takes, self.clock = total, takes, clock

    def answer(self, _question: Question) -> Answer:
        self.clock.now += self.takes()
        return answer(self.total)


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


ASKED = [Question("rare", Query("a")), Question("rare", Query("b")), Question("or", Query("a OR b"))]


def run_of(totals: dict[str, int], takes: dict[str, Callable[[], float]], rounds: int = 2) -> Run:
    clock = Clock()
    fixed = {name: Fixed(total, takes[name], clock) for name, total in totals.items()}
    return interleaved(ASKED, fixed, Plan(rounds, "tantivy", clocks=(clock, clock)))


def always(seconds: float) -> Callable[[], float]:
    return lambda: seconds


def test_ratios_compare_with_the_yardstick() -> None:
    run = run_of({"ours": 3, "tantivy": 3}, {"ours": always(0.002), "tantivy": always(0.004)})
    assert run.points("ours", "rare") == pytest.approx((2, 2, 2))
    figures = figures_of(run, ["ours", "tantivy"], 10)
    assert figures["query.10.tantivy.p95"] == pytest.approx(0.5)
    assert figures["query.10.tantivy.worst-class"] == pytest.approx(0.5)
    assert figures["query.10.void"] == 0
    assert any(line.split()[:2] == ["all", "ours"] and "0.50" in line for line in lines_of(run))


def lines_of(run: Run) -> list[str]:
    return table_of_run(run, ["ours", "tantivy"], {"fts5": "not installed"}, "tantivy")


def test_a_row_that_differs_is_void_and_said_so() -> None:
    run = run_of({"ours": 3, "tantivy": 4}, {"ours": always(1), "tantivy": always(1)})
    assert run.points("ours", None) is None
    lines = lines_of(run)
    assert "VOID question 0: tantivy differs" in lines
    assert any("void: no question" in line for line in lines)
    assert figures_of(run, ["ours", "tantivy"], 10) == {"query.10.void": 3}


def test_a_missing_engine_is_a_row() -> None:
    run = run_of({"ours": 3, "tantivy": 3}, {"ours": always(1), "tantivy": always(1)})
    assert any(line.split() == ["all", "fts5", "not", "installed"] for line in lines_of(run))


@pytest.mark.parametrize(
    ("turn", "first", "second"), [(1, "otto ot", "too tto"), (2, "oottto", "ttooot"), (3, "ooottt", "tttooo")]
)
def test_each_engine_answers_some_questions_before_the_next_does(turn: int, first: str, second: str) -> None:
    clock = Clock()
    fixed = {name: Fixed(3, always(1), clock) for name in ("ours", "tantivy")}
    run = interleaved(ASKED, fixed, Plan(2, "tantivy", turn, (clock, clock)))
    asked = "".join(t.engine[0] for t in run.timings)
    assert asked == (first + second).replace(" ", ""), "and another one is the first each time"
    assert sorted(t.question for t in run.timings) == [q for q in range(3) for _ in range(4)]


def test_a_turn_of_no_question_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["query", "--corpus", "c", "--indexes", "i", "--size", "1", "--queries", "q", "--turn", "0"])
    assert "--turn: must be 1 or more" in capsys.readouterr().err


def test_a_round_in_which_the_yardstick_moves_is_repeated() -> None:
    calls = count()
    slow_second_round = lambda: 0.002 if 6 <= next(calls) < 9 else 0.001  # noqa: E731 - warm-up, round, then slow
    run = run_of({"tantivy": 3}, {"tantivy": slow_second_round})
    assert run.repeated == 2, "the slow round, and the one that came back"
    assert [t.cpu for t in run.timings] == [pytest.approx(1.0)] * 6


def test_percentiles_fall_between_neighbours() -> None:
    assert percentile([1, 2, 3, 4], 50) == 2.5
    assert percentile([5], 99) == 5


def test_every_measurement_is_kept(tmp_path: Path) -> None:
    run = run_of({"ours": 3, "tantivy": 4}, {"ours": always(1), "tantivy": always(1)})
    write_timings(run, tmp_path / "t.csv")
    lines = (tmp_path / "t.csv").read_text().splitlines()
    assert len(lines) == 1 + 2 * 3 * 2
    assert sum(line.endswith(",1") for line in lines) == 6


GOALS = [Goal("fast", "a", 1.0, 0.5), Goal("small", "b", 2.0)]


def test_an_absolute_figure_above_its_bar_fails_nothing() -> None:
    goal = Goal("soon", "a", 15, absolute=True)
    assert missed([goal], {"a": 16}) == []
    assert table_of_goals([goal], {"a": 16})[1].endswith("above, on this machine")


@pytest.mark.parametrize(
    ("figures", "verdicts", "above"),
    [
        ({"a": 0.4, "b": 2.0}, ["stretch reached", "held"], []),
        ({"a": 0.9}, ["held", "not measured"], []),
        ({"a": 1.1, "b": 1.0}, ["ABOVE THE BAR", "held"], ["fast"]),
    ],
)
def test_goals_are_held_or_not(figures: dict[str, float], verdicts: list[str], above: list[str]) -> None:
    assert [goal.name for goal in missed(GOALS, figures)] == above
    for line, verdict in zip(table_of_goals(GOALS, figures)[1:], verdicts, strict=True):
        assert line.endswith(verdict)


def test_a_report_fails_above_a_bar_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    goals = tmp_path / "goals.toml"
    goals.write_text('[[goal]]\nname = "fast"\nfigure = "a"\nbar = 1.0\n')
    report = ["report", "--check", str(goals), "--results", str(tmp_path / "r")]
    assert main(report) == 0, "nothing measured, nothing broken"
    keep_figures(tmp_path / "r", {"a": 1.0})
    assert main(report) == 0
    keep_figures(tmp_path / "r", {"a": 1.01})
    assert main(report) == 1
    assert "ABOVE THE BAR" in capsys.readouterr().out


def test_figures_are_kept_with_their_machine(tmp_path: Path) -> None:
    keep_figures(tmp_path, {"a": 1.0})
    keep_figures(tmp_path, {"b": 2.0})
    assert values_of(recall_figures(tmp_path)) == {"a": 1.0, "b": 2.0}
    assert all(held["machine"]["processor"] for held in recall_figures(tmp_path).values())


def test_the_goals_of_the_house_name_each_figure_once() -> None:
    goals = read_goals(measuring.GOALS)
    assert len({goal.figure for goal in goals}) == len(goals)
    assert all(goal.stretch is None or goal.stretch < goal.bar for goal in goals)


def test_from_a_corpus_to_a_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measuring, "build_apart", build_here)
    monkeypatch.setitem(peers.PEERS, "tantivy", replace(PEERS["tantivy"], missing=lambda: "not installed"))
    out, made = str(tmp_path / "corpus"), ["--corpus", str(tmp_path / "corpus"), "--indexes", str(tmp_path / "i")]
    kept = ["--size", "60", "--results", str(tmp_path / "r"), "--engines", "ours,fts5,tantivy"]
    assert main(["corpus", "--passages", "60", "--out", out]) == 0
    assert main(["queries", "--corpus", out, "--out", str(tmp_path / "q"), "--number", "11"]) == 0
    assert main(["index", *made, *kept]) == 0
    assert main(["query", *made, *kept, "--queries", str(tmp_path / "q"), "--rounds", "1", "--interleave"]) == 0
    printed = capsys.readouterr().out
    assert printed.count("not installed") == 2
    assert "VOID" not in printed
    figures = values_of(recall_figures(tmp_path / "r"))
    assert {"index.60.fts5.cpu", "index.60.fts5.size", "query.60.fts5.p50", "query.60.void"} <= figures.keys()


def test_builds_of_others_alone_have_no_ratio_of_ours(tmp_path: Path, corpus: Path) -> None:
    assert figures_of_builds([build_here("fts5", corpus, tmp_path / "fts5")], 300) == {}


def test_a_build_apart_is_measured_by_its_own_process(tmp_path: Path, corpus: Path) -> None:
    read = build_apart("(reading)", corpus, tmp_path / "none")
    assert (read.passages, read.size_mb) == (300, 0)
    assert read.cpu > 0
    assert read.peak_mb > 1


def test_filters_of_other_facets_alone_stand_in_a_facets_way() -> None:
    question = Question("f", Query("a", (Filter("speaker", "X"), Filter("year", "2020"), Filter("year", "2021"))))
    assert question.without("year") == {"speaker": ("X",)}
    assert question.without(None) == {"speaker": ("X",), "year": ("2020", "2021")}


def test_the_engine_answers_as_the_specification(
    tmp_path: Path, articles: list[tuple[Passage, ...]], questions: list[Question]
) -> None:
    assert list(differences(articles[:40], [q.query for q in questions[::4]], 30, tmp_path)) == []


def test_a_difference_is_named() -> None:
    page = ResultPage(Query("a"), (), 3, (), (), 1.0)
    assert difference(page, page) is None
    assert difference(replace(page, total=4), page) == "total 4, not 3"
    assert difference(replace(page, facets=(FacetCounts("year", ()),)), page) == "other counts"


def test_random_queries_are_of_every_form(articles: list[tuple[Passage, ...]]) -> None:
    words = words_of(p for article in articles for p in article)
    texts = [query.text for query in random_queries(words, 60, 3)]
    assert texts == [query.text for query in random_queries(words, 60, 3)]
    for sign in ('"', "*", "-", "OR", "("):
        assert any(sign in text for text in texts), sign


def test_threads_answer_as_one_does_and_commits_are_seen(
    tmp_path: Path, articles: list[tuple[Passage, ...]], questions: list[Question]
) -> None:
    PEERS["ours"].build(iter(articles), tmp_path / "ours")
    assert in_threads(tmp_path / "ours", questions[:6], 3, 8) == 0
    before = sorted(path.name for path in (tmp_path / "ours").iterdir())
    assert commits(tmp_path / "ours", articles[0], tmp_path / "copy").keys() == {"commit-ms", "commit-cpu-ms"}
    assert sorted(path.name for path in (tmp_path / "ours").iterdir()) == before
    write_questions(questions, tmp_path / "q")
    assert start_here(tmp_path / "ours", tmp_path / "q")["anonymous-mb"] > 1
