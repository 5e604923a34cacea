"""What stands around a name and shows that it is a person's: a cue, a title, an apposition; or that it is a place's."""

from __future__ import annotations

import re

from search.extract.countries import COUNTRIES
from search.extract.gazetteer import PLACE_NOUNS
from search.extract.lexicon import THINGS
from search.extract.titles import opens_as_place
from search.extract.units import Reading
from search.extract.verbs import INVERTED

# X, a professor of law at Y, said; X, 52, who took office in May, said; X, of Springfield, said
_APPOSITION = re.compile(r"[NMW],([aRr#xAo][^;.V]{0,40}),A{0,3}[Vv]")
# FU CONG (China) urged; X (United Kingdom), speaking for …
_OF_A_COUNTRY = re.compile(r"[NM]\([^()]{1,6}\)(?:,|A{0,2}[Vv])")
_OFFICE_APPOSED = re.compile(r"[NM],[wWOi]{1,3}R[^;.V]{0,40},A{0,3}[Vv]")  # X, Lead Negotiator for Y, said
_OFFICE_BETWEEN = re.compile(r"[NM],[^;.V,]{1,14},")
_VIEWS = frozenset({"for", "to", "unlike", "like"})
_IN_A_SEAT = re.compile(r"[NM](?:[,(-]a?R)?(?:[,(-]?A?[xbc]?o|[xvc])R")
# Who somebody is to others, or where: his deputy, X, said.
_RELATIONS = frozenset(
    """
    deputy rival predecessor successor colleague counterpart wife husband widow brother sister son daughter mother
    father friend neighbour neighbor trainee classmate nephew niece cousin uncle aunt grandson granddaughter boss
    challenger opponent supporter ally partner co-leader co-chair guest host interpreter driver spokesperson spokesman
    spokeswoman mayor leader official diplomat voter resident
    """.split()
)
_ENCLOSED = re.compile(r"[NM],A{0,3}[Vv]")
_NAMES_IN_A_ROW = frozenset("NMWw,&")
_TITLED = re.compile(r"R[oawWOixA#&-]{1,8},\Z")
_TITLE_WITHIN = 12  # units
_PLACES_OF = frozenset({"of", "in", "from"})
_PLURAL_PLACES = frozenset({"districts", "provinces", "communes", "cities", "towns", "wards", "villages", "regencies"})
_ALL_PLACE_NOUNS = PLACE_NOUNS | _PLURAL_PLACES
_BELIEVING = frozenset(
    "confidence trust faith believe believes believed interest find found see sees saw ally figure".split()
)
_AFTER_COMMA = 2  # units after the name
_ROW_LONGEST = 12  # units of "the districts of A, B and C"


def stands_as_person(reading: Reading, at: int) -> bool:
    """Whether a cue, a title, an apposition or "who" stands beside the name, or it signs a quotation."""
    codes, after = reading.codes, reading.codes[at + 1 : at + 3]
    if stands_as_place(reading, at) or opens_as_place(reading, at):
        return False
    if after[:1] in {"V", "v"} or (after[:1] in {",", "-", "("} and after[1:] in {"R", "r"}):
        return after != ",r" or _plain(reading, at + 2) in {"who", "whose"}
    if codes[at - 2 : at] in {",V", "QV"}:
        return _plain(reading, at - 1) in INVERTED
    if codes[at - 2 : at] == "R," and (_ENCLOSED.match(codes, at) is not None or _is_opinion_of(reading, at)):
        return True  # the Chancellor of Y, X, has said
    if (
        seat_of(reading, at) is not None
        or _is_enclosed(reading, at)
        or (codes[at - 2 : at] == "Q-" and at + 1 == len(codes))
    ):
        return True
    return (
        is_described(reading, at)
        or _is_relation(reading, at)
        or _is_for_whom(reading, at)
        or _is_of_a_country(reading, at)
    )


def _is_relation(reading: Reading, at: int) -> bool:
    """Whether what somebody is to another stands before the name, and a cue after: "His deputy, X, urged"."""
    if reading.codes[at - 1 : at] != "," or _ENCLOSED.match(reading.codes, at) is None:
        return False
    last = reading.units[at - 2]
    return at > 1 and last.code in "xwR" and reading.line.plain[last.last - 1] in _RELATIONS


