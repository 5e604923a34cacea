"""A query read: filters typed into its text take their place among the filters, and every part is read back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from search.limits import QUERY_CHARACTERS
from search.query import Filter, Query
from search.results import Interpretation, Status
from search.syntax.grammar import parse
from search.syntax.lexeme import ignored
from search.syntax.normal import all_of
from search.syntax.spelling import spell
from search.tree import And, Everything, Has, Not, Tree


@dataclass(frozen=True, slots=True)
class Reading:
    """`query` is lifted: no `field:value` is left in its text outside of groups. `tree` is what that text means."""

    query: Query
    tree: Tree
    interpretation: tuple[Interpretation, ...]


def read(query: Query, fields: Collection[str]) -> Reading:
    """Read a query's text. `fields` are the names that `field:value` knows: `search.fields.BY_NAME`. Raises nothing."""
    parsed = parse(query.text, fields)
    clauses = _clauses(parsed.tree)
    chosen = tuple(Filter(clause.facet, clause.value) for clause in clauses if isinstance(clause, Has))
    refused = tuple(Filter(has.facet, has.value) for clause in clauses if (has := _refused(clause)))
    if not (chosen or refused):
        return Reading(query, parsed.tree, _applied(clauses) + parsed.notes)
    notes = list(parsed.notes)
    rest = [clause for clause in clauses if not isinstance(clause, Has) and not _refused(clause)]
    while len(text := spell(all_of(rest))) > QUERY_CHARACTERS:  # spelt out, it can be longer than it was typed
        clause = rest.pop()
        clauses.remove(clause)
        notes.append(ignored(spell(clause), f"a query holds at most {QUERY_CHARACTERS} characters"))
    lifted = replace(query, text=text, filters=query.filters + chosen, excluded=query.excluded + refused)
    return Reading(lifted, all_of(rest), _applied(clauses) + tuple(notes))


def lift(query: Query, fields: Collection[str]) -> Query:
    """The same question with its filters where filters belong. Doing it twice changes nothing."""
    return read(query, fields).query


def _clauses(tree: Tree) -> list[Tree]:
    match tree:
        case Everything():
            return []
        case And(children):
            return list(children)
        case _:
            return [tree]


def _refused(clause: Tree) -> Has | None:
    return clause.child if isinstance(clause, Not) and isinstance(clause.child, Has) else None


def _applied(clauses: list[Tree]) -> tuple[Interpretation, ...]:
    return tuple(Interpretation(spell(clause), Status.APPLIED) for clause in clauses)
