"""A passage is cited from its hit, from its article and from a page of its own; each form is a file as well."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import rispy
from bs4 import BeautifulSoup

from search import CITATIONS, Settings, passage_id
from webapp import create_app

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from search import Archive

SAID = passage_id("harbour-2021", "The minister added that the harbour council had asked for it twice.", 0)
HTMX = {"HX-Request": "true"}


def soup_of(client: FlaskClient, address: str, **more: object) -> BeautifulSoup:
    answer = client.get(address, **more)
    assert answer.status_code == 200
    return BeautifulSoup(answer.text, "lxml")


@pytest.mark.parametrize("address", ["/search?q=council", "/articles/harbour-2021"])
def test_every_passage_offers_to_be_cited_with_and_without_scripts(client: FlaskClient, address: str) -> None:
    soup = soup_of(client, address)
    offered = soup.select("a[data-cite]")
    assert offered
    for link in offered:
        assert link["href"] == link["hx-get"]
        assert soup.select_one(link["hx-target"]) is not None
        assert client.get(link["href"]).status_code == 200


def test_the_page_shows_every_form_and_htmx_gets_the_same_without_a_frame(client: FlaskClient) -> None:
    page = soup_of(client, f"/p/{SAID}/cite")
    part = soup_of(client, f"/p/{SAID}/cite", headers=HTMX)
    assert page.select_one("header.bar")
    assert part.select_one("header.bar") is None
    shown = [block.text for block in page.select("pre")]
    assert len(shown) == len(CITATIONS)
    assert shown == [block.text for block in part.select("pre")]
    assert "Ada Quill (“The minister”), “The harbour will be dredged”, Coast Daily" in shown[0]


@pytest.mark.parametrize("form", CITATIONS)
def test_each_form_is_a_file_with_its_media_type(client: FlaskClient, form: str) -> None:
    answer = client.get(f"/p/{SAID}/cite/{form}")
    assert answer.status_code == 200
    assert answer.content_type == f"{CITATIONS[form].media_type}; charset=utf-8"
    name = f"whosaid-{SAID}{CITATIONS[form].suffix}"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert SAID in answer.text


@pytest.mark.parametrize(
    "address", ["/p/aaaaaaaaaaaaaaaa/cite", f"/p/{SAID}/cite/docx", "/p/aaaaaaaaaaaaaaaa/cite/ris"]
)
def test_what_is_not_there_cannot_be_cited(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_links_in_a_citation_lead_to_the_public_address_of_the_site(archive: Archive) -> None:
    public = create_app(archive, replace(Settings.from_env(), base_url="https://archive.example/said")).test_client()
    (record,) = rispy.loads(public.get(f"/p/{SAID}/cite/ris").text)
    assert f"Passage in the archive: https://archive.example/said/p/{SAID}" in record["notes"][0]
    own = public.get(f"/p/{SAID}/cite", base_url="http://other.example/").text
    assert "other.example" not in own


def test_the_article_and_the_passage_tell_reference_managers_what_they_are(client: FlaskClient) -> None:
    article = soup_of(client, "/articles/harbour-2021")
    known = json.loads(article.select_one("script[type='application/ld+json']").text)
    assert (known["@type"], known["headline"]) == ("NewsArticle", "The harbour will be dredged")
    assert article.select_one("meta[name=citation_title]")["content"] == "The harbour will be dredged"
    passage = soup_of(client, f"/p/{SAID}")
    known = json.loads(passage.select_one("script[type='application/ld+json']").text)
    assert (known["@type"], known["creator"][0]["name"]) == ("Quotation", "Ada Quill")
    assert known["isPartOf"]["@id"].endswith("/articles/harbour-2021")


def test_hostile_text_stays_inside_the_data_block(client: FlaskClient) -> None:
    hostile = soup_of(client, "/search?q=script").select_one(".hit")
    passage = client.get(f"/p/{hostile['id'].removeprefix('h-')}")
    soup = BeautifulSoup(passage.text, "lxml")
    assert '<script>alert("x")</script>' in json.loads(soup.select_one("script[type$=json]").text)["text"]
    assert "<script>alert" not in passage.text