def _is_of_a_country(reading: Reading, at: int) -> bool:
    """Whether a country or a party stands in brackets behind the name: "Fu Cong (China) urged the Council …"."""
    match = _OF_A_COUNTRY.match(reading.codes, at)
    if match is None:
        return False
    units, closing = reading.units, reading.codes.index(")", at)
    words = " ".join(reading.line.plain[units[at + 2].first : units[closing - 1].last])
    party = (
        match.group().endswith("V")
        and (
            reading.line.words[units[at + 2].first].isupper()  # João Pinto (PSD) accused
            or reading.codes[match.end() : match.end() + 1] in {"T", ":", "Q"}  # Jane Roe (Labour) said that
        )
    )
    return party or words.removeprefix("the ") in COUNTRIES


def _is_for_whom(reading: Reading, at: int) -> bool:
    """Whether a sentence begins with a view that is somebody's: "For X, a Party chief from Y, the lesson was …"."""
    if not any(begin == at - 1 for begin, _ in reading.sentences) or _plain(reading, at - 1) not in _VIEWS:
        return False
    match = _OFFICE_BETWEEN.match(reading.codes, at)
    return match is not None and "R" in match.group()


def seat_of(reading: Reading, at: int) -> int | None:
    """The unit of "the Chair" in which the person named at `at` is: "X (in the Chair)", "X took the Chair"."""
    match = _IN_A_SEAT.match(reading.codes, at)
    if match is None or reading.line.plain[reading.units[match.end() - 1].last - 1] != "chair":
        return None
    return match.end() - 1


def _is_enclosed(reading: Reading, at: int) -> bool:
    """Whether the name stands between commas after a title with all that belongs to it: the chair in X, NAME, said."""
    codes = reading.codes
    if codes[at - 1 : at] != "," or _ENCLOSED.match(codes, at) is None:
        return False
    return _TITLED.search(codes, max(0, at - _TITLE_WITHIN), at) is not None


def _is_opinion_of(reading: Reading, at: int) -> bool:
    """Whether the name between commas is that of a title after "according to": according to the Chancellor, X, …."""
    codes = reading.codes
    if codes[at - 3 : at] != "XR,":
        return False
    if codes[at + 1 : at + 2] in {"", "."}:
        return True
    if codes[at + 1] != "," or at + _AFTER_COMMA >= len(codes):
        return False
    return codes[at + _AFTER_COMMA] != "r" and _plain(reading, at + _AFTER_COMMA) not in {"a", "an"}


def is_described(reading: Reading, at: int) -> bool:
    """Whether an apposition between commas says what kind of person this is, and a cue follows it."""
    if not any(begin == at for begin, _ in reading.sentences) and reading.codes[at - 1 : at] not in {"Q", ",", "R"}:
        return False
    if _OFFICE_APPOSED.match(reading.codes, at) is not None:
        return True
    match = _APPOSITION.match(reading.codes, at)
    return match is not None and not _is_of_a_thing(reading, match.start(1))


def _is_of_a_thing(reading: Reading, at: int) -> bool:
    """Whether the apposition that begins at `at` describes no person: a company in …, which …."""
    if _plain(reading, at) == "which":
        return True
    for here in range(at, len(reading.codes)):
        if reading.codes[here] in "o,r":
            return False
        if reading.codes[here] in "iOK" or _plain(reading, here) in THINGS:
            return reading.codes[here + 1 : here + 2] in {"o", ",", "r", "x"}
    return False


def stands_as_place(reading: Reading, at: int) -> bool:
    """Whether the name is one of "the districts of A and B", or of "A and B districts"."""
    codes, plain = reading.codes, reading.line.plain
    after = at + 1
    while after < len(codes) and codes[after] in _NAMES_IN_A_ROW and after - at < _ROW_LONGEST:
        after += 1
    end = reading.units[after - 1].last
    if plain[end : end + 1] and plain[end] in _ALL_PLACE_NOUNS and (after == at + 1 or plain[end] in _PLURAL_PLACES):
        return True
    before = at - 1
    while before >= 0 and codes[before] in _NAMES_IN_A_ROW and at - before < _ROW_LONGEST:
        before -= 1
    if before < 1 or _plain(reading, before) not in _PLACES_OF:
        return False
    noun = plain[reading.units[before].first - 1]
    return noun in _PLURAL_PLACES or (noun in PLACE_NOUNS and before == at - 1)


def stands_where(reading: Reading, at: int) -> bool:
    """Whether the name stands after "in", and not after a word by which one believes in a person."""
    if opens_as_place(reading, at):
        return True
    if reading.codes[at] != "M" or at == 0 or _plain(reading, at - 1) != "in":
        return False
    return reading.codes[at + 1 : at + 2] != "S" and (at == 1 or _plain(reading, at - 2) not in _BELIEVING)


def _plain(reading: Reading, at: int) -> str:
    return reading.line.plain[reading.units[at].first]
