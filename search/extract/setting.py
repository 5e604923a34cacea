"""Where an article plays: in Vietnam or elsewhere, and in which province. Bodies are named after it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from search.extract.gazetteer import DIRECTIONS, LANDS, PROVINCE_SPELLINGS, PROVINCES
from search.model import ArticleInfo, Kind, Passage
from search.names import unaccented

_NAMES = "|".join(sorted((re.escape(p) for p in (*PROVINCES, *PROVINCE_SPELLINGS)), key=len, reverse=True))
_TITLE_PREFIX = re.compile(rf"[ ]{{0,3}}({_NAMES})(?: province)? ?:", re.IGNORECASE)
_BRIDGE = re.compile(
    rf"\b(?:[Aa]t|from|[Ii]n)(?: the)? ({_NAMES})(?:'s)?(?: province| provincial)? (?:bridge|connecting|online) ?point"
)
_PROVINCIAL = re.compile(
    rf"\b({_NAMES})(?:'s)?[ ]+(?:[Pp]rovince|[Pp]rovincial|People's|Party Committee)|\b[Pp]rovince of ({_NAMES})\b"
)
_PROVINCIAL_SIGNS = ("rovinc", "People's", "Party Committee")  # looked for first: most texts have none of them
_LETTERS_OF_VIETNAM = "\u1ea0-\u1ef9\u0110\u0111\u01a0\u01a1\u01af\u01b0"
# Both begin with characters, not with a place between words: so a search passes over all others in a loop of C.
_VIETNAM = re.compile(
    rf"[VHCF.{_LETTERS_OF_VIETNAM}](?:(?<=V)(?:iet ?[Nn]am|N[AS](?<=\bVN[AS])\b)|(?<=H)(?:a ?[Nn]oi|o Chi Minh)"
    rf"|(?<=C)entral Organi[sz]|(?<=F)atherland Front|(?<=\.)vn\b|(?<=[{_LETTERS_OF_VIETNAM}]))"
)
_CAPITALISED = re.compile(r"[A-Z](?<!\w[A-Z])[A-Za-z]{1,20}")
_ELSEWHERE = frozenset(
    word.capitalize() for word in LANDS - DIRECTIONS - {"vietnam", "vietnamese", "viet", "hanoi"}
) | {
    "CPC",
    "Xinhua",
    "UK",
    "USA",
    "UAE",
    "US",
    "UN",
    "Xi",
    "Trump",
    "Clinton",
    "Obama",
}
_TWICE = 2  # Vietnamese news may name another country twice as often as its own
_SQUEEZED = {re.sub(r"[^a-z]", "", unaccented(p).lower()): p for p in PROVINCES if p != "Hue"}
_HOST = re.compile(r"[a-z]{4,40}")


@dataclass(frozen=True, slots=True)
class Setting:
    """`province` is the one that "the Provincial Party Committee" belongs to, if the article shows it."""

    vietnam: bool = True
    province: str | None = None


def setting_of(info: ArticleInfo, passages: tuple[Passage, ...]) -> Setting:
    """The setting as the title, the outlet and the text show it."""
    printed = "\n".join([passage.text for passage in passages])
    text = unaccented(printed)
    elsewhere = sum(map(_ELSEWHERE.__contains__, _CAPITALISED.findall(text)))
    vietnam = len(_VIETNAM.findall(printed)) * _TWICE >= elsewhere
    return Setting(vietnam, _province(info, passages, text) if vietnam else None)


def _province(info: ArticleInfo, passages: tuple[Passage, ...], text: str) -> str | None:
    for passage in passages:
        if passage.kind is Kind.TITLE and (match := _TITLE_PREFIX.match(unaccented(passage.text))):
            return spelled(match.group(1))
    if "point" in text and (match := _BRIDGE.search(text)):
        return spelled(match.group(1))
    for stated in (info.outlet, info.url):
        for part in _HOST.findall(re.sub(r"[ -]", "", unaccented(stated or "").lower())):
            for squeezed, province in _SQUEEZED.items():
                if part in {squeezed, "bao" + squeezed, squeezed + "portal"}:
                    return province
    told = (line for line in text.split("\n") if any(sign in line for sign in _PROVINCIAL_SIGNS))
    named = Counter(spelled(m.group(1) or m.group(2)) for line in told for m in _PROVINCIAL.finditer(line))
    if len(named) == 1:
        return next(iter(named))
    place = spelled(info.place) if info.place else None
    return place if place in PROVINCES and place != "Hanoi" and not named else None  # national news comes from Hanoi


def spelled(name: str) -> str:
    """The usual spelling of a province's name."""
    plain = " ".join(unaccented(name).split())
    plain = PROVINCE_SPELLINGS.get(plain, plain)
    return next((p for p in PROVINCES if p.lower() == plain.lower()), plain)
