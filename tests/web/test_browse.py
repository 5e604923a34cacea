"""Long lists of names: every page of them opens, every letter leads to its first name."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from search import FacetCounts, FacetValue, NameBook, Query, ResultPage
from webapp.browse import LISTED, BrowsePage, Wish, browse_page
from webapp.links import Links

LETTERS = "abcdefghijklmnopqrstuvwxyz"
NAMES = (*(f"{letter}{other} Quill" for letter in LETTERS for other in LETTERS), "Đo", "3rd Fleet")
VALUES = [FacetValue(name, name, 900 - at) for at, name in enumerate(NAMES)]
COUNTS = FacetCounts("speaker", (*VALUES, FacetValue(None, "None", 3)))
RESULT = ResultPage(Query("tax"), (), 9, (), (COUNTS,), 0.1)


def listed(wish: Wish) -> BrowsePage:
    return browse_page("speaker", RESULT, wish, NameBook((), ()), Links())


def page_in(link: str) -> int:
    return int(parse_qs(urlsplit(link).query).get("page", ["1"])[0])


@pytest.mark.parametrize("order", ["", "order=name"])
def test_the_pages_together_are_the_whole_list_and_each_leads_on_to_the_next(order: str) -> None:
    seen: list[str] = []
    for number in (1, 2, 3):
        page = listed(Wish(by_name=bool(order), page=number))
        seen += [value.label for value in page.values]
        assert page.position == f"page {number} of 3"
        onward = page.paging.next
        assert (onward is None) == (number == 3)
        assert onward is None or (page_in(onward) == number + 1 and order in onward)
    assert sorted(seen) == sorted([*NAMES, "None"])
    assert len(seen) == len(set(seen))


def test_each_letter_leads_to_the_first_name_that_begins_so() -> None:
    letters = listed(Wish(by_name=True)).letters
    assert [letter.label for letter in letters] == ["#", *LETTERS.upper()]
    for letter in letters:
        address, _, anchor = letter.link.partition("#")
        values = listed(Wish(by_name=True, page=page_in(address))).values
        (first,) = [value for value in values if value.letter and f"letter-{value.letter}" == anchor]
        assert first.label == ("3rd Fleet" if letter.label == "#" else f"{letter.label.lower()}a Quill")


def test_where_names_come_by_number_or_are_few_there_are_no_letters() -> None:
    assert listed(Wish()).letters == ()
    few = ResultPage(Query(), (), 9, (), (FacetCounts("speaker", COUNTS.values[:20]),), 0.1)
    page = browse_page("speaker", few, Wish(by_name=True), NameBook((), ()), Links())
    assert (page.letters, page.paging, page.position) == ((), None, "")


def test_a_page_beyond_the_last_is_the_last() -> None:
    assert listed(Wish(page=99)).position == "page 3 of 3"
    assert len(listed(Wish(page=99)).values) == len(NAMES) + 1 - 2 * LISTED


def test_a_short_list_in_place_leads_to_all_that_was_found() -> None:
    page = browse_page("kind", ResultPage(Query("tax"), (), 9, (), (FacetCounts("kind", COUNTS.values),), 0.1),
                       Wish("quill", listed=40), NameBook((), ()), Links())  # fmt: skip
    assert (len(page.values), page.found) == (40, 676)
    assert page.whole == "/browse/kind?q=tax&find=quill"
