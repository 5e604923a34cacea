"""What an empty result was made of: each word that was asked for, with what it finds by itself."""

from __future__ import annotations

from search import Deadline, Query, ResultPage, SearchEngine

WORDS = 5  # of more words, hardly one is to blame
_OPERATORS = frozenset({"AND", "OR", "NOT"})


def tried_of(engine: SearchEngine, result: ResultPage, deadline: Deadline) -> tuple[tuple[str, int], ...]:
    """The words of a question of a few plain words, and how many passages of the whole archive hold each.

    Nothing for one word alone, where the result says it all, and for a question with signs or operators.
    """
    words = tuple(dict.fromkeys(result.query.text.split()))
    plain = all(word.isalnum() and word not in _OPERATORS for word in words)
    if result.total or not result.complete or not plain or not 1 < len(words) <= WORDS:
        return ()
    found = [engine.search(Query(word, page_size=1), deadline, facets=()) for word in words]
    return tuple((word, one.total) for word, one in zip(words, found, strict=True) if one.complete)
