"""A search is followed over builds, by a feed parser; and a browser can add the site as a search engine."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search import ENGINES, Archive, Job, Query, Settings, build, read_authority
from webapp import create_app

if TYPE_CHECKING:
    from pathlib import Path

    from flask.testing import FlaskClient

BASE = "https://archive.example"
FIRST, SECOND, THIRD = (f"2026-11-{day}T10:00:00+00:00" for day in (24, 25, 26))
HARBOUR = """date 2021-03-04
The harbour will be dredged
Minister Ada Quill said that the harbour would be dredged before the autumn storms.
The quay will be mended as well, said Minister Ada Quill.
"""
LIGHT = """date 2021-03-05
A new light for the harbour
The harbour light was lit at noon, said Minister Ada Quill.
Nobody remembers the old one.
"""


class Site:
    """Articles, builds of them, and the site over the index."""

    def __init__(self, place: Path) -> None:
        self.articles, self.index, self.authority = place / "seeds", place / "index", place / "authority.toml"
        self.articles.mkdir()

    def build(self, made: str) -> None:
        authority = read_authority(self.authority) if self.authority.exists() else None
        build(Job(self.articles, self.index, "memory", ENGINES, authority, prune=True, force=True, made=made))

    def feed(self, query: str = "") -> Any:
        """The feed of a search, parsed."""
        with closing(Archive(self.index)) as archive:
            known = replace(Settings.from_env(), index=self.index, base_url=BASE)
            answer = create_app(archive, known).test_client().get(f"/feed.atom{query}")
            assert (answer.status_code, answer.mimetype) == (200, "application/atom+xml")
            found = feedparser.parse(answer.data)
            assert not found.bozo, found.bozo_exception
            return found

    def total(self, query: str) -> int:
        with closing(Archive(self.index)) as archive:
            return archive.engine().search(Query(query)).total


@pytest.fixture
def site(tmp_path: Path) -> Site:
    made = Site(tmp_path)
    (made.articles / "harbour.txt").write_text(HARBOUR)
    made.build(FIRST)
    return made


def ids(feed: Any) -> list[str]:
    return [entry.id for entry in feed.entries]


def test_after_a_build_with_one_article_more_a_feed_has_exactly_its_passages_more(site: Site) -> None:
    before = site.feed("?q=harbour")
    assert len(before.entries) == site.total("harbour") > 1
    (site.articles / "light.txt").write_text(LIGHT)
    site.build(SECOND)
    after = site.feed("?q=harbour")
    new = [entry for entry in after.entries if entry.id not in ids(before)]
    assert len(new) == site.total("harbour") - len(before.entries) == 2
    assert all("light" in entry.summary + entry.content[0].value for entry in new)
    assert {entry.updated for entry in new} == {SECOND}
    assert ids(after) == [entry.id for entry in new] + ids(before)  # the latest first, the others as they were
    assert {entry.updated for entry in after.entries if entry not in new} == {FIRST}
    assert (before.feed.updated, after.feed.updated) == (FIRST, SECOND)
    site.build(THIRD)
    assert site.feed("?q=harbour").entries == after.entries


def test_a_new_name_in_the_authority_is_no_news(site: Site) -> None:
    before = site.feed("?q=harbour")
    site.authority.write_text('[[person]]\nname = "Ada M. Quill"\naliases = ["Ada Quill"]\n')
    site.build(SECOND)
    assert site.total('speaker:"Ada M. Quill"')  # so that the new name is in use
    after = site.feed("?q=harbour")
    assert [(entry.id, entry.updated) for entry in after.entries] == [(e.id, e.updated) for e in before.entries]


def test_an_article_that_is_renamed_or_corrected_is_no_news(site: Site) -> None:
    (site.articles / "harbour.txt").rename(site.articles / "port.txt")
    site.build(SECOND)
    assert site.feed("?q=harbour").entries == []  # what a reader has seen does not come again under new names
    corrected = HARBOUR.replace("autumn storms", "autumn gales")
    (site.articles / "port.txt").write_text(corrected + "\nThe harbour council was heard for the first time today.\n")
    site.build(THIRD)
    found = {entry.content[0].value: entry.updated for entry in site.feed("?q=harbour").entries}
    assert [text for text, updated in found.items() if updated == THIRD] == [
        "The harbour council was heard for the first time today."
    ]


def test_a_feed_answers_the_whole_query_and_says_who_spoke(site: Site) -> None:
    (site.articles / "light.txt").write_text(LIGHT)
    site.build(SECOND)
    (entry,) = site.feed("?q=lit&speaker=Ada+Quill").entries
    assert entry.author == "Ada Quill"
    assert entry.title == "Ada Quill: The harbour light was lit at noon, said Minister Ada Quill."
    assert entry.link.startswith(f"{BASE}/p/")
    assert entry.id == f"tag:whosaid,2026:passage/{entry.link.rsplit('/', 1)[1]}"
    article = site.feed("?q=quay").entries[0]
    with closing(Archive(site.index)) as archive:
        inside = archive.engine().passage(article.id.rsplit("/", 1)[1]).article.id
    assert len(site.feed(f"?q=harbour&article={inside}").entries) == 2
    assert site.feed("?q=nothing-of-the-kind").entries == []


def test_the_page_of_a_result_leads_to_its_feed(client: FlaskClient) -> None:
    soup = BeautifulSoup(client.get("/search?q=harbour&speaker=Ada+Quill&page=1").text, "lxml")
    head = soup.select_one("link[type='application/atom+xml']")
    assert head["href"] == soup.select_one("a.follow")["href"] == "/feed.atom?q=harbour&speaker=Ada+Quill"


def test_an_unfinished_search_is_no_feed(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("webapp.feeds.FEED_SECONDS", 0.0)
    with closing(Archive(site.index)) as archive:
        client = create_app(archive, replace(Settings.from_env(), index=site.index)).test_client()
        assert client.get("/feed.atom?q=harbour").status_code == 503


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_whatever_is_asked_a_feed_is_xml(client: FlaskClient, text: str) -> None:
    answer = client.get("/feed.atom", query_string={"q": text, "speaker": text})
    assert answer.status_code == 200
    assert ET.fromstring(answer.data).tag == "{http://www.w3.org/2005/Atom}feed"  # noqa: S314 - our own


def test_a_browser_learns_how_to_search_here(client: FlaskClient) -> None:
    front = BeautifulSoup(client.get("/").text, "lxml")
    link = front.select_one("link[rel=search]")
    assert link["type"] == "application/opensearchdescription+xml"
    answer = client.get(link["href"])
    assert answer.mimetype == link["type"]
    root = ET.fromstring(answer.data)  # noqa: S314 - our own
    space = {"o": "http://a9.com/-/spec/opensearch/1.1/"}
    assert root.findtext("o:ShortName", namespaces=space) == "whosaid"
    for url in root.findall("o:Url", space):
        assert url.get("template").startswith("http://localhost/")
        address = url.get("template").replace("{searchTerms}", "harbour")
        assert client.get(address).mimetype == url.get("type")
