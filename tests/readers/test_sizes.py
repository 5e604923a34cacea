"""What is too long is divided or cut, and said; no article is larger than one can be."""

from __future__ import annotations

import pytest

from search.errors import SourceError
from search.limits import ARTICLE_CHARACTERS
from search.model import Article, ArticleInfo
from search.readers import read
from search.readers.sizes import sized
from search.readers.source import Remark, Source


def read_text(text: str) -> list[object]:
    return list(read(Source("a.txt", text.encode(), "0" * 64)))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x" * 101, ["a word of 101 letters: searched by its first 100"]),
        ("word " * 2_001, ["a paragraph of 10,005 characters: divided at its sentences"]),
        ("x" * 1_000_000, ["a paragraph of 1,000,000 characters", "a word of 1,000,000 letters"]),
        ("x" * 100 + " " + "-" * 500 + "\n" + "word " * 1_999, []),
    ],
)
def test_what_is_cut_or_divided_is_said(text: str, said: list[str]) -> None:
    *remarks, article = read_text(text)
    assert isinstance(article, Article)
    assert len(remarks) == len(said)
    for remark, start in zip(remarks, said, strict=True):
        assert isinstance(remark, Remark)
        assert remark.reason.startswith(start)


def test_an_article_larger_than_ten_books_is_refused() -> None:
    info = ArticleInfo("a", None, None, None, None, None, None, "a.txt", "0" * 64)
    [problem] = sized(Article(info, "x" * (ARTICLE_CHARACTERS + 1)))
    assert isinstance(problem, SourceError)
    assert problem.reason == "more than 10 million characters in one article: divide it"
