from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from search.authority import read_authority
from search.extract.stated_source import StatedSource, stated_source
from search.model import Collective, Dating, Precision

ROWS = """
[[person]]
name = "Ann Poe"
aliases = ["Anne Poe"]

[[office]]
title = "Prime Minister"
person = "Ann Poe"
from = 2010-05-01
to = 2012-05-01
"""


def on(day: date) -> Dating:
    return Dating(day, Precision.DAY, stated=True, evidence="date")


def test_a_stated_name_is_kept_as_stated() -> None:
    assert stated_source(" José  Peña, ", None, None) == StatedSource("José Peña")


@pytest.mark.parametrize("several", ["Members", "Several hon. Members", "Hon. Members", "Some delegates"])
def test_several_people_are_delegates_and_no_person(several: str) -> None:
    assert stated_source(several, None, None) == StatedSource(None, Collective.DELEGATES)


@pytest.mark.parametrize(
    "title",
    ["Mr. Speaker", "Madam Deputy Speaker", "The Presiding Officer", "The Prime Minister", "The Secretary-General"],
)
def test_a_title_alone_names_nobody(title: str) -> None:
    assert stated_source(title, None, None) == StatedSource(None)


def test_a_title_that_is_a_name_stays_one() -> None:
    assert stated_source("The Earl of Listowel", None, None) == StatedSource("The Earl of Listowel")


def test_a_name_in_brackets_behind_a_title_is_the_speaker() -> None:
    assert stated_source("The Prime Minister (Ann Poe)", None, None) == StatedSource("Ann Poe")


def test_a_dated_row_tells_who_held_the_office(tmp_path: Path) -> None:
    path = tmp_path / "authority.toml"
    path.write_text(ROWS, encoding="utf-8")
    authority = read_authority(path)
    found = stated_source("The Prime Minister", authority, on(date(2011, 1, 1)))
    assert found.person == "Ann Poe"
    assert found.row is not None
    assert stated_source("The Prime Minister", authority, on(date(2013, 1, 1))) == StatedSource(None)
    assert stated_source("Anne Poe", authority, None).person == "Ann Poe"
