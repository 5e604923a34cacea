"""The rules by which a speaker is found, each with a sentence for people; extraction names them in its evidence."""

from __future__ import annotations

from collections.abc import Mapping

RULES: Mapping[str, str] = {
    # The passage says itself whose words it gives.
    "subject-and-cue": "The speaker is the subject of a verb of saying.",
    "cue-after-content": "The verb of saying and its subject follow what was said.",
    "cue-and-subject": "The verb of saying stands before its subject, after what was said.",
    "later-verb": "A later verb of the sentence is one of saying; its subject stands at the sentence's head.",
    "adding-that": "A participle of saying (“adding that”) belongs to the subject of the sentence.",
    "stressed-by": "The speaker follows a verb of saying in the passive: “it was stressed by …”.",
    "with-x-saying": "The speaker stands with a participle of saying: “with … warning that”.",
    "quotation-after-colon": "The speaker is the subject of the sentence that a colon and a quotation end.",
    "view-of": "The passage says whose view it gives: “in her view”.",
    "claim-of": "A clause gives what is said to be the speaker's message, advice or warning.",
    "view-for": "The passage says for whom its judgement holds: “for …, the key is”.",
    "words-beside-an-act": "The quotation stands beside what somebody is told to have done, without a verb of saying.",
    "according-to": "The passage gives its source: “according to …”.",
    "quoted-as-saying": "Somebody else quotes the speaker: “quoted … as saying”.",
    "label": "A label at the beginning of the passage names who speaks.",
    "signed-quotation": "The quotation is signed with the speaker's name.",
    # The whole text is one person's words.
    "stated-in-the-record": "The record that the article came in states its speaker.",
    "speech-under-its-title": "The title announces a speech of this person, and the text below it is that speech.",
    # A speech runs on from an earlier passage.
    "item-of-the-list": "The passage is an item of the list that the speech announced.",
    "directive": "The passage says what is to be done, as the speech before it did.",
    "duty": "The passage says what must be done, and nobody else is its subject.",
    "joined": "The passage begins with a word that joins it to the speech before it.",
    "goes-on-doing": "The passage goes on with the tasks that the speech announced.",
    "assignment": "A body is given a task, as in the speech before.",
    "same-statement": "In this summary record, no other delegate has followed.",
    "between-the-same-speech": "The same speech is heard before and after the passage.",
    "announced-words": "The line above announces whose words are quoted.",
    "quotation-goes-on": "The passage is quoted words without a source of their own, beside the same quotation.",
    "label-above": "The speaker's label stands on a line of its own above the passage.",
    "same-turn": "In this transcript, no other label has followed the speaker's.",
    "answer-in-interview": "The passage answers a question of the interviewer.",
    # A person decided.
    "corrected-by-hand": "An editor corrected this passage in the authority file.",
}


def sentence_of(rule: str) -> str:
    """What a rule means; a rule that is not in the table speaks by its name."""
    return RULES.get(rule) or f"{rule.replace('-', ' ').capitalize()}."
