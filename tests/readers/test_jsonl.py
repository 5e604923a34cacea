"""What a record states outranks every guess; what cannot be used is told, and reading goes on."""

from __future__ import annotations

import json
from typing import Any

import pytest

from search.errors import SourceError
from search.identity import hash16
from search.model import Article, Hint, Kind, Span
from search.readers.jsonl import read_jsonl
from search.readers.source import Found, Remark, Source

FULL = {
    "article_id": "un/VNM_79_2024",
    "title": "General Debate, session 79: Viet Nam",
    "date": "2024-09-24",
    "speaker": "Mr. Tô Lâm",
    "organisation": "Viet Nam",
    "outlet": "United Nations",
    "url": "https://example.org/debate/79#vnm",
    "paragraphs": ["Peace is the goal.", "We shall act."],
    "kind": "speech",
}


def found_in(*lines: str | bytes) -> list[Found]:
    data = b"\n".join(line.encode() if isinstance(line, str) else line for line in lines)
    return list(read_jsonl(Source("s.jsonl", data, "ab")))


def article_of(record: dict[str, Any]) -> Article:
    [article] = found_in(json.dumps(record))
    assert isinstance(article, Article)
    return article


def remarked(record: dict[str, Any]) -> tuple[list[str], Article]:
    *remarks, article = found_in(json.dumps(record))
    assert isinstance(article, Article)
    assert all(isinstance(remark, Remark) for remark in remarks)
    return [str(remark) for remark in remarks], article


def test_everything_a_record_states_is_carried() -> None:
    article = article_of(FULL)
    info = article.info
    assert (info.id, info.title, info.outlet) == (FULL["article_id"], FULL["title"], FULL["outlet"])
    assert (info.url, info.source_path, info.sha256) == (FULL["url"], "s.jsonl", "ab")
    assert (article.speaker, article.organisation) == ("Mr. Tô Lâm", "Viet Nam")
    assert info.published is not None
    assert (info.published.value, info.published.stated) == ("2024-09-24", True)
    assert info.published.evidence == "date 2024-09-24"


def test_the_stated_title_is_the_first_line() -> None:
    article = article_of(FULL)
    assert article.text == "General Debate, session 79: Viet Nam\nPeace is the goal.\nWe shall act."
    assert article.hints == (Hint(Span(0, 36), Kind.TITLE),)


def test_a_title_that_is_printed_already_is_not_printed_twice() -> None:
    article = article_of({"title": "On  peace", "text": "\nON PEACE\nPeace is the goal."})
    assert article.text == "\nON PEACE\nPeace is the goal."
    assert article.hints == (Hint(Span(1, 9), Kind.TITLE),)


def test_a_paragraph_of_several_lines_stays_one() -> None:
    article = article_of({"title": "T", "paragraphs": ["One\r\ntwo", "", "  three "]})
    assert article.text == "T\nOne\ntwo\nthree"
    assert article.hints == (Hint(Span(0, 1), Kind.TITLE), Hint(Span(2, 9), Kind.BODY))


def test_paragraphs_outrank_text_and_null_is_unknown() -> None:
    article = article_of({"title": None, "speaker": None, "text": "no", "paragraphs": ["yes"]})
    assert article.text == "yes"
    assert (article.info.title, article.speaker, article.info.published) == (None, None, None)


@pytest.mark.parametrize(
    ("date", "precision", "value"),
    [
        ("1946", None, "1946"),
        (1946, "year", "1946"),
        ("1946-01-01", "year", "1946"),
        ("2024-09", None, "2024-09"),
        ("2024-09-24", "month", "2024-09"),
        ("2024", "day", "2024"),
    ],
)
def test_a_date_is_never_more_precise_than_stated(date: str | int, precision: str | None, value: str) -> None:
    published = article_of({"date": date, "date_precision": precision, "text": "x"}).info.published
    assert published is not None
    assert published.value == value


