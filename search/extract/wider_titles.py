"""A title in its wider phrase, and whom it can mean: "the fisheries director", "the ministry's head".

An article ties such a title to somebody only loosely: by words that his full title also has, or by its initials.
"""

from __future__ import annotations

from dataclasses import replace

from search.extract.cast import Cast, Person, Title
from search.extract.gazetteer import LANDS
from search.extract.lexicon import PREPOSITIONS
from search.extract.personal_names import is_vietnamese
from search.extract.roles import Role, unranked
from search.extract.title_words import LEVELS
from search.extract.units import Reading
from search.names import name_key

# Words for whoever leads, which may stand for each other; the first may stand for any of the second.
_GENERIC = frozenset({"head", "leader", "director"})
_LEADING = frozenset(
    "head leader director minister secretary president mayor governor commander rector chancellor commissioner dean "
    "principal chair".split()
) | {
    "chief executive",
    "general secretary",
    "secretary-general",
    "prime minister",
    "chief justice",
    "secretary of state",
    "deputy secretary-general",
}
_FILLERS = frozenset("the of and for a in on at its sector industry affairs service organisation organization".split())
_WORDS_BEFORE = 3  # units of "the marine" before a title
_WORDS_AFTER = 4  # units of "of the health sector" after one
_PARTY_COMMITTEE = "party committee"
_PARTY_CHIEFS = frozenset({"general secretary", "secretary"})
_CHIEFS_OF = frozenset({_PARTY_COMMITTEE, *(f"{level} {_PARTY_COMMITTEE}" for level in LEVELS - {"district"})})
_LOWER_LEVELS = frozenset("district commune ward township central agencies ministry enterprises".split())
_STEM = 5  # letters in which fisheries and fishery agree
_INITIALS = 2


def wider_role(reading: Reading, at: int, role: Role) -> Role | None:
    """The title with the words around it that say whose it is, or None where there are none."""
    if role.of is not None:
        further = _before_words(reading, at, role)
        ends = reading.codes[at + 1 : at + 2] != "o" or further is not None
        return (further or role) if role.definite and ends else None
    return (
        _of_a_country(reading, at, role)
        or _after_owner(reading, at, role)
        or _after_words(reading, at, role)
        or _before_words(reading, at, role)
        or _own_words(reading, at, role)
    )


def _of_a_country(reading: Reading, at: int, role: Role) -> Role | None:
    """Vietnam's home affairs minister: of the field whose words stand between."""
    here = at
    while here > 0 and at - here < _WORDS_BEFORE and reading.codes[here - 1] == "x":
        here -= 1
    if here == at or here < len("wS") or reading.codes[here - 1] != "S":
        return None
    owner = reading.line.plain[reading.units[here - 2].first]
    words = " ".join(reading.line.plain[reading.units[here].first : reading.units[at - 1].last])
    return replace(role, of=words, definite=True) if owner in LANDS else None


def _after_owner(reading: Reading, at: int, role: Role) -> Role | None:
    """The ministry's head."""
    if reading.codes[at - 1 : at] != "S" or at < len("OS"):
        return None
    owner = reading.units[at - 2]
    if owner.code not in "Oiwx":
        return None
    if role.head in _PARTY_CHIEFS and owner.code in "xw":
        return replace(role, head="secretary", of=_PARTY_COMMITTEE, definite=True)  # the city's Party leader
    words = owner.name or " ".join(reading.line.plain[owner.core : owner.last])
    return replace(role, of=words, body=owner.name, definite=True)


def _after_words(reading: Reading, at: int, role: Role) -> Role | None:
    """The marine biologist; the Cabinet chief."""
    here = at
    while here > 0 and at - here < _WORDS_BEFORE and reading.codes[here - 1] in "xwWi":
        here -= 1
    opened = here - 1
    the = opened >= 0 and here < at and reading.line.plain[reading.units[opened].first] == "the"
    inside = here < at and reading.line.plain[reading.units[here].first] == "the"  # "the department", one unit
    if not the and not inside:
        return None
    words = " ".join(reading.line.plain[reading.units[here].core : reading.units[at - 1].last])
    head = "secretary" if role.head == "general secretary" else role.head  # the Nghe An Party chief
    return replace(role, head=head, of=words, definite=True)


