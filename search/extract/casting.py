"""Finding the cast of an article: which names are persons', and the titles the article gives them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from search.authority import Authority
from search.extract.asking_labels import outlet_label
from search.extract.cast import NAMES_AFTER_HONORIFICS, PARTICLES, Cast, Title, key_of
from search.extract.gazetteer import GIVEN_NAMES, SURNAMES
from search.extract.genders import gender_told
from search.extract.initials import named_by_initials
from search.extract.labelled_names import labelled_names, single_label
from search.extract.line import PLAIN
from search.extract.personal_names import short_form
from search.extract.printed_labels import printed_label
from search.extract.roles import Role
from search.extract.standing import stands_as_person, stands_as_place, stands_where
from search.extract.title_words import CLASS_NOUN
from search.extract.titles import titles_at
from search.extract.told_titles import learn_titles
from search.extract.units import Reading
from search.extract.unlikely_names import before_headline_verb, is_country, is_ordinary_after_title
from search.names import name_key

_SYLLABLES_OF_A_SURE_NAME = 3
_PICTURE_WORDS = frozenset({"photo", "photos", "photograph", "picture", "source", "courtesy", "image", "illustration"})
_PICTURE_JOINTS = frozenset({":", "by", "of", "-", "/"})
_NAME = re.compile("[NMW]")
_CALLED = re.compile("[WM](?:(?=V)|(?<=H.))")  # of names that speak or are addressed
_PICTURE_NEAR = 3  # words between "Photo" and the photographer

Seen = tuple[int, Reading, int]  # the passage's ordinal, its reading, and the unit


def cast_of(readings: tuple[Reading | None, ...], authority: Authority | None) -> Cast:
    """The cast of an article from its passages, of which None is no text that names people."""
    read = [(ordinal, reading) for ordinal, reading in enumerate(readings) if reading is not None]
    naming = [(ordinal, reading) for ordinal, reading in read if _NAME.search(reading.codes)]
    if not naming:
        return Cast()
    cast = Cast(lower=_lower_words(reading for _, reading in read))
    seen = [
        (ordinal, reading, at)
        for ordinal, reading in naming
        for at in reading.places("NM")
        if not is_credit(reading, at)
    ]
    called = _called_alone(reading for _, reading in naming)
    labels = [(reading, label) for _, reading in read if (label := printed_label(reading.line.text)) is not None]
    outlet = outlet_label(labels)
    labelled = labelled_names(labels, outlet, title=read[0][1])
    likely = list(_likely_names(seen))
    sure = {key_of(name) for name, at in likely if _is_sure(at, name, cast, authority, called)} | labelled
    sure -= _places(seen)
    initials = named_by_initials(labels, {name for name, _ in _names(seen)})
    sure |= {key_of(name) for name in initials.values()}
    for name, place in sorted(likely, key=lambda each: _is_short_of_a_longer(each[0])):
        if key_of(name) in sure:
            _enter(cast, name, place, authority)
    for entered in cast.persons.values():
        entered.ordinals.sort()
    for letters, name in initials.items():
        cast.call(name, letters)
    singles = Counter(single for _, reading in naming if (single := single_label(reading)) is not None)
    again = {name for name, count in singles.items() if count > 1 and name_key(name) != outlet}
    for ordinal, reading in naming:
        single = single_label(reading)
        if single is not None and single in again and name_key(single) not in cast.called:
            cast.enter(single).ordinals.append(ordinal)
        _enter_single_names(cast, ordinal, reading)
        learn_titles(cast, ordinal, reading)
    return cast


def _names(seen: list[Seen]) -> Iterator[tuple[str, Seen]]:
    for place in seen:
        yield place[1].units[place[2]].name or "", place


def _likely_names(seen: list[Seen]) -> Iterator[tuple[str, Seen]]:
    """The names that may be persons', without what a headline has joined to them."""
    for name, place in _names(seen):
        told = before_headline_verb(place[1], place[2], name)
        if told is not None and not is_country(told):
            yield told, place


def _is_short_of_a_longer(name: str) -> bool:
    """Whether the name may be one that is printed in full elsewhere: Van der Berg, Sheikh Mohammed."""
    return name_key(name).split()[0] in PARTICLES | NAMES_AFTER_HONORIFICS


def _places(seen: list[Seen]) -> frozenset[str]:
    """The names of two words that the article shows to be places, and calls nobody by."""
    places = {
        key_of(name)
        for name, (_, reading, at) in _names(seen)
        if stands_as_place(reading, at) or stands_where(reading, at)
    }
    called = {
        key_of(name)
        for name, (_, reading, at) in _names(seen)
        if reading.codes[at - 1 : at] in {"H", "R"} or titles_at(reading, at)
    }
    return frozenset(key for key in places - called if len(key.split()) < _SYLLABLES_OF_A_SURE_NAME)


