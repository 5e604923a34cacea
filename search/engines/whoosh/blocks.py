"""The passages themselves: four at a time, compressed together, one line of JSON each.

What passages have in common, from the marks of JSON to names and phrases, stands in a dictionary of a few of them with
which all blocks are compressed (RFC 1950, FDICT). So small blocks, which are quick to unpack, take no more room than
larger ones without. A passage is found by its slot: the number of its block times four, and its line.

    FILE.passages         the blocks, one after the other
    blocks.ends           where each begins, and where the last ends
    blocks.dictionaries   bytes: the dictionaries, one after the other
    blocks.primed         for each dictionary the first block that has it, then for each where it ends; it may be empty.
                          Segments that are merged keep theirs
    slots     uint32      the slot of each passage
"""

from __future__ import annotations

import mmap
import os
import zlib
from bisect import bisect_right
from collections import OrderedDict
from pathlib import Path
from typing import BinaryIO

import numpy as np

from search.engines.whoosh.arrays import Array, Arrays, FormatError, Named

BLOCK = 4
_LEVEL = 6
_KEPT = 64  # blocks that stay unpacked: a page of hits and its neighbours
_SAMPLE = 1 << 16  # bytes of lines that are looked at for a dictionary; with fewer there is none
_DICTIONARY = 1 << 13


class BlockWriter:
    """Writes lines in the order they come; `close` tells where the blocks end."""

    def __init__(self, file: Path) -> None:
        self._stream: BinaryIO = file.open("xb")
        self._ends = [0]
        self._primed: list[tuple[int, bytes]] = []
        self._lines: list[bytes] = []
        self._waiting = 0  # bytes of the lines that wait for a dictionary
        self._dictionary: bytes | None = None

    def add(self, line: bytes) -> int:
        """Keep a line; its slot."""
        slot = (len(self._ends) - 1) * BLOCK + len(self._lines)
        self._lines.append(line)
        if self._dictionary is None:
            self._waiting += len(line)
            if self._waiting >= _SAMPLE:
                self._dictionary = _dictionary_of(self._lines)
                self._pack(len(self._lines) // BLOCK * BLOCK)
        elif len(self._lines) == BLOCK:
            self._pack(BLOCK)
        return slot

    def copy(self, blocks: Blocks) -> int:
        """Take over all blocks of another file as they are; what their slots have to be moved by."""
        self._pack(len(self._lines))
        begin = len(self._ends) - 1
        self._stream.write(blocks.packed)
        self._ends.extend((blocks.ends[1:].astype(np.int64) + self._ends[-1]).tolist())
        for first, dictionary in blocks.primed:
            self._prime(begin + first, dictionary)
        return begin * BLOCK

    def close(self) -> dict[str, Array]:
        """End the file; the arrays that go with it."""
        try:
            self._pack(len(self._lines))
        finally:
            self._stream.close()
        ends = np.cumsum([len(dictionary) for _, dictionary in self._primed])
        firsts = [first for first, _ in self._primed]
        return {
            "blocks.ends": np.array(self._ends, dtype=np.uint64),
            "blocks.dictionaries": np.frombuffer(b"".join(d for _, d in self._primed), dtype=np.uint8),
            "blocks.primed": np.array([firsts, ends], dtype=np.uint32).ravel(),
        }

    def abandon(self) -> None:
        """End the file as it is."""
        self._stream.close()

    def _pack(self, lines: int) -> None:
        """Write blocks of the lines that are held; they may be fewer than were added, and the last may be short."""
        if not lines:
            return
        dictionary = self._dictionary or b""
        self._prime(len(self._ends) - 1, dictionary)
        for first in range(0, lines, BLOCK):
            packed = _packed(b"\n".join(self._lines[first : min(first + BLOCK, lines)]), dictionary)
            self._stream.write(packed)
            self._ends.append(self._ends[-1] + len(packed))
        del self._lines[:lines]

    def _prime(self, first: int, dictionary: bytes) -> None:
        """Say with which dictionary the blocks from one on are compressed."""
        if not self._primed or self._primed[-1][1] != dictionary:
            self._primed.append((first, dictionary))


def _dictionary_of(lines: list[bytes]) -> bytes:
    """Some of the lines, from all parts of what there is."""
    share = max(1, sum(map(len, lines)) // _DICTIONARY)
    return b"\n".join(lines[::share])[-_DICTIONARY:]


def _packed(lines: bytes, dictionary: bytes) -> bytes:
    if not dictionary:
        return zlib.compress(lines, _LEVEL)
    packing = zlib.compressobj(_LEVEL, zdict=dictionary)
    return packing.compress(lines) + packing.flush()


class Blocks:
    """The blocks of a segment."""

    def __init__(self, file: Path, arrays: Arrays | Named) -> None:
        self.ends = arrays["blocks.ends"]
        firsts, ends = arrays["blocks.primed"].reshape(2, -1).tolist()
        held = arrays["blocks.dictionaries"].tobytes()
        self.primed = [(first, held[a:b]) for first, a, b in zip(firsts, [0, *ends], ends, strict=False)]
        self._firsts: list[int] = firsts
        with file.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            if size != self.ends[-1]:
                msg = f"{file} is cut short"
                raise FormatError(msg)
            self.packed: mmap.mmap | bytes = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) if size else b""
        self._unpacked: OrderedDict[int, list[bytes]] = OrderedDict()

    def line(self, slot: int) -> bytes:
        """The line in a slot."""
        number, line = divmod(slot, BLOCK)
        lines = self._unpacked.get(number)
        if lines is None:
            lines = self._unpacked[number] = self._unpack(number).split(b"\n")
            if len(self._unpacked) > _KEPT:
                self._unpacked.popitem(last=False)
        return lines[line]

    def _unpack(self, number: int) -> bytes:
        packed = self.packed[int(self.ends[number]) : int(self.ends[number + 1])]
        dictionary = self.primed[bisect_right(self._firsts, number) - 1][1]
        unpacking = zlib.decompressobj(zdict=dictionary) if dictionary else zlib.decompressobj()
        lines = unpacking.decompress(packed)
        if not unpacking.eof:
            msg = f"block {number} of the passages ends too soon"
            raise FormatError(msg)
        return lines
