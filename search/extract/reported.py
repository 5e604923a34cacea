"""What a rule of speech finds, and what such a rule is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from search.extract.sources import Sentence, Source


@dataclass(frozen=True, slots=True)
class Reported:
    """What a rule found: its name, the source, and the units of the content."""

    rule: str
    source: Source
    content: tuple[int, int]


Rule = Callable[[Sentence, int], Reported | None]
