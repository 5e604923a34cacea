"""Headers, static files, health, the front page, lists and help."""

from __future__ import annotations

import hashlib
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from search import ConfigError, EngineError, IndexStateError, QueryError, Settings
from webapp import create_app
from webapp.assets import SCRIPTS, STATIC, STYLES, htmx_file
from webapp.security import HEADERS, POLICY

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient

HTMX_SHA256 = "491955cd1810747d7d7b9ccb936400afb760e06d25d53e4572b64b6563b2784e"
ADDRESSES = (
    "/", "/search?q=harbour", "/search?q=harbour&by=article", "/search?q=harbour&by=speaker",
    "/search?q=harbour&year=2021", "/table?q=harbour", "/table?q=harbour&year=2021&rates=1",
    "/search?q=zzz", "/articles/harbour-2021", "/browse/speaker", "/help",
    "/bodies/Harbour%20Council", "/speakers/Ada%20Quill", "/documents/12-AB%2FCD", "/bodies/Nothing",
    "/healthz", "/readyz",
    "/static/whosaid.css", "/static/whosaid.js", "/static/htmx.js", "/static/favicon.svg", "/nothing", "/p/nothing",
    "/static/nothing",
)  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_carries_the_headers(client: FlaskClient, address: str) -> None:
    for answer in (client.get(address), client.get(address, headers={"HX-Request": "true"}), client.post(address)):
        for name, value in HEADERS.items():
            assert answer.headers[name] == value, name


def test_the_policy_allows_nothing_inline() -> None:
    assert POLICY.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert "unsafe" not in POLICY


@pytest.mark.parametrize("address", [a for a in ADDRESSES if not a.startswith("/static") and not a.endswith("z")])
def test_no_page_has_scripts_styles_or_handlers_of_its_own(client: FlaskClient, address: str) -> None:
    soup = BeautifulSoup(client.get(address).text, "lxml")
    run = [script for script in soup.select("script") if script.get("type") != "application/ld+json"]  # that is data
    assert all(script.get("src", "").startswith("/static/") and not script.text for script in run)
    assert not soup.select("style, [style]")
    assert not [tag for tag in soup.find_all(True) for name in tag.attrs if name.startswith(("on", "hx-on", "hx-vals"))]


@pytest.mark.parametrize("address", [a for a in ADDRESSES if not a.startswith("/static") and not a.endswith("z")])
def test_ids_are_unique_and_every_link_on_a_page_opens(client: FlaskClient, address: str) -> None:
    soup = BeautifulSoup(client.get(address).text, "lxml")
    ids = [tag["id"] for tag in soup.select("[id]")]
    assert len(ids) == len(set(ids))
    inside = {link["href"].partition("#")[0] for link in soup.select("a[href^='/']")}
    assert all(client.get(link).status_code == 200 for link in inside)


def test_a_page_is_asked_for_again_but_sent_only_when_it_changed(client: FlaskClient) -> None:
    first = client.get("/search?q=harbour")
    again = client.get("/search?q=harbour", headers={"If-None-Match": first.headers["ETag"]})
    assert first.headers["Cache-Control"] == "no-cache"
    assert (again.status_code, again.data) == (304, b"")


def test_static_files_with_a_version_are_kept_for_ever_and_errors_never(client: FlaskClient) -> None:
    soup = BeautifulSoup(client.get("/").text, "lxml")
    for address in [
        soup.select_one("link[rel=stylesheet]")["href"],
        *(script["src"] for script in soup.select("script")),
    ]:
        assert "immutable" in client.get(address).headers["Cache-Control"]
    assert "immutable" not in client.get("/static/whosaid.css").headers["Cache-Control"]
    assert client.get("/nothing").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(("folder", "parts", "kind"), [("styles", STYLES, "css"), ("scripts", SCRIPTS, "js")])
def test_every_part_is_served_once_in_the_one_file(
    client: FlaskClient, folder: str, parts: tuple[str, ...], kind: str
) -> None:
    written = {path.stem: path.read_text() for path in (STATIC.parent / folder).iterdir()}
    assert sorted(parts) == sorted(written)
    assert client.get(f"/static/whosaid.{kind}").text == "\n".join(written[part] for part in parts)


def test_htmx_is_the_file_we_know(client: FlaskClient) -> None:
    answer = client.get("/static/htmx.js")
    assert answer.mimetype == "text/javascript"
    assert hashlib.sha256(answer.data).hexdigest() == HTMX_SHA256


def test_another_htmx_can_be_served(archive: object, tmp_path: Path) -> None:
    other = tmp_path / "other.js"
    other.write_text("// another")
    app = create_app(archive, Settings(htmx_js=other))
    assert app.test_client().get("/static/htmx.js", buffered=True).text == "// another"


