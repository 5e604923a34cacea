"""Web pages: what is printed, what the mark-up says of it, and what the page states."""

from __future__ import annotations

import time

import pytest

from search.errors import SourceError
from search.extract import passages_of
from search.identity import hash16
from search.model import Article, Kind
from search.readers.html import read_html
from search.readers.source import Source

PROSE = "The commission reviewed its work of the past year and named the tasks of the next. " * 5
PAGE = f"""<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html><html lang="en"><head>
<title>Commission reviews its work - Example News</title>
<meta property="og:site_name" content="Example News"><meta property="og:title" content="Commission reviews its work">
<link rel="canonical" href="https://example.org/news/commission-123.html">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [
 {{"@type": "Organization", "@id": "#o", "name": "Example Media"}},
 {{"@type": "NewsArticle", "datePublished": "2024-12-16T19:20:00+07:00", "publisher": {{"@id": "#o"}}}}]}}</script>
</head><body><header><h1>Example</h1><nav><a href="/">Home</a></nav></header>
<main><article class="post tag-politics"><ul class="breadcrumb"><li>Politics</li></ul>
<h1>Commission reviews its work</h1><time datetime="2024-12-17">Tuesday, 17 December 2024</time>
<p class="sapo"><strong>The commission met in Hanoi on December&nbsp;16.</strong></p>
<div itemprop="articleBody">
<figure><img src="x.jpg"><figcaption>Delegates at the conference (Photo: AP)</figcaption></figure>
<p>The Secretary <b>T&ocirc;</b>
  L&acirc;m said that<br>the work &mdash; all of it &#150; must go on.<br>He thanked everybody.</p>
<h2>Tasks for 2025</h2><p>{PROSE}</p>
<ul><li>First, go on.</li><li><a href="/x">Related: something else</a></li></ul>
<blockquote><p>We will.</p></blockquote><div class="share">Share on X</div>
<p class="author">By Nguyen Van A</p></div></article>
<aside><p>Other news of the day</p></aside></main><footer>Copyright</footer></body></html>"""


def article_of(markup: str | bytes) -> Article:
    [article] = read_html(Source("a.html", markup.encode() if isinstance(markup, str) else markup, "ab"))
    assert isinstance(article, Article)
    return article


def kinds_of(article: Article) -> list[tuple[Kind, str]]:
    return [(hint.kind, hint.span.of(article.text)) for hint in article.hints]


def test_every_printed_block_is_a_line_and_the_furniture_of_the_page_is_gone() -> None:
    assert article_of(PAGE).text.split("\n") == [
        "Commission reviews its work",
        "Tuesday, 17 December 2024",
        "The commission met in Hanoi on December\u00a016.",
        "Delegates at the conference (Photo: AP)",
        "The Secretary Tô Lâm said that the work — all of it – must go on.",
        "He thanked everybody.",
        "Tasks for 2025",
        PROSE.strip(),
        "First, go on.",
        "Related: something else",
        "We will.",
        "By Nguyen Van A",
    ]


def test_the_mark_up_says_the_kind_where_it_knows_it() -> None:
    assert kinds_of(article_of(PAGE)) == [
        (Kind.TITLE, "Commission reviews its work"),
        (Kind.BOILERPLATE, "Tuesday, 17 December 2024"),
        (Kind.BODY, "The commission met in Hanoi on December\u00a016."),
        (Kind.CAPTION, "Delegates at the conference (Photo: AP)"),
        (Kind.HEADING, "Tasks for 2025"),
        (Kind.BODY, "First, go on."),
        (Kind.BOILERPLATE, "Related: something else"),
        (Kind.BODY, "We will."),
        (Kind.CREDIT, "By Nguyen Van A"),
    ]


def test_the_page_states_title_outlet_date_and_address() -> None:
    info = article_of(PAGE).info
    assert (info.title, info.outlet) == ("Commission reviews its work", "Example News")
    assert info.id == info.url == "https://example.org/news/commission-123.html"
    assert info.published is not None
    assert (info.published.value, info.published.stated) == ("2024-12-16", True)
    assert info.published.evidence == "datePublished 2024-12-16T19:20:00+07:00"


