"""Days counted back from the day a report was published: "on Monday", "last Friday", "yesterday", "three days ago"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from search.extract.days import WEEKDAYS, days_of
from search.extract.event_words import AGO, BEFORE_YESTERDAY, OTHER_DAY, TODAY, WEEKDAY, YESTERDAY

_WEEK = 7
_NUMBERS = ("two", "three", "four", "five", "six")
_DATE_WITHIN = 20  # characters after a day of the week in which its date may stand


def days_back(sentence: str, published: date, is_of_other: Callable[[int], bool]) -> tuple[int, int, str] | None:
    """How many days before the published one, over how many further days, and by which words.

    `is_of_other` says whether the words before a place tie what stands there to something else than the event.
    """
    for match in WEEKDAY.finditer(sentence):
        before = (match["before"] or "").strip().lower()
        first = WEEKDAYS.index(match["name"].lower())
        owns = sentence.startswith(("'s", "’s"), match.end())  # Sunday's storm
        last = before == "last" and first >= published.weekday()  # of two readings of "last" both are the same day
        if owns or (before in OTHER_DAY and not last) or match["joint"] == "or":
            continue
        if days_of(sentence[match.end() : match.end() + _DATE_WITHIN]) or is_of_other(match.start("name")):
            continue
        length = (WEEKDAYS.index(match["last"].lower()) - first) % _WEEK if match["last"] else 0
        back = (published.weekday() - first - length) % _WEEK
        return (back or _WEEK if last else back) + length, length, match.group().strip()
    return _by_words(sentence, is_of_other)


def _by_words(sentence: str, is_of_other: Callable[[int], bool]) -> tuple[int, int, str] | None:
    ago = AGO.search(sentence)
    ago = None if ago is not None and is_of_other(ago.start()) else ago
    told: tuple[tuple[int, re.Match[str] | None], ...] = (
        (2, BEFORE_YESTERDAY.search(sentence)),
        (_NUMBERS.index(ago["number"].lower()) + 2 if ago else 0, ago),
        (1, YESTERDAY.search(sentence)),
        (0, TODAY.search(sentence)),
    )
    return next(((back, 0, match.group()) for back, match in told if match is not None), None)
