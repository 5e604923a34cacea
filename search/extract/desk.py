"""What lies on the desk while a line is read: the line, its names, the bodies found, and what is remembered."""

from __future__ import annotations

from dataclasses import dataclass, field

from search.authority import Authority
from search.extract.line import Line
from search.extract.setting import Setting
from search.extract.units import BodyMention


@dataclass(slots=True)
class Memory:
    """What "the commission", "the sector" and "its" mean further down: the bodies named so far, by their last noun.

    `called` are the words that persons with full names may be called by, `initials` the letters.
    """

    setting: Setting
    authority: Authority | None = None
    by_noun: dict[str, str] = field(default_factory=dict)
    sector: bool = False
    called: set[str] = field(default_factory=set)
    initials: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Desk:
    """A line being read. `names` are where personal names begin and end; `bodies` grows as they are found."""

    line: Line
    names: dict[int, int]
    memory: Memory
    bodies: list[BodyMention] = field(default_factory=list)

    def word(self, at: int) -> str:
        """The word at a token as printed; a full stop after the last one."""
        try:
            return self.line.words[at]
        except IndexError:
            return "."

    def plain(self, at: int) -> str:
        """The word at a token in lower case without accents; a full stop after the last one."""
        try:
            return self.line.plain[at]
        except IndexError:
            return "."
