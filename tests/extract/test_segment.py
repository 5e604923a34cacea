from __future__ import annotations

from typing import Any

import pytest

from search.limits import PASSAGE_CHARACTERS
from search.model import Hint, Kind, Span

BODY = "The committee met in the provincial hall and adopted its programme of work for the months to come."


def kinds(passages: Any) -> list[tuple[str, str]]:
    return [(p.kind.value, p.text) for p in passages]


def test_a_metadata_stub_and_the_title_behind_it_are_two_passages(extract: Any) -> None:
    passages = extract(f" date 2021-04-06 Council opens its spring session\n{BODY}")
    assert kinds(passages)[:2] == [
        ("boilerplate", "date 2021-04-06"),
        ("title", "Council opens its spring session"),
    ]


def test_a_stub_before_furniture_leaves_the_title_to_the_next_line(extract: Any) -> None:
    passages = extract(f"date 2021-04-06 Related News\nCouncil opens its spring session\n{BODY}\n{BODY} It rained.")
    assert [p.kind for p in passages[:3]] == [Kind.BOILERPLATE, Kind.BOILERPLATE, Kind.TITLE]


def test_a_stub_may_stand_before_the_lead_of_an_article_without_a_title(extract: Any) -> None:
    passages = extract(f"date 2021-04-06 {BODY}\n{BODY} It went home at noon.")
    assert [p.kind for p in passages] == [Kind.BOILERPLATE, Kind.BODY, Kind.BODY]


def test_a_caption_glued_to_a_dateline_is_divided_after_the_photo_credit(extract: Any) -> None:
    passages = extract(f"Council opens\n{BODY}\nThe chairman at his desk (Photo: ABC)Hue (VNA) -\n{BODY} It rained.")
    assert kinds(passages)[2:4] == [("caption", "The chairman at his desk (Photo: ABC)"), ("dateline", "Hue (VNA) -")]


def test_a_dateline_before_running_text_stays_with_the_text(extract: Any) -> None:
    passages = extract(f"Council opens\nHue (VNA) - {BODY}")
    assert passages[1].kind is Kind.BODY
    assert passages[1].text.startswith("Hue (VNA) -")


@pytest.mark.parametrize(
    "line",
    [
        "![]() |",
        "![the hall](https://example.org/1.jpg)",
        "Comment (0)",
        "12 comments",
        "Share",
        "* *** *",
        "---",
        "Related news",
        "Tags: council, budget",
        "Home | Politics | World | Contact",
        "Update: 12-02-2020 | 11:10",
        "March 3, 2021 - 08:15",
        "© 2021 Example Media",
        "https://example.org/articles/1",
        "Print | Email",
        "Share Tweet Print",
        "Follow us on Facebook and Zalo",
        "Read more: Council closes",
        "OFFICIAL REPORT (UNREVISED)",
        "Press release",
    ],
)
def test_page_furniture_is_boilerplate(extract: Any, line: str) -> None:
    passages = extract(f"Council opens\n{BODY}\n{line}\n{BODY} It rained.")
    assert passages[2].kind is Kind.BOILERPLATE
    assert not passages[2].searched


@pytest.mark.parametrize(
    "line", ["Source: example.vn", "Source: https://example.vn/a/1", "VNA", "— VNS", "Nguồn: Báo A"]
)
def test_source_and_agency_lines_are_credits(extract: Any, line: str) -> None:
    assert extract(f"Council opens\n{BODY}\n{line}")[-1].kind is Kind.CREDIT


@pytest.mark.parametrize(
    "line",
    [
        "Delegates in the hall (Photo: VNA)",
        "The chairman welcomes his guests. Photo: Le Hoa |",
        "The new bridge - Photo: VNA",
        "The chairman and his deputy in Hue. VNA/VNS Photo Le Hoa",
        "The chairman of the council speaks at the meeting",
        "Chairman Le Hoa awards the medals to three teachers on the occasion",
        "Delegates attend the session",
        "Overview of the conference",
        "Scene of the conference",
        "Giving flowers to comrades who retired from the council",
        "Presenting certificates of merit to the teachers",
    ],
)
def test_texts_of_photos_are_captions(extract: Any, line: str) -> None:
    assert extract(f"Council opens\n{BODY}\n{line}\n{BODY} It rained.")[2].kind is Kind.CAPTION


