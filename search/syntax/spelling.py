"""Trees back to text: `parse(spell(tree)) == tree` for every tree in normal form and within the limits."""

from __future__ import annotations

import re

from search.analysis import query_tokens
from search.tree import And, Everything, Has, Not, Or, Phrase, Prefix, Term, Tree

QUOTES = '"\u201c\u201d\u201e\u201f\u2033\uff02'  # whichever opens, whichever closes
NONE = "none"

_BARE = re.compile(rf"[^\s(){QUOTES}\\,;]+")
_TO_ESCAPE = re.compile(rf"([{QUOTES}\\])")


def spell(tree: Tree) -> str:
    """The text that reads as `tree`."""
    match tree:
        case Everything():
            text = ""
        case Term(word):
            text = word
        case Phrase(words):
            text = f'"{_joined(words, ", ")}"'
        case Prefix(letters):
            text = f"{letters}*"
        case Has(facet, value):
            text = f"{facet}:{_value(value)}"
        case Not(child):
            text = f"-({spell(child)})" if isinstance(child, And | Or) else f"-{spell(child)}"
        case And(children):
            text = _joined([f"({spell(c)})" if isinstance(c, Or) else spell(c) for c in children], " AND ")
        case Or(children):
            text = " OR ".join(spell(child) for child in children)
    return text


def _joined(parts: list[str] | tuple[str, ...], otherwise: str) -> str:
    """The parts with blanks between; where blanks would run words together into a document's number, otherwise."""
    run = " ".join(parts)
    apart = [token.word for part in parts for token in query_tokens(part)]
    return run if [token.word for token in query_tokens(run)] == apart else otherwise.join(parts)


def _value(value: str | None) -> str:
    if value is None:
        return NONE
    if _BARE.fullmatch(value) and value.casefold() != NONE:
        return value
    return '"' + _TO_ESCAPE.sub(r"\\\1", value) + '"'
