from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from search.model import ArticleInfo, Dating, Precision

BODY = "The council then turned to its programme of work and adopted it after a long debate."


def info(extract: Any, text: str, **stated: Any) -> ArticleInfo:
    known: ArticleInfo = extract(text, **stated)[0].article
    return known


def event(extract: Any, text: str, **stated: Any) -> str | None:
    found = info(extract, text, **stated).event
    return None if found is None else found.value


def published(extract: Any, text: str) -> str | None:
    found = info(extract, text).published
    return None if found is None else found.value


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("date 2021-04-06 Council opens", "2021-04-06"),
        ("Council opens\nMarch 3, 2021 - 08:15", "2021-03-03"),
        ("Council opens\n3 March 2021", "2021-03-03"),
        ("Council opens\nWednesday, 3 March 2021, 08:15 GMT+7", "2021-03-03"),
        ("Council opens\nUpdated: 25/03/2021 | 11:10", "2021-03-25"),
        ("Council opens\nPublished on 2021-03-03 08:15:00", "2021-03-03"),
        ("Council opens\nAgency) 08:13, March 03, 2021", "2021-03-03"),
    ],
)
def test_a_stub_or_a_date_line_gives_the_published_day(extract: Any, text: str, day: str) -> None:
    found = info(extract, f"{text}\n{BODY}").published
    assert found is not None
    assert (found.value, found.stated, found.precision) == (day, True, Precision.DAY)
    assert found.evidence in text


@pytest.mark.parametrize(
    "text",
    [
        f"Council opens\n{BODY} It last met on 3 March 2021 in Hue.",
        f"Council opens\n{BODY}\nThe law of 3 March 2021 applies.",
        f"Council opens\n3 March\n{BODY}",
        f"Council opens\n{BODY}\n{BODY} It rained.\n{BODY} It snowed.\nHue, 3 March 2021\n{BODY} It froze.",
        f"date 2021-02-30 Council opens\n{BODY}",
    ],
)
def test_dates_inside_the_text_are_not_the_published_day(extract: Any, text: str) -> None:
    assert published(extract, text) is None


def test_a_number_that_reads_both_ways_is_no_date(extract: Any) -> None:
    assert published(extract, f"Council opens\nUpdate: 04-05-2021 | 11:10\n{BODY}") is None


def test_an_ambiguous_number_is_read_by_the_day_the_text_tells(extract: Any) -> None:
    text = "Council opens\nUpdate: 04-05-2021 | 11:10\nThe council met on {} and adopted its programme."
    assert published(extract, text.format("30 April")) == "2021-05-04"
    assert published(extract, text.format("3 April")) == "2021-04-05"
    assert published(extract, text.format("3 January")) is None


def test_an_ambiguous_number_is_read_by_its_weekday(extract: Any) -> None:
    assert published(extract, f"Council opens\nMonday, 04/05/2020 11:10\n{BODY}") == "2020-05-04"
    assert published(extract, f"Council opens\nFriday, 04/05/2020 11:10\n{BODY}") is None


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("The Assembly met at 2.30 p.m., the Speaker, Le Hoa, in the Chair.", "2013-05-07"),
        ("The meeting was called to order at 10.05 a.m.", "2013-05-07"),
        ("The Assembly has a new Speaker.", None),
    ],
)
def test_the_record_of_a_sitting_bears_its_day(extract: Any, lead: str, day: str | None) -> None:
    head = "NATIONAL ASSEMBLY OF EXAMPLE\nOFFICIAL REPORT (UNREVISED)\nTuesday, 7 May 2013"
    assert event(extract, f"{head}\n{lead}\n{BODY}") == day


def test_what_the_source_states_is_kept(extract: Any) -> None:
    stated = Dating(date(2020, 1, 2), Precision.DAY, stated=True, evidence="meta")
    assert info(extract, f"date 2021-04-06 Council opens\n{BODY}", published=stated).published == stated


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("The council met on April 5 in Hue.", "2021-04-05"),
        ("The council held its session on 5 Apr in Hue.", "2021-04-05"),
        ("On the afternoon of April 5, in Hue, the council met its voters.", "2021-04-05"),
        ("The council met on Monday to review its work.", "2021-04-05"),
        ("The council met on Tuesday to review its work.", "2021-04-06"),
        ("The council met from Friday to Saturday in Hue.", "2021-04-02"),
        ("The council met yesterday to review its work.", "2021-04-05"),
        ("The council met this morning to review its work.", "2021-04-06"),
        ("The council met on April 5, 2021 to review its work.", "2021-04-05"),
        ("HUE, April 5 (ABC) -- The council has a new chairman.", "2021-04-05"),
        ("Hue, April 5 (ABC) - The council has a new chairman.", "2021-04-05"),
        ("The council met on March 28 in Hue.", "2021-03-28"),
        ("The council met on Monday (April 5) to review its work.", "2021-04-05"),
        ("Chairman Le Hoa today received the guests in Hue.", "2021-04-06"),
        ("Today, the council held its session in Hue.", "2021-04-06"),
        ("The council visited the scene of Sunday's crash in Hue on Monday.", "2021-04-05"),
        ("On Monday (April 5), the council met its voters.", "2021-04-05"),
        ("The chairman told voters on Monday that the bridge is ready.", "2021-04-05"),
    ],
)
def test_the_day_of_the_event_is_counted_from_the_published_day(extract: Any, lead: str, day: str) -> None:
    assert event(extract, f"date 2021-04-06 Council opens its session\n{lead}\n{BODY}") == day


