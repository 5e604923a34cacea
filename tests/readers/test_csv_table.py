"""A table of articles: the names of its columns, its rows, and what is wrong with them."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.errors import SourceError
from search.model import Article
from search.readers import read
from search.readers.source import Found, Remark, Source

TABLE = """\
id;headline;published;newspaper;text;link;speaker_name
a1;"The ""harbour""; dredged";2021-03-04;Coast Daily;"First paragraph.
Second; with a semicolon.";https://coast.example/a1;Ada Quill

a2;;soon;;Only this.;;
"""


def found_in(text: str) -> list[Found]:
    return list(read(Source("table.csv", text.encode(), "ab")))


def test_columns_go_by_the_names_that_archives_use() -> None:
    first, remark, second = found_in(TABLE)
    assert isinstance(first, Article)
    info = first.info
    assert (info.id, info.title, info.outlet) == ("a1", 'The "harbour"; dredged', "Coast Daily")
    assert (info.url, first.speaker) == ("https://coast.example/a1", "Ada Quill")
    assert info.published is not None
    assert info.published.value == "2021-03-04"
    assert first.text == 'The "harbour"; dredged\nFirst paragraph.\nSecond; with a semicolon.'
    assert first.line == 2
    assert str(remark) == "table.csv:5: date 'soon' cannot be used: undated"
    assert isinstance(second, Article)
    assert (second.info.id, second.text, second.line) == ("a2", "Only this.", 5)


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_cells_are_divided_as_the_first_row_has_it(sign: str) -> None:
    text = sign.join(["title", "date", "text"]) + "\n" + sign.join(["T", "2024", "Words."]) + "\n"
    [article] = found_in(text)
    assert isinstance(article, Article)
    assert (article.info.title, article.text) == ("T", "T\nWords.")


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        ("title,date\nT,2024\n", "the first row names no column text", 1),
        ('title,text\n"T,x\n', "no CSV: unexpected end of data", 2),
        ('title,text\nT,"x"y\n', "no CSV: ',' expected after", 2),
        ("title,text\nT,x,y\n", "3 cells, and the first row names 2", 2),
        ("title,text\nT,\n", "no text: neither paragraphs nor text", 2),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(text: str, reason: str, line: int) -> None:
    [problem] = found_in(text)
    assert isinstance(problem, SourceError)
    assert problem.reason.startswith(reason)
    assert problem.line == line


@pytest.mark.parametrize("text", [",", ",,\n , \n", "title,text\n", "title,text\n,\n\n"])
def test_a_table_without_any_article_is_told(text: str) -> None:
    [problem] = found_in(text)
    assert isinstance(problem, SourceError)
    assert problem.reason == "no article: nothing stands below a first row that names the columns"


def test_reading_goes_on_after_a_row_that_cannot_be_read() -> None:
    problem, article = found_in("title,text\nT,x,y\nU,z\n")
    assert isinstance(problem, SourceError)
    assert isinstance(article, Article)
    assert article.info.title == "U"


WORDS = st.text(st.sampled_from('ab,;"\n\té '), min_size=1, max_size=30).filter(str.strip)


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=4))
def test_what_a_spreadsheet_writes_is_read(rows: list[tuple[str, str]]) -> None:
    written = io.StringIO()
    csv.writer(written).writerows([("article_id", "outlet", "text"), *((f"n{n}", *row) for n, row in enumerate(rows))])
    articles = [one for one in found_in(written.getvalue()) if not isinstance(one, Remark)]
    assert [one.text for one in articles if isinstance(one, Article)] == [text for _, text in rows]
    outlets = [one.info.outlet for one in articles if isinstance(one, Article)]
    assert outlets == [" ".join(outlet.split()) for outlet, _ in rows]
