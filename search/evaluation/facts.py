"""Scores what is known of whole articles (dates, documents, persons) against `facts.jsonl` beside the judgements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from search.evaluation.attribution import Case, Verdict, person_key
from search.evaluation.judgements import records_of
from search.model import Dating, MentionKind, Passage
from search.names import unaccented

FILE_NAME = "facts.jsonl"
_NOT_IN_A_NUMBER = re.compile(r"[^0-9A-Z/]")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a reader knows of one article; a date is `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or None, with others as right.

    `silent` are persons who are named and never heard.
    """

    file: str
    dates: Mapping[str, tuple[str | None, tuple[str, ...]]]
    documents: tuple[str, ...]
    persons: tuple[str, ...]
    silent: tuple[str, ...]


def read_facts(folder: Path) -> tuple[Facts, ...]:
    """The facts of a folder of judgements, none where it has no such file. Raises `ConfigError`."""
    file = folder / FILE_NAME
    if not file.is_file():
        return ()
    return tuple(
        Facts(
            file=record["file"],
            dates={
                "published": (record["published"], tuple(record.get("published_also_right", ()))),
                "event": (record["event"], tuple(record.get("also_right", ()))),
            },
            documents=tuple(record["documents"]),
            persons=tuple(record["persons"]),
            silent=tuple(record["silent"]),
        )
        for record in records_of(file)
    )


def score_facts(facts: Iterable[Facts], passages: Mapping[str, Sequence[Passage]]) -> tuple[Case, ...]:
    """Compare; a date that is right to be unknown is no case, and one found all the same is wrong."""
    return tuple(case for each in facts for case in _cases(each, passages.get(each.file, ())))


def _cases(facts: Facts, passages: Sequence[Passage]) -> Iterator[Case]:
    info = passages[0].article if passages else None
    yield from _date(facts, "published", info.published if info else None)
    yield from _date(facts, "event", info.event if info else None)
    documents = {document_key(d): d for p in passages for d in p.names(MentionKind.DOCUMENT)}
    yield from _sets(facts.file, "document", {document_key(d): d for d in facts.documents}, documents)
    speakers = {person_key(name): name for p in passages for name in p.speakers}
    persons = {person_key(n): n for p in passages for n in p.names(MentionKind.PERSON)} | speakers
    yield from _sets(facts.file, "person", {person_key(n): n for n in facts.persons}, persons)
    for name in facts.silent:
        heard = person_key(name) in speakers
        yield Case(facts.file, name, Verdict.WRONG if heard else Verdict.RIGHT, aspect="silent person")


def _date(facts: Facts, name: str, found: Dating | None) -> Iterator[Case]:
    stated, also = facts.dates[name]
    if found is not None:
        right = found.value == stated or found.value in also
        yield Case(facts.file, found.value, Verdict.RIGHT if right else Verdict.WRONG, aspect=name)
    elif stated is not None:
        yield Case(facts.file, stated, Verdict.MISSED, aspect=name)


def _sets(file: str, aspect: str, expected: Mapping[str, str], found: Mapping[str, str]) -> Iterator[Case]:
    for key, name in expected.items():
        yield Case(file, name, Verdict.RIGHT if key in found else Verdict.MISSED, aspect=aspect)
    for key, name in found.items():
        if key not in expected:
            yield Case(file, name, Verdict.WRONG, aspect=aspect)


def document_key(number: str) -> str:
    """What the spellings of a document's number have in common: capitals, digits and strokes."""
    return _NOT_IN_A_NUMBER.sub("", unaccented(number).upper())
