"""In which year a day without a year lies: by the published date, by what a review names, by the decision behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from search.extract.days import Day, days_of
from search.extract.sentences import sentences_of
from search.model import Dating, Precision

_LATEST = timedelta(days=180)  # a report of a day longer ago would print its year
_FOUNDED = timedelta(days=45)  # from the decision to the first meeting
_CLOSING, _OPENING = (11, 12), (1, 2)  # months in which the year that ends, or ended, is reviewed

_REVIEW = re.compile(
    r"\b(?:review|summari[sz]|summ?ing\sup|sum\sup|sums\sup|wrap\sup|assess|evaluat|take\sstock|look\sback|preliminary\s)\w{0,8}"
    r"(?P<between>[^.!?]{1,160}?)\b(?P<first>20\d\d)\b(?P<tasks>[^.!?]{1,200}?)"
    r"(?:\b(?P<second>20\d\d)\b|\b(?P<next>next|the\scoming|the\sfollowing)\syear\b)",
    re.IGNORECASE,
)
_TASKS = re.compile(
    r"\b(?:deploy|implement|launch|put\sforward|set|roll|outlin|discuss|propos|defin|orient|task|mission|plan|program"
    r"|direction|goal|target|duties|work|adopt)\w{0,8}\b",
    re.IGNORECASE,
)
_WORK = (
    r"(?:work|performance|activities|operations?|results|tasks?|missions?|duties|plans?|program(?:me)?s?|orientations?"
    r"|directions?)"
)
_OF_YEAR = rf"{_WORK}\b(?:\s[\w'’-]{{1,20}}){{0,4}}?\s(?:in|of|for)\s(?:the\syear\s)?(?P<year>20\d\d)(?!\s?[-–—/]|\d)"
_ONE_REVIEW = re.compile(
    rf"\b(?:review|summari[sz]|sum(?:s|ming|med)?\sup|wrap)\w{{0,8}}\s(?:[\w'’-]{{1,20}}\s){{0,8}}?{_OF_YEAR}",
    re.IGNORECASE,
)
_ONE_TASKS = re.compile(
    rf"\b(?:deploy|launch|roll|set|put|implement|outlin|discuss|kick)\w{{0,8}}\s(?:[\w'’-]{{1,20}}\s){{0,8}}?{_OF_YEAR}",
    re.IGNORECASE,
)
_PARTS = (
    (
        re.compile(
            r"\b(?:first|last|second|remaining)\s(?:six|6)[\s-]months?(?:\sof)?(?:\sthe\syear)?,?\s(?P<year>20\d\d)\b",
            re.IGNORECASE,
        ),
        (6, 7, 8),
    ),
    (re.compile(r"\b(?:first|second)\shalf\sof\s(?:the\syear\s)?(?P<year>20\d\d)\b", re.IGNORECASE), (6, 7, 8)),
    (re.compile(r"\bfirst\s(?:nine|9)\smonths\sof\s(?:the\syear\s)?(?P<year>20\d\d)\b", re.IGNORECASE), (9, 10, 11)),
    (re.compile(r"\b(?:third|3rd)\squarter\sof\s(?:the\syear\s)?(?P<year>20\d\d)\b", re.IGNORECASE), (9, 10, 11)),
    (re.compile(r"\b(?:second|2nd)\squarter\sof\s(?:the\syear\s)?(?P<year>20\d\d)\b", re.IGNORECASE), (6, 7, 8)),
    (re.compile(r"\bfirst\squarter\sof\s(?:the\syear\s)?(?P<year>20\d\d)\b", re.IGNORECASE), (3, 4, 5)),
)
_DECIDED = re.compile(r"\b(?:dated|issued|signed|promulgated)(?:\son)?\s{0,2}$", re.IGNORECASE)
_FOUNDING = re.compile(
    r"\b(?:established|set\sup|formed|exists|created|founded|by\svirtue\sof|pursuant\sto|first\s(?:meeting|session|sitting)"
    r"|inaugural|debut\s(?:meeting|session))\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d/.,–—-])(?:19|20)\d\d(?![\d/%]|[.,]\d|\s?[-–—]\s?\d)")


@dataclass(frozen=True, slots=True)
class Year:
    """A year for a day, with the words that prove it."""

    year: int
    words: str


@dataclass(frozen=True, slots=True)
class Decision:
    """A dated decision, with the words that date it."""

    day: date
    words: str


def by_published(day: Day, published: Dating | None) -> Year | None:
    """The last such day up to the published one, unless that is too long ago to go without a year."""
    if published is None or published.precision is not Precision.DAY:
        return None
    for year in (published.day.year, published.day.year - 1):
        found = day.within(year)
        if found is not None and timedelta(0) <= published.day - found <= _LATEST:
            return Year(year, published.evidence)
    return None


def by_review(day: Day, texts: Iterable[str]) -> Year | None:
    """A meeting that reviews a year and sets tasks for the next is held where the two meet."""
    for text in texts:
        if "20" not in text:
            continue
        for match in _REVIEW.finditer(text):
            first = int(match["first"])
            if (match["second"] and int(match["second"]) != first + 1) or not _TASKS.search(match["tasks"]):
                continue
            if day.month in _CLOSING:
                return Year(first, match.group())
            if day.month in _OPENING:
                return Year(first + 1, match.group())
    return None


def by_one_year(day: Day, sentence: str) -> Year | None:
    """The year of a meeting around New Year that names one year's work or tasks, or of a review of a half-year."""
    if day.month in (*_CLOSING, *_OPENING):
        opening = day.month in _OPENING
        found = [(p.search(sentence), ahead) for p, ahead in ((_ONE_REVIEW, 0), (_ONE_TASKS, 1))]
        told = [Year(int(match["year"]) - ahead + opening, match.group()) for match, ahead in found if match]
        if told:
            return told[0] if len({year.year for year in told}) == 1 else None
    for pattern, months in _PARTS:
        match = pattern.search(sentence)
        if match and day.month in months:
            return Year(int(match["year"]), match.group())
    return None


