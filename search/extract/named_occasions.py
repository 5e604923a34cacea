"""The year in the name of what was held: "the 2021 session opened on October 20", "the seventy-fourth session"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from search.extract.days import Day
from search.extract.years import Year, names_later

_OCCASION = r"(?:session|conference|congress|meeting|plenum|summit|forum|sitting|debate|fair|festival|workshop|seminar)"
_HELD = (
    r"(?:opened|closed|began|concluded|convened|met|wrapped\sup|kicked\soff|(?:was|were)\s(?:held|opened|convened|closed)"
    r"|took\splace)"
)
_NAMED = re.compile(
    rf"(?:^|\b(?:[Tt]he|[Ii]ts|[Aa]n)\s|['’]s\s)(?:(?P<before>20\d\d)\s(?:[\w'’-]{{2,20}}\s){{0,3}}?{_OCCASION}"
    rf"|(?:[\w'’-]{{2,20}}\s){{0,4}}?{_OCCASION}\s(?P<after>20\d\d))\s(?:[\w'’-]{{2,20}}\s){{0,5}}?{_HELD}\b"
)
_OTHER = re.compile(r"\b(?:for|ahead\sof|towards?|prepar\w{2,5}|since|before|after|until)\s(?:the\s)?$", re.IGNORECASE)
_ONES = "first second third fourth fifth sixth seventh eighth ninth".split()
_TENS = {"fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80}
_ASSEMBLY = re.compile(
    rf"\b(?:General\sAssembly\b[^.]{{0,40}}?\b(?P<tens>{'|'.join(_TENS)})-(?P<ones>{'|'.join(_ONES)})\s(?:regular\s)?session"
    rf"|(?P<number>[5-8]\d)(?:st|nd|rd|th)\s(?:regular\s)?session\sof\sthe\s(?:UN\s|United\sNations\s)?General\sAssembly)\b",
    re.IGNORECASE,
)
_FOUNDED = 1945  # a session opens in the September of this year and its number
_OPENS, _OPENS_ON = 9, 15


def by_named_occasion(day: Day, sentence: str, texts: Sequence[str]) -> Year | None:
    """The year that the name of the occasion gives, unless a later year is named anywhere."""
    named = _NAMED.search(sentence)
    if named is not None and _OTHER.search(sentence[: named.start()]) is None:
        year = int(named["before"] or named["after"])
        return None if names_later(texts, year) else Year(year, named.group().strip())
    return _by_assembly(day, sentence)


def _by_assembly(day: Day, sentence: str) -> Year | None:
    """A session of the General Assembly begins in the middle of September; that month's first half may be either's."""
    session = _ASSEMBLY.search(sentence)
    if session is None or (day.month == _OPENS and day.day <= _OPENS_ON):
        return None
    number = int(session["number"] or 0) or _TENS[session["tens"].lower()] + _ONES.index(session["ones"].lower()) + 1
    return Year(_FOUNDED + number + (day.month < _OPENS), session.group())
