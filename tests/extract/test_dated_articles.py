"""Short articles with the days they prove: the last line of each gives the published day and that of the event."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from search.model import Dating

ARTICLES = (Path(__file__).parent / "dated_articles.txt").read_text(encoding="utf-8").strip().split("\n\n")


def printed(dating: Dating | None) -> str:
    if dating is None:
        return "-"
    return f"{dating.day} to {dating.until}" if dating.until else str(dating.day)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.replace("\n", " / ")[:80])
def test_an_article_has_the_days_it_proves_and_no_others(extract: Any, article: str) -> None:
    text, _, days = article.rpartition("\n= ")
    info = extract(f"{text}\n")[0].article
    assert f"{printed(info.published)} | {printed(info.event)}" == days


def test_a_day_counted_from_a_dateline_names_both_as_evidence(extract: Any) -> None:
    text = "Fair opens\nHANOI, March 5, 2024 (VNA) - The minister opened the fair on Monday.\n"
    event = extract(text)[0].article.event
    assert "March 5, 2024" in event.evidence
    assert "Monday" in event.evidence


def test_a_year_in_the_name_of_a_session_is_the_evidence(extract: Any) -> None:
    event = extract("Fair\nThe 2021 session opened on October 20.\n")[0].article.event
    assert (event.stated, "2021 session" in event.evidence) == (False, True)
