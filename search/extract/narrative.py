"""What shows that a passage is the reporter's, or another's: an event, a deed, other people, another source."""

from __future__ import annotations

import re
from itertools import pairwise

from search.extract import lexicon
from search.extract.people import Study
from search.extract.running import Run
from search.extract.sources import main_subject

_EVENT_OPENERS = frozenset({"at", "during", "on", "after", "earlier"})
_AHEAD = frozenset({"after", "at", "during", "on"})
_PRESENCE = frozenset({"attending", "present", "also"})
_NOUNS = frozenset("xwWRDCKOiPNM")
_RELATIVE = re.compile(r"[Tr]a?[xwWRDCKOiPNM]{0,3}\Z")
_SUBJECT_LONGEST = 5
_OPENING = 6  # units in which an event is named: At the end of the conference
_NUMBER = 2  # units of "12." before a paragraph
_ASSEMBLED = re.compile(r"a?CA{0,2}[vVc]")  # the meeting also gave opinions
_SUBJECTS = frozenset("NMROCDp")


def is_narrative(study: Study, run: Run) -> bool:
    """Whether the passage is the reporter's: an event, a deed, other people, words in quotation marks."""
    reading = study.reading
    if study.people or reading.codes.startswith("Q") or _has_pronoun_subject(reading.codes):
        return True
    if (
        _ASSEMBLED.match(reading.codes)
        or is_event(study)
        or is_about_another(study, run)
        or _is_announcement(reading.line.plain)
    ):
        return True
    return any(
        before.code in _SUBJECTS and reading.line.plain[unit.first] in lexicon.NARRATIVE
        for before, unit in pairwise(reading.units)
    )


def gives_another_source(study: Study) -> bool:
    """Whether somebody whom no rule could name says something: "The representative of X said that …"."""
    return any(_gives_source(study.reading.codes, *sentence) for sentence in study.reading.sentences)


def is_said_by_another(study: Study) -> bool:
    """Whether the first sentence is somebody's whom no rule could name."""
    first = next((each for each in study.reading.sentences if each[1] - each[0] > _NUMBER), None)
    return first is not None and _gives_source(study.reading.codes, *first)


def _gives_source(codes: str, begin: int, end: int) -> bool:
    inside = False
    for at in range(begin, end):
        inside ^= codes[at] == "Q"
        if codes[at] == "V" and not inside and _has_subject(codes, at, begin):
            return True
    return False


def _has_subject(codes: str, at: int, begin: int) -> bool:
    """Whether a noun stands before the cue, and not in a relative clause: "tasks that the Politburo requested"."""
    here = at - 1
    while here > begin and codes[here] == "A":
        here -= 1
    if (
        here < begin
        or codes[here] not in _NOUNS
        or (codes[at + 1 : at + 2] not in {"T", ":"} and at - begin > _SUBJECT_LONGEST and "#" not in codes[begin:at])
    ):
        return False
    return _RELATIVE.search(codes, max(begin, here - _SUBJECT_LONGEST), here + 1) is None


def speaks_to_the_reader(study: Study) -> bool:
    """Whether "you" or "your" stands outside of quotation marks: the reporter's advice, not reported speech."""
    inside = False
    for unit in study.reading.units:
        inside ^= unit.code == "Q"
        if not inside and study.reading.line.plain[unit.first] in lexicon.SECOND_PERSONS:
            return True
    return False


def is_about_another(study: Study, run: Run) -> bool:
    """Whether a sentence has another person as its subject."""
    for begin, end in study.reading.sentences if study.people else ():
        subject = main_subject(study, begin, end)
        person = study.people.get(subject) if subject is not None else None
        if person is not None and person.name != run.heard.speaker:
            return True
    return False


def _is_announcement(words: tuple[str, ...]) -> bool:
    """Below is the statement; here are the results."""
    return words[0] in {"below", "following", "here"} and words[1:2] in {("is",), ("are",)}


def _has_pronoun_subject(codes: str) -> bool:
    return any(code == "p" and (at == 0 or codes[at - 1] in ".,T") for at, code in enumerate(codes))


def is_event(study: Study) -> bool:
    """Whether the passage begins by telling what happened at the event."""
    first = study.reading.line.plain[0]
    if first in _PRESENCE:
        return True
    return first in _EVENT_OPENERS and not set("C#").isdisjoint(study.reading.codes[:_OPENING])


def is_to_come(study: Study) -> bool:
    """Whether the first sentence tells what must be done after an event: "After the congress, … must"."""
    begin, end = study.reading.sentences[0]
    units = study.reading.units
    words = study.reading.line.plain[units[begin].first : units[end - 1].last]
    return words[0] in _AHEAD and not lexicon.DUTIES.isdisjoint(words) and lexicon.PAST_FORMS.isdisjoint(words)
