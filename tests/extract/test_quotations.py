"""Quotations of several paragraphs, and words in single marks."""

from __future__ import annotations

from typing import Any

import pytest

from search.extract import passages_of
from search.model import Mode

INTRODUCTION = (
    "Orchard towns count their losses\n"
    "Mr. Peter Lindqvist, the mayor of Ostervik, and Ms. Clara Moberg, a grower, met reporters on the market square.\n"
)


def speakers(make_article: Any, text: str) -> list[tuple[str, ...]]:
    return [passage.speakers for passage in passages_of(make_article(INTRODUCTION + text))[2:]]


LINDQVIST, MOBERG = ("Peter Lindqvist",), ("Clara Moberg",)


@pytest.mark.parametrize("marks", ["“”", '""', "‘’", "«»"])
def test_a_quotation_left_open_goes_on_in_the_next_paragraph(make_article: Any, marks: str) -> None:
    opens, closes = marks
    text = (
        f"{opens}The frost came in one night and took the blossom,{closes} Mr. Lindqvist said. "
        f"{opens}Nobody had seen that in May.\n"
        f"{opens}We shall plant later trees from now on, and fewer of them.{closes}\n"
    )
    assert speakers(make_article, text) == [LINDQVIST, LINDQVIST]


def test_a_quotation_left_open_belongs_to_the_speaker_named_below_it(make_article: Any) -> None:
    text = (
        "“I walked the rows at five in the morning.\n“There was no green left on any of them,” Ms. Moberg said.\n"
        "The market closed early.\n"
    )
    assert speakers(make_article, text) == [MOBERG, MOBERG, ()]


def test_a_quotation_alone_belongs_to_the_speaker_before_it(make_article: Any) -> None:
    text = "“The town will lend pumps,” Mr. Lindqvist said.\n“We have eleven of them in the cellar.”\n"
    passages = passages_of(make_article(INTRODUCTION + text))
    assert passages[-1].speakers == LINDQVIST
    assert passages[-1].attributions[0].mode is Mode.DIRECT
    assert passages[-1].attributions[0].evidence.antecedent == passages[-2].ordinal


def test_after_two_speakers_a_quotation_alone_is_nobodys(make_article: Any) -> None:
    text = "Mr. Lindqvist said that help would come, but Ms. Moberg said it would not.\n“Nobody counts small farms.”\n"
    assert speakers(make_article, text)[-1] == ()


def test_a_heading_in_marks_is_no_quotation(make_article: Any) -> None:
    text = (
        "“The town will lend pumps,” Mr. Lindqvist said.\n‘Frost Of The Century’\nThe pumps came on Friday evening.\n"
    )
    assert () in speakers(make_article, text)[1:]


@pytest.mark.parametrize("mark", ["'", "‘"])
def test_single_marks_quote_and_apostrophes_do_not(make_article: Any, mark: str) -> None:
    closing = "'" if mark == "'" else "’"
    text = f"The growers' market was quiet. {mark}We lost two of every three trees,{closing} Ms. Moberg said.\n"
    (passage,) = passages_of(make_article(INTRODUCTION + text))[2:]
    assert passage.speakers == MOBERG
    assert passage.attributions[0].mode is Mode.DIRECT


@pytest.mark.parametrize("announced", ["Excerpts from the Vice President's address -", "Mr. Vo Dinh Khai's statement:"])
def test_a_line_announces_whose_words_are_quoted_below_it(extract: Any, announced: str) -> None:
    read = extract(
        "A day of nets\nThe Vice President, Shri Vo Dinh Khai today appealed to all to mend nets.\n"
        f"{announced}\n“Friends, nets were given to us.\nWe must never let them rot. It is an obligation.”\nIt rained."
    )
    assert [passage.speakers for passage in read[2:]] == [(), ("Vo Dinh Khai",), ("Vo Dinh Khai",), ()]


def test_a_line_that_names_two_announces_nobodys_words(extract: Any) -> None:
    read = extract(
        "A day of nets\nJoint statement of Mr. Vo Dinh Khai and Mr. Luong Tan Hao:\n“Nets were given to us all.”"
    )
    assert read[-1].speakers == ()
