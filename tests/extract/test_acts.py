"""Acts, possessions and things named like utterances: nobody is heard in any of them."""

from __future__ import annotations

from typing import Any

import pytest

INTRODUCTION = (
    "Conference on cadres\nOn the morning of May 5, the Standing Committee held a conference. Comrade Tran Van Ba, "
    "Secretary of the Provincial Party Committee, and Comrade Le Thi Tu, Head of the Organisation Commission, chaired "
    "the conference.\n"
)
NOBODY = [
    "Comrade Tran Van Ba presented the decision to Comrade Le Thi Tu and gave her flowers.",
    "Comrade Tran Van Ba set foot in the commune at dawn.",
    "Comrade Tran Van Ba took the train to report to the centre.",
    "Comrade Tran Van Ba gave the commune 12 houses and set up a fund.",
    "Comrade Tran Van Ba and delegates visited the exhibition and offered incense.",
    "Comrade Tran Van Ba has held the post since 2019 and had been chairman of the district.",
    "Comrade Tran Van Ba is holding a meeting and is receiving guests.",
    "Comrade Tran Van Ba took the floor.",
    "Comrade Tran Van Ba wanted to be a teacher when he was young.",
    "Comrade Tran Van Ba found a seat and thought of his mother.",
    "Comrade Tran Van Ba called the meeting to order.",
    "Comrade Tran Van Ba opened the conference with a minute of silence.",
    "Comrade Tran Van Ba began his career in Dam Ha and ended it in Hanoi.",
    "Comrade Tran Van Ba had a meeting with voters and a talk with workers.",
    "Comrade Tran Van Ba's proposal was adopted by the conference.",
    "Comrade Tran Van Ba's speech lasted an hour.",
    "Comrade Tran Van Ba's call was answered by all communes.",
    "Comrade Tran Van Ba's wish came true in May.",
    "For Comrade Tran Van Ba, the visit was the third of the year.",
    "For Comrade Tran Van Ba, who was born here, it was a homecoming.",
    "To Comrade Tran Van Ba, the association sent a wreath.",
    "To Comrade Tran Van Ba, delegates put ten questions.",
    "In Comrade Tran Van Ba's office, a map is on the wall.",
    "In his opinion column, the writer tells of the sea.",
    "Her answer sheet was lost.",
    "His message was read at the ceremony.",
    "The host country will pay for the conference.",
    "The guest house is full.",
    "Comrade Tran Van Ba was received by the minister and was asked to sit.",
    "Comrade Tran Van Ba supported the victims with 100 million VND.",
    "Comrade Tran Van Ba welcomed the delegation at the airport.",
    "Comrade Tran Van Ba backed the car into the yard.",
    "Comrade Tran Van Ba identified the body.",
    "Comrade Tran Van Ba listed the house for sale.",
    "Comrade Tran Van Ba valued the land at 3 billion VND.",
    "Comrade Tran Van Ba assigned seats to the delegates.",
    "Comrade Tran Van Ba traced the call to a village.",
    "Comrade Tran Van Ba entrusted his children to his sister.",
    "Comrade Tran Van Ba registered to run for the post.",
    "Comrade Tran Van Ba required surgery.",
    "Comrade Tran Van Ba advises the Party committee on personnel work.",
    "Comrade Tran Van Ba let the guests know the way.",
    "Comrade Tran Van Ba used a stick to walk.",
    "Comrade Tran Van Ba took part in the forum to call for votes.",
    "Comrade Tran Van Ba issued a decision appointing Ms. Tu.",
    "Comrade Tran Van Ba signed the plan and sent it to the communes.",
    "Comrade Tran Van Ba's successor said the plan was late.",
    "Comrade Tran Van Ba's wife believes that he was wronged.",
    "Residents wanted Comrade Tran Van Ba to come.",
    "A letter urging Comrade Tran Van Ba to resign was found.",
    "The decision that Comrade Tran Van Ba signed urges all to save water.",
    "The paper quoted a source close to Comrade Tran Van Ba.",
    "At the request of Comrade Tran Van Ba, the meeting was closed.",
    "On the proposal of Comrade Tran Van Ba, the conference elected Ms. Tu.",
    "Under the direction of Comrade Tran Van Ba, delegates discussed the draft.",
    "On behalf of Comrade Tran Van Ba, the office paid the bill.",
    "Delegates agreed with the opinion of Comrade Tran Van Ba.",
    "The conference listened to Comrade Tran Van Ba's directions.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_heard_in_what_is_done_or_owned(extract: Any, text: str) -> None:
    assert extract(INTRODUCTION + text + "\n")[-1].speakers == ()
