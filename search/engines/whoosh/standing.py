"""Where several words follow each other, and how often each passage has that: sets of places on the tape."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from search.analysis import Place, next_to_each_other
from search.engines.scoring import COUNT_SHIFT, count_classes
from search.engines.whoosh.concordance import Concordance, Ids, Occurrences
from search.engines.whoosh.frequent import Places
from search.engines.whoosh.postings import Codes

Counts = NDArray[np.int64]

_GALLOP = 32  # so many times longer an array is searched, not walked
_DENSE = 64  # with more than one place in so many, a table of all places is the shortest way


def runs(held: Sequence[Occurrences]) -> Places:
    """The places at which the words begin to follow each other. The rarest word leads, the most frequent come next."""
    lead, *others = sorted(range(len(held)), key=lambda n: len(held[n]))
    others.sort(key=lambda n: not held[n].frequent)
    places = held[lead].places()
    starts = places[places.searchsorted(np.uint32(lead)) :] - np.uint32(lead)
    for n in others:
        there = starts + np.uint32(n)
        if held[n].frequent:
            starts = starts.compress(held[n].at(there))
        else:
            starts = _common(there, held[n].places()) - np.uint32(n)
    return starts


def _common(few: Places, many: Places) -> Places:
    """Numbers that two ascending arrays have in common."""
    common: Places
    if len(few) * _GALLOP < len(many):
        common = few.compress(many.take(many.searchsorted(few), mode="clip") == few)
        return common
    last = int(max(few[-1:].max(initial=0), many[-1:].max(initial=0)))
    if len(many) * _DENSE > last:
        there = np.zeros(last + 1, dtype=np.bool_)
        there[few] = True  # writing here and there is dearer than reading
        common = many.compress(there.take(many))
        return common
    both = np.concatenate((few, many))
    both.sort(kind="stable")  # which brings two ascending arrays together instead of sorting them
    common = both[:-1].compress(both[1:] == both[:-1])
    return common


def counted(passages: Ids, most: int) -> tuple[Ids, Counts]:
    """Each passage once, ascending, and how often it stands there; there are no more than `most`."""
    if len(passages) * 8 > most:
        counts = np.bincount(passages, minlength=most)
        ids = counts.nonzero()[0]
        return ids.astype(np.int32), counts.take(ids)
    return counted_in_order(np.sort(passages))


def counted_in_order(passages: Ids) -> tuple[Ids, Counts]:
    """The same for passages that ascend, as those of a phrase do."""
    first = np.ones(len(passages), dtype=np.bool_)
    np.not_equal(passages[1:], passages[:-1], out=first[1:])
    at = first.nonzero()[0]
    counts = np.empty(len(at), dtype=np.int64)
    np.subtract(at[1:], at[:-1], out=counts[:-1])
    counts[-1:] = len(passages) - at[-1:]
    return passages.take(at), counts


def codes_of(ids: Ids, counts: Counts, flags: Counts | int, norms: NDArray[np.uint8]) -> Codes:
    """The codes of what occurs so often; `flags` are in their place already."""
    upper = count_classes(counts) << COUNT_SHIFT | flags
    return (upper | norms.take(ids)).astype(np.uint16, copy=False)


def as_printed(
    passage: int, words: Concordance, held: Sequence[Occurrences], printed: Sequence[Sequence[tuple[int, int]]]
) -> int:
    """How often the words follow each other in one passage, where some of them may take up several positions.

    `printed` has for each word the (position, width) at which only the raw text has it.
    """
    begin, end = words.stretch(passage)
    there: dict[str, list[Place]] = {}
    for n, (word, wide) in enumerate(zip(held, printed, strict=True)):
        places = word.places()
        own = places[np.searchsorted(places, begin) : np.searchsorted(places, end)].astype(np.int64) - begin
        there[str(n)] = [(at, at + 1) for at in own.tolist()] + [(at, at + width) for at, width in wide]
    return len({start for start, _ in next_to_each_other([str(n) for n in range(len(held))], there)})
