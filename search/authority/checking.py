"""Everything that is wrong in an authority file, all at once: shapes first, then what contradicts what."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from search.authority.rows import Row, Value, body_of, correction_of, merge_of, office_of, person_of, rows_of, split_of
from search.authority.tables import Problem, tables_of
from search.authority.values import Authority, Body, Correction, Merge, Office, Person, Split
from search.names import name_key


@dataclass(frozen=True, slots=True)
class Checked:
    """The authority as far as it can be read, and what is wrong, by line."""

    authority: Authority
    problems: tuple[Problem, ...]


def problems_in(path: Path) -> tuple[Problem, ...]:
    """What is wrong in the file at `path`, by line; nothing where it can be used."""
    try:
        data = path.read_bytes()
    except OSError as problem:
        return (Problem(0, f"cannot be read: {problem.strerror}"),)
    return checked(data).problems


def checked(data: bytes) -> Checked:
    """Read and check the bytes of an authority file."""
    try:
        text = data.decode("utf-8")
        tables, problems = tables_of(tomllib.loads(text), text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        return Checked(Authority(), (Problem(0, f"not TOML: {problem}"),))
    persons, no_persons = rows_of("person", tables, person_of)
    bodies, no_bodies = rows_of("body", tables, body_of)
    offices, no_offices = rows_of("office", tables, office_of)
    merges, no_merges = rows_of("merge", tables, merge_of)
    splits, no_splits = rows_of("split", tables, split_of)
    corrections, no_corrections = rows_of("correction", tables, correction_of)
    authority = Authority(
        persons=_values(persons),
        bodies=_values(bodies),
        offices=_values(offices),
        sha256=hashlib.sha256(data).hexdigest(),
        merges=_values(merges),
        splits=_values(splits),
        corrections=_values(corrections),
    )
    found = [*problems, *no_persons, *no_bodies, *no_offices, *no_merges, *no_splits, *no_corrections]
    person_names = _person_names(persons, found)
    body_names = _body_names(bodies, found)
    authority = replace(authority, _person_names=person_names, _body_names=body_names)
    found += _unknown_holders(offices, authority)
    found += _overlaps(offices)
    found += _bad_merges(merges, authority)
    found += _bad_splits(splits, authority)
    found += _bad_corrections(corrections)
    return Checked(authority, tuple(sorted(set(found))))


def _values(rows: Iterable[Row[Value]]) -> tuple[Value, ...]:
    return tuple(value for _, value in rows)


def _person_names(rows: Sequence[Row[Person]], found: list[Problem]) -> Mapping[str, Person]:
    names: dict[str, Person] = {}
    for table, person in rows:
        for name in (person.name, *person.aliases):
            other = names.setdefault(name_key(name), person)
            if other is not person:
                found.append(table.problem(f"“{name}” already names {other.name}", name))
    return names


def _body_names(rows: Sequence[Row[Body]], found: list[Problem]) -> Mapping[str, str]:
    names: dict[str, str] = {}
    listed: set[str] = set()
    for table, body in rows:
        if name_key(body.name) in listed:
            found.append(table.problem(f"“{body.name}” is listed already", body.name))
        listed.add(name_key(body.name))
        for name in (body.name, *body.variants):
            other = names.setdefault(name_key(name), body.name)
            if other != body.name:
                found.append(table.problem(f"“{name}” already names {other}", name))
    return names


def _unknown_holders(rows: Iterable[Row[Office]], authority: Authority) -> Iterator[Problem]:
    for table, office in rows:
        if authority.person(office.person) is None:
            yield table.problem(f"no [[person]] is called “{office.person}”", office.person)
        if office.body is not None and authority.body(office.body) is None:
            yield table.problem(f"no [[body]] is called “{office.body}”", office.body)


def _overlaps(rows: Iterable[Row[Office]]) -> Iterator[Problem]:
    held: dict[str, list[Office]] = {}
    for table, office in rows:
        for key, title in {name_key(title): title for title in office.titles}.items():
            for other in held.setdefault(key, []):
                if other.person == office.person or (other.shared and office.shared):
                    continue
                if _overlap(other, office):
                    reason = f"{office.person} holds “{title}” at the same time as {other.person}"
                    yield table.problem(reason, "from")
            held[key].append(office)


def _overlap(one: Office, other: Office) -> bool:
    return one.since <= (other.until or date.max) and other.since <= (one.until or date.max)


def _bad_merges(rows: Sequence[Row[Merge]], authority: Authority) -> Iterator[Problem]:
    merged: dict[str, str] = {}
    for table, merge in rows:
        if authority.person(merge.into) is None and authority.body(merge.into) is None:
            yield table.problem(f"no [[person]] or [[body]] is called “{merge.into}” to merge into", merge.into)
        for name in merge.names:
            key = name_key(name)
            if key == name_key(merge.into):
                yield table.problem(f"“{name}” is merged into itself", "names")
            elif merged.setdefault(key, merge.into) != merge.into:
                yield table.problem(f"“{name}” is already merged into {merged[key]}", name)
    for table, merge in rows:
        if name_key(merge.into) in merged:
            yield table.problem(f"“{merge.into}” is itself merged into {merged[name_key(merge.into)]}", merge.into)


def _bad_splits(rows: Iterable[Row[Split]], authority: Authority) -> Iterator[Problem]:
    for table, split in rows:
        if authority.person(split.into) is None:
            yield table.problem(f"no [[person]] is called “{split.into}” to split off", split.into)
        if name_key(split.into) == name_key(split.name):
            yield table.problem(f"“{split.name}” is split into itself", "name")
        if split.body is not None and authority.body(split.body) is None:
            yield table.problem(f"no [[body]] is called “{split.body}”", split.body)


def _bad_corrections(rows: Iterable[Row[Correction]]) -> Iterator[Problem]:
    seen: set[str] = set()
    for table, correction in rows:
        if correction.passage in seen:
            yield table.problem(f"passage {correction.passage} is corrected already", correction.passage)
        seen.add(correction.passage)
