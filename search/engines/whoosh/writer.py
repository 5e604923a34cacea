"""Changes to a Whoosh index: checked before they are made, kept together or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from whoosh.index import FileIndex, LockError, clean_files
from whoosh.reading import IndexReader, SegmentReader, TermNotFound

from search.engines.disk import locked, writing
from search.engines.whoosh.schema import document
from search.model import Passage

if TYPE_CHECKING:
    from whoosh.codec.base import Segment
    from whoosh.writing import SegmentWriter

_MEGABYTES = 128  # held by Whoosh before it writes postings to a temporary file
_SEGMENTS = 8  # more of them would slow every search
_DELETED_SHARE = 0.25  # a segment that lost more than this is written anew


class WhooshWriter:
    """Meets `search.engines.base.Writer`."""

    def __init__(self, writer: SegmentWriter, directory: Path) -> None:
        self._writer = writer
        self._directory = directory
        self._before: IndexReader = writer.reader()
        self._added: dict[str, dict[str, int]] = {}  # article -> passage -> its number in the new segment
        self._ids: set[str] = set()
        self.changed = False

    def add(self, passages: Iterable[Passage]) -> None:
        """Add all passages of one article, or none of them."""
        # Whoosh may keep half of a document it refuses and spoil the next one, so everything is made ready first.
        documents = [(passage, document(passage)) for passage in passages]
        new: set[str] = set()
        for passage, _ in documents:
            if passage.id in new or passage.id in self._ids or list(self._numbers("id", passage.id)):
                msg = f"passage {passage.id!r} is in the index already"
                raise ValueError(msg)
            new.add(passage.id)
        with writing(self._directory):
            for passage, fields in documents:
                self.changed = True
                self._added.setdefault(passage.article.id, {})[passage.id] = self._writer.docnum
                self._writer.add_document(**fields)
        self._ids |= new

    def remove(self, article_id: str) -> None:
        """Remove every passage of an article, also of one that was added a moment ago."""
        for number in self._numbers("article", article_id):
            self.changed = True
            self._writer.delete_document(number)
        for passage_id, number in self._added.pop(article_id, {}).items():
            self._writer.newsegment.delete_document(number)
            self._ids.discard(passage_id)

    def close(self) -> None:
        """Let go of the files that were read."""
        self._before.close()

    def _numbers(self, field: str, term: str) -> Iterator[int]:
        """The numbers of committed passages with this term that are still there."""
        for leaf, base in self._before.leaf_readers():
            try:
                matcher = leaf.postings(field, term)
            except TermNotFound:
                continue
            for number in list(matcher.all_ids()):
                if not self._writer.is_deleted(base + number):
                    yield base + number


@contextmanager
def open_writer(index: FileIndex, directory: Path) -> Iterator[WhooshWriter]:
    """The one writer; commits on a clean exit, else leaves the index and the directory as they were."""
    try:
        with writing(directory):
            writer = index.writer(limitmb=_MEGABYTES)
    except LockError:
        raise locked(directory) from None
    try:
        changes = WhooshWriter(writer, directory)
        try:
            yield changes
        finally:
            changes.close()
        if changes.changed:
            with writing(directory):
                writer.commit(mergetype=_merged)
        else:
            _undo(index, writer)
    except BaseException:
        _undo(index, writer)
        raise


def _undo(index: FileIndex, writer: SegmentWriter) -> None:
    """Free the lock and remove what was written."""
    segments, generation = writer.segments, index.latest_generation()
    if not writer.is_closed:
        with suppress(OSError):  # cancelling writes, too; where it cannot, it has freed the lock all the same
            writer.cancel()
    clean_files(index.storage, index.indexname, generation, segments)


def _merged(writer: SegmentWriter, segments: list[Segment]) -> list[Segment]:
    """Whoosh's question which segments stay; the others go into the new one."""
    held = sorted((s for s in segments if s.doc_count()), key=lambda s: s.doc_count())
    worn = [s for s in held if s.deleted_count() > _DELETED_SHARE * s.doc_count_all()]
    kept = [s for s in held if s not in worn]
    small = kept[: max(0, len(kept) + 1 - _SEGMENTS)]
    if small and len(kept) > len(small):  # merging one more halves how often this happens
        small = kept[: len(small) + 1]
    for segment in worn + small:
        reader = SegmentReader(writer.storage, writer.schema, segment)
        writer.add_reader(reader)
        reader.close()
    return [s for s in kept if s not in small]
