from datetime import date

from search.evaluation.attribution import Verdict, score
from search.evaluation.judgements import Judgement
from search.evaluation.report import change
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
