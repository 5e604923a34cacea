from __future__ import annotations

from typing import Any

import pytest

from search.model import ArticleInfo

BODY = "The council then turned to its programme of work and adopted it after a long debate."


def info(extract: Any, text: str, **stated: Any) -> ArticleInfo:
    known: ArticleInfo = extract(text, **stated)[0].article
    return known


def test_the_printed_headline_is_the_title_without_a_final_full_stop(extract: Any) -> None:
    assert info(extract, f"Encourage teachers who dare to try.\n{BODY}").title == "Encourage teachers who dare to try"


@pytest.mark.parametrize(
    ("lead", "title"),
    [
        (
            "On the morning of May 5, in Hanoi, the council held its spring session to adopt the budget.",
            "Council held its spring session to adopt the budget",
        ),
        ("Hue (VNA) - The council has a new chairman after a long vote. He thanked all.",
         "Council has a new chairman after a long vote"),
        ("No ward will be left behind in the coming years, Chairman Le Hoa has said.",
         "No ward will be left behind in the coming years"),
    ],
)  # fmt: skip
def test_without_a_headline_the_first_sentence_gives_the_title(extract: Any, lead: str, title: str) -> None:
    assert info(extract, f"{lead}\n{BODY}").title == title


def test_a_title_made_from_a_long_lead_ends_with_a_word_that_can_end_it(extract: Any) -> None:
    lead = "The council held a session on the budget of wards and schools, bridges and roads and parks and "
    title = info(extract, f"{lead}libraries of the whole province for the coming year.\n{BODY}").title
    assert title is not None
    assert len(title) <= 140
    assert lead.removeprefix("The ").lower().startswith(title.lower())
    assert title.split()[-1] not in {"the", "and", "of"}


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (f"Council opens\nHue (VNA) - {BODY}", "VNA"),
        (f"Council opens\n(Example.vn) - {BODY}", "Example.vn"),
        (f"Council opens\nBEIJING, July 31 (Xinhua) -- {BODY}", "Xinhua"),
        (f"Council opens\n{BODY}\nSource: example.vn", "example.vn"),
        (f"Council opens\n{BODY}\nSource: https://www.example.vn/a/b?c=1", "example.vn"),
        (f"Council opens\n{BODY}\nSource: The Daily Example", "The Daily Example"),
        (f"Council opens\n{BODY}\nVNA", "VNA"),
        (f"Council opens\n{BODY}\n— VNS", "VNS"),
        (f"Council opens\n{BODY} — VNS", "VNS"),
        (f"Council opens\nXinhua) 08:13, August 01, 2024\n{BODY}", "Xinhua"),
        (f"Council opens\nThe hall (Photo: VNA)\n{BODY}", None),
        (f"Council opens\n{BODY}", None),
    ],
)
def test_the_outlet_is_the_agency_or_site_that_signs(extract: Any, text: str, outlet: str | None) -> None:
    assert info(extract, text).outlet == outlet


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"Council opens\nHue (VNA) - {BODY}", "Hue"),
        (f"Council opens\nHÀ NỘI — {BODY}", "Hanoi"),
        (f"Council opens\nHÀ NỘI The council met on its programme. {BODY}", "Hanoi"),
        (f"Council opens\nVIENNA, 6 November (Agency) - {BODY}", "Vienna"),
        (f"Council opens\nVIETNAM, January 13 - \n{BODY}", None),
        (f"Nghe An: Council opens its session\n{BODY}", "Nghe An"),
        (f"Council opens\nThe council held its spring session in Hai Phong on May 5.\n{BODY}", "Hai Phong"),
        (f"Council opens\nDelegates at the Hanoi bridge followed the session in 2022.\n{BODY}", None),
        (f"Council opens\n{BODY}", None),
    ],
)
def test_the_place_comes_from_dateline_title_or_lead(extract: Any, text: str, place: str | None) -> None:
    assert info(extract, text).place == place


def test_what_the_source_states_outranks_the_text(extract: Any) -> None:
    known = info(
        extract, f"Nghe An: Council opens\nHue (VNA) - {BODY}", title="Stated", outlet="The Stated", place="Da Nang"
    )
    assert (known.title, known.outlet, known.place) == ("Stated", "The Stated", "Da Nang")


def test_every_passage_carries_the_final_article(extract: Any) -> None:
    passages = extract(f"date 2021-04-06 Council opens\nHue (VNA) - {BODY}\nSource: example.vn")
    assert len({p.article for p in passages}) == 1
    assert passages[0].article.outlet == "VNA"


def test_a_broken_address_in_the_source_line_does_no_harm(extract: Any) -> None:
    assert info(extract, f"Council opens\n{BODY}\nSource: https://[example.vn/a").outlet is not None


def test_the_source_of_a_figure_is_not_the_outlet(extract: Any) -> None:
    text = f"Council opens\n{BODY}\nSource: Returns to the revenue account of the wards and the weekly rents of Hue"
    assert info(extract, text).outlet is None


def test_what_a_stated_speech_quotes_as_its_source_is_not_the_outlet(extract: Any) -> None:
    speech = f"Council opens\n{BODY}\nSource: The Rent Office"
    assert info(extract, speech, speaker="Ann Poe").outlet is None
    assert info(extract, speech).outlet == "The Rent Office"
