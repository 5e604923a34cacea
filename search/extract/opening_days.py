"""The full date that opens a text before a dash, by which it was written: "Delft, Tuesday, 12 March 2024 – …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from search.extract.days import WEEKDAYS, Day, days_of
from search.model import Kind, Passage

_HEAD = 100  # characters
_PLACE_WORDS = 5
_DASH = re.compile(r"\)?\s{0,2}(?:\([^()]{1,30}\)\s{0,2})?[-–—]{1,2}\s")
_PREPOSITIONS = frozenset("on in from since by at until before after the this as of to between".split())
_WEEKDAYS = frozenset(WEEKDAYS)


def day_of_opening(passages: Sequence[Passage]) -> Day | None:
    """The day that opens the first text, if no other passage opens so: a chronology has a day before every entry."""
    bodies = [passage for passage in passages if passage.kind is Kind.BODY]
    found = [day for passage in bodies if (day := _opening_day(passage.text)) is not None]
    return found[0] if len(found) == 1 and _opening_day(bodies[0].text) is not None else None


def _opening_day(text: str) -> Day | None:
    head = text[:_HEAD]
    day = next(iter(days_of(head)), None)
    if day is None or day.year is None or day.other is not None or day.until is not None:
        return None
    words = head[: day.span.start].replace("(", " ").replace(",", " ").split()
    places = [word for word in words if word.lower() not in _WEEKDAYS]
    if not 0 < len(places) <= _PLACE_WORDS or any(
        not word[0].isupper() or word.lower() in _PREPOSITIONS for word in places
    ):
        return None
    return day if _DASH.match(text, day.span.end) is not None else None
