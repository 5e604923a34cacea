"""The number beside a value, an exclusion or a bar is what the next click finds: a thousand states, link after link."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

import pytest

from search import ENGINES, Archive, Job, Query, SearchEngine, build
from webapp.facets import FacetView, facet_views
from webapp.links import Links
from webapp.params import query_from
from webapp.timeline import timeline_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STATES = 1_000
SPEAKERS = ("Ada Quill", "Bo Trent", "Cy Low", "Di Marsh", "Ed Vale", None)
BODIES = ("Harbour Council", "Ministry of Ports", "Port Union", None)
DATES = ("2019", "2019-03", "2020-03-04", "2020-03-05", "2020-11-02", "2021-01-09", None)
WORDS = (
    "the harbour council", "the Ministry of Ports", "Decree 12-AB/CD", "Directive 35-CT/TW", "storms", "the quay",
    "money for boats", "Ada Quill", "Bo Trent", "the autumn", "a new light", "was said", "will be dredged", "again",
)  # fmt: skip
QUESTIONS = (
    "",
    "",
    "quay",
    "storms OR boats",
    "-storms",
    '"the autumn"',
    "harbour quay",
    "dredg*",
    "quill",
    "kind:title",
)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchEngine]:
    """The engine that is served, over speeches thrown together from few words, names, bodies and dates."""
    chance = random.Random(20)  # noqa: S311 - the same speeches every time
    folder = tmp_path_factory.mktemp("law")
    seeds: Path = folder / "seeds"
    seeds.mkdir()
    with (seeds / "speeches.jsonl").open("w", encoding="utf-8") as file:
        for number in range(120):
            said = [" ".join(chance.sample(WORDS, chance.randint(3, 9))) + "." for _ in range(chance.randint(1, 4))]
            stated = {
                "speaker": SPEAKERS,
                "organisation": BODIES,
                "date": DATES,
                "outlet": ("Coast Daily", "Tide", None),
            }
            drawn = {name: chance.choice(values) for name, values in stated.items()}
            file.write(json.dumps({"article_id": f"s{number}", "title": said[0], "paragraphs": said, **drawn}) + "\n")
    build(Job(seeds, folder / "index", "whoosh", ENGINES))
    archive = Archive(folder / "index")
    yield archive.engine()
    archive.close()


def query_of(link: str) -> Query:
    return query_from(parse_qsl(urlsplit(link).query))


def wrong(engine: SearchEngine, query: Query, facets: tuple[FacetView, ...], chance: random.Random) -> list[str]:
    """The numbers of a state that are not what their links find; a value of two facets and a bar are looked at."""
    found: list[tuple[int, str]] = []
    whole = engine.search(query)
    for facet in chance.sample(facets, min(2, len(facets))):
        value = chance.choice(facet.values)
        chosen = [f for f in query.filters if f.facet == facet.name]
        if not chosen:
            kept = engine.search(query_of(value.exclude)).total
            assert value.excluded or kept + value.count == whole.total, (facet.name, value.label, query)
            found.append((value.count, value.toggle))
        elif len(chosen) == 1 and value.selected:  # of several, each is counted as if it were the only one
            found.append((value.count, Links().search(query.without_facet(facet.name).toggling(chosen[0]))))
    bars = timeline.bars if (timeline := timeline_of(whole, Links())) else ()
    found += [(bar.count, bar.link) for bar in chance.sample(bars, min(1, len(bars))) if not bar.selected]
    return [f"{n}, not {total}: {link}" for n, link in found if (total := engine.search(query_of(link)).total) != n]


def test_in_a_thousand_states_each_number_is_what_its_link_finds(engine: SearchEngine) -> None:
    chance = random.Random(7)  # noqa: S311 - the same way every time
    seen: set[Query] = set()
    problems: list[str] = []
    while len(seen) < STATES:
        query = Query(chance.choice(QUESTIONS))
        for _ in range(chance.randint(2, 9)):
            page = engine.search(query)
            facets = facet_views(page, Links())
            if page.query not in seen:
                seen.add(page.query)
                problems += wrong(engine, page.query, facets, chance)
            if not facets:
                break
            value = chance.choice(chance.choice(facets).values)
            query = query_of(chance.choice((value.toggle, value.toggle, value.exclude)))
    assert problems == []
