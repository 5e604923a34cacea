"""The signs a query is made of, as its grammar sees them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from search.results import Interpretation, Status
from search.tree import Has, Phrase, Prefix, Term


class Sign(Enum):
    """What a lexeme does in the grammar."""

    OPEN = auto()
    CLOSE = auto()
    AND = auto()
    OR = auto()
    NOT = auto()
    LEAF = auto()


Leaf = Term | Phrase | Prefix | Has


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One sign of the query; `text` is how it is written, `leaf` what a LEAF stands for."""

    sign: Sign
    text: str
    leaf: Leaf | None = None


OPEN = Lexeme(Sign.OPEN, "(")
CLOSE = Lexeme(Sign.CLOSE, ")")
OPERATORS = {"AND": Sign.AND, "OR": Sign.OR, "NOT": Sign.NOT}


def ignored(text: str, reason: str) -> Interpretation:
    """The note on a part of the query that is not applied as written."""
    return Interpretation(text, Status.IGNORED, reason)


def group_of(lexemes: list[Lexeme]) -> list[Lexeme]:
    """The lexemes as one operand: in brackets unless they are one already."""
    return lexemes if len(lexemes) < 2 else [OPEN, *lexemes, CLOSE]  # noqa: PLR2004 - two make a group
