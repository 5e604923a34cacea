"""Signs by which a passage without a cue shows that the speech before it goes on, or that it does not."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

from search.extract import lexicon
from search.extract.people import Study
from search.extract.sources import main_subject
from search.model import Attribution

_NO_GERUNDS = lexicon.ACTS | lexicon.NO_GERUNDS
_HELPERS = frozenset({"has", "have", "had", "will", "would", "can", "could", "did", "does"})
_NEEDS = frozenset({"need", "needs", "have", "has"})
_BULLETS = frozenset({"-", "\u2013", "\u2022", "+", "*", "("})
_EVENT_OPENERS = frozenset({"at", "during", "on", "after", "earlier"})
_AHEAD = frozenset({"after", "at", "during", "on"})
_PRESENCE = frozenset({"attending", "present", "also"})
_NOUNS = frozenset("xwWRDCKOiPNM")
_RELATIVE = re.compile(r"[Tr]a?[xwWRDCKOiPNM]{0,3}\Z")
_SUBJECT_LONGEST = 5
_BODIES = frozenset("aOiDRwWCN")
_NO_ASSIGNMENT = frozenset(";:VvGXrTQp.")
_ASSIGNED_WITHIN = 10  # units
_OPENING = 6  # units in which an event is named: At the end of the conference
_NUMBER = 2  # units of "12." before a paragraph
_SUBJECTS = frozenset("NMROCDp")


@dataclass(slots=True)
class Run:
    """A speech as it goes on: the attribution it began with, and the passage in which it was last heard.

    `announced` if a colon announced a list, `directing` if it was opened by a cue of directing; `passages` counts
    those heard so far, `item` is the number of the last item of the list, `pending` are passages not yet decided.
    """

    heard: Attribution
    ordinal: int
    announced: bool
    directing: bool
    passages: int = 1
    item: int = 0
    pending: list[int] = field(default_factory=list)

    @property
    def instructs(self) -> bool:
        """Whether tasks are being given, so that what must be done is the speaker's word."""
        return self.announced or self.directing


Sign = Callable[[Study, Run], bool]


def is_item(study: Study, run: Run) -> bool:
    """Firstly …; 2. …; in an announced list also "Strengthening …"."""
    line = study.reading.line
    first = line.plain[0]
    if first in lexicon.ORDINALS:
        return run.announced or number_of_item(study) is not None
    return run.announced and (first in _BULLETS or first.isdigit() or _is_gerund(line.words[0], first))


def number_of_item(study: Study) -> int | None:
    """The number that the passage begins with as a word: 3 for "Thirdly", 0 for "Finally"; None without one."""
    line = study.reading.line
    first = line.plain[0]
    counted = first in lexicon.ORDINALS and (first.endswith("ly") or line.words[1:2] == (",",))
    return lexicon.ORDINALS[first] if counted else None


def is_next_item(study: Study, run: Run) -> bool:
    """Whether the next item of the list follows, which shows that it goes on after what has broken into it."""
    number = number_of_item(study)
    return number is not None and run.item > 0 and number in {0, run.item + 1}


def is_directive(study: Study, run: Run) -> bool:
    """Continue to …; To step up …; Strengthening …: without a subject, at the beginning."""
    if not run.instructs:
        return False
    line, codes, units = study.reading.line, study.reading.codes, study.reading.units
    at = len(codes) - len(codes.lstrip("A,&"))
    if at >= len(codes):
        return False
    word, printed, after = line.plain[units[at].first], line.words[units[at].first], codes[at + 1 : at + 2]
    if at == 0 and not printed[0].isupper():
        return False
    if word == "to":
        return (
            line.words[1:2] != () and line.words[1].islower() and after in {"x", "A", "v"} and not _has_cue_later(codes)
        )
    if at == 0 and _is_gerund(printed, word):
        return not _is_finite(study)
    return word in lexicon.IMPERATIVES or (word in lexicon.DIRECTIVES and after not in {"b", "V", "v", "o", ","})


