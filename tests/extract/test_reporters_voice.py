"""Where a speech does not go on: the reporter or an author speaks himself, whatever words he uses."""

from __future__ import annotations

from typing import Any

import pytest

ROE = "Jane Roe"
TOLD = "Harbour plans change\nMinister Jane Roe said that the ports must be dredged.\n"
QUOTED = "Harbour plans change\n“The ports must be dredged by May,” Minister Jane Roe said. “We should all help.”\n"
DEMAND = "The quays should be widened in every town.\n"


def test_a_demand_goes_on_with_what_was_reported(extract: Any) -> None:
    assert extract(TOLD + DEMAND)[-1].speakers == (ROE,)


def test_a_demand_after_words_in_quotation_marks_is_the_reporters(extract: Any) -> None:
    assert extract(QUOTED + DEMAND)[-1].speakers == ()


def test_finally_is_no_last_item_after_a_mere_quotation(extract: Any) -> None:
    assert extract(f"{QUOTED}Finally, the union published a letter of its own.\n")[-1].speakers == ()


def test_a_demand_goes_on_after_a_quotation_within_a_speech_that_instructs(extract: Any) -> None:
    quotation = "“A port that sleeps is no port,” Minister Roe said.\n"
    assert extract(TOLD + quotation + DEMAND)[-1].speakers == (ROE,)


def test_a_motto_at_the_end_of_a_sentence_is_no_quotation(extract: Any) -> None:
    told = "Harbour plans change\nMinister Jane Roe requested all ports to follow the motto “clean, safe, fast”.\n"
    assert extract(told + DEMAND)[-1].speakers == (ROE,)


@pytest.mark.parametrize(
    "line",
    [
        "Roe's party must win two seats to stay in office.",
        "She should know: for ten years the engineer built harbours.",
        "Growing up in Delft, Tom Okafor spent every summer at sea.",
        "Standing ovations followed in every hall.",
        "Contributing: Tom Okafor.",
        "The hall heard “we must pay” and “you should pay” all evening.",
    ],
)
def test_what_only_looks_like_a_demand_is_the_reporters(extract: Any, line: str) -> None:
    assert extract(f"{TOLD}{line}\n")[-1].speakers == ()


@pytest.mark.parametrize("stamp", ["1:40 p.m.", "14:05"])
def test_a_time_on_a_line_of_its_own_begins_another_report(extract: Any, stamp: str) -> None:
    passages = extract(f"{TOLD}{stamp}\n{DEMAND}")
    assert [passage.speakers for passage in passages[-2:]] == [(), ()]


def test_whom_the_author_of_a_column_quotes_does_not_go_on_in_it(extract: Any) -> None:
    column = "I grew up beside the docks.\nMy father loaded ships.\n"
    assert (
        extract(f"Harbour plans change\n{column}Minister Jane Roe said that ports must be dredged.\n{DEMAND}")[
            -1
        ].speakers
        == ()
    )


def test_a_seat_in_parliament_after_a_name_makes_no_summary_record(extract: Any) -> None:
    text = (
        "Two members on harbours\nRep. Jane Roe (D-Ore.) said that ports were slow.\n"
        "Rep. Tom Okafor (D-N.Y.) said that ships were late.\nThe chamber has long been split over harbours.\n"
    )
    assert extract(text)[-1].speakers == ()


def test_a_column_that_asks_itself_is_no_interview(extract: Any) -> None:
    text = (
        "What the harbours could do\nJane Roe, the harbour minister, spoke to this paper about ships.\n"
        "The plan seems clear. How can the ports make their case?\n"
        "Six million jobs depend on ships, Tom Okafor argued.\n"
        "A larger question remains: how hard should the ports fight back?\n"
        "They know how. Tom Okafor said that ships would wait.\nNothing else would help the towns.\n"
    )
    speakers = [passage.speakers for passage in extract(text)[3:]]
    assert speakers == [("Tom Okafor",), (), ("Tom Okafor",), ()]


def test_answers_are_of_whoever_was_introduced(extract: Any) -> None:
    text = (
        "What the harbours could do\nJane Roe, the harbour minister, spoke to this paper about ships.\n"
        "How can the ports make their case?\n"
        "The towns must hear that six million jobs depend on ships.\n"
        "How hard should the ports fight back?\n"
        "They have shown that they know how.\n"
    )
    passages = extract(text)
    assert (passages[3].speakers, passages[5].speakers) == ((ROE,), (ROE,))


@pytest.mark.parametrize(
    "item",
    ["Firstly, repair all that Vo Dinh Khai promised in May.", "Secondly, find a mate. He must know the harbour."],
)
def test_in_an_announced_list_names_and_pronouns_do_not_end_the_speech(extract: Any, item: str) -> None:
    text = f"A meeting\nSecretary Vo Dinh Khai pointed out two tasks:\n{item}\nFinally, strengthening the nets."
    assert [passage.speakers for passage in extract(text)[2:]] == [("Vo Dinh Khai",)] * 2


def test_orders_go_on_after_an_order_whose_passage_ends_in_a_quotation(extract: Any) -> None:
    text = (
        "A meeting\nSecretary Vo Dinh Khai requested stronger nets. “We wait no longer,” he said.\nEvery port must act."
    )
    assert extract(text)[-1].speakers == ("Vo Dinh Khai",)
