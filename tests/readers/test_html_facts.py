"""What a page states of its article, and from which words that is known."""

from __future__ import annotations

import json

import pytest
from bs4 import BeautifulSoup

from search.model import Dating
from search.readers.html_article import find_article
from search.readers.html_facts import Facts, facts_of

PROSE = "The commission reviewed its work of the past year and named the tasks of the next. " * 5


def facts(head: str, body: str = f"<article><p>{PROSE}</p></article>") -> Facts:
    markup = f"<html><head>{head}</head><body>{body}</body></html>"
    soup = BeautifulSoup(markup, "lxml")
    return facts_of(soup, find_article(soup, markup), markup)


def described(**values: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **values})}</script>'


def dated(dating: Dating | None) -> tuple[str, bool, str] | None:
    return dating and (dating.value, dating.stated, dating.evidence)


def test_a_page_that_states_nothing_has_no_facts() -> None:
    assert facts("") == Facts(None, None, None, None)


def test_the_description_outranks_the_meta_tags_and_these_the_printed_time() -> None:
    time = f"<article><time datetime='2024-12-14'>x</time><p>{PROSE}</p></article>"
    meta = "<meta property='article:published_time' content='2024-12-15T01:00:00Z'>"
    script = described(datePublished="2024-12-16")
    assert dated(facts(meta + script, time).published) == ("2024-12-16", True, "datePublished 2024-12-16")
    assert dated(facts(meta, time).published) == ("2024-12-15", True, "article:published_time 2024-12-15T01:00:00Z")
    assert dated(facts("", time).published) == ("2024-12-14", True, "time 2024-12-14")


def test_an_unusable_date_leaves_the_word_to_the_next_place() -> None:
    head = (
        described(datePublished="03/04/2024")
        + "<meta name='pubdate' content='soon'><meta name='date' content='2024-04'>"
    )
    assert dated(facts(head).published) == ("2024-04", True, "date 2024-04")


def test_the_time_of_an_update_is_not_the_time_of_publication() -> None:
    times = "<time class='updated' datetime='2024-12-18'></time><time>16 December 2024</time>"
    found = facts("", f"<article>{times}<p>{PROSE}</p></article>").published
    assert dated(found) == ("2024-12-16", True, "time 16 December 2024")


def test_times_outside_the_article_prove_nothing() -> None:
    teasers = "<aside><time datetime='2024-12-16'>x</time></aside>"
    assert facts("", f"{teasers}<article><p>{PROSE}</p></article>").published is None


def test_a_date_in_the_address_is_inferred_and_quoted() -> None:
    head = '<link rel="canonical" href="https://example.org/2024/12/16/commission.html">'
    assert dated(facts(head).published) == ("2024-12-16", False, "2024/12/16")


def test_a_date_printed_on_the_page_is_inferred_and_quoted() -> None:
    body = f"<div class='post-date'>December 16, 2024</div><article><p>{PROSE}</p></article>"
    assert dated(facts("", body).published) == ("2024-12-16", False, "December 16, 2024")


def test_the_first_of_january_is_never_believed_unless_it_is_stated() -> None:
    head = '<link rel="canonical" href="https://example.org/2024/01/01/commission.html">'
    assert facts(head).published is None
    assert dated(facts(head + described(datePublished="2024-01-01")).published) == (
        "2024-01-01",
        True,
        "datePublished 2024-01-01",
    )


def test_the_outlet_is_the_site_else_the_publisher() -> None:
    publisher = described(publisher=[{"@type": "Organization", "name": "Example &amp; Sons"}])
    assert facts(publisher + '<meta property="og:site_name" content=" Example  News ">').outlet == "Example News"
    assert facts(publisher).outlet == "Example & Sons"
    assert facts('<meta name="application-name" content="Example">').outlet == "Example"


@pytest.mark.parametrize(
    ("title", "heading", "outlet"),
    [
        ("Central bank holds rates - Evening Star", "Central bank holds rates", "Evening Star"),
        ("Central bank holds rates | Business | Evening Star", "Central Bank holds rates", "Evening Star"),
        ("Central bank holds rates", "Central bank holds rates", None),
        ("Central bank holds rates for now", "Central bank holds rates", None),
        ("Bank - Evening Star", "Bank", None),
        ("Evening Star - Central bank holds rates", "Central bank holds rates", None),
    ],
)
def test_what_the_page_signs_its_headline_with_is_the_outlet(title: str, heading: str, outlet: str | None) -> None:
    found = facts(f"<title>{title}</title>", f"<h1>{heading}</h1><p>Text.</p>")
    assert found.outlet == outlet
    stated = facts(
        f"<title>{title}</title><meta name='dc.publisher' content='Other'>", f"<h1>{heading}</h1><p>Text.</p>"
    )
    assert stated.outlet == "Other"


def test_the_one_heading_outranks_a_title_that_says_something_else() -> None:
    assert facts("<title>Untitled</title>", "<h1>School opens</h1><p>Text.</p>").title == "School opens"
    assert (
        facts("<title>Home</title>", f"<h1>School opens</h1><article><p>{PROSE}</p></article>").title == "School opens"
    )


@pytest.mark.parametrize(
    "body",
    [
        "<h1>One heading</h1><h1>Another heading</h1><p>Text.</p>",
        "<h1>Example News</h1><p>Text.</p>",
        "<h1>The portal of the city</h1><h2>Commission meets</h2><p>Text.</p>",
        "<p>Text.</p>",
    ],
    ids=["two", "site", "printed below", "none"],
)
def test_a_heading_that_may_be_another_thing_does_not(body: str) -> None:
    assert facts("<title>Commission meets - Example News</title>", body).title == "Commission meets"


@pytest.mark.parametrize("href", ["/news/1.html", "javascript:x", "https://example.org/", "ftp://example.org/a"])
def test_what_is_no_address_of_an_article_is_no_canonical_one(href: str) -> None:
    head = f'<link rel="canonical" href="{href}">'
    assert facts(head).url is None
    assert facts(head + '<meta property="og:url" content="https://example.org/a">').url == "https://example.org/a"


@pytest.mark.parametrize(
    ("title", "outlet", "expected"),
    [
        ("Commission meets - Example News", "Example News", "Commission meets"),
        ("Commission meets | Example", None, "Commission meets"),
        ("Commission meets – and parts", "Example News", "Commission meets – and parts"),
        ("Commission meets", "Example News", "Commission meets"),
    ],
)
def test_the_outlet_is_no_part_of_the_title(title: str, outlet: str | None, expected: str) -> None:
    site = f'<meta property="og:site_name" content="{outlet}">' if outlet else ""
    assert facts(f"<title>{title}</title>{site}").title == expected


def test_the_printed_headline_that_agrees_is_the_title() -> None:
    head = '<meta property="og:title" content="Hanoi: Commission reviews its work">'
    body = f"<h1>Example News</h1><article><h1>Commission reviews its work</h1><p>{PROSE}</p></article>"
    assert facts(head, body).title == "Commission reviews its work"
    assert facts("", body).title == "Commission reviews its work"


@pytest.mark.parametrize(
    "script", ["{", "[" * 5000, '"x"', "[null, 5]", '{"@type": 5}', '{"@type": ["NewsArticle"]}', ""]
)
def test_a_broken_description_says_nothing(script: str) -> None:
    assert facts(f'<script type="application/ld+json">{script}</script>') == Facts(None, None, None, None)
