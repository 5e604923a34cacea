"""A file of named arrays, written once and never changed: what is opened is a map of the file, not a copy of it.

    0   magic, the last byte the version of all that our files hold
    8   the length of the whole file
    16  the length of the directory, and its CRC-32
    24  the directory: JSON, {name: [type, begin, number of items]}
    …   the arrays, each on a border of 64 bytes

A file that was cut short or is of another version is refused when it is opened.
"""

from __future__ import annotations

import json
import mmap
import os
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_MAGIC = b"whosaid\x04"
_HEAD = struct.Struct("<8sQII")
_BORDER = 64

Array = NDArray[Any]
Longs = NDArray[np.int64]


Named = Mapping[str, Array]
"""Arrays by name, as they are about to be written; `Arrays` has those that were."""


class FormatError(Exception):
    """The bytes of a file are not what we write."""


class Arrays:
    """The arrays of a file, by name, read-only. They keep the map alive, which ends with the last of them."""

    def __init__(self, file: Path) -> None:
        with file.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            if size < _HEAD.size:
                msg = f"{file} is cut short"
                raise FormatError(msg)
            self._map = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        magic, length, directory, checksum = _HEAD.unpack_from(self._map)
        written = self._map[_HEAD.size : _HEAD.size + directory]
        if magic != _MAGIC or length != size or zlib.crc32(written) != checksum:
            msg = f"{file} is damaged, or of another version"
            raise FormatError(msg)
        self._places: dict[str, tuple[str, int, int]] = json.loads(written)

    def __getitem__(self, name: str) -> Array:
        kind, begin, items = self._places[name]
        return np.frombuffer(self._map, dtype=kind, count=items, offset=begin)

    def let_go(self) -> None:
        """Give back the memory of what was read; it comes back when it is read again."""
        self._map.madvise(mmap.MADV_DONTNEED)

    def bytes_of(self, name: str) -> bytes:
        """An array of bytes, copied."""
        _, begin, items = self._places[name]
        return self._map[begin : begin + items]


def write_arrays(file: Path, arrays: Mapping[str, Array]) -> None:
    """Write a file of arrays."""
    begin, places = 0, {}
    for name, array in arrays.items():
        places[name] = (array.dtype.str, begin, array.size)
        begin += _padded(array.nbytes)
    # The directory tells where arrays begin in the file, and its own length has a part in that: room is left for it.
    room = _padded(_HEAD.size + len(_directory(places, 1 << 40)))
    directory = _directory(places, room)
    with file.open("xb") as stream:
        stream.write(_HEAD.pack(_MAGIC, room + begin, len(directory), zlib.crc32(directory)))
        stream.write(directory.ljust(room - _HEAD.size, b"\0"))
        for array in arrays.values():
            stream.write(np.ascontiguousarray(array).data)
            stream.write(b"\0" * (_padded(array.nbytes) - array.nbytes))


def _directory(places: Mapping[str, tuple[str, int, int]], room: int) -> bytes:
    moved = {name: (kind, begin + room, items) for name, (kind, begin, items) in places.items()}
    return json.dumps(moved, separators=(",", ":")).encode()


def _padded(size: int) -> int:
    return -(-size // _BORDER) * _BORDER


def indptr_of(numbers: Array, size: int) -> Longs:
    """Where the run of each number begins among ascending numbers below `size`, and where the last ends."""
    found = np.zeros(size + 1, dtype=np.int64)
    np.cumsum(np.bincount(numbers, minlength=size), out=found[1:])
    return found


def owners_of(indptr: Array) -> Longs:
    """The inverse: the number of each item of the runs."""
    begins = indptr.astype(np.int64)
    return np.repeat(np.arange(len(begins) - 1), begins[1:] - begins[:-1])


def smallest(highest: int) -> np.dtype[Any]:
    """The type of numbers from 0 to `highest`."""
    return np.min_scalar_type(highest)
