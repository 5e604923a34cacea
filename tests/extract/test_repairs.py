from __future__ import annotations

from typing import Any

import pytest

from search.extract.glue import parted

LEAD = "Council opens\nThe council met in the provincial hall and adopted its programme.\n"


def repaired(text: str, extract: Any) -> str:
    passage = extract(LEAD + text)[-1]
    pieces, at = [], 0
    for repair in passage.repairs:
        pieces += [passage.text[at : repair.span.start], repair.replacement]
        at = repair.span.end
    return "".join([*pieces, passage.text[at:]])


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("In that year the industryParty had grown again.", "In that year the industry Party had grown again."),
        ("The whole organizationhas advised the council.", "The whole organization has advised the council."),
        ("A consultant13th of his name had come to town.", "A consultant 13th of his name had come to town."),
        ("The meeting ended in2024 without a vote at all.", "The meeting ended in 2024 without a vote at all."),
        ("The council (of Hue)met again in the evening.", "The council (of Hue) met again in the evening."),
        ("They met in the town of Hue , on the river.", "They met in the town of Hue, on the river."),
        ("The nation remembers its great teacher./.", "The nation remembers its great teacher."),
        ("The\u00a0council met in\u00a0Hue on the same day.", "The council met in Hue on the same day."),
        ("The co\u00adun\u200bcil met in Hue on the same day.", "The council met in Hue on the same day."),
        ("The council met.The chairman spoke for an hour.", "The council met. The chairman spoke for an hour."),
        ("Delegates in the hall. Photo: Le Hoa |", "Delegates in the hall. Photo: Le Hoa"),
    ],
)
def test_debris_is_read_as_what_was_meant(extract: Any, raw: str, clean: str) -> None:
    assert repaired(raw, extract) == clean


def test_a_double_seam_is_parted_by_the_words_of_the_article(extract: Any) -> None:
    text = "The results of streamlining are good.\nResultstreamliningThe system has met its targets in full."
    assert repaired(text, extract).startswith("Result streamlining The system")


def test_a_text_without_debris_has_no_repairs(extract: Any) -> None:
    assert all(not p.repairs for p in extract(LEAD))


def test_repairs_ascend_and_do_not_overlap(extract: Any) -> None:
    passage = extract(
        f"{LEAD}In\u00a0Hue\u00a0, the industryParty (of old)met.The end\u00a0of the organizationhas come./."
    )[-1]
    ends = [0, *(r.span.end for r in passage.repairs)]
    assert all(end <= repair.span.start for end, repair in zip(ends, passage.repairs, strict=False))
    assert len(passage.repairs) >= 6


@pytest.mark.parametrize(
    "word",
    (
        "McDonald MacArthur eBay iPhone macOS VietnamPlus PetroVietnam YouTube WhatsApp LinkedIn TikTok DeVos"
        " mRNA COVID GitHub Clementis cityhood nationwide therefore throughout grassroots mentor committees"
        " abc123 1990s 20th G20 MP3 hashtag commitment humanity"
    ).split(),
)
def test_names_in_camel_case_and_ordinary_words_are_left_alone(word: str) -> None:
    assert parted(word, frozenset) == []


@pytest.mark.parametrize(
    "text", ["See https://example.org/theParty/organizationhas for more.", "Write to thePress@example.org about this."]
)
def test_addresses_are_left_alone(extract: Any, text: str) -> None:
    assert repaired(text, extract) == text


@pytest.mark.parametrize(
    ("word", "cuts"),
    [
        ("ofVietnam", [2]),
        ("industryPartyBuilding", [8, 13]),
        ("13thNational", [4]),
        ("consultant13thNational", [10, 14]),
        ("2024The", [4]),
        ("ConferenceThe", [10]),
        ("responsibilityto", [14]),
    ],
)
def test_every_seam_of_a_word_is_found(word: str, cuts: list[int]) -> None:
    assert parted(word, lambda: {"conference"}) == cuts
