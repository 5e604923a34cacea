"""Titles without a name: first the article, then the dated rows, else nobody."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from search.authority import Authority, read_authority
from search.extract import passages_of
from search.model import Grade, MentionKind, Passage

ROWS = """
[[person]]
name = "Nguyen Phu Trong"
[[person]]
name = "To Lam"
[[office]]
title = "General Secretary"
person = "Nguyen Phu Trong"
from = 2011-01-19
to = 2024-07-19
[[office]]
title = "General Secretary"
person = "To Lam"
from = 2024-08-03
"""
SENTENCE = "The General Secretary stressed that cadres must set an example."


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    path = tmp_path / "authority.toml"
    path.write_text(ROWS, encoding="utf-8")
    return read_authority(path)


def said(make_article: Any, authority: Authority | None, stub: str, *before: str) -> Passage:
    lines = (f"{stub}Party building reviewed", *before, SENTENCE)
    return passages_of(make_article("\n".join(lines)), authority)[-1]


@pytest.mark.parametrize(("day", "person"), [(date(2023, 1, 13), "Nguyen Phu Trong"), (date(2024, 12, 16), "To Lam")])
def test_the_same_sentence_means_the_holder_of_the_day(
    make_article: Any, authority: Authority, day: date, person: str
) -> None:
    passage = said(make_article, authority, f" date {day.isoformat()} ")
    (attribution,) = passage.attributions
    assert attribution.speaker == person
    assert attribution.grade is Grade.ROLE
    assert attribution.evidence.office_row is not None
    assert attribution.evidence.office_row.startswith(f"General Secretary: {person}")


@pytest.mark.parametrize("stub", ["", " date 2024-07-25 "])
def test_undated_or_between_two_holders_it_is_nobody(make_article: Any, authority: Authority, stub: str) -> None:
    assert said(make_article, authority, stub).speakers == ()


def test_an_office_row_names_no_person_in_the_text(make_article: Any, authority: Authority) -> None:
    passage = said(make_article, authority, " date 2024-12-16 ")
    assert passage.names(MentionKind.PERSON) == ()
    assert [(office.printed, office.person) for office in passage.offices] == [("The General Secretary", "To Lam")]


def test_the_article_is_asked_before_the_rows(make_article: Any, authority: Authority) -> None:
    named = "General Secretary Nguyen Phu Trong had written a letter to the village."
    passage = said(make_article, authority, " date 2024-12-16 ", named)
    assert passage.speakers == ("Nguyen Phu Trong",)
    assert passage.offices == ()
    assert passage.attributions[0].evidence.antecedent is not None


def test_without_an_authority_a_title_alone_is_nobody(make_article: Any) -> None:
    passage = said(make_article, None, " date 2024-12-16 ")
    assert passage.speakers == ()


def test_the_rows_are_not_asked_for_another_country(make_article: Any, authority: Authority) -> None:
    passage = said(make_article, authority, " date 2024-12-16 ", "It rained in Beijing, Shanghai and all of China.")
    assert passage.speakers == ()
