"""The vectorised executor: a tree of words and operators becomes hits, an operator at a time, a segment at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from search.analysis import Token, prefixes_of, query_tokens
from search.deadline import Deadline
from search.engines.answer import OutOfTimeError
from search.engines.scoring import FLAGS_SHIFT, accent_bonus, flag_of, rarity
from search.engines.whoosh.archive import OpenIndex
from search.engines.whoosh.concordance import Ids, Occurrences
from search.engines.whoosh.hits import Hits, Leaf, Mask, Unscored, all_of, any_of, none_of
from search.engines.whoosh.mapped import MappedSegment
from search.engines.whoosh.postings import Codes
from search.engines.whoosh.standing import Counts, as_printed, codes_of, counted, counted_in_order, runs
from search.engines.whoosh.terms import term_of
from search.facets import field_of
from search.tree import And, Everything, Has, Not, Or, Phrase, Prefix, Term, Tree

_Found = tuple[Ids, Codes]


@dataclass(frozen=True, slots=True)
class Matching:
    """What trees find in an open index before `deadline`."""

    index: OpenIndex
    deadline: Deadline

    def hits(self, tree: Tree) -> list[Hits]:
        """What `tree` finds in each segment. Raises `OutOfTimeError`."""
        match tree:
            case Term(word):
                tokens = query_tokens(word)
                return self._leaf(lambda segment: _term(segment, tokens), tokens)
            case Phrase(words):
                tokens = query_tokens(" ".join(words))
                return self._leaf(lambda segment: _phrase(segment, tokens), tokens)
            case Prefix(letters):
                beginnings = prefixes_of(letters)
                return self._leaf(lambda segment: _prefix(segment, beginnings), ())
            case And(children):
                return self._all(children)
            case Or(children):
                found = [self.hits(child) for child in children]
                return [any_of(parts, len(s)) for s, *parts in zip(self.index.segments, *found, strict=True)]
            case Everything() | Has() | Not():
                return [Unscored(np.flatnonzero(mask).astype(np.int32)) for mask in self._masks(tree)]

    def _leaf(self, find: Callable[[MappedSegment], _Found], asked: Sequence[Token]) -> list[Hits]:
        """What a word, phrase or prefix finds. It is as rare as it is in all segments together."""
        found = [self._living(segment, find) for segment in self.index.segments]
        rare = rarity(sum(len(ids) for ids, _ in found), self.index.passages)
        accents = {term_of(token.accented) for token in asked if token.accented}
        merits, bonus = self.index.merits, accent_bonus(rare)
        return [
            Leaf(ids, codes, merits, rare, _accented(segment, ids, accents) if accents else None, bonus)
            for segment, (ids, codes) in zip(self.index.segments, found, strict=True)
        ]

    def _living(self, segment: MappedSegment, find: Callable[[MappedSegment], _Found]) -> _Found:
        if self.deadline.passed:
            raise OutOfTimeError
        ids, codes = find(segment)
        if segment.live is None:
            return ids, codes
        left = segment.live[ids]
        return ids[left], codes[left]

    def _all(self, children: Sequence[Tree]) -> list[Hits]:
        """What all children find. Those that refuse or filter are held against what the others have found."""
        finding = [child for child in children if not isinstance(child, Has | Not)] or [Everything()]
        found = [self.hits(child) for child in finding]
        refused = [self.hits(child.child) for child in children if isinstance(child, Not)]
        filters = [
            (self.index.values(field_of(child.facet)), child.value) for child in children if isinstance(child, Has)
        ]
        together = []
        for n, segment in enumerate(self.index.segments):
            hits = all_of([part[n] for part in found], len(segment))
            if refused:
                hits = hits.taken(none_of(hits.ids, [part[n].ids for part in refused], len(segment)))
            for facet, value in filters:
                hits = hits.taken(np.flatnonzero(facet.met(segment, (value,), hits.ids)))
            together.append(hits)
        return together

    def _masks(self, tree: Tree) -> list[Mask]:
        """What `tree` finds, as masks over the passages of each segment."""
        match tree:
            case Everything():
                return [segment.searched for segment in self.index.segments]
            case Has(name, value):
                facet = self.index.values(field_of(name))
                return [s.searched & facet.met(s, (value,)) for s in self.index.segments]
            case Not(child):
                refused = zip(self.index.segments, self.hits(child), strict=True)
                return [_without(segment.searched, hits.ids) for segment, hits in refused]
            case _:
                found = zip(self.index.segments, self.hits(tree), strict=True)
                return [_with(segment.searched, hits.ids) for segment, hits in found]


def _term(segment: MappedSegment, tokens: Sequence[Token]) -> _Found:
    """A word's postings. Of a hyphenated word the parts stand next to each other, in the text or in a name."""
    stems = [term_of(token.stem) for token in tokens]
    if not stems:
        return segment.stems.of(b"")
    if len(stems) == 1:
        return segment.stems.of(stems[0])
    held = [Occurrences(segment.words, segment.inflections(stem)) for stem in stems]
    ids, counts = _together(segment, held, [b"s" + stem for stem in stems])
    named, _ = counted_in_order(segment.names.passages(runs([segment.names.word(stem) for stem in stems])))
    if not len(named):
        return ids, codes_of(ids, counts, 0, segment.norms)
    both = np.union1d(ids, named)
    in_text, in_names = np.zeros(len(both), dtype=np.int64), np.zeros(len(both), dtype=np.int64)
    in_text[np.searchsorted(both, ids)] = counts
    in_names[np.searchsorted(both, named)] = flag_of("names") << FLAGS_SHIFT
    return both, codes_of(both, in_text, in_names, segment.norms)


