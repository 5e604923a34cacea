"""Old links: led on with a word about it, or told what is gone, and never to other words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from search import Passage, Settings, passage_id
from search.ledger.following import Published, follow
from search.ledger.store import writing
from webapp import create_app

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from tests.web.conftest import SmallArchive

COUNCIL = "The council noted that the harbour was safe for small boats."
FORMERLY = "The council noted that the harbor was safe for small boats."
GONE = "<b>Nobody</b> was asked whether the old lighthouse keeper would be paid for the winter he spent alone."
HOSTILE = '"><script>alert(1)</script>'


def told(ledger: Path, articles: Sequence[tuple[Passage, ...]], *, wordings: bool = False) -> None:
    by_id = {passages[0].article.id: passages for passages in articles}
    readings = {name: repr(passages) for name, passages in by_id.items()}
    with writing(ledger) as opened:
        follow(opened, Published(readings, "code", "2026-11-26T10:00:00+00:00", by_id.__getitem__), wordings=wordings)


def as_before(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The article as it once was: some passages with another text."""
    article = passages[0].article.id
    once = {COUNCIL: FORMERLY}
    changed = [replace(p, text=once[p.text], id=passage_id(article, once[p.text], 0)) if p.text in once else p
               for p in passages]  # fmt: skip
    last = replace(passages[-1], text=GONE, id=passage_id(article, GONE, 0), ordinal=len(passages))
    return (*changed, last)


