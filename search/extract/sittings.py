"""The day of a sitting: the one that its record bears above the words by which it opened, or above the first turn."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from search.extract.date_lines import day_of_line
from search.extract.days import weekdays_in
from search.extract.event_words import BRIEFING, SAT
from search.extract.lone_labels import lone_labels
from search.extract.printed_labels import printed_label
from search.model import Dating, Kind, Passage, Precision

_LEADS = 5  # body passages among which the sitting is opened


def day_of_sitting(passages: Sequence[Passage]) -> Dating | None:
    """The only day above the opening, unless another day of the week stands beside it."""
    opening = _opening(passages)
    if opening is None:
        return None
    bearing = [(each, day) for each in passages[:opening] if (day := day_of_line(each.text)) is not None]
    if len(bearing) != 1:
        return None
    passage, day = bearing[0]
    exact = day.within(day.year) if day.year is not None and day.other is None else None
    named = weekdays_in(passage.text)
    if exact is None or (named and exact.weekday() not in named):
        return None
    return Dating(exact, Precision.DAY, stated=True, evidence=" ".join(passage.text.split()))


def _opening(passages: Sequence[Passage]) -> int | None:
    """The passage by which a sitting opens: "The Assembly met at 2.30 p.m.", or the first turn of its minutes.

    Under a line such as "Department Press Briefing", labels without brackets show turns too.
    """
    alone = lone_labels(passages)
    briefing = any(BRIEFING.search(passage.text) for passage in passages[:_LEADS])
    for passage in itertools.islice((p for p in passages if p.kind is Kind.BODY or p.ordinal in alone), _LEADS):
        label = printed_label(passage.text)
        turn = label is not None and (label.bracketed or (briefing and passage.text[: label.end].isupper()))
        if turn or passage.ordinal in alone or SAT.match(passage.text) is not None:
            return passage.ordinal
    return None
