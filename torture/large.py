"""An archive of a hundred thousand passages, made of the seeds' paragraphs: built once, used by several trials."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from itertools import count, islice
from pathlib import Path

from bench.articles import articles_in, made_up
from search import generations
from search.code import code_hash
from search.engines import DEFAULT_ENGINE, ENGINES
from search.extract import passages_of
from search.fields import fingerprint
from search.identity import passage_id
from search.manifest import ArticleEntry, Basis, Manifest, SourceEntry, files_of, write_manifest
from search.model import Passage

PASSAGES = 100_000
_ARTICLES = 600  # extracted; more are copies of these under other ids
SEEDS = Path(__file__).resolve().parents[1] / "seeds"


def large(index: Path, passages: int = PASSAGES) -> Path:
    """The index, built if it is not there."""
    if generations.current(index) is not None:
        return index
    with generations.locked(index), generations.fresh(index) as number:
        place = generations.folder(index, number)
        entries: list[ArticleEntry] = []
        files = place / generations.ENGINE_FOLDER
        with closing(ENGINES[DEFAULT_ENGINE].create(files)) as engine, engine.writer() as writer:
            for article in _articles(passages):
                writer.add(article)
                entries.append(ArticleEntry(article[0].article.id, "", "", len(article)))
        sources = (SourceEntry("made up", "", tuple(entries)),)
        basis = Basis(DEFAULT_ENGINE, fingerprint(), code_hash(), None)
        write_manifest(place, Manifest(basis, sources, files_of(files)))
        generations.publish(index, number)
    return index


def _articles(passages: int) -> Iterator[tuple[Passage, ...]]:
    seeds = articles_in(sorted(SEEDS.glob("*.txt")))
    kinds = [passages_of(made_up(seeds, number), None) for number in range(_ARTICLES)]
    made = 0
    for number in count():
        article = _copy(kinds[number % _ARTICLES], number)
        yield article
        made += len(article)
        if made >= passages:
            return


def _copy(article: tuple[Passage, ...], number: int) -> tuple[Passage, ...]:
    info = replace(article[0].article, id=f"large-{number}")
    return tuple(
        replace(passage, id=passage_id(info.id, str(passage.ordinal), 0), article=info)
        for passage in islice(article, None)
    )
