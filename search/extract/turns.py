"""Printed talk by turns: interviews and minutes, in which a label's words go on until the next one's."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from search.extract.draft import Draft
from search.extract.labels import Label, label_of
from search.extract.lexicon import FIRST_PERSONS
from search.extract.people import Reference, Study
from search.extract.printed_labels import Printed, names_nobody, printed_label
from search.extract.questions import QUESTION_LONGEST, asks
from search.extract.same_voice import same_voice
from search.extract.sources import main_subject
from search.model import Attribution, Evidence, Grade, Kind, Mode, Passage, Span

_LABELS = 3  # of which two are formal, make a text a transcript
_TURN = 5  # passages a turn of a transcript takes on average, at most
_FEW_TURN = 3  # the same where there are only two labels
_EARLY = 6  # passages in which an interview is introduced
_QUESTIONS = 2  # without a label, that show an interview
_QUESTION = re.compile(
    r"[-\u2013\u2014\u2022* ]{0,4}(?:Q|Question|Reporter|Reporters|Interviewer|Journalist|Correspondent|Moderator|PV)"
    r"(?: ?\d{1,2})? ?[:.](?= ?\S)",
    re.IGNORECASE,
)
_ANSWER = re.compile(r"[-\u2013\u2014\u2022* ]{0,4}(?:A|Answer|Reply|Interviewee)(?: ?\d{1,2})? ?[:.](?= ?\S)")
_UNFINISHED = ("\u2026", "...", "!", "?")
_THANKED = re.compile(r"[-\u2013\u2014]\s?(?:\w+ ){0,3}thank(?:s| you)\b[^.?!]{0,60}[.!]", re.IGNORECASE)
_BROUGHT_IN = re.compile(r"(?:[oe][aAx#C]{0,4},)?[HR]{0,2}[NM],a?R[^.;:VQ]{0,12},[V]")
_INTRODUCTION = re.compile(r"(?:[oe][aAx#C]{0,4},)?[HR]{0,2}[NM],a?R")
_DASH = re.compile(r"[-\u2013\u2014]\s?\S")
_INTRODUCED = re.compile(
    r"\b(?:interview(?:ed|s)?(?: by [^.]{1,60})?"
    r"|(?:talks?|talked|talking|spoke|speaks|speaking|conversation|exchange|chat(?:ted|ting)?)"
    r" (?:to|with|between)|(?:questions|queries) (?:of|from)|asked|Q&A)\b",
    re.IGNORECASE,
)
# What minutes say of the proceedings themselves: nobody's words, and the end of a turn.
_PROCEEDINGS = re.compile(
    r"\(?(?:(?:the )?(?:[a-z-]+ ){0,2}(?:question|motion|amendment|bill|clauses?|schedule|title|preamble|resolution"
    r"|debate|house|assembly|committee|council|sitting|senate|chamber|meeting|adjournment|briefing)s?\b[^.?!]{0,80}"
    r"\b(?:put|agreed|negatived|carried|read|adjourned|resumed|suspended|divided|proposed|ordered|reported|withdrawn"
    r"|lost|seconded|rose|concluded|ended)\b|(?:ayes|noes)\b)[^.?!]{0,100}[.]?\)?",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b\d{1,2}[.:]\d\d(?: ?[ap]\.?m\b\.?)?")
_REMARK = re.compile(r"[\"\u201c]?[\[(][^\])]{1,80}[\])][.]?[\"\u201d]?|\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?")
# What several people call out: nobody's words, in the middle of a turn.
_CROWD = re.compile(
    r"(?:(?:some|several|an?|many|other|opposition|government|hon(?:ou?rable|\.)?|the) ){0,3}(?:members?|senators?"
    r"|deputies|delegates|voices|peers|lords)\b(?: of [\w ]{3,40})?(?::| rose| interject)",
    re.IGNORECASE,
)
_NO_SENTENCE = re.compile(r"[^.?!:;\"\u201d\u2019)\]]{1,80}(?:\([^)]{1,60}\))?")  # a signature: no stop at its end


@dataclass(frozen=True, slots=True)
class Talk:
    """How an article prints talk: the label of each passage, which are questions, whether turns go on, and with whom.

    `transcript` where what has no label belongs to the label before, `interviewee` where all answers are one
    person's, `several` where more than one passage is labelled or asked.
    """

    labels: tuple[Label | None, ...]
    printed: tuple[Printed | None, ...]
    questions: frozenset[int]
    transcript: bool
    interviewee: Reference | None
    several: bool

    def is_question(self, passage: Passage) -> bool:
        """Whether the passage is the interviewer's."""
        return passage.ordinal in self.questions

    def is_strangers(self, passage: Passage, study: Study) -> bool:
        """Whether the passage begins with the label of somebody whom the article does not name: "A Member: Order!"."""
        printed = self.printed[passage.ordinal]
        if printed is None:
            return False
        titled = study.reading.codes[:2] == "R:"  # "Chairman:", whom nothing names
        return printed.bracketed or " " in printed.words or study.reading.line.labelled or titled


def talk_of(draft: Draft) -> Talk:
    """What the labels and questions of the article's passages show."""
    pairs = tuple(zip(draft.passages, draft.studies, strict=True))
    labels = tuple(label_of(study, passage) for passage, study in pairs)
    printed = tuple(printed_label(study.reading.line.text) for _, study in pairs)
    asked = _asked(pairs, labels, printed)
    formal = sum(label is not None and label.formal for label in labels)
    bodies = sum(passage.kind is Kind.BODY for passage in draft.passages)
    all_labels = sum(label is not None for label in labels)
    long_turns = formal > 1 and all_labels >= _LABELS and all_labels * _TURN >= bodies
    transcript = long_turns or (formal > 1 and formal * _FEW_TURN >= bodies)
    interviewee = _interviewee(pairs, labels, asked) if asked else None
    if not asked and not any(labels) and (interviewee := _introduced(pairs)) is not None:
        asked = _unlabelled(pairs)
        interviewee = interviewee if asked else None
    several = sum(label is not None for label in labels) > 1 or bool(asked)
    return Talk(labels, printed, asked, transcript or interviewee is not None, interviewee, several)


