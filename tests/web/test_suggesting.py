"""What the box offers while somebody types."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup, Tag

if TYPE_CHECKING:
    from flask.testing import FlaskClient


def options(client: FlaskClient, typed: str, **kept: str) -> list[Tag]:
    answer = client.get("/suggest", query_string={"q": typed, **kept})
    assert answer.status_code == 200
    return BeautifulSoup(answer.text, "lxml").select('li[role="option"]')


def named(client: FlaskClient, typed: str) -> dict[str, str]:
    found = options(client, typed)
    return {o.select_one(".label").text: noun.text if (noun := o.select_one(".noun")) else "" for o in found}


def test_persons_bodies_documents_and_words_are_offered(client: FlaskClient) -> None:
    assert named(client, "qui")["Ada Quill"] == "speaker"
    assert named(client, "harb") == {"Harbour Council": "body", "harbour": ""}
    assert named(client, "12-A")["12-AB/CD"] == "document"


@pytest.mark.parametrize("typed", ["ad", "harb", "12-a", "tren", "budg"])
def test_the_number_beside_an_option_is_what_it_finds_by_itself(client: FlaskClient, typed: str) -> None:
    found = options(client, typed)
    assert found
    for option in found:
        page = BeautifulSoup(client.get(option["data-link"]).text, "lxml")
        assert page.select_one(".figure").text.split()[0] == option.select_one(".count").text.split()[0]
        assert page.select_one("#q")["value"] == option["data-text"]


def test_a_name_becomes_a_filter_and_the_rest_of_the_question_is_kept(client: FlaskClient) -> None:
    (option, *_) = options(client, "storms ada qu", year="2021", page="3")
    assert (option["data-link"], option["data-text"]) == ("/search?q=storms&speaker=Ada+Quill&year=2021", "storms")


def test_a_word_completes_the_typed_one(client: FlaskClient) -> None:
    option = options(client, "council harb")[-1]
    assert option["data-text"] == "council harbour"


def test_a_filter_that_is_chosen_already_stays_chosen(client: FlaskClient) -> None:
    (option, *_) = options(client, "ada qu", speaker="Ada Quill")
    assert option["data-link"] == "/search?speaker=Ada+Quill"


@pytest.mark.parametrize("typed", ["", "a", " ", "zzzz", '"><script>alert(1)</script>', "x" * 3000])
def test_where_nothing_begins_so_nothing_is_offered(client: FlaskClient, typed: str) -> None:
    assert options(client, typed) == []
