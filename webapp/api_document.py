"""The OpenAPI document of the API. Its parameters follow from the field table; a test holds its paths to the routes."""

from __future__ import annotations

from typing import Any

from search import FACETS, FIELDS, PAGE_SIZE, PAGE_SIZE_MAX, QUERY_CHARACTERS, Field, Sort
from webapp.api_schemas import SCHEMAS, Schema, named

Parameter = dict[str, Any]

VERSION = "1.0.0"
_ERRORS = {
    "400": "The query or another argument cannot be read, or is over a limit; nothing is left out in silence.",
    "404": "There is no such thing in the archive.",
    "410": "The index was built again since the cursor was given: begin without one. Or the thing is gone.",
    "503": "The index cannot be used, or too many are searching; `Retry-After` says when to come again.",
}
_ELSEWHERE = {
    "303": "The passage was edited, or the article renamed: `Location` has what it became.",
    "304": "The index has not changed since the answer whose `ETag` was sent.",
}


def document(server: str) -> dict[str, Any]:
    """The document of an API that is served at the address `server`."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "whosaid",
            "version": VERSION,
            "description": "Who said what, when, and for which body: passages of news and official speech.",
        },
        "servers": [{"url": server}],
        "paths": {path: {"get": operation} for path, operation in _operations().items()},
        "components": {"schemas": SCHEMAS},
    }


def _operations() -> dict[str, Any]:
    query = [_text("q", "The query, in the query language.", maxLength=QUERY_CHARACTERS), _sort(), *_filters()]
    paged = [_size(), _text("cursor", "The `cursor` of the answer before.")]
    browsed = [*query, *paged, _text("find", "Only values that hold these words.")]
    kinds = {"speakers": "speakers heard", "bodies": "bodies named", "documents": "documents cited"}
    by = _path("name", "Its name, in any spelling.")
    return {
        "/search": _operation("search", "Passages that answer a query", "Search", [*query, *paged]),
        "/facets": _operation("facets", "Every facet of a result, with its first values", "Facets", query),
        "/facets/{name}": _operation("facet", "The values of one facet of a result", "Facet", [_facet(), *browsed]),
        **{f"/{kind}": _operation(kind, f"The {what} in a result", "Facet", browsed) for kind, what in kinds.items()},
        **{
            f"/{kind}/{{name}}": _operation(f"{kind}_named", f"One of the {what}", "Portrait", [by])
            for kind, what in kinds.items()
        },
        "/articles/{key}": _operation(
            "article", "An article", "Article", [_path("key", "Its id, or the key in the address of its page.")]
        ),
        "/passages/{passage_id}": _operation(
            "passage", "A passage", "Passage", [_path("passage_id", "The id that every answer gives.")]
        ),
        "/openapi.json": {
            "operationId": "openapi",
            "summary": "This document",
            "responses": {"200": _content("The document.", {"type": "object"}), **_failures("304", "503")},
        },
    }


def _operation(name: str, summary: str, shape: str, parameters: list[Parameter]) -> dict[str, Any]:
    return {
        "operationId": name,
        "summary": summary,
        "parameters": parameters,
        "responses": {"200": _content(summary, named(shape)), **_failures(*_ELSEWHERE, *_ERRORS)},
    }


def _failures(*statuses: str) -> dict[str, Any]:
    return {
        s: {"description": _ELSEWHERE[s]} if s in _ELSEWHERE else _content(_ERRORS[s], named("Error")) for s in statuses
    }


def _content(description: str, schema: Schema) -> dict[str, Any]:
    return {"description": description, "content": {"application/json": {"schema": schema}}}


def _filters() -> list[Parameter]:
    """Each field twice: what is chosen, and what is left out."""
    return [
        {
            "name": f"{sign}{field.name}",
            "in": "query",
            "description": f"{what} {field.label}: {_values(field)}. May be given several times.",
            "schema": {"type": "array", "items": {"type": "string", "minLength": 1}},
            "style": "form",
            "explode": True,
        }
        for sign, what in (("", "Only this"), ("-", "Never this"))
        for field in FIELDS
    ]


def _values(field: Field) -> str:
    none = f", or `none` for “{field.none}”" if field.none else ""
    return f"a value{' or a range such as `2022..2024`' if field.ranges else ''}{none}"


def _sort() -> Parameter:
    schema = {"type": "string", "enum": [sort.value for sort in Sort], "default": Sort.RELEVANCE.value}
    return {"name": "sort", "in": "query", "description": "The order of the hits.", "schema": schema}


def _size() -> Parameter:
    schema = {"type": "integer", "minimum": 1, "maximum": PAGE_SIZE_MAX, "default": PAGE_SIZE}
    return {"name": "size", "in": "query", "description": "How many at a time.", "schema": schema}


def _text(name: str, description: str, **limits: int) -> Parameter:
    return {"name": name, "in": "query", "description": description, "schema": {"type": "string", **limits}}


def _path(name: str, description: str) -> Parameter:
    schema = {"type": "string", "minLength": 1}
    return {"name": name, "in": "path", "required": True, "description": description, "schema": schema}


def _facet() -> Parameter:
    return {**_path("name", "A facet."), "schema": {"type": "string", "enum": [field.name for field in FACETS]}}