def test_a_title_that_is_only_in_the_head_is_put_above_the_text() -> None:
    article = article_of(f"<title>Commission meets | Daily</title><body><article><p>{PROSE}</p></article>")
    assert article.info.title == "Commission meets"
    assert article.text.startswith("Commission meets\nThe commission reviewed")
    assert kinds_of(article) == [(Kind.TITLE, "Commission meets")]


def test_a_page_without_structure_is_read_by_main_text_extraction() -> None:
    menu = "".join(f"<div><a href='/{n}'>Section number {n}</a></div>" for n in range(40))
    body = "".join(f"<p>{number}. {PROSE}</p>" for number in range(4))
    article = article_of(f"<html><body><div>{menu}</div><div><h3>Tasks</h3>{body}</div><div>{menu}</div></body></html>")
    assert article.text.count("The commission reviewed its work") == 20
    assert "Section number 7" not in article.text


def test_a_short_page_without_structure_is_read_whole() -> None:
    assert article_of("<p>One line.</p>two<br>Three").text == "One line.\ntwo\nThree"
    assert article_of("http://example.org/").text == "http://example.org/"
    assert article_of("index.html").text == "index.html"


def test_an_article_inside_a_widget_is_no_noise() -> None:
    text = f"<div class='elementor-widget'><article><p>{PROSE}</p><div class='related'>More</div></article></div>"
    assert article_of(f"<body><p>Site</p>{text}").text == PROSE.strip()


def test_of_several_articles_the_longest_is_read() -> None:
    teasers = "".join(f"<article><h1>Teaser {number}</h1><p>Short.</p></article>" for number in range(5))
    article = article_of(f"<body>{teasers}<article><h1>The real one</h1><p>{PROSE}</p></article>{teasers}")
    assert article.text == f"The real one\n{PROSE.strip()}"
    assert article.info.title == "The real one"


@pytest.mark.parametrize("tag", ["div", "b", "article", "blockquote", "span", "ul><li"])
def test_text_nested_five_hundred_and_more_tags_deep_is_not_lost(tag: str) -> None:
    assert PROSE.strip() in article_of(f"<{tag}>" * 800 + PROSE).text


def test_preformatted_paragraphs_are_divided_at_blank_lines() -> None:
    article = article_of("<article><pre>One line\nand its end.\n \nNext.</pre></article>")
    assert article.text == "One line and its end.\nNext."


def test_a_lead_in_large_type_is_no_heading() -> None:
    article = article_of("<article><h2>The commission met in Hanoi on Monday.</h2><h2>Tasks</h2><p>Text.</p></article>")
    assert kinds_of(article) == [(Kind.HEADING, "Tasks")]


TABLE = (
    "<table><caption>Key rates</caption><thead><tr><th>Item</th><th>Value</th></tr></thead>"
    "<tr><td>Rate</td><td>3%</td></tr><tr><td colspan=2>All <b>banks</b></td></tr>"
    "<tr><td><p>Fee</p></td><td><p>2%<br>(net)</p></td></tr></table>"
)
ROWS = ["Item Value", "Rate 3%", "All banks", "Fee 2% (net)"]


def test_a_row_of_a_table_is_one_line_and_no_heading() -> None:
    article = article_of(f"<article><h1>Rates</h1><p>Text.</p>{TABLE}<p>More.</p></article>")
    assert article.text.split("\n") == ["Rates", "Text.", "Key rates", *ROWS, "More."]
    assert kinds_of(article)[1:] == [(Kind.CAPTION, "Key rates"), *((Kind.BODY, row) for row in ROWS)]
    assert [p.kind for p in passages_of(article) if p.text in ROWS] == [Kind.BODY] * len(ROWS)


