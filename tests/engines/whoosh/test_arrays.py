from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.engines.whoosh.arrays import Arrays, FormatError, indptr_of, owners_of, smallest, write_arrays

HELD = {
    "ids": np.array([3, 1, 4], dtype=np.int32),
    "none": np.empty(0, dtype=np.uint16),
    "blob": np.frombuffer(b"words", dtype=np.uint8),
    "yes": np.array([True, False]),
}


def test_arrays_come_back_with_their_types_and_cannot_be_changed(tmp_path: Path) -> None:
    write_arrays(tmp_path / "a", HELD)
    found = Arrays(tmp_path / "a")
    for name, array in HELD.items():
        assert found[name].dtype == array.dtype
        assert found[name].tolist() == array.tolist()
        assert not found[name].flags.writeable
    with pytest.raises(KeyError):
        found["absent"]


def test_a_file_is_never_written_over(tmp_path: Path) -> None:
    write_arrays(tmp_path / "a", HELD)
    with pytest.raises(FileExistsError):
        write_arrays(tmp_path / "a", {})


@pytest.mark.parametrize("cut", [0, 7, 23, 100, -1])
def test_a_file_that_was_cut_short_is_refused(tmp_path: Path, cut: int) -> None:
    write_arrays(tmp_path / "a", HELD)
    (tmp_path / "b").write_bytes((tmp_path / "a").read_bytes()[:cut])
    with pytest.raises((FormatError, ValueError)):
        Arrays(tmp_path / "b")


@pytest.mark.parametrize("place", [0, 7, 30])
def test_another_version_or_a_damaged_directory_is_refused(tmp_path: Path, place: int) -> None:
    write_arrays(tmp_path / "a", HELD)
    data = bytearray((tmp_path / "a").read_bytes())
    data[place] ^= 1
    (tmp_path / "b").write_bytes(data)
    with pytest.raises(FormatError, match="another version"):
        Arrays(tmp_path / "b")


@given(st.lists(st.integers(0, 9)).map(sorted))
def test_runs_and_their_owners_are_inverse(numbers: list[int]) -> None:
    indptr = indptr_of(np.array(numbers, dtype=np.int64), 10)
    assert owners_of(indptr).tolist() == numbers


@pytest.mark.parametrize("highest", [0, 255, 256, 65_535, 65_536, 1 << 32])
def test_the_smallest_type_holds_the_highest_number(highest: int) -> None:
    assert int(np.array([highest]).astype(smallest(highest))[0]) == highest
