"""Portraits: counts that a search confirms, ways of printing that are one, voices that are the body's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from search.deadline import Deadline
from search.engines import ENGINES
from search.engines.base import SearchEngine
from search.errors import NotFoundError
from search.model import (
    ArticleInfo,
    Attribution,
    Dating,
    Evidence,
    Grade,
    Kind,
    Mention,
    MentionKind,
    Mode,
    Passage,
    Precision,
    Span,
)
from search.occurrences import Printed
from search.portraits import names_like, portrait
from search.query import Query

COUNCIL = "Harbour Council"


def passage(
    day: date | None,
    *,
    bodies: tuple[tuple[str, str], ...] = (),
    said: tuple[tuple[str, str, str | None, Grade], ...] = (),
    documents: tuple[str, ...] = (),
) -> Passage:
    """A passage that prints bodies as (name, printed) and has (speaker, title, body, grade) speak."""
    told = repr((day, bodies, said, documents))
    dating = Dating(day, Precision.DAY, stated=True, evidence=day.isoformat()) if day else None
    name = f"article-{day}"
    spoken = (
        Attribution(speaker, None, title, Mode.REPORTED, grade, None, None, Evidence("test"), body=body)
        for speaker, title, body, grade in said
    )
    mentions = [Mention(body, MentionKind.ORGANISATION, Span(0, 0), printed) for body, printed in bodies]
    mentions += [Mention(code, MentionKind.DOCUMENT, Span(0, 0), code) for code in documents]
    return Passage(
        id="",
        article=ArticleInfo(name, None, None, None, dating, None, None, f"{name}.txt", "0"),
        ordinal=0,
        kind=Kind.BODY,
        span=Span(0, len(told)),
        text=told,
        attributions=tuple(spoken),
        mentions=tuple(mentions),
    )


FIRST, SECOND, THIRD = date(2020, 5, 1), date(2021, 6, 2), date(2022, 7, 3)
PASSAGES = (
    passage(SECOND, bodies=((COUNCIL, "harbour\N{NO-BREAK SPACE} council"), (COUNCIL, "Harbour Council"))),
    passage(FIRST, bodies=((COUNCIL, "Harbour Council"), ("Port Union", "the union")), documents=("21-KL/TW",)),
    passage(THIRD, bodies=((COUNCIL, "Council\N{RIGHT SINGLE QUOTATION MARK}s board"),)),
    passage(None, bodies=((COUNCIL, "Council's board"),), documents=("21-KL/TW",)),
    passage(FIRST, said=(("Ada Quill", "Chair Ada Quill", COUNCIL, Grade.NAMED),), documents=("21-KL/TW",)),
    passage(
        THIRD,
        said=(
            ("Ada Quill", "The chair", COUNCIL, Grade.ROLE),
            ("Bo Trent", "Mr Trent", "Port Union", Grade.NAMED),
        ),
    ),
    passage(THIRD, said=(("Ada Quill", "she", COUNCIL, Grade.PRONOUN),)),
    passage(SECOND, said=(("Ada Quill", "Ms Quill", None, Grade.NAMED),)),
)


@pytest.fixture(params=sorted(ENGINES))
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SearchEngine]:
    """Each engine with the passages, gathered into one article a day."""
    engine = ENGINES[request.param].create(tmp_path / "index")
    with engine.writer() as writer:
        for name in dict.fromkeys(p.article.id for p in PASSAGES):
            held = [p for p in PASSAGES if p.article.id == name]
            writer.add(replace(p, id=f"{name}-{n}", ordinal=n) for n, p in enumerate(held))
    yield engine
    engine.close()


def ways(printed: tuple[Printed, ...]) -> list[tuple[str, int]]:
    return [(way.text, way.count) for way in printed]


def test_ways_of_printing_are_counted_in_passages_whatever_their_spaces_capitals_and_apostrophes(
    engine: SearchEngine,
) -> None:
    found = portrait(engine, "organisation", COUNCIL)
    assert ways(found.printed) == [("Council\N{RIGHT SINGLE QUOTATION MARK}s board", 2), ("Harbour Council", 2)]
    assert found.complete


def test_a_way_of_printing_leads_to_a_passage_that_prints_it_so_and_is_dated(engine: SearchEngine) -> None:
    for way in portrait(engine, "organisation", COUNCIL).printed:
        assert way.text in [m.printed for m in engine.passage(way.example).mentions]
    (board, council) = portrait(engine, "organisation", COUNCIL).printed
    assert (board.first.day, board.last.day) == (THIRD, THIRD)
    assert (council.first.day, council.last.day) == (FIRST, SECOND)


def test_only_who_holds_an_office_of_the_body_speaks_for_it(engine: SearchEngine) -> None:
    (quill,) = portrait(engine, "organisation", COUNCIL).voices
    assert (quill.facet, quill.value, quill.count) == ("speaker", "Ada Quill", 3)
    assert ways(quill.titles) == [("Chair Ada Quill", 1), ("The chair", 1)]
    assert (quill.first.day, quill.last.day) == (FIRST, THIRD)


def test_a_speaker_has_bodies_and_titles_and_a_pronoun_is_no_title(engine: SearchEngine) -> None:
    found = portrait(engine, "speaker", "ada quill")
    assert (found.name, found.heard.total, found.named.total) == ("Ada Quill", 4, 0)
    assert [voice.value for voice in found.voices] == [COUNCIL]
    assert ways(found.titles) == [("Chair Ada Quill", 1), ("Ms Quill", 1), ("The chair", 1)]


def test_a_document_has_those_who_spoke_where_it_is_cited(engine: SearchEngine) -> None:
    found = portrait(engine, "document", "21 kl/tw")
    assert (found.name, found.named.total) == ("21-KL/TW", 3)
    assert [(voice.value, voice.count) for voice in found.voices] == [("Ada Quill", 1), (None, 2)]
    quill, nobody = found.voices
    assert [(one.dating.day, one.count) for one in quill.occasions] == [(FIRST, 1)]
    assert [one.dating and one.dating.day for one in nobody.occasions] == [FIRST, None]


def test_a_name_no_passage_knows_has_no_portrait(engine: SearchEngine) -> None:
    with pytest.raises(NotFoundError, match="Nobody"):
        portrait(engine, "speaker", "Nobody")


@pytest.mark.parametrize(
    ("facet", "name"), [("organisation", COUNCIL), ("speaker", "Bo Trent"), ("document", "21-KL/TW")]
)
def test_every_total_is_what_its_query_finds(engine: SearchEngine, facet: str, name: str) -> None:
    found = portrait(engine, facet, name)
    for part in (found.named, found.heard):
        assert engine.search(part.query).total == part.total == len(list(engine.passages(part.query)))
    for voice in found.voices:
        assert engine.search(voice.query).total == voice.count > 0


def test_when_time_is_up_what_was_gathered_is_the_least_there_is(engine: SearchEngine) -> None:
    whole = portrait(engine, "organisation", COUNCIL)
    least = dict(ways(whole.printed))
    kept = set()
    for moment in range(60):
        ticks = iter(range(1000))
        some = portrait(
            engine, "organisation", COUNCIL, Deadline(float(moment), lambda ticks=ticks: float(next(ticks)))
        )
        assert (some.named.total, some.heard.total) == (whole.named.total, whole.heard.total)
        assert all(count <= least[text] for text, count in ways(some.printed) if text in least)
        assert not some.complete or some.printed == whole.printed
        kept.add(some.complete)
    assert kept == {True, False}


@pytest.mark.parametrize("most", [1, 2, 3, 100])
def test_of_many_passages_so_many_are_read_and_every_total_is_exact(engine: SearchEngine, most: int) -> None:
    whole = portrait(engine, "organisation", COUNCIL)
    some = portrait(engine, "organisation", COUNCIL, most=most)
    assert (some.named.total, some.heard.total) == (whole.named.total, whole.heard.total) == (4, 3)
    assert some.read == min(most, 4) + min(most, 3)
    assert some.complete == (most >= 4)
    least = dict(ways(whole.printed))
    assert some.printed
    assert all(way.count <= least[whole_way(way.text, least)] for way in some.printed)


def whole_way(text: str, known: dict[str, int]) -> str:
    """The way of printing that a text is one spelling of."""
    return next(way for way in known if way[:3].casefold() == text[:3].casefold())


def test_those_that_are_read_are_from_the_first_to_the_last(engine: SearchEngine) -> None:
    whole, some = portrait(engine, "speaker", "Ada Quill"), portrait(engine, "speaker", "Ada Quill", most=2)
    newest, oldest = whole.heard.hits[0].passage.id, whole.heard.hits[-1].passage.id
    assert {way.example for way in some.titles} <= {newest, oldest}
    assert {way.text for way in some.titles} == {"Chair Ada Quill", "The chair"}


def test_names_that_are_written_alike_are_found_the_likest_first(engine: SearchEngine) -> None:
    assert [value.value for value in names_like(engine, "organisation", "Harbor Counsil")] == [COUNCIL]
    assert names_like(engine, "organisation", "zzz") == names_like(engine, "speaker", "") == ()
    assert names_like(engine, "speaker", "x" * 100_000) == ()
    assert engine.search(Query()).total == len(PASSAGES)