def test_a_line_that_only_repeats_a_sentence_of_an_illustrated_text_is_a_caption(extract: Any) -> None:
    told = "The chairman said that every ward must publish its budget in full before the end of the quarter"
    passages = extract(
        f"Council opens\n{BODY}\n![]() |\n{BODY} It rained.\n{told}.\n{BODY} It snowed.\n"
        f"Much was said. {told} and keep it online for ten years. Nobody objected to the proposal."
    )
    assert passages[4].kind is Kind.CAPTION
    assert passages[6].kind is Kind.BODY


def test_a_caption_may_stand_between_headline_and_lead(extract: Any) -> None:
    passages = extract(f"Council opens its session\nChairman Le Hoa speaks at the session\n{BODY}\n{BODY} It rained.")
    assert [p.kind for p in passages] == [Kind.TITLE, Kind.CAPTION, Kind.BODY, Kind.BODY]


def test_captions_are_known_beside_a_list(extract: Any) -> None:
    items = "\n".join(f"- item {number} of the list" for number in range(9))
    passages = extract(
        f"Council opens\n{BODY}\nThe delegates vote on the budget\n{BODY} It rained.\n{items}\n{BODY} So."
    )
    assert [p.kind for p in passages][2] is Kind.CAPTION
    assert {p.kind for p in passages[4:]} == {Kind.BODY}


def test_questions_of_a_reporter_are_text(extract: Any) -> None:
    passages = extract(f"Council opens\n{BODY}\nReporter: What will come next?\n{BODY} It rained.\nReporter: Le Hoa")
    assert [p.kind for p in passages] == [Kind.TITLE, Kind.BODY, Kind.BODY, Kind.BODY, Kind.CREDIT]


def test_the_lead_is_no_caption_though_the_text_repeats_it(extract: Any) -> None:
    told = "Every ward must publish its budget in full before the end of the quarter, the chairman said"
    passages = extract(f"Council opens\n{told}.\n![]() |\n{BODY}\nMuch was said. {told}. Nobody objected.")
    assert passages[1].kind is Kind.BODY


@pytest.mark.parametrize(
    "line",
    [
        "KEY TASKS OF THE YEAR",
        "Focus on digital records",
        "II. Results of the first half",
        "Improving the quality of wards",
        "Difficulties and remedies",
    ],
)
def test_short_lines_between_paragraphs_are_headings(extract: Any, line: str) -> None:
    passages = extract(f"Council opens\n{BODY}\n{line}\n{BODY} It rained.\n{BODY} It snowed.")
    assert passages[2].kind is Kind.HEADING
    assert [p.heading for p in passages] == [None, None, None, line, line]


@pytest.mark.parametrize(
    "line",
    [
        "- a second bridge over the river",
        "What comes next for the council?",
        "He said it would go on",
        "Continue the work.",
    ],
)
def test_list_items_questions_speech_commands_with_a_full_stop_and_fragments_are_text(extract: Any, line: str) -> None:
    assert extract(f"Council opens\n{BODY}\n{line}\n{BODY} It rained.")[2].kind is Kind.BODY


def test_a_command_with_a_full_stop_is_a_heading_where_the_text_takes_it_up(extract: Any) -> None:
    told = "Prepare the election of the ward councils with great care."
    passages = extract(f"Council opens\n{BODY}\n{told}\nThe chairman said they must p{told[1:-1]} and soon.")
    assert passages[2].kind is Kind.HEADING


def test_without_a_headline_the_lead_is_body(extract: Any) -> None:
    passages = extract(f"On the morning of May 5, in Hue, the council held its spring session.\n{BODY}")
    assert [p.kind for p in passages] == [Kind.BODY, Kind.BODY]


def test_a_headline_may_end_in_a_full_stop_where_the_lead_has_a_dateline(extract: Any) -> None:
    passages = extract(f"Encourage teachers who dare to try.\n(Example.vn) - {BODY}")
    assert passages[0].kind is Kind.TITLE


