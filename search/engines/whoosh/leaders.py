"""Who leads each passage (see `search.engines.likeness`): found out when an index is written, read when it is asked.

leaders-GENERATION    a file of arrays (`search.engines.whoosh.arrays`), for the table of contents of that generation
    passages          how many there are in all segments
    led, leaders      the passages that do not lead themselves, ascending, and who leads each: numbered over all
                      segments in their order
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from search.engines.likeness import leaders_of
from search.engines.whoosh.arrays import Array, Arrays, FormatError, Longs, write_arrays
from search.engines.whoosh.comparing import compared
from search.engines.whoosh.mapped import MappedSegment

_NAME = "leaders"

Pairs = Mapping[int, int]  # the passages that do not lead themselves, and who does


def write_leaders(directory: Path, generation: int, pairs: Pairs, numbers: Longs, passages: int) -> None:
    """Keep the pairs for the table of contents of `generation`, which names so many passages.

    `numbers` has for each passage of the pairs the number that it has there.
    """
    file = _file(directory, generation)
    file.unlink(missing_ok=True)  # of a commit that came to nothing
    led = numbers[np.fromiter(pairs.keys(), dtype=np.int64, count=len(pairs))]
    leaders = numbers[np.fromiter(pairs.values(), dtype=np.int64, count=len(pairs))]
    order = np.argsort(led)
    arrays = {"passages": np.array([passages]), "led": led[order], "leaders": leaders[order]}
    write_arrays(file, {name: array.astype(np.uint32) for name, array in arrays.items()})


def read_pairs(directory: Path, generation: int, passages: int) -> dict[int, int]:
    """The pairs among the passages of that table of contents. Raises `FormatError` where they are of others."""
    led, leaders = _read(directory, generation, passages)
    return dict(zip(led.tolist(), leaders.tolist(), strict=True))


def read_leaders(directory: Path, generation: int, segments: Sequence[MappedSegment]) -> Longs:
    """The leader of each passage of the segments that the table of contents of `generation` names."""
    found = np.arange(sum(map(len, segments)), dtype=np.int64)
    led, leaders = _read(directory, generation, len(found))
    found[led] = leaders
    return found


def _read(directory: Path, generation: int, passages: int) -> tuple[Array, Array]:
    if not passages:  # as it is before the first commit
        return np.arange(0), np.arange(0)
    arrays = Arrays(_file(directory, generation))
    if int(arrays["passages"][0]) != passages:
        msg = f"{_file(directory, generation)} is of other passages"
        raise FormatError(msg)
    return arrays["led"], arrays["leaders"]


def sweep_leaders(directory: Path, generation: int) -> None:
    """Remove those of all other generations."""
    for file in directory.glob(f"{_NAME}-*"):
        if file != _file(directory, generation):
            file.unlink()


def pairs_among(segments: Sequence[MappedSegment]) -> Pairs:
    """The pairs among all passages of these segments."""
    begins = np.cumsum([0, *map(len, segments)]).tolist()
    pairs: dict[int, int] = {}
    for held in compared(segments):
        if len(segments) > 1:  # within one, that is their order
            held.sort(key=lambda one: segments[one.segment].reading(one.number))
        pairs |= leaders_of((begins[one.segment] + one.number, one.likeness(), one.sketch) for one in held)
    return pairs


def _file(directory: Path, generation: int) -> Path:
    return directory / f"{_NAME}-{generation}"
