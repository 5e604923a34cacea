"""Who is who in one article: the persons it names in full, their titles, and what it calls them afterwards."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from search.authority import Authority
from search.extract.gazetteer import GIVEN_NAMES
from search.extract.lexicon import FEMALE_HONORIFICS, MALE_HONORIFICS
from search.extract.personal_names import other_short_forms, short_form
from search.extract.roles import Role
from search.extract.units import Reading
from search.names import name_key

_SYLLABLES_OF_A_SURE_NAME = 3
_TITLES_MOST = 16  # of one person; a hostile text has more
_HOLDERS_MOST = 256  # of one title
_CLEARLY_MORE = 2
_PICTURE_WORDS = frozenset({"photo", "photos", "photograph", "picture", "source", "courtesy", "image", "illustration"})


@dataclass(frozen=True, slots=True)
class Title:
    """A title that a passage ties to a person: where, and the words."""

    role: Role
    ordinal: int
    words: str


@dataclass(slots=True)
class Person:
    """A person of the article. `female` is None where nothing tells."""

    name: str
    short: str
    titles: list[Title] = field(default_factory=list)
    ordinals: list[int] = field(default_factory=list)
    female: bool | None = None

    def last_before(self, ordinal: int) -> int:
        """The last passage up to `ordinal` that names the person; -1 where none does."""
        at = bisect_right(self.ordinals, ordinal)
        return self.ordinals[at - 1] if at else -1


@dataclass(slots=True)
class Cast:
    """The persons of an article by the key of their name and by what they are called for short."""

    persons: dict[str, Person] = field(default_factory=dict)
    called: dict[str, list[Person]] = field(default_factory=dict)
    titled: dict[str, list[tuple[Person, Title]]] = field(default_factory=dict)
    lower: frozenset[str] = frozenset()

    def named(self, name: str) -> Person | None:
        """The person with this full name, in any order of its parts."""
        return self.persons.get(key_of(name))

    def short(self, word: str, ordinal: int, *, female: bool | None = None) -> Person | None:
        """The person called by this one word; of several the one named last before, and none if that is not clear."""
        found = self.called.get(name_key(word), [])
        if len(found) > 1 and female is not None:
            found = [person for person in found if person.female in {None, female}] or found
        if len(found) <= 1:
            return found[0] if found else None
        recent = sorted(((person.last_before(ordinal), n) for n, person in enumerate(found)), reverse=True)
        if recent[0][0] > recent[1][0]:
            return found[recent[0][1]]
        often = sorted(((len(person.ordinals), n) for n, person in enumerate(found)), reverse=True)
        return found[often[0][1]] if often[0][0] > _CLEARLY_MORE * often[1][0] else None

    def holder(self, role: Role, ordinal: int) -> tuple[Person, Title] | None:
        """The person whom the article ties to this title, and where it does: the last one named before, else after."""
        best: tuple[tuple[bool, bool, int], Person, Title] | None = None
        for person, title in [*self.titled.get(role.head, []), *self._party_secretaries(role)]:
            if not (role.means(title.role) or title.role.head == "secretary" != role.head):
                continue
            before = person.last_before(ordinal)
            rank = (title.role.of == role.of, before >= 0, before)
            if best is None or rank > best[0]:
                best = (rank, person, title)
        return None if best is None else (best[1], best[2])

    def _party_secretaries(self, role: Role) -> list[tuple[Person, Title]]:
        """The head of a Party Committee is its secretary."""
        if role.head not in {"head", "leader"} or not (role.of or "").endswith("Party Committee"):
            return []
        return [(p, t) for p, t in self.titled.get("secretary", []) if t.role.of == role.of and not t.role.former]

    def leader(self, role: Role) -> tuple[Person, Title] | None:
        """The only person with any title of this country or body: "the Lao leader"."""
        found = {
            id(person): (person, title)
            for holders in self.titled.values()
            for person, title in holders
            if title.role.of == role.of and not title.role.former
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def entitle(self, person: Person, title: Title) -> None:
        """Tie a title to a person; the first place of the same title is kept."""
        if any(known.role == title.role for known in person.titles) or len(person.titles) >= _TITLES_MOST:
            return
        person.titles.append(title)
        holders = self.titled.setdefault(title.role.head, [])
        if len(holders) < _HOLDERS_MOST:
            holders.append((person, title))


def key_of(name: str) -> str:
    """What the spellings of one name have in common: its parts in any order, initials aside."""
    parts = [part for part in name_key(name).split() if not (len(part) == 2 and part.endswith("."))]
    return " ".join(sorted(parts))


def cast_of(readings: tuple[Reading | None, ...], authority: Authority | None) -> Cast:
    """The cast of an article from its passages, of which None is no text that names people."""
    lower = frozenset(
        plain
        for reading in readings
        if reading is not None
        for word, plain in zip(reading.line.words, reading.line.plain, strict=True)
        if word[0].islower()
    )
    cast = Cast(lower=lower)
    sure: set[str] = set()
    seen: list[tuple[int, Reading, int]] = []
    for ordinal, reading in enumerate(readings):
        if reading is None:
            continue
        for at, unit in enumerate(reading.units):
            if unit.code in "NM" and unit.name and not is_credit(reading, at):
                seen.append((ordinal, reading, at))
                if _is_sure(reading, at, cast, authority):
                    sure.add(key_of(unit.name))
    called = _called_alone(readings)
    sure.update(
        key_of(name)
        for _, reading, at in seen
        if (name := reading.units[at].name) and name_key(short_form(name)) in called and not _in_lower(name, cast)
    )
    for ordinal, reading, at in seen:
        name = reading.units[at].name or ""
        if key_of(name) in sure:
            _add(cast, name, ordinal, reading, at, authority)
    for ordinal, reading in enumerate(readings):
        if reading is not None:
            _add_single_names(cast, ordinal, reading)
            _distribute(cast, ordinal, reading)
    return cast


def _called_alone(readings: tuple[Reading | None, ...]) -> frozenset[str]:
    """The single names by which the article addresses people or lets them speak."""
    return frozenset(
        name_key(unit.name)
        for reading in readings
        if reading is not None
        for at, unit in enumerate(reading.units)
        if unit.code == "W"
        and unit.name
        and (reading.codes[at + 1 : at + 2] == "V" or reading.codes[at - 1 : at] == "H")
    )


def _in_lower(name: str, cast: Cast) -> bool:
    return any(part in cast.lower and part not in GIVEN_NAMES for part in name.lower().split())


def is_credit(reading: Reading, at: int) -> bool:
    """Whether the name is a photographer's: "Photo: X", "VNS Photo X", "(Photo by X)"."""
    line, first = reading.line, reading.units[at].first
    for token in range(first - 1, max(-1, first - 4), -1):
        if line.plain[token] in _PICTURE_WORDS:
            return True
        if line.words[token] not in {":", "by", "of", "-", "/"}:
            return False
    return False


