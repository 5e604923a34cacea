"""Reading a body at a place of a line: by its name, by "the Party", "the sector", or again by "the commission"."""

from __future__ import annotations

from search.extract.bodies import INNER_LOWER, alone, body_end, may_begin_with
from search.extract.body_names import CENTRE, PARTY, SECTOR, body_name
from search.extract.desk import Desk
from search.extract.lexicon import INSTITUTIONS
from search.extract.line import PLAIN
from search.extract.roles import head_at
from search.extract.units import BodyMention, Unit

ARTICLES = frozenset({"the", "its", "our", "their"})
SECTOR_WORDS = frozenset(
    "party building organisation organization organizing organisational organizational construction work and".split()
)
SECTOR_NOUNS = frozenset({"sector", "industry"})
_SECTOR_LONGEST = 8
_WHOLE = frozenset({"entire", "whole"})
_SECTOR_BEGINNINGS = SECTOR_WORDS | SECTOR_NOUNS | _WHOLE
_AGAIN = frozenset({"commission", "committee", "ministry", "council", "department", "secretariat"})
# Bodies that may begin with a small letter: the sector, the commission, the whole Party, the provincial Front.
LOWER_BEGINNINGS = SECTOR_WORDS | SECTOR_NOUNS | _WHOLE | _AGAIN | INNER_LOWER
_LOCAL_OWNERS = frozenset({"province", "city"})
_ASSEMBLY = "NA"  # the National Assembly, in Vietnamese news
_NEAR = 40  # words within which a province's body explains a bare "Standing Committee"
# After "the Party" these make it an attribute: the Party building work, the Party Central Committee.
_PARTY_NOUNS = frozenset(
    """
    building congress congresses committee committees member members organisation organisations organization
    organizations agency agencies cell cells charter statutes work activities regulations leadership discipline school
    resolution resolutions secretary secretaries central general leader leaders chief rectification construction bodies
    body unit units apparatus official officials journal magazine newspaper politburo delegation inspection affairs
    civil
    executive standing internal cadre cadres personnel rules history founding anniversary
    """.split()
)


def may_begin_body(word: str) -> bool:
    """Whether what `read_body` finds may begin with a word: an article, or the body itself."""
    plain = PLAIN[word]
    if plain in ARTICLES or plain in LOWER_BEGINNINGS:
        return True
    return not word.islower() and (may_begin_with(word) or alone(plain))


def read_body(desk: Desk, at: int) -> Unit | None:
    """The body that begins at token `at`, with the article before it, or None."""
    line = desk.line
    start = at + (line.plain[at] in ARTICLES)
    if start == len(line.words):
        return None
    plain = line.plain[start]
    if line.words[start].islower() and plain not in LOWER_BEGINNINGS:
        return None
    unit = (
        (_sector(desk, at, start) if plain in _SECTOR_BEGINNINGS else None)
        or (_party(desk, at, start) if start > at else None)
        or _named(desk, at, start)
        or (_again(desk, at, start) if start > at or alone(plain) else None)
    )
    if unit is not None and unit.name is not None:
        desk.bodies.append(BodyMention(unit.name, unit.core, unit.last))
        desk.memory.by_noun[desk.plain(unit.last - 1)] = unit.name
    return unit


def _named(desk: Desk, at: int, start: int) -> Unit | None:
    end = body_end(desk.line, start, desk.names)
    if end == start:
        return None
    memory = desk.memory
    name = body_name(desk.line.printed(start, end), memory.setting, memory.authority, local=_is_owned(desk, at))
    if name is None and end == start + 1:
        if desk.plain(start) not in INSTITUTIONS or head_at(desk.line.plain, end).size:
            return None  # "the Party chief" is a title
        name = _government(desk, at, start)
    if name is None and desk.line.plain[start:end] == ("standing", "committee"):
        name = _standing_committee(desk, end)
    return Unit("O" if name else "i", at, end, name=name, core=start)


def _is_owned(desk: Desk, at: int) -> bool:
    """Whether "the province's" stands before, or "its" after a body of the province."""
    province = desk.memory.setting.province
    if desk.plain(at) == "its":
        return province is not None and bool(desk.bodies) and province in desk.bodies[-1].name
    return at > 1 and desk.plain(at - 1) == "'s" and desk.plain(at - 2) in _LOCAL_OWNERS


def _government(desk: Desk, at: int, start: int) -> str | None:
    named = desk.word(start) == "Government" and desk.plain(at) == "the" and not desk.word(start + 1)[0].isupper()
    return "Government" if named and desk.memory.setting.vietnam else None


def _standing_committee(desk: Desk, end: int) -> str | None:
    """A bare "Standing Committee" is the province's where the same line names another body of the province."""
    setting = desk.memory.setting
    if setting.province is None or "provincial" not in desk.line.plain[end : end + _NEAR]:
        return None
    return body_name("Provincial Standing Committee", setting, desk.memory.authority)


def _party(desk: Desk, at: int, start: int) -> Unit | None:
    """The bare definite phrase: the Party, our Party, the whole Party; never "Party building"."""
    if not desk.memory.setting.vietnam or desk.plain(at) not in {"the", "our"}:
        return None
    if desk.plain(start) in _WHOLE:
        start += 1
    if desk.word(start) != "Party" or desk.word(start + 1)[0].isupper() or desk.plain(start + 1) in _PARTY_NOUNS:
        return None
    return Unit("O", at, start + 1, name=PARTY, core=start)


def _sector(desk: Desk, at: int, start: int) -> Unit | None:
    """The professional sector in its many spellings, and "the entire sector" after it."""
    begin = start + (desk.plain(start) in _WHOLE)
    here = begin + (desk.plain(begin) in SECTOR_NOUNS and desk.plain(begin + 1) == "party")
    told = set()
    while here - begin < _SECTOR_LONGEST and desk.plain(here) in SECTOR_WORDS:
        told.add(desk.plain(here)[:5])
        here += 1
    if {"party", "organ"} <= told and told & {"build", "const"}:
        noun_after = desk.plain(here) in SECTOR_NOUNS
        if not noun_after and desk.plain(begin) not in SECTOR_NOUNS:
            return None
        desk.memory.sector = True
        return Unit("O", at, here + noun_after, name=SECTOR, core=start)
    again = desk.memory.sector and desk.plain(at) == "the" and not told and desk.plain(begin) in SECTOR_NOUNS
    if not again or desk.line.plain[begin + 1 : begin + 3] == ("and", "services"):
        return None
    return Unit("O", at, begin + 1, name=SECTOR, core=start)


def _again(desk: Desk, at: int, start: int) -> Unit | None:
    """One word that is a body by itself; "the commission" for the last commission that was named."""
    word, printed = desk.plain(start), desk.word(start)
    if (alone(word) and printed[0].isupper()) or (printed == _ASSEMBLY and desk.memory.setting.vietnam):
        name = body_name(printed, desk.memory.setting, desk.memory.authority)
        return Unit("O", at, start + 1, name=name, core=start) if name else None
    if desk.plain(at) != "the" or word not in _AGAIN or not printed.islower():
        return None
    name = desk.memory.by_noun.get(word)
    known = name is not None and name != CENTRE
    return Unit("O" if known else "i", at, start + 1, name=name if known else None, core=start)
