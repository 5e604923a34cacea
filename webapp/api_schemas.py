"""The shapes of the API as JSON Schema (2020-12, as OpenAPI 3.1 uses it)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from search import Grade, Kind, Mode, Precision, Sort

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "integer", "minimum": 0}
FLAG: Schema = {"type": "boolean"}
ADDRESS: Schema = {"type": "string", "format": "uri"}
SPAN: Schema = {
    "type": "array",
    "prefixItems": [NUMBER, NUMBER],
    "minItems": 2,
    "maxItems": 2,
    "description": "Start and end in Unicode code points, the end not included.",
}


def shape(description: str, **properties: Schema) -> Schema:
    """An object that has exactly these properties."""
    return {
        "type": "object",
        "description": description,
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def maybe(schema: Schema) -> Schema:
    """The value, or null where it is not known."""
    return {"anyOf": [schema, {"type": "null"}]}


def many(schema: Schema) -> Schema:
    """A list."""
    return {"type": "array", "items": schema}


def one_of(values: Iterable[str]) -> Schema:
    """One of a few words."""
    return {"type": "string", "enum": [str(value) for value in values]}


def named(name: str) -> Schema:
    """A shape of `SCHEMAS`."""
    return {"$ref": f"#/components/schemas/{name}"}


_DATE: Schema = {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}
_VALUE: Schema = {"type": ["string", "integer", "null"], "description": "Null is “none”; a single year is a number."}
_PAGED = {"cursor": maybe(TEXT), "next": maybe(ADDRESS)}
_INDEX = {"generation": TEXT}
_PERIOD = {"first": named("Dating"), "last": named("Dating")}
_NAMES = {"persons": many(TEXT), "organisations": many(TEXT), "documents": many(TEXT)}
_ARTICLE = {
    "file": TEXT,
    "article_id": TEXT,
    "title": maybe(TEXT),
    "outlet": maybe(TEXT),
    "place": maybe(TEXT),
    "url": maybe(TEXT),
    "published": named("Dating"),
    "event": named("Dating"),
}
_PASSAGE = {
    "passage_id": TEXT,
    "ordinal": NUMBER,
    "kind": one_of(Kind),
    "searched": FLAG,
    "repeat": FLAG,
    "heading": maybe(TEXT),
    "text": TEXT,
    "start": NUMBER,
    "end": NUMBER,
    "repairs": many({"type": "array", "prefixItems": [NUMBER, NUMBER, TEXT], "minItems": 3, "maxItems": 3}),
    "attributions": many(named("Attribution")),
    **_NAMES,
    "offices": many(shape("A title that only an office row resolves.", printed=TEXT, person=TEXT, row=TEXT)),
    "speakers": many(TEXT),
    "link": ADDRESS,
}

SCHEMAS: dict[str, Schema] = {
    "Error": shape(
        "Why there is no answer, and what to do. Every error has this shape.",
        error=shape("The error.", status=NUMBER, title=TEXT, text=TEXT, detail=maybe(TEXT)),
    ),
    "Dating": shape(
        "A date as far as it is known; all null where nothing is.",
        value=maybe(_DATE),
        precision=maybe(one_of(Precision)),
        stated=maybe(FLAG),
        evidence=maybe(TEXT),
        until=maybe(_DATE),
    ),
    "Filter": shape("A chosen or excluded value.", facet=TEXT, value=_VALUE),
    "Interpretation": shape(
        "A part of the query as it was understood.", text=TEXT, status=one_of(["applied"]), reason=maybe(TEXT)
    ),
    "FacetValue": shape(
        "A value with the total that choosing it alone in its facet gives.",
        value=_VALUE, label=TEXT, count=NUMBER, selected=FLAG, excluded=FLAG,
    ),
    "Attribution": shape(
        "Who is heard, and how that is known.",
        speaker=maybe(TEXT),
        collective=maybe(TEXT),
        printed=TEXT,
        mode=one_of(Mode),
        grade=one_of(Grade),
        cue=maybe(SPAN),
        content=maybe(SPAN),
        mention=maybe(SPAN),
        office=maybe(TEXT),
        body=maybe(TEXT),
        evidence=shape(
            "The rule and what it rests on.",
            rule=TEXT, antecedent=maybe(NUMBER), words=maybe(TEXT), office_row=maybe(TEXT),
        ),
    ),
    "Printed": shape("A way of printing a name or title.", text=TEXT, count=NUMBER, example=TEXT, **_PERIOD),
    "Voice": shape(
        "Somebody who is heard.", facet=TEXT, name=TEXT, count=NUMBER, titles=many(named("Printed")), **_PERIOD
    ),
    "Hit": shape(
        "A found passage; `matches` are what the query hits in its text.",
        rank=NUMBER,
        passage_id=TEXT,
        article_id=TEXT,
        file=TEXT,
        url=maybe(TEXT),
        ordinal=NUMBER,
        kind=one_of(Kind),
        title=maybe(TEXT),
        heading=maybe(TEXT),
        text=TEXT,
        score={"type": "number"},
        speakers=many(TEXT),
        **_NAMES,
        outlet=maybe(TEXT),
        year=maybe({"type": "integer"}),
        published=named("Dating"),
        event=named("Dating"),
        matches=many(SPAN),
        link=ADDRESS,
    ),
    "Search": shape(
        "A page of hits. Where `complete` is false the deadline came first, and `total` is the least it can be.",
        **_INDEX,
        query=TEXT,
        text=TEXT,
        filters=many(named("Filter")),
        excluded=many(named("Filter")),
        sort=one_of(Sort),
        interpretation=many(named("Interpretation")),
        complete=FLAG,
        total=NUMBER,
        page_size=NUMBER,
        hits=many(named("Hit")),
        elapsed_ms={"type": "number"},
        **_PAGED,
    ),
    "Facets": shape(
        "Every facet of a result; `total` of a facet is the number of its values.",
        **_INDEX,
        complete=FLAG,
        total=NUMBER,
        facets=many(shape("A facet.", name=TEXT, label=TEXT, total=NUMBER, values=many(named("FacetValue")))),
    ),
    "Facet": shape(
        "A page of the values of one facet.",
        **_INDEX,
        name=TEXT, label=TEXT, complete=FLAG, total=NUMBER, values=many(named("FacetValue")), **_PAGED,
    ),
    "Portrait": shape(
        "What the archive knows of a speaker, a body or a document: totals are of passages.",
        **_INDEX,
        name=TEXT,
        facet=TEXT,
        complete=FLAG,
        named=NUMBER,
        heard=NUMBER,
        printed=many(named("Printed")),
        titles=many(named("Printed")),
        voices=many(named("Voice")),
    ),
    "Passage": shape("A passage with its article.", **_INDEX, **_ARTICLE, **_PASSAGE),
    "Article": shape(
        "An article with its passages in reading order.",
        **_INDEX,
        **_ARTICLE,
        link=ADDRESS,
        passages=many(shape("A passage of the article.", **_PASSAGE)),
    ),
}  # fmt: skip
