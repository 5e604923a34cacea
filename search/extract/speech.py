"""Who is heard in each passage by a cue of its own: "X stressed that", "…, he said", "According to X", "Mr. X:"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from search.extract import lexicon
from search.extract.draft import Draft
from search.extract.labels import label_of
from search.extract.people import Reference, Study
from search.extract.printed_speech import stated_speech, whole_speech
from search.extract.sources import (
    Source,
    main_subject,
    source_named_after,
    subject_after,
    subject_before,
)
from search.model import Attribution, Collective, Evidence, Grade, Kind, Mode, Passage, Span

HEARD_KINDS = frozenset({Kind.BODY, Kind.CAPTION})
_STILL_SPEAKING = 2  # passages without a cue after which a weak cue still goes on with the speech
_QUOTED_WORDS = 4  # fewer are a motto or a term


@dataclass(slots=True)
class Floor:
    """Who has the floor while the article is read: who was heard last and where, and who is being talked of."""

    speaker: Reference | None = None
    ordinal: int = -1
    bodies_since: int = 0
    topic: Reference | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """One cue with its source: units of the cue and of the content."""

    rule: str
    source: Source
    person: Reference | None
    cue: tuple[int, int]
    content: tuple[int, int]


def spoken(draft: Draft) -> Draft:
    """Attribute every passage that says itself whose words it gives."""
    if draft.article.speaker is not None:
        return stated_speech(draft)
    if (whole := whole_speech(draft)) is not None:
        return whole
    floor = Floor()
    labelled = sum(
        label_of(study, passage) is not None for passage, study in zip(draft.passages, draft.studies, strict=True)
    )
    passages: list[Passage] = []
    for passage, study in zip(draft.passages, draft.studies, strict=True):
        if passage.kind not in HEARD_KINDS or passage.repeat:
            passages.append(passage)
            continue
        signed = _signed(study)
        heard = (
            list(_labelled(study, passage, labelled))
            or ([signed] if signed else [])
            or _heard_in(study, floor, passage.ordinal)
        )
        attributions = tuple(_attribution(each, study, passage, floor) for each in _chosen(heard))
        passages.append(replace(passage, attributions=attributions))
        _pass_on(floor, heard, study, passage)
    return replace(draft, passages=tuple(passages))


def _labelled(study: Study, passage: Passage, labelled: int) -> Iterator[Heard]:
    label = label_of(study, passage)
    if label is not None and (labelled > 1 or label.formal):
        at = label.at
        person = study.people.get(at)
        yield Heard(
            "label",
            Source(at, 0, at + 1, person=person),
            person,
            (label.colon, label.colon + 1),
            (label.colon + 1, len(study.reading.units)),
        )


def _heard_in(study: Study, floor: Floor, ordinal: int) -> list[Heard]:
    """All cues of a passage, sentence by sentence, each with its source."""
    found: list[Heard] = []
    topic = floor.topic
    for begin, end in study.reading.sentences:
        here = _heard_in_sentence(study, begin, end, floor, found, topic, ordinal)
        found.extend(here)
        subject = main_subject(study, begin, end)
        if subject is not None and subject in study.people:
            topic = study.people[subject]
        heard = [each.person for each in here if each.person is not None]
        topic = heard[-1] if heard else topic
    floor.topic = topic
    return found


def _heard_in_sentence(
    study: Study, begin: int, end: int, floor: Floor, before: list[Heard], topic: Reference | None, ordinal: int
) -> list[Heard]:
    found: list[Heard] = []
    for at in range(begin, end):
        code = study.reading.codes[at]
        if code not in "VvGX" or _in_quotation(study.reading.codes, at):
            continue
        for rule in RULES:
            read = rule(study, at, begin, end)
            if read is None:
                continue
            name, source, content = read
            person = source.person
            if source.pronoun:
                person = _antecedent(study, source, [*before, *found], floor, topic)
            if code == "v" and not _is_speech(study, at, source, person, begin, floor, before):
                continue
            if code == "G" and (found or person is None):
                continue
            if _is_nested(study, source, person, found):
                continue
            found.append(Heard(name, source, person, (at, at + 1), content))
            break
    persons = [each for each in found if each.person is not None]
    return persons or found


_Read = tuple[str, Source, tuple[int, int]]


def _in_quotation(codes: str, at: int) -> bool:
    """Whether a quotation that closes later is open at the unit: a cue in it is part of what is said."""
    return codes.count("Q", 0, at) % 2 == 1 and "Q" in codes[at:]


def _is_nested(study: Study, source: Source, person: Reference | None, before: list[Heard]) -> bool:
    """Whether the cue stands within what another says: "He said Y hopes that …" gives his words, not Y's."""
    outer = before[-1] if before else None
    if outer is None or outer.person is None or outer.content[0] > source.first:
        return False
    if person is not None and person.name == outer.person.name:
        return False
    return not set(study.reading.codes[outer.cue[1] : source.first]) & set(",;:-Q")


