"""What is known of whole articles, against what a reader knows of them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from search.errors import ConfigError
from search.evaluation.attribution import Verdict
from search.evaluation.facts import Facts, document_key, read_facts, score_facts
from search.model import (
    ArticleInfo,
    Attribution,
    Dating,
    Evidence,
    Grade,
    Kind,
    Mention,
    MentionKind,
    Mode,
    Passage,
    Precision,
    Span,
)

DAY = Dating(date(2024, 1, 9), Precision.DAY, stated=True, evidence="January 9, 2024")
INFO = ArticleInfo("a", None, None, None, None, DAY, None, "a.txt", "")
TEXT = "An said that Binh had read 21-KL/TW."
PASSAGE = Passage(
    "p",
    INFO,
    0,
    Kind.BODY,
    Span(0, len(TEXT)),
    TEXT,
    attributions=(
        Attribution("Nguyen An", None, "An", Mode.REPORTED, Grade.SHORT_NAME, None, None, Evidence("subject-and-cue")),
    ),
    mentions=(
        Mention("Le Binh", MentionKind.PERSON, Span(13, 17), "Binh"),
        Mention("21-KL/TW", MentionKind.DOCUMENT, Span(27, 35), "21-KL/TW"),
    ),
)
FACTS = Facts(
    file="a.txt",
    dates={"published": (None, ()), "event": ("2024-01-09", ())},
    documents=("21-KL/TW",),
    persons=("Nguyễn An", "Le Binh"),
    silent=("Le Binh",),
)


def wrong_in(facts: Facts, passage: Passage = PASSAGE) -> list[tuple[str, str, Verdict]]:
    return [
        (case.aspect, case.speaker, case.verdict)
        for case in score_facts([facts], {"a.txt": [passage]})
        if case.verdict is not Verdict.RIGHT
    ]


def test_what_agrees_is_right_and_counted_once() -> None:
    cases = score_facts([FACTS], {"a.txt": [PASSAGE]})
    assert sorted(case.aspect for case in cases) == ["document", "event", "person", "person", "silent person"]
    assert wrong_in(FACTS) == []


@pytest.mark.parametrize(
    ("event", "also", "expected"),
    [
        ("2024-01-10", (), [("event", "2024-01-09", Verdict.WRONG)]),
        (None, (), [("event", "2024-01-09", Verdict.WRONG)]),
        ("2024-01-10", ("2024-01-09",), []),
    ],
)
def test_a_date_is_right_or_wrong(
    event: str | None, also: tuple[str, ...], expected: list[tuple[str, str, Verdict]]
) -> None:
    assert wrong_in(replace(FACTS, dates={"published": (None, ()), "event": (event, also)})) == expected


def test_a_date_that_was_not_found_is_missed() -> None:
    undated = replace(PASSAGE, article=replace(INFO, event=None))
    assert wrong_in(FACTS, undated) == [("event", "2024-01-09", Verdict.MISSED)]


def test_a_silent_person_who_is_given_speech_is_wrong() -> None:
    assert wrong_in(replace(FACTS, silent=("Nguyen An",))) == [("silent person", "Nguyen An", Verdict.WRONG)]


def test_documents_and_persons_are_missed_or_too_many() -> None:
    other = replace(FACTS, documents=("35-CT/TW",), persons=("Nguyen An",))
    assert wrong_in(other) == [
        ("document", "35-CT/TW", Verdict.MISSED),
        ("document", "21-KL/TW", Verdict.WRONG),
        ("person", "Le Binh", Verdict.WRONG),
    ]


def test_numbers_of_documents_are_one_however_they_are_typed() -> None:
    assert document_key("65-KH/BCĐTW") == document_key("65 KH/BCDTW")
    assert document_key("21-KL/TW") != document_key("21-KL/TU")


def test_a_folder_without_facts_has_none_and_a_broken_line_is_named(tmp_path: Path) -> None:
    assert read_facts(tmp_path) == ()
    record = {"file": "a", "published": None, "event": None, "documents": [], "persons": [], "silent": []}
    (tmp_path / "facts.jsonl").write_text(json.dumps(record) + "\n{\n")
    with pytest.raises(ConfigError, match=r"facts\.jsonl:2"):
        read_facts(tmp_path)