@pytest.mark.parametrize(
    "lead",
    [
        "The council will meet on April 9 in Hue.",
        "The council met again on Monday or Tuesday.",
        "The council last met in Hue on Monday.",
        "Today, the council is stronger than it was.",
        "Le Hoa, who was elected chairman on Monday, met voters.",
        "A ceremony was held to mark National Day (April 2) in Hue.",
        "A ceremony was held to mark National Day on April 2 in Hue.",
        "The council has met since last Monday.",
        "The council met on relief after the storm of March 30.",
        "The council met on relief after the storm on March 30.",
        "The council is to meet next Monday.",
        "The council met on December 5 of old.",
        "The chairman, who died on April 2, was honoured at the session.",
        "The session reviewed Decision 7 issued on April 2 by the province.",
        "The council, founded on April 1, has a new chairman.",
        "The council met again before April 5 for its anniversary.",
        "As of April 1, the council has nine members, the chairman said.",
        "The budget has to be spent by April 5, the chairman said.",
        "The council has a new chairman.",
        "The council met on a Tuesday, as it always has.",
        "The chairman is set to meet his voters Monday.",
        "The chairman, who died on Monday, was honoured at the session.",
        "The chairman met voters before the election on Monday.",
        "On Monday we met the council, and I said that it must act.",
    ],
)
def test_other_days_are_not_the_event(extract: Any, lead: str) -> None:
    assert event(extract, f"date 2021-04-06 Council opens its session\n{lead}\n{BODY}") is None


def test_a_january_report_of_a_december_day_goes_to_the_year_before(extract: Any) -> None:
    assert (
        event(extract, f"date 2021-01-04 Council closes\nThe council met on December 30 in Hue.\n{BODY}")
        == "2020-12-30"
    )


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("On December 16 the council met to review its work in 2020 and set tasks for 2021.", "2020-12-16"),
        ("On January 13 the council met to review its work in 2020 and set tasks for 2021.", "2021-01-13"),
        (
            "On December 16 the council held a meeting to sum up work in 2020 and launch plans for next year.",
            "2020-12-16",
        ),
        ("On December 16 the council met to review its work in 2020.", "2020-12-16"),
        ("On January 13 the council met to launch its tasks for 2021.", "2021-01-13"),
        ("On July 5 the council met to review the first six months and set tasks for the last six months of 2023.",
         "2023-07-05"),
        ("On June 16 the council met to review its work in 2020 and set tasks for 2021.", None),
        ("On December 16 the council met to review the resolution of 2017.", None),
        ("On January 13 the council met on the 2020-2025 programme.", None),
        ("On December 16 the council met to review its work in 2015 and set tasks for 2021.", None),
        ("On December 16 the council met to review its work.", None),
    ],
)  # fmt: skip
def test_a_review_of_one_year_with_tasks_for_the_next_gives_the_year(extract: Any, lead: str, day: str | None) -> None:
    found = info(extract, f"Council closes the year\n{lead}\n{BODY}").event
    assert (found.value if found else None) == day
    if found is not None:
        assert not found.stated
        assert all(words in lead for words in found.evidence.split(" … "))


def test_the_weekday_beside_a_day_must_agree_with_its_year(extract: Any) -> None:
    text = "The year ends\nOn {}, December 16, the council met to review its work in 2020 and set tasks for 2021."
    assert event(extract, f"{text.format('Wednesday')}\n{BODY}") == "2020-12-16"
    assert event(extract, f"{text.format('Friday')}\n{BODY}") is None


def test_an_event_of_two_days_has_a_first_and_a_last(extract: Any) -> None:
    text = (
        f"date 2021-04-06 Council closes\nThe council held its ninth session from March 31 to April 1 in Hue.\n{BODY}"
    )
    found = info(extract, text).event
    assert found is not None
    assert (found.value, found.until) == ("2021-03-31", date(2021, 4, 1))


