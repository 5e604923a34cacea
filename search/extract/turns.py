"""Printed talk by turns: interviews and minutes, in which a label's words go on until the next one's."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from search.extract.draft import Draft
from search.extract.interviews import (
    asked_in,
    interviewee_of,
    introduced_in,
    is_column,
    only_person_of_dashes,
    unlabelled_questions,
)
from search.extract.labels import Label, label_of
from search.extract.lexicon import FIRST_PERSONS
from search.extract.lone_labels import lone_labels
from search.extract.people import Reference, Study
from search.extract.printed_labels import Printed, printed_label
from search.extract.same_voice import same_voice
from search.extract.sources import main_subject
from search.extract.transcripts import is_transcript
from search.model import Attribution, Evidence, Grade, Kind, Passage, Span

_BROUGHT_IN = re.compile(r"(?:[oe][aAx#C]{0,4},)?[HR]{0,2}[NM],a?R[^.;:VQ]{0,12},[V]")
_REPORTING = re.compile(r"(?:e|oo)[oaxwWiOC]{0,6},R")
_INTRODUCTION = re.compile(r"(?:[oe][aAx#C]{0,4},)?[HR]{0,2}[NM],a?R")


@dataclass(frozen=True, slots=True)
class Talk:
    """How an article prints talk: the label of each passage, which are questions, whether turns go on, and with whom.

    `transcript` where what has no label belongs to the label before, `interviewee` where all answers are one
    person's, `several` where more than one passage is labelled or asked; `alone` are labels on lines of their own.
    """

    labels: tuple[Label | None, ...]
    printed: tuple[Printed | None, ...]
    questions: frozenset[int]
    transcript: bool
    interviewee: Reference | None
    several: bool
    alone: frozenset[int]

    def ends_turns(self, passage: Passage) -> bool:
        """Whether the passage is a heading between labels on lines of their own, which may be somebody's name too."""
        return bool(self.alone) and passage.kind is Kind.HEADING

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
    alone = lone_labels(draft.passages)
    labels = tuple(label_of(study, passage, alone=passage.ordinal in alone) for passage, study in pairs)
    printed = tuple(printed_label(study.reading.line.text) for _, study in pairs)
    asked = asked_in(pairs, labels, printed)
    interviewee = interviewee_of(pairs, labels, asked) if asked else None
    unlabelled = frozenset(ordinal for ordinal in unlabelled_questions(pairs) if printed[ordinal] is None)
    named = {study.people[label.at].name for (_, study), label in zip(pairs, labels, strict=True) if label is not None}
    if len(named) == 1 and not alone and len(unlabelled) > len(asked):  # labels that soon fall away
        asked |= unlabelled
        interviewee = interviewee_of(pairs, labels, asked)
    elif not asked and not any(labels):
        introduced = introduced_in(pairs) if not is_column(pairs, unlabelled) else None
        interviewee = introduced or only_person_of_dashes(pairs)
        asked = unlabelled if interviewee is not None else asked
        interviewee = interviewee if asked else None
    transcript = bool(alone) or interviewee is not None or is_transcript(draft, labels, printed)
    several = sum(label is not None for label in labels) > 1 or bool(asked)
    return Talk(labels, printed, asked, transcript, interviewee, several, alone)


def is_about_a_stranger(study: Study, interviewee: Reference) -> bool:
    """Whether the passage tells of another person, by name, and has no "I" or "we"."""
    if not FIRST_PERSONS.isdisjoint(study.reading.line.plain) or not study.reading.sentences:
        return False
    at = main_subject(study, *study.reading.sentences[0])
    person = study.people.get(at) if at is not None else None
    return person is not None and person.name != interviewee.name and person.grade is Grade.NAMED


def reports(study: Study, passage: Passage, turn: Passage | None) -> bool:
    """Whether the reporter goes on between turns: "Concluding, Minister X thanked …", another than who has the turn."""
    if turn is None or len(passage.attributions) != 1 or not passage.attributions[0].office:
        return False
    heard = passage.attributions[0]
    another = heard.grade is Grade.NAMED and heard.speaker != turn.attributions[-1].speaker
    return another and _REPORTING.match(study.reading.codes) is not None


def introduces(study: Study) -> bool:
    """Whether the passage begins with somebody and an office in apposition, as a reporter brings people in."""
    return _INTRODUCTION.match(study.reading.codes) is not None


def gives_another_voice(study: Study) -> bool:
    """Whether the reporter brings in somebody else with name and office: "Dr. X, Director of Y, warned that …"."""
    match = _BROUGHT_IN.match(study.reading.codes)
    return match is not None and match.end() - 1 < study.reading.sentences[0][1]


def under_label(label: Passage, passage: Passage) -> Attribution:
    """The first words under a label that stands on a line of its own."""
    heard = label.attributions[-1]
    evidence = Evidence("label-above", label.ordinal, heard.printed, heard.evidence.office_row)
    return replace(heard, cue=None, content=Span(0, len(passage.text)), mention=None, evidence=evidence)


def same_turn(turn: Passage, passage: Passage) -> Attribution:
    """The words of whoever has the turn."""
    return same_voice(turn.attributions[-1], turn, passage, "same-turn")
