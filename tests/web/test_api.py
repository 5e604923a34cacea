"""The JSON API: what it answers, how it is paged, and what it says when it cannot answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

from search import FACETS, Query, Settings
from webapp import create_app
from webapp.params import query_string

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from search import Archive

V1 = "/api/v1"


def answer(client: FlaskClient, address: str, status: int = 200) -> Any:
    found = client.get(address if address.startswith("http") else V1 + address)
    assert found.status_code == status, found.text
    assert found.mimetype == "application/json"
    return found.json


def pages(client: FlaskClient, address: str) -> list[Any]:
    """Every page of an answer, by the links it gives."""
    found = [answer(client, address)]
    while found[-1]["next"]:
        found.append(answer(client, found[-1]["next"]))
    return found


@pytest.mark.parametrize("size", [1, 7, 100])
@pytest.mark.parametrize("asked", [{"q": "budget"}, {"q": "harbour", "sort": "oldest"}, {"speaker": "none"}, {}])
def test_the_pages_of_a_search_are_together_the_whole_result(
    client: FlaskClient, archive: Archive, asked: dict[str, str], size: int
) -> None:
    found = pages(client, f"/search{query_string([*asked.items(), ('size', str(size))])}")
    hits = [hit for page in found for hit in page["hits"]]
    assert [hit["rank"] for hit in hits] == list(range(1, found[0]["total"] + 1))
    assert len({hit["passage_id"] for hit in hits}) == len(hits)
    if "speaker" not in asked:
        assert found[0]["total"] == archive.engine().search(Query(asked.get("q", ""))).total


def test_a_hit_leads_to_its_passage_and_its_article(client: FlaskClient) -> None:
    hit = answer(client, "/search?q=dredged&kind=body")["hits"][0]
    passage = answer(client, f"/passages/{hit['passage_id']}")
    assert (passage["text"], passage["speakers"]) == (hit["text"], ["Ada Quill"])
    assert passage["link"] == hit["link"] == f"http://localhost/p/{hit['passage_id']}"
    article = answer(client, f"/articles/{hit['article_id']}")
    assert article["passages"][hit["ordinal"]]["passage_id"] == hit["passage_id"]
    assert article["title"] == "The harbour will be dredged"
    other = answer(client, "/search?q=schools")["hits"][0]
    assert answer(client, f"/articles/{quote(other['article_id'], safe='')}")["article_id"] == other["article_id"]


def test_the_number_beside_a_value_is_the_total_of_choosing_it(client: FlaskClient) -> None:
    for facet in answer(client, "/facets?q=harbour")["facets"]:
        for value in facet["values"]:
            chosen = "none" if value["value"] is None else str(value["value"])
            found = answer(client, f"/search{query_string([('q', 'harbour'), (facet['name'], chosen)])}")
            assert found["total"] == value["count"]


@pytest.mark.parametrize("name", [field.name for field in FACETS])
def test_the_pages_of_a_facet_are_together_all_its_values(client: FlaskClient, archive: Archive, name: str) -> None:
    values = [value for page in pages(client, f"/facets/{name}?size=1") for value in page["values"]]
    (counts,) = (counts for counts in archive.engine().search(Query()).facets if counts.name == name)
    assert [(value["label"], value["count"]) for value in values] == [(v.label, v.count) for v in counts.values]


def test_speakers_bodies_and_documents_are_listed_found_and_portrayed(client: FlaskClient) -> None:
    speakers = answer(client, "/speakers?find=quill")
    assert [value["value"] for value in speakers["values"]] == ["Ada Quill"]
    quill = answer(client, "/speakers/ada%20quill")
    assert (quill["name"], quill["heard"]) == ("Ada Quill", speakers["values"][0]["count"])
    council = answer(client, "/bodies/Harbour Council")
    assert {way["text"] for way in council["printed"]} == {"harbour council", "council"}
    assert answer(client, "/documents/12-AB%2FCD")["named"] == 1


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/search?q=" + "word+" * 80, "256"),
        ("/search?q=year:soon", "year:soon"),
        ("/search?q=harbour+(", "("),
        ("/search?colour=red", "colour=red"),
        ("/search?size=1000", "size=1000"),
        ("/search?size=x", "size=x"),
        ("/search?sort=best", "sort=best"),
        ("/search?page=2", "cursor"),
        ("/search?cursor=zzz", "cursor"),
        ("/facets?q=year:soon", "year:soon"),
    ],
)
def test_a_slip_or_a_limit_is_an_error_that_names_it(client: FlaskClient, address: str, told: str) -> None:
    error = answer(client, address, 400)["error"]
    assert error["status"] == 400
    assert told in error["text"]


@pytest.mark.parametrize(
    "address",
    ["/passages/aaaaaaaaaaaaaaaa", "/articles/none", "/speakers/Nobody", "/facets/colour", "/nothing", "/passages/"],
)
def test_what_is_not_there_is_an_error_of_the_same_shape(client: FlaskClient, address: str) -> None:
    assert set(answer(client, address, 404)["error"]) == {"status", "title", "text", "detail"}


def test_what_cannot_be_asked_so_is_an_error_of_the_same_shape(client: FlaskClient) -> None:
    found = client.post(f"{V1}/search")
    assert (found.status_code, found.json["error"]["status"]) == (405, 405)


def test_a_cursor_belongs_to_its_question(client: FlaskClient) -> None:
    cursor = answer(client, "/search?q=budget")["cursor"]
    answer(client, f"/search?q=budget&cursor={cursor}")
    for other in ("q=harbour", "q=budget&sort=newest", "q=budget&size=3"):
        answer(client, f"/search?{other}&cursor={cursor}", 400)
    answer(client, f"/speakers?q=budget&cursor={cursor}", 400)


class Rebuilt:
    """An archive of which a build has made another edition."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.edition = "8"

    def __getattr__(self, name: str) -> Any:
        return getattr(self._archive, name)


