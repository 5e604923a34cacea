"""A portrait of one name: the passages that name it, who is heard for it, and every way it is printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from search.analysis import fold_value
from search.deadline import NEVER, Deadline
from search.engines.base import SearchEngine
from search.errors import NotFoundError
from search.limits import PAGE_SIZE_MAX
from search.model import Attribution, Dating, Grade, MentionKind, Passage
from search.occurrences import Occasion, Occasions, Period, Printed, Ways
from search.query import Filter, Query, Sort
from search.results import FacetValue, ResultPage

_ALIKE = 0.3  # the share of three-letter pieces from which two names look alike
_NAMES = 5
_TIMES = 10  # from so many places of a long result passages are read
_NAME_CHARACTERS = 200  # no name is longer; what is compared is cut here
_BORROWED = {Grade.PRONOUN, Grade.CONTINUATION}  # their title is "he", or stands in an earlier passage


@dataclass(frozen=True, slots=True)
class Heard:
    """Somebody heard for a body, a body somebody is heard for, or somebody heard where a document is cited.

    `value` None is nobody: passages that cite a document and name no speaker. `count` is the total of `query`.
    `titles` are those printed in these passages, the commonest first; `occasions` the articles, the newest first.
    """

    facet: str
    value: str | None
    query: Query
    count: int
    titles: tuple[Printed, ...]
    occasions: tuple[Occasion, ...]
    first: Dating | None
    last: Dating | None


@dataclass(frozen=True, slots=True)
class Portrait:
    """What the archive knows of a body, a speaker or a document.

    `named` answers where it is named. `heard` answers where somebody speaks for the body, or where the speaker speaks;
    a document has no voice, so there both are the same. Both are exact with all their facets, the newest first.
    `printed` are the ways the name is printed, `titles` and `offices` those of the voices in `heard`. They and `voices`
    are gathered from the passages themselves: from as many as were `read`. Unless `complete`, that was not all of them,
    and what was gathered is the least there is.
    """

    facet: str
    name: str
    named: ResultPage
    heard: ResultPage
    printed: tuple[Printed, ...]
    titles: tuple[Printed, ...]
    offices: tuple[Printed, ...]
    voices: tuple[Heard, ...]
    read: int
    complete: bool


@dataclass(frozen=True, slots=True)
class _Plan:
    """The fields that find where a name stands and where it is heard, and the field its voices are told apart by."""

    named: str
    heard: str
    by: str
    kind: MentionKind


_PLANS = {
    "organisation": _Plan("organisation", "speaker_body", "speaker", MentionKind.ORGANISATION),
    "speaker": _Plan("person", "speaker", "speaker_body", MentionKind.PERSON),
    "document": _Plan("document", "document", "speaker", MentionKind.DOCUMENT),
}


def portrait(
    engine: SearchEngine, facet: str, value: str, deadline: Deadline = NEVER, most: int | None = None
) -> Portrait:
    """The portrait of an organisation, a speaker or a document.

    Of passages that are more than `most`, so many are read, from all times. Raises `NotFoundError` where no searched
    passage knows the name.
    """
    plan = _PLANS[facet]
    named = engine.search(Query(filters=(Filter(plan.named, value),), sort=Sort.NEWEST), deadline)
    heard = engine.search(Query(filters=(Filter(plan.heard, value),), sort=Sort.NEWEST), deadline)
    known = named if named.total else heard
    if not known.total:
        msg = f"no {facet} {value!r} in the index"
        raise NotFoundError(msg)
    key = _folded(known.query.filters[0].value or "")
    gathered = _Gathered()
    for passage in _read(engine, heard, most, deadline):
        gathered.hear(passage, plan, key)
    for passage in _read(engine, named, most, deadline):
        gathered.name(passage, plan, key)
    return Portrait(
        facet=facet,
        name=known.query.filters[0].value or "",
        named=named,
        heard=heard,
        printed=gathered.names.printed(),
        titles=gathered.titles.printed(),
        offices=gathered.offices.printed(),
        voices=tuple(_voices(heard, plan, gathered)),
        read=gathered.read,
        complete=(gathered.read == named.total + heard.total) and named.complete and heard.complete,
    )


def _read(engine: SearchEngine, found: ResultPage, most: int | None, deadline: Deadline) -> Iterator[Passage]:
    """The passages of a result; of too many, pages of it at even distances, the newest and the oldest among them."""
    if most is None or found.total <= most:
        yield from engine.passages(found.query, deadline)
        return
    size = max(1, min(PAGE_SIZE_MAX, most // _TIMES))
    pages, wanted = -(-found.total // size), max(1, most // size)
    for page in sorted({1 + at * (pages - 1) // max(1, wanted - 1) for at in range(wanted)}, reverse=True):
        for hit in engine.search(replace(found.query, page_size=size, page=page), deadline).hits:
            yield hit.passage


def names_like(engine: SearchEngine, facet: str, value: str) -> tuple[FacetValue, ...]:
    """The few values of a facet that are written most like `value`, the likest first."""
    counts = next(counts for counts in engine.statistics().facets if counts.name == facet)
    asked = _pieces(value[:_NAME_CHARACTERS])
    ranked = [
        (-len(asked & pieces) / len(asked | pieces), -known.count, known.value, known)
        for known in counts.values
        if known.value and asked & (pieces := _pieces(known.value[:_NAME_CHARACTERS]))
    ]
    return tuple(known for likeness, *_, known in sorted(ranked)[:_NAMES] if -likeness >= _ALIKE)


def _voices(heard: ResultPage, plan: _Plan, gathered: _Gathered) -> Iterator[Heard]:
    """Everyone heard, as the facet counts and spells them; nobody comes last."""
    for counts in heard.facets:
        values = counts.values if counts.name == plan.by else ()
        for value in sorted(values, key=lambda value: value.value is None):
            held = gathered.voices.get(_key(value.value))
            if held is not None:
                query = heard.query.toggling(Filter(plan.by, value.value))
                titles, occasions, period = held.titles.printed(), held.occasions.newest_first(), held.period
                yield Heard(plan.by, value.value, query, value.count, titles, occasions, period.first, period.last)


@dataclass(slots=True)
class _Voice:
    titles: Ways = field(default_factory=Ways)
    occasions: Occasions = field(default_factory=Occasions)
    period: Period = field(default_factory=Period)


@dataclass(slots=True)
class _Gathered:
    """What the passages read so far tell; grows with the ways of printing, not with the passages."""

    read: int = 0
    names: Ways = field(default_factory=Ways)
    titles: Ways = field(default_factory=Ways)
    offices: Ways = field(default_factory=Ways)
    voices: dict[str | None, _Voice] = field(default_factory=dict)

    def name(self, passage: Passage, plan: _Plan, key: str) -> None:
        """A passage that names it."""
        self.read += 1
        mentions = (m for m in passage.mentions if m.kind is plan.kind and _folded(m.name) == key)
        self.names.see(passage, [m.printed for m in mentions])

    def hear(self, passage: Passage, plan: _Plan, key: str) -> None:
        """A passage where it is heard."""
        self.read += 1
        said = [a for a in passage.attributions if a.speaker and _concerns(a, plan, key)]
        self.titles.see(passage, _titles(said))
        self.offices.see(passage, [_office(a) for a in said if a.office])
        values: list[str | None] = [*dict.fromkeys(filter(None, (_value(a, plan.by) for a in said)))]
        if not said and plan.kind is MentionKind.DOCUMENT:
            values = [None]
        for value in values:
            voice = self.voices.setdefault(_key(value), _Voice())
            voice.titles.see(passage, _titles([a for a in said if _value(a, plan.by) == value]))
            voice.occasions.see(passage)
            voice.period.see(passage.article.dating)


def _concerns(said: Attribution, plan: _Plan, key: str) -> bool:
    return plan.heard == plan.named or _folded(_value(said, plan.heard) or "") == key


def _value(said: Attribution, name: str) -> str | None:
    return said.body if name == "speaker_body" else said.speaker


def _office(said: Attribution) -> str:
    """An office with the body it is of, where it does not say so itself."""
    office, body = said.office or "", said.body
    return office if body is None or _folded(body) in _folded(office) else f"{office}, {body}"


def _titles(said: list[Attribution]) -> list[str]:
    return [a.printed for a in said if a.grade not in _BORROWED]


def _key(value: str | None) -> str | None:
    return None if value is None else _folded(value)


@lru_cache(maxsize=4096)
def _folded(value: str) -> str:
    """`fold_value`, remembered: the same few names stand in thousands of passages."""
    return fold_value(value)


def _pieces(name: str) -> frozenset[str]:
    """Every three letters on end, the edges of words included."""
    text = f" {fold_value(name)} "
    return frozenset(text[at : at + 3] for at in range(len(text) - 2))
