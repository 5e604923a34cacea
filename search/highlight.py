"""Where the words of a query stand in a passage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter
from typing import Literal

from search.analysis import (
    Place,
    Sought,
    Token,
    next_to_each_other,
    places_of,
    prefixes_of,
    printed_tokens,
    query_tokens,
    shapes_of,
    spans_where,
    tokens_of,
    tokens_where,
)
from search.model import Passage, Span
from search.tree import And, Not, Or, Phrase, Prefix, Term, Tree

# Said of these words alone, a mark tells nothing: "to" is marked in "To Lam", not wherever it stands.
_FUNCTION_WORDS = frozenset(
    "a an and are as at be but by for from he in is it its of on or she that the their they this to was were will with"
    " you your our we".split()
)

_ends = attrgetter("start", "end")  # comparing spans themselves makes two tuples each time


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a query asks for; negated parts and filters ask for no mark.

    `weak` are function words in a query that has other words, too: they are marked only beside a word that they stand
    beside in the query, and `pairs` are the words that stand so. `sought` are all tokens that have a part in a mark.
    """

    stems: frozenset[str]
    weak: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    beginnings: tuple[str, ...]
    joined: tuple[tuple[str, ...], ...]
    phrases: tuple[tuple[str, ...], ...]
    sought: Sought

    @property
    def all_stems(self) -> frozenset[str]:
        """The stems of all words, hyphenated ones among them."""
        return self.stems | self.weak | {stem for stems in self.joined for stem in stems}


class Marker:
    """Finds the marks of a query in passages, those of a page together."""

    def __init__(self, tree: Tree) -> None:
        self._wanted = _wanted(tree)
        self._names = self._wanted.all_stems

    def marks(self, passages: Sequence[Passage]) -> list[tuple[Span, ...]]:
        """The marks of each passage: ascending, disjoint spans in its raw text.

        A word is a mark of its own, a phrase and a hyphenated word are one from first to last. A name that the query
        spells out in full is marked by what the passage prints for it: `217-QD/TW` by the 217 in "217, 218-QD/TW".
        """
        wanted = self._wanted
        if not (passages and wanted.sought):
            return [() for _ in passages]
        printed = [(passage.text, passage.repairs) for passage in passages]
        if wanted.weak or wanted.joined or wanted.phrases:
            tokens = zip(passages, tokens_where(printed, wanted.sought), strict=True)
            found = [_side_by_side(wanted, passage, own) for passage, own in tokens]
        else:
            found = spans_where(printed, wanted.sought)
        return [self._completed(passage, own) for passage, own in zip(passages, found, strict=True)]

    def _completed(self, passage: Passage, found: list[Span]) -> tuple[Span, ...]:
        if passage.repairs:
            found += [t.span for t in printed_tokens(passage.text, passage.repairs) if t.stem in self._wanted.stems]
        found += _printed_names(self._names, passage, found)
        return _disjoint(found)


def matches(tree: Tree, passage: Passage) -> tuple[Span, ...]:
    """The marks of one passage; see `Marker`."""
    return Marker(tree).marks([passage])[0]


def _side_by_side(wanted: _Wanted, passage: Passage, tokens: list[Token]) -> list[Span]:
    """The marks where it matters what stands beside a word."""
    printed = printed_tokens(passage.text, passage.repairs) if passage.repairs else []
    if printed:  # what only the raw text has tells its place among all tokens
        tokens = tokens_of(passage.text, passage.repairs)
    at = {token.position: token for token in tokens}
    single = {t.position for t in tokens if t.stem in wanted.stems or t.word.startswith(wanted.beginnings)}
    marked = set(single)  # phrases, too
    found: list[Span] = []
    keyed: tuple[tuple[Literal["stem", "word"], tuple[tuple[str, ...], ...]], ...] = (
        ("stem", wanted.joined),
        ("word", wanted.phrases),
    )
    for key, runs in keyed:
        for asked in runs:
            for start, end in _standing_together(asked, tokens, printed, key):
                found.append(Span(at[start].span.start, at[end - 1].span.end))
                marked.update(range(start, end))
    weak = _beside(wanted, at, marked) if wanted.weak else set()
    found.extend(at[position].span for position in single | weak)
    return found


