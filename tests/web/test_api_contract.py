"""The OpenAPI document: valid, about the very routes there are, and true of whatever is asked by it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from search import FIELDS
from webapp.api_document import document
from webapp.params import query_string

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient

DOCUMENT = document("https://archive.example/api/v1")
OPERATIONS = {path: item["get"] for path, item in DOCUMENT["paths"].items()}
WORDS = st.sampled_from(
    ["harbour", "budget", "Ada Quill", "none", "2021..2022", '"', "(", "*", "-", "AND", "speaker:", "\0", "%2F"]
)
TEXT = st.lists(WORDS | st.text(max_size=8), max_size=4).map(" ".join)
KNOWN = {
    "key": ["harbour-2021", "note"],
    "name": ["Ada Quill", "Harbour Council", "12-AB/CD", "speaker"],
    "passage_id": ["sl6vnnd6i4xx6lir"],
}


def test_the_document_is_valid() -> None:
    validate(DOCUMENT)


def test_the_document_has_every_route_and_no_other(app: Flask) -> None:
    rules = [rule for rule in app.url_map.iter_rules() if rule.endpoint.startswith("api.")]
    routes = {re.sub(r"<(?:path:)?(\w+)>", r"{\1}", rule.rule).removeprefix("/api/v1") for rule in rules}
    assert routes == set(OPERATIONS)
    assert all(rule.methods is not None and rule.methods >= {"GET"} for rule in rules)
    for path, operation in OPERATIONS.items():
        named = {p["name"] for p in operation.get("parameters", ()) if p["in"] == "path"}
        assert named == set(re.findall(r"\{(\w+)\}", path))


def test_every_field_can_be_chosen_and_left_out() -> None:
    names = {parameter["name"] for parameter in OPERATIONS["/search"]["parameters"]}
    assert names == {"q", "sort", "size", "cursor", *(f"{sign}{field.name}" for sign in ("", "-") for field in FIELDS)}


@cache
def validator(reference: str) -> Draft202012Validator:
    return Draft202012Validator({"$ref": reference, "components": DOCUMENT["components"]})


def values_of(parameter: dict[str, Any]) -> st.SearchStrategy[list[str]]:
    """What may be given for a parameter: by its schema, and what has nothing to do with it."""
    schema = parameter["schema"]
    match schema:
        case {"enum": words}:
            meant = st.sampled_from(words)
        case {"type": "integer"}:
            meant = st.integers(schema["minimum"], schema["maximum"]).map(str)
        case {"type": "array"}:
            return st.lists(TEXT, max_size=2)
        case _:
            meant = TEXT
    known = st.sampled_from(KNOWN.get(parameter["name"], ["x"]))
    return st.lists(meant | known | TEXT, min_size=1, max_size=1) | st.just([])


@st.composite
def requests(draw: st.DrawFn) -> tuple[str, str]:
    """A path of the document and an address made for it."""
    path = draw(st.sampled_from(sorted(OPERATIONS)))
    parameters = OPERATIONS[path].get("parameters", [])
    address, asked = path, []
    for parameter in parameters:
        if parameter["in"] == "path":
            value = "".join(draw(values_of(parameter))) or "x"
            address = address.replace(f"{{{parameter['name']}}}", quote(value, safe=""))
    for parameter in draw(st.lists(st.sampled_from(parameters), max_size=4)) if parameters else ():
        if parameter["in"] == "query":
            asked += [(parameter["name"], value) for value in draw(values_of(parameter))]
    return path, f"/api/v1{address}{query_string(asked)}"


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(requests())
def test_whatever_is_asked_the_answer_is_as_the_document_says(client: FlaskClient, request_: tuple[str, str]) -> None:
    path, address = request_
    found = client.get(address)
    assert found.status_code < 500
    if found.status_code == 308:  # a path that ends in a slash, or begins with another one
        return
    told = OPERATIONS[path]["responses"][str(found.status_code)]
    schema = told["content"]["application/json"]["schema"]
    if "$ref" in schema:
        validator(schema["$ref"]).validate(found.json)


@pytest.mark.parametrize("path", sorted(OPERATIONS))
def test_every_operation_can_be_answered(client: FlaskClient, path: str) -> None:
    """So that the run above is not all errors."""
    known = {"/speakers/{name}": "Ada Quill", "/bodies/{name}": "Harbour Council", "/documents/{name}": "12-AB%2FCD"}
    name = known.get(path, "speaker")
    found = client.get(f"/api/v1{path}".format(name=name, key="note", passage_id=KNOWN["passage_id"][0]))
    assert found.status_code == 200
    schema = OPERATIONS[path]["responses"]["200"]["content"]["application/json"]["schema"]
    if "$ref" in schema:
        validator(schema["$ref"]).validate(found.json)
