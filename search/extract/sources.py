"""Whose words a cue announces: the subject of a cue, found in the shape of its sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from search.extract.gazetteer import DAYS, MONTHS
from search.extract.people import Reference, Study
from search.model import Collective

PERSONAL = "NMWR"  # units that may stand for a person
_COLLECTIVES = {
    "D": Collective.DELEGATES,
    "P": Collective.DELEGATES,
    "C": Collective.CONFERENCE,
    "K": Collective.REPORT,
    "O": Collective.INSTITUTION,
    "i": Collective.INSTITUTION,
}
_APPOSITION_LONGEST = 60
_BRACKET_LONGEST = 14
_NO_OBJECT = frozenset({"as", "after", "before", "like", "than"})


@dataclass(frozen=True, slots=True)
class Source:
    """Who is heard: the unit that says so, and the person or the kind of source; neither where it is unknown.

    `first` and `last` are the units that name the source, titles included.
    """

    at: int
    first: int
    last: int
    person: Reference | None = None
    collective: Collective | None = None
    pronoun: bool = False


def subject_before(study: Study, cue: int, begin: int) -> Source | None:
    """The subject of the cue at unit `cue` in the sentence that begins at `begin`."""
    codes = study.reading.codes
    here = _before_time_and_place(study, cue, begin)
    if here < begin:
        return None
    code = codes[here]
    if code == "r":  # Mr. X, who said
        here -= 2 if codes[here - 1 : here] == "," else 1
        return source_at(study, here, begin) if here >= begin and codes[here] in PERSONAL else None
    if code == ")":  # David Perdue (R-Ga.) said
        opening = codes.rfind("(", max(begin, here - _BRACKET_LONGEST), here)
        if opening > begin and codes[opening - 1] in PERSONAL:
            return source_at(study, opening - 1, begin)
        return None
    if code in ",-":
        return _before_apposition(study, here, begin)
    return source_at(study, here, begin)


_WHEN_AND_WHERE = re.compile(r"[NMWRp],?(?:[oA][aAw#xWC]{0,5}[w#WCxA],?){1,2}A{0,3}\Z")
_TIMES = (
    MONTHS
    | DAYS
    | frozenset({"morning", "afternoon", "evening", "today", "yesterday", "week", "month", "year", "occasion"})
)


def _before_time_and_place(study: Study, cue: int, begin: int) -> int:
    """The unit before the cue, helpers and "on December 4", "in Hanoi" read over."""
    codes = study.reading.codes
    here = cue - 1
    while here >= begin and codes[here] == "A":
        here -= 1
    if here < begin or codes[here] not in "#wWCx,":
        return here
    match = _WHEN_AND_WHERE.search(codes, max(begin, cue - 12), cue)
    if match is None:
        return here
    units, plain = study.reading.units, study.reading.line.plain
    words = plain[units[match.start() + 1].first : units[cue - 1].last]
    told = any(word in _TIMES or word.isdigit() for word in words) or (codes[here] in "wWC" and "o" in match.group())
    return match.start() if told else here


def _before_apposition(study: Study, closing: int, begin: int) -> Source | None:
    """X, member of …, said: the subject stands before the mark that opens the apposition."""
    codes = study.reading.codes
    name = closing - 1
    if name - 2 >= begin and codes[name] in "NMW" and name in study.people and codes[name - 2 : name] == "R,":
        return Source(name, name - 2, name + 1, person=study.people[name])  # the Minority Leader, X, said
    for mark in range(closing - 1, max(begin, closing - _APPOSITION_LONGEST), -1):
        if (
            codes[mark] in "V;"
            or (codes[mark] == "." and codes[mark + 1] != ",")
            or (codes[mark] == "Q" and codes[mark - 1] != "W")
        ):
            return None
        if codes[mark] not in ",-(" or codes[mark + 1] not in "RrAa#oOxepMWwiC":
            continue
        if codes[mark - 1] in "NMWRp" and (codes[mark - 1] == "p" or mark - 1 in study.people):
            return source_at(study, mark - 1, begin)
    return None


def source_at(study: Study, at: int, begin: int) -> Source | None:
    """What the unit at `at` is as a source, or None where it cannot be a subject."""
    codes, units = study.reading.codes, study.reading.units
    code = codes[at]
    if code == "p":
        return Source(at, at, at + 1, pronoun=True)
    if code in PERSONAL:
        first = at
        while first > begin and codes[first - 1] in "RH":
            first -= 1
        first = _with_titles(codes, first, begin)
        if first > begin and _is_object(study, first - 1):
            return None
        role = units[at].role
        if at not in study.people and role is not None and role.plural:
            return Source(at, first, at + 1, collective=Collective.DELEGATES)
        if at not in study.people and code in "MW" and codes[at - 1 : at] != "H" and not _stands_free(codes, at, begin):
            return None
        return Source(at, first, at + 1, person=study.people.get(at))
    if code in _COLLECTIVES:
        if at > begin and _is_object(study, at - 1):
            return None
        return Source(at, at, at + 1, collective=_COLLECTIVES[code])
    return None


def _with_titles(codes: str, first: int, begin: int) -> int:
    """Titles in a row before the name: Politburo member, Secretary of …, and head of its … Truong Thi Mai."""
    here = first
    while codes[here] == "R":
        left = here - 1
        while left > begin and codes[left] in ",&" and here - left < 3:
            left -= 1
        if left < begin or left == here - 1 or codes[left] != "R":
            return here
        here = left
    return here


def _stands_free(codes: str, at: int, begin: int) -> bool:
    return at == begin or codes[at - 1] in ",Q-:"


def _is_object(study: Study, at: int) -> bool:
    """Whether the word before makes the unit an object: the wife of X, chaired by X."""
    reading = study.reading
    code = reading.codes[at]
    if code == "a" and at > 0:
        code, at = reading.codes[at - 1], at - 1
    if code == "X":
        return True
    return code == "o" and reading.line.plain[reading.units[at].first] not in _NO_OBJECT


def subject_after(study: Study, cue: int, end: int) -> Source | None:
    """The subject that follows its cue: “…,” said Mr. X."""
    codes = study.reading.codes
    here = cue + 1
    while here < end and codes[here] in "aHA" and here - cue < 4:
        here += 1
    last = here
    while last < end and codes[last] == "R" and last not in study.people:
        last += 1
    if last < end and codes[last] in "NMW" and last in study.people:
        return Source(last, here, last + 1, person=study.people[last])
    if here < end and codes[here] == "R":
        return Source(here, here, here + 1, person=study.people.get(here))
    if here == cue + 1 and codes[here : here + 1] == "p" and codes[here + 1 : here + 2] in {".", ",", ""}:
        return Source(here, here, here + 1, pronoun=True)
    if here < end and codes[here] in "DKC":
        return Source(here, here, here + 1, collective=_COLLECTIVES[codes[here]])
    return None


def source_named_after(study: Study, preposition: int, end: int) -> Source | None:
    """Who follows "according to": a person with titles before or after, a report, a body."""
    codes = study.reading.codes
    here = preposition + 1
    while here < end and codes[here] in "aAx#" and here - preposition < 4:
        here += 1
    if here >= end:
        return None
    if codes[here] in "KDOiC":
        return Source(here, here, here + 1, collective=_COLLECTIVES[codes[here]])
    first = here
    if codes[first] not in "HRNMWp":
        return None
    while here < end and codes[here] in "HR,&-" and here - first < 12:
        if codes[here] == "R" and here in study.people:
            return Source(here, first, here + 1, person=study.people[here])
        here += 1
    if here < end and codes[here] in "NMW":
        if here in study.people:
            return Source(here, first, here + 1, person=study.people[here])
        return Source(here, first, here + 1)
    if here < end and codes[here] == "p":
        return Source(here, here, here + 1, pronoun=True)
    return Source(first, first, first + 1) if first < end and codes[first] in "RH" else None


def _with_description(codes: str, first: int, begin: int) -> int:
    """Words of description before a name: "rival", "the Texas businessman"; where they go back to a beginning."""
    here = first
    while here > begin and first - here < 6 and codes[here - 1] in "aAxwWi#O":
        here -= 1
    return here if here == begin or codes[here - 1] in ",Q:" else first


def main_subject(study: Study, begin: int, end: int) -> int | None:
    """The unit that is the subject of the sentence and a person, if it has one: after an opener, before a verb."""
    codes = study.reading.codes
    for at in range(begin, end):
        code = codes[at]
        if (code in PERSONAL and at in study.people) or code == "p":
            first = at
            while first > begin and codes[first - 1] in "RH":
                first -= 1
            first = _with_titles(codes, first, begin)
            free = (
                first == begin
                or codes[first - 1] in ",Q-A:)TaS"
                or (codes[first - 1] == "o" and not _is_object(study, first - 1))
            )
            follower = codes[at + 1 : at + 2]
            if free and follower and follower in "VvcbxAr,-(":
                return at
            if not free and _is_object(study, first - 1):
                continue
        elif (
            code in "OiDKC"
            and codes[at + 1 : at + 2] in {"V", "v", "b", "c"}
            and not (at > begin and _is_object(study, at - 1))
        ):
            return None  # the sentence is about a body
    return None
