"""A search that is followed: the passages that answer it, by the build that published them first, the latest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from search.deadline import Deadline
from search.engines.base import SearchEngine
from search.errors import PartialError
from search.ledger.news import new_passages, news_of
from search.limits import FEED_ARTICLES, FEED_ENTRIES
from search.model import Passage
from search.query import Filter, Query

_ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Entry:
    """A passage, and when a build published it first (ISO 8601, UTC)."""

    passage: Passage
    published: str


@dataclass(frozen=True, slots=True)
class Followed:
    """A query as it was understood, and the newest passages it finds."""

    query: Query
    entries: tuple[Entry, ...]


def followed(engine: SearchEngine, ledger: Path, query: Query, deadline: Deadline) -> Followed:
    """The newest passages that answer `query`. Raises `PartialError` where the deadline passed, and `LedgerError`."""
    page = engine.search(replace(query, page=1, page_size=1), deadline, facets=())
    if not page.complete:
        raise _unfinished()
    entries = _entries(engine, ledger, page.query, deadline) if page.total else iter(())
    return Followed(page.query, tuple(islice(entries, min(page.total, FEED_ENTRIES))))


def _entries(engine: SearchEngine, ledger: Path, query: Query, deadline: Deadline) -> Iterator[Entry]:
    """Article by article as they were published, so that a search among millions looks at the latest alone."""
    asked = {f.value for f in query.filters if f.facet == _ARTICLE}
    others = tuple(f for f in query.filters if f.facet != _ARTICLE)
    for news in news_of(ledger, FEED_ARTICLES):
        articles = [article for article in news.articles if not asked or article in asked]
        if not articles:
            continue
        within = replace(query, filters=(*others, *(Filter(_ARTICLE, article) for article in articles)))
        new = new_passages(ledger, news.round, articles)
        yield from (Entry(p, news.made) for p in engine.passages(within, deadline) if p.id in new)
        if deadline.passed:
            raise _unfinished()


def _unfinished() -> PartialError:
    return PartialError("the search was not finished in time, and a part of it is not told; narrow it and try again")
