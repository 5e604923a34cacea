"""Reading a line into units, left to right: the longest thing that begins at a token is taken."""

from __future__ import annotations

from search.extract import lexicon, verbs
from search.extract.capital_names import capital_names, follows_honorific
from search.extract.desk import Desk, Memory
from search.extract.gazetteer import EPONYM_NOUNS, FIRST_FAMILY_NAMES, LANDS, PLACE_NOUNS
from search.extract.line import Line, sentences_of
from search.extract.personal_names import (
    can_be_foreign_part,
    canonical_name,
    foreign_name_end,
    place_end,
    vietnamese_names,
)
from search.extract.read_bodies import ARTICLES, SECTOR_NOUNS, SECTOR_WORDS, read_body
from search.extract.read_titles import read_title
from search.extract.roles import FORMER, HEADS, PLURALS, QUALIFIERS, RANKS, SYNONYMS, Role
from search.extract.units import Reading, Unit

# The letter of every word that is read by itself. Later rows win where a word stands in two.
_CLASSES: tuple[tuple[str, frozenset[str]], ...] = (
    ("o", lexicon.PREPOSITIONS),
    ("A", lexicon.BETWEEN),
    ("b", lexicon.BE_FORMS),
    ("c", lexicon.ACTS),
    ("e", lexicon.OPENERS),
    ("D", lexicon.DELEGATES),
    ("C", lexicon.CONFERENCES),
    ("K", lexicon.REPORTS),
    ("i", lexicon.INSTITUTIONS),
    ("I", lexicon.FIRST_PERSONS),
    ("p", lexicon.HE),
    ("P", lexicon.THEY),
    ("T", frozenset({"that"})),
    ("r", frozenset({"who", "which", "whom", "whose"})),
    ("z", frozenset({"not", "never", "no"})),
    ("&", frozenset({"and", "or", "&", "cum"})),
    ("a", lexicon.DETERMINERS),
    ("S", frozenset({"'s"})),
    ("Q", frozenset({'"', "\u201c", "\u201d", "\u00ab", "\u00bb", "\u201e", "''", "``"})),
    ("-", frozenset("-\u2013\u2014\u2015\u2212")),
    (".", frozenset(".!?\u2026")),
    (",", frozenset(",")),
    (";", frozenset(";")),
    (":", frozenset(":")),
    ("(", frozenset("([")),
    (")", frozenset(")]")),
)
_CODES = {word: code for code, words in _CLASSES for word in words}
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
_CUE_BEGINNERS = frozenset(
    {
        *lexicon.SOURCE_PHRASES,
        *lexicon.STRONG_CUES,
        *lexicon.WEAK_CUES,
        *verbs.GERUNDS,
        *(phrase[0] for phrase in lexicon.OPENING_PHRASES),
        *lexicon.BE_FORMS,
        *lexicon.LINKING,
    }
)
_OPENINGS = {
    first: tuple(phrase for phrase in lexicon.OPENING_PHRASES if phrase[0] == first)
    for first in {phrase[0] for phrase in lexicon.OPENING_PHRASES}
}
_SMALL_PARTICLES = frozenset({"van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "du"})
_ADDRESS_LONGEST = 4  # tokens of "Ms. van der"
_CALLED_ON_TO = 24  # words within which "called on …" says to do what
_CONVICTION_LONGEST = 4  # tokens of "is still very much convinced"
_LOOKED_AT = frozenset({"that", ":", ".", ","})  # at the end of a cue's phrase: looked at, not taken


def read_line(line: Line, memory: Memory) -> Reading:
    """The units of a line. `memory` learns the bodies that are named, for the lines after it."""
    desk = Desk(line, vietnamese_names(line) | capital_names(line), memory)
    units: list[Unit] = []
    at, count = 0, len(line.words)
    while at < count:
        plain = line.plain[at]
        if plain not in _BEGINNERS and line.words[at][0].islower():
            cue = (_cue(line, at) or _opening(line, at)) if plain in _CUE_BEGINNERS else None
            units.append(cue or Unit(_CODES.get(plain) or ("A" if plain.endswith("ly") else "x"), at, at + 1, core=at))
            at = units[-1].last
            continue
        unit = (
            _name(desk, at)
            or read_body(desk, at)
            or read_title(desk, at)
            or _cue(line, at)
            or _opening(line, at)
            or _honorific(desk, at)
            or _perhaps_a_name(desk, at)
            or _word(line, at)
        )
        units.append(unit)
        at = unit.last
    merged = _merged(units)
    codes = "".join([unit.code for unit in merged])
    return Reading(line, merged, codes, _unit_sentences(line, merged), tuple(desk.bodies))


def _name(desk: Desk, at: int) -> Unit | None:
    if at not in desk.names:
        return None
    end = desk.names[at]
    return Unit("N", at, end, name=canonical_name(desk.line.words[at:end]), core=at)


def _cue(line: Line, at: int) -> Unit | None:
    word = line.words[at]
    for phrase in lexicon.SOURCE_PHRASES.get(line.plain[at], ()):
        if line.plain[at : at + len(phrase)] == phrase:
            return Unit("X", at, at + len(phrase), core=at)
    if not word.islower():
        return None
    if word in verbs.GERUNDS:
        return Unit("G", at, at + 1, core=at)
    if word in lexicon.BE_FORMS or word in lexicon.LINKING:
        return _conviction(line, at)
    for code, table in (("V", lexicon.STRONG_CUES), ("v", lexicon.WEAK_CUES)):
        for phrase in table.get(word, ()):
            if line.plain[at : at + len(phrase)] == phrase and not _calls_by(line, at, phrase):
                kept = len(phrase) - (len(phrase) > 1 and phrase[-1] in _LOOKED_AT)
                return Unit(code, at, at + kept, core=at)
    return None


def _conviction(line: Line, at: int) -> Unit | None:
    """Is of the opinion that; was deeply concerned that: being of a mind is saying so."""
    here = at + 1
    while here < len(line.plain) and here - at < _CONVICTION_LONGEST and line.plain[here] in lexicon.DEGREES:
        here += 1
    for phrase in lexicon.CONVICTIONS.get("".join(line.plain[here : here + 1]), ()):
        end = here + len(phrase)
        if line.plain[here:end] == phrase and line.plain[end : end + 1] in lexicon.AFTER_CONVICTIONS:
            return Unit("V", at, end, core=at)
    return None


def _calls_by(line: Line, at: int, phrase: tuple[str, ...]) -> bool:
    """Whether "called on" is a visit: nothing is asked to be done."""
    if phrase[0] not in {"called", "calls"} or phrase[-1] not in {"on", "upon"}:
        return False
    return "to" not in line.plain[at + 2 : at + 2 + _CALLED_ON_TO]


def _opening(line: Line, at: int) -> Unit | None:
    for phrase in _OPENINGS.get(line.plain[at], ()):
        if line.plain[at : at + len(phrase)] == phrase:
            return Unit("e", at, at + len(phrase), core=at)
    return None


def _perhaps_a_name(desk: Desk, at: int) -> Unit | None:
    """A place, a row of capitals that may be a name, or one capital that may be called for short."""
    line = desk.line
    word, plain = line.words[at], line.plain[at]
    if not word[0].isupper() or plain in _CODES or (plain in lexicon.HONORIFICS and desk.word(at + 1) == "."):
        return None
    place = place_end(line, at)
    if place > at:
        return Unit("w", at, place, core=at)
    possible = can_be_foreign_part(word, plain) or (word.isupper() and len(word) > 1 and follows_honorific(line, at))
    family = plain in FIRST_FAMILY_NAMES and "-" in desk.word(at + 1)  # Park Geun-hye
    if not possible and not family and len(word) > 1:
        return None
    end = foreign_name_end(line, at, desk.names)
    eponym = max(end, at + 1)
    follower = desk.word(eponym)
    if follower in PLACE_NOUNS or (follower[0].isupper() and desk.plain(eponym) in EPONYM_NOUNS):
        return Unit("w", at, eponym + 1, core=at)  # Ho Chi Minh Order, Kim Bang district
    if end > at:
        return Unit("M", at, end, name=canonical_name(line.words[at:end]), core=at)
    return Unit("W", at, at + 1, name=canonical_name((word,)), core=at) if possible and len(word) > 1 else None


def _honorific(desk: Desk, at: int) -> Unit | None:
    line, plain = desk.line, desk.line.plain[at]
    if plain in lexicon.CALLINGS and (
        at + 1 in desk.names or line.words[at + 1 : at + 2] == ("H",) or _is_called(desk, at + 1)
    ):
        return Unit("H", at, at + 1, core=at)
    if plain not in lexicon.HONORIFICS or not (line.words[at][0].isupper() or plain.startswith("comrade")):
        return None
    dotted = line.words[at + 1 : at + 2] == (".",)
    end = at + 1 + dotted
    while desk.word(end) in _SMALL_PARTICLES and end - at < _ADDRESS_LONGEST:
        end += 1  # Ms. van der Berg
    if end > at + 1 + dotted and not desk.word(end)[:1].isupper():
        end = at + 1 + dotted
    return Unit("H", at, end, core=at) if dotted or plain != "me" else None


def _is_called(desk: Desk, at: int) -> bool:
    """Whether a name that no list knows follows a calling: Deputy Nang Xo Vi (Kon Tum), Deputy Sua asked."""
    word = desk.word(at)
    if not word[:1].isupper() or not can_be_foreign_part(word, desk.plain(at)):
        return False
    end = max(foreign_name_end(desk.line, at, desk.names), at + 1)
    follower = desk.word(end)
    cue = follower in lexicon.STRONG_CUES or follower in lexicon.WEAK_CUES
    return cue or (follower in {"(", ",", "of", "from", ":"} and end > at + 1)


def _word(line: Line, at: int) -> Unit:
    word, plain = line.words[at], line.plain[at]
    code = _CODES.get(plain)
    if code is None:
        code = "#" if word[0].isdigit() else "w" if word[0].isupper() else "A" if plain.endswith("ly") else "x"
    return Unit(code, at, at + 1, core=at)


def _merged(units: list[Unit]) -> tuple[Unit, ...]:
    """Bodies before a title belong to it: Politburo member, Party Central Committee Secretaries."""
    merged: list[Unit] = []
    for unit in units:
        before = merged[-1] if merged else None
        if unit.role is not None and before is not None and before.code in "Oi":
            merged[-1] = Unit("R", before.first, unit.last, role=_of_body(unit.role, before), core=before.core)
        else:
            merged.append(unit)
    return tuple(merged)


def _of_body(role: Role, body: Unit) -> Role:
    if role.of is not None or role.definite:
        return role
    head = SYNONYMS.get((role.head, (body.name or "").lower()), role.head)
    return Role(head, body.name, body.name, role.former, role.plural, definite=body.core > body.first)


def _unit_sentences(line: Line, units: tuple[Unit, ...]) -> tuple[tuple[int, int], ...]:
    """The sentences of the line as ranges of units."""
    found: list[tuple[int, int]] = []
    begin = here = 0
    for _, end in sentences_of(line):
        while here < len(units) and units[here].last <= end:
            here += 1
        if here > begin:
            found.append((begin, here))
            begin = here
    if begin < len(units):
        found.append((begin, len(units)))
    return tuple(found)
