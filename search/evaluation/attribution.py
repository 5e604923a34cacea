"""Scores extracted speakers against judgements, passage by passage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from search.evaluation.judgements import Judgement
from search.evaluation.measures import Counts
from search.model import Attribution, Passage
from search.names import name_key

START_LETTERS = (60, 40, 25)  # how much of a judged stretch has to stand in a passage, tried in this order


class Verdict(StrEnum):
    """What became of one speaker of one judged stretch."""

    RIGHT = "right"
    WRONG = "wrong"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Case:
    """One speaker judged or found. `mode` is the extractor's, for a miss the judge's; `grade` is the extractor's."""

    key: str
    speaker: str
    verdict: Verdict
    mode: str | None
    grade: str | None

    def __str__(self) -> str:
        """One line for a list of gains and losses."""
        how = " ".join(filter(None, (self.mode, self.grade)))
        return f"{self.key} · {self.speaker} · {self.verdict}" + (f" ({how})" if how else "")


def score(judgements: Sequence[Judgement], passages: Mapping[str, Sequence[Passage]]) -> tuple[Case, ...]:
    """Compare; `passages` holds the extracted passages of each judged file by its name.

    A passage that no judgement speaks of is nobody's speech: a speaker found there is wrong. Wrong and missed are
    counted apart, so a wrong name costs twice what silence costs.
    """
    cases: list[Case] = []
    judged: set[str] = set()
    for judgement in judgements:
        found = standing_in(judgement, passages.get(judgement.file, ()))
        judged.update(passage.id for passage in found)
        if not judgement.open:
            cases += _compared(judgement, [a for passage in found for a in passage.attributions if a.speaker])
    for file in dict.fromkeys(judgement.file for judgement in judgements):
        for passage in passages.get(file, ()):
            if passage.id not in judged:
                key = f"{file} passage {passage.ordinal}: {passage.text[:40]}"
                cases += _wrong(key, [a for a in passage.attributions if a.speaker])
    return tuple(sorted(cases, key=lambda case: (case.key, case.speaker, case.verdict)))


def standing_in(judgement: Judgement, passages: Sequence[Passage]) -> list[Passage]:
    """The passages in which the judged stretch begins."""
    start = letters(judgement.starts)
    if not start:
        return []
    texts = [letters(passage.text) for passage in passages]
    for length in START_LETTERS:
        if found := [p for p, text in zip(passages, texts, strict=True) if start[:length] in text]:
            return found[:1] if judgement.modes or not judgement.speakers else found
    return []


def letters(text: str) -> str:
    """Letters and digits only, without case and diacritics: what survives any cleaning of a text."""
    return "".join(c for c in name_key(text) if c.isalnum())


def counted(cases: Iterable[Case]) -> Counts:
    """Add up the verdicts."""
    verdicts = [case.verdict for case in cases]
    return Counts(*(verdicts.count(verdict) for verdict in Verdict))


def _compared(judgement: Judgement, found: Sequence[Attribution]) -> list[Case]:
    by_name = {name_key(a.speaker or ""): a for a in found}
    expected = {name_key(speaker): speaker for speaker in judgement.speakers}
    also = {name_key(name): name for name in judgement.accepted if name}
    silence_is_right = None in judgement.accepted
    cases = []
    for key, speaker in expected.items():
        a = by_name.get(key)
        if a is not None:
            cases.append(Case(judgement.key, speaker, Verdict.RIGHT, a.mode, a.grade))
        elif not (also.keys() & by_name.keys() or (silence_is_right and not found)):
            cases.append(Case(judgement.key, speaker, Verdict.MISSED, judgement.modes.get(speaker), None))
    for key, a in by_name.items():
        if key in also and key not in expected:
            cases.append(Case(judgement.key, also[key], Verdict.RIGHT, a.mode, a.grade))
    others = [a for key, a in by_name.items() if key not in expected and key not in also]
    return cases + _wrong(judgement.key, others)


def _wrong(key: str, found: Iterable[Attribution]) -> list[Case]:
    named = {a.speaker: a for a in found if a.speaker}
    return [Case(key, speaker, Verdict.WRONG, a.mode, a.grade) for speaker, a in named.items()]
