"""What can be a source: a unit of a sentence as the person, report, body or crowd whose words are given."""

from __future__ import annotations

from dataclasses import dataclass

from search.extract.people import Reference, Study
from search.model import Collective

PERSONAL = "NMWR"  # units that may stand for a person
COLLECTIVES = {
    "D": Collective.DELEGATES,
    "P": Collective.DELEGATES,
    "C": Collective.CONFERENCE,
    "K": Collective.REPORT,
    "O": Collective.INSTITUTION,
    "i": Collective.INSTITUTION,
}
_NO_OBJECT = frozenset({"as", "after", "before", "like", "than"})
_JOINED = 3  # a title goes on over a comma and an "and" at most
_DESCRIPTION = 6  # units of "the Texas businessman" before a name


@dataclass(frozen=True, slots=True)
class Sentence:
    """The units from `begin` up to `end` of a passage; `subject` is the person the sentence is about, by unit."""

    study: Study
    begin: int
    end: int
    subject: int | None

    @property
    def codes(self) -> str:
        """The letters of all units of the passage."""
        return self.study.reading.codes

    def plain(self, at: int) -> str:
        """The first word of a unit, in lower case without accents."""
        return self.study.reading.line.plain[self.study.reading.units[at].first]

    def last(self, at: int) -> str:
        """The last word of a unit, in lower case without accents."""
        return self.study.reading.line.plain[self.study.reading.units[at].last - 1]


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


def sentence_at(study: Study, begin: int, end: int) -> Sentence:
    """The sentence between two units, its subject found."""
    return Sentence(study, begin, end, main_subject(study, begin, end))


def source_at(study: Study, at: int, begin: int) -> Source | None:
    """What the unit at `at` is as a source, or None where it cannot be a subject."""
    code = study.reading.codes[at]
    if code == "p":
        return Source(at, at, at + 1, pronoun=True)
    if code in PERSONAL:
        return _person_at(study, at, begin)
    if code in COLLECTIVES and not (at > begin and _makes_object(study, at - 1)):
        return Source(at, at, at + 1, collective=COLLECTIVES[code])
    return None


def _person_at(study: Study, at: int, begin: int) -> Source | None:
    codes = study.reading.codes
    first = with_titles(codes, at, begin)
    if first > begin and _makes_object(study, first - 1):
        first = _own_titles(codes, at, first)
        if codes[first - 1] != "," or codes[at + 1 : at + 2] == ",":
            return None  # Reporting to the minister, Chairman X said; not: chaired by the minister, X
    person = study.people.get(at)
    role = study.reading.units[at].role
    if person is None and role is not None and role.plural:
        return Source(at, first, at + 1, collective=Collective.DELEGATES)
    stands_free = at == begin or codes[at - 1] in ",Q-:H"
    if person is None and codes[at] in "MW" and not stands_free:
        return None
    return Source(at, first, at + 1, person=person)


def with_titles(codes: str, at: int, begin: int) -> int:
    """Where the titles before a name begin: Politburo member, Secretary of …, and head of its … Truong Thi Mai."""
    first = at
    while first > begin and codes[first - 1] in "RH":
        first -= 1
    while codes[first] == "R":
        left = first - 1
        while left > begin and codes[left] in ",&" and first - left < _JOINED:
            left -= 1
        if left < begin or left == first - 1 or codes[left] != "R":
            break
        first = left
    return first


def _own_titles(codes: str, at: int, begin: int) -> int:
    """Where the titles begin that stand before a name without a comma."""
    first = at
    while first > begin and codes[first - 1] in "RHa":
        first -= 1
    return first


def _makes_object(study: Study, at: int) -> bool:
    """Whether the word makes what follows an object: the wife of X, chaired by X."""
    reading = study.reading
    if reading.codes[at] == "a" and at > 0:
        at -= 1
    if reading.codes[at] == "X":
        return True
    return reading.codes[at] == "o" and reading.line.plain[reading.units[at].first] not in _NO_OBJECT


def main_subject(study: Study, begin: int, end: int) -> int | None:
    """The unit that is the subject of the sentence and a person, if it has one: after an opener, before a verb."""
    codes = study.reading.codes
    for at in range(begin, end):
        code = codes[at]
        if (code in PERSONAL and at in study.people) or code == "p":
            if _begins_clause(study, at, begin) and codes[at + 1 : at + 2] in _FOLLOWERS:
                return at
        elif (
            code in COLLECTIVES
            and codes[at + 1 : at + 2] in _VERBS
            and not (at > begin and _makes_object(study, at - 1))
        ):
            return None  # the sentence is about a body
    return None


_FOLLOWERS = frozenset("VvcbxAr,-(o")
_VERBS = frozenset("Vvbc")
_SAYING = frozenset("VvGA")
_APPOSED = 2


def _begins_clause(study: Study, at: int, begin: int) -> bool:
    """Whether a name with its titles and description stands where a subject does."""
    codes = study.reading.codes
    first = _with_description(codes, with_titles(codes, at, begin), begin)
    if codes[first - 2 : first] == "R," and first - begin > _APPOSED:
        # the Secretary-General, X: the title is where the clause would begin
        first = _with_description(codes, with_titles(codes, first - 2, begin), begin)
    if first > begin and codes[first - 1] == "T":
        return codes[first - 2 : first - 1] in _SAYING  # said that X …; not: the truce that X sought
    if first == begin or codes[first - 1] in ",Q-A:)aS":
        return True
    opens = first - 1 == begin and study.reading.line.plain[study.reading.units[begin].first] == "for"
    return codes[first - 1] == "o" and (
        not _makes_object(study, first - 1) or (opens and codes[at + 1 : at + 2] == ",")
    )


def _with_description(codes: str, first: int, begin: int) -> int:
    """Words of description before a name: "rival", "the Texas businessman"; where they go back to a beginning."""
    here = first
    while here > begin and first - here < _DESCRIPTION and codes[here - 1] in "aAxwWi#O":
        here -= 1
    return here if here == begin or codes[here - 1] in ",Q:" else first
