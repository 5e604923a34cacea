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
