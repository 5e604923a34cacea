"""How facet values are counted when several can be chosen: the rule, written once for every engine.

The number beside a value is the total of `query.without_facet(facet).toggling(Filter(facet, value))`: what choosing it
alone in its facet gives while everything else stays. So the choices of its own facet do not narrow a count, those of
the other facets do, and exclusions hold for every value but the excluded one itself.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import insort
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial

from search.errors import UnknownFieldError
from search.fields import BY_NAME, FACETS, Field
from search.query import Filter, Query
from search.results import FacetCounts, FacetValue, FacetValues

Counts = Mapping[str | None, int]
Tally = Callable[[Field, tuple[Filter, ...], tuple[Filter, ...]], Counts]
"""How many passages hold each value of a field (None: no value at all) among those that match the text of the query,
these filters and none of these exclusions. Engines give one; values that do not occur may be left out."""


class Ranked(Mapping[str | None, int], ABC):
    """Counts of an engine that puts them in the order of their facet itself, and only if someone looks."""

    __slots__ = ()

    @abstractmethod
    def pairs(self) -> Sequence[tuple[str | None, int]]:
        """Values that occur with their counts, in the order that `order_of` the field tells."""


def survey(query: Query, tally: Tally, facets: Sequence[Field] = FACETS) -> tuple[FacetCounts, ...]:
    """The facets of the answer to `query`, with exact counts: values that occur, and those chosen or excluded."""
    return tuple(FacetCounts(field.name, _values(field, query, tally)) for field in facets)


def occurring(field: Field, counts: Counts, query: Query) -> FacetCounts:
    """The values that occur in the answer to `query`, where `counts` was taken; if some are chosen, those alone."""
    chosen = [f.value for f in query.filters if f.facet == field.name]
    listed = [one for one in counts.items() if one[1] and is_wanted(field, one[0], chosen)]
    listed.sort(key=order_of(field))
    return FacetCounts(field.name, FacetValues(listed, lambda v, n: FacetValue(v, field.label_of(v), n)))


def is_wanted(field: Field, value: str | None, chosen: Collection[str | None]) -> bool:
    """Whether a value is chosen in its facet, by itself or by a range, or nothing is."""
    held = () if value is None else (value,)
    return not chosen or any(has(field, held, one) for one in chosen)


def field_of(name: str) -> Field:
    """The field a filter names. Raises `UnknownFieldError`."""
    if name not in BY_NAME:
        msg = f"there is no field called {name!r}; there are {', '.join(BY_NAME)}"
        raise UnknownFieldError(msg)
    return BY_NAME[name]


def bounds_of(field: Field, value: str | None) -> tuple[str, str] | None:
    """The first and the last value of a range such as `2022..2024`, `2022..` or `..2024`; None for a single value."""
    if not field.ranges or value is None or ".." not in value:
        return None
    first, _, last = value.partition("..")
    return first, last or "\U0010ffff"


def has(field: Field, values: Collection[str], value: str | None) -> bool:
    """Whether a passage with these values of the field meets a filter for `value`."""
    if value is None:
        return not values
    bounds = bounds_of(field, value)
    if bounds is None:
        return value in values
    return any(bounds[0] <= held <= bounds[1] for held in values)


def passes(values: Mapping[str, Collection[str]], filters: tuple[Filter, ...], excluded: tuple[Filter, ...]) -> bool:
    """Whether these values of each field are let through: OR within a facet, AND across facets, none excluded."""
    wanted = {f.facet for f in filters}
    met = {f.facet for f in filters if has(field_of(f.facet), values[f.facet], f.value)}
    return met == wanted and not any(has(field_of(f.facet), values[f.facet], f.value) for f in excluded)


def settled(query: Query, spelling: Callable[[Field, str], str]) -> Query:
    """The query with its filter values as the index spells them (`to lam` becomes `Tô Lâm`).

    `spelling` gives an unknown value back as it came. Raises `UnknownFieldError`.
    """
    if not (query.filters or query.excluded):
        return query

    def settle(filters: tuple[Filter, ...]) -> tuple[Filter, ...]:
        return tuple(f if f.value is None else Filter(f.facet, spelling(field_of(f.facet), f.value)) for f in filters)

    return replace(query, filters=settle(query.filters), excluded=settle(query.excluded))


def _values(field: Field, query: Query, tally: Tally) -> FacetValues:
    others = query.without_facet(field.name).filters if query.filters else ()
    counts = tally(field, others, query.excluded)
    chosen = {f.value: _count(field, counts, f.value) for f in query.filters if f.facet == field.name}
    refused: dict[str | None, int] = {}
    for value in (f.value for f in query.excluded if f.facet == field.name):
        spared = tuple(f for f in query.excluded if f != Filter(field.name, value))
        refused[value] = _count(field, tally(field, others, spared), value)

    coded = bool(field.labels)

    def made(value: str | None, count: int) -> FacetValue:
        # Of the hundred values of a page nearly all are their own labels, which is not worth a call for each.
        label = _label(field, value) if coded or value is None or ".." in value else value
        return FacetValue(value, label, count, value in chosen, value in refused)

    stated = {**chosen, **refused}
    order = order_of(field)
    pairs = counts.pairs() if isinstance(counts, Ranked) else sorted(filter(_occurs, counts.items()), key=order)
    if all(count and counts.get(value) == count for value, count in stated.items()):
        return FacetValues(pairs, made)
    listed = [one for one in pairs if stated.get(one[0], one[1]) == one[1]]
    for one in stated.items():
        if counts.get(one[0]) != one[1] or not one[1]:
            insort(listed, one, key=order)
    return FacetValues(listed, made)


def _occurs(pair: tuple[str | None, int]) -> bool:
    return pair[1] > 0


def _count(field: Field, counts: Counts, value: str | None) -> int:
    bounds = bounds_of(field, value)
    if bounds is None:
        return counts.get(value, 0)
    # A field with ranges has at most one value in a passage, so a sum counts no passage twice.
    pairs = counts.pairs() if isinstance(counts, Ranked) else counts.items()
    return sum(count for held, count in pairs if held is not None and bounds[0] <= held <= bounds[1])


def _label(field: Field, value: str | None) -> str:
    if value is None or bounds_of(field, value) is None:
        return field.label_of(value)
    first, _, last = value.partition("..")
    if first and last:
        return f"{first}\N{EN DASH}{last}"
    return f"from {first}" if first else f"until {last}"


def order_of(field: Field) -> Callable[[tuple[str | None, int]], tuple[object, ...]]:
    """The key by which the values of a facet, with their counts, are sorted."""
    return _newest if field.order == "newest" else partial(_most, field)


def _most(field: Field, held: tuple[str | None, int]) -> tuple[bool, int, str]:
    """Most hits first, then by name; "none" comes last."""
    value, count = held
    return value is None, -count, _label(field, value)


def _newest(held: tuple[str | None, int]) -> tuple[bool, bool, list[int]]:
    """Ranges before single values, the newest first; "none" comes last."""
    text = held[0] or ""
    return held[0] is None, ".." not in text, [-ord(c) for c in text]
