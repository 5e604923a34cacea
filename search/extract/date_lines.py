"""Lines that print when an article was published: a day with its year, and little beside it.

Around the day such a line may print a clock, a label, a byline, an outlet, a place and what kind of text follows.
"""

from __future__ import annotations

import re

from search.extract.agencies import AGENCY, FULL_NAME, SITE
from search.extract.datelines import is_town
from search.extract.days import VIETNAMESE_WEEKDAYS, Day, days_of

_LONGEST = 140
_LONGEST_PART = 40  # characters of a name, an outlet or a section between two marks
_CLOCK = re.compile(
    r"(?:\b|(?<=\dT)|T)\d{1,2}[:hH.]\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z\b|[+-]\d{2}:?\d{2}\b)?(?:\s?[ap]\.?m\b\.?)?"
    r"|\b\d{1,2}\s?[ap]\.?m\b\.?|\b(?:GMT|UTC)\s?[+-]\s?\d{1,4}(?::?\d{2})?",
    re.IGNORECASE,
)
_CAPITAL = r"[^\W\d_a-z][\w.'’-]{0,20}"
_NAME = rf"{_CAPITAL}(?:\s{_CAPITAL}){{0,4}}"
_BYLINE = re.compile(
    rf"\b(?:(?i:(?:written|posted|reported|published|updated|created|translated|edited)\s)?[Bb]y|BY)\s:?"
    rf"(?:{_NAME}(?:(?:,\s|\s&\s|\sand\s){_NAME}){{0,2}}|admin\b|editors?\b|staff\b|webmaster\b)"
)
_SMALL_MONTH = re.compile(
    r"(?:(?<=^)|(?<=^\d\s)|(?<=^\d\d\s))(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december)(?=\s(?:\d{1,2},?\s)?\d{4}\b)"
)
_LABELLED = re.compile(
    r"(?i:\b(?:source|(?:web\s|news\s)?editors?|authors?|reporters?))\s?:\s{0,3}[^\W\d_][\w.'’&-]{0,30}"
    r"(?:\s(?!\s)[A-Z][\w.'’&-]{0,30}){0,3}"
)
_COUNTED = re.compile(
    r"\b\d{1,6}\s?comments?\(?s?\)?(?=\s|print|$)|(?<![^\W\d_])(?:print|e-?mail|share|tweet)\b"
    r"|\b(?:reads?|views?|hits|visits|comments?)\s?:?\s?\(?\d{1,7}\)?|\b\d{1,7}\s(?:reads|views|hits|comments)\b"
    r"|\b(?:(?:issue|release|parliament|session|sitting|volume)\s)?(?:no|vol(?:ume)?)\.?\s?:?\s?[\w/-]{0,12}\d\b",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"\b(?:(?:last )?(?:updated?|modified)\s:?)?\s?(?:an?|\d{1,3})\s(?:minutes?|mins?|hours?|hrs?|days?|weeks?)\sago\b"
    r"|\b\d{1,2}\s?-?(?:minutes?|mins?)\sread\b",
    re.IGNORECASE,
)
_OUTLET = re.compile(
    rf"\(?(?P<name>{FULL_NAME}|{AGENCY}(?:/{AGENCY})?|{SITE}|[A-Z]{{2,10}}\.(?:VN|COM))(?![\w.])\)?"
    rf"|^\(?(?P<left>[A-Z][\w.'’& -]{{1,{_LONGEST_PART}}})\)"
)
_BRACKETED = re.compile(rf"\((?P<name>[A-Z][\w.'’& -]{{1,{_LONGEST_PART}}})\)")
_DATE_WORDS = frozenset(
    "update updated published publish posted date dates on at last first created time am pm gmt utc ict ist est edt cet"
    " h hrs of the released issued release monday tuesday wednesday thursday friday saturday sunday mon tue tues wed"
    " thu thur thurs fri sat sun added modified bst debated sitting".split()
)
_TEXT_WORDS = frozenset(
    "press media news information release releases statement statements speech speeches remarks message transcript"
    " interview announcement communique advisory minutes proceedings record sitting hansard briefing bulletin article"
    " story report desk for immediate".split()
)
_OTHER_DATES = frozenset(
    "adopted after anniversary approved before birth born closing day days deadline died due effective election expires"
    " expiry from holiday opening signed since till until valid".split()
)
_VIETNAMESE = re.compile(
    rf"\b(?:{'|'.join(VIETNAMESE_WEEKDAYS)}|cập nhật(?: lúc)?|ngày đăng|đăng ngày|đăng lúc|ngày|lúc)\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_][\w'’]{0,40}")
