"""The memory engine's promises: reading, changing and keeping its one file."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from search.deadline import NEVER, Deadline
from search.engines.answer import answer, listed, tabled
from search.engines.base import Naming, Statistics
from search.engines.disk import damaged, link_files, locked, missing, occupied, writing
from search.engines.memory.finding import Finding, find
from search.engines.memory.rows import Rows, reading_place, rows_of
from search.engines.naming import forms_of, namings
from search.engines.stored import decode, encode
from search.errors import NotFoundError
from search.facets import survey
from search.fields import FACETS, Field
from search.model import Passage
from search.query import Query
from search.results import ResultPage, Table
from search.tree import Everything, Tree

_FILE = "passages.jsonl"
_LOCK = "lock"


def create(directory: Path) -> MemoryEngine:
    """An engine without passages in a directory that has none. Raises `IndexStateError` where there is an index."""
    if (directory / _FILE).exists():
        raise occupied(directory)
    with writing(directory):
        directory.mkdir(parents=True, exist_ok=True)
        (directory / _FILE).write_bytes(_lines({}))
    return MemoryEngine(directory, {})


def open_(directory: Path) -> MemoryEngine:
    """The engine kept in a directory. Raises `IndexStateError` where there is none, or a damaged one."""
    return MemoryEngine(directory, _read(directory))


def branch(old: Path, new: Path) -> None:
    """A second directory whose writer leaves the first as it is."""
    link_files(old, new, lambda name: name == _FILE)


class MemoryEngine:
    """Meets `search.engines.base.SearchEngine`."""

    def __init__(self, directory: Path, passages: dict[str, Passage]) -> None:
        self._directory = directory
        self._hold(passages)

    def _hold(self, passages: dict[str, Passage]) -> None:
        self._passages = passages
        self._made: Rows | None = None
        self._statistics: Statistics | None = None

    @property
    def _rows(self) -> Rows:
        """The passages as they are searched; made when a question first needs them, for a writer never does."""
        if self._made is None:
            self._made = rows_of(self._passages.values())
        return self._made

    def search(self, query: Query, deadline: Deadline = NEVER, facets: Sequence[Field] = FACETS) -> ResultPage:
        """Answer one query, and count these facets of the answer."""
        return answer(query, facets, deadline=deadline, spelling=self._rows.spelling, find=self._find)

    def table(self, query: Query, rows: str, columns: str, deadline: Deadline = NEVER) -> Table:
        """Count the hits of a query by two fields at once."""
        return tabled(query, rows, columns, deadline=deadline, spelling=self._rows.spelling, find=self._find)

    def ranked(self, tree: Tree, most: int) -> list[tuple[Passage, float]]:
        """The best passages for a tree, with their scores."""
        return find(self._rows, tree, NEVER).page(Query(page_size=most))

    def passages(self, query: Query, deadline: Deadline = NEVER) -> Iterator[Passage]:
        """Every passage that a query finds, in reading order."""
        return listed(query, deadline, self._rows.spelling, self._find)

    def passage(self, passage_id: str) -> Passage:
        """One passage by id."""
        if passage_id not in self._passages:
            msg = f"no passage {passage_id!r} in the index"
            raise NotFoundError(msg)
        return self._passages[passage_id]

    def article(self, article_id: str) -> tuple[Passage, ...]:
        """All passages of an article in reading order."""
        found = sorted((p for p in self._passages.values() if p.article.id == article_id), key=reading_place)
        if not found:
            msg = f"no article {article_id!r} in the index"
            raise NotFoundError(msg)
        return tuple(found)

    def vocabulary(self) -> Iterable[tuple[str, int]]:
        """Folded words of the searched text with the number of passages that hold them."""
        return self._rows.vocabulary

    def names(self) -> Iterable[Naming]:
        """Every value of the fields whose values are names."""
        everything = find(self._rows, Everything(), NEVER)
        forms = (form for row in self._rows.rows for form in forms_of(row.passage))
        return namings(lambda field: everything.tally(field, (), ()), forms)

    def statistics(self) -> Statistics:
        """What the index holds; counted once, for what this engine has opened does not change."""
        if self._statistics is None:
            self._statistics = self._counted()
        return self._statistics

    @contextmanager
    def writer(self, part_of: int = 1) -> Iterator[MemoryWriter]:
        """Open for changes; they are kept on a clean exit and forgotten on an exception."""
        del part_of  # everything is in memory, and compared when a question needs it
        with _writing_alone(self._directory / _LOCK):
            changed = _read(self._directory)  # may be newer than what this engine holds
            yield MemoryWriter(changed)
            self._keep(changed)

    def _find(self, tree: Tree, deadline: Deadline) -> Finding:
        return find(self._rows, tree, deadline)

    def _counted(self) -> Statistics:
        everything = find(self._rows, Everything(), NEVER)
        return Statistics(
            articles=len({p.article.id for p in self._passages.values()}),
            passages=len(self._passages),
            searched=len(self._rows.rows),
            speakers=len({name for row in self._rows.rows for name in row.values["speaker"]}),
            facets=survey(Query(), everything.tally),
        )

    def _keep(self, passages: dict[str, Passage]) -> None:
        new = self._directory / f"{_FILE}.new"
        with writing(self._directory):
            try:
                new.write_bytes(_lines(passages))
                new.replace(self._directory / _FILE)
            finally:
                new.unlink(missing_ok=True)
        self._hold(passages)

    def close(self) -> None:
        """Release memory."""
        self._hold({})


class MemoryWriter:
    """Meets `search.engines.base.Writer`; changes the dictionary it is given."""

    def __init__(self, passages: dict[str, Passage]) -> None:
        self._passages = passages

    def add(self, passages: Iterable[Passage]) -> None:
        """Add all passages of one article, or none of them."""
        new: dict[str, Passage] = {}
        for passage in passages:
            if passage.id in self._passages or passage.id in new:
                msg = f"passage {passage.id!r} is in the index already"
                raise ValueError(msg)
            encode(passage)  # refuses what cannot be kept
            new[passage.id] = passage
        self._passages.update(new)

    def adopt(self, directory: Path) -> None:
        """Add all that another index holds, or nothing."""
        self.add(_read(directory).values())

    def remove(self, article_id: str) -> None:
        """Remove every passage of an article."""
        for passage_id in [id_ for id_, p in self._passages.items() if p.article.id == article_id]:
            del self._passages[passage_id]


def _read(directory: Path) -> dict[str, Passage]:
    try:
        with (directory / _FILE).open("rb") as lines:
            expected = int(next(lines, b""))
            passages = [decode(line) for line in lines]
    except (FileNotFoundError, NotADirectoryError):
        raise missing(directory) from None
    except (OSError, ValueError, KeyError, TypeError) as damage:
        raise damaged(directory) from damage
    if len(passages) != expected:
        raise damaged(directory)
    return {passage.id: passage for passage in passages}


def _lines(passages: dict[str, Passage]) -> bytes:
    """The file: how many passages there are, then one a line."""
    return b"%d\n" % len(passages) + b"".join(encode(passage) + b"\n" for passage in passages.values())


@contextmanager
def _writing_alone(file: Path) -> Iterator[None]:
    handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise locked(file.parent) from None
        yield
    finally:
        os.close(handle)
