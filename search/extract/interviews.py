"""Who asks and who answers: the questions of an interview, with labels or without, and the one who is interviewed."""

from __future__ import annotations

import re

from search.extract.labels import Label
from search.extract.lexicon import FIRST_PERSONS
from search.extract.people import Reference, Study
from search.extract.printed_labels import Printed, names_nobody
from search.extract.questions import QUESTION_LONGEST, asks
from search.extract.reporters_voice import outside_quotations
from search.extract.same_voice import own_words
from search.model import Attribution, Kind, Passage

_EARLY = 6  # passages in which an interview is introduced
_QUESTIONS = 2  # without a label, that show an interview
_QUESTION = re.compile(
    r"[-\u2013\u2014\u2022* ]{0,4}(?:Q|Question|Reporter|Reporters|Interviewer|Journalist|Correspondent|Moderator|PV)"
    r"(?: ?\d{1,2})? ?[:.](?= ?\S)|Q(?-i:\s{2,8}\S|\s[A-Z])",
    re.IGNORECASE,
)
_ANSWER = re.compile(r"[-\u2013\u2014\u2022* ]{0,4}(?:A|Answer|Reply|Interviewee)(?: ?\d{1,2})? ?[:.](?= ?\S)")
_IN_PERSON = 4  # of so many answers one says "I" or "we"
_REPORTED = 2  # passages in which somebody named "said"
_NAME_AND_CUE = re.compile(r"[NMW]A?V")
_UNFINISHED = ("\u2026", "...", "!", "?")
_THANKED = re.compile(r"[-\u2013\u2014]\s?(?:\w+ ){0,3}thank(?:s| you)\b[^.?!]{0,60}[.!]", re.IGNORECASE)
_DASH = re.compile(r"[-\u2013\u2014]\s?\S")
_INTRODUCED = re.compile(
    r"\b(?:interview(?:ed|s)?(?: by [^.]{1,60})?"
    r"|(?:talks?|talked|talking|spoke|speaks|speaking|conversation|exchange|chat(?:ted|ting)?)"
    r" (?:to|with|between)|(?:questions|queries) (?:of|from)|asked|Q&A)\b",
    re.IGNORECASE,
)

Pairs = tuple[tuple[Passage, Study], ...]


def asked_in(
    pairs: Pairs,
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
    found |= asked_between(pairs, labels)
    if found or any(labels):
        found |= {p.ordinal for p, _ in pairs if _DASH.match(p.text) and asks(p.text)}
    return frozenset(found)


def asked_between(pairs: Pairs, labels: tuple[Label | None, ...]) -> frozenset[int]:
    """What stands right above each label where one person alone is labelled.

    Without a question between, no label would come again.
    """
    labelled = [at for at, label in enumerate(labels) if label is not None]
    if len({pairs[at][1].people[label.at].name for at in labelled if (label := labels[at]) is not None}) != 1:
        return frozenset()
    above = [
        pairs[at - 1][0]
        for at in labelled
        if at > 0 and labels[at - 1] is None and pairs[at - 1][0].kind in {Kind.BODY, Kind.HEADING}
    ]
    short = [passage for passage in above if len(passage.text) < QUESTION_LONGEST]
    asked = len(labelled) >= _QUESTIONS and any(asks(passage.text) for passage in short)
    return frozenset(passage.ordinal for passage in short) if asked else frozenset()


def _asks(label: Printed, asking: set[str]) -> bool:
    return label.words in asking or names_nobody(label)


def unlabelled_questions(pairs: Pairs) -> frozenset[int]:
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


def only_person_of_dashes(pairs: Pairs) -> Reference | None:
    """The only person an article names in which dashes open questions and answers alike."""
    dashes = [passage for passage, _ in pairs if _DASH.match(passage.text)]
    if len(dashes) < _QUESTIONS * 2 or sum(asks(passage.text) for passage in dashes) < _QUESTIONS:
        return None
    return _only_person(pairs)


def _only_person(pairs: Pairs) -> Reference | None:
    named = {each.name: each for _, study in pairs for each in study.people.values()}
    return next(iter(named.values())) if len(named) == 1 else None


def _dashed(pairs: Pairs, found: list[int]) -> list[int]:
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


def interviewee_of(pairs: Pairs, labels: tuple[Label | None, ...], asked: frozenset[int]) -> Reference | None:
    """The only person labelled, else introduced as interviewed, else named at all; None where there are two."""
    labelled = {
        study.people[label.at].name: study.people[label.at]
        for (passage, study), label in zip(pairs, labels, strict=True)
        if label is not None and passage.ordinal not in asked
    }
    if labelled:
        return next(iter(labelled.values())) if len(labelled) == 1 else None
    return introduced_in(pairs) or _only_person(pairs)


def introduced_in(pairs: Pairs) -> Reference | None:
    """The only person of an early passage that tells of an interview."""
    for passage, study in pairs[:_EARLY]:
        found = _INTRODUCED.search(passage.text) and {each.name: each for each in study.people.values()}
        if found and len(found) == 1:
            return next(iter(found.values()))
    return None


def is_column(pairs: Pairs, asked: frozenset[int]) -> bool:
    """Whether after the questions people "said" by name and hardly anybody says "I" or "we": it asks itself."""
    begin = min(asked, default=0)
    after = [study for p, study in pairs if p.ordinal > begin and p.kind is Kind.BODY and p.ordinal not in asked]
    own = sum(not FIRST_PERSONS.isdisjoint(outside_quotations(study)) for study in after)
    return own * _IN_PERSON < len(after) and sum(_lets_speak(study) for study in after) >= _REPORTED


def _lets_speak(study: Study) -> bool:
    return any(match.start() in study.people for match in _NAME_AND_CUE.finditer(study.reading.codes))


def is_answer(passage: Passage) -> bool:
    """Whether the passage is labelled as an answer: "A: …"."""
    return passage.kind is Kind.BODY and _ANSWER.match(passage.text) is not None


def answer(interviewee: Reference, passage: Passage, asked: int) -> Attribution:
    """The passage as the answer to the question in passage `asked`."""
    return own_words(interviewee, asked, passage, "answer-in-interview")
