"""Whoosh's extension point: what its table of contents says of a segment, and who reads one.

The table of contents pickles its segments, and with them the name of this module and of its classes: both stay. A
segment is two files that are never changed, `.arrays` and `.passages`; deletions stand in the table of contents.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import UnsupportedOperation
from pathlib import Path
from typing import TYPE_CHECKING, Never

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.base import Codec, Segment

if TYPE_CHECKING:
    from whoosh.filedb.filestore import FileStorage

    from search.engines.whoosh.reader import PassageReader, TermReader

ARRAYS, PASSAGES = ".arrays", ".passages"

Ids = NDArray[np.int32]


class ArraySegment(Segment):  # type: ignore[misc]  # Whoosh is half typed and not followed
    """A segment in the table of contents: its name, its size, and which of its passages are deleted."""

    def __init__(self, indexname: str) -> None:
        super().__init__(indexname)
        self.passages = 0
        self._dead = b""  # numbers of passages, ascending

    def codec(self) -> ArrayCodec:
        """Who reads it."""
        return ArrayCodec()

    def file(self, directory: Path, ending: str) -> Path:
        """One of its two files."""
        return directory / str(self.make_filename(ending))

    @property
    def dead(self) -> Ids:
        """The deleted passages."""
        return np.frombuffer(self._dead, dtype="<i4")

    def delete(self, passages: Iterable[int]) -> None:
        """Delete passages."""
        self._dead = np.union1d(self.dead, np.fromiter(passages, dtype="<i4")).astype("<i4").tobytes()

    def doc_count_all(self) -> int:
        """How many passages there are, deleted ones among them."""
        return self.passages

    def set_doc_count(self, doccount: int) -> None:
        """Say how many there are."""
        self.passages = doccount

    def deleted_count(self) -> int:
        """How many are deleted."""
        return len(self.dead)

    def deleted_docs(self) -> set[int]:
        """Which are deleted."""
        return set(self.dead.tolist())

    def is_deleted(self, docnum: int) -> bool:
        """Whether one is deleted."""
        return docnum in self.deleted_docs()

    def delete_document(self, docnum: int, delete: bool = True) -> None:  # noqa: FBT001, FBT002  # Whoosh's signature
        """Delete one, or bring it back."""
        if delete:
            self.delete([docnum])
        else:
            self._dead = np.setdiff1d(self.dead, [docnum]).astype("<i4").tobytes()

    def should_assemble(self) -> bool:
        """Two files need no container."""
        return False


class ArrayCodec(Codec):  # type: ignore[misc]  # as above
    """Without a state. Whoosh reads our segments through it; they are written whole, by `writer`, not by posting."""

    def terms_reader(self, storage: FileStorage, segment: ArraySegment) -> TermReader:
        """Terms and postings."""
        from search.engines.whoosh.reader import TermReader  # noqa: PLC0415  # serving does not need it

        return TermReader(Path(storage.folder), segment)

    def per_document_reader(self, storage: FileStorage, segment: ArraySegment) -> PassageReader:
        """Stored passages, lengths and deletions."""
        from search.engines.whoosh.reader import PassageReader  # noqa: PLC0415  # as above

        return PassageReader(Path(storage.folder), segment)

    def new_segment(self, storage: FileStorage, indexname: str) -> ArraySegment:
        """A segment with a name of its own."""
        del storage
        return ArraySegment(indexname)

    def postings_reader(self, *_: object, **__: object) -> Never:
        """Refuse: segments are written whole, and `terms_reader` makes the matchers."""
        msg = "segments of arrays are written whole: use the engine's writer"
        raise UnsupportedOperation(msg)

    per_document_writer = field_writer = postings_writer = postings_reader
