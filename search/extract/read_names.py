"""Reading a name, or what may be one, at a place of a line, and the honorific before it."""

from __future__ import annotations

from search.extract import lexicon
from search.extract.ambiguous_parts import is_part_here, may_be_part
from search.extract.capital_names import follows_honorific
from search.extract.desk import Desk
from search.extract.foreign_names import (
    begins_with_initials,
    can_be_foreign_part,
    foreign_name_end,
    has_article,
    may_be_initials,
)
from search.extract.gazetteer import EPITHETS, EPONYM_NOUNS, FIRST_FAMILY_NAMES, PLACE_NOUNS
from search.extract.line import PLAIN
from search.extract.personal_names import canonical_name, place_end
from search.extract.title_words import HEADS, NAMES_OF_HEADS
from search.extract.units import Unit
from search.extract.word_codes import WORD_CODES
from search.known import Known

_SMALL_PARTICLES = frozenset({"van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "du"})
_EPITHETS = frozenset(first for first, _ in EPITHETS)
_FIRST_NAMES_TOO = frozenset({"Sheikh"})
_OF_TWO_WORDS = frozenset({("tan", "sri"), ("puan", "sri"), ("datuk", "seri"), ("dato", "seri"), ("dato", "sri")})
_FIRST_OF_SEVERAL = {first for first, _ in _OF_TWO_WORDS} | {"right"}
_RIGHT = frozenset({"hon", "honourable", "honorable", "reverend", "rev"})
# After a title these begin the next words: "the Sheikh, but"; "the imam if".
_NEVER_CALLED = frozenset(
    "it if but when while as than who whom which you they could would should had has was were are".split()
)
_ADDRESS_LONGEST = 4  # tokens of "Ms. van der"


def read_full_name(desk: Desk, at: int) -> Unit | None:
    """The name found before the line was read: a Vietnamese one, or one in capitals."""
    if at not in desk.names:
        return None
    end = desk.names[at]
    return Unit("N", at, end, name=canonical_name(desk.line.words[at:end]), core=at)


def may_begin_known_name(word: str) -> bool:
    """Whether what `read_known_name` finds may begin with a word."""
    return word in _EPITHETS or word in _FIRST_NAMES_TOO or has_article(word)


def read_known_name(desk: Desk, at: int) -> Unit | None:
    """A name that its first word tells: Uncle Ho, Sheikh Hasina, Mr. al-Wasil."""
    return _epithet(desk, at) or _with_honorific(desk, at)


def _epithet(desk: Desk, at: int) -> Unit | None:
    """A person whom all texts of a country call so: Uncle Ho."""
    name = EPITHETS.get((desk.word(at), desk.word(at + 1)))
    return Unit("N", at, at + 2, name=name, core=at) if name is not None else None


def _with_honorific(desk: Desk, at: int) -> Unit | None:
    """An honorific that is the first of two names, or a name with an article after one: Sheikh Hasina, Mr. al-Wasil."""
    if has_article(desk.word(at)) and follows_honorific(desk.line, at):
        return Unit("W", at, at + 1, name=canonical_name(desk.line.words[at : at + 1]), core=at)
    if desk.word(at) not in _FIRST_NAMES_TOO or not can_be_foreign_part(desk.word(at + 1)):
        return None
    if foreign_name_end(desk.line, at + 1, desk.names) > at + 1:
        return None
    return Unit("M", at, at + 2, name=canonical_name(desk.line.words[at : at + 2]), core=at)


def read_possible_name(desk: Desk, at: int) -> Unit | None:
    """What begins with the capital at token `at`: a place, a row that may be a name, or a word called for short."""
    word, memory = desk.line.words[at], desk.memory
    known = desk.line.plain[at] in memory.called or word in memory.initials
    return _possible_name(desk, at) if known or not _NEVER_NAMES[word] else None


def _possible_name(desk: Desk, at: int) -> Unit | None:
    line = desk.line
    word, plain = line.words[at], line.plain[at]
    addresses = plain in lexicon.HONORIFICS and desk.word(at + 1) == "."
    called = _is_short_name(desk, at)
    ambiguous = is_part_here(line, at, first=True) or begins_with_initials(line, at)
    if addresses or (plain in WORD_CODES and not called and not ambiguous):
        return None
    place = place_end(line, at)
    if place > at:
        return Unit("w", at, place, core=at)
    initials = word in desk.memory.initials
    possible = called or can_be_foreign_part(word)
    family = plain in FIRST_FAMILY_NAMES and "-" in desk.word(at + 1)  # Park Geun-hye
    if not possible and not family and not ambiguous and len(word) > 1:
        return None
    end = foreign_name_end(line, at, desk.names)
    eponym = max(end, at + 1)
    follower = desk.word(eponym)
    if follower in PLACE_NOUNS or (follower[0].isupper() and desk.plain(eponym) in EPONYM_NOUNS):
        return Unit("w", at, eponym + 1, core=at)  # Ho Chi Minh Order, Kim Bang district
    if end > at and not initials:
        return Unit("M", at, end, name=canonical_name(line.words[at:end]), core=at)
    return Unit("W", at, at + 1, name=canonical_name((word,)), core=at) if possible and len(word) > 1 else None


def _is_never_a_name(word: str) -> bool:
    """Whether a word of another kind is none of those that may begin a name as well."""
    plain = PLAIN[word]
    return plain in WORD_CODES and not may_be_part(plain) and not may_be_initials(word)


_NEVER_NAMES = Known(_is_never_a_name)


def _is_short_name(desk: Desk, at: int) -> bool:
    """Whether somebody is called by this word whatever else it means: Mr. Mon; Viet, after Hoang Quoc Viet."""
    line, word, plain = desk.line, desk.line.words[at], desk.line.plain[at]
    if len(word) > 1 and word.isalpha() and follows_honorific(line, at):
        return (
            (plain not in WORD_CODES or (plain in desk.memory.called and word.istitle()))
            and plain not in lexicon.HONORIFICS
            and plain not in _NEVER_CALLED
            and ((plain,) not in HEADS or plain in NAMES_OF_HEADS)
        )
    if word in desk.memory.initials:
        return True
    if plain not in desk.memory.called or not word[0].isupper():
        return False
    follower = desk.word(at + 1)
    cue = follower in lexicon.STRONG_CUES or follower in lexicon.WEAK_CUES
    return plain not in WORD_CODES or (cue and word.istitle())


def may_begin_honorific(word: str) -> bool:
    """Whether what `read_honorific` finds may begin with a word."""
    plain = PLAIN[word]
    return plain in lexicon.CALLINGS or plain in lexicon.HONORIFICS or plain in _FIRST_OF_SEVERAL


def read_honorific(desk: Desk, at: int) -> Unit | None:
    """The honorific, or the calling before a name, at token `at`: Mr., Comrade, Deputy."""
    line, plain = desk.line, desk.line.plain[at]
    if plain in lexicon.CALLINGS and (
        at + 1 in desk.names or line.words[at + 1 : at + 2] == ("H",) or _is_called(desk, at + 1)
    ):
        return Unit("H", at, at + 1, core=at)
    if plain == "right" and desk.plain(at + 1) in _RIGHT:
        inner = read_honorific(desk, at + 1)
        return inner and inner._replace(first=at, core=at)
    if (plain, desk.plain(at + 1)) in _OF_TWO_WORDS and line.words[at][0].isupper():
        return Unit("H", at, at + 2, core=at)
    if plain not in lexicon.HONORIFICS or not (line.words[at][0].isupper() or plain.startswith("comrade")):
        return None
    dotted = line.words[at + 1 : at + 2] == (".",)
    if not dotted and plain in lexicon.NAMES_TOO and not desk.word(at + 1)[0].isupper():
        return None
    end = at + 1 + dotted
    while desk.word(end) in _SMALL_PARTICLES and end - at < _ADDRESS_LONGEST:
        end += 1  # Ms. van der Berg
    if end > at + 1 + dotted and not desk.word(end)[:1].isupper():
        end = at + 1 + dotted
    return Unit("H", at, end, core=at) if dotted or plain != "me" else None


def _is_called(desk: Desk, at: int) -> bool:
    """Whether a name that no list knows follows a calling: Deputy Nang Xo Vi (Kon Tum), Deputy Sua asked."""
    word = desk.word(at)
    if not word[:1].isupper() or not can_be_foreign_part(word):
        return False
    end = max(foreign_name_end(desk.line, at, desk.names), at + 1)
    follower = desk.word(end)
    cue = follower in lexicon.STRONG_CUES or follower in lexicon.WEAK_CUES
    return cue or (follower in {"(", ",", "of", "from", ":"} and end > at + 1)
