"""Changes to an index: checked before they are made, kept together or not at all.

Nothing that is written is seen before the new table of contents is, and that takes one step. Files that no table of
contents names are swept by the next commit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, EmptyIndexError, FileIndex, clean_files

from search.engines.disk import link_files, locked, missing, writing
from search.engines.whoosh.arrays import Longs
from search.engines.whoosh.choosing import to_merge
from search.engines.whoosh.codec import ARRAYS, PASSAGES, ArraySegment
from search.engines.whoosh.leaders import Pairs, pairs_among, read_pairs, sweep_leaders, write_leaders
from search.engines.whoosh.mapped import MappedSegment
from search.engines.whoosh.relating import pairs_after
from search.engines.whoosh.writing import INDEX, NewSegment, merge, remove, stored
from search.model import Passage

_CHANGED = 8  # if more than one of so many passages is new or deleted, all are compared
_WORDS = 10_000_000  # of texts that are gathered before a segment is written


class WhooshWriter:
    """Meets `search.engines.base.Writer`."""

    def __init__(self, directory: Path, segments: Sequence[ArraySegment], part_of: int) -> None:
        self._directory = directory
        self._whole = part_of == 1
        self._words = _WORDS // part_of
        self._held = [MappedSegment(directory, segment) for segment in segments]
        self._known = sum(map(len, self._held))  # passages numbered over all that is held, which grows at its end
        self._deleted: set[int] = set()  # of those that are known
        self._written: list[ArraySegment] = []
        self._adopted: set[MappedSegment] = set()
        self._new: NewSegment | None = None
        self._added: dict[str, dict[str, int]] = {}  # article -> passage -> its number in the new segment
        self._ids: set[str] = set()
        self.changed = False

    def add(self, passages: Iterable[Passage]) -> None:
        """Add all passages of one article, or none of them."""
        new: dict[str, tuple[Passage, bytes]] = {}
        for passage, line in stored(tuple(passages)):
            if passage.id in new or passage.id in self._ids or self._holds(passage.id):
                raise _twice(passage.id)
            new[passage.id] = passage, line
        with writing(self._directory):
            if self._new is None:
                self._new = NewSegment(self._directory)
            for passage, line in new.values():
                number = self._new.add(passage, line)
                self._added.setdefault(passage.article.id, {})[passage.id] = number
        self._ids.update(new)  # `|=` would copy the set, for keys are none
        self.changed = self.changed or bool(new)
        if self._new.tokens > self._words:
            self._flush()

    def remove(self, article_id: str) -> None:
        """Remove every passage of an article, also of one that was added a moment ago."""
        begin = 0
        for segment in self._held:
            if numbers := segment.article_called(article_id):
                self.changed = True
                segment.segment.delete(numbers)
                segment.bury(segment.segment)
                self._deleted |= {begin + number for number in numbers if begin < self._known}
            begin += len(segment)
        for passage_id, number in self._added.pop(article_id, {}).items():
            if self._new:
                self._new.drop(number)
            self._ids.discard(passage_id)

    def adopt(self, directory: Path) -> None:
        """Add all that another index holds, or nothing."""
        segments = committed(directory).segments
        found = [MappedSegment(directory, segment) for segment in segments]
        with writing(self._directory):
            self._flush()
        for other in found:
            for held in self._held:
                if (twice := other.in_both(held)) is not None:
                    raise _twice(twice)
        files = {segment.file(directory, ending).name for segment in segments for ending in (ARRAYS, PASSAGES)}
        self._written += segments  # what of them has come before the disk is full is removed again
        link_files(directory, self._directory, files.__contains__)
        for segment in segments:
            self._adopted.add(self._hold(segment))

    def settle(self, generation: int) -> list[ArraySegment]:
        """Write what is not written yet, compare what is new, and merge what is to be merged.

        The segments that the table of contents of `generation` is to name.
        """
        with writing(self._directory):
            self._flush()
            pairs = self._pairs(generation - 1)
            segments, numbers = self._merged()
            passages = sum(segment.doc_count_all() for segment in segments)
            write_leaders(self._directory, generation, pairs, numbers, passages)
        return segments

    def _merged(self) -> tuple[list[ArraySegment], Longs]:
        """The segments that are left after merging, and the number there of each passage that is held; -1 for none."""
        runs = to_merge(self._held, self._adopted, self._words)
        merging = {held for run in runs for held in run}
        stays = [held for held in self._held if held.segment.doc_count() and held not in merging]
        segments = [held.segment for held in stays]
        number = {held: np.full(len(held), -1) for held in self._held}
        begin = 0
        for held in stays:
            number[held] = np.arange(begin, begin + len(held))
            begin += len(held)
        for run in runs:
            merged, place = merge(self._directory, run)
            self._written.append(merged)
            segments.append(merged)
            parts = np.split(place.astype(np.int64), np.cumsum([len(held) for held in run])[:-1])
            number.update((held, np.where(part < 0, -1, part + begin)) for held, part in zip(run, parts, strict=True))
            begin += merged.doc_count_all()
        return segments, np.concatenate([np.empty(0, dtype=np.int64), *number.values()])

    def abandon(self) -> None:
        """Remove what was written."""
        if self._new:
            self._new.abandon()
        for segment in self._written:
            remove(self._directory, segment)

    def _flush(self) -> None:
        if self._new:
            written = self._new.finish()
            self._new, self._added, self._ids = None, {}, set()
            if written:
                self._written.append(written)
                self._hold(written)

    def _hold(self, segment: ArraySegment) -> MappedSegment:
        """Take in a segment that was written into this directory."""
        self._held.append(MappedSegment(self._directory, segment))
        self.changed = True
        return self._held[-1]

    def _pairs(self, generation: int) -> Pairs:
        """Who leads whom; what the table of contents of `generation` names was compared before."""
        if not self._whole:
            return {}
        total = sum(map(len, self._held))
        added = total - self._known
        if (added + len(self._deleted)) * _CHANGED > self._known:
            return pairs_among(self._held)
        living = np.concatenate([held.searched for held in self._held])[self._known :]
        new = (self._known + np.flatnonzero(living)).tolist()
        return pairs_after(self._held, read_pairs(self._directory, generation, self._known), new, self._deleted)

    def _holds(self, passage_id: str) -> bool:
        return any(segment.passage_called(passage_id) is not None for segment in self._held)


@contextmanager
def open_writer(index: FileIndex, directory: Path, part_of: int) -> Iterator[WhooshWriter]:
    """The one writer; commits on a clean exit, else leaves the index and the directory as they were.

    One that is `part_of` several has its share of the memory, and leaves comparing to the one that adopts it.
    """
    lock = index.lock("WRITELOCK")
    with writing(directory):
        if not lock.acquire():
            raise locked(directory)
    try:
        toc = TOC.read(index.storage, INDEX)
        changes = WhooshWriter(directory, toc.segments, part_of)
        try:
            yield changes
            if changes.changed:
                segments = changes.settle(toc.generation + 1)
                with writing(directory):
                    TOC(toc.schema, segments, toc.generation + 1).write(index.storage, INDEX)
        except BaseException:
            changes.abandon()
            for file in directory.glob(f"_{INDEX}_{toc.generation + 1}.toc*"):
                file.unlink()
            sweep_leaders(directory, toc.generation)
            raise
        if changes.changed:
            clean_files(index.storage, INDEX, toc.generation + 1, segments)
            sweep_leaders(directory, toc.generation + 1)
    finally:
        lock.release()


def committed(directory: Path) -> TOC:
    """The table of contents of an index. Raises `IndexStateError` where there is none."""
    try:
        return TOC.read(FileStorage(str(directory)), INDEX)
    except EmptyIndexError:
        raise missing(directory) from None


def _twice(passage_id: str) -> ValueError:
    return ValueError(f"passage {passage_id!r} is in the index already")