def test_scraps_and_section_names_above_the_headline_are_boilerplate(extract: Any) -> None:
    passages = extract(f"best odds\nPolitics\nCouncil opens its spring session in Hue\n{BODY}\n{BODY} It rained.")
    assert [p.kind for p in passages][:3] == [Kind.BOILERPLATE, Kind.BOILERPLATE, Kind.TITLE]


@pytest.mark.parametrize("above", ["Home / Politics", "Ministry of Fish, Nets & Ice", "Vice President's Secretariat"])
def test_the_way_to_an_article_and_its_issuer_stand_above_the_headline(extract: Any, above: str) -> None:
    passages = extract(f"{above}\nCouncil opens its spring session in Hue\n{BODY}\n{BODY} It rained.")
    assert [p.kind for p in passages][:2] == [Kind.BOILERPLATE, Kind.TITLE]


@pytest.mark.parametrize("title", ["Office of the mayor moves", "Ministry of Fish opens", "Nets and ice / A history"])
def test_a_headline_is_not_taken_for_what_stands_above_one(extract: Any, title: str) -> None:
    assert extract(f"{title}\n{BODY}\n{BODY} It rained.")[0].kind is Kind.TITLE


def test_what_follows_the_source_line_is_boilerplate(extract: Any) -> None:
    passages = extract(f"Council opens\n{BODY}\nSource: example.vn\nOther towns follow the example\nBridge opened")
    assert [p.kind for p in passages][-2:] == [Kind.BOILERPLATE, Kind.BOILERPLATE]


def test_a_reprint_keeps_its_kind_is_marked_and_is_not_searched(extract: Any) -> None:
    caption = "The chairman at his desk (Photo: ABC)"
    passages = extract(f"Council opens\n{BODY}\n{caption}\n{caption}\n{BODY} It rained.\n{BODY}")
    assert [p.repeat for p in passages] == [False, False, False, True, False, True]
    assert passages[3].kind is Kind.CAPTION
    assert not passages[3].searched
    assert len({p.id for p in passages}) == len(passages)


def test_hints_outrank_guesses(extract: Any) -> None:
    text = "Who we are\nFocus on digital records\nDelegates attend the session"
    hints = (Hint(Span(0, 10), Kind.HEADING), Hint(Span(11, 35), Kind.BODY), Hint(Span(36, len(text)), Kind.BODY))
    assert [p.kind for p in extract(text, hints=hints)] == [Kind.HEADING, Kind.BODY, Kind.BODY]


def test_a_hinted_body_is_one_unit_over_several_lines_yet_furniture_in_it_is_known(extract: Any) -> None:
    text = "The council met\nin the hall.\nComment (0)"
    hints = (Hint(Span(0, 28), Kind.BODY), Hint(Span(29, len(text)), Kind.BODY))
    assert kinds(extract(text, hints=hints)) == [
        ("body", "The council met\nin the hall."),
        ("boilerplate", "Comment (0)"),
    ]


def test_a_stated_title_is_recognised_in_the_text_and_none_is_guessed(extract: Any) -> None:
    passages = extract(f"Spring\n{BODY}\nCouncil opens\n{BODY} It rained.", title="Council opens")
    assert [p.kind for p in passages] == [Kind.BODY, Kind.BODY, Kind.TITLE, Kind.BODY]


def test_long_paragraphs_are_divided_after_a_sentence(extract: Any) -> None:
    passages = extract(f"{BODY} " * 300)
    assert len(passages) > 1
    assert all(len(p.text) <= PASSAGE_CHARACTERS and p.text.endswith(".") for p in passages)


def test_a_paragraph_without_any_blank_is_divided_all_the_same(extract: Any) -> None:
    assert [len(p.text) for p in extract("a" * (2 * PASSAGE_CHARACTERS + 5))] == [PASSAGE_CHARACTERS] * 2 + [5]


def test_poems_and_tables_without_full_stops_are_not_all_headings(extract: Any) -> None:
    lines = "\n".join(f"Line number {word} of the verse" for word in "one two three four five six seven eight".split())
    assert {p.kind for p in extract(f"A poem of the sea\n{lines}")[1:]} == {Kind.BODY}