def _before_words(reading: Reading, at: int, role: Role) -> Role | None:
    """The head of the health sector."""
    codes, units = reading.codes, reading.units
    if (
        not role.definite
        or codes[at + 1 : at + 2] != "o"
        or reading.line.plain[units[at + 1].first] not in {"of", "for"}
    ):
        return None
    end = at + 2 + (codes[at + 2 : at + 3] == "a")
    begin = end
    while end < len(codes) and codes[end] in "xwWi" and end - begin < _WORDS_AFTER:
        end += 1
    if end == begin or codes[end : end + 1] not in {"V", "v", ",", "A"}:
        return None
    words = " ".join(reading.line.plain[units[begin].first : units[end - 1].last])
    return replace(role, of=f"{role.of} {words}" if role.of else words)


def _own_words(reading: Reading, at: int, role: Role) -> Role | None:
    """The department head, read as one title."""
    unit = reading.units[at]
    words = " ".join(reading.line.plain[unit.core : unit.last - 1])
    return replace(role, of=words) if role.definite and words else None


def loosely_titled(cast: Cast, role: Role) -> tuple[Person, Title] | None:
    """The only person with a title that this one can be a looser form of."""
    wanted = [word for word in name_key(role.of or "").replace("'s", "").split() if word not in _FILLERS]
    if not wanted or role.plural or role.former:
        return None
    found: dict[str, tuple[Person, Title]] = {}
    for person in cast.persons.values():
        for title in person.titles:
            if _can_mean(role, wanted, title):
                found.setdefault(person.name, (person, title))
    exact = [each for each in found.values() if unranked(each[1].role.head) == unranked(role.head)]
    chosen = exact or list(found.values())
    return chosen[0] if len(chosen) == 1 else None


def party_chief(cast: Cast, role: Role) -> tuple[Person, Title] | None:
    """The only Secretary of the Party Committee of a province or city, whichever the article is of."""
    if role.head != "secretary" or role.plural or role.former or (role.of or "") not in _CHIEFS_OF:
        return None
    found = {
        person.name: (person, title)
        for person, title in cast.titled.get("secretary", [])
        if _is_of_province(title.role) and not title.role.former
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _is_of_province(role: Role) -> bool:
    of = (role.of or "").lower()
    return of.endswith(_PARTY_COMMITTEE) and _LOWER_LEVELS.isdisjoint(of.split())


def compatriot(cast: Cast, role: Role) -> tuple[Person, Title] | None:
    """The only person with an office and a Vietnamese name: "the Vietnamese official"."""
    if role.of != "vietnam" or role.former or role.plural:
        return None
    found = [(each, each.titles[0]) for each in cast.persons.values() if each.titles and is_vietnamese(each.name)]
    return found[0] if len({person.name for person, _ in found}) == 1 else None


def _can_mean(role: Role, wanted: list[str], title: Title) -> bool:
    head = unranked(title.role.head)
    if title.role.former or title.role.plural:
        return False
    if unranked(role.head) != head and not (role.head in _GENERIC and head in _LEADING):
        return False
    given = name_key(f"{title.words} {title.role.of or ''}").replace("'s", "").replace("-", " ").split()
    initials = "".join(word[0] for word in given if word not in _FILLERS and word not in PREPOSITIONS)
    return all(_stands_in(word, given, initials) for word in wanted)


def _stands_in(word: str, given: list[str], initials: str) -> bool:
    if len(word) >= _INITIALS and (initials.endswith(word) or initials.startswith(word)):
        return True
    return any(word == other or (len(word) >= _STEM and word[:_STEM] == other[:_STEM]) for other in given)
