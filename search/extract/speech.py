"""Who is heard in each passage by a cue of its own: "X stressed that", "…, he said", "According to X", "Mr. X:"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from search.extract.acts_and_words import acted
from search.extract.cues import heard_in
from search.extract.draft import Draft
from search.extract.floor import Floor, Heard
from search.extract.interviews import answer, is_answer
from search.extract.labels import Label
from search.extract.meant import is_unknown
from search.extract.people import Study
from search.extract.printed_speech import stated_speech, whole_speech
from search.extract.proceedings import is_proceeding, is_remark
from search.extract.sources import Source
from search.extract.turns import (
    Talk,
    gives_another_voice,
    introduces,
    is_about_a_stranger,
    reports,
    same_turn,
    talk_of,
    under_label,
)
from search.model import Attribution, Evidence, Grade, Kind, Mode, Passage, Span

HEARD_KINDS = frozenset({Kind.BODY, Kind.CAPTION})
_OPEN_MARKS = ('"', "\u201c")  # a quotation by itself does not take the floor from anybody
_QUOTED_WORDS = 4  # fewer are a motto or a term
_THANKS = re.compile(r"\bthank(?:s| you)\b[^?]*\Z", re.IGNORECASE)
_SIGNED = re.compile(r"Q-[RH]{0,3}[NMW]\Z")


def spoken(draft: Draft) -> Draft:
    """Attribute every passage that says itself whose words it gives."""
    if draft.article.speaker is not None:
        return stated_speech(draft)
    if (whole := whole_speech(draft)) is not None:
        return whole
    talk = talk_of(draft)
    floor = Floor()
    turns = _Turns(talk)
    passages: list[Passage] = []
    for passage, study, label in zip(draft.passages, draft.studies, talk.labels, strict=True):
        if passage.ordinal in talk.alone:
            named = (_attribution(_labelled(study, label), study, passage, floor),) if label else ()
            turns.under(replace(passage, attributions=named))
            passages.append(passage)
            continue
        if passage.kind not in HEARD_KINDS or passage.repeat:
            passages.append(turns.over(passage))
            continue
        said = (_labelled(study, label) if label and (talk.several or label.formal) else None) or _signed(study)
        heard = [said] if said else heard_in(study, floor)
        if not heard and (by_act := acted(study, floor)) is not None:
            heard = [by_act]
        attributions = tuple(_attribution(each, study, passage, floor) for each in _chosen(heard))
        said_so = replace(passage, attributions=attributions) if attributions else passage
        attributed = turns.given(said_so, study, label)
        passages.append(attributed)
        _pass_on(floor, heard if attributed.attributions == attributions else [], passage, study)
    return draft.with_passages(tuple(passages))


@dataclass(slots=True)
class _Turns:
    """Whose turn it is while an interview or minutes are read: the passage it began with, or the question asked."""

    talk: Talk
    turn: Passage | None = None
    asked: int | None = None
    strange: bool = False  # in a transcript, the turn of somebody whom the article does not name

    def over(self, passage: Passage) -> Passage:
        """A passage in which nobody is heard; a question may stand in it."""
        if self.talk.is_question(passage):
            self.turn, self.asked = None, passage.ordinal
        elif self.talk.ends_turns(passage):
            self.turn = self.asked = None
        return passage

    def under(self, label: Passage) -> None:
        """A label on a line of its own, with whom it names, or nobody: all that follows is his turn."""
        self.turn, self.asked = label if label.attributions else None, None
        self.strange = self.turn is None

    def given(self, passage: Passage, study: Study, label: Label | None) -> Passage:
        """The passage as the words of whoever has the turn, or as it is outside of turns."""
        if passage.kind is not Kind.BODY:
            return passage
        if self.talk.is_question(passage):
            self.turn, self.asked = None, None if _THANKS.search(passage.text) else passage.ordinal
            return replace(passage, attributions=())
        if label is not None:
            self.asked, self.turn, self.strange = None, passage if passage.attributions else None, False
            return passage
        return (
            replace(passage, attributions=())
            if self._is_nobodys(passage, study)
            else self._without_label(passage, study)
        )

    def _is_nobodys(self, passage: Passage, study: Study) -> bool:
        """Whether a passage without a known label is a remark, a proceeding, or of a turn of somebody unknown."""
        stranger = self.talk.is_strangers(passage, study)
        if stranger and self.talk.transcript and self.talk.interviewee is None:
            self.strange, self.turn = True, None
        if self.strange:  # whom he quotes is not heard himself
            self.strange = not is_proceeding(passage.text)
            return True
        if self.turn is None and self.asked is None:
            return False
        if is_remark(passage):
            return True
        if is_proceeding(passage.text) or stranger:
            self.turn = self.asked = None
            return True
        return False

    def _without_label(self, passage: Passage, study: Study) -> Passage:
        """What follows a label or a question, in an interview but for what the reporter tells of somebody else."""
        interviewee = self.talk.interviewee
        running = self.turn is not None or self.asked is not None
        strange = interviewee is not None and running and is_about_a_stranger(study, interviewee)
        if strange and (self.turn is None or introduces(study)):
            if gives_another_voice(study):
                self.turn = self.asked = None
                return passage
            return replace(passage, attributions=())
        if reports(study, passage, self.turn):
            self.turn = self.asked = None
            return passage
        if interviewee is not None and (self.asked is not None or is_answer(passage)):
            passage = replace(passage, attributions=(answer(interviewee, passage, self.asked or 0),))
        elif self.talk.transcript and self.turn is not None:
            opens = self.turn.ordinal in self.talk.alone
            said = under_label(self.turn, passage) if opens else same_turn(self.turn, passage)
            passage = replace(passage, attributions=(said,))
        else:
            self.turn = None
            return passage
        self.asked = None
        self.turn = passage if passage.attributions else None
        return passage


def _labelled(study: Study, label: Label) -> Heard:
    person = study.people.get(label.at)
    source = Source(label.at, 0, label.colon, person=person)
    return Heard("label", source, person, (label.colon, label.colon + 1), (label.colon + 1, len(study.reading.units)))


def _signed(study: Study) -> Heard | None:
    """A quotation with its speaker's name after it: “…” — X."""
    codes = study.reading.codes
    match = _SIGNED.search(codes)
    if match is None or match.end() - 1 not in study.people or "Q" not in codes[: match.start()]:
        return None
    at, dash = match.end() - 1, match.start() + 1
    source = Source(at, dash + 1, at + 1, person=study.people[at])
    return Heard("signed-quotation", source, source.person, (dash, dash + 1), (0, dash))


