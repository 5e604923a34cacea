"""Passages by what stands in them, to find those worth comparing without comparing all with all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from search.ledger.trace import Trace, shingles

_MOST = 12  # passages worth comparing with one
_EVERYWHERE = 200  # words on end that so many passages have tell none of them from another
_TELLING = 2 / 3  # share of a passage that must tell it from others; less, and nothing is near it


class Pool:
    """Traces, and which of them share words on end."""

    def __init__(self, traces: Iterable[Trace]) -> None:
        self._traces = tuple(traces)
        self._holders: dict[int, list[int]] = {}
        for at, trace in enumerate(self._traces):
            for shingle in shingles(trace):
                self._holders.setdefault(shingle, []).append(at)

    def near(self, trace: Trace) -> tuple[Trace, ...]:
        """The traces that share most with one, the nearest first; none where it has little that is its own."""
        known = [self._holders.get(shingle, []) for shingle in shingles(trace)]
        telling = [holders for holders in known if len(holders) <= _EVERYWHERE]
        if len(telling) < _TELLING * len(known):
            return ()
        counts = Counter(at for holders in telling for at in holders)
        nearest = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        return tuple(self._traces[at] for at, _ in nearest[:_MOST])