def test_a_missing_htmx_is_a_setting_to_mend(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("webapp.assets.HTMX_WHEEL", "no-such-distribution")
    with pytest.raises(ConfigError, match="HTMX_JS"):
        htmx_file(None)


def test_only_trusted_hosts_are_answered(archive: object) -> None:
    client = create_app(archive, Settings(trusted_hosts=("archive.example",))).test_client()
    assert client.get("/", headers={"Host": "archive.example"}).status_code == 200
    evil = client.get("/", headers={"Host": "evil.example"})
    assert evil.status_code == 400
    assert evil.headers["Content-Security-Policy"] == POLICY


def test_healthz_and_readyz(client: FlaskClient) -> None:
    assert client.get("/healthz").json == {"status": "ok"}
    assert client.get("/readyz").json == {"status": "ready", "generation": "7"}


class Broken:
    """An archive that cannot be opened."""

    published = 7

    def __init__(self, problem: Exception) -> None:
        self.problem = problem

    def lend(self) -> None:
        raise self.problem


@pytest.mark.parametrize(
    ("problem", "status", "words"),
    [
        (IndexStateError("there is no index; build it: whosaid index"), 503, "whosaid index"),
        (EngineError("x"), 503, "try again"),
        (QueryError("a page below one"), 400, "a page below one"),
    ],
)
def test_an_error_of_ours_is_a_page_with_its_status(problem: Exception, status: int, words: str) -> None:
    answer = create_app(Broken(problem), Settings()).test_client().get("/search")
    assert answer.status_code == status
    assert words in answer.text
    assert ("Retry-After" in answer.headers) == (status == 503)


def test_readyz_says_when_the_index_cannot_be_used() -> None:
    answer = create_app(Broken(IndexStateError("/secret/path")), Settings()).test_client().get("/readyz")
    assert (answer.status_code, answer.json) == (503, {"status": "not ready", "generation": "7"})


def test_a_fault_of_ours_is_a_page_too_and_tells_nothing() -> None:
    app: Flask = create_app(Broken(ZeroDivisionError("secret")), Settings())
    app.logger.disabled = True
    answer = app.test_client().get("/search")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert answer.headers["Content-Security-Policy"] == POLICY


def test_the_front_page_says_exactly_what_there_is(client: FlaskClient) -> None:
    soup = BeautifulSoup(client.get("/").text, "lxml")
    assert " ".join(soup.h1.text.split()) == "35 passages from 3 articles, 2 speakers heard, 2021 to 2022."
    assert [li.a.text for li in soup.select(".lists section:first-child li")] == ["Ada Quill", "Bo Trent"]


def test_every_figure_on_the_front_page_is_what_its_link_finds(client: FlaskClient) -> None:
    soup = BeautifulSoup(client.get("/").text, "lxml")
    examples = soup.select(".examples li")
    assert len(examples) == 3
    for item in [*examples, *soup.select(".lists li")]:
        link = item.select("a")[-1]["href"]
        found = BeautifulSoup(client.get(link).text, "lxml").select_one(".figure").text.split()[0]
        assert found == item.select_one(".count").text.split()[0]


def test_the_years_are_links_with_words_for_those_who_do_not_see_bars(client: FlaskClient) -> None:
    soup = BeautifulSoup(client.get("/").text, "lxml")
    assert [" ".join(bar.text.split()) for bar in soup.select(".years a")] == ["2021: 8 passages", "2022: 26 passages"]


def test_an_empty_archive_has_a_front_page(tmp_path: Path) -> None:
    from search import ENGINES

    engine = ENGINES["memory"].create(tmp_path / "engine")

    class Empty:
        edition = "1"

        def engine(self) -> object:
            return engine

        def lend(self) -> AbstractContextManager[None]:
            return nullcontext()

    client = create_app(Empty(), Settings()).test_client()
    assert "The archive is empty" in client.get("/").text
    assert client.get("/search?q=x").status_code == 200
    assert client.get("/help").status_code == 200


def test_a_facet_can_be_read_as_a_list_and_searched(client: FlaskClient) -> None:
    soup = BeautifulSoup(client.get("/browse/speaker").text, "lxml")
    assert [li.a.text for li in soup.select(".named li")] == ["Ada Quill", "Bo Trent", "No speaker named"]
    found = BeautifulSoup(client.get("/browse/speaker?find=trénT&order=name").text, "lxml")
    assert [li.a["href"] for li in found.select(".named li")] == ["/speakers/Bo%20Trent"]
    assert client.get("/browse/nothing").status_code == 404


def test_help_shows_examples_that_find_what_they_say(client: FlaskClient) -> None:
    rows = BeautifulSoup(client.get("/help").text, "lxml").select("tbody tr")
    live = [row for row in rows if row.a]
    assert len(live) >= 8
    for row in live:
        found = BeautifulSoup(client.get(row.a["href"]).text, "lxml").select_one(".figure").text.split()[0]
        assert found == row.select_one(".count").text


def test_the_operator_says_how_long_a_search_may_take(archive: object) -> None:
    client = create_app(archive, Settings(search_seconds=1e-9)).test_client()
    answer = client.get("/search?q=harbour")
    assert answer.status_code == 200
    assert "At least" in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
