"""What each rule of speech means, in a sentence for people: the names are those in `Evidence.rule`."""

from __future__ import annotations

RULES: dict[str, str] = {
    "stated-in-the-record": "The record states whose speech the article prints.",
    "speech-under-its-title": "The title says whose speech follows, and the text speaks of “I” or “we”.",
    "label": "The passage begins with its speaker's name or title and a colon.",
    "signed-quotation": "A quotation is followed by a dash and its speaker's name.",
    "according-to": "The passage says “according to” this source.",
    "quoted-as-saying": "A source of the passage quotes this person as saying it.",
    "subject-and-cue": "The speaker is the subject of a verb of saying, and what is said follows.",
    "cue-after-content": "What is said comes first, then the speaker and a verb of saying.",
    "cue-and-subject": "A verb of saying stands before its speaker, after what is said.",
    "later-verb": "A verb of saying further on in the sentence has the sentence's subject as its speaker.",
    "adding-that": "“Adding that”, “noting that” or the like hangs on the subject of the sentence.",
    "item-of-the-list": "The passage is an item of a list that the speaker announced.",
    "directive": "The passage goes on with what is to be done, without a subject of its own.",
    "duty": "The passage goes on with what must, should or needs to be done.",
    "joined": "“At the same time”, “besides” or the like joins the passage to the speech before it.",
    "goes-on-doing": "In the announced list, the passage names one more thing to go on with.",
    "between-the-same-speech": "The passage lies between two passages of the same speech and tells no event.",
}
