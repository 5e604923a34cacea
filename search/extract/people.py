"""Who and what is named: persons, offices and bodies of every passage. Being named is not speaking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from search.authority import Authority
from search.extract.cast import Cast, Person, Title
from search.extract.casting import cast_of, gender_told, is_credit
from search.extract.desk import Memory
from search.extract.draft import Draft
from search.extract.line import line_of
from search.extract.offices import office_holder
from search.extract.reader import read_line
from search.extract.roles import VAGUE, Role
from search.extract.setting import setting_of
from search.extract.titles import titles_at
from search.extract.units import Reading
from search.model import Dating, Grade, Kind, Mention, MentionKind, OfficeMention, Passage

_NAMELESS_KINDS = frozenset({Kind.CREDIT, Kind.BOILERPLATE, Kind.DATELINE})


@dataclass(frozen=True, slots=True)
class Reference:
    """A unit that stands for a person: who, how that is known, and by which words of which passage.

    `title` is the title used here or, for a bare name, one the article gives; `office_row` the authority's row.
    """

    name: str
    grade: Grade
    first: int
    last: int
    antecedent: int | None = None
    words: str | None = None
    office_row: str | None = None
    title: Title | None = None
    female: bool | None = None


@dataclass(frozen=True, slots=True)
class Study:
    """A passage as the rules of speech see it: its reading and who stands for whom, by the number of the unit."""

    reading: Reading
    people: Mapping[int, Reference]


def peopled(draft: Draft) -> Draft:
    """Find the bodies and persons that the passages name, and remember each passage as it was read."""
    memory = Memory(setting_of(draft.info, draft.passages), draft.authority)
    readings = tuple(read_line(line_of(passage), memory) for passage in draft.passages)
    naming = tuple(
        None if passage.kind in _NAMELESS_KINDS else reading
        for passage, reading in zip(draft.passages, readings, strict=True)
    )
    cast = cast_of(naming, draft.authority)
    studies = tuple(
        Study(reading, _references(reading, passage, cast, draft.authority, draft.info.dating))
        for passage, reading in zip(draft.passages, readings, strict=True)
    )
    passages = tuple(_with_mentions(p, s) for p, s in zip(draft.passages, studies, strict=True))
    return replace(draft, passages=passages, studies=studies)


def _references(
    reading: Reading, passage: Passage, cast: Cast, authority: Authority | None, dating: Dating | None
) -> dict[int, Reference]:
    found: dict[int, Reference] = {}
    if passage.kind in _NAMELESS_KINDS:
        return found
    attached: set[int] = set()
    ordinal = passage.ordinal
    for at, unit in enumerate(reading.units):
        if unit.code in "NMW" and unit.name and not is_credit(reading, at):
            reference = _by_name(reading, at, ordinal, cast)
            if reference is not None:
                found[at] = reference
                attached.update(titles_at(reading, at))
    for at, unit in enumerate(reading.units):
        role = unit.role
        if role is not None and at not in attached and not role.plural:
            reference = _by_title(reading, at, role, ordinal, cast)
            if reference is None and role.definite:
                reference = _by_office(reading, at, role, authority, dating)
            if reference is not None:
                found[at] = reference
    return found


def _by_name(reading: Reading, at: int, ordinal: int, cast: Cast) -> Reference | None:
    unit = reading.units[at]
    name = unit.name or ""
    titles = titles_at(reading, at)
    if unit.code in "NM":
        person = cast.named(name)
        if person is None:
            return None
        return _reference(reading, at, person, Grade.NAMED, titles, ordinal, ordinal)
    person = cast.short(name, ordinal, female=gender_told(reading, at))
    addressed = at > 0 and reading.codes[at - 1] in "HR"
    if person is None or (not addressed and _is_common(reading, at, cast)):
        return None
    grade = Grade.NAMED if person.name == name else Grade.SHORT_NAME
    before = person.last_before(ordinal)
    return _reference(reading, at, person, grade, titles, ordinal, before if before >= 0 else person.ordinals[0])


def _is_common(reading: Reading, at: int, cast: Cast) -> bool:
    """Whether a capital may only be that of a sentence's first word: Man, Long, Hung Yen's Yen."""
    line, first = reading.line, reading.units[at].first
    begins = any(begin == at for begin, _ in reading.sentences)
    if begins and line.plain[first] in cast.lower:
        return True
    return reading.codes[at + 1 : at + 2] in {"W", "N", "M"} or reading.codes[at - 1 : at] == "W"


def _reference(
    reading: Reading, at: int, person: Person, grade: Grade, titles: list[int], ordinal: int, antecedent: int
) -> Reference:
    unit = reading.units[at]
    title = next((t for i in titles for t in _titles_here(reading, i, ordinal) if t.role.head != "member"), None)
    return Reference(
        name=person.name,
        grade=grade,
        first=unit.first,
        last=unit.last,
        antecedent=antecedent,
        words=person.name,
        title=title or _main_title(person),
        female=person.female,
    )


def _titles_here(reading: Reading, at: int, ordinal: int) -> list[Title]:
    role = reading.units[at].role
    return [Title(role, ordinal, reading.printed(at, at + 1))] if role is not None else []


def _main_title(person: Person) -> Title | None:
    """The title that says most: one of a body before a mere membership."""
    ranked = sorted(person.titles, key=lambda t: (t.role.head.endswith("member"), t.role.former, t.role.body is None))
    return ranked[0] if ranked else None


def _by_title(reading: Reading, at: int, role: Role, ordinal: int, cast: Cast) -> Reference | None:
    if not role.definite and not _is_subject(reading, at):
        return None
    if role.head in VAGUE and role.of is None:
        return None
    found = cast.holder(role, ordinal) or (cast.leader(role) if role.head in VAGUE else None)
    if found is None:
        return None
    person, title = found
    unit = reading.units[at]
    return Reference(
        name=person.name,
        grade=Grade.ROLE,
        first=unit.first,
        last=unit.last,
        antecedent=title.ordinal,
        words=f"{title.words} = {person.name}",
        title=title,
        female=person.female,
    )


def _is_subject(reading: Reading, at: int) -> bool:
    role = reading.units[at].role
    if reading.codes[at - 1 : at] == "a" or (role is not None and role.former):
        return False  # "a former chairman" is anyone
    return reading.codes[at + 1 : at + 2] in {"V", "v"} and reading.line.words[reading.units[at].first][0].isupper()


def _by_office(
    reading: Reading, at: int, role: Role, authority: Authority | None, dating: Dating | None
) -> Reference | None:
    row = office_holder(role, authority, dating)
    if row is None:
        return None
    unit = reading.units[at]
    title = Title(Role(role.head, role.of, row.body), -1, row.titles[0])
    return Reference(row.person, Grade.ROLE, unit.first, unit.last, office_row=row.printed, title=title)


def _with_mentions(passage: Passage, study: Study) -> Passage:
    line = study.reading.line
    mentions: list[Mention] = []
    offices: list[OfficeMention] = []
    if passage.kind not in _NAMELESS_KINDS:
        for body in study.reading.bodies:
            span = line.span(body.first, body.last)
            mentions.append(Mention(body.name, MentionKind.ORGANISATION, span, span.of(passage.text)))
    for reference in study.people.values():
        span = line.span(reference.first, reference.last)
        printed = span.of(passage.text)
        if reference.office_row is None:
            mentions.append(Mention(reference.name, MentionKind.PERSON, span, printed))
        else:
            offices.append(OfficeMention(printed, reference.name, reference.office_row, span))
    if not mentions and not offices:
        return passage
    ordered = sorted([*passage.mentions, *mentions], key=lambda m: (m.span, m.kind, m.name))
    return replace(passage, mentions=tuple(ordered), offices=tuple(offices))
