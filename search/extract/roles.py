"""Titles: reading "Permanent Deputy Secretary of the Provincial Party Committee", and telling equal ones."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from search.extract.title_words import HEADS, PLURALS, RANKS

SYNONYMS: dict[tuple[str, str], str] = {
    ("leader", "party"): "general secretary",
    ("head", "party"): "general secretary",
    ("head", "government"): "prime minister",
    ("leader", "government"): "prime minister",
    ("head", "cabinet"): "prime minister",
    ("leader", "cabinet"): "prime minister",
    ("head", "state"): "president",
    ("leader", "state"): "president",
    ("leader", "party and state"): "general secretary",
    ("secretary", "party general"): "general secretary",
}
_RANK_NAMES = {"vice": "deputy", "standing": "permanent"}


_LANDS = {
    "vietnamese": "vietnam",
    "chinese": "china",
    "lao": "laos",
    "american": "us",
    "russian": "russia",
    "cuban": "cuba",
    "british": "uk",
    "french": "france",
    "german": "germany",
    "japanese": "japan",
    "korean": "korea",
    "cambodian": "cambodia",
    "thai": "thailand",
    "indian": "india",
    "nigerian": "nigeria",
    "singaporean": "singapore",
}


def land_of(word: str) -> str:
    """The country of a nationality."""
    return _LANDS.get(word, word)


_BODIES = frozenset("committee commission delegation board department council office assembly agency".split())


@dataclass(frozen=True, slots=True)
class Role:
    """A title as read. `head` is comparable; `of` is the body's canonical name or the words of the complement."""

    head: str
    of: str | None = None
    body: str | None = None
    former: bool = False
    plural: bool = False
    definite: bool = False

    def means(self, other: Role) -> bool:
        """Whether a later mention of this title, perhaps shorter, can mean the holder of `other`."""
        if self.plural or unranked(self.head) != unranked(other.head) or other.former != self.former:
            return False
        if self.of is None or other.of is None or self.of == other.of:
            return True
        mine, theirs = set(self.of.lower().split()), set(other.of.lower().split())
        return mine <= theirs or (theirs <= mine and theirs < _BODIES)  # less of the same name; "the committee"


def unranked(head: str) -> str:
    """The head without "permanent", which a later mention may leave out."""
    return head.removeprefix("permanent ")


class Head(NamedTuple):
    """The words of a title's head in the singular, and how many tokens they take; none where there is no head."""

    words: tuple[str, ...]
    plural: bool
    size: int


_NO_HEAD = Head((), plural=False, size=0)
HEAD_BEGINNINGS = frozenset({*(head[0] for head in HEADS), *PLURALS})
_LONGEST_HEAD = max(len(head) for head in HEADS)


def head_at(plain: tuple[str, ...], at: int) -> Head:
    """The longest head of a title that begins at word `at`."""
    if at >= len(plain) or plain[at] not in HEAD_BEGINNINGS:
        return _NO_HEAD
    for size in range(_LONGEST_HEAD, 0, -1):
        words = plain[at : at + size]
        if words in HEADS:
            return Head(words, plural=False, size=len(words))
        if words[-1] in PLURALS and (*words[:-1], PLURALS[words[-1]]) in HEADS:
            return Head((*words[:-1], PLURALS[words[-1]]), plural=True, size=len(words))
    return _NO_HEAD


@lru_cache(maxsize=4096)
def head_of(qualifiers: tuple[str, ...], head: tuple[str, ...], complement: str | None) -> str:
    """The comparable head of a title from its words: ranks kept, mere qualifiers dropped, synonyms joined."""
    base = HEADS[head]
    told = set(qualifiers)
    whose = complement or ("party and state" if {"party", "state"} <= told else None)
    if whose is None:
        whose = next((word for word in ("party", "government", "state") if word in told), None)
    if whose is not None:
        base = SYNONYMS.get((base, whose.removeprefix("the ").casefold()), base)
    ranks = [_RANK_NAMES.get(word, word) for word in qualifiers if word in RANKS]
    return " ".join([*dict.fromkeys(ranks), base])