def _lower_words(readings: Iterable[Reading]) -> frozenset[str]:
    words = set().union(*(reading.line.words for reading in readings))
    return frozenset(map(PLAIN.__getitem__, filter(str.islower, words)))


def _called_alone(readings: Iterable[Reading]) -> frozenset[str]:
    """The single names, or family names with a particle, by which the article addresses people or lets them speak."""
    return frozenset(
        name_key(name.split()[-1])
        for reading in readings
        for at in [match.start() for match in _CALLED.finditer(reading.codes)]
        if (name := reading.units[at].name) and (reading.codes[at] == "W" or name_key(name).split()[0] in PARTICLES)
    )


def is_credit(reading: Reading, at: int) -> bool:
    """Whether the name is a photographer's: "Photo: X", "VNS Photo X", "(Photo by X)"."""
    line, first = reading.line, reading.units[at].first
    for token in range(first - 1, max(-1, first - 1 - _PICTURE_NEAR), -1):
        if line.plain[token] in _PICTURE_WORDS:
            return True
        if line.plain[token] not in _PICTURE_JOINTS:
            return False
    return False


def _is_sure(place: Seen, name: str, cast: Cast, authority: Authority | None, called: frozenset[str]) -> bool:
    """Whether what stands around a name, or the name itself, shows that it is a person's."""
    _, reading, at = place
    codes = reading.codes
    if codes[at - 1 : at] in {"H", "R"} or (authority is not None and authority.person(name) is not None):
        return True
    if codes[at] == "N" and (len(name.split()) >= _SYLLABLES_OF_A_SURE_NAME or stands_as_person(reading, at)):
        return True
    if codes[at] == "N" and not reading.line.printed(reading.units[at].first, reading.units[at].last).isascii():
        return True  # two syllables with diacritics: no place, or it had been read as one
    if codes[at] == "N":
        return _is_in_capitals(reading, at)
    parts = name.lower().split()
    if any(part in cast.lower and part not in GIVEN_NAMES and part not in PARTICLES for part in parts):
        return codes[at - 2 : at] == "Q-"  # only a signature outweighs the ordinary word
    called_so = name_key(short_form(name)) in called or name_key(parts[0]) in called
    return parts[0] in GIVEN_NAMES or called_so or stands_as_person(reading, at)


def _is_in_capitals(reading: Reading, at: int) -> bool:
    """Whether the name was found by its capitals alone, as minutes print names."""
    first = reading.units[at].first
    return reading.line.words[first].isupper() and reading.line.plain[first] not in SURNAMES


def _enter(cast: Cast, name: str, place: Seen, authority: Authority | None) -> None:
    ordinal, reading, at = place
    listed = authority.person(name) if authority is not None else None
    person = cast.enter(listed.name, listed.short) if listed else cast.enter(name)
    cast.persons.setdefault(key_of(name), person)
    person.ordinals.append(ordinal)
    if person.female is None:
        person.female = gender_told(reading, at)
    _entitle(cast, name, place)


def _entitle(cast: Cast, name: str, place: Seen) -> None:
    ordinal, reading, at = place
    person = cast.named(name) or cast.short(name, ordinal)
    for title_at in titles_at(reading, at):
        role = _joined_role(reading, title_at)
        if role is not None and person is not None and role.head != CLASS_NOUN:
            cast.entitle(person, Title(role, ordinal, reading.printed(title_at, title_at + 1)))


def _joined_role(reading: Reading, at: int) -> Role | None:
    """The title, of the body that stands behind the title joined to it: Director and Editor-in-Chief of the House."""
    role = reading.units[at].role
    following = reading.units[at + 2].role if reading.codes[at + 1 : at + 3] == "&R" else None
    if role is None or following is None or role.of is not None or following.of is None:
        return role
    return replace(role, of=following.of, body=following.body)


def _enter_single_names(cast: Cast, ordinal: int, reading: Reading) -> None:
    """Persons whom the article only ever calls by a title and one name: President Obama, Mr. Arce."""
    for at in reading.places("W"):
        unit = reading.units[at]
        if unit.name is None or is_credit(reading, at):
            continue
        addressed = reading.codes[at - 1 : at] in {"H", "R"}
        if name_key(unit.name) in cast.called:
            if addressed or reading.codes[at + 1 : at + 2] == ",":  # Cuong, who is also …
                _entitle(cast, unit.name, (ordinal, reading, at))
            if addressed:
                _learn_gender(cast, unit.name, (ordinal, reading, at))
        elif addressed:
            role = reading.units[at - 1].role
            if not (role is not None and (role.plural or role.definite)) and not is_ordinary_after_title(
                reading, at, cast.lower
            ):
                _enter(cast, unit.name, (ordinal, reading, at), None)


def _learn_gender(cast: Cast, word: str, place: Seen) -> None:
    """What "Mrs. X" tells of the only X, unless the full name has told already."""
    found = cast.called.get(name_key(word), [])
    if len(found) == 1 and found[0].female is None:
        found[0].female = gender_told(place[1], place[2])
