"""Scores extracted speakers against judgements, passage by passage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from search.evaluation.judgements import Judgement
from search.evaluation.measures import Counts
from search.model import Attribution, Passage, Span
from search.names import name_key

START_LETTERS = (60, 40, 25)  # how much of a judged stretch has to stand in a passage, tried in this order


class Verdict(StrEnum):
    """What became of one speaker of one judged stretch."""

    RIGHT = "right"
    WRONG = "wrong"
    MISSED = "missed"


SPEAKER, MODE, KIND = "speaker", "mode", "kind"


@dataclass(frozen=True, slots=True)
class Case:
    """One thing judged or found: a speaker, or what `aspect` says. `speaker` holds its value.

    `mode` is the extractor's, for a miss the judge's; `grade` is the extractor's.
    """

    key: str
    speaker: str
    verdict: Verdict
    mode: str | None = None
    grade: str | None = None
    aspect: str = SPEAKER

    def __str__(self) -> str:
        """One line for a list of gains and losses."""
        how = " ".join(filter(None, (self.mode, self.grade)))
        what = self.speaker if self.aspect == SPEAKER else f"{self.aspect} {self.speaker}"
        return f"{self.key} · {what} · {self.verdict}" + (f" ({how})" if how else "")


def score(
    judgements: Sequence[Judgement], passages: Mapping[str, Sequence[Passage]], texts: Mapping[str, str] | None = None
) -> tuple[Case, ...]:
    """Compare; `passages` holds the extracted passages of each judged file by its name, `texts` the articles' texts.

    A passage that no judgement speaks of is nobody's speech: a speaker found there is wrong. Wrong and missed are
    counted apart, so a wrong name costs twice what silence costs.
    """
    cases: list[Case] = []
    judged: set[tuple[str, int]] = set()
    for judgement in judgements:
        found = standing_in(judgement, passages.get(judgement.file, ()), (texts or {}).get(judgement.file))
        judged.update((judgement.file, passage.ordinal) for passage in found)
        cases += _kind(judgement, found)
        if not judgement.open:
            heard = [a for passage in found for a in passage.attributions if a.speaker]
            cases += _compared(judgement, heard)
            cases += _modes(judgement, heard)
    for file in dict.fromkeys(judgement.file for judgement in judgements):
        for passage in passages.get(file, ()):
            if (file, passage.ordinal) not in judged:
                key = f"{file} passage {passage.ordinal}: {passage.text[:40]}"
                cases += _wrong(key, [a for a in passage.attributions if a.speaker])
    return tuple(sorted(cases, key=lambda case: (case.key, case.aspect != SPEAKER, case.speaker, case.verdict)))


def standing_in(judgement: Judgement, passages: Sequence[Passage], text: str | None = None) -> list[Passage]:
    """The passages in which the judged stretch begins: on its line, where that is known and it is found there."""
    if judgement.line is not None and text is not None:
        place = line_span(text, judgement.line)
        if found := _beginning(judgement, [p for p in passages if p.span.overlaps(place)])[:1]:
            return found
    found = _beginning(judgement, passages)
    if len(found) >= judgement.occurrence > 1:
        return [found[judgement.occurrence - 1]]
    kinds = (judgement.kind, *judgement.also_kinds)
    found = [passage for passage in found if passage.kind in kinds] or found  # a caption may repeat a paragraph
    return found[:1] if judgement.modes or not judgement.speakers else found


def line_span(text: str, line: int) -> Span:
    """Where a 1-based line of a text stands; beyond the last one, the empty end."""
    start = 0
    for _ in range(line - 1):
        start = text.find("\n", start) + 1
        if not start:
            return Span(len(text), len(text))
    end = text.find("\n", start)
    return Span(start, len(text) if end < 0 else end)


def _beginning(judgement: Judgement, passages: Sequence[Passage]) -> list[Passage]:
    start = letters(judgement.starts)
    if not start:
        same = judgement.starts.strip()
        return [p for p in passages if same and same in p.text]
    texts = [letters(passage.text) for passage in passages]
    for length in START_LETTERS:
        if found := [p for p, text in zip(passages, texts, strict=True) if start[:length] in text]:
            return found
    return []


def letters(text: str) -> str:
    """Letters and digits only, without case and diacritics: what survives any cleaning of a text."""
    return "".join(c for c in name_key(text) if c.isalnum())


def person_key(name: str) -> str:
    """What the spellings of a person's name have in common, family name first or last."""
    return " ".join(sorted(name_key(name).split()))


def counted(cases: Iterable[Case]) -> Counts:
    """Add up the verdicts."""
    verdicts = [case.verdict for case in cases]
    return Counts(*(verdicts.count(verdict) for verdict in Verdict))


def _compared(judgement: Judgement, found: Sequence[Attribution]) -> list[Case]:
    by_name = {person_key(a.speaker or ""): a for a in found}
    expected = {person_key(speaker): speaker for speaker in judgement.speakers}
    also = {person_key(name): name for name in judgement.accepted if name}
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


def _modes(judgement: Judgement, found: Sequence[Attribution]) -> list[Case]:
    """Whether the speakers who are heard are heard in the way the judge heard them."""
    expected = {person_key(name): mode for name, mode in judgement.modes.items()}
    cases = []
    for a in found:
        mode = expected.get(person_key(a.speaker or ""))
        if mode is not None:
            right = a.mode is mode or a.mode in judgement.also_modes
            cases.append(Case(judgement.key, a.mode, Verdict.RIGHT if right else Verdict.WRONG, aspect=MODE))
    return cases


def _kind(judgement: Judgement, found: Sequence[Passage]) -> list[Case]:
    if judgement.kind is None:
        return []
    right = (judgement.kind, *judgement.also_kinds)
    if not found:
        return [Case(judgement.key, judgement.kind, Verdict.MISSED, aspect=KIND)]
    same = [passage for passage in found if passage.kind in right]
    verdict = Verdict.RIGHT if same else Verdict.WRONG
    return [Case(judgement.key, (same or list(found))[0].kind, verdict, aspect=KIND)]
