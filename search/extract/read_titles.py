"""Reading a title at a place of a line: its qualifiers, its head, and the body or field it belongs to."""

from __future__ import annotations

from typing import NamedTuple

from search.extract.capital_names import follows_honorific
from search.extract.desk import Desk
from search.extract.field_words import FIELDS, NAMES_OF_FIELDS
from search.extract.foreign_names import can_be_foreign_part
from search.extract.gazetteer import DIRECTIONS, LANDS
from search.extract.lexicon import STRONG_CUES
from search.extract.line import PLAIN
from search.extract.local_bodies import local_name
from search.extract.personal_names import is_given_name
from search.extract.read_bodies import read_body
from search.extract.roles import HEAD_BEGINNINGS, Head, Role, head_at, head_of, land_of
from search.extract.title_words import (
    CLASS_NOUN,
    FORMER,
    LEVELS,
    MODIFIERS,
    NAMES_OF_HEADS,
    QUALIFIERS,
    RANKS,
    WEAK_HEADS,
)
from search.extract.units import Unit

_ALL_QUALIFIERS = RANKS | FORMER | QUALIFIERS | LANDS
_QUALIFIERS_MOST = 9
_FIELD_LONGEST = 8  # tokens of "Labour, War Invalids and Social Affairs"
_COMPLEMENT_LONGEST = 8
_BEGINNINGS = _ALL_QUALIFIERS | MODIFIERS | NAMES_OF_FIELDS | HEAD_BEGINNINGS | {"and", "under"}
_DEFINITE = frozenset({"the", "its"})
_OF_FIELDS = frozenset({"minister", "ministers", "secretary", "commissioner", "spokesperson"})
_NAME = 2  # words of a personal name, at least
_SMALL_LONGEST = 4
_SMALL_BODIES = frozenset(
    "delegation department office desk division unit team board agency bureau union association company hospital "
    "school university district province city commune ward village region bank fund group court inspectorate".split()
)
_JOINING = frozenset({"and", "&", "of", "new", "south", "north", "east", "west"})
_LEGISLATORS = frozenset({("legislator",), ("lawmaker",)})  # the top one chairs the parliament
_OF_WHAT = frozenset({"of", "for", "at"})
_ENVOYS = frozenset({("ambassador",), ("envoy",), ("representative",), ("consul", "general"), ("nuncio",)})
_PARLIAMENT = "National Assembly"
_PLAIN_COMPLEMENTS = frozenset({"government", "state", "cabinet"})


class Belonging(NamedTuple):
    """What follows a title: a body's canonical name, or the words of a field or place, and the token after it."""

    body: str | None
    words: str | None
    last: int


class Phrase(NamedTuple):
    """The words of a title: where its qualifiers begin, its head, the token after that, and "the" or "its" before."""

    begin: int
    head: Head
    end: int
    definite: bool


def may_begin_title(word: str) -> bool:
    """Whether what `read_title` finds may begin with a word."""
    plain = PLAIN[word]
    return plain in _DEFINITE or plain in _BEGINNINGS


def read_title(desk: Desk, at: int) -> Unit | None:
    """The title that begins at token `at`, such as "the Head of the Central … Commission", or None."""
    plain = desk.plain(at)
    definite = plain in _DEFINITE
    if not definite and plain not in _BEGINNINGS:
        return None
    if plain in NAMES_OF_HEADS and follows_honorific(desk.line, at):
        return None  # Mr. King
    if definite and desk.plain(at + 1) == CLASS_NOUN and _ends_phrase(desk.word(at + 2)):
        return Unit("R", at, at + 2, role=Role(CLASS_NOUN, definite=True), core=at)
    phrase = _phrase(desk, at + definite, definite=definite)
    if phrase is None:
        return None
    belonging = _whose(desk, phrase.head.words, phrase.end)
    if belonging.last == phrase.end and not _is_title_alone(desk, at, phrase):
        return None
    return Unit("R", at, belonging.last, role=_role(desk, at, phrase, belonging), core=phrase.begin)


def _ends_phrase(word: str) -> bool:
    """Whether a word, or the mark in its place, is no part of a name."""
    return word[:1].islower() or not word[:1].isalnum()


