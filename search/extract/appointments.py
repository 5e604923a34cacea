"""The office somebody is given: "X has been named Secretary of …", "X takes over as …", "approves Mr. X as …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from search.extract.units import Reading

_GIVEN = frozenset(
    "named appointed elected re-elected reelected chosen promoted assigned designated confirmed installed".split()
)
_GIVING = frozenset(
    "names appoints elects approves assigns designates promotes appointed named elected approved assigned".split()
)
_TAKEN = frozenset("take takes took taking taken hold holds serve serves serving".split())  # over as, the post of
_BECOMING = frozenset("become becomes became assume assumes assumed".split())
_JOINED = frozenset({"as", "of", "be"})
_NEW = frozenset({"elected", "new", "appointed"})  # "was elected Chairman", read as one title
_YEAR = re.compile(r"(?:19|20)\d\d")
_PASSIVE = re.compile(r"A{0,3}b?A{0,2}b")
_WITHIN = 9  # units between a name and the office
_STOPS = frozenset("NMWR.;:QTVP")
_BEFORE = 4  # units between the verb of giving and the name


def appointments(reading: Reading) -> Iterator[tuple[int, int]]:
    """The units of names, each with the unit of the office that its sentence says is given or taken."""
    words = set(reading.line.plain)
    if words.isdisjoint(_GIVEN | _GIVING | _TAKEN | _BECOMING):
        return
    for begin, end in reading.sentences:
        if _tells_of_the_past(reading, begin, end):
            continue
        for at in range(begin, end):
            if reading.codes[at] in "NMW":
                office = _office_after(reading, at, begin, end)
                if office is not None:
                    yield at, office


def _tells_of_the_past(reading: Reading, begin: int, end: int) -> bool:
    """Whether a year is given in which it happened: it may be another's office by now."""
    line, units = reading.line, reading.units
    return any(
        reading.codes[at] == "#"
        and line.plain[units[at - 1].first] in {"in", "since", "from", "until"}
        and _YEAR.fullmatch(line.plain[units[at].first])
        for at in range(begin + 1, end)
    )


def _office_after(reading: Reading, at: int, begin: int, end: int) -> int | None:
    office = _next_title(reading, at, end)
    if office is None:
        return None
    role = reading.units[office].role
    if role is None or role.plural or role.former:
        return None
    between = [reading.line.plain[reading.units[each].first] for each in range(at + 1, office)]
    joint = next((word for word in reversed(between) if word != "the"), "")
    passive = _PASSIVE.match(reading.codes, _after_apposition(reading, at, office)) is not None
    elected = not _NEW.isdisjoint(reading.line.plain[reading.units[office].first : reading.units[office].last])
    headline = office == at + 2 and joint in _GIVEN and reading.codes[office + 1 : office + 2] not in {"N", "M"}
    if headline and at == begin:
        return office  # X appointed Secretary of …
    if passive and (joint in _GIVEN or elected or (joint in _JOINED | {"to"} and not _GIVEN.isdisjoint(between))):
        return office
    if joint in _BECOMING or (joint in _JOINED and not (_TAKEN | _BECOMING).isdisjoint(between)):
        return office
    return office if joint in _JOINED and _is_given_by_somebody(reading, at, begin) else None


def _next_title(reading: Reading, at: int, end: int) -> int | None:
    here = _after_apposition(reading, at, end)
    for each in range(here, min(end, here + _WITHIN)):
        if reading.codes[each] == "R":
            return each
        if reading.codes[each] in _STOPS:
            return None
    return None


def _after_apposition(reading: Reading, at: int, end: int) -> int:
    """The unit after the name, or after what stands beside it between two commas."""
    if reading.codes[at + 1 : at + 2] != ",":
        return at + 1
    here = at + 2
    while here < end and reading.codes[here] in "RaowWxOiCS#&,":
        here += 1
    comma = reading.codes.rfind(",", at + 2, here)
    return comma + 1 if comma > 0 else at + 1


def _is_given_by_somebody(reading: Reading, at: int, begin: int) -> bool:
    """The Secretariat approves Mr. X; the Politburo assigned X."""
    here = at - 1
    while here > begin and reading.codes[here] in "HRA" and at - here < _BEFORE:
        here -= 1
    return here >= begin and reading.line.plain[reading.units[here].first] in _GIVING
