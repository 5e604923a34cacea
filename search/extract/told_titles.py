"""Titles that a passage gives to persons of the cast elsewhere than right beside their names."""

from __future__ import annotations

import re
from dataclasses import replace

from search.extract.appointments import appointments
from search.extract.cast import Cast, Title
from search.extract.roles import Role
from search.extract.standing import seat_of
from search.extract.title_words import NO_OFFICES
from search.extract.units import Reading
from search.extract.visits import hosts_and_guests

_ANY = frozenset({"a", "an"})
_OFFICE_AND_NAME = re.compile(r"(R:a?H{0,2}[NMW])(?:[,(]|\.?\Z)|(R(?:,[OiW]{1,3})?\([RH]{0,3}[NMW])\)")
_DESCRIPTION = re.compile(r"[xwW#i-]{1,8}")


def learn_titles(cast: Cast, ordinal: int, reading: Reading) -> None:
    """Give the persons what the passage with this ordinal tells of them."""
    for told in (_distribute, _seat, _preside, _describe, _receive, _appoint):
        told(cast, ordinal, reading)


def _distribute(cast: Cast, ordinal: int, reading: Reading) -> None:
    """A title in the plural at the head of a list is everyone's: "were Politburo members: A - …; B - …"."""
    if "R" not in reading.codes:
        return
    title: Title | None = None
    for at, unit in enumerate(reading.units):
        role = unit.role
        if unit.code == ".":
            title = None
        elif role is not None and role.plural:
            heads_list = reading.codes[at + 1 : at + 2] in {":", "N", "M"}
            single = Role(role.head, role.of, role.body, role.former)
            title = Title(single, ordinal, reading.printed(at, at + 1)) if heads_list else None
        elif title is not None and unit.code in "NM" and (person := cast.named(unit.name or "")) is not None:
            cast.entitle(person, title)


def _seat(cast: Cast, ordinal: int, reading: Reading) -> None:
    """Who is "in the Chair" is the Chairman whom the labels of the turns mean."""
    for at in reading.places("NM"):
        seat = seat_of(reading, at)
        person = cast.named(reading.units[at].name or "") if seat is not None else None
        role = reading.units[seat].role if seat is not None else None
        if seat is not None and role is not None and person is not None:
            cast.entitle(person, Title(role, ordinal, reading.printed(seat, seat + 1)))


def _preside(cast: Cast, ordinal: int, reading: Reading) -> None:
    """A line that says whose an office is: "President: Ms. X (Y)", "The Minister for Health (Ms. X): …"."""
    match = _OFFICE_AND_NAME.match(reading.codes)
    if match is None or match.lastindex is None:
        return
    at, role = match.end(match.lastindex) - 1, reading.units[0].role
    if role is not None:
        _entitle_at(cast, (ordinal, reading, at), Title(role, ordinal, reading.printed(0, 1)))


def _describe(cast: Cast, ordinal: int, reading: Reading) -> None:
    """What an apposition says somebody is, is a title too: "X, a marine biologist, …"."""
    codes, line = reading.codes, reading.line
    if ",a" not in codes:
        return
    for at in reading.places("NM"):
        if codes[at + 1 : at + 3] != ",a" or line.plain[reading.units[at + 2].first] not in _ANY:
            continue
        match = _DESCRIPTION.match(codes, at + 3)
        person = cast.named(reading.units[at].name or "")
        if match is None or person is None:
            continue
        for token in range(reading.units[at + 2].last, reading.units[match.end() - 1].last):
            if line.plain[token] in NO_OFFICES:
                words = line.printed(reading.units[at + 2].first, token + 1)
                cast.entitle(person, Title(Role(line.plain[token]), ordinal, words))


def _receive(cast: Cast, ordinal: int, reading: Reading) -> None:
    """Who receives somebody is "the host" from there on, and who is received "the guest"."""
    for at, head in hosts_and_guests(reading):
        _entitle_at(cast, (ordinal, reading, at), Title(Role(head), ordinal, f"the {head}"))


def _appoint(cast: Cast, ordinal: int, reading: Reading) -> None:
    """Who is given an office has its title."""
    for at, office in appointments(reading):
        role = reading.units[office].role
        if role is not None:
            title = Title(replace(role, definite=False), ordinal, reading.printed(office, office + 1), given=True)
            _entitle_at(cast, (ordinal, reading, at), title)


def _entitle_at(cast: Cast, place: tuple[int, Reading, int], title: Title) -> None:
    ordinal, reading, at = place
    name = reading.units[at].name or ""
    person = cast.named(name) or cast.short(name, ordinal)
    if person is not None:
        cast.entitle(person, title)
