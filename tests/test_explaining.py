"""Why this speaker: what an explanation says of a cue, of a speech that runs on, of an office row and of silence."""

from __future__ import annotations

import ast
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from search.explaining import GRADES, KINDS, MODES, explain, lines_of
from search.extract import passages_of
from search.model import (
    Article,
    ArticleInfo,
    Attribution,
    Collective,
    Dating,
    Evidence,
    Grade,
    Kind,
    Mode,
    Passage,
    Precision,
    Span,
)
from search.readers import read
from search.records import explanation_record
from search.rules import RULES, sentence_of
from search.sources import load

ROOT = Path(__file__).resolve().parents[1]
EVENT = Dating(date(2024, 5, 2), Precision.DAY, stated=False, evidence="May 2 … the plan of 2024")
INFO = ArticleInfo("a", "The plan", "VNA", "Hanoi", None, EVENT, None, "a.txt", "0" * 64)
CUE = "The Chairman stressed that every harbour needs a plan."
TASK = "To build two more quays before winter."
SAID = Attribution(
    speaker="Le Van Binh",
    collective=None,
    printed="The Chairman",
    mode=Mode.REPORTED,
    grade=Grade.ROLE,
    cue=Span(13, 21),
    content=Span(27, 53),
    evidence=Evidence("subject-and-cue", 0, "Chairman = Le Van Binh"),
    office="Chairman",
    body="Harbour Council",
)
ON = replace(
    SAID,
    mode=Mode.CONTINUED,
    grade=Grade.CONTINUATION,
    cue=None,
    content=Span(0, len(TASK)),
    evidence=Evidence("directive", 1, "The Chairman"),
)


def passage(ordinal: int, text: str, *said: Attribution, kind: Kind = Kind.BODY) -> Passage:
    return Passage(
        f"{'p' * 15}{'abc'[ordinal]}", INFO, ordinal, kind, Span(0, len(text)), text, attributions=tuple(said)
    )


ARTICLE = (
    passage(0, "Le Van Binh, Chairman of the Harbour Council, opened the meeting."),
    passage(1, CUE, SAID),
    passage(2, TASK, ON),
)


def test_a_reason_quotes_the_cue_and_what_was_said() -> None:
    (reason,) = explain(ARTICLE[1], ARTICLE).reasons
    assert (reason.cue, reason.content) == ("stressed", "every harbour needs a plan")
    assert reason.rule == "The speaker is the subject of a verb of saying."


def test_a_reason_shows_the_passage_it_goes_back_to() -> None:
    (reason,) = explain(ARTICLE[2], ARTICLE).reasons
    assert reason.antecedent is not None
    assert reason.antecedent.passage_id == ARTICLE[1].id
    assert reason.antecedent.starts == CUE
    assert reason.antecedent.words == "The Chairman"


def test_without_the_article_the_antecedent_is_told_by_its_number() -> None:
    (reason,) = explain(ARTICLE[2]).reasons
    assert reason.antecedent is not None
    assert (reason.antecedent.ordinal, reason.antecedent.passage_id) == (1, None)


def test_a_title_that_only_an_office_row_resolves_says_so() -> None:
    row = "Chairman: Le Van Binh, 2021-01-01 to 2024-12-31"
    said = replace(SAID, evidence=Evidence("subject-and-cue", office_row=row))
    explanation = explain(passage(1, CUE, said))
    assert "row of the authority" in explanation.reasons[0].found
    assert f"  office row: {row}" in lines_of(explanation)


def test_a_collective_is_told_without_a_name() -> None:
    said = replace(SAID, speaker=None, collective=Collective.REPORT, printed="The report")
    (reason,) = explain(passage(1, CUE, said)).reasons
    assert (reason.name, reason.found) == ("a report", "a report")


@pytest.mark.parametrize("kind", Kind)
def test_silence_says_what_kind_of_passage_it_is(kind: Kind) -> None:
    explanation = explain(passage(0, CUE, kind=kind))
    assert explanation.reasons == ()
    assert explanation.silence == KINDS[kind]
    assert f"Nobody speaks: {KINDS[kind]}." in lines_of(explanation)


def test_a_reprint_says_that_it_is_one() -> None:
    assert "second time" in (explain(replace(ARTICLE[0], repeat=True)).silence or "")


def test_the_lines_give_title_mode_grade_antecedent_and_dates() -> None:
    text = "\n".join(lines_of(explain(ARTICLE[2], ARTICLE)))
    for part in (
        "“The Chairman”",
        "(continued)",
        "(continuation)",
        ARTICLE[1].id,
        "May 2 … the plan of 2024",
        "Harbour",
    ):
        assert part in text


@pytest.mark.parametrize("each", ARTICLE, ids=lambda each: each.ordinal)
def test_the_json_of_an_explanation_fits_its_schema(each: Passage) -> None:
    schema = json.loads((ROOT / "docs" / "schemas" / "explanation.json").read_text())
    validator = Draft202012Validator(schema)
    record = json.loads(json.dumps(explanation_record(explain(each, ARTICLE))))
    assert list(validator.iter_errors(record)) == []
    assert not validator.is_valid({**record, "reasons": None})


def test_every_grade_mode_and_kind_has_its_words() -> None:
    assert (set(GRADES), set(MODES), set(KINDS)) == (set(Grade), set(Mode), set(Kind))


def test_every_rule_met_in_the_seeds_and_judged_articles_has_a_sentence() -> None:
    met = set()
    for folder in (ROOT / "seeds", ROOT / "tests" / "judgements" / "articles"):
        for path in sorted(folder.glob("*.txt")):
            for article in read(load(folder, path)):
                if isinstance(article, Article):
                    met |= {said.evidence.rule for each in passages_of(article) for said in each.attributions}
    assert {"subject-and-cue", "directive"} <= met <= set(RULES)


def test_every_rule_that_extraction_can_name_has_a_sentence() -> None:
    """In a module that names a rule, rules are the only strings that are words joined by hyphens."""
    named: set[str] = set()
    for path in (ROOT / "search" / "extract").glob("*.py"):
        texts = {node.value for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Constant)}
        hyphened = {text for text in texts if isinstance(text, str) and re.fullmatch(r"[a-z]+(?:-[a-z]+)+", text)}
        if hyphened & set(RULES):
            named |= hyphened
    assert len(named) > len(RULES) // 2
    assert named <= set(RULES)


def test_a_rule_without_a_sentence_speaks_by_its_name() -> None:
    assert sentence_of("by-some-new-rule") == "By some new rule."
