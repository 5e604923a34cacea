"""Which segments are to become one: more of them slow every search, and merging is the slower the more is merged.

What several processes have written together is brought to what one would have written: as many of their segments become
one as one process would have put into it. Of all others the smallest are merged where there are too many, and those
that have lost many passages are written anew.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from search.engines.whoosh.mapped import MappedSegment

MOST = 8  # more of them would slow every search
_DELETED_SHARE = 0.25  # a segment that lost more than this is written anew

Run = list[MappedSegment]


def to_merge(held: Sequence[MappedSegment], adopted: Collection[MappedSegment], words: int) -> list[Run]:
    """The segments that become one, for each that comes into being; `words` is how many those adopted may make up."""
    living = [one for one in held if one.segment.doc_count()]
    alone: list[Run] = [[one] for one in living if one not in adopted]
    runs = sorted(alone + _runs([one for one in living if one in adopted], words), key=_size)
    worn = [run for run in runs if len(run) == 1 and _is_worn(run[0])]
    kept = [run for run in runs if run not in worn]
    room = MOST - bool(worn)
    small = kept[: len(kept) - room + 1] if len(kept) > room else []
    if small and len(kept) > len(small):  # merging one more halves how often this happens
        small = kept[: len(small) + 1]
    together = [one for run in worn + small for one in run]
    return ([together] if together else []) + [run for run in kept[len(small) :] if len(run) > 1]


def _runs(adopted: Sequence[MappedSegment], words: int) -> list[Run]:
    """Neighbours that have together about so many words: another one is taken while there is room for half of it."""
    runs: list[Run] = []
    room = 0
    for one in adopted:
        if room * 2 < one.words.occurrences:
            runs.append([])
            room = words
        runs[-1].append(one)
        room -= one.words.occurrences
    return runs


def _size(run: Run) -> int:
    return sum(int(one.segment.doc_count()) for one in run)


def _is_worn(one: MappedSegment) -> bool:
    return one.segment.deleted_count() > _DELETED_SHARE * one.segment.doc_count_all()
