"""Bodies: one name for what translators made of them, the province, and what names no certain body."""

from __future__ import annotations

from typing import Any

import pytest

from search.extract import passages_of
from search.extract.body_names import body_name
from search.extract.setting import Setting
from search.model import MentionKind

HERE = Setting(vietnam=True, province="Hung Yen")
NOWHERE = Setting(vietnam=True)


def bodies(make_article: Any, text: str) -> tuple[str, ...]:
    return passages_of(make_article(text))[-1].names(MentionKind.ORGANISATION)


@pytest.mark.parametrize(
    "printed",
    [
        "Central Organizing Committee",
        "Central Organization Commission",
        "Central Organisation Commission",
        "Party Central Committee\u2019s Organisation Commission",
        "Organisation Commission of the Communist Party of Vietnam Central Committee",
        "Organisation Commission",
    ],
)
def test_translations_of_one_commission_are_one_body(printed: str) -> None:
    assert body_name(printed, NOWHERE, None) == "Party Central Committee's Organisation Commission"


@pytest.mark.parametrize(
    "printed",
    ["Central Committee", "Central Executive Committee", "13th Party Central Committee", "12th Central Committee"],
)
def test_the_tenure_of_the_central_committee_does_not_matter(printed: str) -> None:
    assert body_name(printed, NOWHERE, None) == "Party Central Committee"


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Provincial Party Committee", "Hung Yen Provincial Party Committee"),
        ("Provincial Party Executive Committee", "Hung Yen Provincial Party Committee"),
        ("Provincial Standing Committee", "Standing Committee of the Hung Yen Provincial Party Committee"),
        ("Provincial People's Council", "Hung Yen Provincial People's Council"),
        (
            "Provincial Party Committee's Organization Committee",
            "Hung Yen Provincial Party Committee's Organisation Commission",
        ),
        ("Nghe An Provincial People's Committee", "Nghe An Provincial People's Committee"),
        ("People's Committee of Nghe An province", "Nghe An Provincial People's Committee"),
        ("Hanoi Municipal Party Committee", "Hanoi Party Committee"),
    ],
)
def test_provincial_bodies_bear_the_name_of_their_province(printed: str, name: str) -> None:
    assert body_name(printed, HERE, None) == name


def test_a_provincial_body_without_a_province_is_no_certain_body() -> None:
    assert body_name("Provincial Party Committee", NOWHERE, None) is None


@pytest.mark.parametrize("printed", ["Party Committee", "Standing Committee", "Central Government", "Department"])
def test_kinds_and_levels_are_no_bodies(printed: str) -> None:
    assert body_name(printed, HERE, None) is None


def test_central_and_provincial_commissions_are_never_merged(make_article: Any) -> None:
    text = (
        "Nghe An: a title of the article\n"
        "The Central Organizing Committee met the Provincial Party Committee's Organization Committee."
    )
    assert bodies(make_article, text) == (
        "Party Central Committee's Organisation Commission",
        "Nghe An Provincial Party Committee's Organisation Commission",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Hung Yen: tasks for 2023\nThe Provincial Party Committee met.",
        "A title of the article\nAt Hung Yen bridge point, members of the Provincial Party Committee were present.",
        "A title of the article\nPeople of Hung Yen province greeted the Provincial Party Committee.",
    ],
)
def test_the_article_tells_the_province(make_article: Any, text: str) -> None:
    assert "Hung Yen Provincial Party Committee" in bodies(make_article, text)


def test_the_longest_name_is_the_only_mention(make_article: Any) -> None:
    text = "A title of the article\nThe Central Committee of the Vietnam Fatherland Front met in Hanoi."
    assert bodies(make_article, text) == ("Central Committee of the Vietnam Fatherland Front",)


def test_a_title_names_its_body_and_ends_before_the_person(make_article: Any) -> None:
    text = "A title of the article\nMinister of Justice Nguyen Hai Ninh and Politburo member Phan Dinh Trac attended."
    assert bodies(make_article, text) == ("Politburo",)


def test_its_commission_and_the_commission_are_resolved(make_article: Any) -> None:
    text = (
        "A title of the article\n"
        "Secretary of the Party Central Committee and head of its Organisation Commission Truong Thi Mai attended.\n"
        "The commission submitted 79 projects."
    )
    assert bodies(make_article, text) == ("Party Central Committee's Organisation Commission",)


def test_the_party_is_a_body_only_as_a_bare_phrase(make_article: Any) -> None:
    text = "Vietnam: a title\nThe Party building work, the Party committees and a strong Party were discussed in Hanoi."
    assert bodies(make_article, text) == ()
    text = "Vietnam: a title\nThe people trust the Party, and our Party listens in Hanoi."
    assert bodies(make_article, text) == ("Communist Party of Vietnam",)


def test_the_sector_is_known_again_but_not_industry_and_services(make_article: Any) -> None:
    text = "A title of the article\nThe Party building and organisation sector met.\nThe entire industry has worked."
    assert bodies(make_article, text) == ("Party building and organisation sector",)
    text = "A title of the article\nThe Party building and organisation sector met.\nThe industry and services grew."
    assert bodies(make_article, text) == ()


def test_elsewhere_the_central_committee_is_not_that_of_vietnam(make_article: Any) -> None:
    text = "Xi meets cadres in Beijing\nThe Communist Party of China (CPC) Central Committee met in Beijing, China."
    assert bodies(make_article, text) == ("Communist Party of China Central Committee",)
