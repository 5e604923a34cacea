"""From one source to attributed passages: the way both `index` and `inspect` take."""

from __future__ import annotations

from collections.abc import Iterator

from search.authority import Authority
from search.errors import SourceError
from search.extract import passages_of
from search.model import Passage
from search.readers import read
from search.readers.source import Source


def passages_in(source: Source, authority: Authority | None) -> Iterator[tuple[Passage, ...] | SourceError]:
    """The passages of every article in the source, in order; a bad record is yielded as its problem, and we go on."""
    for article in read(source):
        yield article if isinstance(article, SourceError) else passages_of(article, authority)