@lru_cache(maxsize=256)
def _wanted(tree: Tree) -> _Wanted:
    leaves = tuple(_positive(tree))
    asked = [(leaf, query_tokens(_text_of(leaf))) for leaf in leaves]
    terms = [tokens for leaf, tokens in asked if isinstance(leaf, Term)]
    stems = frozenset(tokens[0].stem for tokens in terms if len(tokens) == 1)
    weak = frozenset(t[0].stem for t in terms if len(t) == 1 and t[0].word in _FUNCTION_WORDS and not t[0].accented)
    beginnings = tuple(start for leaf in leaves if isinstance(leaf, Prefix) for start in prefixes_of(leaf.letters))
    joined = tuple(tuple(token.stem for token in tokens) for tokens in terms if len(tokens) > 1)
    phrases = tuple(tuple(t.word for t in tokens) for leaf, tokens in asked if isinstance(leaf, Phrase) and tokens)
    if stems == weak and not (beginnings or joined or phrases):
        weak = frozenset()
    in_order = [token.stem for _, tokens in asked for token in tokens]
    sought = Sought(stems.union(*joined), {word for words in phrases for word in words}, beginnings)
    return _Wanted(stems - weak, weak, frozenset(pairwise(in_order)), beginnings, joined, phrases, sought)


def _text_of(leaf: Tree) -> str:
    match leaf:
        case Term(word):
            return word
        case Phrase(words):
            return " ".join(words)
        case Prefix(letters):
            return letters
        case _:
            return ""


def _beside(wanted: _Wanted, at: Mapping[int, Token], marked: set[int]) -> set[int]:
    """The positions of function words beside a marked word, or beside another of them that is."""
    beside: set[int] = set()
    for step in (1, -1):
        for token in sorted(at.values(), key=lambda token: -step * token.position):
            other = at.get(token.position + step)
            if token.stem not in wanted.weak or other is None:
                continue
            pair = (token.stem, other.stem)[::step]
            if (other.position in marked or other.position in beside) and pair in wanted.pairs:
                beside.add(token.position)
    return beside | {t.position for t in at.values() if t.stem in wanted.weak and t.accented}


def _positive(tree: Tree) -> Iterator[Tree]:
    """The leaves that a passage is found by."""
    match tree:
        case And(children) | Or(children):
            for child in children:
                yield from _positive(child)
        case Not(Not(child)):
            yield from _positive(child)
        case Not():
            pass
        case _:
            yield tree


def _standing_together(
    asked: tuple[str, ...], tokens: list[Token], printed: list[Token], key: Literal["stem", "word"]
) -> list[Place]:
    """Every place where the words follow each other; where two overlap, both."""
    raw = places_of(printed, "word")
    if key == "stem":
        raw = {token.stem: raw[token.word] for token in printed}
    return next_to_each_other(asked, places_of(tokens, key), raw)


def _printed_names(stems: frozenset[str], passage: Passage, marked: list[Span]) -> list[Span]:
    """What the passage prints for names whose every word is asked, where none of the words themselves is printed."""
    named = [(mention.name, mention.span) for mention in passage.mentions]
    named += [(a.speaker, a.mention) for a in passage.attributions if a.speaker and a.mention]
    return [
        span
        for name, span in named
        if (words := _stems_of(name)) and words <= stems and not any(span.overlaps(mark) for mark in marked)
    ]


@lru_cache(maxsize=4096)
def _stems_of(name: str) -> frozenset[str]:
    return frozenset(stem for stem, _, _ in shapes_of(name))


def _disjoint(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, overlapping ones made one; empty ones (letters a repair has added) are no marks."""
    merged: list[Span] = []
    for span in sorted([span for span in spans if span.start < span.end], key=_ends):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
