"""One name per body: what translators made of it, and the province a provincial body belongs to."""

from __future__ import annotations

import re

from search.authority import Authority
from search.extract.bodies import BARE
from search.extract.gazetteer import MUNICIPALITIES, PROVINCE_SPELLINGS, PROVINCES
from search.extract.setting import Setting, spelled
from search.names import unaccented

PARTY = "Communist Party of Vietnam"
CENTRE = "Party Central Committee"
SECTOR = "Party building and organisation sector"

_ORDINAL = re.compile(r"\b\d{1,3}(?:st|nd|rd|th)\b ?")
_BRACKETS = re.compile(r" ?\( ?[A-Z]{2,6} ?\)")
_CENTRAL = r"(?:(?:the )?(?:party central committee|cpv central committee|communist party of vi[e]t ?nam central committee|central committee(?: of the communist party of viet ?nam)?)(?:'s)?)"
_NOUN = r"(?:commission|committee|department|board)"
_CENTRES = re.compile(
    r"(?:party |communist party of viet ?nam(?:'s)? |cpv |party's )?central(?: executive)? committee(?: of the (?:communist party of viet ?nam|party|cpv))?"
    r"|party executive committee"
)

# Commissions of the centre: the words between "Central" and "Commission", and the name they stand for.
_TOPICS: tuple[tuple[str, str], ...] = (
    (r"organisation(?:al)?(?: and personnel)?", "Party Central Committee's Organisation Commission"),
    (r"internal affairs", "Party Central Committee's Internal Affairs Commission"),
    (r"inspection", "Central Inspection Commission"),
    (
        r"(?:propaganda|information|communications?)(?: and (?:education|training|mass mobili[sz]ation))?",
        "Central Propaganda Department",
    ),
    (r"(?:mass )?mobili[sz]ation", "Party Central Committee's Mass Mobilisation Commission"),
    (r"econom(?:ic|y)|economic affairs", "Party Central Committee's Economic Commission"),
    (r"external (?:relations|affairs)", "Party Central Committee's External Relations Commission"),
)
_COMMISSIONS = tuple(
    (
        re.compile(
            rf"(?:(?:{_CENTRAL}|central|party|party's central) (?:{topic}) {_NOUN}"
            rf"|(?:{topic}) {_NOUN} of {_CENTRAL}"
            rf"|(?:{topic}) (?:commission|department)"
            rf"|(?:{_CENTRAL} |central )?{_NOUN} (?:for|of|on) (?:{topic})(?: of {_CENTRAL})?)"
        ),
        name,
    )
    for topic, name in _TOPICS
)
_FIXED: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?:party |cpv )?(?:politburo|political bureau)(?: of the party central committee)?"), "Politburo"),
    (
        re.compile(rf"(?:{_CENTRAL} |party |central )?secretariat(?: of {_CENTRAL})?"),
        "Party Central Committee's Secretariat",
    ),
    (re.compile(r"(?:communist party of viet ?nam|vietnam(?:ese)? communist party|cpv|communist party)"), PARTY),
    (re.compile(r"(?:viet ?nam )?fatherland front(?: of viet ?nam)?|vff"), "Vietnam Fatherland Front"),
    (
        re.compile(
            r"central committee of the (?:viet ?nam )?fatherland front|(?:viet ?nam )?(?:fatherland front|vff)(?:'s)? central committee"
        ),
        "Central Committee of the Vietnam Fatherland Front",
    ),
    (re.compile(r"national assembly(?: of viet ?nam)?"), "National Assembly"),
    (
        re.compile(r"national assembly(?:'s)? standing committee|standing committee of the national assembly"),
        "National Assembly Standing Committee",
    ),
    (re.compile(r"state audit(?: office)?(?: of viet ?nam)?"), "State Audit"),
    (re.compile(r"government(?:al)? inspectorate"), "Government Inspectorate"),
    (re.compile(r"supreme people's court(?: of viet ?nam)?"), "Supreme People's Court"),
    (re.compile(r"supreme people's procuracy(?: of viet ?nam)?"), "Supreme People's Procuracy"),
    (re.compile(r"central military (?:commission|party committee)"), "Central Military Commission"),
    (re.compile(r"government of viet ?nam|vietnamese government"), "Government"),
)
_PLACE = "|".join(sorted((re.escape(p) for p in (*PROVINCES, *PROVINCE_SPELLINGS)), key=len, reverse=True))
_LED = re.compile(rf"(?:({_PLACE})(?:'s)? )?((?:provincial |municipal |city |province's )?)(.{{3,120}})", re.IGNORECASE)
_TAILED = re.compile(rf"(.{{3,120}}?) (?:of|in) (?:the )?({_PLACE})(?: (?:province|city))?", re.IGNORECASE)
_STANDING_OF = re.compile(r"standing (?:committee|board) of (?:the )?(.{3,80})", re.IGNORECASE)
_LOCAL_PARTY = re.compile(r"party(?: executive)? committee")
_LOCAL_STANDING = re.compile(r"(?:party(?: committee)?(?:'s)? )?standing (?:committee|board)")
_LOCAL_COMMISSION = re.compile(
    rf"(?:party committee(?:'s)? )?(organisation|inspection|propaganda(?: and education)?|internal affairs|mass mobilisation) {_NOUN}"
)
_LOCAL_COMMISSION_OF = re.compile(
    rf"(organisation|inspection|propaganda(?: and education)?|internal affairs|mass mobilisation) {_NOUN} of (?:the )?(.{{3,60}})",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    rf"(.{{3,80}}?) of (?:the )?((?:Provincial|Municipal|(?:{_PLACE}) (?:Provincial|Party|People)).{{3,80}})"
)
_LOCAL_PART = re.compile(r"standing|organisation|inspection|propaganda|internal affairs|mass mobilisation")
_LEVELS = frozenset({"provincial ", "province's ", "municipal ", "city "})


