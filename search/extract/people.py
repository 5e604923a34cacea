"""Who and what is named: persons, offices and bodies of every passage. Being named is not speaking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from search.authority import Authority
from search.extract.cast import Cast, Person, Title
from search.extract.casting import cast_of, is_credit
from search.extract.desk import Memory
from search.extract.draft import Draft
from search.extract.genders import gender_told
from search.extract.line import line_of
from search.extract.lone_labels import lone_labels
from search.extract.offices import office_holder
from search.extract.reader import read_line
from search.extract.roles import Role
from search.extract.setting import setting_of
from search.extract.title_words import CLASS_NOUN, OCCUPATIONS, VAGUE
from search.extract.titles import titles_at
from search.extract.units import Reading
from search.extract.wider_titles import compatriot, loosely_titled, party_chief, wider_role
from search.model import Dating, Grade, Kind, Mention, MentionKind, OfficeMention, Passage

_HOSTS = frozenset({"host", "guest", "spokesperson"})  # vague, but one article has one of each
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
    alone = lone_labels(draft.passages)
    readings = tuple(read_line(line_of(p, label_alone=p.ordinal in alone), memory) for p in draft.passages)
    naming = tuple(
        None if passage.kind in _NAMELESS_KINDS else reading
        for passage, reading in zip(draft.passages, readings, strict=True)
    )
    cast = cast_of(naming, draft.authority)
    rows = draft.authority if memory.setting.vietnam else None  # its offices are those of one country
    dating = draft.info.dating
    studies = tuple(
        Study(reading, _references(_Scene(reading, passage.ordinal, cast, rows, dating)) if named else {})
        for passage, reading, named in zip(draft.passages, readings, naming, strict=True)
    )
    passages = tuple(_with_mentions(p, s) for p, s in zip(draft.passages, studies, strict=True))
    return replace(draft, passages=passages, studies=studies)


@dataclass(frozen=True, slots=True)
class _Scene:
    """A passage with all that may be asked who is meant in it."""

    reading: Reading
    ordinal: int
    cast: Cast
    authority: Authority | None
    dating: Dating | None


def _references(scene: _Scene) -> dict[int, Reference]:
    """Who stands behind the names and titles of a passage, by unit. A title beside a name is that name's."""
    found: dict[int, Reference] = {}
    attached: set[int] = set()
    units = scene.reading.units
    for at in scene.reading.places("NMW"):
        name = units[at].name
        if name and not is_credit(scene.reading, at):
            reference = _by_name(scene, at, name)
            if reference is not None:
                found[at] = reference
                attached.update(titles_at(scene.reading, at))
    for at in scene.reading.places("R"):
        role = units[at].role
        if role is not None and at not in attached and not role.plural:
            reference = _by_title(scene, at, role) or _by_office(scene, at, role)
            if reference is not None:
                found[at] = reference
    return found


def _by_name(scene: _Scene, at: int, name: str) -> Reference | None:
    """The person whose full name, or whose short one, stands at a unit."""
    unit = scene.reading.units[at]
    if unit.code in "NM":
        person = scene.cast.named(name)
        return _reference(scene, at, person, Grade.NAMED) if person else None
    person = scene.cast.short(name, scene.ordinal, female=gender_told(scene.reading, at))
    addressed = scene.reading.codes[at - 1 : at] in {"H", "R"}
    if person is None and not addressed and scene.reading.codes[at + 1 : at + 2] in {"V", "v"}:
        person = scene.cast.of_family(name)
    if person is None or (not addressed and _is_common(scene, at)):
        return None
    return _reference(scene, at, person, Grade.NAMED if person.name == name else Grade.SHORT_NAME)


def _is_common(scene: _Scene, at: int) -> bool:
    """Whether a capital may only be that of a sentence's first word, or of a longer name: Man, Long, Hung Yen's Yen."""
    line, codes = scene.reading.line, scene.reading.codes
    begins = any(begin == at for begin, _ in scene.reading.sentences)
    if begins and line.plain[scene.reading.units[at].first] in scene.cast.lower:
        return True
    return codes[at + 1 : at + 2] in {"W", "N", "M"} or codes[at - 1 : at] == "W"