def _signed(study: Study) -> Heard | None:
    """“…” — X: a quotation with its speaker's name after it."""
    reading = study.reading
    match = _SIGNED.search(reading.codes)
    if match is None or match.end() - 1 not in study.people or reading.codes[: match.start()].count("Q") == 0:
        return None
    at = match.end() - 1
    source = Source(at, match.start() + 2, at + 1, person=study.people[at])
    return Heard(
        "signed-quotation", source, source.person, (match.start() + 1, match.start() + 2), (0, match.start() + 1)
    )


_SIGNED = re.compile(r"Q-[RH]{0,3}[NMW]\Z")


def _according_to(study: Study, at: int, begin: int, end: int) -> _Read | None:
    if study.reading.codes[at] != "X":
        return None
    source = source_named_after(study, at, end)
    if source is None:
        return None
    content = (source.last, end) if at - begin < end - source.last else (begin, at)
    return "according-to", source, content


def _subject_and_cue(study: Study, at: int, begin: int, end: int) -> _Read | None:
    codes = study.reading.codes
    if codes[at] not in "Vv" or _is_passive(codes, at, begin):
        return None
    source = subject_before(study, at, begin)
    if source is None:
        return None
    after = at + 1 + (codes[at + 1 : at + 2] == "T")
    quoted_before = codes[: source.first].rstrip(",").endswith("Q") and "Q" in codes[begin : source.first - 2]
    closes = after >= end or codes[after] == "." or codes[after : after + 2] in {",G", ",A", ",o", ",-"}
    ends_here = closes or quoted_before
    if ends_here and source.first > begin + 1:
        return "cue-after-content", source, (begin, source.first)
    return "subject-and-cue", source, (after, end)


def _cue_and_subject(study: Study, at: int, begin: int, end: int) -> _Read | None:
    codes = study.reading.codes
    if codes[at] != "V" or at == begin or codes[at - 1] not in ",Q":
        return None
    if study.reading.line.plain[study.reading.units[at].first] not in lexicon.INVERTED_CUES:
        return None
    source = subject_after(study, at, end)
    return None if source is None else ("cue-and-subject", source, (begin, at))


def _quoted_as_saying(study: Study, at: int, begin: int, end: int) -> _Read | None:
    """The statement quoted X as saying: X is heard."""
    del begin
    reading = study.reading
    if reading.line.plain[reading.units[at].first] != "quoted":
        return None
    match = _AS_SAYING.match(reading.codes, at + 1, end)
    if match is None or match.end(1) - 1 not in study.people:
        return None
    source = Source(match.end(1) - 1, at + 1, match.end(1), person=study.people[match.end(1) - 1])
    return "quoted-as-saying", source, (match.end(), end)


_AS_SAYING = re.compile(r"([aRH]{0,4}[NMWR])o[Gx]T?")


def _later_verb(study: Study, at: int, begin: int, end: int) -> _Read | None:
    """X visited the factory, met workers and stressed that: the subject stands at the head of the sentence."""
    codes = study.reading.codes
    before = at - 1
    while before > begin and codes[before] == "A":
        before -= 1
    if codes[at] != "V" or before <= begin or codes[before] not in ",&":
        return None
    source = _head_of_sentence(study, begin, end, at)
    return None if source is None else ("later-verb", source, (at + 1, end))


def _adding_that(study: Study, at: int, begin: int, end: int) -> _Read | None:
    codes = study.reading.codes
    if codes[at] != "G" or at <= begin or codes[at - 1] not in ",-":
        return None
    source = _head_of_sentence(study, begin, end, at)
    return None if source is None else ("adding-that", source, (at + 1, end))


