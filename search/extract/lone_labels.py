"""Labels on a line of their own, above what somebody says: "Jane Roe (Delft) (Lab)", "The Minister for Health:".

A name alone on a line may be a heading, a caption or a signature. It is a label only where the layout shows it: two
lines that give a constituency, an office or an honorific, each above text, or two names that take turns.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from search.extract.gazetteer import GIVEN_NAMES, NO_NAME_WORDS
from search.extract.printed_labels import CLOCK, is_asking
from search.model import Kind, Passage
from search.names import name_key

_LONGEST = 160
_LONG = 90  # characters of a line that is text, however it ends
_TEXT = frozenset({Kind.BODY, Kind.CAPTION})
_BELOW = 4  # passages within which the text under a label stands, furniture between
_SHOWN = 2  # lines in a form of their own that show the layout
_IN_TURNS = 2  # how often each of two names without such a form must come
_NAME_WORDS = 5
_HONORIFIC = (
    r"(?:(?:the\s)?(?:rt\.?\s|right\s)?(?:hon(?:ou?rable)?\.?|mr\.?|mrs\.?|ms\.?|miss|dr\.?|prof(?:essor)?\.?|sir|dame|lord"
    r"|lady|baroness|senator|deputy|shri|shrimati|smt\.?|madam(?:e)?|ambassador|comrade)\s)"
)
_CLOCK = rf"(?:{CLOCK})"
_WORD = r"[^\W\d_a-z][\w.'\u2019-]{0,30}"
_SMALL = r"(?:of|for|the|and|in|on|at|to|van|von|de|del|da|der|di|bin|al|la|le)"
_WORDS = rf"{_WORD}(?:,?\s(?:{_SMALL}\s){{0,2}}{_WORD}){{0,9}}"
_LINE = re.compile(
    rf"(?:{_CLOCK}\s{{1,3}})?(?P<honorific>(?i:{_HONORIFIC}){{1,3}})?(?P<the>[Tt][Hh][Ee]\s)?(?P<words>{_WORDS})"
    rf"(?P<brackets>(?:,?\s?[(\[][^()\[\]\d][^()\[\]]{{0,100}}[)\]]){{1,3}})?(?:\s{{1,3}}{_CLOCK})?\s?(?P<colon>:)?"
)
_ORNAMENTS = "*_# "
_TEXT_ENDS = (".", "!", "?", "\u201d", '"', ":", ";", ",", "\u2014", "\u2013", "\u2026", ")", "-", "]", "*")
_HONORIFICS = re.compile(rf"\A(?:{_HONORIFIC}){{1,3}}", re.IGNORECASE)
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{1,102})[)\]]")
_STOPS = (".", "!", "?")
_CHAIR = re.compile(
    r"(?i:(?:mr\.?|madam|mrs\.?|ms\.?|the)\s)?(?i:(?:acting|temporary|deputy|vice)[\s-]){0,2}"
    r"(?i:speaker|presiding officer|chair(?:man|woman|person)?|president|moderator)"
)


def lone_labels(passages: Sequence[Passage]) -> frozenset[int]:
    """The passages that are only a label, by their place."""
    lines = [(at, match) for at, passage in enumerate(passages) if (match := _label_line(passages, at)) is not None]
    shown = [(at, match) for at, match in lines if _is_shown(match)]
    names = Counter(_name(match) for _, match in lines)
    if len(shown) >= _SHOWN and _is_layout(shown, names):
        named = {name for _, match in shown for name in (_name(match), *_in_brackets(match))}
        return frozenset(at for at, match in lines if _is_shown(match) or _is_meant(match, named))
    again = {name for name, count in names.items() if count >= _IN_TURNS}
    interview = any(is_asking(name) for name in again)
    turning = {name for name in again if is_asking(name) or _is_personal(name, unknown=interview)}
    if len(turning) < _SHOWN:
        return frozenset()
    return frozenset(at for at, match in lines if _name(match) in turning)


def _label_line(passages: Sequence[Passage], at: int) -> re.Match[str] | None:
    """The parts of a line that has the shape of a label and stands above text."""
    passage = passages[at]
    if passage.kind is Kind.TITLE or len(passage.text) > _LONGEST or at + 1 == len(passages):
        return None
    below = next((p for p in passages[at + 1 : at + _BELOW] if p.kind is not Kind.BOILERPLATE), passage)
    if below.kind not in _TEXT or not (below.text.endswith(_TEXT_ENDS) or len(below.text) > _LONG):
        return None
    match = _LINE.fullmatch(_without_debris(passage).strip(_ORNAMENTS))
    if match is None or _is_short_form(below.text):
        return None
    return match


def _without_debris(passage: Passage) -> str:
    """The text without what is taken out at its beginning."""
    first = passage.repairs[0] if passage.repairs else None
    opens = first is not None and first.span.start == 0 and not first.replacement
    return passage.text[first.span.end :] if first is not None and opens else passage.text


def _is_short_form(text: str) -> bool:
    """Whether the text below is a line like the one above it, so that both are headings."""
    return not text.endswith(_STOPS) and _LINE.fullmatch(text.strip(_ORNAMENTS)) is not None


def _is_shown(match: re.Match[str]) -> bool:
    """Whether the line itself says that it is a label, by an honorific, or a place or a name in brackets."""
    few = len(match["words"].split()) <= _NAME_WORDS
    return (bool(match["honorific"]) and few) or (bool(match["brackets"]) and (few or bool(match["the"])))


def _is_meant(match: re.Match[str], named: set[str]) -> bool:
    """Whether a bare line among labels is one: a name that a label has given in full, or whoever is in the chair."""
    return _name(match) in named or is_asking(_name(match)) or _CHAIR.fullmatch(match["words"]) is not None


def _is_layout(shown: list[tuple[int, re.Match[str]]], names: Counter[str]) -> bool:
    """Whether such lines are labels, and no list of guests or of places: somebody comes again, or has an office."""
    for _, match in shown:
        office = bool(match["the"] and match["brackets"])
        if office or names[_name(match)] >= _IN_TURNS:
            return True
    personal = [match for _, match in shown if match["brackets"] and (match["honorific"] or _is_personal(_name(match)))]
    return len(personal) >= _SHOWN


def _is_personal(name: str, *, unknown: bool = False) -> bool:
    """Whether the words are a person's name by the given name, or, beside questions, by having no other word."""
    parts = name.split()
    known = unknown or parts[0] in GIVEN_NAMES
    return 1 < len(parts) <= _NAME_WORDS and known and NO_NAME_WORDS.isdisjoint(parts[1:])


def _in_brackets(match: re.Match[str]) -> list[str]:
    """What stands in the brackets, without an honorific: "The Minister for Health (Ms Jane Roe)"."""
    return [name_key(_HONORIFICS.sub("", words)) for words in _BRACKETED.findall(match["brackets"] or "")]


def _name(match: re.Match[str]) -> str:
    return name_key(match["words"])
