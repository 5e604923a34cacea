"""When the event took place that an article reports. Dates inside the text are mostly those of other things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from search.extract.counted_back import days_back
from search.extract.datelines import dateline_of
from search.extract.days import WEEKDAYS, Day, days_of
from search.extract.event_words import (
    ACT,
    ASIDE,
    FIRST_PERSON,
    FROM,
    FUTURE,
    HEADS_THE_TEXT,
    LATER,
    OCCASION,
    OPENS,
    OTHER_AFTER,
    OTHER_THING,
    QUOTED,
    SAID_ON,
    SPEAKING,
    YESTERDAY,
)
from search.extract.named_occasions import by_named_occasion
from search.extract.sentences import sentences_of
from search.extract.sittings import day_of_sitting
from search.extract.years import Year, by_decision, by_one_year, by_published, by_reprint, by_review, founding_decision
from search.model import Dating, Kind, Passage, Precision

_LEADS = 5  # body passages in which the event is told
_SURE_LEADS = 2  # of these, those in which a full date needs no published date beside it
_SENTENCES = 3  # of each
_LEAD_CHARACTERS = 1500  # of each: no reporter's first sentences are longer
_NEAR = 64  # characters before a day in which its tie to another thing stands
_DAYS = 4  # of each sentence
_BEFORE, _AFTER = timedelta(days=60), timedelta(days=1)  # of an event, seen from the published day


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence of the lead in which the event may be told; `place` counts body passages from zero."""

    text: str
    place: int
    days: tuple[Day, ...] = ()


def event_of(passages: Sequence[Passage], published: Dating | None, *, speech: bool = False) -> Dating | None:
    """The day of the event, only where its year is proven and it goes with the published date.

    In a speech printed whole only the dateline tells: the days it speaks of are those of other things.
    """
    if speech:
        return _by_dateline(passages, published)
    told = [replace(sentence, days=_event_days(sentence.text)) for sentence in _told(passages)]
    texts = [p.text for p in passages if p.kind not in (Kind.BOILERPLATE, Kind.CREDIT)]
    if published is None and len({day.year for sentence in told for day in sentence.days if day.year}) > 1:
        return None
    for sentence in told:
        for day in sentence.days:
            dating = _of_day(day, sentence, told, texts, published)
            if dating is not None:
                return dating
    if (sitting := day_of_sitting(passages)) is not None:
        return sitting
    if published is None:
        return _by_decision(told, texts)
    sure = [sentence for sentence in told if sentence.place < _SURE_LEADS]
    written = _by_dateline(passages, published)  # by which days are counted, where it is not that of publishing
    return _by_weekday(sure, written or published) or written or _by_weekday(told, published)


def told_days(passages: Sequence[Passage]) -> list[Day]:
    """The days on which, by the lead, something took place."""
    return [day for sentence in _told(passages) for day in _event_days(sentence.text)]


def _told(passages: Sequence[Passage]) -> Iterator[_Told]:
    """The first sentences of the first body passages, then the captions and the title, which tell the event again."""
    bodies = [p for p in passages if p.kind is Kind.BODY][:_LEADS]
    for place, passage in enumerate(bodies):
        line = dateline_of(passage.text)
        text = passage.text[line.end :] if line else passage.text
        for span in sentences_of(text[:_LEAD_CHARACTERS])[:_SENTENCES]:
            yield _Told(span.of(text), place)
    again = [p for p in passages if p.kind in (Kind.CAPTION, Kind.TITLE) and not p.repeat]
    for passage in again[:_LEADS]:
        yield _Told(passage.text[:_LEAD_CHARACTERS], _SURE_LEADS)


def _event_days(sentence: str) -> tuple[Day, ...]:
    """The days of a sentence that are days of an occasion, not of a document, a death or a deadline."""
    if (speaking := SPEAKING.match(sentence)) is not None:
        sentence = speaking.group()  # whatever will be is said there
    if FUTURE.search(sentence) or FIRST_PERSON.search(QUOTED.sub("", sentence)):
        return ()
    return tuple(day for day in days_of(sentence)[:_DAYS] if _is_occasion(day, sentence))


def _is_occasion(day: Day, sentence: str) -> bool:
    before, after = _before(sentence, day.span.start), sentence[day.span.end :]
    if _is_of_other(before) or OTHER_AFTER.match(after):
        return False
    if FROM.search(before) and day.until is None:
        return False
    return bool(OCCASION.search(sentence) or ACT.match(after)) or bool(OPENS.fullmatch(sentence[: day.span.start]))


def _before(sentence: str, place: int) -> str:
    return sentence[max(0, place - _NEAR) : place]


def _is_of_other(before: str) -> bool:
    """Whether the words before a day tie it to something other than the event."""
    return bool(OTHER_THING.search(before) or LATER.search(before) or ASIDE.search(before))


