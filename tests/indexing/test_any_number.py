"""One process or several: every answer is the same, and as many give the same index byte for byte."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from search import indexer, workers
from search.archive import Archive
from search.authority import read_authority
from search.building import Job
from search.engines import ENGINES
from search.engines.base import SearchEngine
from search.manifest import read_manifest
from search.query import Filter, Group, Query, Sort
from search.results import ResultPage

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
WORDS = ("party", "government", "corruption", "secretary general", "national assembly", "development", "people", "law")
TEXTS = (
    *("", *WORDS, *(f'"{word}"' for word in WORDS if " " in word), "develop*", "party OR law", "party -law"),
    *("kind:body party", "speaker:none people", "year:2024", "nothing at all of this", '"the party"'),
)
QUERIES = [
    *(Query(text) for text in TEXTS),
    *(Query("party", sort=sort, page=page) for sort in Sort for page in (1, 2, 5)),
    *(Query(page=page) for page in (2, 9, 20)),
    *(Query(text, group=group) for text in ("", "party") for group in Group),
    *(Query("party", filters=(Filter(facet, None),)) for facet in ("speaker", "organisation", "year")),
]


def records(chance: random.Random, sentences: list[str], number: int) -> Iterator[dict[str, Any]]:
    """Speeches and articles of sentences that were printed, some of them twice, and what cannot be read."""
    reprint = chance.choices(sentences, k=2)
    for n in range(number):
        own = chance.choices(sentences, k=chance.randint(1, 6))
        again = [f"{sentence} {n}" if n % 2 else sentence for sentence in reprint] if n % 3 == 0 else []
        speaker = {"speaker": chance.choice(["To Lam", "Ada Quill"])} if n % 2 else {}
        day = f"20{chance.randint(20, 25)}-0{chance.randint(1, 9)}-11"
        yield {"article_id": f"s{n}", "date": day, "title": f"Day {n}", "text": "\n".join(own + again)} | speaker


def corpus(place: Path, seed: int, number: int = 60) -> None:
    chance = random.Random(seed)  # noqa: S311  # the same corpus every time
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    sentences = [line for text in texts for line in text.splitlines() if len(line) > 40]
    place.mkdir(exist_ok=True)
    told = list(records(chance, sentences, number))
    lines = [json.dumps(record) for record in [*told, {"no": "text"}, told[3], {**told[4], "text": "Other."}]]
    (place / "told.jsonl").write_text("\n".join(lines), encoding="utf-8")
    for path in SEEDS.iterdir():
        (place / path.name).write_bytes(path.read_bytes())


def answers(index: Path, number: int = 1) -> Any:
    """Everything that can be asked of it."""
    sources = read_manifest(index / "generations" / str(number)).sources
    with closing(Archive(index)) as archive:
        engine = archive.engine()
        return {
            "sources": sources,
            "articles": [engine.article(a.id) for source in sources for a in source.held if a.passages],
            "statistics": engine.statistics(),
            "vocabulary": list(engine.vocabulary()),
            "names": list(engine.names()),
            "pages": [_page(engine, query) for query in QUERIES],
            "table": engine.table(Query("party"), "speaker", "year"),
        }


def _page(engine: SearchEngine, query: Query) -> ResultPage:
    return replace(engine.search(query), elapsed_ms=0)


def contents(index: Path) -> list[bytes]:
    """The bytes of all files but those that list the others, whose names are drawn anew for each build."""
    files = [path for path in (index / "generations" / "1" / "engine").rglob("*") if path.is_file()]
    return sorted(path.read_bytes() for path in files if path.suffix != ".toc")


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(indexer, "code_hash", lambda: "this code")
    monkeypatch.setattr(workers, "_BATCH", 4000)
    corpus(tmp_path / "corpus", 1)
    authority = read_authority(SEEDS / "authority.toml")

    def build_(name: str, number: int, engine: str = "whoosh") -> Path:
        index = tmp_path / name
        indexer.build(Job(tmp_path / "corpus", index, engine, ENGINES, authority, workers=number))
        return index

    return build_


def test_answers_are_the_same_for_any_number_of_processes_and_bytes_for_as_many(build: Any, tmp_path: Path) -> None:
    one = answers(build("one", 1, "memory"))
    assert one["statistics"].passages > 200
    assert sum(page.total > 10 for page in one["pages"]) > 20
    for number in (1, 2, 3):
        other = answers(build(str(number), number))
        for asked, answer in one.items():
            assert other[asked] == answer, (number, asked)
    assert contents(build("again", 3)) == contents(tmp_path / "3")


def test_articles_that_changed_take_the_place_of_what_they_were(build: Any, tmp_path: Path) -> None:
    build("old", 1)
    corpus(tmp_path / "corpus", 2, 50)
    found = answers(build("old", 2), 2)
    assert found == answers(build("anew", 1)), "some have passages that they had before"
