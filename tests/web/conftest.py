"""A small archive of articles written for these tests, and the site over it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from flask.testing import FlaskClient

from search import (
    ENGINES,
    ArticleInfo,
    Attribution,
    Collective,
    Dating,
    Evidence,
    Grade,
    Kind,
    Mention,
    MentionKind,
    Mode,
    NotFoundError,
    Passage,
    Precision,
    SearchEngine,
    Settings,
    Span,
    article_key,
    passage_id,
)
from webapp import create_app

if TYPE_CHECKING:
    from flask import Flask
    from werkzeug.test import TestResponse

HOSTILE = '<script>alert("x")</script> & <img src=x onerror=alert(1)> the budget’s <mark>harbour</mark>'


class SmallArchive:
    """What the site asks of an archive, over one engine in memory."""

    generation = edition = "7"
    aliases = ()
    published = 7

    def __init__(self, engine: SearchEngine, articles: tuple[str, ...]) -> None:
        self._engine = engine
        self._articles = {article_key(article): article for article in articles}

    def engine(self) -> SearchEngine:
        return self._engine

    def lend(self) -> AbstractContextManager[None]:
        return nullcontext()

    def article_id(self, key: str) -> str:
        if key not in self._articles:
            raise NotFoundError(key)
        return self._articles[key]


def said(speaker: str | None, printed: str, text: str, **more: object) -> Attribution:
    at = text.find(printed)
    cue = Span(at + len(printed) + 1, text.find(" ", at + len(printed) + 2)) if at >= 0 else None
    known = {"mode": Mode.REPORTED, "grade": Grade.NAMED, "evidence": Evidence("name-and-cue"), "collective": None}
    return Attribution(speaker=speaker, printed=printed, cue=cue, content=Span(0, len(text)), **{**known, **more})


def article_of(info: ArticleInfo, *parts: tuple) -> tuple[Passage, ...]:
    """Passages from (kind, text), (kind, text, attributions) or (kind, text, attributions, mentions)."""
    passages, start, seen = [], 0, {}
    for ordinal, (kind, text, *more) in enumerate(parts):
        seen[text] = seen.get(text, -1) + 1
        passages.append(
            Passage(
                id=passage_id(info.id, text, seen[text]),
                article=info,
                ordinal=ordinal,
                kind=kind,
                span=Span(start, start + len(text)),
                text=text,
                repeat=seen[text] > 0,
                attributions=more[0] if more else (),
                mentions=more[1] if len(more) > 1 else (),
            )
        )
        start += len(text) + 1
    return tuple(passages)


def named(name: str, kind: MentionKind, text: str, printed: str | None = None) -> Mention:
    at = text.index(printed or name)
    return Mention(name, kind, Span(at, at + len(printed or name)), printed or name)


def harbour() -> tuple[Passage, ...]:
    info = ArticleInfo(
        "harbour-2021", "The harbour will be dredged", "Coast Daily", "Port Ellis",
        None, Dating(date(2021, 3, 4), Precision.DAY, False, "On Thursday morning, 4 March"),
        "https://coast.example/harbour", "harbour.txt", "0" * 64,
    )  # fmt: skip
    opening = "Minister Ada Quill said the harbour would be dredged before the autumn storms, under Decree 12-AB/CD."
    body = "The minister added that the harbour council had asked for it twice."
    council = "The council noted that the harbour was safe for small boats."
    both = "Ada Quill promised money for the quay; Captain Bo Trent asked when it would come."
    long = "The fleet has changed. " * 60 + "A new harbour light was lit. " + "Nobody remembers the old one. " * 50
    minister = said("Ada Quill", "Minister Ada Quill", opening, office="Minister", body="Ministry of Ports")
    proof = Evidence("role-in-article", 2, "Minister Ada Quill", "Minister, 2019 to 2023")
    again = said("Ada Quill", "The minister", body, grade=Grade.ROLE, evidence=proof)
    council_body = named("Harbour Council", MentionKind.ORGANISATION, body, "harbour council")
    return article_of(
        info,
        (Kind.TITLE, "The harbour will be dredged"),
        (Kind.CAPTION, "Ada Quill looks at the harbour. Photo: Coast Daily"),
        (Kind.BODY, opening, (minister,), (named("12-AB/CD", MentionKind.DOCUMENT, opening),)),
        (Kind.BODY, body, (again,), (council_body,)),
        (Kind.HEADING, "What the council wants"),
        (Kind.BODY, council, (said(None, "The council", council, collective=Collective.INSTITUTION),),
         (named("Harbour Council", MentionKind.ORGANISATION, council, "council"),)),
        (Kind.BODY, both, (said("Ada Quill", "Ada Quill", both), said("Bo Trent", "Captain Bo Trent", both))),
        (Kind.BODY, long),
        (Kind.CAPTION, "Ada Quill looks at the harbour. Photo: Coast Daily"),
    )  # fmt: skip


def budget() -> tuple[Passage, ...]:
    info = ArticleInfo(
        "https://paper.example/budget?id=1", "A budget for <schools> & roads", None, None,
        Dating(date(2022, 11, 2), Precision.DAY, True, "2 November 2022"), None,
        "javascript:alert(1)", "saved/budget.html", "1" * 64,
    )  # fmt: skip
    opening = "Bo Trent said that the budget was for schools."
    return article_of(
        info,
        (Kind.BODY, opening, (said("Bo Trent", "Bo Trent", opening),)),
        (Kind.BODY, HOSTILE),
        *(
            (Kind.BODY, f"Line {number} of the budget gives {number} million to road {number}.")
            for number in range(1, 25)
        ),
    )


def undated() -> tuple[Passage, ...]:
    info = ArticleInfo("note", None, None, None, None, None, None, "note.txt", "2" * 64)
    return article_of(info, (Kind.BODY, "A note on lighthouses, of unknown date."), (Kind.BOILERPLATE, "Comment (0)"))


ARTICLES = (harbour(), budget(), undated())


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallArchive]:
    engine = ENGINES["memory"].create(Path(tmp_path_factory.mktemp("index")) / "engine")
    with engine.writer() as writer:
        for passages in ARTICLES:
            writer.add(passages)
    yield SmallArchive(engine, tuple(passages[0].article.id for passages in ARTICLES))
    engine.close()


class WholeAnswers(FlaskClient):
    """A client that reads every answer to its end and closes it."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        return super().open(*args, **{"buffered": True, **kwargs})


@pytest.fixture(scope="session")
def app(archive: SmallArchive) -> Flask:
    app = create_app(archive, Settings.from_env())
    app.test_client_class = WholeAnswers
    return app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