def by_reprint(day: Day, told: Iterable[Day], texts: Sequence[str]) -> Year | None:
    """The same day is told with its year as well, with one year only, and none later than it is named."""
    found = {
        (other.year, other.printed)
        for other in told
        if other.year is not None and (other.month, other.day) == (day.month, day.day) and other.other is None
    }
    if len({year for year, _ in found}) != 1:
        return None
    year, words = min(found)
    return None if names_later(texts, year) else Year(year, words)


def founding_decision(texts: Sequence[str], lead: int) -> Decision | None:
    """The decision that founded a body, where it stands in the first `lead` texts and is the latest date of all."""
    dated = [found for text in texts for found in _full_days(text)]
    if not dated or not any(_FOUNDING.search(text) for text in texts[:lead]):
        return None
    latest, _ = max(dated)
    decided = (found for text in texts[:lead] for found in _full_days(text, decided=True))
    return next((Decision(day, words) for day, words in decided if day == latest), None)


def by_decision(day: Day, decision: Decision, texts: Sequence[str]) -> Year | None:
    """A body that was founded by a dated decision meets for the first time soon after; no later year may be named."""
    for year in (decision.day.year, decision.day.year + 1):
        found = day.within(year)
        if found is not None and timedelta(0) <= found - decision.day <= _FOUNDED:
            return None if names_later(texts, year) else Year(year, decision.words)
    return None


def names_later(texts: Sequence[str], year: int) -> bool:
    """Whether a later year is named anywhere in the article."""
    return any(int(match.group()) > year for text in texts for match in _YEAR.finditer(text))


def _full_days(text: str, *, decided: bool = False) -> list[tuple[date, str]]:
    found = []
    for sentence in sentences_of(text):
        words = sentence.of(text)
        for day in days_of(words):
            head = _DECIDED.search(words[max(0, day.span.start - 20) : day.span.start]) if decided else None
            exact = day.within(day.year) if day.year is not None and day.other is None else None
            if exact is not None and (head or not decided):
                found.append((exact, f"{head.group()}{day.printed}" if head else day.printed))
    return found