@pytest.fixture(scope="module", params=[False, True], ids=["without texts", "with texts"])
def keeping(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture(scope="module")
def old_links(
    archive: SmallArchive, tmp_path_factory: pytest.TempPathFactory, *, keeping: bool
) -> tuple[FlaskClient, str]:
    """A client of a site whose articles were edited, renamed and removed, and the id of the harbour article."""
    ledger = tmp_path_factory.mktemp("ledger") / "ledger.sqlite3"
    engine = archive.engine()
    now = [engine.article(archive.article_id(key)) for key in archive._articles]
    harbour, note = now[0], now[2]
    article = replace(note[0].article, id="old-note", title=f"A note {HOSTILE}")
    renamed = tuple(replace(p, article=article, id=passage_id("old-note", p.text, 0)) for p in note)
    removed = (replace(harbour[-1], article=replace(article, id="gone"), id=passage_id("gone", GONE, 0), text=GONE),)
    told(ledger, [as_before(harbour), now[1], renamed, removed], wordings=keeping)
    told(ledger, now, wordings=keeping)
    settings = replace(Settings.from_env(), ledger=ledger, keep_texts=keeping)
    return create_app(archive, settings).test_client(), harbour[0].article.id


@pytest.fixture
def client(old_links: tuple[FlaskClient, str]) -> FlaskClient:
    return old_links[0]


def page_of(client: FlaskClient, address: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(address, buffered=True).text, "lxml")


EDITED = f"/p/{passage_id('harbour-2021', FORMERLY, 0)}"
LOST = f"/p/{passage_id('harbour-2021', GONE, 0)}"


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_an_edited_passage_leads_to_its_present_wording(client: FlaskClient, method: str) -> None:
    answer = client.open(f"{EDITED}?q=harbour", method=method, buffered=True)
    now = passage_id("harbour-2021", COUNCIL, 0)
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"/p/{now}?q=harbour&was={EDITED[3:]}#n6"
    assert answer.headers["Cache-Control"] == "no-cache"


def test_the_page_it_leads_to_says_so_beside_the_passage(client: FlaskClient) -> None:
    page = page_of(client, client.get(EDITED).headers["Location"])
    notice = page.select_one(".notice")
    assert notice.text == "This passage was edited after it was linked; here is its present wording."
    row = notice.find_next_sibling(class_="row")
    assert "linked" in row["class"]
    assert COUNCIL in row.text
    assert row["aria-describedby"] == notice["id"]
    assert "was=" not in page.select_one('link[rel="canonical"]')["href"]


@pytest.mark.parametrize("was", ["", "nothing", LOST[3:], HOSTILE, "%00"])
def test_nothing_is_said_that_the_ledger_does_not_know(client: FlaskClient, was: str) -> None:
    address = f"/p/{passage_id('harbour-2021', COUNCIL, 0)}"
    assert page_of(client, f"{address}?was={was}").select(".notice") == []


def test_the_context_and_the_citation_of_an_old_link_are_led_on_too(client: FlaskClient) -> None:
    now = passage_id("harbour-2021", COUNCIL, 0)
    assert client.get(f"{EDITED}/context?q=x").headers["Location"] == f"/p/{now}/context?q=x"
    for rest in ("/cite", "/cite/bibtex"):
        assert client.get(EDITED + rest).headers["Location"] == f"/p/{now}?was={EDITED[3:]}#n6"


def test_a_renamed_article_keeps_its_links(client: FlaskClient) -> None:
    text = "A note on lighthouses, of unknown date."
    answer = client.get(f"/p/{passage_id('old-note', text, 0)}")
    assert answer.headers["Location"].startswith(f"/p/{passage_id('note', text, 0)}?was=")
    assert "its words are the same" in page_of(client, answer.headers["Location"]).select_one(".notice").text
    assert client.get("/articles/old-note?q=x").headers["Location"] == "/articles/note?q=x"


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_what_is_gone_answers_410(client: FlaskClient, method: str) -> None:
    answer = client.open(LOST, method=method, buffered=True)
    assert answer.status_code == 410
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_page_of_what_is_gone_tells_where_it_stood_and_when(client: FlaskClient) -> None:
    page = page_of(client, LOST)
    assert page.h1.text == "This passage is no longer in the archive"
    said = page.select_one(".gone").text
    assert "The harbour will be dredged, 4 March 2021" in said
    assert page.select_one(".gone cite").parent["href"] == "/articles/harbour-2021"
    assert page.select_one('meta[name="robots"]')["content"] == "noindex"
    assert page.select_one("#q")


def test_the_old_text_is_shown_only_where_the_operator_lets_it(client: FlaskClient, *, keeping: bool) -> None:
    html = client.get(LOST).text
    assert ("old lighthouse keeper" in html) is keeping
    assert "<b>Nobody" not in html


def test_an_article_that_is_gone_tells_its_title_as_plain_text(client: FlaskClient) -> None:
    answer = client.get("/articles/gone", buffered=True)
    assert answer.status_code == 410
    assert BeautifulSoup(answer.text, "lxml").select_one("cite").text == f"A note {HOSTILE}"
    assert "<script>alert" not in answer.text


def test_a_program_is_led_on_to_what_it_can_read(client: FlaskClient) -> None:
    api = "/api/v1"
    now = passage_id("harbour-2021", COUNCIL, 0)
    assert client.get(f"{api}/passages/{EDITED[3:]}").headers["Location"] == f"{api}/passages/{now}"
    assert client.get(f"{api}/articles/old-note").headers["Location"] == f"{api}/articles/note"


def test_a_program_is_told_what_is_gone(client: FlaskClient) -> None:
    answer = client.get(f"/api/v1/passages/{LOST[3:]}", buffered=True)
    assert (answer.status_code, answer.json["error"]["status"]) == (410, 410)
    assert answer.json["error"]["text"] == "The harbour will be dredged, 4 March 2021"
    assert "lighthouse keeper" not in answer.text


@pytest.mark.parametrize("address", ["/p/unknown", "/articles/unknown", "/p/unknown/cite"])
def test_what_was_never_there_is_still_not_found(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_damaged_ledger_stops_no_search_and_says_what_to_do(archive: SmallArchive, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.sqlite3"
    ledger.write_bytes(b"no ledger, whatever it is" * 100)
    client = create_app(archive, replace(Settings.from_env(), ledger=ledger)).test_client()
    assert client.get("/search?q=harbour").status_code == 200
    answer = client.get("/p/unknown")
    assert answer.status_code == 503
    assert "whosaid ledger import" in answer.text


def test_the_nearest_candidates_are_shown_with_their_words(archive: SmallArchive, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.sqlite3"
    engine = archive.engine()
    now = [engine.article(archive.article_id(key)) for key in archive._articles]
    budget = now[1]
    line = "Line 99 of the budget gives 99 million to road 99."
    once = replace(budget[-1], text=line, id=passage_id(budget[0].article.id, line, 0), ordinal=99)
    told(ledger, [now[0], (*budget, once), now[2]])
    told(ledger, now)
    client = create_app(archive, replace(Settings.from_env(), ledger=ledger)).test_client()
    answer = client.get(f"/p/{once.id}", buffered=True)
    nearest = BeautifulSoup(answer.text, "lxml").select(".nearest li")
    assert answer.status_code == 410
    assert len(nearest) == 3
    for item in nearest:
        link = item.a["href"].partition("#")[0]
        assert item.select_one(".words").text in page_of(client, link).select_one(".linked").text