def _asked(
    pairs: tuple[tuple[Passage, Study], ...],
    labels: tuple[Label | None, ...],
    printed: tuple[Printed | None, ...],
) -> frozenset[int]:
    """The passages that are questions: labelled so, or by a label that names none of the persons and asks."""
    asking = {
        each.words
        for (passage, _), label, each in zip(pairs, labels, printed, strict=True)
        if each is not None and label is None and asks(passage.text)
    }
    found = {
        passage.ordinal
        for (passage, _), label, each in zip(pairs, labels, printed, strict=True)
        if passage.kind in {Kind.BODY, Kind.HEADING}
        and not is_answer(passage)
        and (_QUESTION.match(passage.text) or (each is not None and label is None and _asks(each, asking)))
    }
    if found or any(labels):
        found |= {p.ordinal for p, _ in pairs if _DASH.match(p.text) and asks(p.text)}
    return frozenset(found)


def _asks(label: Printed, asking: set[str]) -> bool:
    return label.words in asking or names_nobody(label)


def _unlabelled(pairs: tuple[tuple[Passage, Study], ...]) -> frozenset[int]:
    """The questions of an interview that labels nobody: passages that only ask, each before one that does not."""
    asking = [
        passage.kind in {Kind.BODY, Kind.HEADING} and len(passage.text) < QUESTION_LONGEST and asks(passage.text)
        for passage, _ in pairs
    ]
    found = [
        passage.ordinal
        for at, (passage, _) in enumerate(pairs[:-1])
        if asking[at] and not asking[at + 1] and passage.ordinal > 0
    ]
    return frozenset([*found, *_dashed(pairs, found)]) if len(found) >= _QUESTIONS else frozenset()


def _dashed(pairs: tuple[tuple[Passage, Study], ...], found: list[int]) -> list[int]:
    """What else is asked where questions and answers begin with dashes: the dash that follows no question."""
    dashes = {passage.ordinal for passage, _ in pairs if _DASH.match(passage.text)}
    if not dashes.issuperset(found) or not any(ordinal + 1 in dashes for ordinal in found):
        return []
    asked = set(found)
    for ordinal in sorted(dashes):
        text = pairs[ordinal][0].text
        unfinished = text.rstrip().endswith(_UNFINISHED) and ordinal + 1 in dashes
        thanks = _THANKED.fullmatch(text) is not None
        if ordinal > min(found) and ordinal - 1 not in asked and (unfinished or thanks):
            asked.add(ordinal)
    return sorted(asked.difference(found))


def is_about_a_stranger(study: Study, interviewee: Reference) -> bool:
    """Whether the passage tells of another person, by name, and has no "I" or "we"."""
    if not FIRST_PERSONS.isdisjoint(study.reading.line.plain) or not study.reading.sentences:
        return False
    at = main_subject(study, *study.reading.sentences[0])
    person = study.people.get(at) if at is not None else None
    return person is not None and person.name != interviewee.name and person.grade is Grade.NAMED


def introduces(study: Study) -> bool:
    """Whether the passage begins with somebody and an office in apposition, as a reporter brings people in."""
    return _INTRODUCTION.match(study.reading.codes) is not None


def gives_another_voice(study: Study) -> bool:
    """Whether the reporter brings in somebody else with name and office: "Dr. X, Director of Y, warned that …"."""
    match = _BROUGHT_IN.match(study.reading.codes)
    return match is not None and match.end() - 1 < study.reading.sentences[0][1]


def is_answer(passage: Passage) -> bool:
    """Whether the passage is labelled as an answer: "A: …"."""
    return passage.kind is Kind.BODY and _ANSWER.match(passage.text) is not None


def is_proceeding(passage: Passage) -> bool:
    """Whether the passage tells what became of a motion, or is only a signature: a turn ends with it."""
    text = _CLOCK.sub("", passage.text).strip()
    return _PROCEEDINGS.fullmatch(text) is not None or _NO_SENTENCE.fullmatch(text) is not None


def is_remark(passage: Passage) -> bool:
    """Whether the passage is a remark, "[Laughter]", or called out by many: nobody's words, in the middle of a turn."""
    text = passage.text.strip()
    return _REMARK.fullmatch(text) is not None or _CROWD.match(text) is not None


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


def _interviewee(
    pairs: tuple[tuple[Passage, Study], ...], labels: tuple[Label | None, ...], asked: frozenset[int]
) -> Reference | None:
    """The only person labelled, else introduced as interviewed, else named at all; None where there are two."""
    labelled = {
        study.people[label.at].name: study.people[label.at]
        for (passage, study), label in zip(pairs, labels, strict=True)
        if label is not None and passage.ordinal not in asked
    }
    if labelled:
        return next(iter(labelled.values())) if len(labelled) == 1 else None
    introduced = _introduced(pairs)
    if introduced is not None:
        return introduced
    named = Counter(each.name for _, study in pairs for each in study.people.values())
    if len(named) != 1:
        return None
    return next(each for _, study in pairs for each in study.people.values())


def _introduced(pairs: tuple[tuple[Passage, Study], ...]) -> Reference | None:
    """The only person of an early passage that tells of an interview."""
    for passage, study in pairs[:_EARLY]:
        found = _INTRODUCED.search(passage.text) and {each.name: each for each in study.people.values()}
        if found and len(found) == 1:
            return next(iter(found.values()))
    return None
