"""Measures of a ranking, computed by hand, and a small collection measured from its files."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from search.cli import run
from search.engines import ENGINES
from search.errors import ConfigError
from search.evaluation.collection import read_collection
from search.evaluation.ranking import score_topics
from search.evaluation.retrieval import average_precision, ndcg, recall
from search.tree import Or, Term

SMALL = Path(__file__).resolve().parents[1] / "judgements" / "ranking"
JUDGED = {"a": 2, "b": 1, "c": 1, "d": 0, "e": -1}


def test_ndcg_discounts_grades_by_rank_and_divides_by_the_best_order() -> None:
    gained = 1 / math.log2(2) + 2 / math.log2(4)  # b first, x unjudged, a third
    best = 2 / math.log2(2) + 1 / math.log2(3) + 1 / math.log2(4)
    assert ndcg(["b", "x", "a", "e"], JUDGED, 10) == pytest.approx(gained / best)
    assert ndcg(["a", "b", "c"], JUDGED, 10) == 1


def test_ndcg_looks_no_further_than_its_depth_also_in_the_best_order() -> None:
    best = 2 / math.log2(2) + 1 / math.log2(3)
    assert ndcg(["b", "x", "a"], JUDGED, 2) == pytest.approx(1 / best)


def test_average_precision_is_the_mean_over_all_that_is_relevant() -> None:
    assert average_precision(["x", "a", "d", "c"], JUDGED) == pytest.approx((1 / 2 + 2 / 4 + 0) / 3)
    assert average_precision(["a", "c", "b"], JUDGED) == 1


def test_recall_counts_what_stands_above_its_depth() -> None:
    assert recall(["a", "d", "e", "b", "c"], JUDGED, 4) == pytest.approx(2 / 3)


def test_without_anything_relevant_every_measure_is_0() -> None:
    for judged in ({}, {"a": 0}):
        assert (ndcg(["a"], judged, 10), average_precision(["a"], judged), recall(["a"], judged, 100)) == (0, 0, 0)


def test_a_topic_asks_for_any_of_its_words_as_often_as_they_are_printed() -> None:
    first = read_collection(SMALL).topics[0]
    assert first.tree == Or(tuple(map(Term, ("Who", "repairs", "the", "dike", "after", "a", "flood"))))


def test_words_of_the_query_language_are_words_of_a_topic(tmp_path: Path) -> None:
    collection(tmp_path, topics='1\tNOT (speaker:"dike" -flood\n')
    tree = read_collection(tmp_path).topics[0].tree
    assert tree == Or(tuple(map(Term, ("NOT", "speaker", "dike", "flood"))))


def test_every_engine_ranks_alike(tmp_path: Path) -> None:
    small = read_collection(SMALL)
    found = {name: list(score_topics(small, kind, tmp_path / name)) for name, kind in ENGINES.items()}
    assert found["whoosh"] == found["memory"]
    assert [scores.ndcg for _, scores in found["memory"]] == [1, 1, 1]


def test_a_ranking_that_misses_scores_less(tmp_path: Path) -> None:
    collection(tmp_path, topics="1\tdike\n", judged="1\tmatch\t1\n1\tdike\t1\n")
    (_, scores) = next(score_topics(read_collection(tmp_path), ENGINES["memory"], tmp_path / "index"))
    assert 0 < scores.ndcg < 1
    assert scores.average_precision == 0.5
    assert scores.recall == 0.5


def test_topics_without_a_judgement_are_not_asked(tmp_path: Path) -> None:
    collection(tmp_path, topics="1\tdike\n7\tferry\n")
    assert [topic.id for topic in read_collection(tmp_path).topics] == ["1"]


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("qrels.tsv", "1\tdike\tgood\n", "qrels.tsv:1: the grade 'good' is no whole number"),
        ("qrels.tsv", "1\t0\tdike\t1\n", "qrels.tsv:1: 4 columns where 3 are needed"),
        ("docs.tsv", "a\ttitle\ttext\nb text\n", "docs.tsv:2: 1 columns where 3 are needed"),
        ("docs.tsv", "\n", "0 documents and 1 judged topics"),
        ("queries.tsv", "8\tdike\n", "0 judged topics"),
    ],
)
def test_what_cannot_be_measured_is_named_with_its_place(tmp_path: Path, file: str, text: str, message: str) -> None:
    collection(tmp_path)
    (tmp_path / file).write_text(text)
    with pytest.raises(ConfigError, match=message.replace("(", r"\(")):
        read_collection(tmp_path)


def test_a_missing_file_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["evaluate", "ranking", str(tmp_path)]) == 2
    assert "docs.tsv cannot be read" in capsys.readouterr().err


def test_the_command_prints_the_means_and_each_topic_if_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["evaluate", "ranking", str(SMALL), "--topics"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[3:]] == ["1", "2", "3", "all"]
    assert lines[-1].split()[1:] == ["1.0000", "1.0000", "1.0000"]


def collection(folder: Path, *, topics: str = "1\tthe dike\n", judged: str = "1\tdike\t1\n") -> None:
    (folder / "docs.tsv").write_text((SMALL / "docs.tsv").read_text())
    (folder / "queries.tsv").write_text(topics)
    (folder / "qrels.tsv").write_text(judged)