def _of_day(
    day: Day, sentence: _Told, told: Sequence[_Told], texts: Sequence[str], published: Dating | None
) -> Dating | None:
    if day.other is not None:
        return None
    if day.year is not None:
        if published is None and sentence.place >= _SURE_LEADS:
            return None
        return _counted_back(day, sentence.text) or _dating(day, day.year, day.printed, published, stated=True)
    year = (
        by_published(day, published)
        or by_review(day, (sentence.text, *(other.text for other in told)))
        or by_one_year(day, sentence.text)
        or by_named_occasion(day, sentence.text, texts)
        or by_reprint(day, (other for place in told for other in place.days), texts)
    )
    if year is None or not _right_weekday(day, year, sentence.text):
        return None
    above = published is not None and year.words == published.evidence
    words = f"{year.words} … {day.printed}" if above else f"{day.printed} … {year.words}"
    if day.printed in year.words:
        words = year.words
    return _dating(day, year.year, words, published, stated=False)


def _counted_back(day: Day, sentence: str) -> Dating | None:
    """The day before one that only says when the text was written: "Delft, 12 March 2025 – X yesterday met"."""
    written = day.within(day.year) if day.year is not None and day.until is None else None
    told = YESTERDAY.search(sentence, day.span.end) if HEADS_THE_TEXT.match(sentence, day.span.end) else None
    if written is None or told is None:
        return None
    words = f"{day.printed} … {told.group()}"
    return Dating(written - timedelta(days=1), Precision.DAY, stated=False, evidence=words)


def _by_decision(told: Sequence[_Told], texts: Sequence[str]) -> Dating | None:
    """A first meeting soon after the decision that founded the body."""
    days = [(day, sentence) for sentence in told for day in sentence.days if day.year is None and day.other is None]
    decision = founding_decision(texts, _LEADS) if days else None
    for day, sentence in days if decision else ():
        year = by_decision(day, decision, texts) if decision else None
        if year is not None and _right_weekday(day, year, sentence.text):
            return _dating(day, year.year, f"{day.printed} … {year.words}", None, stated=False)
    return None


def _dating(day: Day, year: int, evidence: str, published: Dating | None, *, stated: bool) -> Dating | None:
    first, last = day.within(year), day.last_within(year)
    if first is None or not _goes_with(first, published):
        return None
    return Dating(first, Precision.DAY, stated=stated, evidence=evidence, until=last)


def _goes_with(event: date, published: Dating | None) -> bool:
    if published is None or published.precision is not Precision.DAY:
        return True
    return -_AFTER <= published.day - event <= _BEFORE


def _right_weekday(day: Day, year: Year, sentence: str) -> bool:
    """False where another day of the week is printed beside the day."""
    beside = sentence[max(0, day.span.start - 12) : day.span.end + 13].lower()
    named = [name for name in WEEKDAYS if name in beside]
    exact = day.within(year.year)
    return exact is not None and (not named or WEEKDAYS[exact.weekday()] in named)


def _by_weekday(told: Sequence[_Told], published: Dating | None) -> Dating | None:
    """A day of the week, yesterday or this morning, counted back from the published day."""
    if published is None or published.precision is not Precision.DAY:
        return None
    for sentence in told:
        spoken = FUTURE.search(sentence.text) or FIRST_PERSON.search(QUOTED.sub("", sentence.text))
        told_by_reporter = QUOTED.sub(lambda quoted: " " * len(quoted.group()), sentence.text)
        said = SAID_ON.search(told_by_reporter) if spoken else None
        if said is not None:
            spoken, told_by_reporter = None, said.group()
        found = None if spoken else _counted_days(told_by_reporter, published.day)
        if found is not None:
            back, length, words = found
            day = published.day - timedelta(days=back)
            until = day + timedelta(days=length) if length else None
            evidence = f"{published.evidence} … {words}"
            return Dating(day, Precision.DAY, stated=False, evidence=evidence, until=until)
    return None


def _counted_days(sentence: str, published: date) -> tuple[int, int, str] | None:
    return days_back(sentence, published, lambda place: _is_of_other(_before(sentence, place)))


def _by_dateline(passages: Sequence[Passage], published: Dating | None) -> Dating | None:
    """The day of the dateline, in the year printed there or that of the published date."""
    for passage in passages:
        line = dateline_of(passage.text) if passage.kind in (Kind.BODY, Kind.DATELINE) else None
        if line is None or line.day is None:
            continue
        if line.day.year is not None:
            return _dating(line.day, line.day.year, line.printed, published, stated=True)
        year = by_published(line.day, published)
        if year is not None:
            return _dating(line.day, year.year, f"{year.words} … {line.printed}", published, stated=False)
    return None
