"""Merges, splits and corrections: the last word of the authority."""

from __future__ import annotations

from pathlib import Path

import pytest

from search.authority import Authority
from search.authority.checking import checked
from search.extract import passages_of
from search.identity import passage_id
from search.model import Article, MentionKind, Passage
from search.readers import read
from search.readers.source import Source

TEXT = """\
The harbour gets a plan
Hai Phong (VNA) - On May 2, 2024, Mr. Le Van Binh, Chairman of the Harbour Council, stressed that the plan is ready.
Binh added that the quay must be built before winter.
"""
SECOND = "Binh added that the quay must be built before winter."
PERSONS = (
    '[[person]]\nname = "Le Van Binh"\n[[person]]\nname = "Le Van Binh (Hai Phong)"\n[[person]]\nname = "Binh Le"\n'
)


def authority(text: str) -> Authority:
    found = checked((PERSONS + text).encode())
    assert found.problems == ()
    return found.authority


def read_with(known: Authority | None) -> tuple[Passage, ...]:
    (article,) = read(Source("a.txt", TEXT.encode(), "0" * 64))
    assert isinstance(article, Article)
    return passages_of(article, known)


def speakers(known: Authority | None) -> list[tuple[str, ...]]:
    return [passage.speakers for passage in read_with(known) if passage.attributions]


def test_without_decisions_the_rules_speak() -> None:
    assert speakers(None) == [("Le Van Binh",), ("Le Van Binh",)]
    assert speakers(authority("")) == speakers(None)


def test_a_merged_name_is_the_other_wherever_it_stands() -> None:
    known = authority('[[person]]\nname = "Le Van Bin"\n[[merge]]\nnames = ["Le Van Binh"]\ninto = "Le Van Bin"\n')
    assert speakers(known) == [("Le Van Bin",), ("Le Van Bin",)]
    named = {name for passage in read_with(known) for name in passage.names(MentionKind.PERSON)}
    assert named == {"Le Van Bin"}


def test_a_merged_body_is_the_other_body() -> None:
    before = {name for passage in read_with(None) for name in passage.names(MentionKind.ORGANISATION)}
    assert "Harbour Council" in before
    known = authority(
        '[[body]]\nname = "Port Council"\n[[merge]]\nnames = ["Harbour Council"]\ninto = "Port Council"\n'
    )
    after = {name for passage in read_with(known) for name in passage.names(MentionKind.ORGANISATION)}
    assert after == before - {"Harbour Council"} | {"Port Council"}


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("from = 2024-01-01\nto = 2024-12-31", True),
        ("to = 2023-12-31", False),
        ("from = 2025-01-01", False),
        ('place = "Hải Phòng"', True),
        ('place = "Hanoi"', False),
        ('outlet = "Another Paper"', False),
        ('body = "Harbour Council"', True),
        ('body = "Harbour Council"\nplace = "Hanoi"', False),
    ],
)
def test_a_split_name_is_somebody_else_where_every_condition_is_met(condition: str, *, holds: bool) -> None:
    known = authority(
        '[[body]]\nname = "Harbour Council"\n[[split]]\nname = "Le Van Binh"\n'
        f'into = "Le Van Binh (Hai Phong)"\n{condition}\n'
    )
    name = "Le Van Binh (Hai Phong)" if holds else "Le Van Binh"
    assert speakers(known) == [(name,), (name,)]


def correction(speakers: str) -> Authority:
    article = read_with(None)[0].article.id
    passage = passage_id(article, SECOND, 0)
    return authority(f'[[correction]]\npassage = "{passage}"\nspeakers = {speakers}\nreason = "He reads a letter."\n')


def test_a_correction_changes_one_passage_and_says_why() -> None:
    known = correction('["Binh Le"]')
    (said,) = next(passage for passage in read_with(known) if passage.text == SECOND).attributions
    assert (said.speaker, said.evidence.rule, said.evidence.words) == (
        "Binh Le",
        "corrected-by-hand",
        "He reads a letter.",
    )
    assert speakers(known) == [("Le Van Binh",), ("Binh Le",)]


def test_a_correction_to_nobody_silences_the_passage() -> None:
    assert speakers(correction("[]")) == [("Le Van Binh",)]


def test_a_correction_that_agrees_keeps_the_evidence() -> None:
    assert read_with(correction('["Le Van Binh"]'))[-1].attributions == read_with(None)[-1].attributions


def test_the_files_place_says_nothing(tmp_path: Path) -> None:
    """No row is keyed to a file: the same bytes under another name are read alike but for their ids."""
    (article,) = read(Source(str(tmp_path / "b.txt").lstrip("/"), TEXT.encode(), "0" * 64))
    assert isinstance(article, Article)
    known = authority('[[split]]\nname = "Le Van Binh"\ninto = "Le Van Binh (Hai Phong)"\nplace = "Hai Phong"\n')
    elsewhere = [passage.speakers for passage in passages_of(article, known) if passage.attributions]
    assert elsewhere == speakers(known)
