"""Questions and their changed copies."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from search.fields import BY_NAME
from search.query import NARROWER, Filter, Group, Query

YEAR, OTHER, MONTH, DAY = (
    Filter("year", "2024"),
    Filter("year", "2023"),
    Filter("month", "2024-05"),
    Filter("day", "2024-05-16"),
)
ANN = Filter("speaker", "Ann")
NARROW = Query("tax", filters=(YEAR, MONTH, DAY, ANN), page=7)


@pytest.mark.parametrize(
    ("change", "left"),
    [
        (lambda q: q.toggling(OTHER), (ANN, OTHER, YEAR)),
        (lambda q: q.toggling(YEAR), (ANN,)),
        (lambda q: q.excluding(OTHER), (ANN, YEAR)),
        (lambda q: q.without(YEAR), (ANN,)),
        (lambda q: q.without_facet("year"), (ANN,)),
        (lambda q: q.toggling(MONTH), (ANN, YEAR)),
        (lambda q: q.without_facet("month"), (ANN, YEAR)),
        (lambda q: q.toggling(ANN), (DAY, MONTH, YEAR)),
        (lambda q: q.toggling(DAY), (MONTH, ANN, YEAR)),
    ],
)
def test_who_changes_the_years_lets_go_of_the_months_and_days_inside(
    change: Callable[[Query], Query], left: tuple[Filter, ...]
) -> None:
    assert change(NARROW).filters == left
    assert change(NARROW).page == 1


def test_narrowing_leaves_one_value_of_a_facet_and_all_other_choices() -> None:
    assert NARROW.narrowed(OTHER, Filter("speaker", None)).filters == (DAY, MONTH, Filter("speaker", None), OTHER)


def test_another_grouping_begins_on_page_one() -> None:
    grouped = NARROW.grouped_by(Group.ARTICLE)
    assert (grouped.group, grouped.page, grouped.filters) == (Group.ARTICLE, 1, NARROW.filters)


def test_what_is_narrower_is_a_field_with_ranges() -> None:
    assert all(BY_NAME[name].ranges for wide, inner in NARROWER.items() for name in (wide, *inner))
