"""A portrait of one name: the passages that name it, who is heard for it, and every way it is printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from search.analysis import fold_value
from search.deadline import NEVER, Deadline
from search.engines.base import SearchEngine
from search.errors import NotFoundError
from search.model import Attribution, Dating, Grade, MentionKind, Passage
from search.query import Filter, Query
from search.results import FacetValue, ResultPage

_ALIKE = 0.3  # the share of three-letter pieces from which two names look alike
_NAMES = 5
_NAME_CHARACTERS = 200  # no name is longer; what is compared is cut here
_BORROWED = {Grade.PRONOUN, Grade.CONTINUATION}  # their title is "he", or stands in an earlier passage
_APOSTROPHES = str.maketrans({"\N{RIGHT SINGLE QUOTATION MARK}": "'", "\N{LEFT SINGLE QUOTATION MARK}": "'", "`": "'"})


@dataclass(frozen=True, slots=True)
class Printed:
    """One way a name or a title is printed, in its commonest spelling.

    `count` is of passages, `example` the id of the first of them; `first` and `last` date the articles, as far as they
    are dated. White space, apostrophes and capitals make no difference.
    """

    text: str
    count: int
    example: str
    first: Dating | None
    last: Dating | None


@dataclass(frozen=True, slots=True)
class Heard:
    """Somebody heard for a body, a body somebody is heard for, or somebody heard where a document is cited.

    `count` is the total of `query`. `titles` are those printed in these passages, the commonest first.
    """

    facet: str
    value: str
    query: Query
    count: int
    titles: tuple[Printed, ...]
    first: Dating | None
    last: Dating | None


@dataclass(frozen=True, slots=True)
class Portrait:
    """What the archive knows of a body, a speaker or a document.

    `named` answers where it is named. `heard` answers where somebody speaks for the body, or where the speaker speaks;
    a document has no voice, so there both are the same. Both are exact with all their facets. `printed` are the ways
    the name is printed, `titles` those of the voices in `heard`. Unless `complete`, the deadline passed: what was
    gathered from the passages themselves (`printed`, `titles`, `voices`) is then the least there is.
    """

    facet: str
    name: str
    named: ResultPage
    heard: ResultPage
    printed: tuple[Printed, ...]
    titles: tuple[Printed, ...]
    voices: tuple[Heard, ...]
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


def portrait(engine: SearchEngine, facet: str, value: str, deadline: Deadline = NEVER) -> Portrait:
    """The portrait of an organisation, a speaker or a document.

    Raises `NotFoundError` where no searched passage knows the name.
    """
    plan = _PLANS[facet]
    named = engine.search(Query(filters=(Filter(plan.named, value),)), deadline)
    heard = engine.search(Query(filters=(Filter(plan.heard, value),)), deadline)
    known = named if named.total else heard
    if not known.total:
        msg = f"no {facet} {value!r} in the index"
        raise NotFoundError(msg)
    key = _folded(known.query.filters[0].value or "")
    gathered = _Gathered()
    for passage in engine.passages(heard.query, deadline):
        gathered.hear(passage, plan, key)
    for passage in engine.passages(named.query, deadline):
        gathered.name(passage, plan, key)
    return Portrait(
        facet=facet,
        name=known.query.filters[0].value or "",
        named=named,
        heard=heard,
        printed=gathered.names.printed(),
        titles=gathered.titles.printed(),
        voices=tuple(_voices(heard, plan, gathered)),
        complete=(gathered.read == named.total + heard.total) and named.complete and heard.complete,
    )


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
    """Everyone heard, as the facet counts and spells them."""
    for counts in heard.facets:
        for value in counts.values if counts.name == plan.by else ():
            held = gathered.voices.get(_folded(value.value)) if value.value is not None else None
            if value.value is not None and held is not None:
                query = heard.query.toggling(Filter(plan.by, value.value))
                titles, period = held.titles.printed(), held.period
                yield Heard(plan.by, value.value, query, value.count, titles, period.first, period.last)


@dataclass(slots=True)
class _Period:
    first: Dating | None = None
    last: Dating | None = None

    def see(self, dating: Dating | None) -> None:
        if dating is not None:
            self.first = dating if self.first is None or dating.day < self.first.day else self.first
            self.last = dating if self.last is None or dating.last > self.last.last else self.last


@dataclass(slots=True)
class _Way:
    """One way of printing, with its spellings."""

    example: str
    count: int = 0
    spellings: Counter[str] = field(default_factory=Counter)
    period: _Period = field(default_factory=_Period)


@dataclass(slots=True)
class _Ways:
    ways: dict[str, _Way] = field(default_factory=dict)

    def see(self, passage: Passage, texts: list[str]) -> None:
        """Count one passage for each of the ways printed in it."""
        for text in dict.fromkeys(plain for text in texts if (plain := " ".join(text.split()))):
            self.ways.setdefault(_levelled(text), _Way(passage.id)).spellings[text] += 1
        for key in {_levelled(" ".join(text.split())) for text in texts} - {""}:
            self.ways[key].count += 1
            self.ways[key].period.see(passage.article.dating)

    def printed(self) -> tuple[Printed, ...]:
        """The ways, the commonest first."""
        found = (
            Printed(way.spellings.most_common(1)[0][0], way.count, way.example, way.period.first, way.period.last)
            for way in self.ways.values()
        )
        return tuple(sorted(found, key=lambda way: (-way.count, way.text)))


@dataclass(slots=True)
class _Voice:
    titles: _Ways = field(default_factory=_Ways)
    period: _Period = field(default_factory=_Period)


@dataclass(slots=True)
class _Gathered:
    """What the passages read so far tell; grows with the ways of printing, not with the passages."""

    read: int = 0
    names: _Ways = field(default_factory=_Ways)
    titles: _Ways = field(default_factory=_Ways)
    voices: dict[str, _Voice] = field(default_factory=dict)

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
        for value in dict.fromkeys(filter(None, (_value(a, plan.by) for a in said))):
            voice = self.voices.setdefault(_folded(value), _Voice())
            voice.titles.see(passage, _titles([a for a in said if _value(a, plan.by) == value]))
            voice.period.see(passage.article.dating)


def _concerns(said: Attribution, plan: _Plan, key: str) -> bool:
    return plan.heard == plan.named or _folded(_value(said, plan.heard) or "") == key


def _value(said: Attribution, name: str) -> str | None:
    return said.body if name == "speaker_body" else said.speaker


def _titles(said: list[Attribution]) -> list[str]:
    return [a.printed for a in said if a.grade not in _BORROWED]


@lru_cache(maxsize=4096)
def _folded(value: str) -> str:
    """`fold_value`, remembered: the same few names stand in thousands of passages."""
    return fold_value(value)


def _levelled(text: str) -> str:
    return text.translate(_APOSTROPHES).casefold()


def _pieces(name: str) -> frozenset[str]:
    """Every three letters on end, the edges of words included."""
    text = f" {fold_value(name)} "
    return frozenset(text[at : at + 3] for at in range(len(text) - 2))
