"""What a line is made of for the rules: names, titles, bodies, cues and marks, one letter each.

The letters of a sentence in a row are its shape; the rules of speech read shapes, not words.

    N full name      m perhaps a name   R title          H honorific      O body           i body without a name
    p he, she        P they             I first person   D delegates      C conference     K report
    V cue            v weak cue         G adding, noting A adverb, helper T that           X according to
    e speaking at    c acts (awarded)   b is, was        o preposition    r who, which     z not
    & and, or        S 's               a article        # number         W perhaps a name w capital        x other word
    Q quotation mark, and , ; : . ( ) - as they are
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import NamedTuple

from search.extract.line import Line, sentences_of
from search.extract.roles import Role
from search.known import Known

_last = attrgetter("last")
_ONE_OF = Known(lambda letters: re.compile(f"[{re.escape(letters)}]"))


class Unit(NamedTuple):
    """The tokens from `first` up to `last` of a line, read as one thing.

    `name` is the canonical name of a person (N, m) or body (O); `core` is where the thing itself begins, after an
    article; a title has its `role`. A named tuple, because there is one for almost every word of the archive.
    """

    code: str
    first: int
    last: int
    name: str | None = None
    role: Role | None = None
    core: int = 0


@lru_cache(maxsize=16_384)
def word_alone(code: str, at: int) -> Unit:
    """The unit of one word or mark: the same one in every line, for nothing tells of which it is."""
    return Unit(code, at, at + 1, core=at)


@dataclass(frozen=True, slots=True)
class BodyMention:
    """A body named by the tokens from `first` up to `last`, perhaps inside a title."""

    name: str
    first: int
    last: int


@dataclass(frozen=True)
class Reading:
    """One passage read: its line, its units, their letters, and the bodies it names."""

    line: Line
    units: tuple[Unit, ...]
    codes: str
    bodies: tuple[BodyMention, ...]

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Where the sentences begin and end among the units. Found when first asked for: often nobody asks."""
        found: list[tuple[int, int]] = []
        begin = here = 0
        for _, end in sentences_of(self.line):
            here = bisect_right(self.units, end, here, key=_last)
            if here > begin:
                found.append((begin, here))
                begin = here
        if begin < len(self.units):
            found.append((begin, len(self.units)))
        return tuple(found)

    def places(self, letters: str) -> list[int]:
        """The units that have one of the letters, in order."""
        return [match.start() for match in _ONE_OF[letters].finditer(self.codes)]

    def printed(self, first: int, last: int) -> str:
        """The text of the units from `first` up to `last`."""
        return self.line.printed(self.units[first].first, self.units[last - 1].last)
