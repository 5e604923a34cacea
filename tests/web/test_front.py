"""What the front page and the help take as examples."""

from __future__ import annotations

from search import FacetCounts, FacetValue, Statistics
from webapp.front import cited, front_page
from webapp.links import Links


def archive_with(*codes: str) -> Statistics:
    values = tuple(FacetValue(code, code, 9 - at) for at, code in enumerate(codes))
    return Statistics(1, 9, 9, 0, (FacetCounts("document", values),))


def test_bare_numbers_of_documents_come_last_and_the_others_by_their_passages() -> None:
    statistics = archive_with("118", "35", "21-KL/TW", "561/2006", "66-KH/TW")
    assert cited(statistics).value == "21-KL/TW"
    (listed,) = front_page(statistics, (), Links()).lists
    assert [value.label for value in listed.values] == ["21-KL/TW", "561/2006", "66-KH/TW", "118", "35"]


def test_a_bare_number_is_never_an_example() -> None:
    assert cited(archive_with("118", "35")) is None
    assert cited(archive_with("561/2006", "118")).value == "561/2006"
    assert cited(archive_with()) is None
