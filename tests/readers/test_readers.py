"""Laws that hold for every reader and any bytes."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.errors import SourceError
from search.identity import hash16
from search.model import Article
from search.readers import READERS, read
from search.readers.source import Remark, Source

SUFFIXES = sorted(READERS)
PIECES = st.sampled_from(
    [
        *(b"<p>", b"</p>", b"<h1>", b"<h2>", b"<article>", b"</article>", b"<br>", b"<a href=x>", b"</a>", b"<pre>"),
        *(
            b"<time datetime='2024-12-16'>",
            b"<li>",
            b"<table><td>",
            b"<!--",
            b"<![CDATA[",
            b"<?xml",
            b"<?php ",
            b"&#0;",
        ),
        *(b"<meta property='og:title' content='x'>", b"<script type='application/ld+json'>", b"</script>", b"<title>"),
        *(
            b'{"title": "x", ',
            b'"text": "y"}',
            b'"paragraphs": ["a\\nb", "\\ud800"]}',
            b'"date": ',
            b"null",
            b"[",
            b"]",
        ),
        *(b"\n", b"\r\n", b"\n\n", b"\x00", b"\xef\xbb\xbf", b"\xff\xfe", b"\xe9", b"\xcc\x81", b"A line of words. "),
    ]
)
TEXTS = st.one_of(st.binary(max_size=300), st.lists(PIECES, max_size=30).map(b"".join))


def source_of(suffix: str, data: bytes) -> Source:
    return Source(f"2024/article{suffix}", data, "0" * 64)


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=80, deadline=None)
@given(data=TEXTS)
def test_whatever_the_bytes_reading_gives_sound_articles_or_named_problems(suffix: str, data: bytes) -> None:
    source = source_of(suffix, data)
    found = list(read(source))
    assert found
    assert [said(item) for item in read(source)] == [said(item) for item in found]
    for item in found:
        if isinstance(item, Article):
            check(item)
        else:
            assert isinstance(item, SourceError | Remark)
            assert item.path == source.path
            assert item.reason


def said(item: Article | SourceError | Remark) -> Article | str:
    return item if isinstance(item, Article) else str(item)


def check(article: Article) -> None:
    text = article.text
    assert text.strip()
    assert unicodedata.is_normalized("NFC", text)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]", text)
    assert all(hint.span.of(text).strip() == hint.span.of(text) != "" for hint in article.hints)
    assert all(hint.span.end <= len(text) for hint in article.hints)
    assert all(one.span.end <= other.span.start for one, other in pairwise(article.hints))
    assert article.info.id
    assert article.info.title is None or "\n" not in article.info.title


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("data", [b"", b" \n\t ", b"\xef\xbb\xbf", b"\xff\xfe\n\x00", b"\xc2\xa0"])
def test_an_empty_file_is_a_named_problem(suffix: str, data: bytes) -> None:
    [problem] = read(source_of(suffix, data))
    assert isinstance(problem, SourceError)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_picture_is_refused_as_binary(suffix: str) -> None:
    [problem] = read(source_of(suffix, b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256))))
    assert isinstance(problem, SourceError)
    assert "binary" in problem.reason


def test_a_suffix_is_known_in_any_case_and_an_unknown_one_is_named() -> None:
    [article] = read(Source("A.TXT", b"A line.", "0"))
    assert isinstance(article, Article)
    [problem] = read(Source("a.docx", b"A line.", "0"))
    assert isinstance(problem, SourceError)
    assert "no reader for .docx" in problem.reason


@pytest.mark.parametrize("suffix", [".txt", ".html"])
def test_an_article_without_id_and_address_is_named_after_its_path(suffix: str) -> None:
    [article] = read(source_of(suffix, b"<p>A line.</p>"))
    assert isinstance(article, Article)
    assert article.info.id == hash16(f"2024/article{suffix}")


def test_a_remark_prints_like_a_problem() -> None:
    assert str(Remark("a.txt", "odd")) == str(SourceError("a.txt", "odd")) == "a.txt: odd"
    assert str(Remark("a.txt", "odd", 3)) == str(SourceError("a.txt", "odd", 3)) == "a.txt:3: odd"
