"""Articles made of plain strings, for all tests of extraction."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from search.extract import passages_of
from search.model import Article, ArticleInfo, Passage

MakeArticle = Callable[..., Article]
Extract = Callable[..., tuple[Passage, ...]]


def _article(text: str, **stated: Any) -> Article:
    parts = {name: stated.pop(name) for name in ("hints", "speaker", "organisation") if name in stated}
    known = {"id": "a1", "title": None, "outlet": None, "place": None, "published": None, "event": None, "url": None}
    return Article(ArticleInfo(**{**known, **stated}, source_path="a1.txt", sha256="0"), text, **parts)


FORUM = (
    "Dam Ha hosts a forum on fisheries\n"
    "Prime Minister Tran Hong Manh and Minister of Health Luu Thi Binh attended the forum. Mr. Ngo Sy Lam, Director of "
    "the Department of Fisheries of Dam Ha province, and Dr Amina Yusuf Bello, a marine biologist, were present.\n"
)


@pytest.fixture(scope="session")
def heard_at_forum() -> Callable[[str], tuple[str, ...]]:
    """Who is heard in the last passage of a text about a forum that four persons attend."""
    return lambda text: passages_of(_article(FORUM + text))[-1].speakers


@pytest.fixture(scope="session")
def make_article() -> MakeArticle:
    """An article of this text; keyword arguments are what its source states."""
    return _article


@pytest.fixture(scope="session")
def extract() -> Extract:
    """The passages of an article of this text."""

    def extracted(text: str, **stated: Any) -> tuple[Passage, ...]:
        return passages_of(_article(text, **stated))

    return extracted
