from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pytest

from search.errors import UnknownFieldError
from search.facets import Counts, bounds_of, field_of, has, passes, settled, survey
from search.fields import BY_NAME, FACETS, Field
from search.query import Filter, Query

YEAR, SPEAKER = BY_NAME["year"], BY_NAME["speaker"]
EMPTY: Mapping[str, frozenset[str]] = {name: frozenset() for name in BY_NAME}
PASSAGES = [
    {**EMPTY, "speaker": frozenset({"Ann"}), "year": frozenset({"2022"})},
    {**EMPTY, "speaker": frozenset({"Ann", "Ben"}), "year": frozenset({"2023"})},
    {**EMPTY, "speaker": frozenset({"Ben"}), "year": frozenset({"2024"})},
    {**EMPTY, "speaker": frozenset({"Ben"})},
    {**EMPTY},
]


def tally(field: Field, filters: tuple[Filter, ...], excluded: tuple[Filter, ...]) -> Counts:
    counts: Counter[str | None] = Counter()
    for values in PASSAGES:
        if passes(values, filters, excluded):
            counts.update(values[field.name] or (None,))
    return counts


def counted(query: Query, facet: str) -> list[tuple[str | None, int]]:
    (counts,) = (c for c in survey(query, tally) if c.name == facet)
    return [(value.value, value.count) for value in counts.values]


def test_every_facet_is_surveyed_in_the_order_of_the_table() -> None:
    assert [counts.name for counts in survey(Query(), tally)] == [field.name for field in FACETS]


def test_values_come_most_hits_first_and_none_last() -> None:
    assert counted(Query(), "speaker") == [("Ben", 3), ("Ann", 2), (None, 1)]


def test_years_come_newest_first_and_undated_last() -> None:
    assert counted(Query(), "year") == [("2024", 1), ("2023", 1), ("2022", 1), (None, 2)]


def test_a_choice_narrows_the_other_facets_but_not_its_own() -> None:
    query = Query(filters=(Filter("speaker", "Ann"),))
    assert counted(query, "speaker") == [("Ben", 3), ("Ann", 2), (None, 1)]
    assert counted(query, "year") == [("2023", 1), ("2022", 1)]


def test_a_chosen_value_without_a_hit_stays_listed() -> None:
    query = Query(filters=(Filter("speaker", "Ann"), Filter("year", "2024"), Filter("organisation", None)))
    assert counted(query, "speaker") == [("Ben", 1), ("Ann", 0)]
    assert counted(query, "year") == [("2024", 0), ("2023", 1), ("2022", 1)]


def test_an_excluded_value_is_listed_with_what_choosing_it_instead_would_give() -> None:
    query = Query(excluded=(Filter("speaker", "Ben"),))
    assert counted(query, "speaker") == [("Ben", 3), ("Ann", 1), (None, 1)]
    assert counted(query, "year") == [("2022", 1), (None, 1)]
    (speakers,) = (c for c in survey(query, tally) if c.name == "speaker")
    assert [v.value for v in speakers.values if v.excluded] == ["Ben"]


def test_a_chosen_range_counts_its_years_together_and_comes_first() -> None:
    query = Query(filters=(Filter("year", "2022..2023"),))
    assert counted(query, "year")[0] == ("2022..2023", 2)
    assert counted(Query(excluded=(Filter("year", "..2023"),)), "year") == [("..2023", 2), ("2024", 1), (None, 2)]


@pytest.mark.parametrize(
    ("value", "label"),
    [
        ("2022..2024", "2022–2024"),
        ("2022..", "from 2022"),
        ("..2024", "until 2024"),
        ("2022", "2022"),
        (None, "Undated"),
    ],
)
def test_years_and_ranges_have_labels_for_people(value: str | None, label: str) -> None:
    (years,) = (c for c in survey(Query(filters=(Filter("year", value),)), tally) if c.name == "year")
    assert [v.label for v in years.values if v.selected] == [label]


def test_only_years_have_ranges_and_they_may_be_open() -> None:
    assert bounds_of(SPEAKER, "a..b") is None
    assert bounds_of(YEAR, "2022") is None
    assert has(YEAR, ("2022",), "2022..2022")
    assert has(YEAR, ("1999",), "..2000")
    assert has(YEAR, ("2001",), "2000..")
    assert not has(YEAR, ("1999",), "2000..")
    assert not has(YEAR, (), "..2000")


def test_an_unknown_field_is_named() -> None:
    with pytest.raises(UnknownFieldError, match="'author'"):
        field_of("author")
    with pytest.raises(UnknownFieldError, match="'author'"):
        settled(Query(excluded=(Filter("author", "x"),)), lambda _, value: value)


def test_settling_spells_values_as_the_index_does_and_merges_what_is_the_same() -> None:
    query = Query(filters=(Filter("speaker", "ann"), Filter("speaker", "Ann"), Filter("speaker", None)))
    settled_ = settled(query, lambda _, value: value.title())
    assert settled_.filters == (Filter("speaker", "Ann"), Filter("speaker", None))
