from __future__ import annotations

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.engines.whoosh.arrays import Arrays, write_arrays
from search.engines.whoosh.columns import Column, column_arrays
from search.engines.whoosh.numbered import Numbered
from search.fields import BY_NAME

NAMES = [f"Body {letter}" for letter in "ABCDEFGHIJ"]
ELSEWHERE = [3, 1, 4, 15, 9, 2, 6, 5, 35, 8]  # the numbers that the bodies of this segment have in the whole index
SIZE = 40
_cells = st.lists(st.lists(st.sampled_from(NAMES), unique=True).map(tuple), min_size=1, max_size=30)


def numbered(cells: list[tuple[str, ...]]) -> tuple[Numbered, np.ndarray]:
    """The column of passages that hold these values, and the combination of each passage."""
    combinations = list(dict.fromkeys(cells))
    own = np.array([combinations.index(cell) for cell in cells])
    searched = np.ones(len(cells), dtype=bool)
    with TemporaryDirectory() as directory:
        write_arrays(Path(directory) / "a", column_arrays(BY_NAME["organisation"], combinations, own, searched))
        column = Column(Arrays(Path(directory) / "a"), "organisation")
        there = [value.decode() for value in column.spelt.all()]
        numbers = np.array([ELSEWHERE[NAMES.index(name)] for name in there], dtype=np.int64)
        return Numbered(column, numbers, SIZE), column.numbers.copy()


@given(_cells, st.data())
@pytest.mark.parametrize("times", [1, 20], ids=["passage by passage", "combinations first"])
def test_every_value_of_every_passage_is_counted_however_many_it_has(
    times: int, cells: list[tuple[str, ...]], data: st.DataObject
) -> None:
    held, numbers = numbered(cells)
    some = data.draw(st.lists(st.sampled_from(range(len(cells))), max_size=30)) * times
    counts = held.tally(numbers[some])
    expected = Counter(n for p in some for n in [ELSEWHERE[NAMES.index(name)] for name in cells[p]] or [SIZE])
    assert len(counts) == SIZE + 1
    assert {n: count for n, count in enumerate(counts.tolist()) if count} == expected
    listed = Counter(n for n in held.values(numbers[some]).tolist() if n <= SIZE)
    assert listed == expected
