"""The query tree: what the text of a query means, free of any engine. Match on it with `match`.

Words are analysed by the engine's shared analysis, not here: a leaf holds the words as typed.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Everything:
    """Every searched passage: the empty query."""


@dataclass(frozen=True, slots=True)
class Term:
    """One bare word or document code: any inflection of it, in the text or in a canonical name the passage holds."""

    word: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in quotation marks: as written, in this order, in the text (case, accents and spelling variants aside)."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words of the text that begin so."""

    letters: str


@dataclass(frozen=True, slots=True)
class Has:
    """A `field:value` that stands inside a group; value None is "none"."""

    facet: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Not:
    """Passages that do not match `child`. Contributes nothing to the score."""

    child: Tree


@dataclass(frozen=True, slots=True)
class And:
    """All children match; at least two."""

    children: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one child matches; at least two."""

    children: tuple[Tree, ...]


Tree = Everything | Term | Phrase | Prefix | Has | Not | And | Or