def test_after_a_build_a_cursor_is_gone_and_answers_have_another_etag(client: FlaskClient, archive: Archive) -> None:
    first = client.get(f"{V1}/search?q=budget")
    rebuilt = create_app(Rebuilt(archive), Settings.from_env()).test_client()  # type: ignore[arg-type]
    gone = rebuilt.get(first.json["next"])
    assert (gone.status_code, gone.json["error"]["status"]) == (410, 410)
    again = rebuilt.get(f"{V1}/search?q=budget", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 200
    assert again.headers["ETag"] != first.headers["ETag"]


@pytest.mark.parametrize("address", ["/search?q=budget", "/facets", "/speakers", "/articles/note", "/openapi.json"])
def test_who_has_the_answer_of_this_edition_is_told_so(client: FlaskClient, address: str) -> None:
    first = client.get(V1 + address)
    again = client.get(V1 + address, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]


def test_an_answer_that_was_not_finished_says_so_and_is_not_kept(archive: Archive) -> None:
    hurried = create_app(archive, replace(Settings.from_env(), search_seconds=0.0)).test_client()
    found = hurried.get(f"{V1}/search?q=budget")
    assert found.json["complete"] is False
    assert found.headers["Cache-Control"] == "no-store"
    assert "ETag" not in found.headers


def test_links_begin_with_the_public_address(archive: Archive) -> None:
    public = create_app(archive, replace(Settings.from_env(), base_url="https://archive.example")).test_client()
    found = public.get(f"{V1}/search?q=budget").json
    assert found["next"].startswith("https://archive.example/api/v1/search?q=budget&cursor=")
    assert found["hits"][0]["link"].startswith("https://archive.example/p/")
    assert public.get(f"{V1}/openapi.json").json["servers"] == [{"url": "https://archive.example/api/v1"}]
