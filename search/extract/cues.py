"""The rules that hear a cue: each looks at one cue of a sentence and says whose words it announces, or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from search.extract import lexicon
from search.extract.people import Reference, Study
from search.extract.roles import VAGUE
from search.extract.sources import Sentence, Source, sentence_at
from search.extract.subjects import source_named_after, subject_after, subject_before
from search.model import Collective, Grade

_STILL_SPEAKING = 2  # passages without a cue after which a weak cue still goes on with the speech
_AS_SAYING = re.compile(r"([aRH]{0,4}[NMWR])o[Gx]T?")


@dataclass(slots=True)
class Floor:
    """Who has the floor while the article is read: who was heard last and where, and who is being talked of."""

    speaker: Reference | None = None
    ordinal: int = -1
    bodies_since: int = 0
    topic: Reference | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """One cue with its source; `cue` and `content` are ranges of units."""

    rule: str
    source: Source
    person: Reference | None
    cue: tuple[int, int]
    content: tuple[int, int]


@dataclass(slots=True)
class Hearing:
    """What has been heard in a passage so far, before whom."""

    floor: Floor
    heard: list[Heard] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Reported:
    """What a rule found: its name, the source, and the units of the content."""

    rule: str
    source: Source
    content: tuple[int, int]


Rule = Callable[[Sentence, int], Reported | None]


def according_to(sentence: Sentence, at: int) -> Reported | None:
    """According to X, …; …, according to X."""
    if sentence.codes[at] != "X":
        return None
    source = source_named_after(sentence, at)
    if source is None:
        return None
    before, after = at - sentence.begin, sentence.end - source.last
    return Reported("according-to", source, (source.last, sentence.end) if before < after else (sentence.begin, at))


def quoted_as_saying(sentence: Sentence, at: int) -> Reported | None:
    """The statement quoted X as saying …."""
    if sentence.plain(at) != "quoted":
        return None
    match = _AS_SAYING.match(sentence.codes, at + 1, sentence.end)
    person = sentence.study.people.get(match.end(1) - 1) if match else None
    if match is None or person is None:
        return None
    source = Source(match.end(1) - 1, at + 1, match.end(1), person=person)
    return Reported("quoted-as-saying", source, (match.end(), sentence.end))


def subject_and_cue(sentence: Sentence, at: int) -> Reported | None:
    """X stressed that …; …, X said."""
    codes, begin, end = sentence.codes, sentence.begin, sentence.end
    if codes[at] not in "Vv" or _is_passive(codes, at, begin):
        return None
    source = subject_before(sentence, at)
    if source is None:
        return None
    after = at + 1 + (codes[at + 1 : at + 2] == "T")
    follows_quotation = codes[begin : source.first].rstrip(",").endswith("Q")
    closes = after >= end or codes[after] == "." or codes[after : after + 2] in {",G", ",A", ",o", ",-"}
    if (closes or follows_quotation) and source.first > begin + 1:
        return Reported("cue-after-content", source, (begin, source.first))
    return Reported("subject-and-cue", source, (after, end))


def cue_and_subject(sentence: Sentence, at: int) -> Reported | None:
    """“…,” said X."""
    codes = sentence.codes
    if codes[at] != "V" or at == sentence.begin or codes[at - 1] not in ",Q":
        return None
    source = subject_after(sentence, at) if sentence.plain(at) in lexicon.INVERTED_CUES else None
    return None if source is None else Reported("cue-and-subject", source, (sentence.begin, at))


def later_verb(sentence: Sentence, at: int) -> Reported | None:
    """X visited the factory, met workers and stressed that …."""
    codes = sentence.codes
    before = at - 1
    while before > sentence.begin and codes[before] == "A":
        before -= 1
    source = _head_of(sentence, at)
    if codes[at] != "V" or before <= sentence.begin or codes[before] not in ",&" or source is None:
        return None
    return Reported("later-verb", source, (at + 1, sentence.end))


def adding_that(sentence: Sentence, at: int) -> Reported | None:
    """X welcomed the guests, adding that …."""
    source = _head_of(sentence, at)
    if sentence.codes[at] != "G" or at <= sentence.begin or sentence.codes[at - 1] not in ",-" or source is None:
        return None
    return Reported("adding-that", source, (at + 1, sentence.end))


RULES: tuple[Rule, ...] = (
    according_to,
    quoted_as_saying,
    subject_and_cue,
    cue_and_subject,
    later_verb,
    adding_that,
)


def heard_in(study: Study, floor: Floor) -> list[Heard]:
    """All cues of a passage, sentence by sentence, each with its source. `floor` learns who is being talked of."""
    hearing = Hearing(floor)
    quoted = _in_quotations(study.reading.codes)
    for begin, end in study.reading.sentences:
        sentence = sentence_at(study, begin, end)
        found: list[Heard] = []
        for at in range(begin, end):
            if sentence.codes[at] in "VvGX" and not quoted[at]:
                heard = _heard_at(sentence, at, hearing, found)
                if heard is not None:
                    found.append(heard)
        persons = [each for each in found if each.person is not None]
        hearing.heard.extend(persons or found)
        if persons:
            floor.topic = persons[-1].person
        elif sentence.subject is not None and sentence.subject in study.people:
            floor.topic = study.people[sentence.subject]
    return hearing.heard


def _heard_at(sentence: Sentence, at: int, hearing: Hearing, found: list[Heard]) -> Heard | None:
    for rule in RULES:
        reported = rule(sentence, at)
        if reported is None:
            continue
        source = reported.source
        person = source.person
        if source.pronoun:
            person = _antecedent(sentence, source, [*hearing.heard, *found], hearing.floor)
        elif person is None and _is_vague(sentence, source):
            person = _whoever_speaks(hearing)
        heard = Heard(reported.rule, source, person, (at, at + 1), reported.content)
        code = sentence.codes[at]
        if code == "v" and not _is_speech(sentence, heard, hearing):
            continue
        if (code == "G" and (found or person is None)) or _is_nested(sentence.codes, heard, found):
            continue
        return heard
    return None


def _in_quotations(codes: str) -> list[bool]:
    """For each unit whether it stands in a quotation that closes later: a cue there is part of what is said."""
    last = codes.rfind("Q")
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


def _head_of(sentence: Sentence, cue: int) -> Source | None:
    """The subject of the sentence as the source of a cue further down."""
    at = sentence.subject
    if at is None or at >= cue:
        return None
    return Source(at, at, at + 1, person=sentence.study.people.get(at), pronoun=sentence.codes[at] == "p")


def _is_passive(codes: str, at: int, begin: int) -> bool:
    here = at - 1
    while here >= begin and codes[here] == "A":
        here -= 1
    return here >= begin and codes[here] in "bz"


def _is_speech(sentence: Sentence, heard: Heard, hearing: Hearing) -> bool:
    """Whether a weak cue is one here: a that-clause follows, an opener precedes, or its subject has the floor."""
    codes, person, floor = sentence.codes, heard.person, hearing.floor
    if codes[heard.cue[1] : heard.cue[1] + 1] in {"T", ":", "Q"}:
        return True
    if person is None:
        return heard.source.collective is Collective.DELEGATES
    if set(codes[sentence.begin : heard.source.first]) & set("eC"):
        return True
    if any(each.person is not None and each.person.name == person.name for each in hearing.heard):
        return True
    return floor.speaker is not None and floor.speaker.name == person.name and floor.bodies_since <= _STILL_SPEAKING


def _is_vague(sentence: Sentence, source: Source) -> bool:
    """Whether the source is "the new leader", "the official": whoever is being heard."""
    role = sentence.study.reading.units[source.at].role
    return role is not None and role.definite and not role.plural and role.head in VAGUE and role.of is None


def _whoever_speaks(hearing: Hearing) -> Reference | None:
    """The person heard before, if nobody else is being talked of."""
    if hearing.heard:
        return hearing.heard[-1].person
    floor = hearing.floor
    same = floor.speaker is not None and floor.topic is not None and floor.speaker.name == floor.topic.name
    person = floor.speaker if same and floor.bodies_since == 0 else None
    return replace(person, grade=Grade.ROLE) if person is not None else None


def _antecedent(sentence: Sentence, source: Source, before: list[Heard], floor: Floor) -> Reference | None:
    """Whom he or she means: whoever was heard before in the passage, is being talked of, or had the floor."""
    female = sentence.plain(source.at) in lexicon.FEMALE
    for candidate in (*(each.person for each in reversed(before)), floor.topic, floor.speaker):
        if candidate is not None and candidate.female in {None, female}:
            return candidate
    return None
