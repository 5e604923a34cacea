"""The arrays of a segment that are no field of their own: passages, articles, stems, and words as printed.

stems.*                 postings with codes, of the stems of texts and names
inflections.indptr, .words    the words of the text that have each stem
printed.*               postings of what only the raw text has (`organizationhas`), by stem (`s…`) and by word
(`w…`); the codes are positions in the text, and `printed.widths` tells how many
positions each takes up
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from search.engines.scoring import COUNT_SHIFT, FLAGS_SHIFT, LENGTH_SHIFT, LENGTHS, OTHER_FIELDS, count_classes, flag_of
from search.engines.whoosh.arrays import Array, indptr_of
from search.engines.whoosh.concordance import Ids
from search.engines.whoosh.mapped import hash_arrays, hash_of
from search.engines.whoosh.postings import postings_arrays
from search.engines.whoosh.terms import terms_arrays

Numbers = NDArray[np.int64]

_WIDTH = 1 << 16


@dataclass(frozen=True, slots=True)
class Documents:
    """The passages of a segment in reading order.

    `articles` are (source path, id) in reading order, `article` is the number of each passage's; `order` tells where
    each passage stood before it was brought into this order.
    """

    articles: Sequence[tuple[str, str]]
    article: Numbers
    order: Numbers
    ordinals: Array
    hashes: Array
    slots: Array
    days: Array
    searched: Array
    norms: Array

    def __len__(self) -> int:
        return len(self.order)


def document_arrays(documents: Documents) -> dict[str, Array]:
    """The arrays that say what the passages are."""
    searched = documents.searched > 0
    classes = np.bincount(documents.norms[searched] >> LENGTH_SHIFT, minlength=len(LENGTHS))
    first = np.searchsorted(documents.article, np.arange(len(documents.articles) + 1))
    ids = [article.encode() for _, article in documents.articles]
    return {
        "norms": documents.norms.astype(np.uint8),
        "searched": searched,
        "days": documents.days.astype(np.int32),
        "ordinals": documents.ordinals.astype(np.int32),
        "slots": documents.slots.astype(np.uint32),
        "lengths": classes.astype(np.uint32),
        **hash_arrays("ids", documents.hashes.astype(np.uint64)),
        **hash_arrays("articles", np.array([hash_of(article) for _, article in documents.articles], dtype=np.uint64)),
        **terms_arrays("articles.ids", ids),
        **terms_arrays("articles.sources", [source.encode() for source, _ in documents.articles]),
        "articles.first": first.astype(np.int32),
    }


def stems_arrays(stems: Sequence[bytes], numbers: Array, passages: Ids, flags: Array, norms: Array) -> dict[str, Array]:
    """Postings of stems from single tokens; `flags` is 0 for one of the text, else the bit of its field.

    What stands in no field that finds makes no posting.
    """
    keys = _sorted(numbers, passages, flags, 4)
    low = keys.astype(np.uint8)
    low &= 7
    keys >>= np.uint64(4)  # in its place: there is one for every token, and they make the peak of a build
    different = np.ones(len(keys), dtype=np.bool_)
    different[1:] = keys[1:] != keys[:-1]
    first = np.flatnonzero(different)
    keys = keys[first]
    if len(first):
        counts = count_classes(np.add.reduceat(low == 0, first, dtype=np.int32)).astype(np.uint8)
        held = np.bitwise_or.reduceat(low, first)
    else:
        counts = held = low
    del low, different, first
    finding = sum(flag_of(other.name) for other in OTHER_FIELDS if other.finds)
    left = (counts > 0) | (held & finding > 0)
    upper = counts << np.uint8(COUNT_SHIFT - FLAGS_SHIFT) | held
    return _coded(stems, keys[left], upper[left], norms)


def moved_stems_arrays(
    stems: Sequence[bytes], numbers: Numbers, passages: Ids, codes: Array, norms: Array
) -> dict[str, Array]:
    """Postings of stems from other postings, in any order."""
    keys = _sorted(numbers, passages, codes >> FLAGS_SHIFT, 8)
    return _coded(stems, keys >> np.uint64(8), keys.astype(np.uint8), norms)


def inflection_arrays(
    stems: Mapping[str, Array], words: Sequence[bytes], pairs: Iterable[tuple[bytes, bytes]]
) -> dict[str, Array]:
    """The words of each stem, from pairs of a stem and a word."""
    blob, ends = stems["stems.blob"].tobytes(), stems["stems.ends"].tolist()
    stem_of = {blob[a:b]: n for n, (a, b) in enumerate(pairwise(ends))}
    word_of = {word: n for n, word in enumerate(words)}
    numbers = np.array([(stem_of[stem], word_of[word]) for stem, word in pairs], dtype=np.int64).reshape(-1, 2)
    numbers = numbers[np.lexsort((numbers[:, 1], numbers[:, 0]))]
    return {
        "inflections.indptr": indptr_of(numbers[:, 0], len(ends) - 1),
        "inflections.words": numbers[:, 1].astype(np.int32),
    }


def printed_arrays(printed: Iterable[tuple[bytes, int, int, int]]) -> dict[str, Array]:
    """Postings of (term, passage, position, width)."""
    held = sorted(printed)
    terms = sorted({term for term, *_ in held})
    number = {term: n for n, term in enumerate(terms)}
    figures = np.array([(number[term], *figures) for term, *figures in held], dtype=np.int64).reshape(-1, 4)
    if figures[:, 2:].max(initial=0) >= _WIDTH:
        msg = "a passage has too many words"
        raise ValueError(msg)
    ids, positions = figures[:, 1].astype(np.int32), figures[:, 2].astype(np.uint16)
    return {
        **postings_arrays("printed", terms, figures[:, 0], ids, positions),
        "printed.widths": figures[:, 3].astype(np.uint16),
    }


def _sorted(numbers: Array, passages: Ids, low: Array, bits: int) -> NDArray[np.uint64]:
    """Number, passage and the lowest bits as one sorted number each."""
    if numbers.max(initial=0) >> 32 - bits:
        msg = "a segment holds too many different words"
        raise ValueError(msg)
    keys = numbers.astype(np.uint64)
    keys <<= np.uint64(32)
    keys |= passages.astype(np.uint64)
    keys <<= np.uint64(bits)
    keys |= low.astype(np.uint64)
    keys.sort()
    return keys


def _coded(
    stems: Sequence[bytes], keys: NDArray[np.uint64], upper: NDArray[np.uint8], norms: Array
) -> dict[str, Array]:
    """The postings of sorted keys of stem and passage, with the upper bytes of their codes."""
    passages = keys.astype(np.uint32).view(np.int32)
    codes = upper.astype(np.uint16)
    codes <<= FLAGS_SHIFT
    codes |= norms[passages].astype(np.uint16)
    numbers = (keys >> np.uint64(32)).astype(np.int32)
    return postings_arrays("stems", stems, numbers, passages, codes)
