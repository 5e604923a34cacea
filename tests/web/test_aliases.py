"""Names that only the authority knows: they find the person or body in a facet, while typing, and by address."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from search import ENGINES, Archive, Job, Settings, build, read_authority
from webapp import create_app

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flask.testing import FlaskClient

AUTHORITY = """
[[person]]
name = "Ada Quill"
aliases = ["Adelaide Featherstone"]

[[body]]
name = "Harbour Council"
variants = ["Quayside Board"]

[[person]]
name = "Zeno Absent"
aliases = ["Featherstone the Elder"]
"""
SPEAKERS = ("Ada Quill", "Bo Trent", "Cy Low", "Di Marsh", "Ed Vale", "Flo Hart", "Gus Pike", "Hal Moor", "Ivy Lane")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """The site over an archive that was built with an authority."""
    folder: Path = tmp_path_factory.mktemp("aliases")
    (folder / "seeds").mkdir()
    (folder / "authority.toml").write_text(AUTHORITY, encoding="utf-8")
    held = (
        {"article_id": name, "title": "Notice", "date": "2021", "speaker": name, "organisation": "Harbour Council"}
        for name in SPEAKERS
    )
    lines = (json.dumps({**one, "paragraphs": ["The harbour will be dredged."]}) + "\n" for one in held)
    (folder / "seeds" / "notices.jsonl").write_text("".join(lines), encoding="utf-8")
    build(Job(folder / "seeds", folder / "index", "whoosh", ENGINES, read_authority(folder / "authority.toml")))
    archive = Archive(folder / "index")
    yield create_app(archive, Settings.from_env()).test_client()
    archive.close()


@pytest.mark.parametrize(("facet", "typed", "name"), [
    ("speaker", "featherstone", "Ada Quill"),
    ("speaker", "Adelaide", "Ada Quill"),
    ("speaker_body", "quayside", "Harbour Council"),
])  # fmt: skip
def test_an_alias_finds_its_name_inside_a_facet(client: FlaskClient, facet: str, typed: str, name: str) -> None:
    soup = BeautifulSoup(client.get(f"/browse/{facet}?q=harbour&find={typed}").text, "lxml")
    assert [value.text for value in soup.select(".values .label")] == [name]


def test_an_alias_is_offered_while_typing_and_told(client: FlaskClient) -> None:
    soup = BeautifulSoup(client.get("/suggest?q=feather").text, "lxml")
    (option,) = soup.select("[role=option]")
    assert (option.select_one(".label").text, option.select_one(".as").text) == (
        "Ada Quill",
        "“Adelaide Featherstone”",
    )


@pytest.mark.parametrize(
    ("asked", "led"),
    [
        ("/speakers/Adelaide%20Featherstone", "/speakers/Ada%20Quill"),
        ("/bodies/quayside%20board", "/bodies/Harbour%20Council"),
    ],
)
def test_an_alias_in_an_address_leads_to_the_page(client: FlaskClient, asked: str, led: str) -> None:
    answer = client.get(asked)
    assert (answer.status_code, answer.location) == (303, led)
    assert client.get(led).status_code == 200


def test_an_alias_of_someone_who_is_not_there_leads_nowhere(client: FlaskClient) -> None:
    assert client.get("/speakers/Featherstone%20the%20Elder").status_code == 404
