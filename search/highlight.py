"""Where the words of a query stand in a passage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from search.analysis import Token, prefixes_of, query_tokens, tokens_of
from search.model import Passage, Span
from search.tree import And, Not, Or, Phrase, Prefix, Term, Tree


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a query asks for; negated parts and filters ask for no mark."""

    stems: frozenset[str]
    beginnings: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...]


def matches(tree: Tree, passage: Passage) -> tuple[Span, ...]:
    """The marks of a passage: ascending, disjoint spans in its raw text.

    A word is a mark of its own, a phrase is one from its first word to its last. A name that the query spells out in
    full is marked by what the passage prints for it: `217-QD/TW` by the 217 in "217, 218-QD/TW".
    """
    wanted = _wanted(tree)
    if not (wanted.stems or wanted.beginnings or wanted.phrases):
        return ()
    tokens = tokens_of(passage.text, passage.repairs)
    found = [t.span for t in tokens if t.stem in wanted.stems or t.word.startswith(wanted.beginnings)]
    for phrase in wanted.phrases:
        found.extend(_standing_together(phrase, tokens))
    found.extend(_printed_names(wanted.stems, passage, found))
    return _disjoint(found)


def _wanted(tree: Tree) -> _Wanted:
    leaves = tuple(_positive(tree))
    return _Wanted(
        frozenset(t.stem for leaf in leaves if isinstance(leaf, Term) for t in query_tokens(leaf.word)),
        tuple(start for leaf in leaves if isinstance(leaf, Prefix) for start in prefixes_of(leaf.letters)),
        tuple(
            words
            for leaf in leaves
            if isinstance(leaf, Phrase) and (words := tuple(t.word for t in query_tokens(" ".join(leaf.words))))
        ),
    )


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


def _standing_together(phrase: tuple[str, ...], tokens: list[Token]) -> Iterator[Span]:
    """Every place of the phrase; where two overlap, both."""
    words = [token.word for token in tokens]
    for first in range(len(words) - len(phrase) + 1):
        if words[first] == phrase[0] and tuple(words[first : first + len(phrase)]) == phrase:
            yield Span(tokens[first].span.start, tokens[first + len(phrase) - 1].span.end)


def _printed_names(stems: frozenset[str], passage: Passage, marked: list[Span]) -> Iterator[Span]:
    """What the passage prints for names whose every word is asked, where none of the words themselves is printed."""
    named = [(mention.name, mention.span) for mention in passage.mentions]
    named += [(a.speaker, a.mention) for a in passage.attributions if a.speaker and a.mention]
    for name, span in named:
        words = {token.stem for token in tokens_of(name)}
        if words and words <= stems and not any(span.overlaps(mark) for mark in marked):
            yield span


def _disjoint(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, overlapping ones made one; empty ones (letters a repair has added) are no marks."""
    merged: list[Span] = []
    for span in sorted(span for span in spans if span.start < span.end):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
