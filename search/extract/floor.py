"""Who has the floor while an article is read, and who has been heard in a passage so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from search.extract.people import Reference
from search.extract.sources import Source


@dataclass(slots=True)
class Floor:
    """Who has the floor while the article is read: who was heard last and where, and who is being talked of.

    `recent` are all who were heard in that passage, the last one first. `papers` are the letters and the like that the
    article has named so far, with their authors.
    """

    speaker: Reference | None = None
    ordinal: int = -1
    bodies_since: int = 0
    topic: Reference | None = None
    recent: tuple[Reference, ...] = ()
    papers: dict[str, Reference] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Heard:
    """One cue with its source; `cue` and `content` are ranges of units."""

    rule: str
    source: Source
    person: Reference | None
    cue: tuple[int, int]
    content: tuple[int, int]


@dataclass(slots=True)
class Hearing:
    """What has been heard in a passage so far, before whom."""

    floor: Floor
    heard: list[Heard] = field(default_factory=list)
