"""Ascending lists come back as they were written, however far apart their numbers are."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from search.engines.whoosh.arrays import Arrays, write_arrays
from search.engines.whoosh.lists import Lists, lists_arrays

_NUMBERS = st.one_of(st.integers(0, 200_000), st.integers(0, (1 << 32) - 1))


@given(st.lists(st.sets(_NUMBERS, max_size=12), max_size=6), st.data())
@example([set(), {0, 65_535, 65_536, (1 << 32) - 1}, set(), {7}], None)
def test_lists_come_back(held: list[set[int]], data: st.DataObject | None) -> None:
    ordered = [sorted(numbers) for numbers in held]
    of = np.array([n for n, numbers in enumerate(ordered) for _ in numbers], dtype=np.int64)
    items = np.array([number for numbers in ordered for number in numbers], dtype=np.int64)
    with TemporaryDirectory() as directory:
        write_arrays(Path(directory) / "a", lists_arrays("l", of, items, len(held)))
        lists = Lists(Arrays(Path(directory) / "a"), "l")
        assert [lists.between(n, n + 1).tolist() for n in range(len(held))] == ordered
        assert [len(lists.stretch(n)) for n in range(len(held))] == [len(numbers) for numbers in ordered]
        assert lists.all().tolist() == items.tolist()
        assert lists.numbers().tolist() == of.tolist()
        first = data.draw(st.integers(0, len(held))) if data else 0
        last = data.draw(st.integers(first, len(held))) if data else len(held)
        assert lists.between(first, last).tolist() == [number for numbers in ordered[first:last] for number in numbers]
