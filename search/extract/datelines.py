"""Datelines: the place, day and agency that open a report, "BEIJING, July 31 (Xinhua) --"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from search.extract.agencies import AGENCY, FULL_NAME, SITE
from search.extract.days import Day, days_of
from search.extract.gazetteer import PROVINCE_SPELLINGS, PROVINCES
from search.names import unaccented

_CAPITAL = r"[^\W\d_a-z][\w.'’-]{0,20}"
_PLACE = rf"{_CAPITAL}(?:(?:,\s|\s|/){_CAPITAL}){{0,4}}"
_DAY = r"[,\s]{1,3}(?:(?:[A-Z][a-z]{2,9}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,9}\.?)(?:,?\s\d{4})?)"
_SITE = r"[\w-]{2,30}(?:\.[\w-]{2,20}){0,3}(?:[\s/][\w.-]{1,20}){0,4}"
_OPENING = re.compile(
    rf"\s{{0,4}}(?P<place>{_PLACE})?(?P<day>{_DAY})?[,\s]{{0,3}}\((?P<agency>{_SITE})\)(?:\s{{0,3}}[-–—]{{1,2}}|$)"
)
_CAPITALS = r"[A-ZÀ-ÖØ-ÞĐẠ-Ỹ][A-ZÀ-ÖØ-ÞĐẠ-Ỹ.'’-]{1,20}"
_WITHOUT_AGENCY = re.compile(
    rf"\s{{0,4}}(?P<place>{_CAPITALS}(?:(?:,\s|\s|/){_CAPITALS}){{0,3}})(?P<day>{_DAY})?\s{{0,2}}[-–—]{{1,2}}(?=\s|$)"
)
_AGENCY_ALONE = re.compile(rf"\s{{0,4}}(?P<agency>{AGENCY}(?:/{AGENCY})?|{SITE})\s{{0,2}}[-–—]{{1,2}}(?=\s|$)")
_IN_BRACKETS = re.compile(rf"\s{{0,4}}\((?P<agency>{AGENCY}(?:/{AGENCY})?)\)\s")
_BARE = re.compile(
    rf"(?P<place>{_CAPITALS}(?:\s{_CAPITALS}){{0,2}})\s(?=[^\W\d_a-z][a-zà-ỹđ])"
)  # no dash: provinces only
CITIES = (
    "Beijing, Washington, Geneva, Vienna, New York, Moscow, Vientiane, Phnom Penh, Bangkok, Jakarta, Tokyo, Seoul, "
    "Brussels, London, Paris, Berlin, Kuala Lumpur, Manila, New Delhi, Abuja, Nairobi, Canberra, Ottawa, Havana"
).split(", ")
_TOWNS = frozenset(
    {*CITIES, *PROVINCES, *PROVINCE_SPELLINGS, "Hà Nội", "HÀ NỘI", "HANOI", "NEW YORK", "GENEVA", "VIENNA"}
)
_STAMP = re.compile(r"\s{0,3}\((?P<day>[^()]{6,24})\)\s")
_LONGEST = 160  # characters: datelines stand at the beginning
_COUNTRIES = frozenset(
    {"VIETNAM", "VIET NAM", "VIỆT NAM"}
)  # before the town, where an aggregator puts its own dateline
_AGENCY = re.compile(rf"{AGENCY}(?:/{AGENCY})?|{FULL_NAME}|[\w-]{{2,30}}(?:\.[\w-]{{2,20}}){{1,3}}")
_DASHES = ("-", "–", "—")
_NO_AGENCY = frozenset({"photo", "photos", "pictured", "illustration"})


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says; each part may be missing. `printed` is the dateline itself, `end` where it ends.

    `stamp` is a full date in brackets after it, by which the outlet dates the text.
    """

    place: str | None
    agency: str | None
    day: Day | None
    printed: str
    end: int
    stamp: Day | None = None


def dateline_of(text: str) -> Dateline | None:
    """The dateline a passage opens with, if it opens with one."""
    head = text[:_LONGEST]
    match = (
        _OPENING.match(head)
        or _AGENCY_ALONE.match(head)
        or _IN_BRACKETS.match(head)
        or _WITHOUT_AGENCY.match(head)
        or _bare(head)
    )
    if match is None:
        return Dateline(place_name(text), None, None, text, len(text)) if text in _TOWNS else None
    groups = match.groupdict()
    agency = groups.get("agency")
    if agency and (agency.split()[0].lower() in _NO_AGENCY or not (match.group().endswith(_DASHES) or _known(groups))):
        return None
    days = days_of(groups["day"]) if groups.get("day") else []
    place = groups.get("place")
    stamp, end = _stamp(head, match.end())
    return Dateline(
        place=place_name(place) if place and place.upper() not in _COUNTRIES else None,
        agency=agency,
        day=days[0] if days else None,
        printed=match.group().strip(),
        end=end,
        stamp=stamp,
    )


def _stamp(head: str, end: int) -> tuple[Day | None, int]:
    """The date in brackets after a dateline, and where the text begins: "(VOV5) - (June 1, 2023) The …"."""
    match = _STAMP.match(head, end)
    days = days_of(match["day"]) if match else []
    if match is None or len(days) != 1 or days[0].year is None or days[0].printed != match["day"].strip():
        return None, end
    return days[0], match.end()


def _known(groups: dict[str, str | None]) -> bool:
    """Whether the agency of a dateline without a dash is one, or its place or day says so."""
    place, agency = groups.get("place"), groups["agency"] or ""
    return bool(groups.get("day")) or _AGENCY.fullmatch(agency) is not None or (place is not None and is_town(place))


def is_town(text: str) -> bool:
    """Whether the text is the name of a place that datelines name, and nothing else."""
    return text in _TOWNS or (0 < len(text) <= _LONGEST and place_name(text) in PROVINCES)


def _bare(head: str) -> re.Match[str] | None:
    match = _BARE.match(head)
    return match if match and place_name(match["place"]) in PROVINCES else None


def place_name(printed: str) -> str:
    """A place as it is commonly written: `HANOI` and `Ha Noi` are Hanoi."""
    name = " ".join(printed.strip(" ,.").split())
    if name.upper() == name:
        name = name.title()
    plain = unaccented(name)
    known = PROVINCE_SPELLINGS.get(plain, plain)
    return known if known in PROVINCES else name


def place_prefix(title: str) -> str | None:
    """The province that stands before the colon of a title: `Hung Yen: …`."""
    name = place_name(title.partition(":")[0]) if ":" in title[:40] else ""
    return name if name in PROVINCES else None
