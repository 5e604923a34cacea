"""Several segments become one: their arrays are laid one after the other, renumbered, and sorted once.

No word is analysed again. Passages that were deleted stay behind. Packed blocks of passages are copied as they are,
unless deletions have left many of them half empty, or a commit was too small to have a dictionary for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from search.engines.whoosh.arrays import Array, owners_of
from search.engines.whoosh.blocks import BLOCK, BlockWriter
from search.engines.whoosh.columns import COLUMNS, column_arrays
from search.engines.whoosh.concordance import STEP, Concordance, Ids, concordance_arrays, tape
from search.engines.whoosh.layout import (
    Documents,
    Numbers,
    document_arrays,
    inflection_arrays,
    moved_stems_arrays,
    printed_arrays,
)
from search.engines.whoosh.mapped import MappedSegment
from search.engines.whoosh.postings import Postings, postings_arrays
from search.engines.whoosh.terms import Terms

_FULL = 0.75  # of the lines of its blocks; a segment with less is packed anew


class _Moved(NamedTuple):
    """A segment and the number each of its passages has in the new one; -1 for deleted ones."""

    segment: MappedSegment
    place: Ids


def merged_arrays(segments: Sequence[MappedSegment], blocks: BlockWriter) -> tuple[dict[str, Array], Ids]:
    """The arrays of the segment that takes the place of these; passages go to `blocks`.

    Then the number in it of each passage, one segment after the other; -1 for those that were deleted.
    """
    documents = _documents(segments, [_slots(segment, blocks) for segment in segments])
    place = np.full(sum(map(len, segments)), -1, dtype=np.int32)
    place[documents.order] = np.arange(len(documents))
    ends = np.cumsum([len(segment) for segment in segments])
    moved = [_Moved(s, place[end - len(s) : end]) for s, end in zip(segments, ends.tolist(), strict=True)]
    words, word_arrays = _concordance("words", moved, [m.segment.words for m in moved], len(documents))
    stems = _stems(moved, documents)
    accents, numbers, passages, _ = _postings(moved, [m.segment.accented for m in moved])
    order = np.lexsort((passages, numbers))
    arrays = {
        **document_arrays(documents),
        **word_arrays,
        **_concordance("names", moved, [m.segment.names for m in moved], len(documents))[1],
        **stems,
        **inflection_arrays(stems, words, _pairs(segments, frozenset(words))),
        **postings_arrays("accented", accents, numbers[order], passages[order]),
        **printed_arrays(_printed(moved)),
        **_fields(moved, documents),
    }
    return arrays, place


def _slots(segment: MappedSegment, blocks: BlockWriter) -> Array:
    """The new slots of the passages, deleted ones among them."""
    lines = (len(segment.blocks.ends) - 1) * BLOCK
    living = len(segment) - len(segment.dead)
    if living >= _FULL * lines and all(dictionary for _, dictionary in segment.blocks.primed):
        return segment.slots.astype(np.int64) + blocks.copy(segment.blocks)
    slots = np.zeros(len(segment), dtype=np.int64)
    for number in range(len(segment)) if segment.live is None else np.flatnonzero(segment.live).tolist():
        slots[number] = blocks.add(segment.blocks.line(int(segment.slots[number])))
    return slots


def _documents(segments: Sequence[MappedSegment], slots: Sequence[Array]) -> Documents:
    articles = [list(zip(_texts(s.article_sources), _texts(s.article_ids), strict=True)) for s in segments]
    read = sorted({article for held in articles for article in held})
    rank = {article: n for n, article in enumerate(read)}
    article = np.concatenate(
        [
            np.repeat([rank[a] for a in held], np.diff(s.arrays["articles.first"]))
            for s, held in zip(segments, articles, strict=True)
        ]
    )
    figures = {
        name: np.concatenate([s.arrays[name] for s in segments]) for name in ("ordinals", "days", "norms", "searched")
    }
    live = np.concatenate([np.ones(len(s), dtype=np.bool_) if s.live is None else s.live for s in segments])
    order = np.lexsort((figures["ordinals"], article))
    order = order[live[order]]
    held, numbers = np.unique(article[order], return_inverse=True)
    return Documents(
        articles=[read[n] for n in held.tolist()],
        article=numbers,
        order=order,
        hashes=np.concatenate([_hashes(s) for s in segments])[order],
        slots=np.concatenate(slots)[order],
        **{name: figure[order] for name, figure in figures.items()},
    )


def _hashes(segment: MappedSegment) -> Array:
    hashes = np.empty(len(segment), dtype=np.uint64)
    hashes[segment.arrays["ids.owners"]] = segment.arrays["ids.hashes"]
    return hashes


def _texts(terms: Terms) -> list[str]:
    return [term.decode() for term in terms.all()]


def _renumbered(held: Sequence[Terms], used: Sequence[Array]) -> tuple[list[bytes], list[Numbers]]:
    """The terms of all segments that are used, sorted, and their new numbers by segment and old number."""
    listed = [terms.all() for terms in held]
    there = [np.bincount(numbers, minlength=len(terms)) > 0 for numbers, terms in zip(used, listed, strict=True)]
    living = {
        t
        for terms, is_there in zip(listed, there, strict=True)
        for t, left in zip(terms, is_there.tolist(), strict=True)
        if left
    }
    found = sorted(living)
    number = {term: n for n, term in enumerate(found)}
    return found, [np.array([number.get(term, -1) for term in terms], dtype=np.int64) for terms in listed]


def _concordance(
    name: str, moved: Sequence[_Moved], held: Sequence[Concordance], passages: int
) -> tuple[list[bytes], dict[str, Array]]:
    lengths = np.zeros(passages, dtype=np.int64)
    used, numbers, owners, positions = [], [], [], []
    for (_, place), concordance in zip(moved, held, strict=True):
        words, places = concordance.all()
        passage = concordance.passages(places)
        left = place[passage] >= 0
        first = np.searchsorted(concordance.owner, np.arange(len(place))) << STEP
        numbers.append(words[left])
        owners.append(place[passage[left]])
        positions.append(places[left].astype(np.int64) - first[passage[left]])
        np.maximum.at(lengths, owners[-1], positions[-1] + 1)
        used.append(numbers[-1])
    terms, renumbered = _renumbered([c.terms for c in held], used)
    begins, owner = tape(lengths)
    passage = np.concatenate(owners)
    new = np.concatenate([new[old] for new, old in zip(renumbered, numbers, strict=True)])
    return terms, concordance_arrays(name, terms, new, begins[passage] + np.concatenate(positions), owner)


def _postings(moved: Sequence[_Moved], held: Sequence[Postings]) -> tuple[list[bytes], Numbers, Ids, Array]:
    """The terms, and for each posting its term, passage and code, one segment after the other."""
    left = [place[postings.ids] >= 0 for (_, place), postings in zip(moved, held, strict=True)]
    numbers = [postings.numbers()[kept] for postings, kept in zip(held, left, strict=True)]
    terms, renumbered = _renumbered([postings.terms for postings in held], numbers)
    passages = [place[p.ids[kept]] for (_, place), p, kept in zip(moved, held, left, strict=True)]
    codes = [p.codes[kept] for p, kept in zip(held, left, strict=True) if len(p.codes)]
    return (
        terms,
        np.concatenate([new[old] for new, old in zip(renumbered, numbers, strict=True)]),
        np.concatenate(passages),
        np.concatenate([np.empty(0, dtype=np.uint16), *codes]),
    )


def _stems(moved: Sequence[_Moved], documents: Documents) -> dict[str, Array]:
    return moved_stems_arrays(*_postings(moved, [m.segment.stems for m in moved]), documents.norms)


def _pairs(segments: Sequence[MappedSegment], words: frozenset[bytes]) -> set[tuple[bytes, bytes]]:
    """Stems and their words, as far as there are any left."""
    found: set[tuple[bytes, bytes]] = set()
    for segment in segments:
        stems, known = segment.stems.terms.all(), segment.words.terms.all()
        numbers = owners_of(segment.arrays["inflections.indptr"])
        pairs = zip(numbers.tolist(), segment.arrays["inflections.words"].tolist(), strict=True)
        found |= {(stems[stem], known[word]) for stem, word in pairs if known[word] in words}
    return found


def _printed(moved: Sequence[_Moved]) -> list[tuple[bytes, int, int, int]]:
    found = []
    for segment, place in moved:
        held = segment.printed
        terms = held.terms.all()
        figures = zip(
            held.numbers().tolist(),
            place[held.ids].tolist(),
            held.codes.tolist(),
            segment.arrays["printed.widths"].tolist(),
            strict=True,
        )
        found += [(terms[n], passage, position, width) for n, passage, position, width in figures if passage >= 0]
    return found


def _fields(moved: Sequence[_Moved], documents: Documents) -> dict[str, Array]:
    found: dict[str, Array] = {}
    for field in COLUMNS:
        columns = [m.segment.column(field.name) for m in moved]
        begins = np.cumsum([0, *map(len, columns)])
        numbers = [c.numbers.astype(np.int64) + begin for c, begin in zip(columns, begins.tolist(), strict=False)]
        combinations = [values for column in columns for values in column.combinations()]
        searched = documents.searched > 0
        found |= column_arrays(field, combinations, np.concatenate(numbers)[documents.order], searched)
    return found
