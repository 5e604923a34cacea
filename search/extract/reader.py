"""Reading a line into units, left to right: the longest thing that begins at a token is taken."""

from __future__ import annotations

from dataclasses import dataclass, field

from search.authority import Authority
from search.extract import lexicon
from search.extract.bodies import alone, body_end
from search.extract.body_names import CENTRE, PARTY, SECTOR, body_name
from search.extract.gazetteer import LANDS
from search.extract.line import Line, sentences_of
from search.extract.personal_names import (
    can_be_foreign_part,
    canonical_name,
    foreign_name_end,
    place_end,
    vietnamese_names,
)
from search.extract.roles import FORMER, HEADS, PLURALS, QUALIFIERS, RANKS, SYNONYMS, WEAK_HEADS, Role, head_of, land_of
from search.extract.setting import Setting
from search.extract.units import BodyMention, Reading, Unit


def _codes() -> dict[str, str]:
    table: dict[str, str] = {}
    for code, words in (
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
        ("z", frozenset({"not", "never", "n't", "no"})),
        ("&", frozenset({"and", "or", "&"})),
        (
            "a",
            frozenset(
                {
                    "the",
                    "a",
                    "an",
                    "this",
                    "these",
                    "some",
                    "many",
                    "several",
                    "his",
                    "her",
                    "their",
                    "its",
                    "all",
                    "most",
                }
            ),
        ),
        ("S", frozenset({"'s", "\u2019s"})),
        ("Q", frozenset('"\u201c\u201d\u00ab\u00bb\u201e')),
        ("-", frozenset("-\u2013\u2014\u2015\u2212")),
        (".", frozenset(".!?\u2026")),
        (",", frozenset(",")),
        (";", frozenset(";")),
        (":", frozenset(":")),
        ("(", frozenset("([")),
        (")", frozenset(")]")),
    ):
        for word in words:
            table[word] = code
    table["''"] = table["``"] = "Q"
    return table


_WORD_CODES = _codes()
_ARTICLES = frozenset({"the", "its", "our", "their"})
# After "the Party" these make it an attribute: the Party building work, the Party Central Committee.
_PARTY_NOUNS = frozenset(
    "building congress congresses committee committees member members organisation organisations organization "
    "organizations agency agencies cell cells charter statutes work activities regulations leadership discipline school "
    "resolution resolutions secretary secretaries central general leader chief and-state building-related rectification "
    "construction bodies body unit units apparatus official officials journal magazine newspaper politburo delegation "
    "inspection affairs civil executive standing internal cadre cadres personnel rules history founding anniversary".split()
)
_SECTOR_WORDS = frozenset(
    "party building organisation organization organizing organisational organizational construction work and".split()
)
_SECTOR_NOUNS = frozenset({"sector", "industry"})
_LOCAL_OWNERS = frozenset({"province", "city", "province's", "city's"})


@dataclass(slots=True)
class Memory:
    """What "the commission", "the sector" and "its" mean further down: the bodies named so far, by their last noun."""

    setting: Setting
    authority: Authority | None = None
    by_noun: dict[str, str] = field(default_factory=dict)
    sector: bool = False


# The words in lower case with which anything longer than a word may begin; all others are read at once.
_BEGINNERS = frozenset(
    {
        *_ARTICLES,
        *_SECTOR_WORDS,
        *_SECTOR_NOUNS,
        *(head[0] for head in HEADS),
        *PLURALS,
        *QUALIFIERS,
        *FORMER,
        *RANKS,
        *LANDS,
        *lexicon.STRONG_CUES,
        *lexicon.WEAK_CUES,
        *lexicon.GERUND_CUES,
        *lexicon.HONORIFICS,
        "according",
        "for",
        "in",
        "on",
        "provincial",
        "municipal",
        "city",
        "central",
        "national",
        "district",
        "entire",
        "whole",
    }
) - {"and", "work", "then"}


def read_line(line: Line, memory: Memory) -> Reading:
    """The units of a line. `memory` learns the bodies that are named, for the lines after it."""
    names = vietnamese_names(line)
    units: list[Unit] = []
    bodies: list[BodyMention] = []
    at, count = 0, len(line.words)
    while at < count:
        if line.words[at][0].islower() and line.plain[at] not in _BEGINNERS:
            plain = line.plain[at]
            code = _WORD_CODES.get(plain) or ("A" if plain.endswith("ly") else "x")
            at += 1
            units.append(Unit(code, at - 1, at, core=at - 1))
            continue
        unit = (
            _name(line, at, names)
            or _body(line, at, names, memory, bodies)
            or _title(line, at, names, memory, bodies)
            or _cue(line, at)
            or _opening(line, at)
            or _perhaps_a_name(line, at, names)
            or _honorific(line, at)
            or _word(line, at)
        )
        units.append(unit)
        at = unit.last
    merged = _merged(units)
    return Reading(line, merged, "".join(unit.code for unit in merged), _unit_sentences(line, merged), tuple(bodies))


