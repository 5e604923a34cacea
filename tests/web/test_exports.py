"""The whole result as a file: every row, streamed, or an error that says so."""

from __future__ import annotations

import csv
import io
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup

from search import EXPORTS, Query, Settings
from webapp import create_app

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask.testing import FlaskClient

    from search import Archive, Passage, ResultPage, SearchEngine


@pytest.mark.parametrize("form", EXPORTS)
def test_the_page_links_to_each_form_of_its_whole_result(client: FlaskClient, form: str) -> None:
    soup = BeautifulSoup(client.get("/search?q=budget&speaker=none&page=2").text, "lxml")
    (link,) = [link for link in soup.select(".takeaways a") if link.text == EXPORTS[form].label]
    answer = client.get(link["href"])
    assert answer.status_code == 200
    assert answer.content_type == f"{EXPORTS[form].media_type}; charset=utf-8"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="whosaid-budget{EXPORTS[form].suffix}"'
    assert answer.headers["Cache-Control"] == "no-store"


def test_an_export_has_as_many_rows_as_the_page_counts(client: FlaskClient, archive: Archive) -> None:
    rows = list(csv.reader(io.StringIO(client.get("/export/csv?q=budget").text, newline="")))
    total = archive.engine().search(Query("budget")).total
    assert ["# passages", str(total)] in rows
    assert len(rows) == 8 + 1 + total
    assert ["# index generation", "7"] in rows


def test_an_empty_result_offers_no_file_and_an_unknown_form_is_not_found(client: FlaskClient) -> None:
    assert "/export/" not in client.get("/search?q=zzzz").text
    assert client.get("/export/docx?q=budget").status_code == 404


class Watched:
    """An archive whose engine tells how many passages were taken from it, and may not finish its search."""

    generation = edition = "7"

    def __init__(self, archive: Archive, *, complete: bool = True) -> None:
        self._engine, self._complete, self.taken = archive.engine(), complete, 0

    def lend(self) -> AbstractContextManager[None]:
        return nullcontext()

    def engine(self) -> SearchEngine:
        return self  # type: ignore[return-value] # as much of one as is asked for here

    def search(self, *args: Any, **_: Any) -> ResultPage:
        return replace(self._engine.search(*args), complete=self._complete)

    def passages(self, *args: Any) -> Iterator[Passage]:
        for passage in self._engine.passages(*args):
            self.taken += 1
            yield passage


def watched_client(watched: Watched) -> FlaskClient:
    return create_app(watched, Settings.from_env()).test_client()  # type: ignore[arg-type]


def test_passages_are_read_while_the_file_is_sent(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("webapp.exports._PIECE", 1)
    watched = Watched(archive)
    with watched_client(watched).get("/export/jsonl?q=budget") as answer:
        pieces = answer.iter_encoded()
        next(pieces), next(pieces)
        assert watched.taken == 1
        assert len(list(pieces)) > 10
        assert watched.taken > 10


def test_an_unfinished_search_is_an_error_and_no_short_file(archive: Archive) -> None:
    answer = watched_client(Watched(archive, complete=False)).get("/export/csv?q=budget")
    assert answer.status_code == 503
    assert "a part of a result is not exported" in answer.text


def test_exports_leave_room_for_searches_until_they_are_sent_or_given_up(archive: Archive) -> None:
    app = create_app(archive, replace(Settings.from_env(), searches=2))
    client = app.test_client()
    with client.get("/export/jsonl?q=budget") as first:
        assert app.test_client().get("/export/jsonl?q=budget").status_code == 503
        assert app.test_client().get("/search?q=budget").status_code == 200
        assert next(first.iter_encoded())
    assert app.test_client().get("/export/jsonl?q=budget", buffered=True).status_code == 200
