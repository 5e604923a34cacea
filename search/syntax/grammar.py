"""Lexemes to the tree. AND binds tighter than OR; a minus or NOT binds tightest; words side by side mean AND."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import lru_cache

from search.limits import QUERY_NEGATIONS
from search.results import Interpretation
from search.syntax.lexeme import Lexeme, Sign, ignored
from search.syntax.lexing import lex
from search.syntax.normal import all_of, any_of, negated
from search.tree import Everything, Tree


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a text means, and notes on what of it could not be applied as written."""

    tree: Tree
    notes: tuple[Interpretation, ...]


def parse(text: str, fields: Collection[str] = ()) -> Parsed:
    """The tree of a text, in normal form. `fields` are the names that `field:value` knows. Raises nothing."""
    return _parsed(text, tuple(fields))


@lru_cache(maxsize=256)  # one page has its text read by the address, the engine, the advice and the links
def _parsed(text: str, fields: tuple[str, ...]) -> Parsed:
    lexemes, notes = lex(text, fields)
    parser = _Parser(lexemes, notes)
    tree = parser.alternatives()
    return Parsed(tree, tuple(dict.fromkeys(parser.notes)))


@dataclass(slots=True)
class _Parser:
    """Goes over balanced lexemes once."""

    lexemes: list[Lexeme]
    notes: list[Interpretation]
    at: int = 0
    negations: int = field(default=0)

    def alternatives(self) -> Tree:
        found = [self.requirements()]
        while self.next_is(Sign.OR):
            operator = self.take()
            found.append(self.requirements())
            self.check(operator, before=found[-2], after=found[-1])
        return any_of(found)

    def requirements(self) -> Tree:
        found: list[Tree] = []
        while self.next_is(Sign.AND, Sign.NOT, Sign.OPEN, Sign.LEAF):
            if self.next_is(Sign.AND):
                operator = self.take()
                before = found[-1] if found else Everything()
                found.append(self.operand() if self.next_is(Sign.NOT, Sign.OPEN, Sign.LEAF) else Everything())
                self.check(operator, before=before, after=found[-1])
            else:
                found.append(self.operand())
        return all_of(found)

    def operand(self) -> Tree:
        refused: Lexeme | None = None
        even = True
        while self.next_is(Sign.NOT):
            refused, even = self.take(), not even
        if refused is None or even:
            return self.primary(alone=True)
        start = self.at
        child = self.primary()
        if isinstance(child, Everything):
            self.notes.append(ignored(refused.text, "nothing to leave out stands after it"))
            return child
        self.negations += 1
        if self.negations > QUERY_NEGATIONS:
            dropped = " ".join(lexeme.text for lexeme in self.lexemes[start : self.at])
            self.notes.append(ignored(f"{refused.text} {dropped}", f"at most {QUERY_NEGATIONS} parts can be left out"))
            return Everything()
        return negated(child)

    def primary(self, *, alone: bool = False) -> Tree:
        if self.next_is(Sign.OPEN):
            self.take()
            empty = alone and self.next_is(Sign.CLOSE)
            inside = self.alternatives()
            self.take()  # brackets are balanced
            if empty and not any(note.text == "(" for note in self.notes):  # one left open has been told of
                self.notes.append(ignored("()", "nothing stands between the brackets"))
            return inside
        leaf = self.take().leaf if self.next_is(Sign.LEAF) else None
        return leaf or Everything()

    def check(self, operator: Lexeme, *, before: Tree, after: Tree) -> None:
        for side, tree in (("before", before), ("after", after)):
            if isinstance(tree, Everything):
                self.notes.append(ignored(operator.text, f"nothing stands {side} it"))
                return

    def next_is(self, *signs: Sign) -> bool:
        return self.at < len(self.lexemes) and self.lexemes[self.at].sign in signs

    def take(self) -> Lexeme:
        self.at += 1
        return self.lexemes[self.at - 1]
