"""When an article was published. A date that cannot be read in one way only is no date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from search.extract.date_lines import day_of_line
from search.extract.datelines import dateline_of
from search.extract.days import Day, calendar_day, days_of, weekdays_in
from search.extract.draft import Draft
from search.extract.events import event_of, told_days
from search.extract.opening_days import day_of_opening
from search.extract.outlet_lines import day_under_headline
from search.model import Dating, Kind, Passage, Precision

_STUB = re.compile(r"date (\d{4})-(\d{2})-(\d{2})")
_LABEL = re.compile(r"\b(?:published|posted|released?|issued|date|created)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{4}")
_UPDATE = re.compile(r"\b(?:last\s)?updated?\b", re.IGNORECASE)
_HEAD_BODIES = 2  # body passages that may stand above a date line without a label
_SOON = timedelta(days=15)  # from the event to the report of it; two readings of a number lie further apart


def dated(draft: Draft) -> Draft:
    """The draft with the published and the event date of its article, as far as they can be proven."""
    info = draft.info
    published = info.published or _published(draft.passages)
    event = info.event or event_of(draft.passages, published, speech=draft.article.speaker is not None)
    return draft.with_info(replace(info, published=published, event=event))


def _published(passages: Sequence[Passage]) -> Dating | None:
    """The date of the crawler's stub, else of a line that prints a date and nothing else."""
    lines = [p for p in passages if p.kind in (Kind.BOILERPLATE, Kind.CREDIT, Kind.DATELINE)]
    for passage in lines:
        stub = _STUB.fullmatch(passage.text)
        stated = calendar_day(*map(int, stub.groups())) if stub else None
        if stated is not None:
            return Dating(stated, Precision.DAY, stated=True, evidence=passage.text)
    lines.sort(key=lambda p: (not _LABEL.search(p.text), bool(_UPDATE.search(p.text)), p.ordinal))
    for passage in lines:
        day = day_of_line(passage.text)
        dating = _read(day, passage, passages) if day and _counts(passage, passages) else None
        if dating is not None:
            return dating
    return _stamped(passages)


def _stamped(passages: Sequence[Passage]) -> Dating | None:
    """The date in brackets after the dateline of the first text, or the full date of the dateline itself."""
    first = next((p for p in passages if p.kind is Kind.BODY), None)
    line = dateline_of(first.text) if first is not None else None
    stamp = line.stamp if line is not None else None
    day = stamp.within(stamp.year) if stamp is not None and stamp.year is not None and stamp.other is None else None
    if stamp is not None and day is not None:
        return Dating(day, Precision.DAY, stated=True, evidence=stamp.printed)
    opening = day_under_headline(passages) or day_of_opening(passages)
    written = opening.within(opening.year) if opening is not None and opening.year is not None else None
    return Dating(written, Precision.DAY, stated=True, evidence=opening.printed) if opening and written else None


def _counts(passage: Passage, passages: Sequence[Passage]) -> bool:
    """Whether a date line dates the article: by its label, by standing at its head or under its signature."""
    if _LABEL.search(passage.text) or _UPDATE.search(passage.text):
        return True
    if sum(p.kind is Kind.BODY for p in passages[: passage.ordinal]) <= _HEAD_BODIES:
        return True
    signed = passage.ordinal > 0 and passages[passage.ordinal - 1].kind is Kind.CREDIT
    return signed and all(p.kind is Kind.BOILERPLATE for p in passages[passage.ordinal + 1 :])


def _read(day: Day, passage: Passage, passages: Sequence[Passage]) -> Dating | None:
    """The date of a line; of two readings of a number the one that the weekday, a told day or its like allows."""
    if day.year is None:
        return None
    evidence = " ".join(passage.text.split())
    first = day.within(day.year)
    if day.other is None:
        return Dating(first, Precision.DAY, stated=True, evidence=evidence) if first else None
    readings = [d for d in (first, calendar_day(day.year, *day.other)) if d is not None]
    named = weekdays_in(evidence)
    if named:
        readings = [reading for reading in readings if reading.weekday() in named]
        return Dating(readings[0], Precision.DAY, stated=True, evidence=evidence) if len(readings) == 1 else None
    for told in (*_written(passages), *told_days(passages)):
        fitting = [reading for reading in readings if _soon_after(told, reading)]
        if len(fitting) == 1:
            return Dating(fitting[0], Precision.DAY, stated=True, evidence=f"{evidence} … {told.printed}")
    like = _like(passages)
    if like is None:
        return None
    return Dating(
        readings[not _day_comes_first(like)], Precision.DAY, stated=True, evidence=f"{evidence} … {like.printed}"
    )


def _written(passages: Sequence[Passage]) -> list[Day]:
    """The day of the first text's dateline: "KUALA LUMPUR, Dec 6 (Bernama) --"."""
    first = next((p for p in passages if p.kind is Kind.BODY), None)
    line = dateline_of(first.text) if first is not None else None
    return [line.day] if line is not None and line.day is not None else []


def _like(passages: Sequence[Passage]) -> Day | None:
    """A number of the article that can be read in one order only, if all such numbers have the same order."""
    found = [
        day
        for passage in passages
        for day in days_of(passage.text)
        if day.other is None and day.month != day.day and _NUMBER.fullmatch(day.printed)
    ]
    return found[0] if len({_day_comes_first(day) for day in found}) == 1 else None


def _day_comes_first(day: Day) -> bool:
    return int(day.printed[:2].rstrip("-/.")) == day.day


def _soon_after(told: Day, reading: date) -> bool:
    event = told.within(told.year or reading.year)
    return event is not None and timedelta(0) <= reading - event <= _SOON
