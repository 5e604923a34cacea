"""An article as it is read: passages in order, runs of one speaker, marks kept from the search, facts aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from search import BY_NAME, ArticleInfo, Filter, Kind, Passage, Query, Span, fold_value
from webapp.fragments import directive
from webapp.hits import UNTITLED, DateView, dated, web_address
from webapp.links import Links, number_of
from webapp.marking import Stretch
from webapp.naming import named_in
from webapp.pages import Form, Offer
from webapp.voices import Voice, voices_of

AROUND = 2  # passages shown on either side of a hit "in context"
_LISTS = (("speaker", "Speakers"), ("organisation", "Bodies named"), ("document", "Documents cited"))
_TONES = 6  # colours of the rule beside a speech; then they come round again

Found = Mapping[str, tuple[Span, ...]]  # the passages a search finds in the article, by id, with the words to mark


@dataclass(frozen=True, slots=True)
class Match:
    """Which of the passages found in the article a passage is, and the numbers of its neighbours among them."""

    at: int
    previous: int | None
    next: int | None


@dataclass(frozen=True, slots=True)
class Row:
    """One passage. `speakers` are told where a run begins and at the linked passage; `printed` where it changes.

    A `wordless` one is all signs: what is left of a picture, say.
    """

    id: str
    number: int
    kind: str
    words: Stretch
    speakers: tuple[Voice, ...]
    printed: str | None
    continued: bool
    voices: tuple[Voice, ...]
    linked: bool
    match: Match | None
    repeat: bool
    wordless: bool
    permalink: str
    cite_link: str


@dataclass(frozen=True, slots=True)
class Run:
    """Passages on end with the same voices. `tone` is 0 where no person is heard, None where nobody is."""

    tone: int | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A titled list beside the text; each entry is a search inside this article with its exact count."""

    label: str
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """An article, ready to print. `linked` is the number of the passage a permalink names.

    `nth` tells which of the `matching` passages that one is.
    """

    form: Form
    title: str
    heading: Row | None
    outlet: str | None
    place: str | None
    published: DateView | None
    event: DateView | None
    url: str | None
    source: str
    passages: int
    captions: int
    matching: tuple[int, ...]
    nth: int | None
    linked: int | None
    previous: int | None
    next: int | None
    runs: tuple[Run, ...]
    facts: tuple[Fact, ...]
    results: str
    canonical: str


def article_page(
    passages: Sequence[Passage], found: Found, text: str, links: Links, linked: str | None = None
) -> ArticlePage:
    """The page of an article whose passages are given in order; `text` is the query that `found` answers."""
    info = passages[0].article
    rows = _rows(passages, found, links, linked)
    heading = _plain(rows[0][1]) if passages[0].kind is Kind.TITLE else None
    body = rows[1:] if heading else rows
    matching = tuple(row.number for _, row in rows if row.match)
    at = next((row.number for _, row in rows if row.linked), None)
    captions = sum(row.kind == Kind.CAPTION for _, row in rows)
    return ArticlePage(
        form=Form(text),
        title=info.title or UNTITLED,
        heading=heading,
        outlet=info.outlet,
        place=info.place,
        published=dated(info.published, event=False) if info.published else None,
        event=dated(info.event, event=True) if info.event else None,
        url=web_address(info.url),
        source=info.source_path,
        passages=len(passages),
        captions=captions,
        matching=matching,
        nth=matching.index(at) + 1 if at in matching else None,
        linked=at,
        previous=max((n for n in matching if n < (at or 0)), default=None),
        next=min((n for n in matching if n > (at or 0)), default=None),
        runs=tuple(_runs(body)),
        facts=_facts(info, passages, links),
        results=links.search(Query(text)),
        canonical=links.article(info.id) if linked is None else links.passage(linked),
    )


def neighbours_of(
    passage: Passage, passages: Sequence[Passage], found: Found, links: Links
) -> tuple[tuple[Row, ...], Row, tuple[Row, ...]]:
    """The passages before and after one, and that one itself, as rows."""
    start, end = max(0, passage.ordinal - AROUND), passage.ordinal + AROUND + 1
    around = [p for p in passages[start:end] if p.kind is not Kind.BOILERPLATE or p.id == passage.id]
    rows = [row for _, row in _rows(around, found, links, passage.id)]
    at = next(index for index, row in enumerate(rows) if row.linked)
    return tuple(rows[:at]), rows[at], tuple(rows[at + 1 :])


