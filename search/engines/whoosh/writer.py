"""Changes to an index: checked before they are made, kept together or not at all.

Nothing that is written is seen before the new table of contents is, and that takes one step. Files that no table of
contents names are swept by the next commit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from whoosh.index import TOC, FileIndex, clean_files

from search.engines.disk import locked, writing
from search.engines.whoosh.codec import ArraySegment
from search.engines.whoosh.leaders import sweep_leaders, write_leaders
from search.engines.whoosh.mapped import MappedSegment
from search.engines.whoosh.writing import INDEX, NewSegment, merge, remove, stored
from search.model import Passage

_SEGMENTS = 8  # more of them would slow every search
_DELETED_SHARE = 0.25  # a segment that lost more than this is written anew
_TOKENS = 5_000_000  # words of texts that are gathered before a segment is written


class WhooshWriter:
    """Meets `search.engines.base.Writer`."""

    def __init__(self, directory: Path, segments: Sequence[ArraySegment]) -> None:
        self._directory = directory
        self._held = [MappedSegment(directory, segment) for segment in segments]
        self._written: list[ArraySegment] = []
        self._new: NewSegment | None = None
        self._added: dict[str, dict[str, int]] = {}  # article -> passage -> its number in the new segment
        self._ids: set[str] = set()
        self.changed = False

    def add(self, passages: Iterable[Passage]) -> None:
        """Add all passages of one article, or none of them."""
        new: dict[str, tuple[Passage, bytes]] = {}
        for passage, line in stored(tuple(passages)):
            if passage.id in new or passage.id in self._ids or self._holds(passage.id):
                msg = f"passage {passage.id!r} is in the index already"
                raise ValueError(msg)
            new[passage.id] = passage, line
        with writing(self._directory):
            if self._new is None:
                self._new = NewSegment(self._directory)
            for passage, line in new.values():
                number = self._new.add(passage, line)
                self._added.setdefault(passage.article.id, {})[passage.id] = number
        self._ids |= new.keys()
        self.changed = self.changed or bool(new)
        if self._new.tokens > _TOKENS:
            self._flush()

    def remove(self, article_id: str) -> None:
        """Remove every passage of an article, also of one that was added a moment ago."""
        for segment in self._held:
            if numbers := segment.article_called(article_id):
                self.changed = True
                segment.segment.delete(numbers)
                segment.bury(segment.segment)
        for passage_id, number in self._added.pop(article_id, {}).items():
            if self._new:
                self._new.drop(number)
            self._ids.discard(passage_id)

    def adopt(self, segment: ArraySegment) -> None:
        """Take in a segment that was written into this directory."""
        self._written.append(segment)
        self._held.append(MappedSegment(self._directory, segment))
        self.changed = True

    def settle(self, generation: int) -> list[ArraySegment]:
        """Write what is not written yet and merge what is to be merged, then compare all passages.

        The segments that the table of contents of `generation` is to name.
        """
        with writing(self._directory):
            self._flush()
            held = [segment for segment in self._held if segment.segment.doc_count()]
            going = _to_merge([segment.segment for segment in held])
            left = [segment for segment in held if segment.segment not in going]
            if going:
                merged = merge(self._directory, [segment for segment in held if segment.segment in going])
                self._written.append(merged)
                left.append(MappedSegment(self._directory, merged))
            write_leaders(self._directory, generation, left)
        return [segment.segment for segment in left]

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
                self.adopt(written)

    def _holds(self, passage_id: str) -> bool:
        return any(segment.passage_called(passage_id) is not None for segment in self._held)


@contextmanager
def open_writer(index: FileIndex, directory: Path) -> Iterator[WhooshWriter]:
    """The one writer; commits on a clean exit, else leaves the index and the directory as they were."""
    lock = index.lock("WRITELOCK")
    with writing(directory):
        if not lock.acquire():
            raise locked(directory)
    try:
        toc = TOC.read(index.storage, INDEX)
        changes = WhooshWriter(directory, toc.segments)
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


def _to_merge(segments: Sequence[ArraySegment]) -> list[ArraySegment]:
    """The segments that are to become one."""
    held = sorted(segments, key=lambda segment: int(segment.doc_count()))
    worn = [s for s in held if s.deleted_count() > _DELETED_SHARE * s.doc_count_all()]
    kept = [s for s in held if s not in worn]
    room = _SEGMENTS - bool(worn)
    small = kept[: len(kept) - room + 1] if len(kept) > room else []
    if small and len(kept) > len(small):  # merging one more halves how often this happens
        small = kept[: len(small) + 1]
    return worn + small
