"""Reading a line into units, left to right: the longest thing that begins at a token is taken."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from operator import attrgetter

from search.extract import lexicon
from search.extract.capital_names import capital_names, names_after_bodies
from search.extract.desk import Desk, Memory
from search.extract.foreign_names import has_article
from search.extract.gazetteer import LANDS
from search.extract.line import PLAIN, Line, sentences_of
from search.extract.personal_names import initials_of, vietnamese_names
from search.extract.read_bodies import ARTICLES, LOWER_BEGINNINGS, SECTOR_NOUNS, SECTOR_WORDS, read_body
from search.extract.read_cues import CUE_BEGINNERS, read_cue
from search.extract.read_names import read_full_name, read_honorific, read_possible_name
from search.extract.read_titles import read_title
from search.extract.roles import SYNONYMS, Role
from search.extract.title_words import FORMER, HEADS, OCCUPATIONS, PLURALS, QUALIFIERS, RANKS
from search.extract.units import Reading, Unit, word_alone
from search.extract.word_codes import WORD_CODES, word_unit
from search.known import Known

# The words in lower case with which a body, a title or an address may begin; all others are cues or read at once.
_BEGINNERS = frozenset(
    {
        *ARTICLES,
        *SECTOR_WORDS,
        *SECTOR_NOUNS,
        *(head[0] for head in HEADS),
        *PLURALS,
        *QUALIFIERS,
        *FORMER,
        *RANKS,
        *LANDS,
        *lexicon.HONORIFICS,
        *lexicon.CALLINGS,
        *"provincial municipal city central national district entire whole".split(),
    }
) - {"and", "work", "then"}
_SENIOR = frozenset({"senior", "top", "highest"})
_LEADING = ARTICLES | OCCUPATIONS
_OF_SOMEBODY = frozenset({"spokesperson"})  # the Government spokesman is not whoever is speaking
_LED_TO = _BEGINNERS | LOWER_BEGINNINGS | {"of", "for", "at"}
_NOT_AT_ONCE = ""
_THAT = "that"
_UNSURE = frozenset({_THAT, "'"})  # the mark may stand for a double one
_last = attrgetter("last")


def read_line(line: Line, memory: Memory) -> Reading:
    """The units of a line. `memory` learns the bodies that are named, for the lines after it."""
    desk = Desk(line, names_after_bodies(line) | vietnamese_names(line) | capital_names(line), memory)
    memory.called.update(line.plain[end - 1] for end in desk.names.values())
    units: list[Unit] = []
    at, count = 0, len(line.words)
    at_once = [*map(_AT_ONCE.__getitem__, line.words), _NOT_AT_ONCE]
    while at < count:
        end = at_once.index(_NOT_AT_ONCE, at)
        units.extend(map(word_alone, at_once[at:end], range(at, end)))
        if end < count:
            units.append(_looked_at(desk, end, units[-1].code if units else ""))
        at = units[-1].last
    codes = "".join([unit.code for unit in units])
    if "N" in codes or "M" in codes:
        names = (unit.name or "" for unit in units if unit.code in "NM")
        memory.initials.update(letters for name in names if (letters := initials_of(name)))
    merged = tuple(units)
    if "OR" in codes or "iR" in codes:
        merged = _merged(line, units)
        codes = "".join([unit.code for unit in merged])
    return Reading(line, merged, codes, _unit_sentences(line, merged), tuple(desk.bodies))


def _looked_at(desk: Desk, at: int, before: str) -> Unit:
    """The unit that begins at a token, after one with the code `before`."""
    line = desk.line
    plain, word = line.plain[at], line.words[at]
    ordinary = word[0].islower() and (plain not in _BEGINNERS or _leads_nowhere(line, at))
    if ordinary and before == "H" and has_article(word):
        ordinary = False  # Mr. al-Wasil
    cue = read_cue(line, at) if plain in CUE_BEGINNERS else None
    if ordinary or not word[0].isalnum():  # a mark begins nothing
        points = before == "o" and plain == _THAT  # in that country
        return cue or word_alone("a" if points else _code_of(plain), at)
    return (
        read_full_name(desk, at)
        or read_body(desk, at)
        or read_title(desk, at)
        or cue
        or read_honorific(desk, at)
        or (read_possible_name(desk, at) if word[0].isupper() else None)
        or word_unit(line, at)
    )


def _code_at_once(word: str) -> str:
    """The code of a word in small letters, or of a mark, with which nothing longer begins."""
    if word in CUE_BEGINNERS or word in _UNSURE or word != PLAIN[word]:
        return _NOT_AT_ONCE
    if word[0].isalnum() and (word in _BEGINNERS or not word[0].islower()):
        return _NOT_AT_ONCE
    return _code_of(word)


def _code_of(plain: str) -> str:
    return WORD_CODES.get(plain) or ("A" if plain.endswith("ly") else "x")


_AT_ONCE = Known(_code_at_once)


def _leads_nowhere(line: Line, at: int) -> bool:
    """Whether an article or the name of an occupation stands before an ordinary word: no body or title begins here."""
    if line.plain[at] not in _LEADING or at + 1 == len(line.words) or not line.words[at + 1][0].islower():
        return False
    return line.plain[at + 1] not in _LED_TO


def _merged(line: Line, units: list[Unit]) -> tuple[Unit, ...]:
    """Bodies before a title belong to it: Politburo member, Party Central Committee Secretaries."""
    merged: list[Unit] = []
    for unit in units:
        before = merged[-1] if merged else None
        if unit.role is not None and before is not None and before.code in "Oi":
            role = _of_body(line, unit.role, before)
            opened = _opened(line, merged) if before.core == before.first else len(merged) - 1
            if opened < len(merged) - 1:  # the Government leader, the senior United Nations official
                role, before = replace(role, definite=True), before._replace(first=merged[opened].first)
                del merged[opened:-1]
            merged[-1] = Unit("R", before.first, unit.last, role=role, core=before.core)
        else:
            merged.append(unit)
    return tuple(merged)


def _opened(line: Line, units: list[Unit]) -> int:
    """The unit of "the" that opens the phrase which the last unit belongs to, or that unit itself."""
    at = len(units) - 2
    while at > 0 and line.plain[units[at].first] in _SENIOR:
        at -= 1
    return at if at >= 0 and line.plain[units[at].first] == "the" else len(units) - 1


def _of_body(line: Line, role: Role, body: Unit) -> Role:
    if role.of is not None or role.definite:
        return role
    words = body.name or " ".join(line.plain[body.core : body.last])
    head = SYNONYMS.get((role.head, words.lower()), role.head)
    of = body.name or (words.lower() if head in _OF_SOMEBODY else None)
    return Role(head, of, body.name, role.former, role.plural, definite=body.core > body.first)


def _unit_sentences(line: Line, units: tuple[Unit, ...]) -> tuple[tuple[int, int], ...]:
    """The sentences of the line as ranges of units."""
    found: list[tuple[int, int]] = []
    begin = here = 0
    for _, end in sentences_of(line):
        here = bisect_right(units, end, here, key=_last)
        if here > begin:
            found.append((begin, here))
            begin = here
    if begin < len(units):
        found.append((begin, len(units)))
    return tuple(found)
