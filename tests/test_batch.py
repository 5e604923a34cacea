"""Many queries at once: as single searches answer them, and taken up again where they ended."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from search import ENGINES, Archive, Job, Query, build
from search.cli import run
from search.records import page_record

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
TO_LAM = 'speaker:"To Lam" streamlining'
QUERIES = ["corruption", TO_LAM, "nothing-of-the-kind", "year:soon party", "party\u2028congress", ""]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("batch") / "index"
    build(Job(SEEDS, place, "whoosh", ENGINES))
    return place


@pytest.fixture
def batch(index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """`whosaid batch` on a table of these queries."""

    def do(queries: list[str], *options: str) -> tuple[int, str, str]:
        table = tmp_path / "queries.csv"
        with table.open("w", encoding="utf-8-sig", newline="") as stream:
            csv.writer(stream).writerows([("id", "Query"), *((f"q{n}", query) for n, query in enumerate(queries))])
        code = run(["batch", str(table), "--index", str(index), *options])
        return code, *capsys.readouterr()

    return do


def records_in(text: str) -> list[Any]:
    return [json.loads(line) for line in text.split("\n")[:-1]]


def test_each_answer_is_that_of_a_single_search(batch: Callable[..., Any], index: Path) -> None:
    code, out, _ = batch(QUERIES, "--hits", "3")
    assert code == 0
    records = records_in(out)
    assert [record["row"] for record in records] == [1, 2, 3, 4, 5]  # the empty one asks nothing
    with closing(Archive(index)) as archive:
        for query, record in zip(QUERIES, records, strict=False):
            single = page_record(archive.engine().search(Query(query, page_size=3)), query)
            for name in ("query", "total", "hits", "filters", "interpretation", "complete"):
                assert record[name] == single[name], name


def test_a_batch_that_was_stopped_goes_on_where_it_ended(batch: Callable[..., Any], tmp_path: Path) -> None:
    output = tmp_path / "answers.jsonl"
    assert batch(QUERIES, "--output", str(output))[0] == 0
    whole = output.read_bytes()
    lines = whole.splitlines(keepends=True)
    output.write_bytes(b"".join(lines[:2]) + lines[2][:40])  # stopped in the midst of the third
    code, _, err = batch(QUERIES, "--output", str(output))
    assert code == 0
    assert "5 queries answered" in err
    assert "2 answers kept" in err
    assert output.read_bytes() == whole
    assert batch(QUERIES, "--output", str(output))[0] == 0
    assert output.read_bytes() == whole


@pytest.mark.parametrize(
    ("queries", "options", "told"),
    [
        (["another", *QUERIES[1:]], [], "of another table"),
        (QUERIES, ["--hits", "2"], "of another generation of the index or with another --hits"),
        (QUERIES[:1], [], "more answers than there are queries"),
    ],
)
def test_answers_to_something_else_are_left_alone(
    batch: Callable[..., Any], tmp_path: Path, queries: list[str], options: list[str], told: str
) -> None:
    output = tmp_path / "answers.jsonl"
    batch(QUERIES, "--output", str(output))
    before = output.read_bytes()
    code, _, err = batch(queries, "--output", str(output), *options)
    assert code == 2
    assert told in err
    assert output.read_bytes() == before


def test_a_file_that_holds_something_else_is_left_alone(batch: Callable[..., Any], tmp_path: Path) -> None:
    output = tmp_path / "letter.txt"
    output.write_text("Dear Sir,\n")
    assert batch(QUERIES, "--output", str(output))[0] == 2
    assert output.read_text() == "Dear Sir,\n"


@pytest.mark.parametrize(
    ("table", "told"),
    [(b"id,text\n1,x\n", "must name a column query"), (b"", "no query"), (b"query\n\xff\n", "byte 6 is not UTF-8"),
     (b'query\n"x\n', "no CSV")],
)  # fmt: skip
def test_a_table_without_queries_is_wrong_use(
    index: Path, tmp_path: Path, table: bytes, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "t.csv").write_bytes(table)
    assert run(["batch", str(tmp_path / "t.csv"), "--index", str(index)]) == 2
    assert told in capsys.readouterr().err
