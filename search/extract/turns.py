"""Printed talk by turns: interviews and minutes, in which a label's words go on until the next one's."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from search.extract.draft import Draft
from search.extract.labels import Label, label_of
from search.extract.people import Reference, Study
from search.extract.same_voice import same_voice
from search.model import Attribution, Evidence, Grade, Kind, Mode, Passage, Span

_FORMAL_LABELS = 3  # make a text a transcript
_TURN = 5  # passages a turn of a transcript takes on average, at most
_EARLY = 6  # passages in which an interview is introduced
_QUESTION = re.compile(
    r"[-\u2013\u2014\u2022* ]{0,4}(?:Q|Question|Reporter|Reporters|Interviewer|Journalist|Correspondent|Moderator|PV)"
    r"(?: ?\d{1,2})? ?[:.](?= ?\S)"
)
_ANSWER = re.compile(r"[-\u2013\u2014\u2022* ]{0,4}(?:A|Answer|Reply|Interviewee)(?: ?\d{1,2})? ?[:.](?= ?\S)")
_INTRODUCED = re.compile(
    r"\b(?:interview(?:ed|s)?(?: by [^.]{1,60})?|(?:talks?|talked|spoke|speaks|conversation|exchange|chat)"
    r" (?:to|with)|(?:questions|queries) (?:of|from)|asked|Q&A)\b",
    re.IGNORECASE,
)
# What minutes say of the proceedings themselves: nobody's words, and the end of a turn.
_PROCEEDINGS = re.compile(
    r"(?:(?:the )?(?:original |main )?(?:question|motion|amendment|bill|clauses?|schedule|title|preamble|resolution"
    r"|debate|house|assembly|committee|council|sitting|senate|chamber|meeting|adjournment)s?\b[^.?!]{0,80}\b(?:put|agreed"
    r"|negatived|carried|read|adjourned|resumed|suspended|divided|proposed|ordered|reported|withdrawn|lost|seconded"
    r"|rose)\b|(?:ayes|noes)\b)[^.?!]{0,100}[.]?",
    re.IGNORECASE,
)
_REMARK = re.compile(r"[\"\u201c]?[\[(][^\])]{1,80}[\])][.]?[\"\u201d]?")
_NO_SENTENCE = re.compile(r"[^.?!:;\"\u201d\u2019)\]]{1,80}(?:\([^)]{1,60}\))?")  # a signature: no stop at its end


@dataclass(frozen=True, slots=True)
class Talk:
    """How an article prints talk: the label of each passage, whether turns go on, and the one who is interviewed."""

    labels: tuple[Label | None, ...]
    transcript: bool
    interviewee: Reference | None
    several: bool


def talk_of(draft: Draft) -> Talk:
    """What the labels of the article's passages show."""
    pairs = tuple(zip(draft.passages, draft.studies, strict=True))
    labels = tuple(label_of(study, passage) for passage, study in pairs)
    formal = sum(label is not None and label.formal for label in labels)
    bodies = sum(passage.kind is Kind.BODY for passage in draft.passages)
    questions = sum(is_question(passage) for passage in draft.passages)
    transcript = formal >= _FORMAL_LABELS and formal * _TURN >= bodies
    interviewee = _interviewee(pairs, labels) if questions else None
    several = sum(label is not None for label in labels) > 1 or questions > 0
    return Talk(labels, transcript or interviewee is not None, interviewee, several)


def is_question(passage: Passage) -> bool:
    """Whether the passage is labelled as the interviewer's."""
    return passage.kind in {Kind.BODY, Kind.HEADING} and _QUESTION.match(passage.text) is not None


def is_answer(passage: Passage) -> bool:
    """Whether the passage is labelled as an answer: "A: …"."""
    return passage.kind is Kind.BODY and _ANSWER.match(passage.text) is not None


def is_proceeding(passage: Passage) -> bool:
    """Whether the passage tells what became of a motion, or is only a signature: a turn ends with it."""
    text = passage.text.strip()
    return _PROCEEDINGS.fullmatch(text) is not None or _NO_SENTENCE.fullmatch(text) is not None


def is_remark(passage: Passage) -> bool:
    """Whether the passage is a remark in brackets, "[Laughter]": nobody's words, in the middle of a turn."""
    return _REMARK.fullmatch(passage.text.strip()) is not None


def answer(interviewee: Reference, passage: Passage, asked: int) -> Attribution:
    """The passage as the answer to the question in passage `asked`."""
    return Attribution(
        speaker=interviewee.name,
        collective=None,
        printed=interviewee.name,
        mode=Mode.DIRECT,
        grade=Grade.CONTINUATION,
        cue=None,
        content=Span(0, len(passage.text)),
        evidence=Evidence("answer-in-interview", asked, interviewee.name, interviewee.office_row),
        office=interviewee.title.words if interviewee.title else None,
        body=interviewee.title.role.body if interviewee.title else None,
    )


def same_turn(turn: Passage, passage: Passage) -> Attribution:
    """The words of whoever has the turn."""
    return same_voice(turn.attributions[-1], turn, passage, "same-turn")


def _interviewee(pairs: tuple[tuple[Passage, Study], ...], labels: tuple[Label | None, ...]) -> Reference | None:
    """The only person labelled, else introduced as interviewed, else named at all; None where there are two."""
    labelled = {
        study.people[label.at].name: study.people[label.at]
        for (_, study), label in zip(pairs, labels, strict=True)
        if label is not None
    }
    if labelled:
        return next(iter(labelled.values())) if len(labelled) == 1 else None
    for passage, study in pairs[:_EARLY]:
        found = _INTRODUCED.search(passage.text) and {each.name: each for each in study.people.values()}
        if found and len(found) == 1:
            return next(iter(found.values()))
    named = Counter(each.name for _, study in pairs for each in study.people.values())
    if len(named) != 1:
        return None
    return next(each for _, study in pairs for each in study.people.values())
