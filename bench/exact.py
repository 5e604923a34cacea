"""Whether the engine answers exactly: random queries and the benchmark's own, beside the memory engine."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from bench.queries import Words, words_of
from search.engines import DEFAULT_ENGINE, ENGINES
from search.engines.base import SearchEngine
from search.model import MentionKind, Passage
from search.query import Filter, Query, Sort
from search.results import ResultPage
from search.syntax import spell
from search.tree import And, Not, Or, Phrase, Prefix, Term, Tree

NEAR = 1e-6  # scores may differ by so much
_DEPTH = 3
_LETTERS = 4


def differences(
    articles: Sequence[tuple[Passage, ...]], asked: Sequence[Query], trees: int, folder: Path, seed: int = 1
) -> Iterator[str]:
    """What the engine answers differently from the specification, one line each; none is what is hoped for."""
    words = words_of(passage for article in articles for passage in article)
    with (
        closing(_filled(DEFAULT_ENGINE, articles, folder)) as ours,
        closing(_filled("memory", articles, folder)) as judge,
    ):
        for query in [*asked, *random_queries(words, trees, seed)]:
            if told := difference(ours.search(query), judge.search(query)):
                yield f"{query.text!r} {query.filters} {query.sort}: {told}"
            elif [p.id for p in ours.passages(query)] != [p.id for p in judge.passages(query)]:
                yield f"{query.text!r} {query.filters}: other passages"


def difference(ours: ResultPage, theirs: ResultPage) -> str | None:
    """The first thing in which two answers differ."""
    if ours.total != theirs.total:
        return f"total {ours.total}, not {theirs.total}"
    if ours.facets != theirs.facets:
        return "other counts"
    if [hit.passage for hit in ours.hits] != [hit.passage for hit in theirs.hits]:
        return "other passages on the page, or in another order"
    if any(abs(a.score - b.score) > NEAR for a, b in zip(ours.hits, theirs.hits, strict=True)):
        return "other scores"
    if [hit.matches for hit in ours.hits] != [hit.matches for hit in theirs.hits]:
        return "other highlights"
    return None


def random_queries(words: Words, number: int, seed: int) -> Iterator[Query]:
    """Queries of every form, from words that occur and some that do not."""
    dice = random.Random(seed)  # noqa: S311 - nothing is secret here
    for _ in range(number):
        query = Query(spell(_tree(words, dice, _DEPTH)), sort=dice.choice([*Sort, Sort.RELEVANCE]))
        for _ in range(dice.choice((0, 0, 1, 2))):
            query = query.toggling(_filter(words, dice))
        if dice.random() < 1 / 8:
            query = query.excluding(_filter(words, dice))
        yield replace(query, page=dice.choice((1, 1, 2)))


def _tree(words: Words, dice: random.Random, depth: int) -> Tree:
    kind = dice.randrange(3 if depth == 0 else 6)
    match kind:
        case 0:
            return Term(_word(words, dice))
        case 1:
            run = dice.choice(words.passages).text.split()
            start = dice.randrange(len(run))
            clean = tuple("".join(c for c in word if c.isalnum()) for word in run[start : start + 2])
            return Phrase(tuple(filter(None, clean)) or (_word(words, dice),))
        case 2:
            return Prefix(_word(words, dice)[:_LETTERS])
        case 3:
            return Not(_tree(words, dice, 0))
        case _:
            children = tuple(_tree(words, dice, depth - 1) for _ in range(dice.choice((2, 2, 3))))
            return And(children) if kind == 4 else Or(children)  # noqa: PLR2004 - one of six


def _word(words: Words, dice: random.Random) -> str:
    known = dice.choice((words.rare, words.medium, words.frequent, ("absentword",)))
    return dice.choice(known)


def _filter(words: Words, dice: random.Random) -> Filter:
    passage = dice.choice(words.passages)
    year, bodies = passage.article.year, passage.names(MentionKind.ORGANISATION)
    return dice.choice(
        (
            Filter("speaker", passage.speakers[0] if passage.speakers else None),
            Filter("organisation", bodies[0] if bodies else None),
            Filter("year", f"{year - 1}..{year + 2}" if year else None),
        )
    )


def _filled(name: str, articles: Sequence[tuple[Passage, ...]], folder: Path) -> SearchEngine:
    engine = ENGINES[name].create(folder / name)
    with engine.writer() as writer:
        for article in articles:
            writer.add(article)
    return engine
