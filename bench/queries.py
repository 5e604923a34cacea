"""Two hundred questions in eleven classes, chosen from the words of a corpus: the same for the same corpus."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice

from bench.asking import Question
from search.analysis import query_tokens, tokens_of
from search.model import Kind, MentionKind, Passage
from search.query import Filter, Query

NUMBER = 200
_SAMPLE = 100_000  # passages looked at
_PLAIN = re.compile(r"[a-z]{5,12}")
_RARE, _MEDIUM, _FREQUENT = (5e-5, 5e-4), (1e-3, 1e-2), (2e-2, 3e-1)  # shares of the passages that hold the word
_PREFIX = 5


@dataclass(frozen=True)
class Words:
    """The words of a sample of passages, by how many of the passages hold them."""

    passages: Sequence[Passage]
    rare: Sequence[str]
    medium: Sequence[str]
    frequent: Sequence[str]

    def of(self, passage: Passage, known: Sequence[str]) -> list[str]:
        """The known words that a passage holds."""
        held = {token.word for token in tokens_of(passage.text)}
        return [word for word in known if word in held]


def words_of(passages: Iterable[Passage]) -> Words:
    """Count the words of the first passages."""
    sample = [p for p in islice(passages, _SAMPLE) if p.kind is Kind.BODY]
    counts = Counter(word for passage in sample for word in {token.word for token in tokens_of(passage.text)})
    plain = {word: count / len(sample) for word, count in sorted(counts.items()) if _plain(word) and count > 1}

    def between(least: float, most: float) -> list[str]:
        """Where a small corpus has no word as rare as that, the rarest will do."""
        found = [word for word, share in plain.items() if least <= share <= most]
        return found or sorted(plain, key=lambda word: (plain[word], word))[: max(len(plain) // 10, 1)]

    return Words(sample, between(*_RARE), between(*_MEDIUM), between(*_FREQUENT))


def _plain(word: str) -> bool:
    if not _PLAIN.fullmatch(word):
        return False
    tokens = query_tokens(word)
    return len(tokens) == 1 and tokens[0].word == word


def questions_about(words: Words, number: int = NUMBER, seed: int = 1) -> list[Question]:
    """So many questions, the classes in turn."""
    dice = random.Random(seed)  # noqa: S311 - nothing is secret here
    makers = {kind: make(words, dice) for kind, make in CLASSES.items()}
    chosen = [next(Question(kind, query) for query in makers[kind]) for kind in islice(cycle(CLASSES), number)]
    return sorted(chosen, key=lambda question: list(CLASSES).index(question.kind))


def _one(name: str) -> Callable[[Words, random.Random], Iterator[Query]]:
    def make(words: Words, dice: random.Random) -> Iterator[Query]:
        while True:
            yield Query(dice.choice(getattr(words, name)))

    return make


def _together(words: Words, dice: random.Random) -> Iterator[Query]:
    """Two or three words, at least one of them not frequent, that some passage holds."""
    for count in cycle((2, 3)):
        held: list[str] = []
        while len(held) < count:
            held = words.of(dice.choice(words.passages), [*words.medium, *words.frequent])
        yield Query(" ".join(dice.sample(held, count)))


def _any(words: Words, dice: random.Random) -> Iterator[Query]:
    while True:
        yield Query(f"{dice.choice(words.frequent)} OR {dice.choice(words.medium)} OR {dice.choice(words.medium)}")


def _phrase(words: Words, dice: random.Random) -> Iterator[Query]:
    """Two or three words as they stand in some passage."""
    for count in cycle((2, 3)):
        run: list[str] = []
        while len(run) < count or not all(map(_plain, run)):
            tokens = [token.word for token in tokens_of(dice.choice(words.passages).text)]
            start = dice.randrange(max(len(tokens) - count, 1))
            run = tokens[start : start + count]
        yield Query(f'"{" ".join(run)}"')


def _prefix(words: Words, dice: random.Random) -> Iterator[Query]:
    while True:
        yield Query(dice.choice(words.medium)[:_PREFIX] + "*")


def _not(words: Words, dice: random.Random) -> Iterator[Query]:
    while True:
        yield Query(f"{dice.choice(words.frequent)} -{dice.choice(words.medium)} -{dice.choice(words.frequent)}")


def _filtered(words: Words, dice: random.Random) -> Iterator[Query]:
    """A word and a speaker who says it somewhere."""
    while True:
        passage = dice.choice(words.passages)
        held = words.of(passage, [*words.medium, *words.frequent])
        if held and passage.speakers:
            yield Query(dice.choice(held), (Filter("speaker", passage.speakers[0]),))


def _filtered_twice(words: Words, dice: random.Random) -> Iterator[Query]:
    """A word, a body and four years, in each of which there may be something."""
    while True:
        passage = dice.choice(words.passages)
        held, bodies = words.of(passage, words.frequent), passage.names(MentionKind.ORGANISATION)
        if held and bodies and passage.article.year:
            years = f"{passage.article.year - 2}..{passage.article.year + 1}"
            yield Query(dice.choice(held), (Filter("organisation", bodies[0]), Filter("year", years)))


def _browsed(words: Words, dice: random.Random) -> Iterator[Query]:
    """No word at all: everything, or all of a year or speaker."""
    for facet in cycle(("", "year", "speaker")):
        passage = dice.choice([p for p in dice.choices(words.passages, k=100) if p.speakers and p.article.year])
        value = passage.speakers[0] if facet == "speaker" else str(passage.article.year)
        yield Query("", (Filter(facet, value),) if facet else ())


CLASSES: dict[str, Callable[[Words, random.Random], Iterator[Query]]] = {
    "rare": _one("rare"),
    "medium": _one("medium"),
    "frequent": _one("frequent"),
    "and": _together,
    "or": _any,
    "phrase": _phrase,
    "prefix": _prefix,
    "not": _not,
    "filtered": _filtered,
    "filtered-twice": _filtered_twice,
    "browse": _browsed,
}
