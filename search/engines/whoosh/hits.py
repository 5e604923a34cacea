"""What a part of a query finds in one segment, and how two of them make a third: AND, OR, NOT on sorted arrays.

Scores are worked out as late as can be: AND asks only for those of the passages that all its parts find, and a filter
that lets few through saves the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from search.engines.scoring import Floats
from search.engines.whoosh.concordance import Ids
from search.engines.whoosh.postings import Codes

Mask = NDArray[np.bool_]
At = NDArray[np.intp]  # places in an array of hits

_GALLOP = 16  # so many times longer an array is searched, not walked
_LONG = 20_000  # scores that are not all looked at twice
_STRETCHES = 16  # for each score that is wanted
_DENSE = 64  # with more hits than one in so many passages, a table of all passages is the shortest way


class Hits(Protocol):
    """Passages, ascending, and what each is worth; `at` asks for some of them."""

    @property
    def ids(self) -> Ids:
        """The passages."""

    def scores(self, at: At | None = None) -> Floats:
        """Their scores."""

    def taken(self, at: At) -> Hits:
        """Some of them."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """What one word, phrase or prefix finds: a code for each passage, and the table that says what a code is worth.

    `accented` tells which of them have the diacritics that were asked for, and gain `bonus`.
    """

    ids: Ids
    codes: Codes
    merits: Floats
    rare: int
    accented: Mask | None = None
    bonus: int = 0

    def scores(self, at: At | None = None) -> Floats:
        """Merit times rarity."""
        found = self.merits.take(self.codes if at is None else self.codes.take(at))
        found *= self.rare
        if self.accented is not None:
            found += self.bonus * (self.accented if at is None else self.accented.take(at))
        return found

    def taken(self, at: At) -> Leaf:
        """Some of them."""
        accented = None if self.accented is None else self.accented.take(at)
        return Leaf(self.ids.take(at), self.codes.take(at), self.merits, self.rare, accented, self.bonus)


@dataclass(frozen=True, slots=True)
class Summed:
    """Passages with the sums of what their parts are worth."""

    ids: Ids
    sums: Floats

    def scores(self, at: At | None = None) -> Floats:
        """The sums."""
        return self.sums if at is None else self.sums.take(at)

    def taken(self, at: At) -> Summed:
        """Some of them."""
        return Summed(self.ids.take(at), self.sums.take(at))


@dataclass(frozen=True, slots=True)
class Unscored:
    """Passages that are there for a filter or a refusal, which is worth nothing."""

    ids: Ids

    def scores(self, at: At | None = None) -> Floats:
        """Nothing."""
        return np.zeros(len(self.ids if at is None else at), dtype=np.float64)

    def taken(self, at: At) -> Unscored:
        """Some of them."""
        return Unscored(self.ids.take(at))


def all_of(parts: Sequence[Hits], passages: int) -> Hits:
    """What all parts find, of a segment with so many passages. The rarest part leads."""
    if len(parts) == 1:
        return parts[0]
    led = sorted(parts, key=lambda part: len(part.ids))
    ids = led[0].ids
    at: list[At] = [np.arange(len(ids))]
    for part in led[1:]:
        mine, theirs = _meeting(ids, part.ids, passages)
        ids, at = ids.take(mine), [*(places.take(mine) for places in at), theirs]
    scored = [part.scores(places) for part, places in zip(led, at, strict=True) if not isinstance(part, Unscored)]
    return Summed(ids, np.add.reduce(scored)) if scored else Unscored(ids)


def any_of(parts: Sequence[Hits], passages: int) -> Hits:
    """What any part finds, with the sum of what the parts are worth that do."""
    if len(parts) == 1:
        return parts[0]
    *smaller, largest = sorted(parts, key=lambda part: len(part.ids))
    if sum(len(part.ids) for part in smaller) * _DENSE > passages:
        return _tabled(smaller, largest, passages)
    ids, scores = smaller[0].ids, smaller[0].scores()
    for part in (*smaller[1:], largest):
        ids, scores = _put_between(ids, scores, part)
    return Summed(ids, scores)


def _tabled(smaller: Sequence[Hits], largest: Hits, passages: int) -> Summed:
    """What any part finds, by a table of all passages. What it holds for those that no part finds is never read."""
    found, sums = np.zeros(passages, dtype=np.bool_), np.empty(passages, dtype=np.float64)
    for part in smaller:
        found[part.ids], sums[part.ids] = True, 0
    found[largest.ids], sums[largest.ids] = True, largest.scores()
    for part in smaller:
        if not isinstance(part, Unscored):
            sums[part.ids] += part.scores()
    ids = found.nonzero()[0]
    return Summed(ids.astype(np.int32), sums.take(ids))


def _put_between(few: Ids, scores: Floats, part: Hits) -> tuple[Ids, Floats]:
    """The passages of a part and what they are worth, with a few more put between them."""
    ids, sums, at = part.ids, part.scores(), part.ids.searchsorted(few)
    there = ids.take(at, mode="clip") == few if len(ids) else np.zeros(len(few), dtype=np.bool_)
    new = (~there).nonzero()[0]
    places = at.take(new) + np.arange(len(new))
    kept = np.ones(len(ids) + len(new), dtype=np.bool_)
    kept[places] = False
    all_ids, all_sums = np.empty(len(kept), dtype=np.int32), np.empty(len(kept), dtype=np.float64)
    all_ids[kept], all_ids[places] = ids, few.take(new)
    all_sums[kept], all_sums[places] = sums, scores.take(new)
    both = there.nonzero()[0]
    all_sums[all_ids.searchsorted(few.take(both))] += scores.take(both)
    return all_ids, all_sums


def none_of(ids: Ids, refused: Iterable[Ids], passages: int) -> At:
    """The places of those `ids` that are in none of the refused lists."""
    spared = np.ones(passages, dtype=np.bool_)
    for one in refused:
        spared[one] = False
    return spared.take(ids).nonzero()[0]


def _meeting(few: Ids, many: Ids, passages: int) -> tuple[At, At]:
    """Where two ascending arrays hold the same passage: the places in each."""
    if len(few) * _GALLOP < len(many):
        places = many.searchsorted(few)
        mine = (many.take(places, mode="clip") == few).nonzero()[0]
        return mine, places.take(mine)
    at = few.astype(np.intp)
    there = np.zeros(passages, dtype=np.bool_)  # a table of a byte each stays in the nearest cache
    there[at] = True
    theirs = there.take(many).nonzero()[0]
    there[at] = False
    there[many.take(theirs)] = True
    return there.take(at).nonzero()[0], theirs


def best(scores: Floats, last: int, least: float = -np.inf) -> At:
    """The places of the `last` highest scores, the highest first; of equal ones the first. None is below `least`."""
    if least == -np.inf:
        if len(scores) < _LONG:
            return _highest(scores, last)
        # The last-highest of the maxima of stretches is a bound that few others reach.
        width = len(scores) // (_STRETCHES * last) or 1
        maxima = scores[: len(scores) // width * width].reshape(-1, width).max(axis=1)
        least = _last_of(maxima, last)
    within = (scores >= least).nonzero()[0]
    return within.take(_highest(scores.take(within), last))


def _highest(scores: Floats, last: int) -> At:
    if len(scores) <= last:
        return (-scores).argsort(kind="stable")
    bound = _last_of(scores, last)
    above = (scores > bound).nonzero()[0]
    above = above.take((-scores.take(above)).argsort(kind="stable"))
    ties = (scores == bound).nonzero()[0]
    return np.concatenate((above, ties[: last - len(above)]))


def _last_of(scores: Floats, last: int) -> float:
    """The lowest of the `last` highest of more scores than these."""
    return float(np.partition(scores, len(scores) - last)[len(scores) - last])
