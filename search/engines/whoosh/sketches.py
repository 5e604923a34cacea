"""Sketches of all passages of a segment (see `search.engines.likeness`), worked out from where its words stand.

    sketch.indptr, sketch.hashes    uint32   the hashes of each passage, ascending

They are of the words alone. Who is heard and which numbers stand in a passage is mixed in when sketches are compared.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np

from search.engines.likeness import WINDOW, sketch_size
from search.engines.spelling import folded
from search.engines.whoosh.arrays import Array, Longs, owners_of
from search.engines.whoosh.concordance import STEP, tape
from search.engines.whoosh.mapped import MappedSegment

_FACTOR = np.uint32(0x9E3779B1)
_PASSAGE = np.uint64(32)


def sketch_arrays(arrays: Mapping[str, Array]) -> dict[str, Array]:
    """The sketches of a segment, whose other arrays are given."""
    blob, ends = arrays["words.blob"].tobytes(), arrays["words.ends"].tolist()
    hashes = np.array([zlib.crc32(blob[a:b]) | 1 for a, b in pairwise(ends)], dtype=np.uint32)
    places, owner, searched = arrays["words.places"], arrays["words.owner"], arrays["searched"]
    words = np.zeros((len(owner) << STEP) + WINDOW, dtype=np.uint32)  # 0 where no word stands
    words[places] = hashes[owners_of(arrays["words.indptr"])]
    lengths = np.bincount(owner[places >> STEP], minlength=len(searched))
    windows = np.where(searched, np.maximum(lengths - WINDOW + 1, 1), 0)
    ends_of = np.cumsum(windows)
    passages = np.repeat(np.arange(len(searched)), windows)
    starts = np.repeat(tape(lengths)[0] - ends_of + windows, windows) + np.arange(len(passages))
    found = np.zeros(len(passages), dtype=np.uint32)
    for step in range(WINDOW):
        found = found * _FACTOR + words[starts + step]
    found = np.where(lengths[passages] > 0, found ^ found >> np.uint32(15), np.uint32(0))
    keys = np.unique(passages.astype(np.uint64) << _PASSAGE | found)
    owners = (keys >> _PASSAGE).astype(np.int64)
    first = np.searchsorted(owners, np.arange(len(searched)))
    # As many as windows, not as different hashes: where some collide, more are kept than need be, and none too few.
    kept = np.arange(len(keys)) - first[owners] < sketch_size(windows)[owners]
    indptr = np.zeros(len(searched) + 1, dtype=np.uint32)
    np.cumsum(np.bincount(owners[kept], minlength=len(searched)), out=indptr[1:])
    return {"sketch.indptr": indptr, "sketch.hashes": keys[kept].astype(np.uint32)}


def meeting(segments: Sequence[MappedSegment]) -> list[Longs]:
    """Of each segment the searched passages that have a number of their sketch in common with another one."""
    hashes: list[Array] = []
    owners: list[Longs] = []
    begin = 0
    for segment in segments:
        passages = owners_of(segment.arrays["sketch.indptr"])
        left = segment.searched[passages]
        hashes.append((segment.arrays["sketch.hashes"] ^ _facts(segment)[passages])[left])
        owners.append(passages[left] + begin)
        begin += len(segment)
    _, kinds, counts = np.unique(np.concatenate(hashes), return_inverse=True, return_counts=True)
    met = np.unique(np.concatenate(owners)[counts[kinds] > 1])
    bounds = np.cumsum([0, *map(len, segments)])
    return [met[(met >= a) & (met < b)] - a for a, b in pairwise(bounds.tolist())]


def _facts(segment: MappedSegment) -> Array:
    """A hash of who is heard in each passage and of the numbers in it."""
    speakers = segment.column("speaker")
    heard = ["\n".join(sorted({folded(name) for name in held})) for held in speakers.combinations()]
    facts: Array = np.array([zlib.crc32(names.encode()) for names in heard], dtype=np.uint32)[speakers.numbers]
    for number, word in enumerate(segment.words.terms.all()):
        if any(letter.isdigit() for letter in word.decode()):
            facts[np.unique(segment.words.passages(segment.words.between(number, number + 1)))] += zlib.crc32(word)
    return facts
