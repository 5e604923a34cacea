"""All segments of an open index, and the figures that are taken over all of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cached_property

import numpy as np

from search.engines.naming import Form
from search.engines.scoring import LENGTHS, Floats, average_length, merits
from search.engines.whoosh.alike import Alike
from search.engines.whoosh.arrays import Longs
from search.engines.whoosh.columns import FORMS
from search.engines.whoosh.facets import Facet
from search.engines.whoosh.mapped import MappedSegment
from search.facets import field_of
from search.fields import Field


class OpenIndex:
    """What a commit has left. It does not change; nothing is read before it is asked for."""

    def __init__(self, segments: Sequence[MappedSegment], leaders: Longs) -> None:
        self.segments = tuple(segments)
        self._leaders = leaders
        self._facets: dict[str, Facet] = {}

    @cached_property
    def passages(self) -> int:
        """How many passages a search may find."""
        return int(self._lengths.sum())

    @cached_property
    def merits(self) -> Floats:
        """What every code is worth in this archive."""
        return merits(average_length(self._lengths.tolist()))

    @cached_property
    def alike(self) -> Alike:
        """Which passages are near-identical."""
        return Alike(self.segments, self._leaders)

    @cached_property
    def reading(self) -> Longs:
        """The place of every passage when everything is read from the first file to the last."""
        if len(self.segments) < 2:  # noqa: PLR2004 - one segment is in that order
            return np.arange(sum(map(len, self.segments)), dtype=np.int64)
        articles = [(s.article_sources[n], s.article_ids[n]) for s in self.segments for n in range(len(s.article_ids))]
        rank = {article: n for n, article in enumerate(sorted(set(articles)))}
        lengths = np.concatenate([np.diff(s.arrays["articles.first"]) for s in self.segments])
        ordinals = np.concatenate([s.ordinals for s in self.segments])
        order = np.lexsort((ordinals, np.repeat([rank[article] for article in articles], lengths)))
        reading = np.empty(len(order), dtype=np.int64)
        reading[order] = np.arange(len(order))
        return reading

    def values(self, field: Field) -> Facet | Alike:
        """What a field knows of its values."""
        return self.alike if field.alike else self.facet(field.name)

    def facet(self, name: str) -> Facet:
        """The values of a field that is a column."""
        if name not in self._facets:
            self._facets[name] = Facet(field_of(name), self.segments)
        return self._facets[name]

    def spelling(self, field: Field, value: str) -> str:
        """A value as the archive spells it."""
        return self.values(field).spelling(value)

    def forms(self) -> Iterator[Form]:
        """How the searched passages print names."""
        for segment in self.segments:
            counts = segment.counts(FORMS.name)
            for number in np.flatnonzero(counts[:-1]).tolist():
                yield Form(*json.loads(segment.column(FORMS.name).spelt[number]))

    @cached_property
    def _lengths(self) -> Longs:
        """How many passages there are of each length class."""
        found: Longs = sum((s.lengths() for s in self.segments), np.zeros(len(LENGTHS), dtype=np.int64))
        return found
