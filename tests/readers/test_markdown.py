"""Markdown with front matter: the facts above, the printed text below."""

from __future__ import annotations

import pytest

from search.errors import SourceError
from search.model import Article, Kind
from search.readers import read
from search.readers.source import Found, Remark, Source

PAGE = r"""---
title: "Party building: a \"review\""
date: 2024-12-16   # the day of the paper
Organization: 'Viet Nam''s mission'
outlet: VNA
url: https://vna.example/a
tags: [a, b]
authors:
  - Somebody
speaker: null
---
# Party building: a "review"

The first paragraph is *wrapped*
over **two** lines and [links](https://x.example/y "t") somewhere.

Second_part of snake_case stays, 2 * 3 * 4 too, and \*this\*.
<!-- not printed
at all -->
![Delegates at the table](photo.jpg)

## What was said

> “We must act,” he said.

- one
- two

    code `x`
***
Last
----
"""


def found_in(text: str) -> list[Found]:
    return list(read(Source("notes/a.md", text.encode(), "ab")))


def article_in(text: str) -> Article:
    *_, article = found_in(text)  # there may be remarks on its size
    assert isinstance(article, Article)
    return article


def test_the_front_matter_states_the_facts() -> None:
    article = article_in(PAGE)
    info = article.info
    assert (info.title, info.outlet, info.url) == ('Party building: a "review"', "VNA", "https://vna.example/a")
    assert info.published is not None
    assert (info.published.value, info.published.stated) == ("2024-12-16", True)
    assert (article.organisation, article.speaker) == ("Viet Nam's mission", None)


def test_the_text_is_what_the_page_prints_with_its_kinds() -> None:
    article = article_in(PAGE)
    assert article.text.split("\n") == [
        'Party building: a "review"',
        "The first paragraph is wrapped over two lines and links somewhere.",
        "Second_part of snake_case stays, 2 * 3 * 4 too, and *this*.",
        "Delegates at the table",
        "What was said",
        "“We must act,” he said.",
        "one",
        "two",
        "code x",
        "Last",
    ]
    hinted = [(hint.kind, hint.span.of(article.text)) for hint in article.hints]
    assert hinted == [
        (Kind.TITLE, 'Party building: a "review"'),
        (Kind.CAPTION, "Delegates at the table"),
        (Kind.HEADING, "What was said"),
        (Kind.HEADING, "Last"),
    ]


def test_toml_front_matter_is_read_too() -> None:
    article = article_in('+++\ntitle = "T"\ndate = 2024-12-16\n+++\nWords.\n')
    assert article.info.published is not None
    assert (article.info.title, article.info.published.value, article.text) == ("T", "2024-12-16", "T\nWords.")


def test_a_file_without_front_matter_is_no_article_and_no_failure() -> None:
    [remark] = found_in("# Read me\n\nHow this archive is kept.\n")
    assert isinstance(remark, Remark)
    assert str(remark) == "notes/a.md: no front matter: not taken for an article"


def test_brackets_that_are_escaped_are_text() -> None:
    article = article_in("---\ntitle: T\n---\nUnder section \\[Power to enter\\] (No. 2) \\[a\\](b) it is.\n")
    assert article.text == "T\nUnder section [Power to enter] (No. 2) [a](b) it is."


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("---\ntitle: T\n---\n", "no text: it is empty"),
        ("+++\ntitle = \n+++\nx", "front matter is no TOML"),
    ],
)
def test_what_cannot_be_read_is_named(text: str, reason: str) -> None:
    [problem] = found_in(text)
    assert isinstance(problem, SourceError)
    assert problem.reason.startswith(reason)


@pytest.mark.parametrize(
    "line",
    ["[" * 20_000, "*a " * 30_000, "**a" * 30_000, "_" * 90_000, "![a](" * 20_000, "<!--" * 25_000, "`" * 9_001],
)
def test_marks_without_an_end_take_no_time_and_lose_no_text(line: str) -> None:
    article = article_in(f"---\ntitle: T\n---\nBefore.\n\n{line}\n\nAfter.\n")
    assert article.text.startswith("T\nBefore.")
    assert article.text.endswith("After.")