def _name(line: Line, at: int, names: dict[int, int]) -> Unit | None:
    if at not in names:
        return None
    return Unit("N", at, names[at], name=canonical_name(line.words[at : names[at]]), core=at)


def _body(line: Line, at: int, names: dict[int, int], memory: Memory, bodies: list[BodyMention]) -> Unit | None:
    """A body, with the article before it."""
    start = at + 1 if line.plain[at] in _ARTICLES else at
    if start >= len(line.words):
        return None
    unit = (
        _sector(line, at, start, memory)
        or _party(line, at, start, memory)
        or _named_body(line, at, start, names, memory, bodies)
        or _body_again(line, at, start, memory)
    )
    if unit is not None and unit.name is not None:
        bodies.append(BodyMention(unit.name, unit.core, unit.last))
        memory.by_noun[line.plain[unit.last - 1]] = unit.name
    return unit


def _named_body(
    line: Line, at: int, start: int, names: dict[int, int], memory: Memory, bodies: list[BodyMention]
) -> Unit | None:
    end = body_end(line, start, names)
    if end == start:
        return None
    local = (line.plain[at] == "its" and bool(bodies) and _is_local(bodies[-1].name, memory)) or (
        at > 1 and line.plain[at - 1] == "'s" and line.plain[at - 2] in _LOCAL_OWNERS
    )
    text = line.printed(start, end)
    name = body_name(text, memory.setting, memory.authority, local=local)
    if name is None and end == start + 1:
        name = _single_word_body(line, at, start, memory)
    if name is None and line.plain[end - 2 : end] == ("standing", "committee") and end == start + 2:
        name = _standing_committee(line, end, memory)
    if (
        name is None
        and end == start + 1
        and (
            line.plain[start] not in lexicon.INSTITUTIONS or _head_at(line, end)[2] > 0  # the Party chief
        )
    ):
        return None
    return Unit("O" if name else "i", at, end, name=name, core=start)


def _standing_committee(line: Line, end: int, memory: Memory) -> str | None:
    """A bare "Standing Committee" is the province's where the same line names another body of the province."""
    province = memory.setting.province
    if province is None or not memory.setting.vietnam or "provincial" not in line.plain[end : end + 40]:
        return None
    return body_name("Provincial Standing Committee", memory.setting, memory.authority)


def _single_word_body(line: Line, at: int, start: int, memory: Memory) -> str | None:
    if line.words[start] == "Government" and memory.setting.vietnam and line.plain[at] == "the":
        follower = line.words[start + 1] if start + 1 < len(line.words) else "."
        return "Government" if not follower[0].isupper() else None
    return None


def _is_local(name: str, memory: Memory) -> bool:
    return memory.setting.province is not None and memory.setting.province in name


def _party(line: Line, at: int, start: int, memory: Memory) -> Unit | None:
    """The bare definite phrase: the Party, our Party, the whole Party; never "Party building"."""
    if not memory.setting.vietnam or line.plain[at] not in {"the", "our"}:
        return None
    if line.plain[start] in {"whole", "entire"} and start + 1 < len(line.words):
        start += 1
    if line.words[start] != "Party":
        return None
    following = line.words[start + 1] if start + 1 < len(line.words) else "."
    if following[0].isupper() or line.plain[min(start + 1, len(line.plain) - 1)] in _PARTY_NOUNS:
        return None
    return Unit("O", at, start + 1, name=PARTY, core=start)


def _sector(line: Line, at: int, start: int, memory: Memory) -> Unit | None:
    """The professional sector in its many spellings, and "the entire sector" after it."""
    here = start
    while here < len(line.words) and line.plain[here] in {"entire", "whole"}:
        here += 1
    begin, told = here, set()
    if here < len(line.words) and line.plain[here] in _SECTOR_NOUNS and line.plain[here + 1 : here + 2] == ("party",):
        here += 1  # the industry Party building organisation
    while here < len(line.words) and here - begin < _SECTOR_LONGEST and line.plain[here] in _SECTOR_WORDS:
        told.add(line.plain[here][:5])
        here += 1
    full = "party" in told and "organ" in told and bool(told & {"build", "const"})
    if full and here < len(line.words) and line.plain[here] in _SECTOR_NOUNS:
        memory.sector = True
        return Unit("O", at, here + 1, name=SECTOR, core=start)
    if full and line.plain[begin] in _SECTOR_NOUNS:
        memory.sector = True
        return Unit("O", at, here, name=SECTOR, core=start)
    definite = line.plain[at] == "the"
    if definite and not told and memory.sector and begin < len(line.words) and line.plain[begin] in _SECTOR_NOUNS:
        if line.plain[begin + 1 : begin + 3] == ("and", "services"):
            return None
        return Unit("O", at, begin + 1, name=SECTOR, core=start)
    return None