def _phrase(desk: Desk, begin: int, *, definite: bool) -> Phrase | None:
    if desk.plain(begin) not in _BEGINNINGS:
        return None
    here = begin
    while here - begin < _QUALIFIERS_MOST and _is_qualifier(desk, here):
        here += 1
    head = head_at(desk.line.plain, here)
    while not head.size and here > begin:  # the last qualifier may itself be the head
        here -= 1
        head = head_at(desk.line.plain, here)
    end = here + head.size
    if not head.size or (head.plural and head.words == ("head",) and desk.plain(end) != "of"):
        return None  # "heads the committee" is a verb
    return Phrase(begin, head, end, definite)


def _role(desk: Desk, at: int, phrase: Phrase, belonging: Belonging) -> Role:
    head, definite = phrase.head, phrase.definite
    qualifiers = tuple(word for word in desk.line.plain[phrase.begin : phrase.end - head.size] if word != "and")
    if head.words in _LEGISLATORS and "top" in qualifiers:
        return Role("head", _PARLIAMENT, definite=definite)
    land = next((land_of(word) for word in qualifiers if word in LANDS), None)
    field = " ".join(word for word in qualifiers if word in NAMES_OF_FIELDS) or None
    body, words = belonging.body, belonging.words or _level_of(qualifiers) or field or land
    base = head_of(qualifiers, head.words, belonging.words or belonging.body)
    if words in _PLAIN_COMPLEMENTS and base != head_of(qualifiers, head.words, None):
        words = None  # the head of state is the president, of whatever
    if words == "provincial party committee":
        body = local_name("Provincial Party Committee", desk.memory.setting)
    if words is None and desk.plain(at) == "its" and desk.bodies:
        body, definite = desk.bodies[-1].name, False  # the Ministry …, and its spokesman X
    return Role(
        head=_head_at_level(base, qualifiers),
        of=body or words,
        body=body,
        former=any(word in FORMER for word in qualifiers) or head.words[0].startswith("ex-"),
        plural=head.plural,
        definite=definite,
    )


def _level_of(qualifiers: tuple[str, ...]) -> str | None:
    """Whose title it is by its qualifiers: the provincial Party Secretary is that of the provincial Party Committee."""
    level = next((word for word in qualifiers if word in LEVELS), None)
    return f"{level} party committee" if level and "party" in qualifiers else level


def _head_at_level(head: str, qualifiers: tuple[str, ...]) -> str:
    """The Party chief of a city or province is its Secretary."""
    return "secretary" if head == "general secretary" and _level_of(qualifiers) else head


def _is_title_alone(desk: Desk, at: int, phrase: Phrase) -> bool:
    """Whether a head word that is also an ordinary noun stands as a title: before a name, or with "the" or a body."""
    head, end = phrase.head.words, phrase.end
    if head[-1] not in WEAK_HEADS or head == ("member",) or phrase.definite or end in desk.names:
        return True
    if any(desk.plain(each) in MODIFIERS for each in range(phrase.begin, end - phrase.head.size)):
        return True
    of_body = bool(desk.bodies) and desk.bodies[-1].last == at  # the United Nations official
    return of_body or can_be_foreign_part(desk.word(end))


def _is_qualifier(desk: Desk, at: int) -> bool:
    plain, following = desk.plain(at), desk.plain(at + 1)
    if plain in {"and", "&", ","} and at > 0 and desk.plain(at - 1) in NAMES_OF_FIELDS:
        return _names_a_field(desk, at)
    if plain == "and":
        return at > 0 and desk.plain(at - 1) == "party" and following == "state"
    if plain == "under":
        return following.startswith("secretar")
    capital = desk.word(at)[0].isupper()
    if capital and plain in NAMES_OF_FIELDS and _names_a_field(desk, at):
        return True
    if plain in FIELDS:
        return capital or following in _OF_FIELDS
    return plain in _ALL_QUALIFIERS or (capital and plain in MODIFIERS)


def _names_a_field(desk: Desk, at: int) -> bool:
    """Whether words of a field lead from token `at` to its minister: Natural Resources and Environment Minister."""
    for here in range(at, at + _FIELD_LONGEST):
        if desk.plain(here) in _OF_FIELDS:
            return True
        if desk.plain(here) not in NAMES_OF_FIELDS and desk.plain(here) not in {"and", "&", ","}:
            return False
    return False


