"""Letters and messages that their author signs: a name, perhaps with an office, below the text."""

from __future__ import annotations

import re

from search.extract.bylines import is_name, is_office
from search.extract.draft import Draft
from search.extract.line import line_of_text
from search.extract.people import Reference
from search.extract.personal_names import canonical_name
from search.extract.questions import asks
from search.model import Grade, Kind

_LINES = 5  # at the end, among which the signature stands
_SIGNED = re.compile(r"\A\(?(?:signed|sgd)\.?\)?:?\s", re.IGNORECASE)
_HONORIFIC = re.compile(r"\A(?:Mr|Mrs|Ms|Dr|Prof|Hon|Sir|Amb|Gen|Rev)\.?\s")
_CLOSING = re.compile(
    r"\A(?:yours|sincerely|respectfully|faithfully|in solidarity|with (?:best|kind|warm|my|respect)"
    r"|best (?:wishes|regards)"
    r"|kind regards)\b[^.?!]{0,40},?\Z",
    re.IGNORECASE,
)


def signature(draft: Draft) -> tuple[Reference, int] | None:
    """Who signs the text, and the passage with the name; None for an interview, and for a name without an office."""
    passages = draft.passages
    if any(asks(passage.text) for passage in passages if passage.kind is Kind.BODY):
        return None
    for passage in reversed(passages[-_LINES:]):
        text = _HONORIFIC.sub("", _SIGNED.sub("", passage.text.strip()))
        if passage.kind is Kind.TITLE or not is_name(text) or not _is_signed(draft, passage.ordinal):
            continue
        words = line_of_text(text).words
        name = canonical_name(words)
        return Reference(name, Grade.NAMED, 0, len(words), antecedent=passage.ordinal, words=name), passage.ordinal
    return None


def _is_signed(draft: Draft, at: int) -> bool:
    """Whether an office stands below the name, or a closing above it."""
    below = draft.passages[at + 1].text.strip() if at + 1 < len(draft.passages) else ""
    above = draft.passages[at - 1].text.strip() if at else ""
    return is_office(below) or _CLOSING.match(above) is not None or _SIGNED.match(draft.passages[at].text) is not None
