"""Which titles belong to which name: those before it without a comma, those after it in apposition."""

from __future__ import annotations

import re

from search.extract.lexicon import CALLINGS
from search.extract.title_words import RANKS_OF_SERVICE
from search.extract.units import Reading

_WHO_IS = re.compile(r",rbA{0,2}a?R")  # X, who is also a Politburo member
_IS = re.compile(r"bA?a?R(?=[.,]|\Z)")  # X is Secretary-General of Y.
_MARKS = 2  # marks and joining words between two titles
_HELPERS = 3  # and with an article or adverb after them


def titles_at(reading: Reading, at: int) -> list[int]:
    """The units that are titles of the name at `at`."""
    return [*_titles_before(reading, at), *_titles_after(reading, at)]


def _titles_before(reading: Reading, at: int) -> list[int]:
    codes, here = reading.codes, _before_honorifics(reading, at)
    if here > 0 and codes[here - 1 : here + 1] == "R," and _is_apposed(reading, here - 1, at):
        in_a_row = here > _MARKS and codes[here - 2] == "," and codes[here - 3] in "NMW"
        return [] if in_a_row else [here - 1]  # the Minority Leader, X, said
    if here < 0 or codes[here] != "R":
        return []
    found = [here]
    while True:
        left = found[-1] - 1
        while left >= 0 and codes[left] in ",&" and found[-1] - left <= _MARKS:
            left -= 1
        joined = 0 <= left < found[-1] - 1
        if joined and codes[left] == "R":
            if _is_of_another(reading, left):
                return found
            found.append(left)
        elif left == found[-1] - 1 and codes[left : left + 1] == "R" and _is_rank(reading, found[-1]):
            found.append(left)  # Minister of Defence General X
        elif joined and codes[left] in "NMWS" and len(found) > 1:
            return found[:1]  # "A, Chairman, Minister B": the first title is A's
        else:
            return found


def _is_of_another(reading: Reading, at: int) -> bool:
    """Whether a title before a comma is somebody's of whom only something is told: "Reporting to the minister, …"."""
    role = reading.units[at].role
    return role is not None and role.definite and at > 0 and reading.codes[at - 1] not in ",;.:Q&R-"


def _is_apposed(reading: Reading, title: int, at: int) -> bool:
    """Whether a name stands in apposition to a title: "the Minority Leader, X, said"; "The Vice President, X said"."""
    after = reading.codes[at + 1 :]
    role = reading.units[title].role
    opens = role is not None and role.definite and any(begin == title for begin, _ in reading.sentences)
    return after[:1] == "," or (opens and after.lstrip("A")[:1] in {"V", "v"})


def _before_honorifics(reading: Reading, at: int) -> int:
    """The unit before the honorifics of a name; -1 where they call somebody else than the title before them."""
    codes, here = reading.codes, at - 1
    while here >= 0 and codes[here] == "H":
        if reading.line.plain[reading.units[here].first] in CALLINGS and codes[here - 1 : here] == ",":
            return -1  # Debating with the minister, deputy X, …
        here -= 1
    return here - 1 if 0 <= here < at - 1 and codes[here] == "a" else here  # Senator the Hon. X


def _is_rank(reading: Reading, at: int) -> bool:
    role = reading.units[at].role
    return role is not None and role.head in RANKS_OF_SERVICE


def opens_as_place(reading: Reading, at: int) -> bool:
    """Whether a sentence begins with "At" or "In" and the name: what follows the comma is its subject, no title."""
    before = at - 1
    if before < 0 or reading.codes[at] != "M" or reading.codes[at + 1 : at + 2] != ",":
        return False
    where = reading.line.plain[reading.units[before].first] in {"at", "in"}
    return where and any(begin == before for begin, _ in reading.sentences)


def _titles_after(reading: Reading, at: int) -> list[int]:
    codes = reading.codes
    if opens_as_place(reading, at):
        return []
    if (is_title := _IS.match(codes, at + 1)) is not None:
        return [is_title.end() - 1]
    if codes[at + 1 : at + 2] not in {",", "-", "("}:
        return []
    if (also := _WHO_IS.match(codes, at + 1)) is not None:
        return [also.end() - 1]
    found: list[int] = []
    here = at + 1
    while here < len(codes):
        begin = here
        while here < len(codes) and codes[here] in ",-(&;" and here - begin <= _MARKS:
            here += 1
        while here < len(codes) and codes[here] in "Aa" and here - begin <= _HELPERS:
            here += 1
        # A title before another name is that one's; before a verb it is a new subject: "…, X, the president stated".
        if here == begin or codes[here : here + 1] != "R":
            break
        if codes[here + 1 : here + 2] in _NOT_BEFORE and not _is_left_open(reading, begin, here):
            break
        found.append(here)
        here += len("RoR") if codes[here + 1 : here + 3] == "oR" else 1  # Representative of the Secretary-General
    return found


def _is_left_open(reading: Reading, mark: int, at: int) -> bool:
    """Whether the title before a verb is in apposition still: "Mr. X, Director of the Department of Y replied"."""
    role = reading.units[at].role
    bare = at == mark + 1 and role is not None and not role.definite and role.of is not None
    return bare and reading.codes[at + 1 : at + 2] in {"V", "v"}


_NOT_BEFORE = frozenset("NMHVvb")
