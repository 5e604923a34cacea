"""What to try where a query found nothing: a better spelling, any of the words, one filter less."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from search.advice.spelling import respellings
from search.deadline import NEVER, Deadline
from search.engines.base import SearchEngine
from search.fields import BY_NAME
from search.query import Filter, Query
from search.results import ResultPage
from search.syntax import parse, spell
from search.syntax.normal import all_of, any_of
from search.tree import And, Not, Or, Phrase, Term, Tree

__all__ = ["Advice", "advise"]


@dataclass(frozen=True, slots=True)
class Advice:
    """Every piece finds something. Totals are exact.

    `spelling` is the text of the query with its misspelt words put right; `any_of` asks for any of the words instead
    of all, with the total; `without` names each filter or exclusion that can be dropped, with the total it leaves.
    """

    spelling: str | None = None
    any_of: tuple[Query, int] | None = None
    without: tuple[tuple[Filter, int], ...] = ()


def advise(engine: SearchEngine, page: ResultPage, deadline: Deadline = NEVER) -> Advice:
    """Advice on a page without hits. What cannot be counted before the deadline is not advised."""

    def total(query: Query) -> int:
        if deadline.passed:
            return 0
        found = engine.search(replace(query, page=1, page_size=1), deadline)
        return found.total if found.complete else 0

    query = page.query
    tree = parse(query.text, BY_NAME).tree
    spellings = respellings(tree, engine, knows=lambda term: total(Query(spell(term))) > 0)
    return Advice(
        next((text for text in map(spell, spellings) if total(replace(query, text=text))), None),
        _any_of(query, tree, total),
        tuple((f, n) for f in query.filters + query.excluded if (n := total(query.without(f)))),
    )


def _any_of(query: Query, tree: Tree, total: Callable[[Query], int]) -> tuple[Query, int] | None:
    wider = _widened(tree)
    if wider is None:
        return None
    asking = replace(query, text=spell(wider), page=1)
    found = total(asking)
    return (asking, found) if found else None


def _widened(tree: Tree) -> Tree | None:
    """The same words with OR between them, what is left out still left out; None where nothing gets wider."""
    match tree:
        case Phrase(words) if len(words) > 1:
            return any_of(Term(word) for word in words)
        case And(children):
            refused = [child for child in children if isinstance(child, Not)]
            wanted = any_of(child for child in children if not isinstance(child, Not))
            alone = not isinstance(wanted, Or) or wanted in children
            return None if alone else all_of([wanted, *refused])
        case _:
            return None
