"""Sketches of all passages of a segment (see `search.engines.likeness`), worked out from where its words stand.

    sketch.indptr, sketch.hashes    uint32   the hashes of each passage

Who is heard in a passage and which numbers stand in it is mixed into all of its hashes: where that differs, none meet.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from search.engines.likeness import WINDOW, is_number, sketch_size
from search.engines.spelling import folded
from search.engines.whoosh.arrays import Array, Arrays, Longs, Named
from search.engines.whoosh.columns import Column
from search.engines.whoosh.concordance import STEP, Ids, tape
from search.engines.whoosh.lists import Lists
from search.engines.whoosh.terms import Terms

_FACTOR = np.uint32(0x9E3779B1)
_PASSAGE = np.uint64(32)
_AT_ONCE = 1 << 14  # passages


def sketch_arrays(arrays: Named) -> dict[str, Array]:
    """The sketches of a segment, whose other arrays are given."""
    found = windows_of(arrays)
    first = np.searchsorted(found.owners, np.arange(len(found.sizes)))
    # As many as windows, not as different hashes: where some collide, more are kept than need be, and none too few.
    kept = np.arange(len(found.owners)) - first[found.owners] < sketch_size(found.sizes)[found.owners]
    indptr = np.zeros(len(found.sizes) + 1, dtype=np.uint32)
    np.cumsum(np.bincount(found.owners[kept], minlength=len(found.sizes)), out=indptr[1:])
    return {"sketch.indptr": indptr, "sketch.hashes": found.hashes[kept]}


@dataclass(frozen=True, slots=True)
class Windows:
    """The different hashes of the windows of each searched passage, with the facts mixed in.

    `owners` has the passage of each hash, ascending; `sizes` has for each passage how many windows it has, equal ones
    among them.
    """

    hashes: Array
    owners: Ids
    sizes: Longs


def windows_of(arrays: Arrays | Named) -> Windows:
    """All windows of a segment; worked out for some passages after the other, for each takes a few dozen bytes."""
    blob, ends = arrays["words.blob"].tobytes(), arrays["words.ends"].tolist()
    hashes = np.array([zlib.crc32(blob[a:b]) | 1 for a, b in pairwise(ends)], dtype=np.uint32)
    held, owner, searched = Lists(arrays, "words.places"), arrays["words.owner"], arrays["searched"]
    words = np.zeros((len(owner) << STEP) + WINDOW, dtype=np.uint32)  # 0 where no word stands
    places = held.all()
    words[places] = hashes[held.numbers()]
    lengths = np.bincount(owner[places >> STEP], minlength=len(searched))
    del places
    begins = tape(lengths)[0]
    sizes = np.where(searched, np.maximum(lengths - WINDOW + 1, 1), 0)
    parts = [
        _windows(words, begins[at : at + _AT_ONCE], lengths[at : at + _AT_ONCE], sizes[at : at + _AT_ONCE])
        for at in range(0, len(searched), _AT_ONCE)
    ]
    found = np.concatenate([np.empty(0, dtype=np.uint32), *(hashed for hashed, _ in parts)])
    owners = [passages + n * _AT_ONCE for n, (_, passages) in enumerate(parts)]
    passages = np.concatenate([np.empty(0, dtype=np.int32), *owners])
    found ^= facts_of(arrays)[passages]
    return Windows(found, passages, sizes)


def _windows(words: Array, begins: Longs, lengths: Longs, sizes: Longs) -> tuple[Array, Ids]:
    """The different hashes of the windows of some passages, without the facts, and the passage of each."""
    passages = np.repeat(np.arange(len(sizes)), sizes)
    starts = np.repeat(begins - np.cumsum(sizes) + sizes, sizes) + np.arange(len(passages))
    found = np.zeros(len(passages), dtype=np.uint32)
    for step in range(WINDOW):
        found = found * _FACTOR + words[starts + step]
    found = np.where(lengths[passages] > 0, found ^ found >> np.uint32(15), np.uint32(0))
    keys = passages.astype(np.uint64) << _PASSAGE | found
    keys.sort()
    different = np.ones(len(keys), dtype=np.bool_)
    different[1:] = keys[1:] != keys[:-1]
    keys = keys[different]
    return keys.astype(np.uint32), (keys >> _PASSAGE).astype(np.int32)


def facts_of(arrays: Arrays | Named) -> Array:
    """A hash for each passage of who is heard in it and of the numbers."""
    speakers, terms, places = Column(arrays, "speaker"), Terms(arrays, "words"), Lists(arrays, "words.places")
    heard = ["\n".join(sorted({folded(name) for name in held})) for held in speakers.combinations()]
    facts: Array = np.array([zlib.crc32(names.encode()) for names in heard], dtype=np.uint32)[speakers.numbers]
    for number, word in enumerate(terms.all()):
        if not word.isalpha() and is_number(word.decode()):
            passages = arrays["words.owner"][places.between(number, number + 1) >> STEP]
            facts[np.unique(passages)] += np.uint32(zlib.crc32(word))
    return facts