def _whose(desk: Desk, head: tuple[str, ...], end: int) -> Belonging:
    """What the title belongs to; where an envoy is, is not whose he is: Vietnamese Ambassador to Japan."""
    if desk.plain(end) == "without" and desk.plain(end + 1) == "portfolio":
        return Belonging(None, "without portfolio", end + 2)
    found = _belonging(desk, end)
    if found.last == end and head in _ENVOYS and (where := _belonging(desk, end, "to")).last > end:
        return Belonging(None, f"to {where.body or where.words}".lower(), where.last)
    return found


def _belonging(desk: Desk, at: int, *prepositions: str) -> Belonging:
    start = at + 1
    if desk.word(at) not in (prepositions or _OF_WHAT) or start >= len(desk.line.words):
        return Belonging(None, None, at)
    if (named := _named_body(desk, start)) is not None:
        return named
    article = desk.plain(start) == "the"
    start = here = start + article
    while here - start < _COMPLEMENT_LONGEST and here not in desk.names and _is_complement(desk, start, here, article):
        here += 1
    here = _without_a_name(desk, start, here)
    if here == start and article and (end := _small_body(desk, start)) > start:
        return Belonging(None, " ".join(desk.line.plain[start:end]), end)
    if here > start:
        return Belonging(None, " ".join(desk.line.plain[start:here]), here)
    return _belonging_to_office(desk, start, at)


def _belonging_to_office(desk: Desk, start: int, at: int) -> Belonging:
    """What the office of somebody else or of the state follows: Special Representative of the Secretary-General."""
    served = head_at(desk.line.plain, start)
    if served.size:
        return Belonging(None, " ".join(served.words), at)  # a title of its own
    if desk.plain(start) in _PLAIN_COMPLEMENTS:
        return Belonging(None, desk.plain(start), start + 1)
    return Belonging(None, None, at)


def _named_body(desk: Desk, start: int) -> Belonging | None:
    """The body that begins at token `start`; also "the provincial Party Committee", of which only the end is one."""
    unit = read_body(desk, start)
    if unit is not None:
        words = None if unit.name else " ".join(desk.line.plain[unit.core : unit.last])
        return Belonging(unit.name, words, unit.last)
    levelled = desk.plain(start) == "the" and desk.plain(start + 1) in LEVELS
    inner = read_body(desk, start + 2) if levelled else None
    return inner and Belonging(inner.name, " ".join(desk.line.plain[start + 1 : inner.last]), inner.last)


def _without_a_name(desk: Desk, start: int, end: int) -> int:
    """Where the field or place ends if a name follows it: "of Health Ruth Hale", "of Kelso Anders Holm said"."""
    begin = end
    while begin > start and _can_be_of_name(desk, begin - 1):
        begin -= 1
    names = end - begin
    if names < _NAME or end - start == names == _NAME:
        return end
    if begin > start:
        leads = desk.plain(begin - 1) in _JOINING and (begin - 1 == start or desk.plain(begin - 1) not in DIRECTIONS)
        return begin if names <= _NAME + 1 and not leads else end
    told = is_given_name(desk.plain(end - _NAME)) or desk.word(end) in STRONG_CUES
    return end - _NAME if told and names in {_NAME + 1, _NAME + _NAME} else end


def _can_be_of_name(desk: Desk, at: int) -> bool:
    return can_be_foreign_part(desk.word(at)) and desk.plain(at) not in NAMES_OF_FIELDS


def _small_body(desk: Desk, start: int) -> int:
    """The token after a body in small letters: "of the delegation", "of the ward wedding office Dora Quist"."""
    found = start
    for end in range(start + 1, start + _SMALL_LONGEST + 1):
        if not desk.word(end - 1).islower() or not desk.word(end - 1).isalpha():
            break
        if desk.plain(end - 1) in _SMALL_BODIES and (found == start or desk.word(end)[:1].isupper()):
            found = end
    return found


def _is_complement(desk: Desk, start: int, at: int, article: bool) -> bool:  # noqa: FBT001 one flag of the caller's
    """Whether the word goes on with a field or place: Labour and Social Affairs, Texas."""
    if desk.plain(at) in {"and", "&"}:
        at += 1
        if at - 1 == start or article:
            return False
    return desk.word(at)[0].isupper() and len(desk.word(at)) > 1 and not head_at(desk.line.plain, at).size
