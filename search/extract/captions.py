"""Texts of photos: a photo credit is proof; without one, two of the weaker signs are asked for."""

from __future__ import annotations

import re

from search.extract.headings import is_broken_off, is_item
from search.extract.repeats import Echo

_LONGEST = 90  # words
_LEAST_WORDS, _SCENE_WORDS = 3, 14
_ECHO, _PULL_QUOTE = 0.4, 0.7  # shares of the wording found elsewhere
_QUOTE_WORDS = 45  # a pull quote is short
_ECHO_WORDS = 10  # shorter units repeat the text by chance
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
_LABELLED = re.compile(
    r"[A-Z][A-Z.'\u2019 ]{2,40}:\s[A-Z\"\u201c]|(?:Mr|Mrs|Ms|Dr)\.?\s[A-Z][\w\s.'\u2019-]{1,40}:\s[A-Z\"\u201c]"
)
_VERBS = frozenset(
    "attend award speak present chair co-chair deliver address visit meet receive congratulate pose shake greet inspect"
    " hand cut sign witness join host welcome talk give take vote cast lay plant open launch reward honour honor listen"
    " discuss moderate offer pay unveil stand sit hold exchange introduce answer read report observe participate"
    " perform gather arrive leave see look".split()
)
_PRESENT = _VERBS | {verb + ("es" if verb.endswith(("ss", "ch")) else "s") for verb in _VERBS}
_OBJECTS = frozenset(
    "the a an at with to in on for his her their its part flowers hands photos photo over out off of".split()
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
_HANDING = re.compile(
    r"(?:Giving|Presenting|Awarding|Handing|Offering|Cutting|Signing|Shaking|Welcoming|Visiting|Conferring|Granting"
    r"|Congratulating|Receiving)\s(?:\w{1,20}\s){0,2}?(?:flowers?|gifts?|certificates?|medals?|orders?|flags?|insignia"
    r"|badges?|awards?|ribbons?|hands|incense|decisions?|souvenirs?|documents|agreements?|families|delegates)\b"
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
    if len(words) > _LONGEST or _LABELLED.match(text) is not None:
        return 0
    bare = text.rstrip(" \u00a0|")
    unstopped = not (bare.endswith((*_STOPS, "-")) or is_broken_off(bare) or is_item(bare))
    repeated = echo.share >= _ECHO and len(words) >= _ECHO_WORDS
    return (
        in_present(text)
        + unstopped
        + after_image
        + text.endswith("|")
        + (repeated and not (unstopped and _FINITE.search(text) and not in_present(text)))
        + is_scene(text, words)
    )


def needs_echo(text: str, *, illustrated: bool) -> bool:
    """Whether a repetition elsewhere could make the unit a caption: it has one sign, or stands among pictures."""
    blanks = text.count(" ")
    if illustrated and blanks < _QUOTE_WORDS:
        return True
    return blanks < _LONGEST and (not text.endswith(_STOPS) or in_present(text))


def is_pull_quote(echo: Echo) -> bool:
    """Whether the unit only repeats one sentence out of a longer paragraph."""
    return echo.inside and echo.share >= _PULL_QUOTE


def is_scene(text: str, words: list[str]) -> bool:
    """Whether the unit does no more than show an occasion: "Delegates at the conference"."""
    if _HANDING.match(text):
        return True
    if not _LEAST_WORDS <= len(words) <= _SCENE_WORDS:
        return False
    return bool(_SCENE_START.match(text)) or bool(
        _SCENE_END.search(text) and (in_present(text) or not _FINITE.search(text))
    )


def in_present(text: str) -> bool:
    """Whether someone does in the present tense what reporters tell in the past: attends, awards, speaks."""
    words = text.split()
    if _PRESENT.isdisjoint(words) and words[-1].rstrip(".") not in _PRESENT:
        return False
    for before, verb, after in zip(words, words[1:], [*words[2:], ""], strict=False):
        if verb.rstrip(".") not in _PRESENT or (verb.endswith(".") and after):
            continue
        if after and not (after in _OBJECTS or after[0].isupper()):
            continue
        if before.lower() in _NO_SUBJECT or before.endswith((",", ";", "’s", "'s", ".")):
            continue
        plural = before.endswith("s") and not before.endswith("ss")
        if verb.rstrip(".") not in _VERBS or plural:
            return True
    return False
