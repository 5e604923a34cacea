"""Reads the speaker a record states: a person, a title without a name, or several people at once."""

from __future__ import annotations

import re
from dataclasses import dataclass

from search.authority import Authority
from search.extract.offices import holder_of_title
from search.model import Collective, Dating

# "The Prime Minister (Gordon Brown)": the name is in the brackets.
_NAME_IN_BRACKETS = re.compile(r"(?P<title>[^()]{2,80}?)\s?\((?P<name>[^()]{3,60})\)")
_SEVERAL = re.compile(
    r"(?:(?:an|several|some|many|other|two|three)\s)?(?:hon(?:\.|ourable)?\s)?"
    r"(?:members?|delegates|deputies|senators|councillors|representatives|voices)",
    re.IGNORECASE,
)
_BARE_TITLE = re.compile(
    r"(?:the|mr\.?|mrs\.?|ms\.?|madame?)\s(?:(?:acting|deputy|temporary|vice|first|second|principal)[\s-]){0,2}"
    r"(?:speaker|president|presiding officer|chair(?:man|woman|person)?|convener|moderator|clerk"
    r"|(?:prime |first )?minister|taoiseach|chancellor|premier|secretary(?:[\s-]general)?)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class StatedSource:
    """Whom the record means. Both None: a title whose holder nobody tells us; `row` is the office row that did."""

    person: str | None
    collective: Collective | None = None
    row: str | None = None


def stated_source(stated: str, authority: Authority | None, dating: Dating | None) -> StatedSource:
    """The person as stated (the authority's spelling where it lists the name), never a guess from a title alone."""
    words = " ".join(stated.split()).rstrip(" ,;:")
    if _SEVERAL.fullmatch(words):
        return StatedSource(None, Collective.DELEGATES)
    if _BARE_TITLE.fullmatch(words):
        office = holder_of_title(words, authority, dating)
        return StatedSource(office.person, row=office.printed) if office else StatedSource(None)
    named = _NAME_IN_BRACKETS.fullmatch(words)
    if named and _BARE_TITLE.fullmatch(named["title"]):
        words = named["name"]
    listed = authority.person(words) if authority is not None else None
    return StatedSource(listed.name if listed else words)
