"""A plain text is kept as it is; only its line breaks and composition are made uniform."""

from __future__ import annotations

import unicodedata

from search.model import Article
from search.readers.source import Remark, Source
from search.readers.txt import read_txt


def test_the_text_is_the_file_in_nfc_with_all_its_blanks() -> None:
    text = " date 2022-12-29 Hội nghị\n\n\u00a0Tô Lâm  spoke.\u00a0\n"
    [article] = read_txt(Source("a.txt", unicodedata.normalize("NFD", text).encode(), "ab"))
    assert isinstance(article, Article)
    assert article.text == text
    assert article.hints == ()
    assert article.info.source_path == "a.txt"
    assert article.info.sha256 == "ab"


def test_a_guess_of_the_encoding_is_told_before_the_article() -> None:
    remark, article = read_txt(Source("a.txt", b"caf\xe9 time", "0"))
    assert isinstance(remark, Remark)
    assert isinstance(article, Article)
    assert article.text == "café time"


def test_nothing_is_made_up_about_a_plain_text() -> None:
    [article] = read_txt(Source("a.txt", b"A title\nA line of 16 December 2024.", "0"))
    assert isinstance(article, Article)
    info = article.info
    assert (info.title, info.outlet, info.place, info.published, info.event, info.url) == (None,) * 6
    assert (article.speaker, article.organisation) == (None, None)
