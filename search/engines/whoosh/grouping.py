"""Groups of a result, and pairs of values in it: hits of all segments in one list."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from search.engines.scoring import Floats
from search.engines.whoosh.alike import Alike
from search.engines.whoosh.arrays import Longs
from search.engines.whoosh.facets import Facet
from search.limits import GROUP_HITS


@dataclass(frozen=True, slots=True)
class Listed:
    """Hits: their segment, their number in it, their place among its hits, what they are worth, their reading order."""

    segments: Longs
    ids: Longs
    at: Longs
    worth: Floats
    reading: Longs

    def __len__(self) -> int:
        return len(self.ids)

    def taken(self, at: Longs) -> Listed:
        """Some of them."""
        return Listed(self.segments[at], self.ids[at], self.at[at], self.worth[at], self.reading[at])

    def best(self, last: int | None = None) -> Longs:
        """The places of the best of them, or of all, best first; ties in reading order."""
        within = np.arange(len(self))
        if last is not None and last < len(self):
            within = np.flatnonzero(self.worth >= np.partition(self.worth, -last)[-last])
        return within[np.lexsort((self.reading[within], -self.worth[within]))][:last]

    def values(self, facet: Facet | Alike) -> tuple[Longs, Longs]:
        """For all values of all hits: the place of the hit, and the number of the value; ascending by both."""
        places, values = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.int64)]
        for n in np.unique(self.segments).tolist():
            own = np.flatnonzero(self.segments == n)
            place, value = facet.at(n, self.ids[own])
            places.append(own[place])
            values.append(value)
        place, value = np.concatenate(places), np.concatenate(values)
        order = np.lexsort((value, place))
        return place[order], value[order]


def joined(parts: Sequence[Listed]) -> Listed:
    """Several lists as one."""
    none = np.empty(0, dtype=np.int64)
    return Listed(
        np.concatenate([none, *(part.segments for part in parts)]),
        np.concatenate([none, *(part.ids for part in parts)]),
        np.concatenate([none, *(part.at for part in parts)]),
        np.concatenate([np.empty(0), *(part.worth for part in parts)]),
        np.concatenate([none, *(part.reading for part in parts)]),
    )


@dataclass(frozen=True, slots=True)
class Group:
    """The number of its value, how many passages there are, and the places of the first of them in the list."""

    value: int
    total: int
    shown: Longs


def by_value(listed: Listed, facet: Facet, chosen: Collection[str | None], page: slice) -> tuple[int, list[Group]]:
    """The number of groups, and those of a page."""
    order = listed.best()
    places, values = listed.taken(order).values(facet)
    if chosen:
        kept = np.isin(values, facet.wanted(chosen))
        places, values = places[kept], values[kept]
    found, firsts, counts = np.unique(values, return_index=True, return_counts=True)
    shown = np.argsort(firsts)[page]
    return len(found), [
        Group(value, count, order[places[values == value][:GROUP_HITS]])
        for value, count in zip(found[shown].tolist(), counts[shown].tolist(), strict=True)
    ]


def by_likeness(listed: Listed, alike: Alike, page: slice) -> tuple[int, list[Group]]:
    """The same for near-identical passages. Few have one, so only those are put in order and gathered."""
    numbers = alike.numbers(listed.segments, listed.ids)
    leaders, several = alike.leaders[numbers], np.flatnonzero(alike.several[numbers])
    several = several[listed.taken(several).best()]
    _, firsts, counts = np.unique(leaders[several], return_index=True, return_counts=True)
    best = np.setdiff1d(np.arange(len(listed)), np.delete(several, firsts), assume_unique=True)
    total = dict(zip(leaders[several[firsts]].tolist(), counts.tolist(), strict=True))
    groups = []
    for place in best[listed.taken(best).best(page.stop)[page]].tolist():
        leader = int(leaders[place])
        shown = several[leaders[several] == leader] if leader in total else np.array([place])
        groups.append(Group(leader, len(shown), shown[:GROUP_HITS]))
    return len(best), groups


def led(listed: Listed, alike: Alike) -> dict[str | None, int]:
    """How many of the hits each passage leads."""
    leaders, counts = np.unique(alike.leaders[alike.numbers(listed.segments, listed.ids)], return_counts=True)
    return dict(zip(map(alike.name, leaders.tolist()), counts.tolist(), strict=True))


def pairs(listed: Listed, rows: Facet | Alike, columns: Facet | Alike) -> tuple[Longs, Longs]:
    """The pairs of values that the hits have, one below the other, and how many hits have each."""
    places, across = listed.values(columns)
    again, down = listed.taken(places).values(rows)  # a hit with two values across comes twice
    found, counts = np.unique(np.stack((down, across[again])), axis=1, return_counts=True)
    return found, counts
