"""The Whoosh engine's promises: opening, answering, changing."""

from __future__ import annotations

import pickle
import struct
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from whoosh.filedb.filestore import FileStorage
from whoosh.index import EmptyIndexError, FileIndex, IndexVersionError
from whoosh.index import IndexError as WhooshIndexError
from whoosh.reading import CorruptIndexError, IndexReader

from search.deadline import NEVER, Deadline
from search.engines.answer import answer, listed, tabled
from search.engines.base import Naming, Statistics
from search.engines.disk import damaged, link_files, missing, occupied, writing
from search.engines.naming import namings
from search.engines.stored import decode
from search.engines.whoosh.alike import Alike, leaders_in
from search.engines.whoosh.columns import Columns, Mask
from search.engines.whoosh.finding import Finding, find
from search.engines.whoosh.postings import Postings
from search.engines.whoosh.schema import schema
from search.engines.whoosh.writer import WhooshWriter, open_writer
from search.errors import NotFoundError
from search.facets import survey
from search.model import Passage
from search.query import Query
from search.results import ResultPage, Table
from search.tree import Everything, Tree

# What a damaged file makes Whoosh raise: its postings and its table of contents are pickles, where a wrong byte may
# mean anything.
_DAMAGE = (
    *(CorruptIndexError, WhooshIndexError, IndexVersionError, pickle.UnpicklingError, struct.error, zlib.error),
    *(
        AssertionError,
        AttributeError,
        EOFError,
        ImportError,
        LookupError,
        OSError,
        OverflowError,
        TypeError,
        ValueError,
    ),
)
_LOCK = "LOCK"


def create(directory: Path) -> WhooshEngine:
    """An engine without passages in a directory that has none. Raises `IndexStateError` where there is an index."""
    # Whoosh itself would empty an index that is there, without a question and without the lock.
    if any(directory.glob("*.toc")):
        raise occupied(directory)
    with writing(directory):
        directory.mkdir(parents=True, exist_ok=True)
        FileIndex.create(FileStorage(str(directory)), schema())
    return WhooshEngine(directory)


def open_(directory: Path) -> WhooshEngine:
    """The engine kept in a directory. Raises `IndexStateError` where there is none, or a damaged one."""
    return WhooshEngine(directory)


def branch(old: Path, new: Path) -> None:
    """A second directory whose writer leaves the first as it is: no file of an index is ever changed, only replaced."""
    link_files(old, new, lambda name: not name.endswith(_LOCK))


