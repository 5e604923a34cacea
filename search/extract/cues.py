"""Hearing a passage: every cue of its sentences is put to the rules, and whoever is heard or meant is remembered."""

from __future__ import annotations

import re
from dataclasses import replace

from search.extract import lexicon, verbs
from search.extract.cue_rules import RULES
from search.extract.floor import Floor, Heard, Hearing
from search.extract.frames import has_clause, tells
from search.extract.meant import STILL_SPEAKING, who_is_meant
from search.extract.papers import learn_papers
from search.extract.people import Reference, Study
from search.extract.sources import Sentence, sentence_at
from search.extract.subjects import coordinated_after, coordinated_with
from search.extract.views import letters_of_views, may_be_view
from search.known import Known
from search.model import Collective

_JOINING = frozenset("when while if as since because although though once after before until unless where".split())
_RARE_CUES = frozenset("Sao:K")
_CUES = Known(lambda views: re.compile(f"[VvGX:K{views}]"))
_HANDED_OVER = frozenset("incense flowers wreaths gifts scholarships".split())  # what is offered without a word
_CLOSING = frozenset("concluded concludes attended addressed hosted held introduced".split())
_BRIEFING = frozenset({"briefed", "briefs"})
_TO_A_PERSON = re.compile(r"[aH]{0,2}[NMWR]")
_WITH_SOMEBODY = re.compile(r"[aH]{0,2}(?:[NMWRDx]|[RH]{1,2}[NMW])\.")
_OCCASION = re.compile(r"[aAx]{0,3}[CO]")
_DURATIONS = frozenset({"since", "years", "decades"})
_DEGREES = frozenset({"degree", "degrees", "diploma", "doctorate", "bachelor", "master"})
_DEGREE_WITHIN = 6  # units
_CAREER_WITHIN = 12  # units
_A_CLAUSE = 4  # units, at least, of what "he observed" may end
_WITH_SOURCE_AFTER = frozenset({"cue-and-subject", "according-to"})
_WITH_SUBJECT_BEFORE = frozenset({"subject-and-cue", "cue-after-content"})


def heard_in(study: Study, floor: Floor) -> list[Heard]:
    """All cues of a passage, sentence by sentence, each with its source. `floor` learns who is being talked of."""
    hearing = Hearing(floor)
    codes = study.reading.codes
    quoted = _in_quotations(codes)
    cues = _CUES[letters_of_views(study.reading.line)]
    for begin, end in study.reading.sentences:
        sentence = sentence_at(study, begin, end)
        found: list[Heard] = []
        for at in _places(codes, begin, end, cues):
            if (codes[at] not in _RARE_CUES or _may_be_cue(sentence, at)) and not quoted[at]:
                heard = _heard_at(sentence, at, hearing, found)
                if heard is not None:
                    found.extend([*_heard_with(sentence, heard), heard])
        if "K" in codes[begin:end]:
            learn_papers(sentence, found, floor)
        persons = [each for each in found if each.person is not None]
        hearing.heard.extend(persons or found)
        if persons:
            floor.topic = persons[-1].person
        elif sentence.subject is not None and sentence.subject in study.people:
            floor.topic = study.people[sentence.subject]
    return hearing.heard


def _places(codes: str, begin: int, end: int, cues: re.Pattern[str]) -> list[int]:
    """The units of a sentence that may be cues: those with such a letter, and a preposition at its beginning."""
    found = [match.start() for match in cues.finditer(codes, begin, end)]
    return [begin, *found] if codes[begin] == "o" and begin not in found[:1] else found


def _may_be_cue(sentence: Sentence, at: int) -> bool:
    """Whether a colon begins a quotation, or a view may be told."""
    code = sentence.codes[at]
    return code == "K" or sentence.codes[at : at + 2] == ":Q" or may_be_view(sentence, at)


def _heard_at(sentence: Sentence, at: int, hearing: Hearing, found: list[Heard]) -> Heard | None:
    for rule in RULES:
        reported = rule(sentence, at)
        if reported is None:
            continue
        source = reported.source
        person = who_is_meant(sentence, source, hearing, found)
        heard = Heard(reported.rule, source, person, (at, at + 1), reported.content)
        code = sentence.codes[at]
        if code == "v" and not _is_speech(sentence, heard, hearing):
            continue
        if (code in "G:" and (found or person is None)) or _is_nested(sentence.codes, heard, found):
            continue
        return heard
    return None


def _heard_with(sentence: Sentence, heard: Heard) -> list[Heard]:
    """Who is heard by the same cue: "X and Y both said"."""
    if heard.person is None or heard.source.pronoun:
        return []
    if heard.rule in _WITH_SUBJECT_BEFORE:
        others = coordinated_with(sentence, heard.source)
    elif heard.rule in _WITH_SOURCE_AFTER:
        others = coordinated_after(sentence, heard.source)
    else:
        return []
    return [replace(heard, source=other, person=other.person) for other in others]