RULES = (_according_to, _quoted_as_saying, _subject_and_cue, _cue_and_subject, _later_verb, _adding_that)


def _head_of_sentence(study: Study, begin: int, end: int, cue: int) -> Source | None:
    subject = main_subject(study, begin, end)
    if subject is None or subject >= cue:
        return None
    return Source(
        subject, subject, subject + 1, person=study.people.get(subject), pronoun=study.reading.codes[subject] == "p"
    )


def _is_passive(codes: str, at: int, begin: int) -> bool:
    here = at - 1
    while here >= begin and codes[here] == "A":
        here -= 1
    return here >= begin and codes[here] in "bz"


def _is_speech(
    study: Study, at: int, source: Source, person: Reference | None, begin: int, floor: Floor, before: list[Heard]
) -> bool:
    """Whether a weak cue is one here: a that-clause follows, an opener precedes, or its subject has the floor."""
    codes = study.reading.codes
    if codes[at + 1 : at + 2] in {"T", ":", "Q"}:
        return True
    if person is None:
        return source.collective is Collective.DELEGATES
    if set(codes[begin : source.first]) & set("eC"):
        return True
    if any(each.person is not None and each.person.name == person.name for each in before):
        return True
    return floor.speaker is not None and floor.speaker.name == person.name and floor.bodies_since <= _STILL_SPEAKING


def _antecedent(
    study: Study, source: Source, before: list[Heard], floor: Floor, topic: Reference | None
) -> Reference | None:
    """Whom he or she means: whoever was heard before in the passage, is being talked of, or had the floor."""
    word = study.reading.line.plain[study.reading.units[source.at].first]
    female = word in lexicon.FEMALE
    candidates = [each.person for each in reversed(before)]
    for candidate in (*candidates, topic, floor.speaker):
        if candidate is not None and candidate.female in {None, female}:
            return candidate
    return None


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
    reading, source, person = study.reading, heard.source, heard.person
    line, units = reading.line, reading.units

    def span(first: int, last: int) -> Span | None:
        return line.span(units[first].first, units[last - 1].last) if first < last else None

    mention = span(source.first, source.last)
    grade = _grade(source, person)
    antecedent = words = None
    if person is not None and grade is not Grade.NAMED:
        antecedent, words = person.antecedent, person.words
        if (
            grade is Grade.PRONOUN
            and floor.speaker is not None
            and floor.speaker.name == person.name
            and floor.ordinal >= 0
        ):
            antecedent, words = floor.ordinal, person.name
    title = person.title if person is not None else None
    return Attribution(
        speaker=person.name if person is not None else None,
        collective=source.collective if person is None else None,
        printed=mention.of(passage.text) if mention else "",
        mode=Mode.DIRECT if heard.rule in {"label", "signed-quotation"} or _is_quoted(study, heard) else Mode.REPORTED,
        grade=grade,
        cue=span(*heard.cue),
        content=span(*heard.content),
        evidence=Evidence(heard.rule, antecedent, words, person.office_row if person else None),
        mention=mention,
        office=title.words if title else None,
        body=title.role.body if title else None,
    )


def _grade(source: Source, person: Reference | None) -> Grade:
    if source.pronoun:
        return Grade.PRONOUN
    return person.grade if person is not None else Grade.NAMED


def _is_quoted(study: Study, heard: Heard) -> bool:
    """Whether the content is given between quotation marks, beside the cue."""
    codes, units = study.reading.codes, study.reading.units
    first, last = heard.content
    content = codes[first:last].strip(",:A")
    if content.startswith("Q"):
        begin = codes.index("Q", first)
        end = codes.find("Q", begin + 1, last)
    elif content.endswith("Q"):
        end = codes.rindex("Q", first, last)
        begin = codes.rfind("Q", 0, end)
    else:
        return False
    return begin >= 0 and end > begin and units[end].first - units[begin].last >= _QUOTED_WORDS


def _pass_on(floor: Floor, heard: list[Heard], study: Study, passage: Passage) -> None:
    """What the next passage must know of this one."""
    persons = [each.person for each in heard if each.person is not None]
    if persons:
        floor.speaker, floor.ordinal, floor.bodies_since = persons[-1], passage.ordinal, 0
        return
    if passage.kind is Kind.BODY:
        floor.bodies_since += 1
