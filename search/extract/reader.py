"""Reading a line into units, left to right: the longest thing that begins at a token is taken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from search.extract import lexicon
from search.extract.capital_names import capital_names, names_after_bodies
from search.extract.desk import Desk, Memory
from search.extract.foreign_names import has_article
from search.extract.gazetteer import LANDS
from search.extract.line import PLAIN, Line
from search.extract.personal_names import initials_of, vietnamese_names
from search.extract.read_bodies import (
    ARTICLES,
    LOWER_BEGINNINGS,
    SECTOR_NOUNS,
    SECTOR_WORDS,
    may_begin_body,
    read_body,
)
from search.extract.read_cues import CUE_LEADS, may_begin_cue, read_cue
from search.extract.read_names import (
    may_begin_honorific,
    may_begin_known_name,
    read_full_name,
    read_honorific,
    read_known_name,
    read_possible_name,
)
from search.extract.read_titles import may_begin_title, read_title
from search.extract.roles import SYNONYMS, Role
from search.extract.title_words import FORMER, HEADS, OCCUPATIONS, PLURALS, QUALIFIERS, RANKS
from search.extract.units import Reading, Unit, word_alone
from search.extract.word_codes import WORD_CODES, word_unit
from search.known import Known

# The words in lower case with which a body, a title or an address may begin; all others are cues or read at once.
BEGINNERS = frozenset(
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
_AFTER_LEADING = BEGINNERS | LOWER_BEGINNINGS | {"of", "for", "at"}
_NOT_AT_ONCE = ""
_THAT = "that"
_UNSURE = frozenset({_THAT, "'"})  # the mark may stand for a double one


def read_line(line: Line, memory: Memory) -> Reading:
    """The units of a line. `memory` learns the bodies that are named, for the lines after it."""
    desk = Desk(line, names_after_bodies(line) | vietnamese_names(line) | capital_names(line), memory)
    memory.called.update(line.plain[end - 1] for end in desk.names.values())
    units: list[Unit] = []
    alone, longer = _words_alone(line)
    here = 0
    for at in longer:
        if at >= here:  # else it is part of what was read before
            units += alone[here:at]
            units.append(_looked_at(desk, at, units[-1].code if units else ""))
            here = units[-1].last
    units += alone[here:]
    codes = "".join([unit.code for unit in units])
    if "N" in codes or "M" in codes:
        names = (unit.name or "" for unit in units if unit.code in "NM")
        memory.initials.update(letters for name in names if (letters := initials_of(name)))
    merged = tuple(units)
    if "OR" in codes or "iR" in codes:
        merged = _merged(line, units)
        codes = "".join([unit.code for unit in merged])
    return Reading(line, merged, codes, tuple(desk.bodies))


def _words_alone(line: Line) -> tuple[list[Unit], list[int]]:
    """Every word as a unit by itself, and the tokens with which something longer may begin."""
    codes = [*map(_AT_ONCE.__getitem__, line.words)]
    longer = []
    for at in [at for at, code in enumerate(codes) if code == _NOT_AT_ONCE]:
        word = line.words[at]
        led_to = _LED_TO[word]
        if led_to is not None and _goes_on_otherwise(line, at + 1, led_to):
            codes[at] = _code_of(word)
        else:
            longer.append(at)
    return [*map(word_alone, codes, range(len(codes)))], longer


def _looked_at(desk: Desk, at: int, before: str) -> Unit:
    """The unit that begins at a token, after one with the code `before`."""
    line = desk.line
    plain, word = line.plain[at], line.words[at]
    small = word[0].islower()
    ordinary = small and (_leads_nowhere(line, at) or (before != "H" and has_article(word)))  # but: Mr. al-Wasil
    for read in _CUES[word] if ordinary else _READERS[word]:
        if (unit := read(desk, at)) is not None:
            return unit
    if small and before == "o" and plain == _THAT:
        return word_alone("a", at)  # in that country
    return word_unit(line, at)


def _is_capital(word: str) -> bool:
    return word[0].isupper()


def _is_letter(word: str) -> bool:
    return word[0].isalpha()


Reader = Callable[[Desk, int], Unit | None]
# What may stand at a token, in the order in which it is looked for, and whether it may begin with a word.
READERS: tuple[tuple[Reader, Callable[[str], bool]], ...] = (
    (read_full_name, _is_letter),
    (read_known_name, may_begin_known_name),
    (read_body, may_begin_body),
    (read_title, may_begin_title),
    (read_cue, may_begin_cue),
    (read_honorific, may_begin_honorific),
    (read_possible_name, _is_capital),
)
_CUES = Known(lambda word: (read_cue,) if may_begin_cue(word) else ())


def _readers(word: str) -> tuple[Reader, ...]:
    """The readers that a word may begin something for: an ordinary word, and a mark, begins nothing but cues."""
    if not word[0].isalnum() or (word[0].islower() and PLAIN[word] not in BEGINNERS and not has_article(word)):
        return _CUES[word]
    return tuple([read for read, may_begin in READERS if may_begin(word)])


_READERS = Known(_readers)


def _code_at_once(word: str) -> str:
    """The code of a word in small letters, or of a mark, with which nothing longer begins."""
    if word in CUE_LEADS or word in _UNSURE or word != PLAIN[word]:
        return _NOT_AT_ONCE
    if word[0].isalnum() and (word in BEGINNERS or not word[0].islower()):
        return _NOT_AT_ONCE
    return _code_of(word)


def _code_of(plain: str) -> str:
    return WORD_CODES.get(plain) or ("A" if plain.endswith("ly") else "x")


_AT_ONCE = Known(_code_at_once)


def _leads_nowhere(line: Line, at: int) -> bool:
    """Whether an article or the name of an occupation stands before an ordinary word: no body or title begins here."""
    if line.plain[at] not in _LEADING or at + 1 == len(line.words) or not line.words[at + 1][0].islower():
        return False
    return line.plain[at + 1] not in _AFTER_LEADING


def _led_to(word: str) -> frozenset[str] | None:
    """The words one of which has to follow for something longer to begin with a word; None where any may."""
    if word in _UNSURE or word != PLAIN[word] or not word[0].islower():
        return None
    of_cues = CUE_LEADS.get(word, frozenset())
    if of_cues is None or word not in BEGINNERS:
        return of_cues
    return of_cues | _AFTER_LEADING if word in _LEADING else None


_LED_TO = Known(_led_to)


def _goes_on_otherwise(line: Line, at: int, led_to: frozenset[str]) -> bool:
    """Whether an ordinary word stands here that is none of those."""
    if at == len(line.words) or not line.words[at][0].islower():
        return False
    plain = line.plain[at]
    return plain not in led_to and not plain.endswith("ly")


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