class WhooshEngine:
    """Meets `search.engines.base.SearchEngine`. To be used by one thread: Whoosh's readers cannot be shared."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._closed = True
        self._open()

    def _open(self) -> None:
        """Read what is committed now. Readers are never refreshed: that would bring deleted passages back."""
        if not self._directory.is_dir():
            raise missing(self._directory)
        try:
            self._index = FileIndex(FileStorage(str(self._directory)))
            if set(self._index.schema.names()) != set(schema().names()):
                raise damaged(self._directory)
            self._reader: IndexReader = self._index.reader()
            self._columns = _columns(self._reader, self._near)
        except EmptyIndexError:
            raise missing(self._directory) from None
        except (*_DAMAGE, MemoryError) as damage:
            raise damaged(self._directory) from damage
        self._closed = False
        self._postings = Postings(self._reader)
        self._statistics: Statistics | None = None
        self._vocabulary: list[tuple[str, int]] | None = None

    def search(self, query: Query, deadline: Deadline = NEVER) -> ResultPage:
        """Answer one query."""
        with self._reading():
            return answer(query, deadline, self._columns.spelling, self._find)

    def table(self, query: Query, rows: str, columns: str, deadline: Deadline = NEVER) -> Table:
        """Count the hits of a query by two fields at once."""
        with self._reading():
            spelling = self._columns.spelling
            return tabled(query, rows, columns, deadline=deadline, spelling=spelling, find=self._find)

    def ranked(self, tree: Tree, most: int) -> list[tuple[Passage, float]]:
        """The best passages for a tree, with their scores."""
        with self._reading():
            return self._find(tree, NEVER).page(Query(page_size=most))

    def passages(self, query: Query, deadline: Deadline = NEVER) -> Iterator[Passage]:
        """Every passage that a query finds, in reading order."""
        with self._reading():
            yield from listed(query, deadline, self._columns.spelling, self._find)

    def passage(self, passage_id: str) -> Passage:
        """One passage by id."""
        with self._reading():
            number = self._number(passage_id)
            if number is not None:
                return self._fetch(number)
        msg = f"no passage {passage_id!r} in the index"
        raise NotFoundError(msg)

    def article(self, article_id: str) -> tuple[Passage, ...]:
        """All passages of an article in reading order."""
        with self._reading():
            numbers = self._postings.of("article", article_id, NEVER).passages
            found = [self._fetch(int(n)) for n in numbers[np.argsort(self._columns.place[numbers])]]
        if not found:
            msg = f"no article {article_id!r} in the index"
            raise NotFoundError(msg)
        return tuple(found)

    def vocabulary(self) -> Iterable[tuple[str, int]]:
        """Folded words of the searched text with the number of passages that hold them."""
        if self._vocabulary is None:
            with self._reading():
                self._vocabulary = self._postings.vocabulary("words")
        return self._vocabulary

    def names(self) -> Iterable[Naming]:
        """Every value of the fields whose values are names."""
        with self._reading():
            columns = self._columns
            return namings(lambda field: columns.column(field.name).tally(columns.searched), columns.forms())

    def statistics(self) -> Statistics:
        """What the index holds; counted once, for what this engine has opened does not change."""
        if self._statistics is None:
            with self._reading():
                self._statistics = self._counted()
        return self._statistics

    @contextmanager
    def writer(self) -> Iterator[WhooshWriter]:
        """Open for changes; they are kept on a clean exit and undone on an exception."""
        with open_writer(self._index, self._directory) as changes:
            yield changes
        self.close()
        self._open()

    def close(self) -> None:
        """Release files and memory. Closing twice does no harm."""
        if not self._closed:
            self._closed = True
            self._reader.close()

    def _counted(self) -> Statistics:
        columns = self._columns
        return Statistics(
            articles=columns.occurring("article", columns.live),
            passages=int(np.count_nonzero(columns.live)),
            searched=columns.passages,
            speakers=columns.occurring("speaker", columns.searched),
            facets=survey(Query(), self._find(Everything(), NEVER).tally),
        )

    def _find(self, tree: Tree, deadline: Deadline) -> Finding:
        return find(self._columns, self._postings, self._fetch, tree, deadline)

    def _number(self, passage_id: str) -> int | None:
        return next((int(n) for n in self._postings.of("id", passage_id, NEVER).passages), None)

    def _near(self, columns: Columns) -> Alike:
        sketches = _column(self._reader, "sketch")
        searched = np.flatnonzero(columns.searched)
        reading = searched[np.argsort(columns.place[searched])]
        return Alike(leaders_in(sketches, reading, self._fetch), lambda n: self._fetch(n).id, self._number)

    def _fetch(self, number: int) -> Passage:
        return decode(self._reader.stored_fields(number)["passage"])

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except _DAMAGE as damage:
            raise damaged(self._directory) from damage


def _columns(reader: IndexReader, near: Callable[[Columns], Alike]) -> Columns:
    rows = _column(reader, "row")
    live: Mask = np.ones(len(rows), dtype=np.bool_)
    live[[base + number for leaf, base in _leaves(reader) for number in leaf.deleted_docs_set]] = False
    return Columns(rows, live, near)


def _column(reader: IndexReader, name: str) -> list[bytes]:
    """What a column holds of all passages, deleted ones among them."""
    return [held for leaf, _ in _leaves(reader) for held in leaf.column_reader(name, translate=False)]


def _leaves(reader: IndexReader) -> Iterator[tuple[IndexReader, int]]:
    """The segments that hold anything, with the number of their first passage."""
    return ((leaf, base) for leaf, base in reader.leaf_readers() if leaf.doc_count_all())
