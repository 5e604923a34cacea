"""Acts that say something: thanks and wishes, words beside a gesture, papers whose author is known; and names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Heard = Callable[[str], tuple[str, ...]]

LAM, BINH = "Ngo Sy Lam", "Luu Thi Binh"
COURTESIES = [
    "Mr. Lam thanked the delegates for their frankness.",
    "Mr. Lam congratulated the crews on their catch.",
    "Mr. Lam wished the forum success.",
    "Mr. Lam sent his best wishes to the crews.",
    "Mr. Lam begged the families for forgiveness.",
    "Mr. Lam saluted the courage of the crews.",
    "Mr. Lam went on to demand a meeting before May.",
]
WORDS_BESIDE_AN_ACT = [
    "Mr. Lam shook his head. “It is too late for that.”",
    "Mr. Lam smiled. “I was young once. We all were.”",
    "Mr. Lam took out a notebook: “Here is every boat that was lost.”",
    "“It is too late for that,” Mr. Lam shook his head.",
    "“It is too late for that.” Mr. Lam shook his head.",
    "“It is too late,” smiled Mr. Lam.",
    "Mr. Lam nodded: “That is so.”",
    "Mr. Lam stood up.\nHe laid a net on the table. “This mesh kills the young fish.”",
]
NOBODY = [
    "Mr. Lam thanked the waiter with a nod.",
    "Mr. Lam sent flowers to congratulate Dr Bello.",
    "Mr. Lam attended and congratulated the forum.",
    "Mr. Lam wished to be a captain when he was young.",
    "Mr. Lam was thanked by the crews.",
    "Mr. Lam opened the forum. “The Sea and Us” was its theme.",
    "Mr. Lam handed over a banner: “For a clean sea”.",
    "Mr. Lam unveiled a sign that read: “No dredging beyond this line”.",
    "Mr. Lam read a poem: “The waves come home at night”.",
    "Mr. Lam entered the hall. “Long live the fishermen,” the crowd shouted.",
    "Mr. Lam met Dr Bello at the gate. “You are very late today.”",
    "The comrade in charge of the group said that three villages were late.",
    "Mr. Lam spoke.\nThe two comrades agreed to meet again.",
]
NAMES = [
    ("Deputy Mayor Niamh O’Neill urged crews to wait.", "Niamh O'Neill"),
    ("Director Kouassi N'Guessan noted that reefs are dying.", "Kouassi N'Guessan"),
    ("Baroness Frances D'Souza asked whether reefs are dying.", "Frances D'Souza"),
    ("Minister Jan van der Meer said reefs are dying.", "Jan van der Meer"),
    ("Minister Abdullah al-Hamdok said reefs are dying.", "Abdullah al-Hamdok"),
    ("President Abdel Fattah el-Sisi said reefs are dying.", "Abdel Fattah el-Sisi"),
    ("Sheikh Hasina said reefs are dying.", "Sheikh Hasina"),
    ("Former Prime Minister A. B. Vajpayee said reefs are dying.", "A. B. Vajpayee"),
    ("President P. J. Abdul Kalam said reefs are dying.", "P. J. Abdul Kalam"),
    ("Prime Minister KP Sharma Oli said reefs are dying.", "KP Sharma Oli"),
    ("JD Vance said reefs are dying.", "JD Vance"),
    ("Minister Abdulaziz al-Wasil came.\nMr. al-Wasil said reefs are dying.", "Abdulaziz al-Wasil"),
    ("Minister Abdulaziz al-Wasil came.\nAl-Wasil said reefs are dying.", "Abdulaziz al-Wasil"),
    ("Emir Mohammed bin Rashid came.\nSheikh Mohammed said reefs are dying.", "Mohammed bin Rashid"),
    ("Van der Berg resigns\nMayor Marieke van der Berg came.\nVan der Berg said it was late.", "Marieke van der Berg"),
]
PAPERS = [
    "Mr. Lam sent a letter to the crews.\nThe letter goes on to say that reefs are dying.",
    "Mr. Lam has published an open letter.\nThe letter, sent on Monday, says reefs are dying.",
    "Mr. Lam wrote in an article that reefs are dying.\nReefs, the article says, take a century to grow.",
    "In his message, Mr. Lam asked crews to wait.\nThe message ends with a wish for calm seas.",
    "Mr. Lam's letter was read out.\n“Every reef counts,” the letter reads.",
    "Mr. Lam on Monday signed Dispatch No. 7.\nAccording to the dispatch, ports close at noon.",
    "A letter from Mr. Lam was read out.\nThe letter continues: “Every reef counts.”",
]
NOBODYS_PAPERS = [
    "Mr. Lam presented the report.\nThe report concludes that reefs are dying.",
    "Mr. Lam sent a letter to the crews.\nA letter from the crews came back.\nThe letter says reefs are dying.",
    "Mr. Lam read the letter.\nThe letter says reefs are dying.",
    "The committee sent a letter to Mr. Lam.\nThe letter says reefs are dying.",
]


@pytest.mark.parametrize("text", [*COURTESIES, *WORDS_BESIDE_AN_ACT, *PAPERS])
def test_an_act_or_a_paper_gives_the_words_of_whoever_is_its_author(heard_at_forum: Heard, text: str) -> None:
    assert heard_at_forum(text) == (LAM,)


@pytest.mark.parametrize("text", [*NOBODY, *NOBODYS_PAPERS])
def test_deeds_inscriptions_and_papers_of_others_are_nobodys_words(heard_at_forum: Heard, text: str) -> None:
    assert heard_at_forum(text) == ()


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_names_keep_their_marks_articles_and_initials(heard_at_forum: Heard, text: str, name: str) -> None:
    assert heard_at_forum(text) == (name,)


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Comrade Luu Thi Binh stressed that time is short.", BINH),
        ("Comrade Luu Thi Binh visited a ward.", BINH),
        ("Comrade Luu Thi Binh stressed that time is short.\nA song followed.", BINH),
        ("Le Thi Hoa, a farmer of An Lac, asked for a road.", None),
    ],
)
def test_the_comrade_is_the_official_who_was_last_heard_or_talked_of(extract: Any, before: str, name: str) -> None:
    head = "Dam Ha reviews the year\nMinister of Health Luu Thi Binh and Mr. Ngo Sy Lam, Director of Fisheries, came.\n"
    for said in (
        "The comrade suggested that wards report.",
        "According to the comrade, wards report late.",
        "Wards, the comrade added, report late.",
    ):
        assert extract(f"{head}{before}\n{said}\n")[-1].speakers == ((name,) if name else ())
