from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from search.extract.date_lines import day_of_line, is_signed_date, outlet_of_line

BODY = "The council then turned to its programme of work and adopted it after a long debate."
TITLE = "Council opens its spring session in the city"


@pytest.mark.parametrize(
    "line",
    [
        "By Le Hoa (Example Daily Online) 09:26, December 16, 2022",
        "(Example Daily Online) 09:26, December 16, 2022",
        "Press release | 16 December 2022",
        "FOR IMMEDIATE RELEASE December 16, 2022",
        "December 16, 2022 07:15 GMT+700",
        "December 16, 2022, 10:30 (GMT+7)",
        "16 December 2022",
        "December 16, 2022 6:41 PM GMT+7 Updated an hour ago",
        "16 December 2022 | 3 min read",
        "16 DEC 2022",
        "Friday, 16th December, 2022",
        "Updated: 14:05, 16/12/2022",
        "Posted on 12/16/2022 10:30:15 AM",
        "Th\u1ee9 s\u00e1u, 16/12/2022",
        "C\u1eadp nh\u1eadt: 16/12/2022",
        "By Le Hoa | December 16, 2022",
        "Written by Le Hoa on December 16, 2022",
        "December 16, 2022 by Le Hoa and Vu An",
        "Source: Xinhua   Editor: hoa   2022-12-16 20:14:33",
        "Source: Xinhua| 2022-12-16 20:14:33|Editor: hoa",
        "Published 16 December 2022 | Updated 17 December 2022",
        "2022-12-16T10:30:00+07:00",
        "2022.12.16",
        "H\u00e0 N\u1ed9i, 16 December 2022",
        "Read: 120 | 16/12/2022",
        "Issue No. 12, December 16, 2022",
    ],
)
@pytest.mark.parametrize("above", [True, False], ids=["above", "below"])
def test_a_line_with_a_full_date_and_little_else_dates_the_article(extract: Any, line: str, above: bool) -> None:  # noqa: FBT001 - a place
    head = f"{line}\n{TITLE}" if above else f"{TITLE}\n{line}"
    passages = extract(f"{head}\n{BODY}\n{BODY} It rained.")
    info = passages[0].article
    assert info.title == TITLE
    assert info.published is not None
    assert (info.published.day, info.published.stated) == (date(2022, 12, 16), True)
    assert not passages[not above].searched


@pytest.mark.parametrize(
    "line",
    [
        "Council session of 3 March 2021 in the city",
        "Minutes approved on 3 March 2021",
        "Deadline: 3 March 2021",
        "National Day, 2 September 2022",
        "The law of 3 March 2021",
        "Born 3 March 2021",
        "3 March",
        "March 3 - 5, 2021",
        "3 March 2021 | 5 May 2022 | 7 July 2023",
    ],
)
def test_dates_of_other_things_are_no_date_lines(line: str) -> None:
    assert day_of_line(line) is None


def test_the_same_order_of_numbers_elsewhere_reads_an_ambiguous_one(extract: Any) -> None:
    text = "{title}\nPosted on 05/06/2019 14:30\n{body}\nThe next debate: {other}, in the same hall.\n{body} So."
    read = [
        extract(text.format(title=TITLE, body=BODY, other=other))[0].article.published
        for other in ("25/06/2019", "06/25/2019", "25/06/2019 or 06/25/2019", "7 June")
    ]
    assert [dating and dating.value for dating in read] == ["2019-06-05", "2019-05-06", None, None]


def test_a_printed_full_date_stands_though_its_weekday_is_wrong(extract: Any) -> None:
    published = extract(f"{TITLE}\nMonday, 16 December 2022\n{BODY}\n{BODY} It rained.")[0].article.published
    assert published is not None
    assert published.value == "2022-12-16"


def test_the_date_under_a_signature_dates_the_article(extract: Any) -> None:
    text = f"{TITLE}\n" + "".join(f"{BODY} {word}.\n" for word in ("Yes", "No", "So", "Then"))
    passages = extract(f"{text}Le Hoa\nSpecial Adviser to the Governor\nAugust 14, 2019")
    assert [p.kind.value for p in passages[-3:-1]] == ["credit", "credit"]
    assert passages[0].article.published.value == "2019-08-14"


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("By Le Hoa (Example Daily Online) 09:26, December 16, 2022", "Example Daily Online"),
        ("Source: Xinhua   Editor: hoa   2022-12-16 20:14:33", "Xinhua"),
        ("(GMT+7) 10:30, December 16, 2022", None),
        ("December 16, 2022", None),
    ],
)
def test_a_date_line_may_name_the_outlet(line: str, outlet: str | None) -> None:
    assert outlet_of_line(line) == outlet


def test_a_byline_or_a_place_makes_it_a_dateline() -> None:
    assert is_signed_date("By Le Hoa | December 16, 2022")
    assert is_signed_date("Hanoi, December 16, 2022")
    assert not is_signed_date("Updated: 14:05, 16/12/2022")
