"""No cookies, no accounts, nothing loaded from elsewhere, and nothing written down of what a reader asks."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from search import Settings
from webapp import create_app, logs

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient

ASKED = "dredgingscandal"
PAGES = ("/", f"/search?q={ASKED}", "/articles/harbour-2021?q=harbour", "/speakers/Ada%20Quill", "/browse/speaker",
         f"/suggest?q={ASKED}", "/help", "/nothing", "/static/whosaid.js")  # fmt: skip


@pytest.mark.parametrize("address", PAGES)
def test_no_answer_sets_a_cookie_or_depends_on_one(client: FlaskClient, address: str) -> None:
    plain = client.get(address)
    client.set_cookie("session", "somebody")
    known = client.get(address)
    assert "Set-Cookie" not in plain.headers
    assert "Cookie" not in plain.headers.get("Vary", "")
    assert (known.status_code, known.data) == (plain.status_code, plain.data)


def test_there_are_no_accounts_and_nothing_can_be_sent_in(app: Flask, client: FlaskClient) -> None:
    assert app.secret_key is None
    assert {method for rule in app.url_map.iter_rules() for method in rule.methods} == {"GET", "HEAD", "OPTIONS"}
    for address in PAGES:
        soup = BeautifulSoup(client.get(address).text, "lxml")
        assert {form.get("method", "get") for form in soup.select("form")} <= {"get", "dialog"}
        assert not soup.select("input[type=password], input[type=email]")


@pytest.mark.parametrize("address", PAGES[:-1])
def test_a_page_loads_everything_from_the_site_itself(client: FlaskClient, address: str) -> None:
    soup = BeautifulSoup(client.get(address).text, "lxml")
    loaded = [tag.get("src") or tag.get("href") for tag in soup.select("[src], link[rel=stylesheet], link[rel=icon]")]
    assert all(source.startswith("/") and not source.startswith("//") for source in loaded)
    for link in soup.select('a[href^="http"]'):
        assert link["referrerpolicy"] == "no-referrer"
        assert "noreferrer" in link["rel"]


def test_by_default_nothing_a_reader_asks_is_written_down(
    archive: object,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    app = create_app(archive, Settings())
    logs.start(logging.sys.stderr, Settings().log)
    caplog.set_level(logging.DEBUG)
    logging.getLogger().addHandler(caplog.handler)
    client = app.test_client()
    for address in PAGES:
        client.get(address, buffered=True)
    monkeypatch.setattr("webapp.routes.search_page", lambda *_: 1 / 0)  # also not when something goes wrong
    assert client.get(f"/search?q={ASKED}").status_code == 500
    heard = capsys.readouterr()
    assert "ZeroDivisionError" in caplog.text
    assert ASKED not in caplog.text + heard.out + heard.err