def _rows(
    passages: Sequence[Passage], found: Found, links: Links, linked: str | None
) -> list[tuple[tuple[str, ...], Row]]:
    """Each passage as a row, together with the names heard in it: what a run is made of."""
    rows: list[tuple[tuple[str, ...], Row]] = []
    nth = _matches([passage for passage in passages if passage.id in found])
    before: tuple[str, ...] = ()
    told: str | None = None
    for passage in passages:
        marks = found.get(passage.id, ())
        voices = voices_of(passage, links)
        names = tuple(dict.fromkeys(voice.name for voice in voices))
        begins = names != before
        told_here = begins or passage.id == linked
        printed = next((voice.printed for voice in voices if voice.printed and not voice.continued), None)
        row = Row(
            id=passage.id,
            number=number_of(passage.ordinal),
            kind=passage.kind.value,
            words=Stretch(passage.text, marks, named_in(passage, links)),
            match=nth.get(passage.id),
            speakers=tuple({v.name: v for v in reversed(voices)}[name] for name in names) if told_here else (),
            printed=printed if told_here or printed != told else None,
            continued=bool(voices) and all(voice.continued for voice in voices),
            voices=voices,
            linked=passage.id == linked,
            repeat=passage.repeat,
            wordless=not any(map(str.isalnum, passage.text)),
            permalink=links.passage(passage.id, words=directive(passage.text, marks)),
            cite_link=links.cite(passage.id),
        )
        rows.append((names, row))
        before, told = names, printed or (None if begins else told)
    return rows


def _plain(row: Row) -> Row:
    """Without links in its words: a headline is looked at, not through."""
    return replace(row, words=replace(row.words, names=()))


def _matches(passages: Sequence[Passage]) -> dict[str, Match]:
    numbers = [None, *(number_of(passage.ordinal) for passage in passages), None]
    return {p.id: Match(at, numbers[at - 1], numbers[at + 1]) for at, p in enumerate(passages, start=1)}


def _runs(rows: Sequence[tuple[tuple[str, ...], Row]]) -> list[Run]:
    persons = dict.fromkeys(v.name for _, row in rows for v in row.voices if v.person)
    tones = {name: 1 + index % _TONES for index, name in enumerate(persons)}
    runs = groupby(rows, key=lambda pair: pair[0])
    return [Run(_tone(names, tones), tuple(row for _, row in group)) for names, group in runs]


def _tone(names: tuple[str, ...], tones: dict[str, int]) -> int | None:
    return next((tones[name] for name in names if name in tones), 0) if names else None


def _facts(info: ArticleInfo, passages: Sequence[Passage], links: Links) -> tuple[Fact, ...]:
    facts = []
    for name, label in _LISTS:
        counts = _counted(name, passages)
        offers = tuple(
            Offer(value, links.search(_inside(info, Filter(name, value))), number, links.about(name, value))
            for value, number in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        )
        if offers:
            facts.append(Fact(label, offers))
    return tuple(facts)


def _counted(name: str, passages: Sequence[Passage]) -> dict[str, int]:
    """In how many searched passages each value of a field is, as a filter counts: spellings that fold alike are one.

    A value is told in the spelling it has most often here, one that is not all in capitals before others.
    """
    spelt: dict[str, Counter[str]] = {}
    counts: Counter[str] = Counter()
    for passage in passages:
        values = BY_NAME[name].values(passage) if passage.searched else ()
        counts.update({fold_value(value) for value in values})
        for value in values:
            spelt.setdefault(fold_value(value), Counter())[value] += 1
    return {max(spelt[key], key=lambda v: (not v.isupper(), spelt[key][v], v)): n for key, n in counts.items()}


def _inside(info: ArticleInfo, chosen: Filter) -> Query:
    return Query(filters=(chosen, Filter("article", info.id)))
