"""Reading a query: filters leave the text, and every part is read back."""

from __future__ import annotations

from search.fields import BY_NAME
from search.limits import QUERY_CHARACTERS
from search.query import Filter, Query
from search.results import Interpretation, Status
from search.syntax import lift, read
from search.tree import And, Everything, Has, Or, Phrase, Term

APPLIED = Status.APPLIED


def test_filters_typed_into_the_text_become_filters() -> None:
    asked = Query('tax speaker:"To Lam" -kind:caption year:none', filters=(Filter("outlet", "VNA"),), page=3)
    reading = read(asked, BY_NAME)
    assert reading.query == Query(
        "tax",
        filters=(Filter("outlet", "VNA"), Filter("speaker", "To Lam"), Filter("year", None)),
        excluded=(Filter("kind", "caption"),),
        page=3,
    )
    assert reading.tree == Term("tax")
    assert reading.interpretation == (
        Interpretation("tax", APPLIED),
        Interpretation('speaker:"To Lam"', APPLIED),
        Interpretation("-kind:caption", APPLIED),
        Interpretation("year:none", APPLIED),
    )


def test_a_text_without_filters_stays_as_it_was_typed() -> None:
    asked = Query("  The Party’s “new era”,  no. 35! ")
    assert lift(asked, BY_NAME) == asked


def test_a_filter_in_a_group_of_alternatives_stays_in_the_text() -> None:
    reading = read(Query("kind:title (speaker:A OR tax)"), BY_NAME)
    assert reading.query == Query("speaker:A OR tax", filters=(Filter("kind", "title"),))
    assert reading.tree == Or((Has("speaker", "A"), Term("tax")))


def test_a_query_of_filters_alone_asks_for_everything_they_leave() -> None:
    reading = read(Query("NOT speaker:none"), BY_NAME)
    assert reading.query == Query("", excluded=(Filter("speaker", None),))
    assert reading.tree == Everything()


def test_ignored_parts_follow_the_applied_ones() -> None:
    reading = read(Query('(tax OR debt "new era'), BY_NAME)
    assert [(part.text, part.status) for part in reading.interpretation] == [
        ("tax OR debt new era", APPLIED),
        ('"', Status.IGNORED),
        ("(", Status.IGNORED),
    ]


def test_a_text_that_grows_over_the_limit_when_spelt_out_loses_its_last_part() -> None:
    phrase = '"' + " ".join(f"{n:07}" for n in range(30)) + '"'
    text = f"kind:body -{phrase}"
    assert len(text) < QUERY_CHARACTERS
    assert len(lift(Query(text), BY_NAME).text) <= QUERY_CHARACTERS


def test_without_fields_every_colon_is_plain_text() -> None:
    assert read(Query('speaker:"To Lam"'), ()).tree == And((Term("speaker"), Phrase(("To", "Lam"))))


def test_a_kind_that_is_never_searched_is_applied_and_told() -> None:
    reading = read(Query("tax kind:Dateline"), BY_NAME)
    assert reading.query.filters == (Filter("kind", "dateline"),)
    assert [part.reason for part in reading.interpretation if part.reason] == [
        "passages of kind dateline are kept for reading and never searched"
    ]
