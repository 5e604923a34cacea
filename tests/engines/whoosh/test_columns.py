from __future__ import annotations

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from search.engines.whoosh.arrays import Arrays, write_arrays
from search.engines.whoosh.columns import Column, column_arrays
from search.fields import BY_NAME

SPEAKER = BY_NAME["speaker"]
_values = st.lists(st.sampled_from(["Tô Lâm", "To Lam", "Ann", "Ben", "ANN"]), max_size=3).map(tuple)
_cells = st.lists(_values, min_size=1, max_size=40)


def column(cells: list[tuple[str, ...]], searched: list[bool] | None = None) -> Column:
    combinations = list(dict.fromkeys(cells))
    numbers = np.array([combinations.index(cell) for cell in cells])
    mask = np.array(searched or [True] * len(cells))
    with TemporaryDirectory() as directory:
        write_arrays(Path(directory) / "a", column_arrays(SPEAKER, combinations, numbers, mask))
        return Column(Arrays(Path(directory) / "a"), "speaker")


def first_spellings(cell: tuple[str, ...]) -> set[str]:
    keys = {"Tô Lâm": "to lam", "To Lam": "to lam", "Ann": "ann", "ANN": "ann", "Ben": "ben"}
    held: dict[str, str] = {}
    for value in cell:
        held.setdefault(keys[value], value)
    return set(held.values())


def named(column: Column, counts: np.ndarray) -> dict[str | None, int]:
    names = [*(value.decode() for value in column.spelt.all()), None]
    return {name: count for name, count in zip(names, counts.tolist(), strict=True) if count}


def naive(cells: list[tuple[str, ...]]) -> dict[str | None, int]:
    return dict(Counter(value for cell in cells for value in first_spellings(cell) or {None}))


@given(_cells, st.data())
def test_values_are_counted_once_a_passage_as_it_spells_them_first(cells: list[tuple[str, ...]], data: object) -> None:
    searched = data.draw(st.lists(st.booleans(), min_size=len(cells), max_size=len(cells)))
    held = column(cells, searched)
    assert named(held, held.counts) == naive([cell for cell, found in zip(cells, searched, strict=True) if found])
    some = data.draw(st.lists(st.sampled_from(range(len(cells)))))
    assert named(held, held.tally(held.numbers[some])) == naive([cells[n] for n in some])


def test_few_hits_are_counted_like_many() -> None:
    cells = [("Ann", f"Speaker {n}") for n in range(50)] + [()]
    held = column(cells)
    few = held.tally(held.numbers[[3, 50]])
    many = held.tally(np.repeat(held.numbers[[3, 50]], 100))
    assert (100 * few).tolist() == many.tolist()


@given(_cells)
def test_a_filter_lets_through_what_holds_a_value_of_its_key(cells: list[tuple[str, ...]]) -> None:
    held = column(cells)
    wanted = np.zeros(len(held.spelt), dtype=bool)
    wanted[list(held.values_of(b"to lam"))] = True
    lams = [not {"Tô Lâm", "To Lam"}.isdisjoint(cell) for cell in cells]
    assert held.holding(wanted)[held.numbers].tolist() == lams
    assert held.without()[held.numbers].tolist() == [not cell for cell in cells]
    assert list(held.values_of(b"nobody")) == []