def spelled_body(text: str) -> str:
    """The words of a body's name in one spelling: ordinals and bracketed initials dropped, British, straight marks."""
    plain = unaccented(_BRACKETS.sub("", _ORDINAL.sub("", text))).replace(" 's", "'s")
    plain = re.sub(r"\b([Oo])rgani[sz](?:ation|ing)\b", lambda m: m.group(1) + "rganisation", plain)
    return " ".join(plain.replace("Viet Nam", "Vietnam").split())


def body_name(text: str, setting: Setting, authority: Authority | None, *, local: bool = False) -> str | None:
    """The canonical name of a body as printed, or None where the words name no certain body.

    `local` says that what stands around shows a body of the province: "the province's", "its" after such a body.
    """
    words = spelled_body(text)
    key = words.lower()
    if not setting.vietnam and "vietnam" not in key and "cpv" not in key:
        return None if key in BARE else words
    if local or key.startswith(("provincial ", "municipal ")):
        return _local_name(words, setting)
    if (part := _PART_OF.fullmatch(words)) and (whole := _local_name(part.group(2), setting)):
        return (
            _local_name(words, setting)
            if _LOCAL_PART.match(part.group(1).lower())
            else f"{part.group(1)} of the {whole}"
        )
    if authority is not None and (listed := authority.body(words) or authority.body(unaccented(text))):
        return listed
    if _CENTRES.fullmatch(key):
        return CENTRE
    for pattern, name in (*_FIXED, *_COMMISSIONS):
        if pattern.fullmatch(key):
            return name
    if (place := _LED.fullmatch(words)) and place.group(1):
        return _local_name(words, setting)
    if (tailed := _TAILED.fullmatch(words)) and key not in BARE:
        return _of_place(tailed.group(1), spelled(tailed.group(2)))
    return None if key in BARE or key in _GENERIC else words.replace("Defense", "Defence")


_GENERIC = frozenset(
    {
        "party committee",
        "standing committee",
        "people's committee",
        "people's council",
        "executive committee",
        "steering committee",
        "central government",
        "state government",
        "local government",
        "general department",
        "party cell",
        "party delegation",
        "party",
        "state agency",
        "organisation committee",
        "organisation board",
    }
)


def _local_name(words: str, setting: Setting) -> str | None:
    """The name of a body of a province or city."""
    if inner := _STANDING_OF.fullmatch(words):
        owner = _local_name(inner.group(1), setting)
        return f"Standing Committee of the {owner}" if owner else None
    if inner := _LOCAL_COMMISSION_OF.fullmatch(words):
        owner = _local_name(inner.group(2), setting)
        return f"{owner}'s {inner.group(1).capitalize()} Commission" if owner else None
    if tailed := _TAILED.fullmatch(words):
        return _of_place(tailed.group(1), spelled(tailed.group(2)))
    led = _LED.fullmatch(words)
    if led is None:
        return None
    place = spelled(led.group(1)) if led.group(1) else setting.province
    return _of_place(led.group(3), place) if place else None


def _of_place(rest: str, place: str) -> str:
    level = Setting(province=place).level
    key = rest.lower()
    for word in _LEVELS:
        key = key.removeprefix(word)
    if _LOCAL_PARTY.fullmatch(key):
        return f"{level} Party Committee"
    if _LOCAL_STANDING.fullmatch(key):
        return f"Standing Committee of the {level} Party Committee"
    if commission := _LOCAL_COMMISSION.fullmatch(key):
        return f"{level} Party Committee's {commission.group(1).capitalize()} Commission"
    if key.startswith("people's") or place not in MUNICIPALITIES:
        return f"{level} {rest[len(rest) - len(key) :]}"
    return f"{place} {rest[len(rest) - len(key) :]}"
