"""What the front page and the help take as examples."""

from __future__ import annotations

from search import FacetCounts, FacetValue, Statistics
from webapp.front import cited, front_page
from webapp.links import Links


def archive_with(*cited: tuple[str | None, int]) -> Statistics:
    values = tuple(FacetValue(code, code or "No document cited", count) for code, count in cited)
    return Statistics(1, 9, 9, 0, (FacetCounts("document", values),))


def test_documents_come_by_how_often_they_are_cited_and_bare_numbers_after_their_equals() -> None:
    statistics = archive_with(("1514", 9), ("118", 2), ("21-KL/TW", 2), ("561/2006", 2), ("35", 1), (None, 80))
    assert cited(statistics).value == "21-KL/TW"
    (listed,) = front_page(statistics, (), Links()).lists
    assert [value.label for value in listed.values] == ["1514", "21-KL/TW", "561/2006", "118", "35"]
    assert listed.total == 5


def test_a_bare_number_is_never_an_example() -> None:
    assert cited(archive_with(("118", 2), ("35", 1))) is None
    assert cited(archive_with(("118", 2), ("561/2006", 1))).value == "561/2006"
    assert cited(archive_with()) is None
