"""Who leads each passage (see `search.engines.likeness`): found out when an index is written, read when it is asked.

leaders-GENERATION    a file of arrays (`search.engines.whoosh.arrays`), for the table of contents of that generation
    leaders           the number of the one that leads each passage, numbered over all segments in their order
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from search.engines.likeness import leaders_of
from search.engines.whoosh.arrays import Arrays, FormatError, Longs, smallest, write_arrays
from search.engines.whoosh.mapped import MappedSegment
from search.engines.whoosh.sketches import compared

_NAME = "leaders"


def write_leaders(directory: Path, generation: int, segments: Sequence[MappedSegment]) -> None:
    """Compare the passages of these segments, which the table of contents of `generation` will name."""
    file = _file(directory, generation)
    file.unlink(missing_ok=True)  # of a commit that came to nothing
    leaders = found_among(segments)
    write_arrays(file, {_NAME: leaders.astype(smallest(len(leaders)))})


def read_leaders(directory: Path, generation: int, segments: Sequence[MappedSegment]) -> Longs:
    """The leader of each passage of the segments that the table of contents of `generation` names."""
    if not segments:  # as it is before the first commit
        return np.arange(0)
    leaders: Longs = Arrays(_file(directory, generation))[_NAME].astype(np.int64)
    if len(leaders) != sum(map(len, segments)):
        msg = f"{_file(directory, generation)} is of other passages"
        raise FormatError(msg)
    return leaders


def sweep_leaders(directory: Path, generation: int) -> None:
    """Remove those of all other generations."""
    for file in directory.glob(f"{_NAME}-*"):
        if file != _file(directory, generation):
            file.unlink()


def found_among(segments: Sequence[MappedSegment]) -> Longs:
    """Who leads each passage of these segments, numbered over all of them."""
    begins = np.cumsum([0, *map(len, segments)]).tolist()
    leaders = np.arange(begins[-1], dtype=np.int64)
    if segments:
        held = list(compared(segments))
        if len(segments) > 1:  # within one, that is their order
            held.sort(key=lambda one: segments[one.segment].reading(one.number))
        led = leaders_of((begins[one.segment] + one.number, one.likeness, one.sketch) for one in held)
        leaders[list(led)] = list(led.values())
    return leaders


def _file(directory: Path, generation: int) -> Path:
    return directory / f"{_NAME}-{generation}"