def _in_quotations(codes: str) -> list[bool]:
    """For each unit whether it stands in a quotation that closes later: a cue there is part of what is said."""
    last = codes.rfind("Q")
    if last < 0:
        return [False] * len(codes)
    inside, flags = False, []
    for at, code in enumerate(codes):
        if code == "Q":
            inside = not inside
        flags.append(inside and at < last)
    return flags


def _is_nested(codes: str, heard: Heard, before: list[Heard]) -> bool:
    """Whether the cue stands within what another says: "He said Y hopes that …" gives his words, not Y's."""
    outer = before[-1] if before else None
    if outer is None or outer.person is None or outer.content[0] > heard.source.first:
        return False
    if heard.person is not None and heard.person.name == outer.person.name:
        return False
    return not set(codes[outer.cue[1] : heard.source.first]) & set(",;:-Q")


def _is_speech(sentence: Sentence, heard: Heard, hearing: Hearing) -> bool:
    """Whether a weak cue is one here: a that-clause follows, an opener precedes, or its subject has the floor."""
    person = heard.person
    if person is None:
        return heard.source.collective is Collective.DELEGATES or has_clause(sentence, heard.cue[0])
    if _is_a_career(sentence, heard.cue[0]):
        return False
    if (
        heard.rule == "cue-and-subject"
        or _is_told_somebody(sentence, heard.cue[0])
        or tells(sentence, heard.cue[0])
        or _follows_a_clause(sentence, heard)
    ):
        return True
    return _says_in_a_speech(sentence, heard) and _is_speaking(sentence, heard, person, hearing)


def _is_a_career(sentence: Sentence, at: int) -> bool:
    """Whether it has been done for years, "has advised parliaments for thirty years", or "holds a degree in law"."""
    if sentence.plain(at) in {"holds", "held"}:
        return any(sentence.plain(here) in _DEGREES for here in range(at + 1, min(sentence.end, at + _DEGREE_WITHIN)))
    done = at > sentence.begin and sentence.plain(at - 1) in {"has", "have"}
    after = range(at + 1, min(sentence.end, at + _CAREER_WITHIN)) if done else ()
    return any(sentence.plain(here) in _DURATIONS for here in after)


def _is_told_somebody(sentence: Sentence, at: int) -> bool:
    """Whether what is done is done in words because of whom it is done to: "agreed with the deputy.", "briefed X on".

    Who agreed with others to build made a contract, and who briefed a crowd on the agenda only opened the meeting.
    """
    if sentence.plain(at) in _BRIEFING:
        return _TO_A_PERSON.match(sentence.codes, at + 1, sentence.end) is not None
    match = _WITH_SOMEBODY.match(sentence.codes, at + 1, sentence.end) if sentence.last(at) == "with" else None
    if match is None:
        return False
    last = match.end() - 2
    return sentence.codes[last] != "x" or sentence.plain(last) in lexicon.CALLINGS


def _says_in_a_speech(sentence: Sentence, heard: Heard) -> bool:
    """Whether the verb is one of saying while a speech is being given; who concluded the meeting only closed it."""
    word = sentence.plain(heard.cue[0])
    if word in _CLOSING and _OCCASION.match(sentence.codes, heard.cue[1]) is not None:
        return False
    if heard.cue[1] < sentence.end and sentence.plain(heard.cue[1]) in _HANDED_OVER:
        return False
    alone = sentence.last(heard.cue[0]) == word
    return word in verbs.IN_A_SPEECH and not (alone and word in verbs.ONLY_IN_PHRASES)


def _is_speaking(sentence: Sentence, heard: Heard, person: Reference, hearing: Hearing) -> bool:
    """Whether a speech is being given: an opener precedes, or the person was heard just before."""
    before = sentence.codes[sentence.begin : heard.source.first]
    between = sentence.codes[heard.source.last : heard.cue[0]]
    if (
        "e" in between or (before.startswith("Q") and before.endswith(",Q")) or set(before) & set("eC")
    ):  # “…,” Ms. X corrected him
        return True
    if any(each.person is not None and each.person.name == person.name for each in hearing.heard):
        return True
    speaker = hearing.floor.speaker
    return speaker is not None and speaker.name == person.name and hearing.floor.bodies_since <= STILL_SPEAKING


def _follows_a_clause(sentence: Sentence, heard: Heard) -> bool:
    """Whether the cue ends a sentence that says something by itself: "The race is not won, X maintained."."""
    if heard.rule != "cue-after-content" or sentence.plain(heard.cue[0]) not in verbs.AFTER_CONTENT:
        return False
    before = sentence.codes[sentence.begin : heard.source.first]
    if before.endswith(("Q", "Q,")):
        return True
    ends = sentence.codes[heard.cue[1] : sentence.end].strip(".Q") == ""
    if heard.source.pronoun and ends and len(before) > _A_CLAUSE and before.endswith(","):
        return before[0] not in "oe" and sentence.plain(sentence.begin) not in _JOINING
    finite = any(
        sentence.codes[at] == "b" or sentence.plain(at) in lexicon.DUTIES
        for at in range(sentence.begin, heard.source.first)
    )
    return finite and before.endswith(",") and before[0] not in "oe" and sentence.plain(sentence.begin) not in _JOINING
