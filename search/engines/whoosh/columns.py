"""The rows of an index as arrays: what filters, facets, sorting and scores need to know of every passage."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from search.engines.naming import Form
from search.engines.spelling import key_of, spellings
from search.engines.whoosh.alike import Alike
from search.engines.whoosh.rows import FORMS, KINDS, cells_of, figures_of, forms_in, values_of
from search.facets import Counts, has, is_wanted
from search.fields import BY_NAME, KIND_WEIGHTS, TEXT_FIELDS, Field

Mask = NDArray[np.bool_]
Numbers = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Column:
    """The values of one field in all passages.

    Few combinations of values occur, so a passage has the number of its combination (`codes`), and what there is to
    know about values is worked out once per combination. `pairs` lists (combination, value) for all of them.
    """

    field: Field
    codes: Numbers
    combinations: Sequence[tuple[str, ...]]
    spelt: dict[str, str]

    @cached_property
    def values(self) -> list[str]:
        """The values by number."""
        return sorted({value for combination in self.combinations for value in combination})

    @cached_property
    def pairs(self) -> tuple[Numbers, Numbers]:
        """Numbers of combinations and, beside each, of a value it holds."""
        number = {value: n for n, value in enumerate(self.values)}
        found = [(c, number[value]) for c, held in enumerate(self.combinations) for value in held]
        both = np.array(found, dtype=np.int64).reshape(-1, 2)
        return both[:, 0], both[:, 1]

    @cached_property
    def empty(self) -> Mask:
        """Which combinations hold no value."""
        return np.array([not held for held in self.combinations], dtype=np.bool_)

    def tally(self, chosen: Mask) -> Counts:
        """How many of the chosen passages hold each value."""
        by_combination = np.bincount(self.codes[chosen], minlength=len(self.combinations))
        combinations, values = self.pairs
        counts = np.bincount(values, weights=by_combination[combinations], minlength=len(self.values))
        found: dict[str | None, int] = {self.values[n]: int(counts[n]) for n in np.flatnonzero(counts)}
        without = int(by_combination[self.empty].sum())
        return {**found, None: without} if without else found

    def having(self, value: str | None) -> Mask:
        """Which passages meet a filter for `value`."""
        if value is None:
            return self.empty[self.codes]
        meeting = np.zeros(len(self.combinations), dtype=np.bool_)
        combinations, values = self.pairs
        wanted = [n for n, held in enumerate(self.values) if has(self.field, (held,), value)]
        meeting[combinations[np.isin(values, wanted)]] = True
        return meeting[self.codes]

    @cached_property
    def spread(self) -> tuple[Numbers, Numbers]:
        """The values of all combinations one after the other, and where those of each begin; none is a number, too."""
        number = {value: n for n, value in enumerate(self.values)}
        held = [sorted(number[v] for v in combination) or [len(number)] for combination in self.combinations]
        starts = np.cumsum([0, *(len(one) for one in held)])
        return np.array([value for one in held for value in one], dtype=np.int64), starts

    def at(self, numbers: Numbers) -> tuple[Numbers, Numbers]:
        """For all values of these passages: the place of the passage among them, and the number of the value."""
        values, starts = self.spread
        codes = self.codes[numbers]
        sizes = starts[codes + 1] - starts[codes]
        places = np.repeat(np.arange(len(numbers)), sizes)
        within = np.arange(len(places)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        return places, values[np.repeat(starts[codes], sizes) + within]

    def wanted(self, chosen: Collection[str | None]) -> Numbers:
        """The numbers of the values that are chosen, or of all."""
        known = [*self.values, None]
        return np.array([n for n, value in enumerate(known) if is_wanted(self.field, value, chosen)], dtype=np.int64)

    def value(self, number: int) -> str | None:
        """A value by its number."""
        return self.values[number] if number < len(self.values) else None

    def spelling(self, value: str) -> str:
        """The value as the archive spells it."""
        return self.spelt.get(key_of(self.field, value), value)


class Columns:
    """What is known of all passages of an index, deleted ones among them (they are never `searched`)."""

    def __init__(self, rows: Sequence[bytes], live: Mask, near: Callable[[Columns], Alike]) -> None:
        """`near` finds the near-identical passages when they are first asked for."""
        figures = figures_of(rows)
        self._cells = cells_of(rows) if rows else {}
        self._columns: dict[str, Column] = {}
        self._near = near
        self.live = live
        self.searched: Mask = figures["searched"] & live
        self.passages = int(self.searched.sum())
        self.ordinal: Numbers = figures["ordinal"].astype(np.int64)
        self.day: Numbers = figures["day"].astype(np.int64)
        self.share: Floats = np.array([KIND_WEIGHTS.get(kind, 0.0) for kind in KINDS])[figures["kind"]]
        self.lengths: dict[str, Floats] = {
            field.name: figures["lengths"][:, n].astype(np.float64) for n, field in enumerate(TEXT_FIELDS)
        }
        self.averages = {name: self._average(lengths) for name, lengths in self.lengths.items()}

    def __len__(self) -> int:
        return len(self.live)

    @cached_property
    def place(self) -> Numbers:
        """The place of each passage when everything is read from the first file to the last."""
        sources, paths = _coded(self._cells.get("source_path", ()))
        articles, ids = _coded(self._cells.get("article", ()))
        order = np.lexsort((self.ordinal, _ranks(ids)[articles], _ranks(paths)[sources]))
        place = np.empty(len(order), dtype=np.int64)
        place[order] = np.arange(len(order))
        return place

    @cached_property
    def alike(self) -> Alike:
        """Which passages are near-identical."""
        return self._near(self)

    def column(self, name: str) -> Column | Alike:
        """One field's column, made when it is first asked for."""
        if BY_NAME[name].alike:
            return self.alike
        if name not in self._columns:
            self._columns[name] = self._column(BY_NAME[name])
        return self._columns[name]

    def occurring(self, name: str, chosen: Mask) -> int:
        """How many different values of a field the chosen passages hold."""
        return sum(value is not None for value in self.column(name).tally(chosen))

    def spelling(self, field: Field, value: str) -> str:
        """The value as the archive spells it."""
        return self.column(field.name).spelling(value)

    def forms(self) -> Iterable[Form]:
        """How the searched passages print names, each combination of forms once."""
        cells = self._cells.get(FORMS, ())
        return forms_in({cells[number] for number in np.flatnonzero(self.searched)})

    def _column(self, field: Field) -> Column:
        codes, combinations = _coded(self._cells.get(field.name, ()))
        written = Column(field, codes, combinations, {}).tally(self.searched)
        spelt = spellings(field, {value: count for value, count in written.items() if value is not None})
        same = [tuple({spelt.get(key_of(field, v), v) for v in held}) for held in combinations]
        return Column(field, codes, same, spelt)

    def _average(self, lengths: Floats) -> float:
        held = lengths[self.searched & (lengths > 0)]
        return float(held.mean()) if len(held) else 1.0


def _coded(cells: Iterable[bytes]) -> tuple[Numbers, list[tuple[str, ...]]]:
    """A number for each cell, equal for equal cells, and what the numbers stand for."""
    numbers: dict[bytes, int] = {}
    codes = np.fromiter((numbers.setdefault(cell, len(numbers)) for cell in cells), dtype=np.int64)
    return codes, [values_of(cell) for cell in numbers]


def _ranks(values: Sequence[tuple[str, ...]]) -> Numbers:
    """The place of each value in sorted order."""
    ranks = np.empty(len(values), dtype=np.int64)
    ranks[sorted(range(len(values)), key=values.__getitem__)] = np.arange(len(values))
    return ranks
