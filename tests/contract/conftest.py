"""Corpora for the contract: small, made from few words so that queries meet, with every oddity an archive has."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import strategies as st

from search.engines import ENGINES, EngineKind
from search.engines.base import SearchEngine
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
    Repair,
    Span,
)
from search.query import Filter, Query, Sort
from search.syntax import spell
from search.tree import And, Has, Not, Or, Phrase, Prefix, Term, Tree

Compose = Callable[..., Passage]
Build = Callable[..., SearchEngine]

WORDS = (
    *("tax", "taxes", "debt", "reform", "reforms", "reforming", "party", "the", "of", "congress", "Congress", "anti"),
    *("labour", "labor", "organisation", "organization", "Tô Lâm", "To Lam", "Hà Nội", "Ha Noi", "Đỗ", "21-KL/TW"),
    *("Directive No. 35", "2.5", "well-being", "people's", "U.S.", "said", "said"),
)
REPRINT = (
    "the party congress said that tax reform and debt reform must go hand in hand with labour reform "
    "so that the people of every province may trust the congress and its organisation"
).split()
SPEAKERS = ("Tô Lâm", "To Lam", "Phan Văn Giang", "Lê Minh Hưng")
BODIES = ("Politburo", "Ministry of Labour", "Ministry of Labor", "Party's Central Committee")
DOCUMENTS = ("21-KL/TW", "217-QD/TW", "35")
KINDS = (Kind.BODY,) * 6 + (Kind.CAPTION,) * 2 + (Kind.HEADING, Kind.TITLE, Kind.CREDIT, Kind.DATELINE)

_words = st.sampled_from(
    "tax taxes debt reform party the of congress labour organization Tô Lâm To lam hà nội HANOI do 21-KL/TW 21-kl/tw "
    "well-being anti-reform tax-party the-of taxthe taxesof "
    "12-KL/TW 35 2.5 well being people peoples US said ministry politburo absent 217-QD/TW".split()
)
_prefixes = st.sampled_from("ref con tax organiz lab pol sai abs 21-".split())
_FILTERS = st.sampled_from(
    [
        *(Filter("speaker", name) for name in ("Tô Lâm", "to lam", "Phan Văn Giang", "Nobody", None)),
        *(Filter("year", year) for year in ("2022", "2024", "2022..2023", "2023..", "..2022", "2099", None)),
        *(Filter("month", month) for month in ("2024-03", "2024-05..", "..2024-02", "2023-01", None)),
        *(Filter("day", day) for day in ("2022-05-04", "2022-05-04..2024-06-03", "2023-01-02..", None)),
        *(Filter("like", passage) for passage in ("article01-0", "article20-1", "nothing", None)),
        *(Filter("organisation", name) for name in ("Politburo", "ministry of labor", None)),
        *(Filter("document", code) for code in ("21-KL/TW", "21 kl tw", "35", None)),
        *(Filter("outlet", name) for name in ("Nhan Dan", "VNA", None)),
        *(Filter("kind", kind) for kind in ("body", "caption", "credit", None)),
        *(Filter(facet, None) for facet in ("speaker_body", "grade", "person")),
        *(Filter("person", "To Lam"), Filter("article", "article03"), Filter("article", "ARTICLE03")),
    ]
)
_leaves: st.SearchStrategy[Tree] = st.one_of(
    _words.map(Term),
    st.lists(_words, min_size=1, max_size=3).map(lambda words: Phrase(tuple(words))),
    _prefixes.map(Prefix),
    _FILTERS.map(lambda f: Has(f.facet, f.value)),
)
_trees = st.recursive(
    _leaves,
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, min_size=2, max_size=3).map(lambda c: And(tuple(c))),
        st.lists(inner, min_size=2, max_size=3).map(lambda c: Or(tuple(c))),
    ),
    max_leaves=5,
)
_QUERIES = st.builds(
    Query,
    text=st.just("") | _trees.map(spell),
    filters=st.lists(_FILTERS, max_size=3).map(tuple),
    excluded=st.lists(_FILTERS, max_size=2).map(tuple),
    sort=st.sampled_from(Sort),
    page_size=st.just(100),
)


def composed(  # noqa: PLR0913  # a test says of a passage what it needs, by name
    text: str,
    *,
    article: str = "a",
    ordinal: int = 0,
    kind: Kind = Kind.BODY,
    title: str | None = None,
    heading: str | None = None,
    outlet: str | None = None,
    day: date | None = None,
    precision: Precision = Precision.DAY,
    source: str | None = None,
    speakers: tuple[str, ...] = (),
    names: tuple[tuple[str, MentionKind], ...] = (),
    body: str | None = None,
    repeat: bool = False,
) -> Passage:
    """A passage with what a test wants to say of it; its id is `article-ordinal`."""
    dating = Dating(day, precision, stated=True, evidence=day.isoformat()) if day else None
    info = ArticleInfo(article, title, outlet, None, dating, None, None, source or f"{article}.txt", "0")
    said = tuple(
        Attribution(name, None, name, Mode.REPORTED, Grade.NAMED, None, None, Evidence("test"), body=body)
        for name in speakers
    )
    return Passage(
        id=f"{article}-{ordinal}",
        article=info,
        ordinal=ordinal,
        kind=kind,
        span=Span(0, len(text)),
        text=text,
        heading=heading,
        repeat=repeat,
        attributions=said,
        mentions=tuple(Mention(name, what, Span(0, 0), name) for name, what in names),
    )


def random_article(name: str, chance: random.Random) -> list[Passage]:
    """An article whose every property may be there or not."""
    day = chance.choice([None, date(2022, 5, 4), date(2023, 1, 1), date(2024, chance.randint(1, 12), 3)])
    title = chance.choice([None, " ".join(chance.choices(WORDS, k=3))])
    outlet = chance.choice([None, "Nhân Dân", "VNA"])
    precision = chance.choice([Precision.DAY, Precision.DAY, Precision.MONTH, Precision.YEAR])
    source = f"{chance.choice('xyz')}.jsonl"
    passages = []
    for ordinal in range(chance.randint(1, 5)):
        names = [(name, MentionKind.ORGANISATION) for name in chance.sample(BODIES, chance.choice([0, 0, 1, 2]))]
        names += [(name, MentionKind.DOCUMENT) for name in chance.sample(DOCUMENTS, chance.choice([0, 0, 1]))]
        names += [(name, MentionKind.PERSON) for name in chance.sample(SPEAKERS, chance.choice([0, 1]))]
        passage = composed(
            random_text(chance),
            article=name,
            ordinal=ordinal,
            kind=chance.choice(KINDS),
            title=title,
            heading=chance.choice([None, "Tax reform", "Party congress"]),
            outlet=outlet,
            day=day,
            precision=precision,
            source=source,
            speakers=tuple(chance.sample(SPEAKERS, chance.choice([0, 0, 1, 2]))),
            names=tuple(names),
            body=chance.choice([None, "Politburo"]),
            repeat=chance.random() < 0.1,
        )
        passages.append(glued(passage) if chance.random() < 0.5 else passage)
    return passages


def random_text(chance: random.Random) -> str:
    """Words as they come, or one of many prints of the same text with a word or number that differs."""
    if chance.random() < 0.7:
        return " ".join(chance.choices(WORDS, k=chance.choice([1, 2, 5, 12, 30])))
    words = REPRINT.copy()
    words[chance.choice([0, -1])] = chance.choice(["the", "tax", "35"])
    return " ".join(words)


def glued(passage: Passage) -> Passage:
    """The passage printed with its first words run together, and repaired."""
    first, _, rest = passage.text.partition(" ")
    text = first + rest
    repairs = (Repair(Span(len(first), len(first)), " "),) if rest else ()
    return replace(passage, text=text, span=Span(0, len(text)), repairs=repairs)


def churned(engine: SearchEngine, articles: dict[str, list[Passage]], chance: random.Random) -> None:
    """Bring the articles into an engine by way of many commits, with passages that come and go on the way."""
    names = list(articles)
    for start in range(0, len(names), 5):
        with engine.writer() as writer:
            for name in names[start : start + 5]:
                writer.add(random_article(name, chance))
            for name in chance.sample(names[: start + 5], 2):
                writer.remove(name)
    for start in range(0, len(names), 9):
        with engine.writer() as writer:
            for name in names[start : start + 9]:
                writer.remove(name)
                writer.add(articles[name])


@pytest.fixture(scope="session")
def queries() -> st.SearchStrategy[Query]:
    """Questions of every kind about the random articles."""
    return _QUERIES


@pytest.fixture(scope="session")
def compose() -> Compose:
    """Make one passage."""
    return composed


@pytest.fixture(params=sorted(ENGINES))
def kind(request: pytest.FixtureRequest) -> EngineKind:
    """Each engine in turn."""
    return ENGINES[request.param]


@pytest.fixture
def build(kind: EngineKind, tmp_path: Path) -> Iterator[Build]:
    """Make an engine that holds some passages, article by article."""
    made: list[SearchEngine] = []

    def build_(*passages: Passage) -> SearchEngine:
        engine = kind.create(tmp_path / f"index{len(made)}")
        made.append(engine)
        with engine.writer() as writer:
            for name in dict.fromkeys(p.article.id for p in passages):
                writer.add(p for p in passages if p.article.id == name)
        return engine

    yield build_
    for engine in made:
        engine.close()


@pytest.fixture(scope="session")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, SearchEngine]]:
    """The same articles in every engine; only the memory engine was spared the comings and goings."""
    chance = random.Random(20260711)  # noqa: S311  # the same corpus every time is the point
    articles = {f"article{n:02}": random_article(f"article{n:02}", chance) for n in range(45)}
    opened = {}
    for name, engine_kind in ENGINES.items():
        opened[name] = engine_kind.create(tmp_path_factory.mktemp("archive") / name)
        if name != "memory":
            churned(opened[name], articles, random.Random(7))  # noqa: S311  # as above
            continue
        with opened[name].writer() as writer:
            for passages in articles.values():
                writer.add(passages)
    yield opened
    for engine in opened.values():
        engine.close()


@pytest.fixture(scope="session", params=sorted(ENGINES))
def archive(request: pytest.FixtureRequest, archives: dict[str, SearchEngine]) -> SearchEngine:
    """Each engine in turn, with the random articles."""
    return archives[request.param]