def _is_sure(reading: Reading, at: int, cast: Cast, authority: Authority | None) -> bool:
    """Whether what stands around a name shows that it is a person's."""
    unit, codes = reading.units[at], reading.codes
    name = unit.name or ""
    if authority is not None and authority.person(name) is not None:
        return True
    before, after = codes[at - 1 : at], codes[at + 1 : at + 3]
    titled = before in {"H", "R"} and bool(before)
    if unit.code == "N":
        return (
            len(name.split()) >= _SYLLABLES_OF_A_SURE_NAME or titled or _shows_person(codes, at) or not name.isascii()
        )
    parts = [part.lower() for part in name.split()]
    if codes[at - 2 : at] == "Q-" and at + 1 == len(codes):
        return True  # signs a quotation
    if titled:
        return True
    if _in_lower(name, cast):
        return False
    return parts[0] in GIVEN_NAMES or after[:1] in {"V", "v"} or _shows_person(codes, at) or before == "V"


def _shows_person(codes: str, at: int) -> bool:
    """Whether a title in apposition or a cue stands beside the name."""
    return codes[at + 1 : at + 2] == "V" or (
        codes[at + 1 : at + 2] in {",", "-", "("} and codes[at + 2 : at + 3] in {"R", "r"}
    )


def _add(cast: Cast, name: str, ordinal: int, reading: Reading, at: int, authority: Authority | None) -> Person:
    listed = authority.person(name) if authority is not None else None
    key = key_of(listed.name if listed else name)
    person = cast.persons.get(key) or cast.persons.get(key_of(name))
    if person is None:
        full = listed.name if listed else name
        person = Person(full, (listed.short if listed else None) or short_form(full))
        cast.persons[key] = person
        for word in dict.fromkeys(name_key(each) for each in (person.short, *other_short_forms(full))):
            cast.called.setdefault(word, []).append(person)
    cast.persons.setdefault(key_of(name), person)
    person.ordinals.append(ordinal)
    for role_at in titles_at(reading, at):
        role = reading.units[role_at].role
        if role is not None:
            cast.entitle(person, Title(role, ordinal, reading.printed(role_at, role_at + 1)))
    if person.female is None:
        person.female = gender_told(reading, at)
    return person


