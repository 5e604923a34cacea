import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from search.evaluation.attribution import KIND, MODE, Verdict, line_span, score, standing_in
from search.evaluation.judgements import Judgement, read_judgements
from search.evaluation.report import change, measured, rows
from search.model import ArticleInfo, Attribution, Dating, Evidence, Grade, Kind, Mode, Passage, Precision, Span

INFO = ArticleInfo(
    "a", None, None, None, None, Dating(date(2024, 1, 1), Precision.YEAR, True, "2024"), None, "a.txt", ""
)


def said(ordinal: int, text: str, *speakers: str) -> Passage:
    heard = tuple(
        Attribution(name, None, name, Mode.REPORTED, Grade.NAMED, None, None, Evidence("test")) for name in speakers
    )
    return Passage(f"p{ordinal}", INFO, ordinal, Kind.BODY, Span(0, len(text)), text, attributions=heard)


ONE = "Comrade An stressed that the work must go on."
TWO = "The meeting closed at noon after a long debate."


def verdicts(judgements: list[Judgement], passages: list[Passage]) -> list[tuple[str, Verdict]]:
    return [(case.speaker, case.verdict) for case in score(judgements, {"a.txt": passages})]


def test_the_right_name_counts_whatever_its_accents() -> None:
    judged = [Judgement("1", "a.txt", ONE, ("Nguyễn An",))]
    assert verdicts(judged, [said(0, ONE, "Nguyen An")]) == [("Nguyễn An", Verdict.RIGHT)]


def test_a_wrong_name_is_wrong_and_the_right_one_missed() -> None:
    judged = [Judgement("1", "a.txt", ONE, ("Nguyen An",))]
    assert verdicts(judged, [said(0, ONE, "Le Binh")]) == [("Le Binh", Verdict.WRONG), ("Nguyen An", Verdict.MISSED)]


def test_a_passage_nobody_judged_is_nobodys_speech() -> None:
    judged = [Judgement("1", "a.txt", ONE, ())]
    assert verdicts(judged, [said(0, ONE), said(1, TWO, "Le Binh")]) == [("Le Binh", Verdict.WRONG)]


def test_an_accepted_answer_is_right_and_accepted_silence_is_no_miss() -> None:
    judged = [Judgement("1", "a.txt", ONE, ("Nguyen An",), accepted=("Le Binh", None))]
    assert verdicts(judged, [said(0, ONE, "Le Binh")]) == [("Le Binh", Verdict.RIGHT)]
    assert verdicts(judged, [said(0, ONE)]) == []


def test_what_readers_disagree_about_counts_neither_way() -> None:
    judged = [Judgement("1", "a.txt", ONE, (), open=True)]
    assert verdicts(judged, [said(0, ONE, "Le Binh")]) == []


def test_gains_and_losses_are_told_by_name() -> None:
    judged = [Judgement("1", "a.txt", ONE, ("Nguyen An",))]
    before = score(judged, {"a.txt": [said(0, ONE, "Nguyen An")]})
    after = score(judged, {"a.txt": [said(0, ONE, "Le Binh")]})
    assert change(before, after).lost == ("no longer right: 1 · Nguyen An", "now wrong: 1 · Le Binh")
    assert change(after, before).gained == ("no longer wrong: 1 · Le Binh", "now right: 1 · Nguyen An")
    assert change(before, before).gained == change(before, before).lost == ()


TEXT = f"{TWO}\n{ONE}\n\n{ONE}\n"
PLACES = (Span(0, len(TWO)), Span(len(TWO) + 1, len(TWO) + 1 + len(ONE)), Span(len(TWO) + len(ONE) + 3, len(TEXT) - 1))


def printed() -> list[Passage]:
    """A paragraph, a sentence, and the same sentence again, spoken by An the first time and by Binh the second."""
    who = ((), ("Nguyen An",), ("Le Binh",))
    return [
        replace(said(n, PLACES[n].of(TEXT), *names), span=PLACES[n], id="same" if n else "other")
        for n, names in enumerate(who)
    ]


