"""A result leaves the archive whole, with where it comes from, in forms that other programs read."""

from __future__ import annotations

import csv
import io
import json
import tracemalloc
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import bibtexparser
import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st

from search import ENGINES, Archive, Deadline, Job, Query, build
from search.deadline import NEVER
from search.engines.base import SearchEngine
from search.errors import PartialError
from search.exporting import EXPORTS, Facts, export
from search.exporting.csv_rows import csv_rows
from search.exporting.forms import Head, Row
from search.model import ArticleInfo, Kind, Passage, Span
from search.results import ResultPage

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
FACTS = Facts(
    "7", "2026-11-26T10:00:00+00:00", "https://archive.example/search?q=x", "https://archive.example/p/{}".format
)
HEAD_ROWS = 8
QUERIES = ["", "party", "party speaker:none", '"Party building" year:2022..2024', "nothing-of-the-kind", "kind:caption"]


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchEngine]:
    index = tmp_path_factory.mktemp("exporting") / "index"
    build(Job(SEEDS, index, "whoosh", ENGINES))
    with closing(Archive(index)) as archive:
        yield archive.engine()


def written(form: str, engine: SearchEngine, text: str) -> str:
    return "".join(export(EXPORTS[form], engine, Query(text), FACTS, NEVER))


def rows_of_csv(text: str) -> tuple[dict[str, str], list[dict[str, str]]]:
    """The head and the rows, by Python's own reader."""
    lines = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    names = lines[HEAD_ROWS]
    return dict(lines[:HEAD_ROWS]), [dict(zip(names, line, strict=True)) for line in lines[HEAD_ROWS + 1 :]]


def ids_in(form: str, text: str) -> list[str]:
    match form:
        case "csv":
            return [row["passage_id"] for row in rows_of_csv(text)[1]]
        case "jsonl":
            return [json.loads(line)["passage_id"] for line in text.splitlines()[1:]]
        case "bibtex":
            return [entry["ID"].removeprefix("whosaid-") for entry in bibtexparser.loads(text).entries]
        case "ris":
            return [record["id"].removeprefix("whosaid-") for record in rispy.loads(text)]
    raise AssertionError(form)


@pytest.mark.parametrize("form", EXPORTS)
@pytest.mark.parametrize("text", QUERIES)
def test_an_export_has_every_passage_of_the_result_once(engine: SearchEngine, form: str, text: str) -> None:
    if form == "bibtex" and not text:
        text = "committee"  # its parser takes seconds for everything
    ids = ids_in(form, written(form, engine, text))
    assert len(ids) == len(set(ids)) == engine.search(Query(text)).total
    assert ids == [passage.id for passage in engine.passages(Query(text))]


@pytest.mark.parametrize("form", EXPORTS)
def test_an_export_says_what_was_asked_of_what_and_when(engine: SearchEngine, form: str) -> None:
    text = written(form, engine, "discipline year:2023 -kind:caption")
    first = text[: text.index("TY  -")] if form == "ris" else text
    for told in ("discipline year:2023 -kind:caption", FACTS.made, FACTS.address):
        assert told in first.replace('\\"', '"').replace("\\_", "_"), told
    if form == "csv":
        head, rows = rows_of_csv(text)
        assert (head["# filters"], head["# excluded"]) == ("year: 2023", "kind: caption")
        assert (head["# passages"], head["# index generation"]) == (str(len(rows)), "7")
    if form == "jsonl":
        head = json.loads(text.splitlines()[0])
        assert head["filters"] == [{"facet": "year", "value": 2023}]
        assert (head["total"], head["generation"]) == (len(text.splitlines()) - 1, "7")


def test_what_was_left_out_of_the_query_is_told(engine: SearchEngine) -> None:
    head, _ = rows_of_csv(written("csv", engine, "discipline wrong:field year:soon"))
    assert "year:soon" in head["# left out"]


def test_names_codes_and_spans_are_in_both_tables(engine: SearchEngine) -> None:
    records = [json.loads(line) for line in written("jsonl", engine, "document:21-KL/TW discipline").splitlines()[1:]]
    _, rows = rows_of_csv(written("csv", engine, "document:21-KL/TW discipline"))
    for record, row in zip(records, rows, strict=True):
        assert "21-KL/TW" in record["documents"]
        assert row["documents"].split(" | ") == record["documents"]
        assert row["organisations"].split(" | ") == record["organisations"]
        assert [[int(n) for n in span.split("-")] for span in row["matches"].split(" | ")] == record["matches"]
        assert all(record["text"][start:end].casefold().startswith("disciplin") for start, end in record["matches"])
        assert int(row["end"]) - int(row["start"]) == len(row["text"])


class Endless:
    """An engine with as many passages as are asked for, none of them kept."""

    def __init__(self, number: int, lost: int = 0, *, complete: bool = True) -> None:
        self.number, self.lost, self.complete = number, lost, complete

    def search(self, query: Query, _deadline: Deadline = NEVER, **_: Any) -> ResultPage:
        return ResultPage(query, (), self.number, (), (), 0.0, self.complete)

    def passages(self, _query: Query, _deadline: Deadline = NEVER) -> Iterator[Passage]:
        info = ArticleInfo("a", "Title", "VNA", None, None, None, None, "a.txt", "0" * 64)
        text = "What was said about the harbour. " * 10
        for number in range(self.number - self.lost):
            yield Passage(f"p{number}", info, number, Kind.BODY, Span(0, len(text)), text)


def peak_of(form: str, number: int) -> int:
    """The most memory an export of so many passages takes."""
    engine: Any = Endless(number)
    tracemalloc.start()
    try:
        for _ in export(EXPORTS[form], engine, Query("harbour"), FACTS, NEVER):
            pass
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("form", EXPORTS)
def test_memory_is_the_same_for_ten_times_as_many_passages(form: str) -> None:
    peak_of(form, 20)  # what is made once is made
    assert peak_of(form, 400) < peak_of(form, 40) + 100_000


@pytest.mark.parametrize("form", EXPORTS)
def test_a_part_of_a_result_is_never_exported(form: str) -> None:
    unfinished: Any = Endless(5, complete=False)
    with pytest.raises(PartialError, match="narrow it"):
        export(EXPORTS[form], unfinished, Query(), FACTS, NEVER)
    short: Any = Endless(5, lost=1)
    with pytest.raises(PartialError, match="4 of 5 passages"):
        list(export(EXPORTS[form], short, Query(), FACTS, NEVER))


HEAD = Head("q", Query("q"), (), 1, "7", FACTS.made, FACTS.address)
CELLS = st.text(st.sampled_from("=+-@\t\r\n'\"|,;A1\ufeff"), max_size=12) | st.text(max_size=20)


@given(CELLS, CELLS)
def test_no_cell_is_a_formula_and_nothing_else_is_changed(text: str, title: str) -> None:
    info = ArticleInfo("a", title or None, None, None, None, None, None, "a.txt", "0" * 64)
    row = Row(Passage("p1", info, 0, Kind.BODY, Span(0, len(text)), text), (), "/p/p1")
    (found,) = rows_of_csv("".join(csv_rows(replace(HEAD, asked=title), iter([row]))))[1]
    for cell, value in ((found["text"], text), (found["title"], title)):
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
        assert cell in {value, f"'{value}"}
