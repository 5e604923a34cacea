"""The passages themselves: eight at a time, compressed together, one line of JSON each.

Neighbours have their article in common, so together they are a third smaller than alone. A passage is found by its
slot: the number of its block times eight, and its line.

    FILE.passages      the blocks, one after the other
    blocks.ends        where each begins, and where the last ends
    slots     uint32   the slot of each passage
"""

from __future__ import annotations

import mmap
import os
import zlib
from collections import OrderedDict
from pathlib import Path
from typing import BinaryIO

import numpy as np

from search.engines.whoosh.arrays import Array, FormatError

BLOCK = 8
_LEVEL = 6
_KEPT = 32  # blocks that stay unpacked: a page of hits and its neighbours


class BlockWriter:
    """Writes lines in the order they come; `close` tells where the blocks end."""

    def __init__(self, file: Path) -> None:
        self._stream: BinaryIO = file.open("xb")
        self._ends = [0]
        self._lines: list[bytes] = []

    def add(self, line: bytes) -> int:
        """Keep a line; its slot."""
        slot = (len(self._ends) - 1) * BLOCK + len(self._lines)
        self._lines.append(line)
        if len(self._lines) == BLOCK:
            self._pack()
        return slot

    def copy(self, blocks: Blocks) -> int:
        """Take over all blocks of another file as they are; what their slots have to be moved by."""
        self._pack()
        moved = (len(self._ends) - 1) * BLOCK
        self._stream.write(blocks.packed)
        self._ends.extend((blocks.ends[1:].astype(np.int64) + self._ends[-1]).tolist())
        return moved

    def close(self) -> dict[str, Array]:
        """End the file; the array that goes with it."""
        try:
            self._pack()
        finally:
            self._stream.close()
        return {"blocks.ends": np.array(self._ends, dtype=np.uint64)}

    def abandon(self) -> None:
        """End the file as it is."""
        self._stream.close()

    def _pack(self) -> None:
        if self._lines:
            packed = zlib.compress(b"\n".join(self._lines), _LEVEL)
            self._stream.write(packed)
            self._ends.append(self._ends[-1] + len(packed))
            self._lines.clear()


class Blocks:
    """The blocks of a segment."""

    def __init__(self, file: Path, ends: Array) -> None:
        self.ends = ends
        with file.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            if size != ends[-1]:
                msg = f"{file} is cut short"
                raise FormatError(msg)
            self.packed: mmap.mmap | bytes = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) if size else b""
        self._unpacked: OrderedDict[int, list[bytes]] = OrderedDict()

    def line(self, slot: int) -> bytes:
        """The line in a slot."""
        number, line = divmod(slot, BLOCK)
        lines = self._unpacked.get(number)
        if lines is None:
            packed = self.packed[int(self.ends[number]) : int(self.ends[number + 1])]
            lines = self._unpacked[number] = zlib.decompress(packed).split(b"\n")
            if len(self._unpacked) > _KEPT:
                self._unpacked.popitem(last=False)
        return lines[line]
