"""Tables of the authority file to values, one table at a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from search.authority.tables import Problem, Refusal, Table
from search.authority.values import Body, Correction, Merge, Office, Person, Split

Value = TypeVar("Value")
Row = tuple[Table, Value]
_PASSAGE_ID = re.compile(r"[a-z2-7]{16}")


def rows_of(
    kind: str, tables: Iterable[Table], make: Callable[[Table], Value]
) -> tuple[list[Row[Value]], list[Problem]]:
    """The values of all tables of one kind, each with its table, and the problems of those that make none."""
    rows: list[Row[Value]] = []
    problems: list[Problem] = []
    for table in tables:
        if table.kind == kind:
            try:
                rows.append((table, make(table)))
            except Refusal as refusal:
                problems.append(refusal.problem)
    return rows, problems


def person_of(table: Table) -> Person:
    """Raises `Refusal`, as all of these do."""
    return Person(table.text("name"), table.texts("aliases"), table.optional_text("short"))


def body_of(table: Table) -> Body:
    """A body with its variants."""
    return Body(table.text("name"), table.texts("variants"))


def office_of(table: Table) -> Office:
    """One holder of an office."""
    table.day("from")
    since, until = table.days()
    return Office(
        titles=(table.text("title"), *table.texts("also")),
        person=table.text("person"),
        since=since or table.day("from"),
        until=until,
        body=table.optional_text("body"),
        shared=table.truth("shared"),
    )


def merge_of(table: Table) -> Merge:
    """Names that become one."""
    names = table.texts("names")
    if not names:
        table.refuse("[[merge]] needs names, a list", "names")
    return Merge(names, table.text("into"))


def split_of(table: Table) -> Split:
    """A name that means somebody else under conditions, of which there must be one."""
    since, until = table.days()
    split = Split(
        name=table.text("name"),
        into=table.text("into"),
        since=since,
        until=until,
        outlet=table.optional_text("outlet"),
        place=table.optional_text("place"),
        body=table.optional_text("body"),
    )
    if not any((split.since, split.until, split.outlet, split.place, split.body)):
        table.refuse("[[split]] needs from, to, outlet, place or body: when does the name mean somebody else?")
    return split


def correction_of(table: Table) -> Correction:
    """Who is heard in one passage."""
    passage = table.text("passage")
    if not _PASSAGE_ID.fullmatch(passage):
        table.refuse(
            f"“{passage}” is no passage id: sixteen letters and digits, as `whosaid inspect` prints them", passage
        )
    if "speakers" not in table.values:
        table.refuse("[[correction]] needs speakers, a list; [] is nobody")
    return Correction(passage, table.texts("speakers"), table.text("reason"))