def gender_told(reading: Reading, at: int) -> bool | None:
    """Whether a middle name or an honorific shows a woman; None where nothing does."""
    unit = reading.units[at]
    parts = (unit.name or "").lower().split()
    if unit.code == "N" and "thi" in parts[1:-1]:
        return True  # the middle name of women
    if at and reading.codes[at - 1] == "H":
        honorific = reading.line.plain[reading.units[at - 1].first]
        if honorific in FEMALE_HONORIFICS:
            return True
        if honorific in MALE_HONORIFICS:
            return False
    return None


def titles_at(reading: Reading, at: int) -> list[int]:
    """The units that are titles of the name at `at`: before it without a comma, or after it in apposition."""
    return [*_titles_before(reading.codes, at), *_titles_after(reading.codes, at)]


def _titles_before(codes: str, at: int) -> list[int]:
    here = at - 1
    while here >= 0 and codes[here] == "H":
        here -= 1
    if codes[max(0, here - 1) : here + 1] == "R," and codes[at + 1 : at + 2] == ",":
        before = codes[max(0, here - 3) : here - 1]
        return [] if before[-1:] == "," else [here - 1]  # the Minority Leader, X, said
    if here < 0 or codes[here] != "R":
        return []
    found = [here]
    while True:
        left = here - 1
        while left >= 0 and codes[left] in ",&" and here - left < 3:
            left -= 1
        if left < here - 1 and left >= 0 and codes[left] == "R":
            found.append(left)
            here = left
            continue
        if len(found) > 1 and left >= 0 and left < here - 1 and codes[left] in "NMWS":
            return found[:1]  # "A, Chairman, Minister B": the first title is A's
        return found


def _titles_after(codes: str, at: int) -> list[int]:
    here = at + 1
    if codes[here : here + 1] not in {",", "-", "("} or here >= len(codes):
        return []
    found: list[int] = []
    while here < len(codes):
        begin = here
        while here < len(codes) and codes[here] in ",-(&;" and here - begin < 3:
            here += 1
        while here < len(codes) and codes[here] in "Aa" and here - begin < 4:
            here += 1
        if here >= len(codes) or codes[here] != "R" or here == begin or codes[here + 1 : here + 2] in {"N", "M", "H"}:
            break
        if codes[here + 1 : here + 2] in {"V", "v", "b"}:
            break  # a new subject: "…, Femi Adesina, the president stated"
        found.append(here)
        here += 1
    return found


def _add_single_names(cast: Cast, ordinal: int, reading: Reading) -> None:
    """Persons whom the article only ever calls by a title and one name: President Obama, Mr. Arce."""
    for at, unit in enumerate(reading.units):
        if unit.code != "W" or not unit.name or at == 0 or reading.codes[at - 1] not in "HR":
            continue
        if is_credit(reading, at):
            continue
        known = cast.short(unit.name, ordinal) or bool(cast.called.get(name_key(unit.name)))
        role = reading.units[at - 1].role
        if role is not None and (role.plural or role.definite) and not known:
            continue
        if not known:
            _add(cast, unit.name, ordinal, reading, at, None)
        elif isinstance(known, Person) and role is not None:
            for title_at in titles_at(reading, at):
                title_role = reading.units[title_at].role
                if title_role is not None:
                    cast.entitle(known, Title(title_role, ordinal, reading.printed(title_at, title_at + 1)))


def _distribute(cast: Cast, ordinal: int, reading: Reading) -> None:
    """A title in the plural at the head of a list is everyone's: "were Politburo members: A - …; B - …"."""
    for at, unit in enumerate(reading.units):
        if unit.code != "R" or unit.role is None or not unit.role.plural:
            continue
        if reading.codes[at + 1 : at + 2] not in {":", "N", "M"}:
            continue
        single = Role(unit.role.head, unit.role.of, unit.role.body, unit.role.former)
        for other in range(at + 1, len(reading.units)):
            code = reading.codes[other]
            if code == "." or (code == "R" and (role := reading.units[other].role) and role.plural):
                break
            person = cast.named(reading.units[other].name or "") if code in "NM" else None
            if person is not None:
                cast.entitle(person, Title(single, ordinal, reading.printed(at, at + 1)))
