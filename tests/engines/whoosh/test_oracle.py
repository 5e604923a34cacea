"""Whoosh's own searcher, on the very files of ours: the same passages, totals, facets and scores, tree by tree."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from io import UnsupportedOperation
from typing import TYPE_CHECKING

import pytest
from whoosh import query as whoosh_query
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex
from whoosh.scoring import BaseScorer, WeightingModel

from search.analysis import prefixes_of, query_tokens
from search.deadline import NEVER
from search.engines import whoosh
from search.engines.scoring import (
    LENGTH_SHIFT,
    LENGTHS,
    Floats,
    accent_bonus,
    average_length,
    merits,
    norm_of,
    points,
    rarity,
)
from search.engines.whoosh.engine import WhooshEngine
from search.fields import BY_NAME, FACETS
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
from search.query import Query
from search.syntax import spell
from search.tree import And, Everything, Has, Not, Or, Phrase, Prefix, Term, Tree

if TYPE_CHECKING:
    from whoosh.reading import IndexReader
    from whoosh.searching import Searcher

WORDS = (
    "tax taxes debt reform reforms party the of congress labour organisation 21-KL/TW 2.5 said Tô Lâm Hà Nội".split()
)
ASKED = "tax debt reforms party the of congress labor 21-kl/tw said absent lam hanoi noi Tô Lâm Hà".split()
TREES = 400


def passage(article: str, ordinal: int, chance: random.Random) -> Passage:
    day = chance.choice([None, date(2022, 3, 1), date(2023, 4, 5), date(2024, 2, 29)])
    dating = Dating(day, Precision.DAY, stated=True, evidence="") if day else None
    title = chance.choice([None, "Tax reform", "The party congress"])
    info = ArticleInfo(article, title, chance.choice([None, "VNA"]), None, dating, None, None, f"{article[0]}.txt", "0")
    text = " ".join(chance.choices(WORDS, k=chance.choice([1, 3, 8, 20, 60])))
    bodies = chance.sample(["Politburo", "Ministry of Labour", "Tax Office"], chance.choice([0, 1, 2]))
    return Passage(
        f"{article}-{ordinal}",
        info,
        ordinal,
        chance.choice([Kind.BODY, Kind.BODY, Kind.CAPTION, Kind.TITLE, Kind.CREDIT]),
        Span(0, len(text)),
        text,
        heading=chance.choice([None, "Debt"]),
        attributions=tuple(
            Attribution(name, None, name, Mode.DIRECT, Grade.NAMED, None, None, Evidence("test"))
            for name in chance.sample(["Ann Lee", "Ben Tax"], chance.choice([0, 1, 2]))
        ),
        mentions=tuple(Mention(name, MentionKind.ORGANISATION, Span(0, 0), name) for name in bodies),
    )


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WhooshEngine]:
    """Segments written and merged, with passages deleted from some of them."""
    chance = random.Random(11)  # noqa: S311  # the same corpus every time
    made = whoosh.create(tmp_path_factory.mktemp("oracle") / "index")
    names = [f"{chance.choice('xyz')}{n}" for n in range(90)]
    for start in range(0, len(names), 30):
        with made.writer() as writer:
            for name in names[start : start + 30]:
                writer.add([passage(name, n, chance) for n in range(chance.randint(1, 5))])
            for name in chance.sample(names[: start + 30], 5):
                writer.remove(name)
    assert len(made._index.segments) > 2
    assert any(len(segment.dead) for segment in made._index.segments)
    yield made
    made.close()


@pytest.fixture(scope="module")
def searcher(engine: WhooshEngine) -> Iterator[Searcher]:
    with FileIndex(FileStorage(str(engine._directory))).searcher(weighting=Merits()) as opened:
        yield opened


class Merits(WeightingModel):
    """Our formula in Whoosh's hands."""

    def scorer(self, searcher: Searcher, fieldname: str, text: bytes, qf: int = 1) -> BaseScorer:
        del qf
        return MeritScorer(searcher.get_parent().reader(), fieldname, text)


class MeritScorer(BaseScorer):
    def __init__(self, reader: IndexReader, fieldname: str, text: bytes) -> None:
        scored = fieldname == "stems"
        self._rare = rareness(reader, text) if scored else 0
        self._merits = merits_of(reader)

    def score(self, matcher: object) -> float:
        return self._merits[int.from_bytes(matcher.value(), "little")] * self._rare if self._rare else 0.0

    def max_quality(self) -> float:
        return float(self._merits.max()) * self._rare

    def block_quality(self, matcher: object) -> float:
        del matcher
        return self.max_quality()


@cache
def stored(reader: IndexReader) -> dict[int, Passage]:
    return {number: reader.stored_fields(number)["passage"] for number in reader.all_doc_ids()}


@cache
def searched(reader: IndexReader) -> list[Passage]:
    return [one for one in stored(reader).values() if one.searched]


@cache
def merits_of(reader: IndexReader) -> Floats:
    classes = Counter(norm_of(len(query_tokens(p.text)), Kind.BODY) >> LENGTH_SHIFT for p in searched(reader))
    return merits(average_length(classes[n] for n in range(len(LENGTHS))))


@cache
def rareness(reader: IndexReader, stem: bytes) -> int:
    return rarity(len(list(reader.postings("stems", stem).all_ids())), len(searched(reader)))


def unscored(asked: whoosh_query.Query) -> whoosh_query.Query:
    return whoosh_query.ConstantScoreQuery(asked, 0.0)


