"""A speech that goes on without a cue: orders, what is counted, principles; and the report that only looks like it."""

from __future__ import annotations

from typing import Any

import pytest

TU = "Tran Cam Tu"
OPENED = (
    "Dam Ha reviews the year\nMr. Tran Cam Tu, Permanent member of the Secretariat, requested units to work faster.\n"
)
SAID = "Dam Ha reviews the year\nMr. Tran Cam Tu, Permanent member of the Secretariat, said units must work faster.\n"
GOES_ON = [
    "Move people out of dangerous areas before dark.",
    "Check the dykes and do not let anyone go hungry.",
    "Find out why two projects have stood still for ten years.",
    "Eliminate formalism in meetings.",
    "Report every two hours to the committee.",
    "One is to change the way meetings are held.",
    "The second is to link farmers with firms.",
    "The third group of tasks is to build brands.",
    "And the last is to train the young.",
    "It is essential that leaders go to the villages.",
    "Whoever violates will be dealt with.",
    "No one should stand outside of the law.",
    "The aim is not to punish many, but to warn early.",
    "The most important thing is trust.",
]
REPORTED = [
    "Check points were set up at the entrances of three wards.",
    "Report by Thu Huong",
    "Work on the new bridge began in May.",
    "The aim of the conference is to review the year.",
    "Those who attended received gifts.",
    "The congress will take place in May.",
    "Under the law, departments must report every six months.",
    "Another comrade suggested that the road be mended.",
    "Place an order here.",
    "Share this article.",
    "The next session is in July.",
]


@pytest.mark.parametrize("before", [OPENED, SAID])
@pytest.mark.parametrize("text", GOES_ON)
def test_what_is_ordered_counted_or_held_goes_on_with_the_speech(extract: Any, before: str, text: str) -> None:
    assert extract(f"{before}{text}\n")[-1].speakers == (TU,)


@pytest.mark.parametrize("before", [OPENED, SAID])
@pytest.mark.parametrize("text", REPORTED)
def test_what_is_told_of_the_event_is_nobodys(extract: Any, before: str, text: str) -> None:
    assert extract(f"{before}{text}\n")[-1].speakers == ()