def test_a_row_of_a_table_is_one_line_in_a_page_without_structure_too() -> None:
    menu = "".join(f"<div><a href='/{n}'>Section number {n}</a></div>" for n in range(40))
    article = article_of(f"<div>{menu}</div><div><h3>Tasks</h3><p>{PROSE}</p>{TABLE}<p>{PROSE} End.</p></div>")
    assert "Section number 7" not in article.text
    assert [row for row in article.text.split("\n") if row in ROWS] == ROWS
    assert {kind for kind, text in kinds_of(article) if text in ROWS} == {Kind.BODY}


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        ("<td>Left</td><td><h1>Title</h1><p>One.</p></td>", ["Left", "Title", "One."]),
        ("<td>Left</td><td><table><tr><td>a</td><td>b</td></tr></table></td>", ["Left", "a b"]),
        (
            "<td>Left</td><td>One.<br>Two.<br>Three.<br>Four.<br>Five.</td>",
            ["Left", "One.", "Two.", "Three.", "Four.", "Five."],
        ),
        (f"<td>Left</td><td><p>{PROSE * 2}</p></td>", ["Left", (PROSE * 2).strip()]),
        ("<td><p>One.</p><p>Two.</p></td>", ["One.", "Two."]),
        ("<td>Left</td><td class='article-body'>One.</td>", ["One."]),
    ],
)
def test_a_table_that_lays_out_a_page_keeps_its_blocks(table: str, lines: list[str]) -> None:
    assert article_of(f"<table><tr>{table}</tr></table>").text.split("\n") == lines


def test_a_table_around_a_picture_keeps_its_caption() -> None:
    picture = "<table><tr><td><img src=x></td></tr><tr><td class='caption'>Delegates</td></tr></table>"
    assert kinds_of(article_of(f"<article>{picture}<p>Text.</p></article>")) == [(Kind.CAPTION, "Delegates")]


def test_scripts_styles_comments_and_hidden_parts_are_not_printed() -> None:
    unseen = "<script>var a</script><style>p{}</style><!-- no --><p hidden>no</p><template>no</template>"
    assert article_of(f"<article><p>Yes.</p>{unseen}<noscript>no</noscript></article>").text == "Yes."


@pytest.mark.parametrize(
    "head",
    ['<meta charset="windows-1251">', '<meta http-equiv=Content-Type content="text/html; charset=windows-1251">'],
)
def test_the_declared_encoding_is_used(head: str) -> None:
    assert article_of(head.encode() + "<p>председатель</p>".encode("cp1251")).text == "председатель"


def test_a_page_without_text_is_a_named_problem() -> None:
    [problem] = read_html(Source("a.html", b"<html><body><img src=x></body></html>", "0"))
    assert isinstance(problem, SourceError)
    assert problem.reason == "no text in the page"


def test_a_page_of_too_many_tags_is_refused() -> None:
    [problem] = read_html(Source("a.html", b"<i>" * 200_001, "0"))
    assert isinstance(problem, SourceError)
    assert "more than 200000 tags" in problem.reason


@pytest.mark.parametrize(
    "markup",
    [
        *("<a " * 66_000, "<!--" * 50_000, "<" * 200_000, "<a>" * 9_000 + "x", "<p>x" * 9_000, "<h1>x" * 9_000),
        *("<ul><li>x" * 5_000, "<time datetime=2024-01-02>" * 9_000 + "x", "<?xml" + " " * 200_000, "<?" * 100_000),
        *("<br>x" * 9_000, "&amp" * 50_000, "<p class='" + "a-" * 100_000 + "'>x", "<meta charset=" + " " * 200_000),
        "<script type='application/ld+json'>" + "[" * 100_000,
        "<p>a" + "\u0301\u0323" * 100_000,
        *("<table><tr><td>x" * 9_000, "<table>" + "<tr><td>x" * 10_000, "<tr>" + "<td>x" * 20_000),
    ],
    ids=range(19),
)
def test_a_hostile_page_is_read_or_refused_in_seconds(markup: str) -> None:
    before = time.process_time()
    assert list(read_html(Source("a.html", markup.encode(), "0")))
    assert time.process_time() - before < 10


def test_an_article_of_a_page_without_address_is_named_after_its_path() -> None:
    home = '<link rel="canonical" href="https://example.org/"><article>Text.</article>'
    assert article_of(home).info.id == hash16("a.html")
    assert article_of(home).info.url is None
