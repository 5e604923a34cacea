"""The line under a headline that gives the outlet and the day: "Bay Herald, 12 June 2023"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from search.extract.days import Day, days_of
from search.model import Kind, Passage
from search.names import unaccented

_LONGEST = 60
_HEAD = 4  # passages among which the line stands
_NAME = re.compile(r"(?P<name>[^\W\d_a-z][\w.'’&]*(?:\s[^\W\d_a-z][\w.'’&]*){0,4}),?\s")
_SHORTEST = 5  # letters of a name that tells


def day_under_headline(passages: Sequence[Passage]) -> Day | None:
    """The day beside the outlet in the head of an article, where the text below names the outlet again."""
    for passage in passages[:_HEAD]:
        match = _NAME.match(passage.text) if len(passage.text) <= _LONGEST and passage.kind is Kind.BODY else None
        days = days_of(passage.text) if match is not None else []
        if match is None or len(days) != 1 or days[0].year is None or days[0].until or days[0].other:
            continue
        whole = match.end() >= days[0].span.start and days[0].span.end == len(passage.text.rstrip(" ."))
        name = _squeezed(match["name"])
        if whole and len(name) >= _SHORTEST and any(name in _squeezed(p.text) for p in passages if p is not passage):
            return days[0]
    return None


def _squeezed(text: str) -> str:
    return "".join(filter(str.isalpha, unaccented(text).lower()))
