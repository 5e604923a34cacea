"""Tables: two fields counted at once. Each cell is the total of the query narrowed to its two values."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.deadline import Deadline
from search.engines.base import SearchEngine
from search.errors import UnknownFieldError
from search.query import Filter, Query


@settings(max_examples=12)
@given(data=st.data(), columns=st.sampled_from(["year", "month"]))
def test_a_cell_is_the_total_of_the_query_narrowed_to_its_values(
    archive: SearchEngine, queries: st.SearchStrategy[Query], data: st.DataObject, columns: str
) -> None:
    table = archive.table(data.draw(queries), "speaker", columns)
    for row in table.rows.values:
        for column in table.columns.values:
            query = table.query.narrowed(Filter("speaker", row.value), Filter(columns, column.value))
            assert archive.search(query).total == table.cells.get((row.value, column.value), 0)
    assert all(table.cells.values())


@settings(max_examples=12)
@given(data=st.data())
def test_rows_and_columns_count_the_hits_that_have_their_value(
    archive: SearchEngine, queries: st.SearchStrategy[Query], data: st.DataObject
) -> None:
    table = archive.table(data.draw(queries), "speaker", "year")
    assert table.total == archive.search(table.query).total
    for value in table.rows.values:
        assert archive.search(table.query.narrowed(Filter("speaker", value.value))).total == value.count > 0
        assert sum(n for (row, _), n in table.cells.items() if row == value.value) == value.count
    if not [f for f in table.query.filters if f.facet == "year"]:
        assert sum(value.count for value in table.columns.values) == table.total


def test_a_table_tells_how_much_was_searched_in_each_column(archive: SearchEngine) -> None:
    table = archive.table(Query("tax"), "speaker", "year")
    assert table.searched == {
        v.value: v.count for c in archive.statistics().facets if c.name == "year" for v in c.values
    }


def test_months_are_counted_within_the_years_that_are_chosen(archive: SearchEngine) -> None:
    year = Filter("year", "2022")
    table = archive.table(Query("tax", filters=(year,)), "speaker", "month")
    assert sum(table.searched.values()) == archive.search(Query(filters=(year,))).total
    assert None in table.searched


def test_only_chosen_values_have_rows_and_columns(archive: SearchEngine) -> None:
    chosen = (Filter("speaker", "Tô Lâm"), Filter("year", "2022..2023"))
    table = archive.table(Query(filters=chosen), "speaker", "year")
    assert [value.value for value in table.rows.values] == ["To Lam"] or [
        value.value for value in table.rows.values
    ] == ["Tô Lâm"]
    assert [value.value for value in table.columns.values] == ["2023", "2022"]


def test_a_table_of_an_unknown_field_is_refused(archive: SearchEngine) -> None:
    with pytest.raises(UnknownFieldError, match="author"):
        archive.table(Query(), "author", "year")


def test_a_table_that_could_not_be_counted_in_time_says_so(archive: SearchEngine) -> None:
    assert not archive.table(Query("tax"), "speaker", "year", Deadline(0.0, clock=lambda: 1.0)).complete
