"""Sketches of all passages of a segment (see `search.engines.likeness`), worked out from where its words stand.

    sketch.indptr, sketch.hashes    uint32   the hashes of each passage, ascending

They are of the words alone. Who is heard and which numbers stand in a passage is mixed in when sketches are compared.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from search.engines.likeness import WINDOW, Likeness, is_number, likeness_of, sketch_size
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


@dataclass(frozen=True, slots=True)
class Compared:
    """A passage that may be near-identical to another: its segment and number there, and what tells."""

    segment: int
    number: int
    likeness: Likeness
    sketch: list[int]


def compared(segments: Sequence[MappedSegment]) -> Iterator[Compared]:
    """The searched passages that have a number of their sketch in common with another one."""
    sketches = [_sketches(segment) for segment in segments]
    _, kinds, counts = np.unique(
        np.concatenate([hashes for hashes, _ in sketches]), return_inverse=True, return_counts=True
    )
    shared = np.split(counts[kinds] > 1, np.cumsum([len(hashes) for hashes, _ in sketches])[:-1])
    words: dict[bytes, int] = {}
    for n, (segment, (hashes, owners), met) in enumerate(zip(segments, sketches, shared, strict=True)):
        passages = np.unique(owners[met])
        held = zip(owners[met].tolist(), hashes[met].tolist(), strict=True)
        of: dict[int, list[int]] = {}
        for number, hashed in held:
            of.setdefault(number, []).append(hashed)
        for number, likeness in zip(passages.tolist(), _likenesses(segment, passages, words), strict=True):
            yield Compared(n, number, likeness, of[number])


def _sketches(segment: MappedSegment) -> tuple[Array, Longs]:
    """The hashes of the searched passages, with who is heard and the numbers mixed in, and the passage of each."""
    speakers = segment.column("speaker")
    heard = ["\n".join(sorted({folded(name) for name in held})) for held in speakers.combinations()]
    facts: Array = np.array([zlib.crc32(names.encode()) for names in heard], dtype=np.uint32)[speakers.numbers]
    for number, word in enumerate(segment.words.terms.all()):
        if not word.isalpha() and is_number(word.decode()):
            facts[np.unique(segment.words.passages(segment.words.between(number, number + 1)))] += zlib.crc32(word)
    owners = owners_of(segment.arrays["sketch.indptr"])
    left = segment.searched[owners]
    return (segment.arrays["sketch.hashes"] ^ facts[owners])[left], owners[left]


def _likenesses(segment: MappedSegment, passages: Longs, known: dict[bytes, int]) -> Iterator[Likeness]:
    """What is compared of these passages. Words are numbers here: `known` has those of all segments so far."""
    speakers, terms = segment.column("speaker"), segment.words.terms
    heard = speakers.combinations()
    places = segment.words.places
    wanted = np.zeros(len(segment), dtype=np.bool_)
    wanted[passages] = True
    at = np.flatnonzero(wanted[segment.words.passages(places)])
    at = at[np.argsort(places[at])]
    own, words = np.unique(segment.words.numbers_at(at), return_inverse=True)
    spelt = [terms[number] for number in own.tolist()]
    names = np.array([known.setdefault(term, len(known)) for term in spelt], dtype=np.int64)
    digits = {name for name, term in zip(names.tolist(), spelt, strict=True) if is_number(term.decode())}
    ends = np.searchsorted(segment.words.passages(places[at]), passages, side="right").tolist()
    texts = names[words]
    same: dict[tuple[int, bytes], Likeness] = {}  # what is repeated word for word is looked at once
    for number, begin, end in zip(passages.tolist(), [0, *ends], ends, strict=False):
        key = int(speakers.numbers[number]), texts[begin:end].tobytes()
        if key not in same:
            held = texts[begin:end].tolist()
            same[key] = likeness_of(heard[key[0]], held, digits.intersection(held))
        yield same[key]
