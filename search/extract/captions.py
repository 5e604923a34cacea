"""Texts of photos: a photo credit is proof; without one, two of the weaker signs are asked for."""

from __future__ import annotations

import re

from search.extract.repeats import Echo

_LONGEST = 90  # words
_SCENE_WORDS = 14
_ECHO, _PULL_QUOTE = 0.4, 0.7  # shares of the wording found elsewhere
_ECHO_WORDS = 10  # shorter units repeat the text by chance
_WORD_CHARACTERS = 40
_TAIL = 180  # characters at the end in which a photo credit stands
ENOUGH = 2

_CREDIT = re.compile(
    r"""
    (?:^|[\s(\[–—.!?"”'’-])
    (?:(?:Illustrative|Illustration|File|Archive|Courtesy)\s(?:photos?|image)|Photos?|PHOTOS?|Pictures?|Image|Ảnh)
    \s?(?::|/|\||–|-|\sby\s|\bby\s|\bcourtesy\b|\bcredit\b|\bfrom\s)
    [^.!?]{0,100}(?:\.[a-z]{2,3}){0,2}[\s.)\]|]{0,8}$
    | \((?:Illustrative\s|File\s)?(?:[Pp]hotos?|PHOTOS?|Ảnh|Illustration)\b[^()]{0,110}\)[\s.|]{0,5}$
    | \b[A-Z]{2,8}(?:/[A-Z]{2,8}){0,3}\s(?:[Ff]ile\s)?[Pp]hotos?\b[^.!?]{0,60}[.|\s]{0,4}$
    | \b[Pp]hotos?\s[A-Z]{2,8}(?:/[A-Z]{2,8}){0,3}[.)|\s]{0,4}$
    | [–—-]\s?(?:Illustrative\s)?[Pp]hoto[.\s]{0,3}$
    """,
    re.VERBOSE,
)
_PRESENT = re.compile(
    r"\b(?:attends?|awards?|speaks?|presents?|chairs?|co-chairs?|delivers?|addresses|address|visits?|meets?|receives?"
    r"|congratulates?|poses?|shakes?|greets?|inspects?|hands?|cuts?|signs?|witness(?:es)?|joins?|hosts?|welcomes?|talks?"
    r"|gives?|takes?|votes?|casts?|lays?|plants?|opens?|launch(?:es)?|rewards?|honou?rs?|listens?|discuss(?:es)?"
    r"|moderates?|offers?|pays?|unveils?|stands?|sits?|holds?|exchanges?|introduces?|answers?|reads?|reports?|observes?"
    r"|participates?|perform(?:s)?|gathers?|arrives?|leaves?|sees?|look(?:s)?)"
    r"(?=\s(?:the|a|an|at|with|to|in|on|for|his|her|their|its|part|flowers|hands|photos?|over|out|off|of|[A-ZÀ-ỸĐ])"
    r"|\.?$)"
)
_NO_SUBJECT = frozenset(
    "to the a an of and or in on at for by with from will would can could should must may might shall not who"
    " which that their his her its our these those this such all some many several no new as also".split()
)
_SCENE_START = re.compile(
    r"(?:An?\s|The\s)?(?:(?:[Oo]ver|[Gg]eneral\s)?[Vv]iew|[Pp]anorama|[Ss]cene|[Cc]orner|[Ii]llustrative)\s"
    r"|(?:The\s)?(?:[Dd]elegates|[Pp]articipants|[Oo]fficials|[Ll]eaders|[Gg]uests|[Vv]oters|[Rr]esidents|[Ss]taff)\s"
    r"(?:\w{1,20}\s){0,3}?(?:attending|attend|at|in|pose|posing|vote|voting|listen|visit|visiting|take|join|joining)\b"
)
_SCENE_END = re.compile(
    r"\b(?:conference|meeting|ceremony|session|event|congress|plenum|talks|reception|seminar|forum|workshop|summit"
    r"|hearing|gathering|exhibition|conversation|symposium|briefing|rally|bridge|bridge point|photo)\W{0,3}$",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|must|should|shall|can|could|may|said|says|held|took|met|made|gave"
    r"|began|went|came|spoke|\w{2,20}ed)\b"
)
_STOPS = (".", "!", "?", "…", ":", ";", ",", '."', ".”", "?”", "!”", ".)", "./.", ".'", ".’")


def has_photo_credit(text: str) -> bool:
    """Whether the unit ends by naming its photographer or the photo's source."""
    tail = text[-_TAIL:]
    return (
        "hoto" in tail or "HOTO" in tail or "Ảnh" in tail or "icture" in tail or "mage" in tail or "llust" in tail
    ) and (_CREDIT.search(tail) is not None and text.count(" ") < _LONGEST)


def caption_signs(text: str, echo: Echo, *, after_image: bool) -> int:
    """How many signs of a caption a unit shows; `ENOUGH` of them suffice."""
    words = text.split()
    if len(words) > _LONGEST:
        return 0
    bare = text.rstrip(" \u00a0|")
    unstopped = not bare.endswith(_STOPS)
    repeated = echo.share >= _ECHO and len(words) >= _ECHO_WORDS
    return (
        in_present(text)
        + unstopped
        + after_image
        + text.endswith("|")
        + (repeated and not (unstopped and _FINITE.search(text) and not in_present(text)))
        + is_scene(text, words)
    )


def is_pull_quote(echo: Echo) -> bool:
    """Whether the unit only repeats one sentence out of a longer paragraph."""
    return echo.inside and echo.share >= _PULL_QUOTE


def is_scene(text: str, words: list[str]) -> bool:
    """Whether the unit does no more than show an occasion: "Delegates at the conference"."""
    if len(words) > _SCENE_WORDS:
        return False
    return bool(_SCENE_START.match(text)) or bool(
        _SCENE_END.search(text) and (in_present(text) or not _FINITE.search(text))
    )


def in_present(text: str) -> bool:
    """Whether someone does in the present tense what reporters tell in the past: attends, awards, speaks."""
    for match in _PRESENT.finditer(text):
        before = text[max(0, match.start() - _WORD_CHARACTERS) : match.start()].split()[-1:]
        if not before or before[0].lower() in _NO_SUBJECT or before[0].endswith((",", ";", "’s", "'s", ".")):
            continue
        plural = before[0].endswith("s") and not before[0].endswith("ss")
        if match.group().endswith("s") or plural:
            return True
    return False
