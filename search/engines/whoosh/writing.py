"""One new segment: passages are stored as they come, their words gathered, the arrays written at the end."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from search.engines.stored import encode
from search.engines.whoosh.arrays import write_arrays
from search.engines.whoosh.blocks import BlockWriter
from search.engines.whoosh.codec import ARRAYS, PASSAGES, ArraySegment, Ids
from search.engines.whoosh.gathering import Gathering
from search.engines.whoosh.mapped import MappedSegment
from search.engines.whoosh.merging import merged_arrays
from search.engines.whoosh.sketches import sketch_arrays
from search.model import Passage

INDEX = "MAIN"  # Whoosh's name for the one index of a directory; its clean-up sweeps what begins so


class NewSegment:
    """A segment that grows until it is finished or abandoned."""

    def __init__(self, directory: Path) -> None:
        self.segment = ArraySegment(INDEX)
        self._directory = directory
        self._blocks = BlockWriter(self.segment.file(directory, PASSAGES))
        self._gathering = Gathering()

    @property
    def tokens(self) -> int:
        """How many words it holds."""
        return self._gathering.tokens

    def add(self, passage: Passage, stored: bytes) -> int:
        """Take a passage and its bytes; a number by which it can be dropped."""
        return self._gathering.add(passage, self._blocks.add(stored))

    def drop(self, number: int) -> None:
        """Leave a passage out."""
        self._gathering.drop(number)

    def finish(self) -> ArraySegment | None:
        """Write it; None, and no file is left, where it holds no passage."""
        blocks = self._blocks.close()
        arrays = self._gathering.arrays()
        self.segment.set_doc_count(len(arrays["norms"]))
        if not self.segment.passages:
            self.abandon()
            return None
        write_arrays(self.segment.file(self._directory, ARRAYS), {**arrays, **sketch_arrays(arrays), **blocks})
        return self.segment

    def abandon(self) -> None:
        """Remove its files."""
        self._blocks.abandon()
        remove(self._directory, self.segment)


def stored(passages: Sequence[Passage]) -> list[tuple[Passage, bytes]]:
    """Passages with the bytes to be kept of them. Raises `ValueError` for what cannot be kept."""
    return [(passage, encode(passage)) for passage in passages]


def merge(directory: Path, segments: Sequence[MappedSegment]) -> tuple[ArraySegment, Ids]:
    """Write the segment that takes the place of these, which stay as they are.

    Then the number in it of each of their passages, one segment after the other; -1 for deleted ones.
    """
    segment = ArraySegment(INDEX)
    blocks = BlockWriter(segment.file(directory, PASSAGES))
    try:
        arrays, place = merged_arrays(segments, blocks)
        write_arrays(segment.file(directory, ARRAYS), {**arrays, **sketch_arrays(arrays), **blocks.close()})
    except BaseException:
        blocks.abandon()
        remove(directory, segment)
        raise
    segment.set_doc_count(len(arrays["norms"]))
    return segment, place


def remove(directory: Path, segment: ArraySegment) -> None:
    """Remove the files of a segment that no table of contents names."""
    for ending in (ARRAYS, PASSAGES):
        segment.file(directory, ending).unlink(missing_ok=True)
