"""What a part of a query finds in one segment, and how two of them make a third: AND, OR, NOT on sorted arrays.

Scores are worked out as late as can be: AND asks only for those of the passages that all its parts find, and a filter
that lets few through saves the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from search.engines.scoring import Floats
from search.engines.whoosh.concordance import Ids
from search.engines.whoosh.postings import Codes

Mask = NDArray[np.bool_]
At = NDArray[np.intp]  # places in an array of hits

_GALLOP = 24  # so many times longer an array is searched, not walked
_DENSE = 8  # with more than one hit in so many passages, a table of all passages is the shortest way


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
        found = self.merits.take(self.codes if at is None else self.codes[at])
        found *= self.rare
        if self.accented is not None:
            found += self.bonus * (self.accented if at is None else self.accented[at])
        return found

    def taken(self, at: At) -> Leaf:
        """Some of them."""
        accented = None if self.accented is None else self.accented[at]
        return Leaf(self.ids[at], self.codes[at], self.merits, self.rare, accented, self.bonus)


@dataclass(frozen=True, slots=True)
class Summed:
    """Passages with the sums of what their parts are worth."""

    ids: Ids
    sums: Floats

    def scores(self, at: At | None = None) -> Floats:
        """The sums."""
        return self.sums if at is None else self.sums[at]

    def taken(self, at: At) -> Summed:
        """Some of them."""
        return Summed(self.ids[at], self.sums[at])


@dataclass(frozen=True, slots=True)
class Unscored:
    """Passages that are there for a filter or a refusal, which is worth nothing."""

    ids: Ids

    def scores(self, at: At | None = None) -> Floats:
        """Nothing."""
        return np.zeros(len(self.ids if at is None else at), dtype=np.float64)

    def taken(self, at: At) -> Unscored:
        """Some of them."""
        return Unscored(self.ids[at])


def all_of(parts: Sequence[Hits], passages: int) -> Hits:
    """What all parts find, of a segment with so many passages. The rarest part leads."""
    led = sorted(parts, key=lambda part: len(part.ids))
    ids = led[0].ids
    at: list[At] = [np.arange(len(ids))]
    for part in led[1:]:
        mine, theirs = _meeting(ids, part.ids, passages)
        ids, at = ids[mine], [*(places[mine] for places in at), theirs]
    scored = [part.scores(places) for part, places in zip(led, at, strict=True) if not isinstance(part, Unscored)]
    return Summed(ids, np.add.reduce(scored)) if scored else Unscored(ids)


def any_of(parts: Sequence[Hits], passages: int) -> Hits:
    """What any part finds, with the sum of what the parts are worth that do."""
    if len(parts) == 1:
        return parts[0]
    ids = np.concatenate([part.ids for part in parts])
    if len(ids) * _DENSE > passages:
        found, sums = np.zeros(passages, dtype=np.bool_), np.zeros(passages, dtype=np.float64)
        for part in parts:
            found[part.ids] = True
            if not isinstance(part, Unscored):
                sums[part.ids] += part.scores()
        ids = np.flatnonzero(found).astype(np.int32)
        return Summed(ids, sums[ids])
    scores = np.concatenate([part.scores() for part in parts])
    order = np.argsort(ids, kind="stable")
    ids = ids[order]
    first = np.flatnonzero(np.diff(ids, prepend=-1))
    return Summed(ids[first], np.add.reduceat(scores[order], first) if len(first) else scores)


def none_of(ids: Ids, refused: Ids, passages: int) -> At:
    """The places of those `ids` that are not refused."""
    if len(ids) * _GALLOP < len(refused):
        return np.setdiff1d(np.arange(len(ids)), _meeting(ids, refused, passages)[0], assume_unique=True)
    spared = np.ones(passages, dtype=np.bool_)
    spared[refused] = False
    return np.flatnonzero(spared[ids])


def _meeting(few: Ids, many: Ids, passages: int) -> tuple[At, At]:
    """Where two ascending arrays hold the same passage: the places in each."""
    if len(few) * _GALLOP < len(many):
        places = np.searchsorted(many, few)
        places[places == len(many)] = 0
        mine = np.flatnonzero(many[places] == few)
        return mine, places[mine]
    there = np.zeros(passages, dtype=np.bool_)
    there[many] = True
    mine = np.flatnonzero(there[few])
    return mine, np.searchsorted(many, few[mine])


def best(scores: Floats, last: int) -> At:
    """The places of the `last` highest scores, the highest first; of equal ones the first."""
    width = len(scores) // (16 * last)
    if width <= 1:
        return np.argsort(-scores, kind="stable")[:last]
    # The last-highest of the maxima of stretches is a bound that few others reach.
    highest = scores[: len(scores) // width * width].reshape(-1, width).max(axis=1)
    within = np.flatnonzero(scores >= np.partition(highest, -last)[-last])
    held = scores[within]
    bound = np.partition(held, -last)[-last]
    above = within[held > bound]
    above = above[np.argsort(-scores[above], kind="stable")]
    return np.concatenate((above, within[held == bound][: last - len(above)]))
