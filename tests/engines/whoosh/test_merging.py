"""Merging gives the very arrays that writing everything at once gives."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np

from search.engines import whoosh
from search.engines.whoosh.engine import WhooshEngine
from search.engines.whoosh.mapped import MappedSegment
from search.engines.whoosh.writing import merge
from search.model import ArticleInfo, Attribution, Evidence, Grade, Kind, Mode, Passage, Repair, Span

WORDS = "tax taxes debt reform party the of well-being 21-KL/TW Tô Lâm said".split()
_ORDER_OF_ARRIVAL = {"slots", "blocks.ends", "blocks.dictionaries", "blocks.primed"}


def article(name: str, chance: random.Random) -> list[Passage]:
    info = ArticleInfo(name, chance.choice([None, "Tax reform"]), None, None, None, None, None, f"{name[0]}.txt", "0")
    passages = []
    for ordinal in range(chance.randint(1, 6)):
        text = " ".join(chance.choices(WORDS, k=chance.choice([1, 9, 40])))
        glued = text.replace(" ", "", 1)
        repaired = glued != text and chance.random() < 0.4
        speaker = chance.choice(["Ann Lee", "Tô Lâm", "To Lam"])
        said = Attribution(speaker, None, speaker, Mode.DIRECT, Grade.NAMED, None, None, Evidence("test"))
        passages.append(
            Passage(
                f"{name}-{ordinal}",
                info,
                ordinal,
                chance.choice([Kind.BODY, Kind.CAPTION, Kind.CREDIT]),
                Span(0, len(glued if repaired else text)),
                glued if repaired else text,
                repairs=(Repair(Span(text.index(" "), text.index(" ")), " "),) if repaired else (),
                attributions=(said,) if chance.random() < 0.5 else (),
            )
        )
    return passages


def test_merged_segments_are_the_segment_that_one_commit_writes(tmp_path: Path) -> None:
    chance = random.Random(4)  # noqa: S311  # the same articles every time
    articles = {name: article(name, chance) for name in ("".join(chance.sample("xyzabc", 3)) for _ in range(60))}
    whole = whoosh.create(tmp_path / "whole")
    with whole.writer() as writer:
        for name, passages in articles.items():
            if not name.startswith("a"):
                writer.add(passages)
    grown = whoosh.create(tmp_path / "grown")
    names = list(articles)
    for start in range(0, len(names), 5):
        with grown.writer() as writer:
            for name in names[start : start + 5]:
                writer.add(articles[name])
    with grown.writer() as writer:
        for name in names:
            if name.startswith("a"):
                writer.remove(name)
    one = merged(grown, tmp_path / "grown")
    (expected,) = whole._index.segments
    for name in expected.arrays._places.keys() - _ORDER_OF_ARRIVAL:
        if not name.startswith("field."):
            assert np.array_equal(one.arrays[name], expected.arrays[name]), name
    for column in (name for name in expected.arrays._places if name.startswith("field.") and name.endswith(".numbers")):
        field = column.split(".")[1]
        assert cells(one, field) == cells(expected, field)
    assert [one.passage(n) for n in range(len(one))] == [expected.passage(n) for n in range(len(one))]
    whole.close()
    grown.close()


def merged(engine: WhooshEngine, directory: Path) -> MappedSegment:
    segment, _ = merge(directory, engine._index.segments)
    return MappedSegment(directory, segment)


def cells(segment: MappedSegment, field: str) -> list[tuple[str, ...]]:
    combinations = segment.column(field).combinations()
    return [combinations[n] for n in segment.column(field).numbers.tolist()]
