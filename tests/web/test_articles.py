"""/articles/<key> and /p/<id>: reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup, Tag

from search import ArticleInfo, Kind, Mention, MentionKind, Passage, Span
from webapp.articles import article_page
from webapp.links import Links

if TYPE_CHECKING:
    from flask.testing import FlaskClient

HTMX = {"HX-Request": "true"}


def soup_of(client: FlaskClient, address: str) -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return BeautifulSoup(answer.text, "lxml")


@pytest.fixture
def article(client: FlaskClient) -> BeautifulSoup:
    return soup_of(client, "/articles/harbour-2021?q=harbour")


def row(soup: BeautifulSoup, number: int) -> Tag:
    return soup.find(id=f"n{number}")


def permalink_of(soup: BeautifulSoup, number: int) -> str:
    """The address of a passage, without the words that are to be shown in it."""
    return str(row(soup, number).select_one("a.number")["href"]).partition("#")[0]


def test_the_title_stands_once_on_top_with_outlet_place_and_date(article: BeautifulSoup) -> None:
    assert [h1.text for h1 in article.select("h1")] == ["The harbour will be dredged"]
    meta = " ".join(article.select_one(".opening .meta").text.split())
    assert "Coast Daily" in meta
    assert "Port Ellis" in meta
    assert "event on 4 March 2021" in meta


def test_every_passage_is_there_once_under_its_number(article: BeautifulSoup) -> None:
    assert [tag["id"] for tag in article.select("[id^=n]")] == [f"n{number}" for number in range(1, 10)]


def test_captions_headings_and_reprints_are_set_apart(article: BeautifulSoup) -> None:
    assert "caption" in row(article, 2)["class"]
    assert row(article, 5).h2.text == "What the council wants"
    assert "repeat" in row(article, 9)["class"]


def test_the_speaker_stands_in_the_margin_where_a_speech_begins(article: BeautifulSoup) -> None:
    assert row(article, 3).select_one(".margin .name").text == "Ada Quill"
    assert row(article, 4).select_one(".margin .name") is None
    assert "as “The minister”" in row(article, 4).select_one(".margin").text
    assert [name.text for name in row(article, 7).select(".margin .name")] == ["Ada Quill", "Bo Trent"]


def test_where_several_are_heard_each_title_stands_beside_its_name(article: BeautifulSoup) -> None:
    margin = " ".join(row(article, 7).select_one(".margin").text.split())
    assert margin == "Ada Quill Bo Trent as “Captain Bo Trent”"


def test_a_run_of_one_speaker_has_one_rule(article: BeautifulSoup) -> None:
    run = row(article, 3).parent
    assert run is row(article, 4).parent
    assert "tone-1" in run["class"]
    assert "tone-0" in row(article, 6).parent["class"]
    assert "voiced" not in row(article, 8).parent["class"]


def test_the_words_of_the_search_are_marked(article: BeautifulSoup, client: FlaskClient) -> None:
    assert {mark.text.lower() for mark in article.select("mark")} == {"harbour"}
    assert not soup_of(client, "/articles/harbour-2021").select("mark")


def test_only_passages_that_the_search_finds_are_marked_and_counted(client: FlaskClient) -> None:
    page = soup_of(client, "/articles/harbour-2021?q=harbour+council")
    marked = {mark.find_parent(id=True)["id"] for mark in page.select("mark")}
    assert marked == {"n4", "n6"}
    assert "2 passages match harbour council" in " ".join(page.select_one(".found").text.split())


def test_facts_lead_to_searches_in_this_article_with_the_same_count(
    article: BeautifulSoup, client: FlaskClient
) -> None:
    offers = article.select(".facts li")
    assert {offer.a.text for offer in offers} >= {"Ada Quill", "Bo Trent", "Harbour Council", "12-AB/CD"}
    for offer in offers:
        number = offer.select_one("a.count")
        assert soup_of(client, number["href"]).select_one(".figure").text.split()[0] == number.text.split()[0]
        assert soup_of(client, offer.a["href"]).h1.text == offer.a.text
    assert "On Thursday morning, 4 March" in article.select_one(".facts").text


def test_spellings_that_fold_alike_are_one_fact() -> None:
    info = ArticleInfo("a", "Notice", None, None, None, None, None, "a.txt", "0")
    texts = ("HARBOUR COUNCIL", "The harbour council and the Harbour Council", "The Harbour Council met")
    passages = [
        Passage(str(n), info, n, Kind.BODY, Span(0, len(text)), text, mentions=tuple(
            Mention(text[at : at + 15], MentionKind.ORGANISATION, Span(at, at + 15), text[at : at + 15])
            for at in range(len(text)) if text[at : at + 15].lower() == "harbour council"
        ))
        for n, text in enumerate(texts)
    ]  # fmt: skip
    (fact,) = article_page(passages, {}, "", Links()).facts
    assert [(offer.label, offer.count) for offer in fact.offers] == [("Harbour Council", 3)]


def test_a_permalink_washes_its_passage_and_is_scrolled_to_without_scripts(
    client: FlaskClient, article: BeautifulSoup
) -> None:
    permalink = permalink_of(article, 4)
    page = soup_of(client, permalink)
    linked = page.select(".linked")
    assert [tag["id"] for tag in linked] == ["n4"]
    assert linked[0].select_one(".margin .name").text == "Ada Quill"
    assert linked[0].has_attr("autofocus")
    assert page.select_one('link[rel="canonical"]')["href"] == permalink


def test_previous_and_next_lead_from_mark_to_mark(client: FlaskClient, article: BeautifulSoup) -> None:
    permalink = permalink_of(article, 4)
    steps = soup_of(client, f"{permalink}?q=harbour").select(".found .step")
    assert [step["href"] for step in steps] == ["#n3", "#n6"]


def test_every_match_leads_to_the_one_before_and_after(article: BeautifulSoup) -> None:
    matches = [row["id"] for row in article.select(".row.hitting")]
    steps = {row["id"]: [step["href"] for step in row.select(".steps a")] for row in article.select(".row")}
    assert steps["n3"] == ["#n2", "#n4"]
    assert steps["n5"] == []
    assert steps[matches[-1]] == [f"#{matches[-2]}"]


def test_the_linked_passage_tells_which_of_the_matches_it_is(client: FlaskClient, article: BeautifulSoup) -> None:
    page = soup_of(client, f"{permalink_of(article, 4)}?q=harbour")
    number = len(page.select(".row.hitting")) + 1  # the title matches, too
    assert f"4 of {number} passages that match harbour" in " ".join(page.select_one(".found").text.split())


def test_captions_are_counted_where_they_can_be_asked_for(client: FlaskClient, article: BeautifulSoup) -> None:
    assert article.select_one("label:has(#captions)").text.strip() == "Show 2 captions"
    assert not soup_of(client, "/articles/note").select("#captions")


def test_the_first_mention_of_a_name_leads_to_its_page(article: BeautifulSoup) -> None:
    names = {link["href"]: link.text for link in article.select(".row .saying .there")}
    assert names == {"/bodies/Harbour%20Council": "council", "/documents/12-AB%2FCD": "12-AB/CD"}
    assert row(article, 4).select_one(".saying .there").text == "harbour council"
    assert not article.select("h1 a")


def test_a_permalink_names_the_words_that_were_found(article: BeautifulSoup) -> None:
    assert row(article, 4).select_one("a.number")["href"].partition("#")[2] == (
        ":~:text=The%20minister%20added%20that%20the%20harbour%20council%20had%20asked%20for%20it%20twice."
    )
    assert "#" not in row(article, 5).select_one("a.number")["href"]


def test_context_is_two_passages_on_either_side(client: FlaskClient, article: BeautifulSoup) -> None:
    permalink = permalink_of(article, 4)
    answer = client.get(f"{permalink}/context?q=harbour", headers=HTMX)
    part = BeautifulSoup(answer.text, "lxml")
    assert len(part.select(".neighbour")) == 4
    assert "asked for it twice" in part.select_one(".here").text
    assert part.select_one(".here mark").text == "harbour"


def test_context_without_htmx_is_the_article(client: FlaskClient, article: BeautifulSoup) -> None:
    permalink = permalink_of(article, 4)
    answer = client.get(f"{permalink}/context?q=harbour")
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{permalink}?q=harbour#n4")


def test_an_article_whose_id_is_an_address_has_a_key_instead(client: FlaskClient) -> None:
    link = soup_of(client, "/search?q=schools").select_one(".source a")["href"]
    page = soup_of(client, link)
    assert page.h1.text == "A budget for <schools> & roads"
    assert "Bo Trent" in page.select_one(".margin").text


def test_an_address_in_an_article_is_a_link_only_if_it_is_a_web_address(
    client: FlaskClient, article: BeautifulSoup
) -> None:
    outward = article.select_one(".facts a[rel~=noopener]")
    assert outward["href"] == "https://coast.example/harbour"
    assert outward["referrerpolicy"] == "no-referrer"
    budget = client.get(soup_of(client, "/search?q=schools").select_one(".source a")["href"])
    assert "javascript:" not in budget.text


def test_an_article_without_title_or_date_is_still_a_page(client: FlaskClient) -> None:
    page = soup_of(client, "/articles/note")
    assert page.h1.text == "Untitled article"
    assert "undated" in page.select_one(".meta").text


@pytest.mark.parametrize(
    "address", ["/articles/no-such", "/p/no-such", "/p/no-such/context", "/articles/..%2f..%2fetc", "/p/%00"]
)
def test_what_is_not_there_is_a_page_that_helps(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    soup = BeautifulSoup(answer.text, "lxml")
    assert answer.status_code == 404
    assert soup.select_one("#q")
    assert soup.select(".offers a")