def test_a_judgement_is_looked_for_on_its_line() -> None:
    judged = [
        Judgement("1", "a.txt", ONE, ("Nguyen An",), line=2),
        Judgement("2", "a.txt", ONE, ("Le Binh",), line=4),
    ]
    cases = score(judged, {"a.txt": printed()}, {"a.txt": TEXT})
    assert [(case.speaker, case.verdict) for case in cases] == [
        ("Nguyen An", Verdict.RIGHT),
        ("Le Binh", Verdict.RIGHT),
    ]


def test_without_lines_the_occurrence_tells_which() -> None:
    second = Judgement("2", "a.txt", ONE, ("Le Binh",), occurrence=2)
    assert [passage.ordinal for passage in standing_in(second, printed())] == [2]


@pytest.mark.parametrize(("line", "words"), [(1, TWO), (2, ONE), (3, ""), (4, ONE), (5, ""), (99, "")])
def test_a_line_stands_where_an_editor_counts_it(line: int, words: str) -> None:
    assert line_span(TEXT, line).of(TEXT) == words


def test_a_mode_is_right_where_the_judge_accepts_it() -> None:
    judged = Judgement("1", "a.txt", ONE, ("Nguyen An",), modes={"Nguyen An": Mode.DIRECT})
    found = {"a.txt": [said(0, ONE, "Nguyen An")]}
    assert [case.verdict for case in score([judged], found) if case.aspect == MODE] == [Verdict.WRONG]
    lenient = replace(judged, also_modes=(Mode.REPORTED,))
    assert [case.verdict for case in score([lenient], found) if case.aspect == MODE] == [Verdict.RIGHT]


@pytest.mark.parametrize(
    ("kind", "also", "verdict"),
    [(Kind.BODY, (), Verdict.RIGHT), (Kind.HEADING, (), Verdict.WRONG), (Kind.TITLE, (Kind.BODY,), Verdict.RIGHT)],
)
def test_kinds_are_judged_too(kind: Kind, also: tuple[Kind, ...], verdict: Verdict) -> None:
    judged = Judgement("1", "a.txt", ONE, (), kind=kind, also_kinds=also)
    cases = score([judged], {"a.txt": [said(0, ONE)]})
    assert [(case.aspect, case.verdict) for case in cases] == [(KIND, verdict)]


def test_a_judged_stretch_that_is_nowhere_has_no_kind_either() -> None:
    judged = Judgement("1", "a.txt", TWO, (), kind=Kind.BODY)
    assert [case.verdict for case in score([judged], {"a.txt": [said(0, ONE)]})] == [Verdict.MISSED]


def test_the_table_keeps_kinds_and_speakers_apart() -> None:
    judged = [Judgement("1", "a.txt", ONE, ("Nguyen An",), kind=Kind.HEADING)]
    values = measured(rows(score(judged, {"a.txt": [said(0, ONE, "Nguyen An")]})))
    assert (values["speaker precision"], values["kind precision"]) == (1.0, 0.0)


def test_our_own_judgements_are_read_with_line_occurrence_and_what_is_also_right(tmp_path: Path) -> None:
    record = {
        "file": "a.txt",
        "line": 7,
        "starts": ONE,
        "kind": "body",
        "speakers": ["Nguyen An"],
        "accepted": [None],
        "mode": "direct",
        "occurrence": 2,
        "also_mode": ["reported"],
        "also_kind": ["caption"],
    }
    (tmp_path / "judgements.jsonl").write_text(json.dumps(record) + "\n")
    (judged,) = read_judgements(tmp_path)
    assert (judged.line, judged.occurrence, judged.kind) == (7, 2, Kind.BODY)
    assert (judged.also_modes, judged.also_kinds, judged.accepted) == ((Mode.REPORTED,), (Kind.CAPTION,), (None,))
    assert judged.key.startswith("a.txt:7 Comrade An")