def _chosen(heard: list[Heard]) -> list[Heard]:
    """One attribution for each person heard; a collective only where no person is."""
    chosen: dict[str, Heard] = {}
    for each in heard:
        if each.person is not None:
            chosen.setdefault(each.person.name, each)
    if chosen:
        return list(chosen.values())
    return [each for each in heard if each.source.collective is not None][:1]


def _attribution(heard: Heard, study: Study, passage: Passage, floor: Floor) -> Attribution:
    source, person = heard.source, heard.person
    mention = _span(study, source.first, source.last)
    title = person.title if person else None
    return Attribution(
        speaker=person.name if person else None,
        collective=None if person else source.collective,
        printed=mention.of(passage.text) if mention else "",
        mode=Mode.DIRECT if _is_quoted(study, heard) else Mode.REPORTED,
        grade=_grade(heard),
        cue=_span(study, *heard.cue),
        content=_span(study, *heard.content),
        evidence=_evidence(heard, floor),
        mention=mention,
        office=title.words if title else None,
        body=title.role.body if title else None,
    )


def _span(study: Study, first: int, last: int) -> Span | None:
    units = study.reading.units
    return study.reading.line.span(units[first].first, units[last - 1].last) if first < last else None


def _grade(heard: Heard) -> Grade:
    if heard.source.pronoun:
        return Grade.PRONOUN
    return heard.person.grade if heard.person else Grade.NAMED


def _evidence(heard: Heard, floor: Floor) -> Evidence:
    person = heard.person
    if person is None or _grade(heard) is Grade.NAMED:
        return Evidence(heard.rule)
    had_the_floor = floor.speaker is not None and floor.speaker.name == person.name and floor.ordinal >= 0
    if heard.source.pronoun and had_the_floor:
        return Evidence(heard.rule, floor.ordinal, person.name, person.office_row)
    return Evidence(heard.rule, person.antecedent, person.words, person.office_row)


def _is_quoted(study: Study, heard: Heard) -> bool:
    """Whether the words themselves are given: after a label, or between quotation marks beside the cue."""
    if heard.rule in {"label", "signed-quotation", "words-beside-an-act"}:
        return True
    codes, units = study.reading.codes, study.reading.units
    first, last = heard.content
    content = codes[first:last].strip(",:A")
    begin = end = -1
    if content.startswith("Q"):
        begin = codes.index("Q", first)
        end = codes.find("Q", begin + 1)  # perhaps sentences later
    elif content.endswith("Q"):
        end = codes.rindex("Q", first, last)
        begin = codes.rfind("Q", 0, end)
    return 0 <= begin < end and units[end].first - units[begin].last >= _QUOTED_WORDS


def _pass_on(floor: Floor, heard: list[Heard], passage: Passage, study: Study) -> None:
    """What the next passage must know of this one."""
    persons = [each.person for each in heard if each.person is not None]
    if persons:
        floor.speaker, floor.ordinal, floor.bodies_since = persons[-1], passage.ordinal, 0
        floor.topic, floor.recent = persons[-1], tuple(reversed(persons))
    elif heard and is_unknown(study, heard[-1]):
        floor.speaker, floor.topic, floor.recent = None, None, ()
    elif passage.kind is Kind.BODY and not passage.text.startswith(_OPEN_MARKS):
        floor.bodies_since += 1