_SECTOR_LONGEST = 8
_AGAIN = frozenset({"commission", "committee", "ministry", "council", "department", "secretariat"})


def _body_again(line: Line, at: int, start: int, memory: Memory) -> Unit | None:
    """ "The commission" is the last commission that was named; one word that is a body by itself is that body."""
    word = line.plain[start]
    if alone(word) and line.words[start][0].isupper():
        name = body_name(line.words[start], memory.setting, memory.authority)
        return Unit("O", at, start + 1, name=name, core=start) if name else None
    if line.plain[at] != "the" or word not in _AGAIN or not line.words[start].islower():
        return None
    name = memory.by_noun.get(word)
    if name == CENTRE:
        name = None
    return Unit("O" if name else "i", at, start + 1, name=name, core=start)


def _title(line: Line, at: int, names: dict[int, int], memory: Memory, bodies: list[BodyMention]) -> Unit | None:
    """A title with its qualifiers before and its body or complement after: Head of the Central … Commission."""
    here, count = at, len(line.words)
    definite = line.plain[here] in {"the", "its"}
    if definite:
        here += 1
    begin = here
    while here < count and here - begin < _QUALIFIERS_MOST and _is_qualifier(line, here):
        here += 1
    head, plural, size = _head_at(line, here)
    while not head and here > begin:  # the last qualifier may itself be the head
        here -= 1
        head, plural, size = _head_at(line, here)
    if not head:
        return None
    qualifiers = tuple(word for word in line.plain[begin:here] if word != "and")
    end = here + size
    if plural and head == ("head",) and line.plain[end : end + 1] != ("of",):
        return None  # "heads the committee" is a verb
    body, complement, last = _belonging(line, end, names, memory, bodies)
    if head[-1] in WEAK_HEADS and last == end and end not in names and not _precedes_name(line, end):
        if not (head == ("member",) or definite):
            return None
    role = Role(
        head=head_of(qualifiers, head, complement),
        of=body or complement or next((land_of(word) for word in qualifiers if word in LANDS), None),
        body=body,
        former=any(word in FORMER for word in qualifiers),
        plural=plural,
        definite=definite,
    )
    return Unit("R", at, last, role=role, core=begin)


_QUALIFIERS_MOST = 6
_COMPLEMENT_LONGEST = 8


def _is_qualifier(line: Line, at: int) -> bool:
    plain = line.plain[at]
    if plain in RANKS or plain in FORMER or plain in QUALIFIERS:
        return True
    if plain == "and":
        return line.plain[at - 1] in {"party", "secretary"} and line.plain[at + 1 : at + 2] == ("state",)
    return plain in LANDS or (plain in _FIELDS and line.words[at][0].isupper())


_FIELDS = frozenset(
    "foreign health finance defence defense interior justice education trade labour labor police".split()
)


def _head_at(line: Line, at: int) -> tuple[tuple[str, ...], bool, int]:
    if line.plain[at : at + 1] and line.plain[at] not in _HEAD_BEGINNINGS:
        return (), False, 0
    for size in (4, 3, 2, 1):
        words = line.plain[at : at + size]
        if len(words) < size:
            continue
        if words in HEADS:
            return words, False, size
        if words[-1] in PLURALS and (*words[:-1], PLURALS[words[-1]]) in HEADS:
            return (*words[:-1], PLURALS[words[-1]]), True, size
    return (), False, 0


_HEAD_BEGINNINGS = frozenset({*(head[0] for head in HEADS), *PLURALS})


def _precedes_name(line: Line, at: int) -> bool:
    return at < len(line.words) and can_be_foreign_part(line.words[at], line.plain[at])


def _belonging(
    line: Line, at: int, names: dict[int, int], memory: Memory, bodies: list[BodyMention]
) -> tuple[str | None, str | None, int]:
    """What follows a title: the body's canonical name, or the words of a field or place, and where that ends."""
    if line.words[at : at + 1] not in {("of",), ("for",), ("at",)} or at + 1 >= len(line.words):
        return None, None, at
    start = at + 1
    unit = _body(line, start, names, memory, bodies)
    if unit is not None:
        return unit.name, None if unit.name else " ".join(line.plain[unit.core : unit.last]), unit.last
    if line.plain[start] == "the" and start + 1 < len(line.words):
        start += 1
    here = start
    while here < len(line.words) and here - start < _COMPLEMENT_LONGEST and here not in names:
        plain = line.plain[here]
        joins = plain in {"and", ",", "&"} and here > start and line.plain[start - 1] != "the"
        if joins and not (_continues_field(line, here)):
            break
        if not joins and not (line.words[here][0].isupper() and _head_at(line, here)[2] == 0):
            break
        here += 1
    if here > start:
        return None, " ".join(line.plain[start:here]), here
    if line.plain[start] in {"government", "state", "cabinet"}:
        return None, line.plain[start], start + 1
    return None, None, at


