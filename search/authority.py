"""Persons, bodies and offices with dates, read from a file that an editor keeps beside the articles.

The file says who held which office when; it never says who spoke in a passage.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from search.authority_file import Table, tables_of
from search.errors import AuthorityError
from search.names import name_key


@dataclass(frozen=True, slots=True)
class Person:
    """A person under one canonical name. `short` is how a text calls the person once the full name has fallen."""

    name: str
    aliases: tuple[str, ...] = ()
    short: str | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation under one canonical name, with the other names that texts give it."""

    name: str
    variants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Office:
    """One row: who held an office from one day to another, both included; no `until` is still in office.

    `titles` begins with the usual one. A `shared` office may have several holders at a time.
    """

    titles: tuple[str, ...]
    person: str
    since: date
    until: date | None = None
    body: str | None = None
    shared: bool = False

    def held_on(self, first: date, last: date) -> bool:
        """Whether the office was held on every day from `first` to `last`."""
        return self.since <= first and (self.until is None or last <= self.until)

    @property
    def printed(self) -> str:
        """The row as one line for people."""
        return f"{self.titles[0]}: {self.person}, {self.since.isoformat()} to {self.until or 'today'}"


@dataclass(frozen=True, slots=True)
class Authority:
    """What the file says, in the file's order. `sha256` is of the file's bytes."""

    persons: tuple[Person, ...] = ()
    bodies: tuple[Body, ...] = ()
    offices: tuple[Office, ...] = ()
    sha256: str = ""
    _person_names: Mapping[str, Person] = field(default_factory=dict, repr=False, compare=False)
    _body_names: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)

    def person(self, name: str) -> Person | None:
        """The person of this name or alias, however it is accented."""
        return self._person_names.get(name_key(name))

    def body(self, name: str) -> str | None:
        """The canonical name of the body of this name or variant."""
        return self._body_names.get(name_key(name))

    def holders(self, title: str, first: date, last: date) -> tuple[Office, ...]:
        """The rows of every office called `title` that were held all through `first` to `last`."""
        key = name_key(title)
        return tuple(
            office
            for office in self.offices
            if office.held_on(first, last) and any(name_key(each) == key for each in office.titles)
        )


def read_authority(path: Path) -> Authority:
    """The authority in the TOML file at `path`.

    Raises AuthorityError, with the line, for what is no TOML, for unknown keys, wrong values, one name given to two
    persons or bodies, an office of a person who is not listed, and two holders of one office on one day.
    """
    try:
        data = path.read_bytes()
        tables = tables_of(tomllib.loads(data.decode("utf-8")), data.decode("utf-8"))
    except OSError as problem:
        msg = f"{path}: cannot be read: {problem.strerror}"
        raise AuthorityError(msg) from problem
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        msg = f"{path}: not TOML: {problem}"
        raise AuthorityError(msg) from problem
    except AuthorityError as problem:
        msg = f"{path}:{problem}"
        raise AuthorityError(msg) from problem
    try:
        return _authority(tables, hashlib.sha256(data).hexdigest())
    except AuthorityError as problem:
        msg = f"{path}:{problem}"
        raise AuthorityError(msg) from problem


def _authority(tables: tuple[Table, ...], sha256: str) -> Authority:
    persons = tuple((table, _person(table)) for table in tables if table.kind == "person")
    bodies = tuple((table, _body(table)) for table in tables if table.kind == "body")
    offices = tuple((table, _office(table)) for table in tables if table.kind == "office")
    person_names: dict[str, Person] = {}
    for table, person in persons:
        for name in (person.name, *person.aliases):
            other = person_names.setdefault(name_key(name), person)
            if other is not person:
                table.refuse(f"“{name}” already names {other.name}", name)
    body_names: dict[str, str] = {}
    for table, body in bodies:
        for name in (body.name, *body.variants):
            if body_names.setdefault(name_key(name), body.name) != body.name:
                table.refuse(f"“{name}” already names {body_names[name_key(name)]}", name)
    for table, office in offices:
        if name_key(office.person) not in person_names:
            table.refuse(f"no [[person]] is called “{office.person}”", office.person)
        if office.body is not None and name_key(office.body) not in body_names:
            table.refuse(f"no [[body]] is called “{office.body}”", office.body)
    _refuse_overlaps(offices)
    return Authority(
        persons=tuple(person for _, person in persons),
        bodies=tuple(body for _, body in bodies),
        offices=tuple(office for _, office in offices),
        sha256=sha256,
        _person_names=person_names,
        _body_names=body_names,
    )


def _person(table: Table) -> Person:
    return Person(table.text("name"), table.texts("aliases"), table.optional_text("short"))


def _body(table: Table) -> Body:
    return Body(table.text("name"), table.texts("variants"))


def _office(table: Table) -> Office:
    since, until = table.day("from"), table.optional_day("to")
    if until is not None and until < since:
        table.refuse(f"to ({until}) is before from ({since})", "to")
    return Office(
        titles=(table.text("title"), *table.texts("also")),
        person=table.text("person"),
        since=since,
        until=until,
        body=table.optional_text("body"),
        shared=table.truth("shared"),
    )


def _refuse_overlaps(offices: tuple[tuple[Table, Office], ...]) -> None:
    held: dict[str, list[Office]] = {}
    for table, office in offices:
        for title in office.titles:
            for other in held.setdefault(name_key(title), []):
                if other.person == office.person or (other.shared and office.shared):
                    continue
                if _overlap(other, office):
                    reason = f"{office.person} holds “{title}” at the same time as {other.person}"
                    table.refuse(reason, "from")
            held[name_key(title)].append(office)


def _overlap(one: Office, other: Office) -> bool:
    return one.since <= (other.until or date.max) and other.since <= (one.until or date.max)
