"""The Whoosh engine's promises: opening, answering, changing."""

from __future__ import annotations

import pickle
import struct
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, EmptyIndexError, FileIndex, IndexVersionError
from whoosh.index import IndexError as WhooshIndexError

from search.deadline import NEVER, Deadline
from search.engines.answer import answer, listed, tabled
from search.engines.base import Naming, Statistics
from search.engines.disk import damaged, link_files, missing, occupied, writing
from search.engines.naming import namings
from search.engines.whoosh.archive import OpenIndex
from search.engines.whoosh.arrays import FormatError
from search.engines.whoosh.codec import ArraySegment
from search.engines.whoosh.finding import Finding, find
from search.engines.whoosh.leaders import read_leaders
from search.engines.whoosh.mapped import MappedSegment
from search.engines.whoosh.room import keep_room
from search.engines.whoosh.schema import schema
from search.engines.whoosh.writer import WhooshWriter, open_writer
from search.engines.whoosh.writing import INDEX
from search.errors import NotFoundError
from search.facets import survey
from search.fields import FACETS, Field
from search.model import Passage
from search.query import Query
from search.results import ResultPage, Table
from search.tree import Everything, Tree

# What a damaged file makes us or Whoosh raise: the table of contents is a pickle, where a wrong byte may mean anything.
_DAMAGE = (
    *(FormatError, WhooshIndexError, IndexVersionError, pickle.UnpicklingError, struct.error),
    *(
        AssertionError,
        AttributeError,
        EOFError,
        ImportError,
        LookupError,
        MemoryError,
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
        FileIndex.create(FileStorage(str(directory)), schema(), INDEX)
    return WhooshEngine(directory)


def open_(directory: Path) -> WhooshEngine:
    """The engine kept in a directory. Raises `IndexStateError` where there is none, or a damaged one."""
    return WhooshEngine(directory)


def branch(old: Path, new: Path) -> None:
    """A second directory whose writer leaves the first as it is: no file of an index is ever changed, only replaced."""
    link_files(old, new, lambda name: not name.endswith(_LOCK))


class WhooshEngine:
    """Meets `search.engines.base.SearchEngine`. To be used by one thread."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        keep_room()
        self._open({})

    def _open(self, known: dict[str, MappedSegment]) -> None:
        """Read what is committed now. Segments never change, so those that are open already stay so."""
        if not self._directory.is_dir():
            raise missing(self._directory)
        try:
            self._files = FileIndex(FileStorage(str(self._directory)), indexname=INDEX)
            toc = TOC.read(self._files.storage, INDEX)
            if set(toc.schema.names()) != set(schema().names()):
                raise damaged(self._directory)
            segments = [self._mapped(segment, known) for segment in toc.segments]
            self._index = OpenIndex(segments, read_leaders(self._directory, toc.generation, segments))
        except EmptyIndexError:
            raise missing(self._directory) from None
        except _DAMAGE as damage:
            raise damaged(self._directory) from damage
        self._statistics: Statistics | None = None
        self._vocabulary: list[tuple[str, int]] | None = None

    def _mapped(self, segment: ArraySegment, known: dict[str, MappedSegment]) -> MappedSegment:
        before = known.get(segment.segment_id())
        if before is None:
            return MappedSegment(self._directory, segment)
        before.bury(segment)
        return before

    def search(self, query: Query, deadline: Deadline = NEVER, facets: Sequence[Field] = FACETS) -> ResultPage:
        """Answer one query, and count these facets of the answer."""
        with self._reading():
            return answer(query, facets, deadline=deadline, spelling=self._index.spelling, find=self._find)

    def table(self, query: Query, rows: str, columns: str, deadline: Deadline = NEVER) -> Table:
        """Count the hits of a query by two fields at once."""
        with self._reading():
            spelling = self._index.spelling
            return tabled(query, rows, columns, deadline=deadline, spelling=spelling, find=self._find)

    def ranked(self, tree: Tree, most: int) -> list[tuple[Passage, float]]:
        """The best passages for a tree, with their scores."""
        with self._reading():
            return self._find(tree, NEVER).page(Query(page_size=most))

    def passages(self, query: Query, deadline: Deadline = NEVER) -> Iterator[Passage]:
        """Every passage that a query finds, in reading order."""
        with self._reading():
            yield from listed(query, deadline, self._index.spelling, self._find)

    def passage(self, passage_id: str) -> Passage:
        """One passage by id."""
        with self._reading():
            for segment in self._index.segments:
                number = segment.passage_called(passage_id)
                if number is not None:
                    return segment.passage(number)
        msg = f"no passage {passage_id!r} in the index"
        raise NotFoundError(msg)

    def article(self, article_id: str) -> tuple[Passage, ...]:
        """All passages of an article in reading order."""
        with self._reading():
            held = [(s.reading(n), s.passage(n)) for s in self._index.segments for n in s.article_called(article_id)]
        if not held:
            msg = f"no article {article_id!r} in the index"
            raise NotFoundError(msg)
        return tuple(passage for _, passage in sorted(held, key=lambda one: one[0]))

    def vocabulary(self) -> Iterable[tuple[str, int]]:
        """Folded words of the searched text with the number of passages that hold them."""
        if self._vocabulary is None:
            with self._reading():
                self._vocabulary = _vocabulary(self._index)
        return self._vocabulary

    def names(self) -> Iterable[Naming]:
        """Every value of the fields whose values are names."""
        with self._reading():
            return namings(lambda field: self._find(Everything(), NEVER).tally(field, (), ()), self._index.forms())

    def statistics(self) -> Statistics:
        """What the index holds; counted once, for what this engine has opened does not change."""
        if self._statistics is None:
            with self._reading():
                self._statistics = self._counted()
        return self._statistics

    @contextmanager
    def writer(self, part_of: int = 1) -> Iterator[WhooshWriter]:
        """Open for changes; they are kept on a clean exit and undone on an exception."""
        with open_writer(self._files, self._directory, part_of) as changes:
            yield changes
        self._open({str(mapped.segment.segment_id()): mapped for mapped in self._index.segments})

    def close(self) -> None:
        """Release files and memory. Closing twice does no harm."""
        self._index = OpenIndex((), np.arange(0))

    def _counted(self) -> Statistics:
        articles = {article for segment in self._index.segments for article in segment.articles()}
        return Statistics(
            articles=len(articles),
            passages=sum(int(segment.segment.doc_count()) for segment in self._index.segments),
            searched=self._index.passages,
            speakers=self._index.facet("speaker").occurring(),
            facets=survey(Query(), self._find(Everything(), NEVER).tally),
        )

    def _find(self, tree: Tree, deadline: Deadline) -> Finding:
        return find(self._index, tree, deadline)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except _DAMAGE as damage:
            raise damaged(self._directory) from damage


def _vocabulary(index: OpenIndex) -> list[tuple[str, int]]:
    """The words of all segments in alphabetical order, which is that of their bytes."""
    counts: dict[bytes, int] = {}
    for segment in index.segments:
        words, holding = segment.words.terms.all(), segment.words.holding(segment.live)
        if not counts:
            counts = dict(zip(words, holding.tolist(), strict=True))
            continue
        for word, count in zip(words, holding.tolist(), strict=True):
            counts[word] = counts.get(word, 0) + count
    return [(word.decode(), counts[word]) for word in sorted(counts) if counts[word]]
