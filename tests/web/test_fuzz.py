"""Whatever address is asked for is answered: never with a fault of ours, always with the headers of every answer."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from torture.asking import SLOW, address
from webapp.security import HEADERS

if TYPE_CHECKING:
    from flask.testing import FlaskClient


@pytest.mark.parametrize("seed", range(8))
def test_no_address_gives_a_fault(client: FlaskClient, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - no secret
    for asked in (address(dice) for _ in range(40)):
        answer = client.get(asked, headers={"HX-Request": "true"} if dice.random() < 0.5 else {})
        assert answer.status_code < 500, asked
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS, asked


@pytest.mark.parametrize("query", SLOW)
def test_what_is_meant_to_be_slow_is_answered(client: FlaskClient, query: str) -> None:
    assert client.get("/search", query_string={"q": query}).status_code == 200
