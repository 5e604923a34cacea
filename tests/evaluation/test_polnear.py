"""Scoring on annotated news: whom a source names, and which paragraphs hear whom."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from search.cli import run
from search.errors import ConfigError
from search.evaluation.attribution import Verdict
from search.evaluation.polnear import read_polnear, score_polnear
from search.evaluation.source_names import persons_in, same_name

TEXT = "Senator Ada Quill met Bo Trent on Monday. Mr. Osei was there. The Harbour Board said nothing. DNC was silent."


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("Ada Quill", [("ada", "quill")]),
        ("Quill", [("quill",)]),
        ("longtime harbour pollster Bo Trent", [("bo", "trent")]),
        ("Bo Trent, a former Chairman of the Harbour Board", [("bo", "trent")]),
        ("Another host, Bo Trent,", [("bo", "trent")]),
        ("Sen. Ada Quill (D-Coast)", [("ada", "quill")]),
        ("Mr. Osei and Ms. Quill", [("osei",), ("quill",)]),
        ("Osei", [("osei",)]),
        ("Ada Quill Jr.", [("ada", "quill")]),
        ("the Harbour Board", []),
        ("The Daily Post", []),
        ("Quill's advisers", []),
        ("the Coast's Bo Trent", [("bo", "trent")]),
        ("DNC", []),
        ("Nowhere", []),
        ("It", []),
        ("a report", []),
        ("", []),
    ],
)
def test_a_source_names_persons_or_nobody(source: str, names: list[tuple[str, ...]]) -> None:
    assert list(persons_in(source, TEXT)) == names


@pytest.mark.parametrize(
    ("parts", "found", "same"),
    [
        (("quill",), "Ada Quill", True),
        (("ada", "quill"), "Quill", True),
        (("ada", "quill"), "Ada M. Quill", True),
        (("ada", "quill"), "Eva Quill", False),
        (("trent",), "Ada Quill", False),
    ],
)
def test_names_are_the_same_by_last_name_unless_another_given_name_stands_there(
    parts: tuple[str, ...], found: str, *, same: bool
) -> None:
    assert same_name(parts, found) is same


def quote(speaker: str | None, *, kind: str = "name_or_nominal", silver: str | None = None, **more: Any) -> Any:
    return {
        "speaker": speaker,
        "speaker_kind": kind,
        "speaker_coref_silver": silver,
        "speaker_span_abs": None,
        "cue": "said",
        **more,
    }


def file_of(tmp_path: Path, *paragraphs: tuple[str, list[Any]]) -> Path:
    records, start = [], 0
    for number, (text, quotes) in enumerate(paragraphs):
        record = {"article_id": "polnear/a", "title": "The harbour", "paragraph": number, "paragraph_start": start}
        records.append({**record, "text": text, "quotes": quotes})
        start += len(text) + 2
    path = tmp_path / "dev.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, records)).encode()))
    return path


SAID = "Bo Trent, a harbour master, said that the quay is safe."


def verdicts(path: Path) -> list[tuple[str, Verdict]]:
    return [(case.speaker, case.verdict) for case in score_polnear(read_polnear(path))]


def test_a_named_source_that_is_heard_is_right_and_one_that_is_not_is_missed(tmp_path: Path) -> None:
    path = file_of(
        tmp_path,
        ("The harbour", []),
        ("Bo Trent said that the quay is safe.", [quote("Bo Trent")]),
        ("Bo Trent was there, and the ships of Ada Quill came.", [quote("Ada Quill")]),
    )
    assert verdicts(path) == [("Bo Trent", Verdict.RIGHT), ("ada quill", Verdict.MISSED)]


def test_somebody_heard_whom_no_source_names_is_wrong(tmp_path: Path) -> None:
    path = file_of(tmp_path, ("The harbour", []), ("Bo Trent said that the quay is safe.", [quote("a report")]))
    assert verdicts(path) == [("Bo Trent", Verdict.WRONG)]


def test_the_headline_is_not_judged(tmp_path: Path) -> None:
    assert verdicts(file_of(tmp_path, ("The harbour: Bo Trent says it is safe", [quote("Bo Trent")]))) == []


def test_a_source_whose_words_stand_in_the_next_paragraph_is_accepted(tmp_path: Path) -> None:
    first = "Bo Trent said that:"
    elsewhere = quote("Bo Trent", speaker_span_abs=[[13, 21]])
    path = file_of(tmp_path, ("The harbour", []), (first, []), ("“The quay is as safe as ever.”", [elsewhere]))
    assert (("Bo Trent"), Verdict.WRONG) not in verdicts(path)


def test_the_limit_counts_articles(tmp_path: Path) -> None:
    path = file_of(tmp_path, ("The harbour", []), ("Bo Trent said that the quay is safe.", [quote("Bo Trent")]))
    assert score_polnear(read_polnear(path), 0) == ()


def test_the_command_prints_the_table_and_the_errors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = file_of(tmp_path, ("The harbour", []), ("Nobody spoke, and the sea was calm.", [quote("Ada Quill")]))
    assert run(["evaluate", "polnear", str(path), "--errors"]) == 0
    shown = capsys.readouterr().out
    assert "speaker" in shown
    assert "ada quill · missed" in shown


@pytest.mark.parametrize("data", [b"", b"{}", b"\x1f\x8b\x00"])
def test_another_file_is_refused_by_name(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "other.jsonl.gz"
    path.write_bytes(data)
    with pytest.raises(ConfigError, match=r"other\.jsonl\.gz"):
        list(read_polnear(path))


def test_a_plain_file_is_read_too(tmp_path: Path) -> None:
    packed = file_of(tmp_path, ("The harbour", []), (SAID, []))
    plain = tmp_path / "dev.jsonl"
    plain.write_bytes(gzip.decompress(packed.read_bytes()))
    assert list(read_polnear(plain)) == list(read_polnear(packed))
