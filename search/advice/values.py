"""Values of a filter that nobody has, and those that may be meant."""

from __future__ import annotations

from collections import Counter

from search.advice.spelling import near
from search.analysis import fold_value
from search.engines.base import SearchEngine
from search.fields import BY_NAME
from search.query import Filter

_CHOICES = 5


def values_like(engine: SearchEngine, asked: Filter) -> list[str]:
    """Values of the facet that hold every word of an unknown one, or a near word instead; the frequent ones first."""
    field = BY_NAME.get(asked.facet)
    facet = next((counts for counts in engine.statistics().facets if counts.name == asked.facet), None)
    if asked.value is None or field is None or field.ranges or facet is None:
        return []
    held = {value.value: value.count for value in facet.values if value.value is not None}
    words = fold_value(asked.value).split()
    folded = {value: frozenset(fold_value(value).split()) for value in held}
    if not words or any(fold_value(value).split() == words for value in held):
        return []
    vocabulary: Counter[str] = Counter()
    for value, count in held.items():
        vocabulary.update(dict.fromkeys(folded[value], count))
    choices = [{word} if word in vocabulary else set(near(word, vocabulary)) for word in words]
    like = [value for value in held if all(choice & folded[value] for choice in choices)]
    return sorted(like, key=lambda value: (-held[value], value))[:_CHOICES]
