"""Query ↔ query string."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search import FIELDS, PAGE_SIZE, PAGE_SIZE_MAX, Filter, Group, Query, Sort
from webapp.params import args_of, query_from, query_string

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
values = st.none() | texts | st.sampled_from(["none", '"none"', '"', '""', "", "2022..2024", "To Lam", "Tô Lâm"])
filters = st.builds(Filter, st.sampled_from([field.name for field in FIELDS]), values)
queries = st.builds(
    Query,
    texts,
    st.lists(filters, max_size=5).map(tuple),
    st.lists(filters, max_size=3).map(tuple),
    st.sampled_from(Sort),
    st.integers(1, 1_000_000),
    st.integers(1, PAGE_SIZE_MAX),
    st.sampled_from(Group),
)


@given(queries)
def test_a_query_survives_its_own_address(query: Query) -> None:
    spelt = query_string(args_of(query))
    assert query_from(args_of(query)) == query
    assert query_from(parse_qsl(spelt.removeprefix("?"), keep_blank_values=True)) == query


@given(queries, st.randoms())
def test_equal_queries_have_equal_addresses(query: Query, random: object) -> None:
    mixed = list(query.filters)
    random.shuffle(mixed)
    same = replace(query, filters=(*mixed, *mixed))
    assert query_string(args_of(same)) == query_string(args_of(query))


@given(
    st.lists(
        st.tuples(st.sampled_from(["q", "page", "size", "sort", "since", "until", "speaker", "-year", "x"]), texts)
    )
)
def test_no_arguments_are_an_error(pairs: list[tuple[str, str]]) -> None:
    query = query_from(pairs)
    assert query.page >= 1
    assert 1 <= query.page_size <= PAGE_SIZE_MAX


def test_the_plain_query_has_a_plain_address() -> None:
    assert query_string(args_of(Query())) == ""
    assert query_string(args_of(Query("Party congresses"))) == "?q=Party+congresses"


def test_values_stand_in_the_address_as_they_are_read() -> None:
    query = Query("tax", (Filter("speaker", "To Lam"), Filter("year", "2022..2024")), (Filter("kind", "caption"),))
    assert query_string(args_of(query)) == "?q=tax&speaker=To+Lam&year=2022..2024&-kind=caption"


def test_none_is_a_word_and_a_value_called_none_stands_in_quotes() -> None:
    assert args_of(Query(filters=(Filter("speaker", None),))) == (("speaker", "none"),)
    assert args_of(Query(filters=(Filter("speaker", "none"),))) == (("speaker", '"none"'),)
    assert query_from([("speaker", '"none"')]).filters == (Filter("speaker", "none"),)


@pytest.mark.parametrize(
    ("since", "until", "value"), [("2022", "2024", "2022..2024"), ("2022", "", "2022.."), ("", "2024", "..2024")]
)
def test_the_two_fields_of_the_year_form_become_one_range(since: str, until: str, value: str) -> None:
    assert query_from([("since", since), ("until", until)]).filters == (Filter("year", value),)


@pytest.mark.parametrize("slip", ["0", "-1", "abc", "1e9", "9" * 5000, "٣", " "])
def test_a_page_that_is_no_page_is_the_first(slip: str) -> None:
    assert query_from([("page", slip)]).page == 1
    assert query_from([("size", slip)]).page_size == PAGE_SIZE


def test_arguments_we_do_not_know_are_left_alone() -> None:
    assert query_from([("utm_source", "x"), ("colour", "blue"), ("-", "x"), ("sort", "random")]) == Query()
