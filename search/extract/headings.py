"""The shapes of titles and section headings."""

from __future__ import annotations

import re

_TITLE_CHARACTERS = 220
_STOPPED_TITLE_WORDS = 16
_PLAIN_WORDS = 12  # of a verbless one
_STOPPED_WORDS = 20
_JUNK_WORDS = 4
_KICKER_WORDS = 2
_TITLE_WORDS = 4

_IMPERATIVES = frozenset(
    "accelerate accept accompany achieve act adapt adhere adjust advance advise affirm aim apply arrange ask"
    " attach attract avoid be boost bring build carry change choose clarify combat combine complete concentrate"
    " concretise concretize connect consolidate continue control create cut deepen defend deploy determine develop"
    " direct do drive eliminate encourage end enhance ensure establish expand fight fix focus follow foster get"
    " give go grasp handle harness have help identify implement improve increase innovate inspect integrate"
    " intensify invest join keep know lead learn let live maintain make manage master meet mobilise mobilize"
    " modernise modernize open organise organize overcome pay perfect perform persist plan practise practice"
    " prepare preserve prevent prioritise prioritize promote propose protect provide publicise push put raise"
    " reach reduce reform reject remove renew renovate reorganise reorganize repel resolve respect respond"
    " restructure review rise save secure seize select set settle simplify solve speed stabilise stabilize stand"
    " standardise standardize start stay step stop streamline strengthen strictly strive study summarise summarize"
    " supplement support sustain tackle take thoroughly tighten train turn unite unlock uphold use value well win"
    " work resolutely proactively actively urgently effectively firmly drastically synchronously closely always"
    " don't never".split()
)
_NUMBERED = re.compile(r"(?:[IVX]{1,5}|[1-9]\d?|[A-H])(?:[.)]|\s?[-–—:/])\s?\S")
_BULLET = re.compile(r"[-–—•*+·▪●○►✓]\s?|\(?[a-z]\)\s|\(\w{1,4}\)\s")
_DANGLING = frozenset(
    "a about also an and are as at be but by for from had has have he his in into is it its of on or our she that the"
    " their they this to was we were when where which who will with".split()
)
_QUOTES = frozenset("\"“‘'«(")
_CUE = re.compile(
    r"\b(?:said|says|stressed|stresses|emphasi[sz]ed|emphasi[sz]es|affirmed|affirms|requested|requests|suggested|suggests"
    r"|stated|states|noted|notes|added|adds|pointed out|told|tells|urged|urges|asked|asks|announced|declared)\b"
)
_HEARD_IN_THE_HALL = re.compile(
    r"\((?:[a-z-]+ ){0,3}(?:applause|laughter|ovation|cheers|exclamations)\b[^()]{0,40}\)\Z", re.IGNORECASE
)
_ENDS = (".", "!", "…", ";", ",", ":", '."', ".”", "!”", "!”", ".'", ".’", "./.", ".)")
_WAY = re.compile(r"[A-Z][\w&' -]{1,24}(?: [/>|\u00bb\u203a] [A-Z][\w&' -]{1,24}){1,4}")
_ISSUER = re.compile(
    r"(?:Ministry|Department|Office|Cabinet) of (?:[A-Z][\w']*|the)(?:,? (?:[A-Z][\w']*|the|and|of|for|&)){0,9}"
    r"|(?:[A-Z][\w.']* ){1,4}(?:Secretariat|Office|Ministry)"
)
_DATELINE_START = re.compile(r"(?:[^\W\d_][\w ,.'’-]{0,60})?\([A-Za-z][\w ./]{1,40}\)\s{0,3}[-–—]")
_PAST = re.compile(
    r"\b(?:was|were|had|held|said|took|met|gave|began|came|went|spoke|opened|attended|chaired|stressed|told|visited)\b"
)


def is_title(text: str, following: str | None) -> bool:
    """Whether the first unit of an article is printed as its headline rather than as its lead."""
    if len(text) > _TITLE_CHARACTERS or _BULLET.match(text) or following is None:
        return False
    if not text.endswith(_ENDS):
        return True
    if text.endswith((";", ",", ":", "…", "./.")) or len(text.split()) > _STOPPED_TITLE_WORDS:
        return False
    return is_imperative(text) or (_DATELINE_START.match(following) is not None and not _PAST.search(text))


def is_junk(text: str) -> bool:
    """A scrap before the title: a few words without a capital letter."""
    return len(text.split()) <= _JUNK_WORDS and text == text.lower() and not text.endswith(_ENDS)


def is_kicker(text: str, following: str) -> bool:
    """A section, the way to it or the issuer above the title: `Politics`, `Home / Politics`, `Ministry of X`."""
    few = len(text.split()) <= _KICKER_WORDS and not text.endswith(_ENDS)
    above = few or _WAY.fullmatch(text) is not None or _ISSUER.fullmatch(text) is not None
    return above and len(following.split()) >= _TITLE_WORDS and not following.endswith(_ENDS)


def is_imperative(text: str) -> bool:
    """Whether the unit opens as a command: "Focus on …", "Build …"."""
    return text.split(maxsplit=1)[0].lower().strip("“\"'‘") in _IMPERATIVES and text[:1].isupper()


def is_capital(text: str) -> bool:
    """Whether all letters are capitals, and there are enough of them to mean it."""
    return text.upper() == text and sum(map(str.isalpha, text[:20])) > 3  # noqa: PLR2004 - "TPP" alone is no heading


def is_item(text: str) -> bool:
    """Whether the unit is an item of a list."""
    return _BULLET.match(text) is not None


def is_broken_off(text: str) -> bool:
    """Whether the last word asks for another: half a sentence, not a heading or a caption."""
    return text.rsplit(maxsplit=1)[-1].lower() in _DANGLING


def is_heading(text: str) -> bool:
    """Whether a unit between paragraphs is shaped as a section heading without a full stop."""
    if text.endswith((*_ENDS, "-", "–", "—", "]")) or _BULLET.match(text) or text[:1].islower() or is_broken_off(text):
        return False
    if _HEARD_IN_THE_HALL.search(text):
        return False
    words = len(text.split())
    if text.endswith(("?", "”", '"')) or text[:1] in _QUOTES:
        return is_capital(text) and words <= _STOPPED_WORDS
    if is_capital(text) or _NUMBERED.match(text) or is_imperative(text):
        return words <= _STOPPED_WORDS
    if _CUE.search(text):
        return False
    return words <= _PLAIN_WORDS


def is_stopped_heading(text: str) -> bool:
    """Whether a unit could be a heading in spite of its full stop; its wording must also return in the text."""
    if not text.endswith(".") or text.endswith("./.") or ";" in text or ":" in text or ". " in text:
        return False
    return len(text.split()) <= _STOPPED_WORDS and (is_imperative(text) or is_capital(text))