_BAR = re.compile(r"[|•·]")
_DASH = re.compile(r"\s[-–—](?:\s|$)")
_UPDATE = re.compile(r"\b(?:updated?|modified)\b[\w\s:]{0,8}$", re.IGNORECASE)
_SOURCE = re.compile(rf"(?i:source)\s?:\s{{0,3}}(?P<name>[^\W\d_][^|\d]{{0,{_LONGEST_PART}}}?)(?=\s{{2}}|\s?\||$)")
_SMALL = frozenset({"by", "the", "of", "for", "and"})
_MOST_DAYS = 2  # published and updated
_KIND_WORDS = 4  # of a part that names the kind of the text


def day_of_line(text: str) -> Day | None:
    """The day of a line that dates an article; of a day and the day of its update the former."""
    if len(text) > _LONGEST or not any(map(str.isdigit, text)):
        return None
    text = _SMALL_MONTH.sub(lambda month: month.group().capitalize(), _AGO.sub(" ", text))
    days = days_of(text)
    if not days or len(days) > _MOST_DAYS or any(day.year is None or day.until for day in days):
        return None
    rest = _rest(text, days)
    if any(map(str.isdigit, rest)):
        return None
    if len(days) == _MOST_DAYS:
        first = [day for day in days if not _UPDATE.search(text[: day.span.start])]
        return first[0] if len(first) == 1 and not _words(rest) else None
    return days[0] if _is_aside(rest, _most_words(text)) else None


def outlet_of_line(text: str) -> str | None:
    """The outlet named in a date line: `(People's Daily Online) 09:26, …`, `Source: Xinhua …`."""
    if day_of_line(text) is None:
        return None
    match = _SOURCE.match(text) or _OUTLET.search(text) or _BRACKETED.search(text)
    name = next((found for found in match.groups() if found), None) if match else None
    return None if name is None or name.startswith(("GMT", "UTC")) else name


def is_signed_date(text: str) -> bool:
    """Whether a date line also says who wrote it, or which outlet or place it comes from."""
    rest = _without_days(text, days_of(text))
    if _LABELLED.search(rest):
        return False
    return _BYLINE.search(rest) is not None or outlet_of_line(text) is not None or is_town(_bare(rest))


def _without_days(text: str, days: list[Day]) -> str:
    for day in reversed(days):
        text = f"{text[: day.span.start]} {text[day.span.end :]}"
    return text


def _rest(text: str, days: list[Day]) -> str:
    """What the line prints beside its days, clocks, bylines, outlets and numbers."""
    rest = _without_days(text, days)
    for pattern in (_CLOCK, _COUNTED, _LABELLED, _BYLINE, _VIETNAMESE):
        rest = pattern.sub(" ", rest)
    rest = _BRACKETED.sub(" ", _OUTLET.sub(" ", rest.strip()))
    return "" if is_town(_bare(rest)) else rest


def _bare(rest: str) -> str:
    return _CLOCK.sub(" ", rest).strip(" ,.|:-–—")


def _words(rest: str) -> list[str]:
    return [word for word in _WORD.findall(rest) if word.lower() not in _DATE_WORDS]


def _most_words(text: str) -> int:
    """How many words more a date line may hold: a name or a section set off by a bar, else next to nothing."""
    if _BAR.search(text):
        return 3
    return 2 if _CLOCK.search(text) or _DASH.search(text) else 1


def _is_aside(rest: str, most: int) -> bool:
    words = _words(rest)
    plain = [word.lower() for word in words]
    if not _OTHER_DATES.isdisjoint(plain):
        return False
    if not _TEXT_WORDS.isdisjoint(plain):
        return len(words) <= _KIND_WORDS and all(word[0].isupper() or word in _SMALL | _TEXT_WORDS for word in words)
    return len(words) <= most and all(word[0].isupper() for word in words)