@pytest.mark.parametrize("date", ["03/04/2024", "soon", "2024-13-01", [2024], True, 20.24])
def test_an_article_with_an_unusable_date_is_kept_undated(date: object) -> None:
    [remark], article = remarked({"date": date, "text": "x"})
    assert remark.startswith("s.jsonl:1: date ")
    assert article.info.published is None


def test_values_of_the_wrong_shape_are_told_and_ignored() -> None:
    record = {"title": ["a"], "speaker": {}, "outlet": "x" * 1001, "url": "javascript:alert(1)", "text": "x"}
    remarks, article = remarked({**record, "date": "2024", "date_precision": "week"})
    assert len(remarks) == 5
    assert (article.info.title, article.speaker, article.info.outlet, article.info.url) == (None,) * 4


def test_without_a_stated_id_the_address_names_the_article_and_else_its_line() -> None:
    first, second = found_in('{"url": "https://example.org/1", "text": "x"}', '{"text": "x"}')
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.info.id, second.info.id) == ("https://example.org/1", hash16("s.jsonl", "2"))


def test_a_number_is_an_id_too() -> None:
    assert article_of({"article_id": 17, "text": "x"}).info.id == "17"


def test_an_article_knows_its_line_and_whether_its_id_is_stated() -> None:
    first, second = found_in("", '{"article_id": "a", "text": "x"}', '{"url": "https://example.org/1", "text": "x"}')
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert [(article.line, article.id_stated) for article in (first, second)] == [(2, True), (3, False)]


def test_records_without_an_id_that_share_an_address_have_names_of_their_own() -> None:
    rows = [{"speaker": name, "text": "Yes.", "url": "https://example.org/1"} for name in ("Ann", "Bo", "Bo", "Cy")]
    found = found_in(*map(json.dumps, rows))
    names = [article.info.id for article in found if isinstance(article, Article)]
    assert names[0] == "https://example.org/1"
    assert names[1] == names[2]
    assert len(set(names)) == 3


@pytest.mark.parametrize("key", ["text", "paragraphs"])
def test_what_looks_like_mark_up_in_a_record_is_text(key: str) -> None:
    text = "Clickme <script>alert(1)</script> <b>bold</b> & amp; &lt;i&gt; </p>"
    article = article_of({key: text if key == "text" else [text]})
    assert (article.text, article.hints) == (text, ())


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not JSON: Expecting property name"),
        ("[1]", "not a JSON object"),
        ("{}", "neither paragraphs nor text"),
        ('{"text": 5}', "text is not a string"),
        ('{"text": " \\n "}', "it is empty"),
        ('{"paragraphs": [], "title": "T"}', "it is empty"),
        ('{"paragraphs": "x"}', "not a list of strings"),
        ('{"paragraphs": ["x", 5]}', "not a list of strings"),
        (b'{"text": "caf\xe9"}', "byte 13 of the line is not UTF-8"),
        ("[" * 200_000, "not JSON of a sane shape"),
        ('{"text": "x", "n": ' + "1" * 5000 + "}", "not JSON of a sane shape"),
        ('{"text": "' + "x" * 5_000_000 + '"}', "longer than 5 MB"),
    ],
    ids=range(12),
)
def test_a_bad_line_is_named_and_the_next_is_read(line: str | bytes, reason: str) -> None:
    problem, article = found_in("", line, '{"text": "good"}')
    assert isinstance(problem, SourceError)
    assert problem.line == 2
    assert reason in problem.reason
    assert isinstance(article, Article)


def test_characters_that_are_none_are_shown_as_such() -> None:
    assert article_of({"text": "a\ud800b\u0000c", "title": "d\ne"}).text == "d e\na\ufffdb\ufffdc"


def test_a_wrapped_text_keeps_its_paragraphs_together_below_the_title() -> None:
    line = "These are words that fill a whole line of sixty columns here"
    article = article_of({"title": "T", "text": f"{line}\n{line}\n{line}\nends.\n\n{line}\n{line}\nends."})
    texts = [hint.span.of(article.text) for hint in article.hints]
    assert texts == ["T", f"{line}\n{line}\n{line}\nends.", f"{line}\n{line}\nends."]
