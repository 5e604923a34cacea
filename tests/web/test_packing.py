"""Answers are packed for browsers that can unpack them."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from flask.testing import FlaskClient

GZIP = {"Accept-Encoding": "br, gzip"}


@pytest.mark.parametrize("address", ["/search?q=harbour", "/articles/harbour-2021", "/static/whosaid.css"])
def test_what_is_unpacked_is_what_is_sent_to_who_cannot(client: FlaskClient, address: str) -> None:
    plain, packed = client.get(address), client.get(address, headers=GZIP)
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert int(packed.headers["Content-Length"]) == len(packed.data) < len(plain.data) / 2
    assert "Accept-Encoding" in plain.headers["Vary"]
    assert "Accept-Encoding" in packed.headers["Vary"]


@pytest.mark.parametrize("headers", [{}, {"Accept-Encoding": "identity"}, {"Accept-Encoding": "gzip;q=0"}])
def test_who_does_not_ask_for_it_gets_nothing_packed(client: FlaskClient, headers: dict[str, str]) -> None:
    assert "Content-Encoding" not in client.get("/search", headers=headers).headers


def test_a_packed_page_is_sent_again_only_when_it_changed(client: FlaskClient) -> None:
    tag = client.get("/search?q=harbour", headers=GZIP).headers["ETag"]
    again = client.get("/search?q=harbour", headers={**GZIP, "If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")


def test_what_is_small_or_an_error_goes_as_it_is(client: FlaskClient) -> None:
    for address in ("/healthz", "/suggest?q=zzz", "/nothing"):
        assert "Content-Encoding" not in client.get(address, headers=GZIP).headers