def everything() -> whoosh_query.Query:
    return unscored(whoosh_query.Prefix("value_kind", ""))


def asked_of_whoosh(tree: Tree, searcher: Searcher) -> whoosh_query.Query:  # noqa: C901, PLR0911  # one return for each kind of tree
    """The tree as Whoosh understands it."""
    match tree:
        case Term(word):
            (token,) = query_tokens(word)
            found = whoosh_query.Term("stems", token.stem)
            holds = token.accented and ("stems", token.stem) in searcher.reader()
            if not holds or ("accented", token.accented) not in searcher.reader():
                return found
            bonus = accent_bonus(rareness(searcher.reader(), token.stem.encode()))
            accented = whoosh_query.ConstantScoreQuery(whoosh_query.Term("accented", token.accented), float(bonus))
            return whoosh_query.AndMaybe(found, accented)
        case Phrase(words):
            return unscored(whoosh_query.Phrase("words", [t.word for t in query_tokens(" ".join(words))]))
        case Prefix(letters):
            return unscored(whoosh_query.Or([whoosh_query.Prefix("words", start) for start in prefixes_of(letters)]))
        case Has(name, None):
            return whoosh_query.And([everything(), whoosh_query.Not(whoosh_query.Prefix(f"value_{name}", ""))])
        case Has(name, value):
            first, dots, last = value.partition("..")
            if dots:
                return unscored(whoosh_query.TermRange(f"value_{name}", first, last or "9999"))
            return unscored(whoosh_query.Term(f"value_{name}", value.lower() if BY_NAME[name].folds else value))
        case Not(child):
            return whoosh_query.And([everything(), whoosh_query.Not(asked_of_whoosh(child, searcher))])
        case And(children):
            return whoosh_query.And([asked_of_whoosh(child, searcher) for child in children])
        case Or(children):
            return whoosh_query.Or([asked_of_whoosh(child, searcher) for child in children])
        case Everything():
            return everything()


def random_tree(chance: random.Random, depth: int = 3) -> Tree:
    kind = chance.random()
    if depth == 0 or kind < 0.35:
        leaves: list[Tree] = [
            *(Term(word) for word in chance.sample(ASKED, 4)),
            Phrase(tuple(chance.choices(ASKED, k=chance.randint(2, 3)))),
            Prefix(chance.choice(["tax", "ref", "con", "organiz", "xyz"])),
            Has(*chance.choice([("speaker", "Ann Lee"), ("speaker", None), ("year", "2022..2023"), ("year", None)])),
            Has("organisation", "Politburo"),
        ]
        return chance.choice(leaves)
    if kind < 0.5:
        return Not(random_tree(chance, depth - 1))
    children = tuple(random_tree(chance, depth - 1) for _ in range(chance.randint(2, 3)))
    return And(children) if kind < 0.75 else Or(children)


def scores_alike(tree: Tree) -> bool:
    """Whoosh weighs phrases and prefixes by rules of its own."""
    match tree:
        case Phrase() | Prefix():
            return False
        case And(children) | Or(children):
            return all(map(scores_alike, children))
    return True  # what is refused is worth nothing to either


def test_whoosh_s_own_searcher_finds_the_same_with_the_same_scores(engine: WhooshEngine, searcher: Searcher) -> None:
    chance = random.Random(5)  # noqa: S311  # as above
    totals, scored = set(), 0
    for _ in range(TREES):
        tree = random_tree(chance)
        theirs = searcher.search(asked_of_whoosh(tree, searcher), limit=None)
        held = {stored(searcher.reader())[hit.docnum]: points(hit.score) for hit in theirs}
        found = {passage.id: score for passage, score in held.items()}
        ours = engine._find(tree, NEVER)
        whole = Query(page_size=10**6)
        own = {passage.id: score for passage, score in ours.page(whole)}
        assert own.keys() == found.keys(), spell(tree)
        assert ours.total(whole) == len(found)
        if scores_alike(tree):
            scored += 1
            assert own == pytest.approx(found, abs=1e-6), spell(tree)
        for field in FACETS:
            counts = Counter(value for one in held for value in field.values(one) or (None,))
            assert dict(ours.tally(field, (), ())) == counts, spell(tree)
        totals.add(len(found))
    assert len(totals) > 60
    assert scored > TREES // 3


def test_whoosh_s_tools_walk_our_terms(engine: WhooshEngine, searcher: Searcher) -> None:
    reader = searcher.reader()
    words = [word for word, _ in engine.vocabulary()]
    assert [term.decode() for term in reader.lexicon("words")] == words
    assert [term.decode() for term in reader.expand_prefix("words", "ta")] == ["tax", "taxes"]
    assert set(reader.terms_within("words", "debts", 1)) == {"debt"}
    cursor = reader.leaf_readers()[0][0].cursor("words")
    assert cursor.first() == words[0]
    assert cursor.find("tay") == cursor.text() == next(word for word in words if word >= "tay")
    assert cursor.term_info().doc_frequency() > 0
    while cursor.is_valid():
        cursor.next()
    assert cursor.text() is None
    assert reader.doc_count() == engine.statistics().passages < reader.doc_count_all()


def test_what_is_not_written_by_our_writer_is_refused(engine: WhooshEngine) -> None:
    codec = engine._index.segments[0].segment.codec()
    for refused in (codec.per_document_writer, codec.field_writer, codec.postings_writer, codec.postings_reader):
        with pytest.raises(UnsupportedOperation, match="use the engine's writer"):
            refused(None, None)
