"""A segment that is open: its arrays, mapped from its files, and what its passages are.

    norms      uint8    the kind and the length of each passage (`search.engines.scoring`)
    searched   bool     whether a search may find it
    days       int32    of the common era, 0 for undated
    ordinals   int32    its place in its article
    ids.hashes, ids.owners            hashes of passage ids, ascending, and the passage of each
    articles.hashes, articles.owners  the same for articles
    articles.ids, articles.sources    the articles in reading order
    articles.first                    the first passage of each, and the number of passages
    inflections.indptr, inflections.words         the words of the text that have each stem

Passages stand in reading order, so within a segment the lower number is the one that is read first.
"""

from __future__ import annotations

from functools import cached_property
from hashlib import blake2b
from pathlib import Path

import numpy as np

from search.engines.scoring import LENGTH_SHIFT, LENGTHS
from search.engines.stored import decode
from search.engines.whoosh.arrays import Array, Arrays
from search.engines.whoosh.blocks import Blocks
from search.engines.whoosh.codec import ARRAYS, PASSAGES, ArraySegment
from search.engines.whoosh.columns import Column, Counts, Mask
from search.engines.whoosh.concordance import Concordance, Ids
from search.engines.whoosh.postings import Postings
from search.engines.whoosh.terms import Terms
from search.model import Passage

Reading = tuple[str, str, int]  # where a passage stands when everything is read from the first file to the last


def hash_of(name: str) -> int:
    """The hash by which a passage or an article is found; different ones are known to have the same now and then."""
    return int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def hash_arrays(name: str, hashes: Array) -> dict[str, Array]:
    """The hashes in order, and whose each is."""
    order = np.argsort(hashes)
    return {f"{name}.hashes": hashes[order], f"{name}.owners": order.astype(np.int32)}


class MappedSegment:
    """Opening it reads two headers; every array waits until it is asked for."""

    def __init__(self, directory: Path, segment: ArraySegment) -> None:
        self.arrays = Arrays(segment.file(directory, ARRAYS))
        self.blocks = Blocks(segment.file(directory, PASSAGES), self.arrays)
        self.norms: Array = self.arrays["norms"]
        self.days: Ids = self.arrays["days"]
        self.ordinals: Ids = self.arrays["ordinals"]
        self.slots: Array = self.arrays["slots"]
        self._columns: dict[str, Column] = {}
        self.bury(segment)

    def bury(self, segment: ArraySegment) -> None:
        """Take those passages for deleted that the table of contents says are; `live` is None where none is."""
        self.segment = segment
        self.dead = segment.dead
        self.live: Mask | None = None
        self.searched: Mask = self.arrays["searched"]
        if len(self.dead):
            self.live = np.ones(len(self), dtype=np.bool_)
            self.live[self.dead] = False
            self.searched = self.searched & self.live

    def __len__(self) -> int:
        return len(self.norms)

    @cached_property
    def stems(self) -> Postings:
        """Stems of the text and of names."""
        return Postings(self.arrays, "stems", coded=True)

    @cached_property
    def accented(self) -> Postings:
        """Words as they are written, where they have diacritics."""
        return Postings(self.arrays, "accented", coded=False)

    @cached_property
    def printed(self) -> Postings:
        """Words that only the raw text has; see `search.engines.whoosh.printed`."""
        return Postings(self.arrays, "printed", coded=True)

    @cached_property
    def words(self) -> Concordance:
        """Folded words of the text."""
        return Concordance(self.arrays, "words")

    @cached_property
    def names(self) -> Concordance:
        """Stems of the canonical names."""
        return Concordance(self.arrays, "names")

    def inflections(self, stem: bytes) -> list[int]:
        """The numbers of the words of the text that have this stem."""
        number = self.stems.terms.find(stem)
        if number is None:
            return []
        indptr = self.arrays["inflections.indptr"]
        found: list[int] = self.arrays["inflections.words"][indptr[number] : indptr[number + 1]].tolist()
        return found

    def column(self, name: str) -> Column:
        """The column of a field."""
        if name not in self._columns:
            self._columns[name] = Column(self.arrays, name)
        return self._columns[name]

    def counts(self, name: str) -> Counts:
        """How many passages that a search may find hold each value of a field, then how many hold none."""
        column = self.column(name)
        if not len(self.dead):
            return column.counts
        return column.counts - column.tally(column.numbers[self.dead[self.arrays["searched"][self.dead]]])

    def lengths(self) -> Counts:
        """How many passages that a search may find are of each length class."""
        whole = self.arrays["lengths"].astype(np.int64)
        if not len(self.dead):
            return whole
        dead = self.dead[self.arrays["searched"][self.dead]]
        return whole - np.bincount(self.norms[dead] >> LENGTH_SHIFT, minlength=len(LENGTHS))

    def passage(self, number: int) -> Passage:
        """One passage."""
        return decode(self.blocks.line(self.slots.item(number)))

    def passage_called(self, name: str) -> int | None:
        """The number of a passage that is not deleted, by its id."""
        for number in self._hashed("ids", name):
            if (self.live is None or self.live[number]) and self.passage(number).id == name:
                return number
        return None

    def in_both(self, other: MappedSegment) -> str | None:
        """The id of a passage that is deleted neither here nor in another segment."""
        hashes, owners = self._living()
        for number in owners[np.isin(hashes, other._living()[0])].tolist():
            name = self.passage(number).id
            if other.passage_called(name) is not None:  # not only of the same hash
                return name
        return None

    def article_called(self, name: str) -> list[int]:
        """The numbers of the passages of an article that are not deleted, in reading order."""
        found: list[int] = []
        for article in self._hashed("articles", name):
            if self.article_ids[article] == name.encode():
                first = self.arrays["articles.first"]
                found.extend(range(int(first[article]), int(first[article + 1])))
        return [n for n in found if self.live is None or self.live[n]]

    def articles(self) -> list[bytes]:
        """The ids of the articles of which a passage is left."""
        first = self.arrays["articles.first"].astype(np.int64)
        if self.live is None:
            return self.article_ids.all()
        left = np.add.reduceat(self.live.astype(np.int64), first[:-1]) if len(self) else first[:0]
        return [self.article_ids[n] for n in np.flatnonzero(left).tolist()]

    def reading(self, number: int) -> Reading:
        """Where a passage stands in the reading order of the archive."""
        article = self.article_of(number)
        return self.article_sources[article].decode(), self.article_ids[article].decode(), int(self.ordinals[number])

    def article_of(self, number: int) -> int:
        """The number of the article of a passage."""
        first = self.arrays["articles.first"]
        return (
            int(first.searchsorted(first.dtype.type(number), side="right")) - 1
        )  # of its type: else all are converted

    @cached_property
    def article_ids(self) -> Terms:
        """The ids of the articles, in reading order."""
        return Terms(self.arrays, "articles.ids")

    @cached_property
    def article_sources(self) -> Terms:
        """The paths of their sources."""
        return Terms(self.arrays, "articles.sources")

    def _living(self) -> tuple[Array, Ids]:
        """The hashes of the ids of passages that are not deleted, and whose each is."""
        hashes, owners = self.arrays["ids.hashes"], self.arrays["ids.owners"]
        return (hashes, owners) if self.live is None else (hashes[self.live[owners]], owners[self.live[owners]])

    def _hashed(self, name: str, of: str) -> list[int]:
        hashes, wanted = self.arrays[f"{name}.hashes"], np.uint64(hash_of(of))
        first, last = np.searchsorted(hashes, wanted), np.searchsorted(hashes, wanted, side="right")
        found: list[int] = self.arrays[f"{name}.owners"][first:last].tolist()
        return found
