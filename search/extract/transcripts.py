"""Whether a text is a transcript, in which what has no label belongs to the label before it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from search.extract.draft import Draft
from search.extract.labels import Label
from search.extract.printed_labels import Printed, names_nobody, printed_label
from search.model import Kind

_LABELS = 3  # of which two are formal, make a text a transcript
_TURN = 5  # passages a turn of a transcript takes on average, at most
_FEW_TURN = 3  # the same where there are only two labels
_AGAIN = 2  # labels of each of two persons that show a conversation
_TRANSCRIPT = re.compile(
    r"\b(?:transcript|remarks|address|speech|(?:press|media|news|joint) (?:conference|availability|gaggle|call)"
    r"|interview|doorstop|briefing|hearing|q ?& ?a|questions (?:and answers|without notice)|hansard|debates?|verbatim"
    r"|minutes)\b",
    re.IGNORECASE,
)


def is_transcript(draft: Draft, labels: Sequence[Label | None], printed: Sequence[Printed | None]) -> bool:
    """Whether turns go on over passages: by the number and form of the labels, or because the text says so."""
    formal = sum(label is not None and label.formal for label in labels)
    first = next((at for at, label in enumerate(labels) if label is not None), len(labels))
    bodies = sum(passage.kind is Kind.BODY for passage in draft.passages[first:])
    turns = sum(map(_opens_a_turn, labels, printed))
    named = Counter(
        study.people[label.at].name for study, label in zip(draft.studies, labels, strict=True) if label is not None
    )
    if _are_voices(labels, printed, named):
        return False
    if formal > 1 and (turns >= _LABELS and turns * _TURN >= bodies):
        return True
    if formal > 0 and _is_called_so(draft, first):
        return True
    again = sum(count >= _AGAIN for count in named.values()) > 1
    return (formal > 1 and formal * _FEW_TURN >= bodies) or (again and turns * _FEW_TURN >= bodies)


def are_several_labelled(draft: Draft) -> bool:
    """Whether labels of two speakers stand in the text: remarks by two leaders, or with questions after them."""
    labels = {
        printed.words
        for passage, study in zip(draft.passages, draft.studies, strict=True)
        if passage.kind is Kind.BODY and (printed := printed_label(study.reading.line.text)) is not None
        if study.reading.line.labelled or names_nobody(printed) or study.reading.codes[0] in "HR"
    }
    return len(labels) > 1


def _are_voices(labels: Sequence[Label | None], printed: Sequence[Printed | None], named: Counter[str]) -> bool:
    """Whether everybody has one say, under name and description: "Mr. X, farmer: …"; what follows is the reporter's."""
    described = sum(
        label is not None and each is not None and each.described for label, each in zip(labels, printed, strict=True)
    )
    return described > 1 and described * 2 > named.total() and max(named.values()) == 1


def _is_called_so(draft: Draft, first: int) -> bool:
    """Whether the article calls itself a transcript, and opens with a label in capitals, as transcripts do."""
    if not draft.studies[first].reading.line.labelled:
        return False
    above = draft.passages[:first]
    opens = sum(passage.kind is Kind.BODY and passage.text.endswith(".") for passage in above) <= 1
    return opens and any(_TRANSCRIPT.search(passage.text) is not None for passage in above)


def _opens_a_turn(label: Label | None, printed: Printed | None) -> bool:
    """Whether the passage has a label, be it that of an office which nobody is known to hold: "The President:"."""
    return label is not None or (printed is not None and printed.is_office)
