"""The passages themselves: four at a time, compressed together, one line of JSON each.

What passages have in common, from the marks of JSON to names and phrases, stands in a dictionary that was learnt from
the first of them and with which all blocks are compressed (Zstandard, RFC 8878). So small blocks, which are quick to
unpack, take no more room than larger ones without; passages of one article share more still, so that a block of four
takes less than four blocks. A passage is found by its slot: the number of its block times four, and its line.

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
from bisect import bisect_right
from collections import OrderedDict
from pathlib import Path
from typing import BinaryIO

import numpy as np
import zstandard

from search.engines.whoosh.arrays import Array, Arrays, FormatError, Named

BLOCK = 4
_LEVEL = 3  # higher ones gain a twentieth, and take five times as long
_KEPT = 64  # blocks that stay unpacked: a page of hits and its neighbours
_SAMPLE = 1 << 19  # bytes of lines that a dictionary is learnt from
_LEAST = 1 << 16  # with fewer in all there is none
_DICTIONARY = 1 << 15


class BlockWriter:
    """Writes lines in the order they come; `close` tells where the blocks end."""

    def __init__(self, file: Path) -> None:
        self._stream: BinaryIO = file.open("xb")
        self._ends = [0]
        self._primed: list[tuple[int, bytes]] = []
        self._lines: list[bytes] = []
        self._waiting = 0  # bytes of the lines that wait for a dictionary
        self._dictionary = b""
        self._packing = _packing(b"")

    def add(self, line: bytes) -> int:
        """Keep a line; its slot."""
        slot = (len(self._ends) - 1) * BLOCK + len(self._lines)
        self._lines.append(line)
        if not self._dictionary:
            self._waiting += len(line)
            if self._waiting >= _SAMPLE:
                self._learn(_dictionary_of(self._lines))
                self._pack(len(self._lines) // BLOCK * BLOCK)
                self._waiting = 0
        elif len(self._lines) == BLOCK:
            self._pack(BLOCK)
        return slot

    def copy(self, blocks: Blocks) -> int:
        """Take over all blocks of another file as they are; what their slots have to be moved by.

        Lines that wait for a dictionary, and those to come, do with the one that comes with the blocks.
        """
        if not self._dictionary:
            self._learn(next((dictionary for _, dictionary in blocks.primed if dictionary), b""))
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
            if not self._dictionary and self._waiting >= _LEAST:
                self._learn(_dictionary_of(self._lines))
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

    def _learn(self, dictionary: bytes) -> None:
        self._dictionary, self._packing = dictionary, _packing(dictionary)

    def _pack(self, lines: int) -> None:
        """Write blocks of the lines that are held; they may be fewer than were added, and the last may be short."""
        if not lines:
            return
        self._prime(len(self._ends) - 1, self._dictionary)
        for first in range(0, lines, BLOCK):
            packed = self._packing.compress(b"\n".join(self._lines[first : min(first + BLOCK, lines)]))
            self._stream.write(packed)
            self._ends.append(self._ends[-1] + len(packed))
        del self._lines[:lines]

    def _prime(self, first: int, dictionary: bytes) -> None:
        """Say with which dictionary the blocks from one on are compressed."""
        if not self._primed or self._primed[-1][1] != dictionary:
            self._primed.append((first, dictionary))


def _dictionary_of(lines: list[bytes]) -> bytes:
    """What lines have in common, learnt from sixteen times as much as it holds; nothing where they are too few."""
    size = min(_DICTIONARY, sum(map(len, lines)) // 16)
    try:
        return zstandard.train_dictionary(size, [*lines]).as_bytes()
    except zstandard.ZstdError:  # it knows no other way to say so
        return b""


def _learnt(dictionary: bytes) -> zstandard.ZstdCompressionDict | None:
    return zstandard.ZstdCompressionDict(dictionary) if dictionary else None


def _packing(dictionary: bytes) -> zstandard.ZstdCompressor:
    # The dictionary is known from its place. A checksum of four bytes tells a damaged block from another passage.
    return zstandard.ZstdCompressor(_LEVEL, dict_data=_learnt(dictionary), write_checksum=True, write_dict_id=False)


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
        self._unpacking: dict[int, zstandard.ZstdDecompressor] = {}  # by the dictionary
        self._unpacked: OrderedDict[int, bytes] = OrderedDict()

    def line(self, slot: int) -> bytes:
        """The line in a slot."""
        number, line = divmod(slot, BLOCK)
        lines = self._unpacked.get(number)
        if lines is None:
            lines = self._unpacked[number] = self._unpack(number)
            if len(self._unpacked) > _KEPT:
                self._unpacked.popitem(last=False)
        begin = 0
        for _ in range(line):
            begin = lines.index(b"\n", begin) + 1
        end = lines.find(b"\n", begin)
        return lines[begin:] if end < 0 else lines[begin:end]

    def _unpack(self, number: int) -> bytes:
        begin, end = self.ends[number : number + 2].tolist()
        primed = bisect_right(self._firsts, number) - 1
        unpacking = self._unpacking.get(primed)
        if unpacking is None:
            unpacking = zstandard.ZstdDecompressor(dict_data=_learnt(self.primed[primed][1]))
            self._unpacking[primed] = unpacking
        try:
            return unpacking.decompress(self.packed[begin:end])
        except zstandard.ZstdError as damage:
            msg = f"block {number} of the passages is damaged"
            raise FormatError(msg) from damage
