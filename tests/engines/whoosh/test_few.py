"""The values of a few passages are counted one by one where all values have not been brought together yet."""

from __future__ import annotations

import random
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from search.engines import whoosh
from search.model import ArticleInfo, Attribution, Evidence, Grade, Kind, Mention, MentionKind, Mode, Passage, Span
from search.query import Query

NAMES = ("Tô Lâm", "To Lam", "TO LAM", "An Binh", "an binh", "Ruth Hale")  # three persons, spelt in several ways
BODIES = ("Ministry of Finance", "MINISTRY OF FINANCE", "Organization Board", "Organisation Board")
SOME, ALL = "some", "tax"


def passages_of(number: int, chance: random.Random) -> list[Passage]:
    info = ArticleInfo(f"a{number}", None, chance.choice(("VNA", "vna", None)), None, None, None, None, "a.txt", "0")
    return [made(info, ordinal, chance) for ordinal in range(3)]


def made(info: ArticleInfo, ordinal: int, chance: random.Random) -> Passage:
    heard = chance.sample(NAMES, chance.randrange(3))
    named = chance.sample(BODIES, chance.randrange(3))
    text = f"{ALL} {SOME}" if chance.random() < 0.07 else ALL
    passage = Passage(f"{info.id}-{ordinal}", info, ordinal, Kind.BODY, Span(0, len(text)), text)
    said = (Attribution(name, None, name, Mode.DIRECT, Grade.NAMED, None, None, Evidence("label")) for name in heard)
    bodies = (Mention(name, MentionKind.ORGANISATION, Span(0, 1), name) for name in named)
    return replace(passage, attributions=tuple(said), mentions=tuple(bodies))


def test_an_index_just_opened_counts_the_values_of_few_passages_as_one_that_knows_all(tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311  # the same archive every time is the point
    with closing(whoosh.create(tmp_path)) as engine:
        for commit in range(5):
            with engine.writer() as writer:
                for number in range(10):
                    writer.add(passages_of(10 * commit + number, chance))
    for query in (Query(SOME), Query("nothing")):
        with closing(whoosh.open_(tmp_path)) as engine:
            page = engine.search(query)
            assert page.total <= 16
            alone = [list(facet.values) for facet in page.facets]
            engine.search(Query(ALL))
            assert [list(facet.values) for facet in engine.search(query).facets] == alone