def test_the_first_meeting_after_a_dated_decision_is_in_its_year(extract: Any) -> None:
    text = (
        "The board opened its first meeting on {}.\nThe board was set up by Decision 9 dated March 16, 2021; {}.\n"
        "The chairman asked for patience."
    )
    assert event(extract, text.format("March 30", "the law dates from May 2, 2011")) == "2021-03-30"
    assert event(extract, text.format("August 30", "the law dates from May 2, 2011")) is None
    assert event(extract, text.format("March 30", "by 2024 it must report")) is None


def test_a_full_date_needs_no_published_day_in_the_lead_only(extract: Any) -> None:
    lead = "The council met on March 3, 2021 in the provincial hall."
    assert event(extract, f"Council opens\n{lead}\n{BODY}") == "2021-03-03"
    later = f"Council opens\n{BODY}\n{BODY} It rained.\n{BODY} It snowed.\n{lead}"
    assert event(extract, later) is None


def test_in_a_speech_printed_whole_only_the_dateline_tells(extract: Any) -> None:
    text = f"date 2021-04-06 Address to the council\n{{}}The council met on Monday in Hue.\n{BODY}"
    assert event(extract, text.format(""), speaker="Le Hoa") is None
    assert event(extract, text.format("HUE, April 4 (ABC) -- "), speaker="Le Hoa") == "2021-04-04"


def test_two_years_in_the_lead_prove_neither(extract: Any) -> None:
    text = f"Council opens\nThe council met on March 3, 2021.\nIts first session was held on May 5, 1994.\n{BODY}"
    assert event(extract, text) is None


def test_a_day_without_any_year_stays_unknown(extract: Any) -> None:
    known = info(extract, f"Council opens\nThe council met on March 3 in the provincial hall.\n{BODY}")
    assert (known.published, known.event, known.year) == (None, None, None)


def test_evidence_quotes_words_of_the_article(extract: Any) -> None:
    text = f"date 2021-04-06 Council opens\nThe council met on Monday in the provincial hall.\n{BODY}"
    found = info(extract, text).event
    assert found is not None
    assert found.evidence == "date 2021-04-06 … on Monday"
    assert not found.stated


def test_a_date_in_brackets_after_the_dateline_is_the_published_one_and_tells_yesterday(extract: Any) -> None:
    text = "Lawmakers debate fees\n(VNA) - (June 1, 2023) The council yesterday held a debate on fees.\n"
    info = extract(text)[0].article
    assert info.published is not None
    assert info.event is not None
    assert (info.published.day, info.event.day) == (date(2023, 6, 1), date(2023, 5, 31))


def test_we_within_a_quotation_is_not_the_reporter(extract: Any) -> None:
    text = (
        "6 August 2024\nAid stopped\nHunger is “a stain on our conscience”, an envoy told the council this afternoon.\n"
    )
    info = extract(text)[0].article
    assert info.event is not None
    assert info.event.day == date(2024, 8, 6)


def test_minutes_that_begin_with_a_turn_are_of_the_day_above(extract: Any) -> None:
    head = "Tuesday, 17 August 2021\nFees Bill\nSecond Reading\n[Deputy Speaker JAN HALE in the Chair]\n"
    text = head + "Hon JO MARLOW (Minister for Fees): I move, That the bill be read.\n"
    info = extract(text)[0].article
    assert info.event is not None
    assert info.event.day == date(2021, 8, 17)


def test_a_record_of_turns_is_of_the_day_it_bears(extract: Any) -> None:
    sitting = (
        "House of Commons\nOral Answers to Questions\nWednesday 3 April 2019\nThe Minister was asked—\n"
        "4. Tommy Holm (Edinburgh East) (SNP): What steps is the Government taking?\n"
        "Oliver Brandt: The rules are kept under review.\n"
    )
    briefing = (
        "Department Press Briefing – March 14, 2024\nMatthew Holm, Department Spokesperson\n1:18 p.m. EDT\n"
        "MR HOLM: Good afternoon. The Secretary leaves tonight.\nQUESTION: How many officials?\nMR HOLM: Eleven.\n"
    )
    assert [extract(text)[0].article.event.day.isoformat() for text in (sitting, briefing)] == [
        "2019-04-03",
        "2024-03-14",
    ]


def test_an_interview_is_not_of_the_day_it_is_published(extract: Any) -> None:
    text = (
        "Ports must change\nMarch 14, 2024 - 08:05\nMatthew Holm, head of the port, talks to us.\n"
        "QUESTION: How many ports?\nMR HOLM: Eleven.\n"
    )
    assert extract(text)[0].article.event is None


@pytest.mark.parametrize(("when", "day"), [("yesterday met", "2021-08-16"), ("met", "2021-08-17")])
def test_a_full_date_before_a_dash_is_the_day_yesterday_is_counted_from(extract: Any, when: str, day: str) -> None:
    text = (
        f"Ports must change\nDelft, Tuesday, 17 August 2021 \u2013 The Committee on Ports {when} the harbour masters.\n"
    )
    assert extract(text)[0].article.event.day.isoformat() == day
