"""What the text of a query matches, as masks and scores over all passages: the memory engine's rules on arrays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from search.analysis import Place, Token, next_to_each_other, prefixes_of, query_tokens
from search.deadline import Deadline
from search.engines.scoring import accent_bonus, merit, rarity, weighed
from search.engines.whoosh.columns import Columns, Floats, Mask, Numbers
from search.engines.whoosh.postings import Occurrences, Postings
from search.engines.whoosh.schema import stems_field
from search.facets import field_of
from search.fields import TEXT_FIELDS
from search.tree import And, Everything, Has, Not, Or, Phrase, Prefix, Term, Tree

_Key = tuple[str, str]  # a field of the index and a term


@dataclass(frozen=True, slots=True)
class Matches:
    """Which passages match (searched ones only) and their scores, which are 0 elsewhere."""

    mask: Mask
    scores: Floats


@dataclass(frozen=True, slots=True)
class Matching:
    """The rules of matching, on arrays."""

    columns: Columns
    postings: Postings
    deadline: Deadline

    def matches(self, tree: Tree) -> Matches:  # noqa: PLR0911  # one return for each kind of tree
        """Find what a tree matches. Raises `OutOfTimeError`."""
        match tree:
            case Everything():
                return self._unscored(self.columns.searched)
            case Term(word):
                return self._term(query_tokens(word))
            case Phrase(words):
                return self._phrase(query_tokens(" ".join(words)))
            case Prefix(letters):
                return self._prefix(prefixes_of(letters))
            case Has(facet, value):
                column = self.columns.column(field_of(facet).name)
                wanted = None if value is None else column.spelling(value)
                return self._unscored(self.columns.searched & column.having(wanted))
            case Not(child):
                return self._unscored(self.columns.searched & ~self.matches(child).mask)
            case And(children):
                return self._all([self.matches(child) for child in children])
            case Or(children):
                found = [self.matches(child) for child in children]
                return Matches(any_of([one.mask for one in found]), _sum([one.scores for one in found]))

    def _term(self, tokens: Sequence[Token]) -> Matches:
        """A word counts in every text field, once a field that finds holds it.

        The parts of a hyphenated word count where they stand next to each other, in the fields that find.
        """
        weights, finds = self._zeros(), np.zeros(len(self.columns), dtype=np.bool_)
        for text in TEXT_FIELDS:
            if not text.finds and len(tokens) > 1:
                continue
            asked = [(stems_field(text.name), token.stem) for token in tokens]
            printed = [token.word for token in tokens] if text.name == "text" else None
            held = self._next_to_each_other(asked, printed)
            self._add(weights, text.name, text.boost, held)
            if text.finds:
                finds[held.passages] = True
        return self._leaf(np.where(finds, weights, 0.0), tokens)

    def _phrase(self, tokens: Sequence[Token]) -> Matches:
        """A phrase counts where its words stand next to each other in the text, as written."""
        weights = self._zeros()
        words = [token.word for token in tokens]
        likely = [self._of(stems_field("text"), token.stem).passages for token in tokens]
        self._add(weights, "text", 1.0, self._next_to_each_other([("words", word) for word in words], words, likely))
        return self._leaf(weights, tokens)

    def _prefix(self, beginnings: Iterable[str]) -> Matches:
        weights = self._zeros()
        for word in sorted({word for letters in beginnings for word in self.postings.beginning("words", letters)}):
            self._add(weights, "text", 1.0, self._of("words", word))
        return self._leaf(weights, [])

    def _next_to_each_other(
        self, asked: Sequence[_Key], printed: Sequence[str] | None, likely: Sequence[Numbers] = ()
    ) -> Occurrences:
        """Where terms follow each other; `printed` are the words that may stand for them as only the raw text has them.

        Positions are dear to read: `likely`, passages of each term that are known already, tells where it may be worth
        it.
        """
        extra = {n: held for n, word in enumerate(printed or ()) if len((held := self._of("printed", word)).passages)}
        if len(asked) == 1:
            return _added(self._of(*asked[0]), extra.get(0))
        wanted = np.flatnonzero(self.columns.searched) if asked else np.empty(0, dtype=np.int64)
        passages = [self._of(*key).passages for key in asked] if not likely else list(likely)
        for n, other in extra.items():
            passages[n] = np.union1d(passages[n], other.passages)
        for one in passages:
            wanted = np.intersect1d(wanted, one, assume_unique=True)
        if extra:
            return self._as_printed(asked, printed or (), wanted)
        starts: dict[int, set[int]] | None = None
        for n in sorted(
            range(len(asked)), key=lambda n: len(passages[n])
        ):  # the rarest first, to leave few for the others
            found: dict[int, set[int]] = {}
            for number, places in self.postings.places(*asked[n], wanted, self.deadline):
                begun = {place - n for place in places}
                if left := begun if starts is None else begun & starts[number]:
                    found[number] = left
            starts, wanted = found, np.fromiter(found, dtype=np.int64)
        counts = np.fromiter((len(places) for places in (starts or {}).values()), dtype=np.float64)
        return Occurrences(wanted, counts)

    def _as_printed(self, asked: Sequence[_Key], printed: Sequence[str], wanted: Numbers) -> Occurrences:
        """As above, where some of the words may take up more than one position."""
        there: dict[int, dict[str, list[Place]]] = {}
        names = [str(n) for n in range(len(asked))]
        for name, key, word in zip(names, asked, printed, strict=True):
            for number, places in self.postings.places(*key, wanted, self.deadline):
                there.setdefault(number, {}).setdefault(name, []).extend((place, place + 1) for place in places)
            for number, bounds in self.postings.places("printed", word, wanted, self.deadline):
                held = zip(bounds[::2], bounds[1::2], strict=True)
                there.setdefault(number, {}).setdefault(name, []).extend(held)
        runs = {number: {start for start, _ in next_to_each_other(names, held)} for number, held in there.items()}
        found = sorted((number, len(starts)) for number, starts in runs.items() if starts)
        return Occurrences(
            np.array([number for number, _ in found], dtype=np.int64),
            np.array([count for _, count in found], dtype=np.float64),
        )

    def _leaf(self, weights: Floats, asked: Iterable[Token]) -> Matches:
        """The score of every passage with a weight."""
        mask = weights > 0
        rare = rarity(int(np.count_nonzero(mask)), self.columns.passages)
        scores = self.columns.share * rare * merit(weights)
        accents = {token.accented for token in asked if token.accented}
        if accents:
            held = mask.copy()
            for accent in accents:
                there = np.zeros(len(self.columns), dtype=np.bool_)
                there[self._of("accented", accent).passages] = True
                held &= there
            scores[held] += accent_bonus(rare)
        return Matches(mask, scores)

    def _of(self, field_: str, term: str) -> Occurrences:
        return self.postings.of(field_, term, self.deadline)

    def _add(self, weights: Floats, name: str, boost: float, held: Occurrences) -> None:
        lengths = self.columns.lengths[name][held.passages]
        weights[held.passages] += weighed(boost, held.counts, lengths, self.columns.averages[name])

    def _all(self, found: Sequence[Matches]) -> Matches:
        """What all have, with the sum of the scores; nothing where nothing is asked."""
        if not found:
            return self._unscored(np.zeros(len(self.columns), dtype=np.bool_))
        mask = np.logical_and.reduce([one.mask for one in found])
        return Matches(mask, np.where(mask, _sum([one.scores for one in found]), 0.0))

    def _unscored(self, mask: Mask) -> Matches:
        return Matches(mask, self._zeros())

    def _zeros(self) -> Floats:
        return np.zeros(len(self.columns), dtype=np.float64)


def _added(held: Occurrences, printed: Occurrences | None) -> Occurrences:
    """A word's occurrences with those that only the raw text has, whose counts are of two bounds each."""
    if printed is None:
        return held
    passages = np.union1d(held.passages, printed.passages)
    counts = np.zeros(len(passages), dtype=np.float64)
    counts[np.searchsorted(passages, held.passages)] += held.counts
    counts[np.searchsorted(passages, printed.passages)] += printed.counts / 2
    return Occurrences(passages, counts)


def any_of(masks: Sequence[Mask]) -> Mask:
    """Which passages one of the masks has."""
    return np.asarray(np.logical_or.reduce(masks))


def _sum(scores: Sequence[Floats]) -> Floats:
    return np.asarray(np.add.reduce(scores))
