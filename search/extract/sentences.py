"""Where sentences end. Good enough to divide paragraphs and to compare sentences; never used to quote."""

from __future__ import annotations

import re

from search.model import Span

_END = re.compile(r"(?:[.!?…]|\./\.)[\"”’'»)\]]{0,3}\s{1,8}(?=[\"“‘'«(\[]?\S)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Me|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Rep|Gov|Hon|Rev|St|No|Nos|Art|Jr|Sr|vs|etc|Inc|Co|Ltd|Corp"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)|\b[A-Z](?:\.[A-Z])*)\.$"
)
_LONGEST_ABBREVIATION = 12
_OPENING = "\"“‘'«(["


def sentences_of(text: str) -> list[Span]:
    """The sentences of `text` without the white space between them; they ascend and leave out nothing else."""
    spans: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        following = text[match.end()]
        if following in _OPENING and match.end() + 1 < len(text):
            following = text[match.end() + 1]
        if following.islower():
            continue
        if _ABBREVIATION.search(text[max(start, match.start() + 1 - _LONGEST_ABBREVIATION) : match.start() + 1]):
            continue
        end = match.start() + len(match.group().rstrip())
        spans.append(Span(start, end))
        start = match.end()
    if text[start:].strip():
        spans.append(Span(start, len(text)))
    return spans