def _reference(scene: _Scene, at: int, person: Person, grade: Grade) -> Reference:
    reading, unit = scene.reading, scene.reading.units[at]
    before = person.last_before(scene.ordinal)
    return Reference(
        name=person.name,
        grade=grade,
        first=unit.first,
        last=unit.last,
        antecedent=before if before >= 0 else person.ordinals[0],
        words=person.name,
        title=_title_here(reading, at, scene.ordinal) or _main_title(person),
        female=person.female,
    )


def _title_here(reading: Reading, at: int, ordinal: int) -> Title | None:
    """The title printed beside the name that says most; a mere membership says less than what the article has."""
    for title_at in titles_at(reading, at):
        role = reading.units[title_at].role
        if role is not None and role.head != "member":
            return Title(role, ordinal, reading.printed(title_at, title_at + 1))
    return None


def _main_title(person: Person) -> Title | None:
    """The title that says most: one of a body before a mere membership."""
    ranked = sorted(person.titles, key=lambda t: (t.role.head.endswith("member"), t.role.former, t.role.body is None))
    return ranked[0] if ranked else None


def _by_title(scene: _Scene, at: int, role: Role) -> Reference | None:
    """The person whom the article itself ties to a title that stands alone; "the comrade" is no title."""
    if role.head == CLASS_NOUN:
        return None
    called = _is_label(scene.reading, at)
    found = None
    if role.definite or called or _is_subject(scene.reading, at, role):
        found = _holder(scene, role, called=called)
    if found is None and (wider := wider_role(scene.reading, at, role)) is not None:
        found = scene.cast.holder(wider, scene.ordinal) if wider.of != role.of else None
        found = found or loosely_titled(scene.cast, wider) or party_chief(scene.cast, wider)
    if found is None and role.definite:
        found = party_chief(scene.cast, role)
    if found is None:
        return None
    person, title = found
    if _is_of_a_newcomer(scene, at, title) and not any(t.is_new and role.means(t.role) for t in person.titles):
        return None
    unit = scene.reading.units[at]
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


def _is_of_a_newcomer(scene: _Scene, at: int, title: Title) -> bool:
    """Whether "the new Secretary" stands here, and the title that was found is not said to be new."""
    unit = scene.reading.units[at]
    bare = scene.reading.line.plain[unit.first : unit.last - 1] == ("the", "new")
    return bare and len(title.words.split()) > 1 and not title.is_new


def _holder(scene: _Scene, role: Role, *, called: bool) -> tuple[Person, Title] | None:
    """Who has the title as it is printed; a vague one, "the official", is nobody's, but for an occupation."""
    if role.head in VAGUE and role.of is None and not called and role.head not in OCCUPATIONS | _HOSTS:
        return None
    found = scene.cast.holder(role, scene.ordinal)
    if found is None and role.head in VAGUE and not (called and role.of is None):
        found = scene.cast.leader(role) or compatriot(scene.cast, role)
    return found


def _is_subject(reading: Reading, at: int, role: Role) -> bool:
    """Whether a title without an article is a subject: "State President stressed"; "a former chairman" is anyone."""
    if reading.codes[at - 1 : at] == "a" or role.former:
        return False
    first = reading.units[at].first
    printed = reading.line.words[first][0].isupper() or reading.line.plain[first] == "comrade"
    return printed and reading.codes[at + 1 :].lstrip("A")[:1] in {"V", "v"}


def _is_label(reading: Reading, at: int) -> bool:
    """Whether the title labels a turn: "Madam Speaker: …"."""
    return at <= 1 and reading.codes[at + 1 : at + 2] == ":" and (at == 0 or reading.codes[0] in "Ha")


def _by_office(scene: _Scene, at: int, role: Role) -> Reference | None:
    """The person whom only a dated row of the authority ties to the title."""
    row = office_holder(role, scene.authority, scene.dating) if role.definite else None
    if row is None:
        return None
    unit = scene.reading.units[at]
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
