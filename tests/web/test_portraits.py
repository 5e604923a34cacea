"""The pages of a body, a speaker and a document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup

from search import (
    ENGINES,
    ArticleInfo,
    Attribution,
    Deadline,
    Evidence,
    Grade,
    Kind,
    Mention,
    MentionKind,
    Mode,
    Passage,
    Settings,
    Span,
    portrait,
)
from webapp import create_app
from webapp.links import Links
from webapp.portraits import TITLES, VOICES, WAYS, portrait_page

if TYPE_CHECKING:
    from bs4 import Tag
    from flask.testing import FlaskClient

ABOUT = ("/bodies/Harbour%20Council", "/bodies/Ministry%20of%20Ports", "/speakers/Ada%20Quill", "/documents/12-AB%2FCD")
HOSTILE = 'Board of <b>Ports</b> & "Quays"/‘50% of it’? #1'


def soup_of(client: FlaskClient, address: str) -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return BeautifulSoup(answer.text, "lxml")


def text_of(tag: Tag) -> str:
    return " ".join(tag.text.split())


def printed(way: Tag) -> str:
    """What is printed, without the words for those who only hear the page."""
    return str(way.select_one(".printed").find(string=True))


def total_of(client: FlaskClient, address: str) -> str:
    figure = soup_of(client, address).select_one(".figure").text.split()[0]
    return "0" if figure == "No" else figure


def passages(number: int, speaker: str, body: str) -> Iterator[Passage]:
    """One article; every passage names the body, each time printed anew, and a new speaker holds an office of it."""
    info = ArticleInfo("a", None, None, None, None, None, None, "a.txt", "0")
    for n in range(number):
        text = f"{body} {n}"
        spoken = Attribution(
            f"{speaker} {n}", None, f"{body} head", Mode.REPORTED, Grade.NAMED, None, None, Evidence("x"), body=body
        )
        mention = Mention(body, MentionKind.ORGANISATION, Span(0, len(text)), text)
        yield Passage(
            f"p{n}", info, n, Kind.BODY, Span(0, len(text)), text, attributions=(spoken,), mentions=(mention,)
        )


@contextmanager
def site_of(folder: Path, held: Iterator[Passage]) -> Iterator[FlaskClient]:
    engine = ENGINES["memory"].create(folder / "engine")
    with engine.writer() as writer:
        writer.add(held)

    class Only:
        generation = edition = "1"
        aliases = ()

        def engine(self) -> object:
            return engine

        def lend(self) -> AbstractContextManager[None]:
            return nullcontext()

    yield create_app(Only(), Settings.from_env()).test_client()
    engine.close()


@pytest.mark.parametrize("address", ABOUT)
def test_every_number_on_the_page_is_what_its_link_finds(client: FlaskClient, address: str) -> None:
    soup = soup_of(client, address)
    counted = [(figure.text, figure.parent["href"]) for figure in soup.select("main .figure")]
    counted += [
        (item.select_one(".count").text, item.select("a")[-1]["href"])
        for item in soup.select(".voices .pair, .named li")
    ]
    counted += [(bar.select_one(".unseen").text.strip(": "), bar["href"]) for bar in soup.select(".years a")]
    assert counted
    for number, link in counted:
        assert number.split()[0] == total_of(client, link), link


def test_a_body_tells_how_it_is_printed_and_shows_each_way(client: FlaskClient) -> None:
    soup = soup_of(client, "/bodies/Harbour%20Council")
    assert soup.h1.text == "Harbour Council"
    assert [text_of(figure) for figure in soup.select("header.opened .figures li")] == ["2 passages name it", "2021"]
    ways = soup.select(".printings li")
    assert [printed(way) for way in ways] == ["council", "harbour council"]
    for way in ways:
        linked = soup_of(client, way.a["href"]).select_one(".linked .saying").text
        assert printed(way) in linked
        assert "1 passage, 4 March 2021" in text_of(way)


def test_a_body_that_is_never_named_tells_who_spoke_for_it(client: FlaskClient) -> None:
    soup = soup_of(client, "/bodies/Ministry%20of%20Ports")
    assert [text_of(figure) for figure in soup.select(".figures li")] == ["1 passage is spoken for it", "2021"]
    (voice,) = soup.select(".voices li")
    assert text_of(voice) == "Ada Quill 1 passage: Ada Quill “Minister Ada Quill” · 4 March 2021"
    assert soup_of(client, voice.a["href"]).h1.text == "Ada Quill"
    assert not soup.select(".printings")


def test_a_speaker_tells_titles_and_bodies(client: FlaskClient) -> None:
    soup = soup_of(client, "/speakers/Ada%20Quill")
    lists = {
        section.h2.text: [printed(way) for way in section.select(".printings li")]
        for section in soup.select("section:has(.printings)")
    }
    assert lists == {
        "Offices": ["Minister, Ministry of Ports"],
        "Heard as": ["Ada Quill", "Minister Ada Quill", "The minister"],
    }
    assert [voice.a.text for voice in soup.select(".voices li")] == ["Ministry of Ports"]


def test_a_document_tells_who_spoke_where_it_is_cited(client: FlaskClient) -> None:
    soup = soup_of(client, "/documents/12-AB/CD")
    assert [voice.a.text for voice in soup.select(".voices .pair")] == ["Ada Quill"]
    (occasion,) = soup.select(".voices .occasions li")
    assert text_of(occasion) == "4 March 2021 The harbour will be dredged"
    assert soup_of(client, occasion.a["href"]).select_one(".linked .there").text == "12-AB/CD"
    assert soup.select_one("link[rel=canonical]")["href"] == "/documents/12-AB%2FCD"


def test_the_newest_passages_are_there_to_be_read_and_all_are_one_link_away(client: FlaskClient) -> None:
    soup = soup_of(client, "/speakers/Bo%20Trent")
    hits = soup.select(".newest .hit")
    assert [hit.select_one("time").text for hit in hits] == ["2 November 2022", "4 March 2021"]
    assert all("Bo Trent" in hit.select_one(".who").text for hit in hits)
    assert total_of(client, soup.select_one(".newest .all")["href"]) == "2"


def test_a_name_written_in_another_way_leads_to_the_one_page(client: FlaskClient) -> None:
    answer = client.get("/bodies/harbour%20COUNCIL")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/bodies/Harbour%20Council")


@pytest.mark.parametrize("address", ["/bodies/Harbor%20Counsil", "/speakers/Ada%20Quil"])
def test_an_unknown_name_is_a_page_that_offers_the_names_most_like_it(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    offers = BeautifulSoup(answer.text, "lxml").select(".offers a")
    assert offers[0].text in {"Harbour Council", "Ada Quill"}
    assert all(client.get(offer["href"]).status_code == 200 for offer in offers)


@pytest.mark.parametrize(
    "name", ["<script>x</script>", "a" * 5000, "/", "//", "..%2F", "%0A", "\N{HORIZONTAL ELLIPSIS}"]
)
def test_whatever_name_is_asked_for_the_answer_is_a_page(client: FlaskClient, name: str) -> None:
    for kind in ("bodies", "speakers", "documents"):
        answer = client.get(f"/{kind}/{quote(name, safe='/%')}")
        assert answer.status_code == 404
        assert "<script>x" not in answer.text
        assert BeautifulSoup(answer.text, "lxml").select(".offers a")


def test_lists_facts_and_chips_lead_to_the_page(client: FlaskClient) -> None:
    for address in ("/browse/organisation", "/articles/harbour-2021", "/search?organisation=Harbour+Council"):
        links = {link["href"] for link in soup_of(client, address).select(".named a, .chips a")}
        assert "/bodies/Harbour%20Council" in links, address
    chip = soup_of(client, "/search?speaker_body=Ministry+of+Ports&-speaker=Bo+Trent").select(".chips .quiet")
    assert [text_of(link) for link in chip[:-1]] == ["About this body: Ministry of Ports"]


def test_a_hostile_name_is_shown_as_it_is_and_its_page_opens(tmp_path: Path) -> None:
    with site_of(tmp_path, passages(3, "<i>Ada</i>", HOSTILE)) as client:
        link = soup_of(client, "/browse/organisation").select_one(".named a")["href"]
        soup = soup_of(client, link)
        assert soup.h1.text == HOSTILE
        assert not soup.select("main b:not(.figure), main i, main script")
        assert [printed(way) for way in soup.select(".printings li")] == [f"{HOSTILE} {n}" for n in range(3)]


def test_long_lists_are_folded_and_nothing_is_lost(tmp_path: Path) -> None:
    with site_of(tmp_path, passages(30, "Ada", "Board")) as client:
        soup = soup_of(client, "/bodies/Board")
        for kind, first in ((".printings", WAYS), (".voices", VOICES)):
            assert len(soup.select(f"{kind} li")) == 30
            assert len(soup.select(f"details {kind} li")) == 30 - first
            assert soup.select_one(f"details:has({kind}) summary").text == f"{30 - first} more"


def test_titles_beyond_the_first_are_counted(archive: object) -> None:
    found = portrait(archive.engine(), "organisation", "Ministry of Ports")
    (heard,) = found.voices
    many = replace(heard, titles=heard.titles * (TITLES + 3))
    (voice,) = portrait_page(replace(found, voices=(many,)), Links()).voices
    assert (len(voice.titles), voice.untold) == (TITLES, 3)


def test_an_answer_cut_short_says_at_least(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, still: Callable[[int], Deadline]
) -> None:
    for moment in range(40):
        monkeypatch.setattr("webapp.routes.deadline", lambda moment=moment: still(moment))
        soup = soup_of(client, "/bodies/Harbour%20Council")
        ways = [text_of(way) for way in soup.select(".printings .count")]
        if ways and soup.select(".note"):
            assert all(way.startswith("at least ") for way in ways)
            break
    else:
        pytest.fail("no moment at which the answer was cut short between two passages")
    assert total_of(client, soup.select_one(".figures a")["href"]) == "2"


@pytest.fixture
def still() -> Callable[[int], Deadline]:
    """A deadline that passes after it was asked so many times."""

    def after(asked: int) -> Deadline:
        ticks = iter(range(10**6))
        return Deadline(float(asked), lambda: float(next(ticks)))

    return after
