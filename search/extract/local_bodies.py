"""Names of the bodies of a province or city: "Provincial Standing Committee" is that of the article's province."""

from __future__ import annotations

import re

from search.extract.gazetteer import MUNICIPALITIES, PROVINCE_SPELLINGS, PROVINCES
from search.extract.setting import Setting, spelled

_PLACE = "|".join(sorted((re.escape(p) for p in (*PROVINCES, *PROVINCE_SPELLINGS)), key=len, reverse=True))
_LEVEL = r"(?:provincial |municipal |city |province's )?"
_NOUN = r"(?:commission|committee|department|board)"
_TOPIC = r"(organisation|inspection|propaganda(?: and education)?|internal affairs|mass mobilisation)"

_LED = re.compile(rf"(?:({_PLACE})(?:'s)? )?({_LEVEL})(.{{3,120}})", re.IGNORECASE)
_TAILED = re.compile(rf"(.{{3,120}}?) (?:of|in) (?:the )?({_PLACE})(?: (?:province|city))?", re.IGNORECASE)
_PART_OF = re.compile(
    rf"(.{{3,80}}?) of (?:the )?((?:Provincial|Municipal|(?:{_PLACE}) (?:Provincial|Party|People)).{{3,80}})"
)
_PARTY_COMMITTEE = re.compile(r"party(?: executive)? committee")
_STANDING = re.compile(r"(?:party(?: committee)?(?:'s)? )?standing (?:committee|board)")
_COMMISSION = re.compile(rf"(?:party committee(?:'s)? )?{_TOPIC} {_NOUN}")

_USUAL = re.compile(
    rf"(?:{_PARTY_COMMITTEE.pattern}|{_STANDING.pattern}|{_COMMISSION.pattern}|people's (?:committee|council))"
)


def is_local(words: str) -> bool:
    """Whether the words themselves say that the body is a province's or a city's."""
    led = _LED.fullmatch(words)
    return led is not None and bool(led.group(1) or led.group(2)) and led.group(2).lower() != "city "


def local_name(words: str, setting: Setting) -> str | None:
    """The canonical name of a body of the named place, else of the article's province; None where that is unknown."""
    led = _LED.fullmatch(words)
    if led is None:
        return None
    place = spelled(led.group(1)) if led.group(1) else setting.province
    return _of_place(led.group(3), place) if place else None


def tailed_name(words: str, setting: Setting) -> str | None:
    """The canonical name where the place or the owner stands after it: Party Committee of Hung Yen province."""
    part = _PART_OF.fullmatch(words)
    if part is not None:
        owner = local_name(part.group(2), setting)
        return _part_of(part.group(1), owner) if owner else None
    tailed = _TAILED.fullmatch(words)
    usual = tailed is not None and _USUAL.fullmatch(tailed.group(1).lower()) is not None
    return _of_place(tailed.group(1), spelled(tailed.group(2))) if tailed and usual else None


def _part_of(part: str, owner: str) -> str:
    commission = _COMMISSION.fullmatch(part.lower())
    if commission:
        return f"{owner}'s {commission.group(1).capitalize()} Commission"
    return f"Standing Committee of the {owner}" if _STANDING.fullmatch(part.lower()) else f"{part} of the {owner}"


def _of_place(rest: str, place: str) -> str:
    level = place if place in MUNICIPALITIES else f"{place} Provincial"
    rest = re.sub(rf"^{_LEVEL}", "", rest, flags=re.IGNORECASE)
    key = rest.lower()
    if _PARTY_COMMITTEE.fullmatch(key):
        return f"{level} Party Committee"
    if _STANDING.fullmatch(key):
        return f"Standing Committee of the {level} Party Committee"
    if commission := _COMMISSION.fullmatch(key):
        return f"{level} Party Committee's {commission.group(1).capitalize()} Commission"
    return f"{level} {rest}"