def _continues_field(line: Line, at: int) -> bool:
    """Whether "and" or a comma goes on within a field: Labour, Invalids and Social Affairs."""
    following = line.words[at + 1 : at + 3]
    return len(following) > 0 and following[0][0].isupper() and _head_at(line, at + 1)[2] == 0 and line.words[at] != ","


_CALLED_ON_TO = 24  # words within which "called on …" says to do what


def _cue(line: Line, at: int) -> Unit | None:
    word = line.plain[at]
    if not line.words[at].islower():
        return Unit("X", at, at + 2, core=at) if line.plain[at : at + 2] == ("according", "to") else None
    if line.plain[at : at + 2] == ("according", "to"):
        return Unit("X", at, at + 2, core=at)
    if word in lexicon.GERUND_CUES:
        return Unit("G", at, at + 1, core=at)
    for code, table in (("V", lexicon.STRONG_CUES), ("v", lexicon.WEAK_CUES)):
        for phrase in table.get(word, ()):
            if line.plain[at : at + len(phrase)] == phrase:
                if (
                    phrase[0].startswith("call")
                    and phrase[-1] in {"on", "upon"}
                    and "to" not in line.plain[at + 2 : at + 2 + _CALLED_ON_TO]
                ):
                    continue  # called on him at the State House
                kept = len(phrase) - (phrase[-1] in {"that", ":", ".", ","} and len(phrase) > 1)
                return Unit(code, at, at + kept, core=at)
    return None


def _opening(line: Line, at: int) -> Unit | None:
    for phrase in lexicon.OPENING_PHRASES:
        if line.plain[at] == phrase[0] and line.plain[at : at + len(phrase)] == phrase:
            return Unit("e", at, at + len(phrase), core=at)
    return None


def _perhaps_a_name(line: Line, at: int, names: dict[int, int]) -> Unit | None:
    word = line.words[at]
    if not word[0].isupper() or line.plain[at] in _WORD_CODES:
        return None
    if not can_be_foreign_part(word, line.plain[at]) and len(word) > 1:
        return None
    place = place_end(line, at)
    if place > at:
        return Unit("w", at, place, core=at)
    end = foreign_name_end(line, at, frozenset(names))
    if end > at:
        return Unit("M", at, end, name=canonical_name(line.words[at:end]), core=at)
    return Unit("W", at, at + 1, name=canonical_name((word,)), core=at) if len(word) > 1 else None


def _honorific(line: Line, at: int) -> Unit | None:
    word = line.words[at]
    if line.plain[at] not in lexicon.HONORIFICS or not (word[0].isupper() or line.plain[at].startswith("comrade")):
        return None
    if line.plain[at] == "me" and line.words[at + 1 : at + 2] != (".",):
        return None
    last = at + 2 if line.words[at + 1 : at + 2] == (".",) else at + 1
    return Unit("H", at, last, core=at)


def _word(line: Line, at: int) -> Unit:
    word, plain = line.words[at], line.plain[at]
    code = _WORD_CODES.get(plain)
    if code is None:
        if word[0].isdigit():
            code = "#"
        elif word[0].isupper():
            code = "w"
        elif plain.endswith("ly"):
            code = "A"
        else:
            code = "x"
    return Unit(code, at, at + 1, core=at)


def _merged(units: list[Unit]) -> tuple[Unit, ...]:
    """Bodies before a title belong to it: Politburo member, Party Central Committee Secretaries."""
    merged: list[Unit] = []
    for unit in units:
        before = merged[-1] if merged else None
        if unit.code == "R" and unit.role and before is not None and before.code in "Oi" and before.last == unit.first:
            role = unit.role
            if role.of is None and not role.definite:
                head = SYNONYMS.get((role.head, (before.name or "").lower()), role.head)
                role = Role(head, before.name, before.name, role.former, role.plural, _definite(before))
            merged[-1] = Unit("R", before.first, unit.last, role=role, core=before.core)
        else:
            merged.append(unit)
    return tuple(merged)


def _definite(unit: Unit) -> bool:
    return unit.core > unit.first


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
