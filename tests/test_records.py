"""What the JSON of the contract says of a passage, a hit and a page."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from search.engines.base import Statistics
from search.model import (
    ArticleInfo,
    Attribution,
    Collective,
    Dating,
    Evidence,
    Grade,
    Kind,
    Mention,
    MentionKind,
    Mode,
    OfficeMention,
    Passage,
    Precision,
    Repair,
    Span,
)
from search.query import Filter, Query
from search.records import dating_record, hit_record, page_record, passage_record, statistics_record
from search.results import FacetCounts, FacetValue, Hit, Interpretation, ResultPage, Status

SCHEMAS = Path(__file__).resolve().parents[1] / "docs" / "schemas"
TEXT = "The President said\xa0that Directive 35 stands."
STATED = Dating(date(2024, 12, 12), Precision.DAY, stated=True, evidence="December 12, 2024")
EVENT = Dating(date(2024, 12, 1), Precision.MONTH, stated=False, evidence="this month", until=date(2024, 12, 31))
INFO = ArticleInfo("a", "A title", "VNA", "Hanoi", STATED, EVENT, "https://example.org/a", "2024/a.txt", "0" * 64)
UNKNOWN = ArticleInfo("b", None, None, None, None, None, None, "b.txt", "0" * 64)
PASSAGE = Passage(
    id="abcdefghij234567",
    article=INFO,
    ordinal=3,
    kind=Kind.BODY,
    span=Span(10, 10 + len(TEXT)),
    text=TEXT,
    repairs=(Repair(Span(18, 19), " "),),
    heading="On the plan",
    attributions=(
        Attribution(
            speaker="Luong Cuong",
            collective=None,
            printed="The President",
            mode=Mode.REPORTED,
            grade=Grade.ROLE,
            cue=Span(14, 18),
            content=Span(19, 42),
            evidence=Evidence("role", antecedent=1, words="President Luong Cuong", office_row="President: Luong Cuong"),
            mention=Span(0, 13),
            office="President",
            body="Presidency",
        ),
        Attribution(
            None, Collective.REPORT, "the report", Mode.CONTINUED, Grade.CONTINUATION, None, None, Evidence("goes-on")
        ),
    ),
    mentions=(
        Mention("Luong Cuong", MentionKind.PERSON, Span(0, 13), "The President"),
        Mention("Politburo", MentionKind.ORGANISATION, Span(0, 3), "The"),
        Mention("35", MentionKind.DOCUMENT, Span(34, 36), "35"),
        Mention("35", MentionKind.DOCUMENT, Span(34, 36), "35"),
    ),
    offices=(OfficeMention("The President", "Luong Cuong", "President: Luong Cuong", Span(0, 13)),),
)
BARE = Passage("abcdefghij234568", UNKNOWN, 0, Kind.CAPTION, Span(0, 5), "Photo", repeat=True)
PAGE = ResultPage(
    query=Query("reform", (Filter("year", "2024"), Filter("speaker", None)), (Filter("year", "2019..2021"),)),
    interpretation=(
        Interpretation("reform", Status.APPLIED),
        Interpretation("wat:x", Status.IGNORED, "there is no field wat"),
    ),
    total=11,
    hits=(Hit(PASSAGE, 1, 2.5, (Span(4, 13), Span(14, 18))), Hit(BARE, 2, 0.25, ())),
    facets=(
        FacetCounts("year", (FacetValue("2024", "2024", 9, selected=True), FacetValue(None, "Undated", 2))),
        FacetCounts("speaker", (FacetValue("To Lam", "To Lam", 4, excluded=True), FacetValue("2024", "2024", 1))),
    ),
    elapsed_ms=1.23456,
)


def schema(name: str) -> dict[str, Any]:
    return json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))


def told(record: dict[str, Any]) -> dict[str, Any]:
    """The record as another program reads it."""
    return json.loads(json.dumps(record))


def keys_without_description(record: Any, described: dict[str, Any], root: dict[str, Any], at: str = "") -> list[str]:
    """Keys of a record that its schema does not know; it would be valid with them, because keys may be added."""
    described = root["$defs"][described["$ref"].rpartition("/")[2]] if "$ref" in described else described
    if isinstance(record, list) and isinstance(described.get("items"), dict):
        return [k for item in record for k in keys_without_description(item, described["items"], root, f"{at}[]")]
    if not isinstance(record, dict):
        return []
    inner = described.get("properties", {})
    rest = described.get("additionalProperties")
    found = [f"{at}.{key}" for key in record if key not in inner and not rest]
    for key, value in record.items():
        found += keys_without_description(value, inner.get(key) or rest or {}, root, f"{at}.{key}")
    return found


RECORDS = {
    "passage": [passage_record(PASSAGE, "seeds/a.txt"), passage_record(BARE, "b.txt")],
    "search": [page_record(PAGE, "reform year:2024")],
    "stats": [statistics_record(Statistics(1, 2, 2, 1, PAGE.facets), "7")],
}


@pytest.mark.parametrize("name", RECORDS)
def test_a_schema_is_itself_valid(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize("name", RECORDS)
def test_records_are_as_the_schema_says_and_the_schema_knows_every_key(name: str) -> None:
    for record in RECORDS[name]:
        assert list(Draft202012Validator(schema(name)).iter_errors(told(record))) == []
        assert keys_without_description(told(record), schema(name), schema(name)) == []


@pytest.mark.parametrize("name", RECORDS)
def test_a_record_that_lacks_a_key_is_not_as_the_schema_says(name: str) -> None:
    whole = told(RECORDS[name][0])
    for key in whole:
        less = {other: value for other, value in whole.items() if other != key}
        assert not Draft202012Validator(schema(name)).is_valid(less), key


def test_a_passage_has_every_key_of_the_contract() -> None:
    record = passage_record(PASSAGE, "seeds/a.txt")
    assert (record["file"], record["article_id"], record["ordinal"], record["kind"]) == ("seeds/a.txt", "a", 3, "body")
    assert (record["start"], record["end"], record["text"]) == (10, 10 + len(TEXT), TEXT)
    assert record["repairs"] == [[18, 19, " "]]
    assert record["persons"] == ["Luong Cuong"]
    assert record["organisations"] == ["Politburo"]
    assert record["documents"] == ["35"]
    assert record["offices"] == [{"printed": "The President", "person": "Luong Cuong", "row": "President: Luong Cuong"}]
    assert (record["heading"], record["repeat"]) == ("On the plan", False)


def test_an_attribution_tells_who_how_and_why() -> None:
    first, second = passage_record(PASSAGE, "a.txt")["attributions"]
    assert (first["speaker"], first["collective"], first["printed"]) == ("Luong Cuong", None, "The President")
    assert (first["mode"], first["grade"]) == ("reported", "role")
    assert [TEXT[slice(*first[key])] for key in ("cue", "mention")] == ["said", "The President"]
    assert first["evidence"] == {
        "rule": "role",
        "antecedent": 1,
        "words": "President Luong Cuong",
        "office_row": "President: Luong Cuong",
    }
    assert (second["speaker"], second["collective"], second["cue"], second["content"]) == (None, "report", None, None)


def test_what_is_unknown_is_null_and_its_key_is_there() -> None:
    record = passage_record(BARE, "b.txt")
    nothing = {"value": None, "precision": None, "stated": None, "evidence": None, "until": None}
    assert [record[key] for key in ("title", "outlet", "place", "url", "heading")] == [None] * 5
    assert record["published"] == record["event"] == nothing
    assert record["attributions"] == record["persons"] == record["documents"] == []


def test_a_date_says_no_more_than_is_known() -> None:
    assert dating_record(EVENT) == {
        "value": "2024-12",
        "precision": "month",
        "stated": False,
        "evidence": "this month",
        "until": "2024-12-31",
    }


def test_a_hit_has_the_matches_as_pairs_and_the_year_as_a_number() -> None:
    hit = hit_record(PAGE.hits[0])
    assert (hit["rank"], hit["score"], hit["year"], hit["file"]) == (1, 2.5, 2024, "2024/a.txt")
    assert [TEXT[slice(*match)] for match in hit["matches"]] == ["President", "said"]
    assert hit["speakers"] == ["Luong Cuong"]
    assert hit_record(PAGE.hits[1])["year"] is None


def test_a_page_reads_the_query_back() -> None:
    page = page_record(PAGE, "reform year:2024")
    assert (page["query"], page["text"]) == ("reform year:2024", "reform")
    assert page["filters"] == [{"facet": "speaker", "value": None}, {"facet": "year", "value": 2024}]
    assert page["excluded"] == [{"facet": "year", "value": "2019..2021"}]
    assert page["interpretation"][1] == {"text": "wat:x", "status": "ignored", "reason": "there is no field wat"}
    assert (page["total"], page["page"], page["page_size"], page["pages"]) == (11, 1, 10, 2)


def test_years_are_numbers_and_none_is_null_and_other_facets_keep_their_text() -> None:
    facets = page_record(PAGE, "")["facets"]
    assert [value["value"] for value in facets["year"]] == [2024, None]
    assert [value["value"] for value in facets["speaker"]] == ["To Lam", "2024"]
    assert facets["year"][0] == {"value": 2024, "label": "2024", "count": 9, "selected": True, "excluded": False}


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from(Precision))
def test_any_date_is_as_the_schema_says(day: date, precision: Precision) -> None:
    record = dating_record(Dating(day, precision, stated=True, evidence="x"))
    assert Draft202012Validator(schema("passage")["$defs"]["dating"]).is_valid(record)