def _phrase(segment: MappedSegment, tokens: Sequence[Token]) -> _Found:
    words = [term_of(token.word) for token in tokens]
    if not words:
        return segment.stems.of(b"")
    ids, counts = _together(segment, [segment.words.word(word) for word in words], [b"w" + word for word in words])
    return ids, codes_of(ids, counts, 0, segment.norms)


def _prefix(segment: MappedSegment, beginnings: Sequence[str]) -> _Found:
    stretches = [segment.words.beginning(term_of(letters)) for letters in beginnings]
    places = np.concatenate([segment.words.between(0, 0), *stretches])
    ids, counts = counted(segment.words.passages(places), len(segment))
    return ids, codes_of(ids, counts, 0, segment.norms)


def _together(segment: MappedSegment, held: Sequence[Occurrences], terms: Sequence[bytes]) -> tuple[Ids, Counts]:
    """The passages in which words follow each other, and how often; `terms` find what only the raw text has."""
    words, printed = segment.words, segment.printed
    ids, counts = counted_in_order(words.passages(runs(held)))
    extra = [printed.between(term) for term in terms] if len(printed.ids) else []
    if not any(len(places) for places in extra):
        return ids, counts
    widths = segment.arrays["printed.widths"]
    there: list[dict[int, list[tuple[int, int]]]] = [{} for _ in terms]
    for places, own in zip(extra, there, strict=True):
        for n in places:
            own.setdefault(int(printed.ids[n]), []).append((int(printed.codes[n]), int(widths[n])))
    joined = dict(zip(ids.tolist(), counts.tolist(), strict=True))
    for passage in {passage for own in there for passage in own}:
        joined[passage] = as_printed(passage, words, held, [own.get(passage, ()) for own in there])
    left = sorted((passage, count) for passage, count in joined.items() if count)
    return np.array([p for p, _ in left], dtype=np.int32), np.array([count for _, count in left], dtype=np.int64)


def _accented(segment: MappedSegment, ids: Ids, accents: set[bytes]) -> Mask:
    """Which of the passages hold all accented words."""
    held = np.ones(len(ids), dtype=np.bool_)
    for accent in accents:
        held &= np.isin(ids, segment.accented.of(accent)[0], assume_unique=True)
    return held


def _with(searched: Mask, ids: Ids) -> Mask:
    found = np.zeros_like(searched)
    found[ids] = True
    return found


def _without(searched: Mask, ids: Ids) -> Mask:
    found = searched.copy()
    found[ids] = False
    return found