def _has_cue_later(codes: str) -> bool:
    return ",V" in codes or ",p" in codes


def is_duty(study: Study, run: Run) -> bool:
    """What must, should or needs to be done, with no other person as a subject."""
    words = study.reading.line.plain
    if not run.instructs or "?" in words or study.reading.codes[:1] in {"Q", "p"}:
        return False
    told = not lexicon.DUTIES.isdisjoint(words) or any(
        (first in _NEEDS and second == "to") or (first in lexicon.BE_FORMS and second in {"necessary", "required"})
        for first, second in pairwise(words)
    )
    return told and (not _is_event(study) or _is_to_come(study)) and not is_about_another(study, run)


def is_joined(study: Study, run: Run) -> bool:
    """At the same time, the sector continues to …: joined to what was said before."""
    words = study.reading.line.plain
    joined = run.instructs and any(words[: len(phrase)] == phrase for phrase in lexicon.CONNECTIVE_PHRASES)
    return joined and not is_narrative(study, run)


def goes_on_doing(study: Study, run: Run) -> bool:
    """In a list, "… continue to innovate" is one more task."""
    pairs = pairwise(study.reading.line.plain)
    told = run.announced and any(first in {"continue", "continues"} and second == "to" for first, second in pairs)
    return told and not is_about_another(study, run)


def is_assignment(study: Study, run: Run) -> bool:
    """Whether a body is given a task as if it did it already: "The Department of Finance takes the lead in …"."""
    codes, line = study.reading.codes, study.reading.line
    if not run.instructs or codes[0] not in _BODIES or not lexicon.PAST_FORMS.isdisjoint(line.plain):
        return False
    begin, end = study.reading.sentences[0]
    for at in range(begin + 1, min(end, begin + _ASSIGNED_WITHIN)):
        if codes[at] in _NO_ASSIGNMENT:
            return False
        if line.plain[study.reading.units[at].first] in lexicon.ASSIGNED:
            return not _is_event(study) and not is_about_another(study, run)
    return False


SIGNS: tuple[tuple[str, Sign], ...] = (
    ("item-of-the-list", is_item),
    ("directive", is_directive),
    ("duty", is_duty),
    ("joined", is_joined),
    ("goes-on-doing", goes_on_doing),
    ("assignment", is_assignment),
)


def is_narrative(study: Study, run: Run) -> bool:
    """Whether the passage is the reporter's: an event, a deed, other people, words in quotation marks."""
    reading = study.reading
    if study.people or reading.codes.startswith("Q") or _has_pronoun_subject(reading.codes):
        return True
    if _is_event(study) or is_about_another(study, run) or _is_announcement(reading.line.plain):
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


def _is_event(study: Study) -> bool:
    """Whether the passage begins by telling what happened at the event."""
    first = study.reading.line.plain[0]
    if first in _PRESENCE:
        return True
    return first in _EVENT_OPENERS and not set("C#").isdisjoint(study.reading.codes[:_OPENING])


def _is_to_come(study: Study) -> bool:
    """Whether the first sentence tells what must be done after an event: "After the congress, … must"."""
    begin, end = study.reading.sentences[0]
    units = study.reading.units
    words = study.reading.line.plain[units[begin].first : units[end - 1].last]
    return words[0] in _AHEAD and not lexicon.DUTIES.isdisjoint(words) and lexicon.PAST_FORMS.isdisjoint(words)


def _is_gerund(word: str, plain: str) -> bool:
    return word[0].isupper() and plain.endswith("ing") and plain not in _NO_GERUNDS


def _is_finite(study: Study) -> bool:
    """Whether the first sentence has a verb that is no infinitive or participle, as far as helpers show."""
    begin, end = study.reading.sentences[0]
    line = study.reading.line
    return any(unit.code in "Vvcbp" or line.plain[unit.first] in _HELPERS for unit in study.reading.units[begin:end])
