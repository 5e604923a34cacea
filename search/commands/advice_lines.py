"""What to try where a query found nothing, as lines for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from search.advice import Advice
from search.commands.output import counted
from search.query import Filter
from search.syntax import spell
from search.tree import Has


def advice_lines(advice: Advice) -> Iterator[str]:
    """A line for each piece of advice, with what following it finds."""
    if advice.about:
        query, total = advice.about
        yield f"The main words: {query.text} ({counted(total, 'passage')})"
    if advice.begins:
        query, total = advice.begins
        yield f"Words that begin so: {query.text} ({counted(total, 'passage')})"
    if advice.spelling:
        yield f"Did you mean: {advice.spelling}"
    for query, total in advice.others:
        yield f"Or: {query.text} ({counted(total, 'passage')})"
    for word, query, total in advice.alone:
        yield f"For {word} alone: {query.text} ({counted(total, 'passage')})"
    if advice.unknown:
        yield f"In no passage: {', '.join(advice.unknown)}"
    for asked, meant, total in advice.values:
        yield f"Instead of {_spelt(asked)}: {_spelt(meant)} ({counted(total, 'passage')})"
    for dropped, total in advice.without:
        yield f"Without {_spelt(dropped)}: {counted(total, 'passage')}"
    if advice.any_of:
        query, total = advice.any_of
        yield f"Any of these words ({total:,}): {query.text}"


def _spelt(chosen: Filter) -> str:
    return spell(Has(chosen.facet, chosen.value))
