"""How facet values are counted when several can be chosen: the rule, written once for every engine.

The number beside a value is the total of `query.without_facet(facet).toggling(Filter(facet, value))`: what choosing it
alone in its facet gives while everything else stays. So the choices of its own facet do not narrow a count, those of
the other facets do, and exclusions hold for every value but the excluded one itself.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from search.errors import UnknownFieldError
from search.fields import BY_NAME, FACETS, Field
from search.query import Filter, Query
from search.results import FacetCounts, FacetValue

Counts = Mapping[str | None, int]
Tally = Callable[[Field, tuple[Filter, ...], tuple[Filter, ...]], Counts]
"""How many passages hold each value of a field (None: no value at all) among those that match the text of the query,
these filters and none of these exclusions. Engines give one; values that do not occur may be left out."""


def survey(query: Query, tally: Tally) -> tuple[FacetCounts, ...]:
    """Every facet of the answer to `query`, with exact counts: values that occur, and those chosen or excluded."""
    return tuple(FacetCounts(field.name, _values(field, query, tally)) for field in FACETS)


def occurring(field: Field, counts: Counts, query: Query) -> FacetCounts:
    """The values that occur in the answer to `query`, where `counts` was taken; if some are chosen, those alone."""
    chosen = [f.value for f in query.filters if f.facet == field.name]
    values = [
        FacetValue(value, field.label_of(value), count)
        for value, count in counts.items()
        if count and is_wanted(field, value, chosen)
    ]
    return FacetCounts(field.name, tuple(sorted(values, key=_order(field))))


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

    def settle(filters: tuple[Filter, ...]) -> tuple[Filter, ...]:
        return tuple(f if f.value is None else Filter(f.facet, spelling(field_of(f.facet), f.value)) for f in filters)

    return replace(query, filters=settle(query.filters), excluded=settle(query.excluded))


def _values(field: Field, query: Query, tally: Tally) -> tuple[FacetValue, ...]:
    others = query.without_facet(field.name).filters
    counts = dict(tally(field, others, query.excluded))
    chosen = {f.value for f in query.filters if f.facet == field.name}
    refused = {f.value for f in query.excluded if f.facet == field.name}
    occurring = dict(counts)
    for value in chosen:
        counts[value] = _count(field, occurring, value)
    for value in refused:
        spared = tuple(f for f in query.excluded if f != Filter(field.name, value))
        counts[value] = _count(field, tally(field, others, spared), value)
    listed = (
        FacetValue(value, _label(field, value), count, value in chosen, value in refused)
        for value, count in counts.items()
        if count or value in chosen or value in refused
    )
    return tuple(sorted(listed, key=_order(field)))


def _count(field: Field, counts: Counts, value: str | None) -> int:
    if bounds_of(field, value) is None:
        return counts.get(value, 0)
    # A field with ranges has at most one value in a passage, so a sum counts no passage twice.
    return sum(count for held, count in counts.items() if held is not None and has(field, (held,), value))


def _label(field: Field, value: str | None) -> str:
    bounds = bounds_of(field, value)
    if bounds is None or value is None:
        return field.label_of(value)
    first, _, last = value.partition("..")
    if first and last:
        return f"{first}\N{EN DASH}{last}"
    return f"from {first}" if first else f"until {last}"


def _order(field: Field) -> Callable[[FacetValue], tuple[object, ...]]:
    return _newest if field.order == "newest" else _most


def _most(value: FacetValue) -> tuple[bool, int, str]:
    """Most hits first, then by name; "none" comes last."""
    return value.value is None, -value.count, value.label


def _newest(value: FacetValue) -> tuple[bool, bool, list[int]]:
    """Ranges before single values, the newest first; "none" comes last."""
    text = value.value or ""
    return value.value is None, ".." not in text, [-ord(c) for c in text]
