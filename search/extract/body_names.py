"""One name per body: what translators made of it is known by rule, or by the authority's list."""

from __future__ import annotations

import re
from functools import lru_cache

from search.authority import Authority
from search.extract.bodies import BARE
from search.extract.local_bodies import is_local, local_name, tailed_name
from search.extract.setting import Setting
from search.names import unaccented

PARTY = "Communist Party of Vietnam"
CENTRE = "Party Central Committee"
SECTOR = "Party building and organisation sector"

_ORDINAL = re.compile(r"\b\d{1,3}(?:st|nd|rd|th)\b ?")
_BRACKETS = re.compile(r" ?\( ?[A-Z]{2,6} ?\)")
_ORGANISATION = re.compile(r"\b([Oo])rgani[sz](?:ation|ing)\b")

_ASSEMBLY = re.compile(r"\bNA\b(?=\Z|'s|[ ][A-Z])")  # NA Standing Committee

_HERE = r"(?: of vietnam)?"
_THE_CENTRE = (
    r"(?:(?:party|cpv|communist party of vietnam) central committee(?:'s)?"
    r"|central committee(?: of the communist party of vietnam)?(?:'s)?)"
)
_NOUN = r"(?:commission|committee|department|board)"
_FRONT = r"(?:(?:vietnam )?fatherland front|vff)"

_FIXED = {
    CENTRE: (
        r"(?:party |communist party of vietnam(?:'s)? |cpv |party's )?central(?: executive)? committee"
        r"(?: of the (?:communist party of vietnam|party|cpv))?|party executive committee"
    ),
    "Politburo": r"(?:party |cpv )?(?:politburo|political bureau)(?: of the party central committee)?",
    "Party Central Committee's Secretariat": (
        rf"(?:{_THE_CENTRE} |party |central )?secretariat(?: of (?:the )?{_THE_CENTRE})?"
    ),
    PARTY: r"communist party of vietnam|vietnam(?:ese)? communist party|cpv|communist party",
    "Vietnam Fatherland Front": rf"{_FRONT}{_HERE}",
    "Central Committee of the Vietnam Fatherland Front": (
        rf"central committee of the {_FRONT}|{_FRONT}(?:'s)? central committee"
    ),
    "National Assembly": rf"national assembly{_HERE}",
    "National Assembly Standing Committee": (
        r"national assembly(?:'s)? standing committee|standing committee of the national assembly"
    ),
    "State Audit": rf"state audit(?: office)?{_HERE}",
    "Government Inspectorate": r"government(?:al)? inspectorate",
    "Supreme People's Court": rf"supreme people's court{_HERE}",
    "Supreme People's Procuracy": rf"supreme people's procuracy{_HERE}",
    "Central Military Commission": r"central military (?:commission|party committee)",
    "Government": r"government of vietnam|vietnamese government",
}
# Commissions of the centre, by what stands between "Central" and "Commission".
_TOPICS = {
    "Party Central Committee's Organisation Commission": r"organisation(?:al)?(?: and personnel)?",
    "Party Central Committee's Internal Affairs Commission": r"internal affairs",
    "Central Inspection Commission": r"inspection",
    "Central Propaganda Department": (
        r"(?:propaganda|information|communications?)(?: and (?:education|training|mass mobili[sz]ation))?"
    ),
    "Party Central Committee's Mass Mobilisation Commission": r"(?:mass )?mobili[sz]ation",
    "Party Central Committee's Economic Commission": r"econom(?:ic|y)|economic affairs",
    "Party Central Committee's External Relations Commission": r"external (?:relations|affairs)",
}


def _commission(topic: str) -> str:
    return (
        rf"(?:{_THE_CENTRE}|central|party|party's central) (?:{topic}) {_NOUN}"
        rf"|(?:{topic}) {_NOUN} of (?:the )?{_THE_CENTRE}"
        rf"|(?:{topic}) (?:commission|department)"
        rf"|(?:{_THE_CENTRE} |central )?{_NOUN} (?:for|of|on) (?:{topic})(?: of (?:the )?{_THE_CENTRE})?"
    )


_NAMES = tuple(
    (re.compile(pattern), name)
    for name, pattern in [*_FIXED.items(), *((name, _commission(topic)) for name, topic in _TOPICS.items())]
)
# Words that name a kind of body, or a level, but no certain body.
_GENERIC = BARE | frozenset(
    {
        *("party committee", "standing committee", "people's committee", "people's council", "executive committee"),
        *("steering committee", "central government", "state government", "local government", "general department"),
        *(
            "district party committee",
            "district people's committee",
            "district people's council",
            "city party committee",
        ),
        *("party cell", "party delegation", "state agency", "organisation committee", "organisation board"),
    }
)


@lru_cache(maxsize=8192)
def spelled_body(text: str) -> str:
    """The words of a body's name in one spelling: ordinals and bracketed initials dropped, British, straight marks."""
    plain = unaccented(_BRACKETS.sub("", _ORDINAL.sub("", text))).replace(" 's", "'s").replace("Viet Nam", "Vietnam")
    return " ".join(_ORGANISATION.sub(r"\1rganisation", _ASSEMBLY.sub("National Assembly", plain)).split())


def body_name(text: str, setting: Setting, authority: Authority | None, *, local: bool = False) -> str | None:
    """The canonical name of a body as printed, or None where the words name no certain body.

    `local` says that what stands around shows a body of the province: "the province's", "its" after such a body.
    """
    words = spelled_body(text)
    key = words.lower()
    if not setting.vietnam and "vietnam" not in key and "cpv" not in key:
        return None if key in BARE else words
    if authority is not None and not local and (listed := authority.body(words) or authority.body(text)):
        return listed
    if local and key == "party":
        return None  # the city's Party leader
    if local or is_local(words):
        return tailed_name(words, setting) or local_name(words, setting)
    named = _named(key)
    if named is not None or key in _GENERIC or " of the provincial " in key:
        return named or (tailed_name(words, setting) if " of the provincial " in key else None)
    return tailed_name(words, setting) or words.replace("Defense", "Defence")


@lru_cache(maxsize=8192)
def _named(key: str) -> str | None:
    """The body that is known by a rule."""
    return next((name for pattern, name in _NAMES if pattern.fullmatch(key)), None)
