"""What to try where a query found nothing: fewer words, a better spelling, any of the words, one filter less."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from search.advice.asking import asked_about
from search.advice.spelling import Spelling
from search.advice.unfinished import begun
from search.advice.values import values_like
from search.analysis import query_tokens
from search.deadline import NEVER, Deadline
from search.engines.base import SearchEngine
from search.fields import BY_NAME
from search.query import Filter, Query
from search.results import ResultPage
from search.syntax import parse, spell
from search.syntax.normal import all_of, any_of
from search.tree import And, Not, Or, Phrase, Term, Tree

_OTHERS = 2  # spellings beside the first

__all__ = ["Advice", "advise"]


@dataclass(frozen=True, slots=True)
class Advice:
    """Every piece finds something. Totals are exact.

    `spelling` is the text of the query with its misspelt words put right; `any_of` asks for any of the words instead
    of all, with the total; `without` names each filter or exclusion that can be dropped, with the total it leaves.

    `about` is what a question is about: the query without its small words, which the rest leaves out as well.
    `begins` asks for words that begin as the last one does.

    `unknown` are the words that stand in no passage; where nothing like one of them is known, `spelling` is without it.
    `others` are further spellings: numbers of documents that may be meant as well. `values` are filters with a value
    that no passage has, each with one that may be meant and the total it gives. Where there is no `spelling`, `alone`
    has the misspelt words, each with a known one like it as a question of its own, past all filters.
    """

    spelling: str | None = None
    any_of: tuple[Query, int] | None = None
    without: tuple[tuple[Filter, int], ...] = ()
    unknown: tuple[str, ...] = ()
    others: tuple[tuple[Query, int], ...] = ()
    values: tuple[tuple[Filter, Filter, int], ...] = ()
    alone: tuple[tuple[str, Query, int], ...] = ()
    about: tuple[Query, int] | None = None
    begins: tuple[Query, int] | None = None


def advise(engine: SearchEngine, page: ResultPage, deadline: Deadline = NEVER) -> Advice:
    """Advice on a page without hits. What cannot be counted before the deadline is not advised."""

    def total(query: Query) -> int:
        if deadline.passed:
            return 0
        found = engine.search(replace(query, page=1, page_size=1), deadline)
        return found.total if found.complete else 0

    query = page.query
    whole = parse(query.text, BY_NAME).tree
    tree = asked_about(whole)

    def knows(term: Term) -> bool:  # what could not be looked up is not called unknown
        found = None if deadline.passed else engine.search(Query(spell(term), page_size=1), deadline)
        return found is None or found.total > 0 or not found.complete

    spelling = Spelling(tree, engine, knows)
    texts = dict.fromkeys(map(spell, spelling.trees()))
    asked = ((again, n) for text in texts if (n := total(again := replace(query, text=text, page=1))))
    best = next(asked, None)
    return Advice(
        best[0].text if best else None,
        _any_of(query, tree, total),
        tuple((f, n) for f in dict.fromkeys(query.filters + query.excluded) if (n := total(query.without(f)))),
        spelling.unknown,
        tuple(islice(asked, _OTHERS)) if best and spelling.has_codes else (),
        tuple(_values(engine, query, total)),
        () if best else tuple(_alone(spelling, total)),
        _found(replace(query, text=spell(tree), page=1), total) if tree != whole else None,
        _found(longer, total) if (longer := begun(query)) else None,
    )


def _alone(spelling: Spelling, total: Callable[[Query], int]) -> Iterator[tuple[str, Query, int]]:
    for word, choices in spelling.choices.items():
        asked = ((query, n) for known in choices if (n := total(query := Query(known))))
        yield from ((word, query, n) for query, n in islice(asked, 1))


def _values(engine: SearchEngine, query: Query, total: Callable[[Query], int]) -> Iterator[tuple[Filter, Filter, int]]:
    for asked in query.filters:
        for value in values_like(engine, asked):
            meant = Filter(asked.facet, value)
            if found := total(query.without(asked).toggling(meant)):
                yield asked, meant, found


def _any_of(query: Query, tree: Tree, total: Callable[[Query], int]) -> tuple[Query, int] | None:
    wider = _widened(tree)
    return _found(replace(query, text=spell(wider), page=1), total) if wider else None


def _found(asking: Query, total: Callable[[Query], int]) -> tuple[Query, int] | None:
    found = total(asking)
    return (asking, found) if found else None


def _widened(tree: Tree) -> Tree | None:
    """The same words with OR between them, what is left out still left out; None where nothing gets wider."""
    match tree:
        case Phrase(words) if len(words) > 1:
            return any_of(Term(word) for word in words)
        case Term(word) if len(tokens := query_tokens(word)) > 1:
            return any_of(Term(token.span.of(word)) for token in tokens)
        case And(children):
            refused = [child for child in children if isinstance(child, Not)]
            wanted = any_of(child for child in children if not isinstance(child, Not))
            alone = not isinstance(wanted, Or) or wanted in children
            return None if alone else all_of([wanted, *refused])
        case _:
            return None
