"""What an authority file says, as values: persons, bodies, offices, and the decisions of an editor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from search.names import Alias, name_key


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
class Merge:
    """Names that extraction gave to different persons (or bodies) and that are one: `names` become `into`."""

    names: tuple[str, ...]
    into: str


@dataclass(frozen=True, slots=True)
class Split:
    """One name that two persons share: in articles that meet every condition, `name` means `into`.

    `since` and `until` are days of the article's date, both included; `body` is a body that the article names.
    """

    name: str
    into: str
    since: date | None = None
    until: date | None = None
    outlet: str | None = None
    place: str | None = None
    body: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """Who is heard in one passage, whatever the rules say; no speakers is nobody. `reason` says why."""

    passage: str
    speakers: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Authority:
    """What the file says, in the file's order. `sha256` is of the file's bytes."""

    persons: tuple[Person, ...] = ()
    bodies: tuple[Body, ...] = ()
    offices: tuple[Office, ...] = ()
    sha256: str = ""
    merges: tuple[Merge, ...] = ()
    splits: tuple[Split, ...] = ()
    corrections: tuple[Correction, ...] = ()
    _person_names: Mapping[str, Person] = field(default_factory=dict, repr=False, compare=False)
    _body_names: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)

    @property
    def aliases(self) -> tuple[Alias, ...]:
        """Every other name of a person or a body, whether a text prints it or not."""
        return tuple(dict.fromkeys(alias for alias in self._aliases() if alias.other != alias.name))

    def _aliases(self) -> Iterator[Alias]:
        for person in self.persons:
            yield from (Alias(person.name, other) for other in (*person.aliases, person.short) if other)
        for body in self.bodies:
            yield from (Alias(body.name, other) for other in body.variants)
        for merge in self.merges:
            yield from (Alias(merge.into, other) for other in merge.names)
        for split in self.splits:
            yield Alias(split.into, split.name)

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
