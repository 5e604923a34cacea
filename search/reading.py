"""From one source to attributed passages, article by article, without any index."""

from __future__ import annotations

from collections.abc import Iterator

from search.authority import Authority
from search.errors import SourceError
from search.extract import passages_of
from search.model import Article, Passage
from search.readers import read
from search.readers.source import Remark, Source


def passages_in(source: Source, authority: Authority | None) -> Iterator[tuple[Passage, ...] | SourceError | Remark]:
    """The passages of every article in the source, in order; what is wrong with it is yielded in its place."""
    for found in read(source):
        yield passages_of(found, authority) if isinstance(found, Article) else found
