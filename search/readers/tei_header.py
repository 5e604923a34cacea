"""What the header of a TEI file states of all its speeches: title, day, source, and the persons it lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from search.readers.tei_names import ID, TEI, words_in

if TYPE_CHECKING:
    from lxml import etree


@dataclass(frozen=True, slots=True)
class Affiliation:
    """A body that a person belongs to, from one day to another as far as they are stated."""

    body: str
    since: str
    until: str

    def holds(self, day: str | None) -> bool:
        """Whether it held on a day (an ISO date; texts of one form compare as days do)."""
        return day is None or (self.since <= day and (not self.until or day <= self.until))


@dataclass(frozen=True, slots=True)
class Header:
    """Facts of the file. `names` are persons by their id, `bodies` what they belong to."""

    id: str | None
    title: str | None
    date: str | None
    outlet: str | None
    url: str | None
    names: Mapping[str, str]
    bodies: Mapping[str, tuple[Affiliation, ...]]

    def person(self, pointer: str) -> str | None:
        """The name of the person a `who` points to, else the pointer without its mark."""
        return self.names.get(_target(pointer)) or _target(pointer) or None

    def body_of(self, pointer: str) -> str | None:
        """The one body the person belongs to on the day of the text; None where there is none or a choice."""
        held = {known.body for known in self.bodies.get(_target(pointer), ()) if known.holds(self.date)}
        return held.pop() if len(held) == 1 else None


def header_of(root: etree._Element) -> Header:
    """The header of a TEI file."""
    head = f"{TEI}teiHeader"
    source = f"{head}//{TEI}sourceDesc"
    dates = (*root.iterfind(f"{head}//{TEI}setting/{TEI}date"), *root.iterfind(f"{source}//{TEI}date"))
    addresses = (words_in(e) for e in root.iterfind(f"{source}//{TEI}idno"))
    names = root.iterfind(f".//{TEI}org/{TEI}orgName")
    organisations = {name.getparent().get(ID): words_in(name) for name in names}
    persons = [e for e in root.iter(f"{TEI}person") if e.get(ID)]
    return Header(
        id=root.get(ID),
        title=_first(root, f"{head}/{TEI}fileDesc/{TEI}titleStmt/{TEI}title"),
        date=next((day for e in dates if (day := e.get("when"))), None),
        outlet=_first(root, f"{source}//{TEI}publisher"),
        url=next((address for address in addresses if address.startswith(("http://", "https://"))), None),
        names={str(e.get(ID)): name for e in persons if (name := _name(e))},
        bodies={str(e.get(ID)): _affiliations(e, organisations) for e in persons},
    )


def _affiliations(person: etree._Element, organisations: Mapping[str | None, str]) -> tuple[Affiliation, ...]:
    known = ((organisations.get(_target(e.get("ref") or "")), e) for e in person.iterfind(f"{TEI}affiliation"))
    return tuple(Affiliation(body, e.get("from") or "", e.get("to") or "") for body, e in known if body)


def _name(person: etree._Element) -> str | None:
    """Forenames before surnames, whatever order they are listed in; a name without such parts as it is written."""
    name = person.find(f"{TEI}persName")
    if name is None:
        return None
    parts = [words_in(e) for tag in ("forename", "nameLink", "surname") for e in name.iterfind(f"{TEI}{tag}")]
    return " ".join(parts) or words_in(name) or None


def _first(root: etree._Element, path: str) -> str | None:
    return next((words for e in root.iterfind(path) if (words := words_in(e))), None)


def _target(pointer: str) -> str:
    return pointer.strip().removeprefix("#")
