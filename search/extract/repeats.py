"""What an article says twice: pull quotes, and captions that retell a sentence of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from search.extract.sentences import sentences_of
from search.known import Known

_WORD = re.compile(r"\w{1,40}")
_WORDS = Known(lambda piece: tuple(_WORD.findall(piece.casefold())))  # those between two blanks
_POSTINGS = 8  # sentences remembered for three words: more tell nothing, and the work stays linear
_LONGEST = 70  # words of a unit that can be an echo
_LEAST = 0.35  # share of the wording below which nothing is an echo
_CUE_WORDS = 9  # "The General Secretary pointed out that": skipped before comparing
_LONGER = 1.3  # times the words: the other place tells more than the echo does

_Words = list[str]
_Gram = tuple[str, ...]
_Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Echo:
    """How much of a unit's wording stands in one sentence elsewhere: 0 to 1. `inside` if that place tells more."""

    share: float = 0.0
    inside: bool = False


def echoes_of(texts: Sequence[str], candidates: Sequence[int], top: int) -> dict[int, Echo]:
    """The echoes among `candidates` (indices of `texts`), each a single sentence.

    Units up to index `top` are title and lead: the text naturally returns to them, so what echoes only them is not
    `inside`.
    """
    grams: dict[int, set[_Gram]] = {}
    for unit in candidates:
        text = texts[unit]
        if text.count(" ") < _LONGEST and (found := set(_grams(_content(text)))) and len(sentences_of(text)) == 1:
            grams[unit] = found
    if not grams:
        return {}
    postings, lengths = _postings(texts, set().union(*grams.values()))
    return {unit: _best(unit, found, postings, lengths, top) for unit, found in grams.items()}


def _postings(texts: Sequence[str], wanted: set[_Gram]) -> tuple[dict[_Gram, list[_Place]], list[int]]:
    """Where the wanted grams stand, as (unit, sentence), and the words of each unit."""
    postings: dict[_Gram, list[_Place]] = {gram: [] for gram in wanted}
    lengths: list[int] = []
    for unit, text in enumerate(texts):
        words = _words(text)
        lengths.append(len(words))
        if wanted.isdisjoint(_grams(words)):
            continue
        for sentence, span in enumerate(sentences_of(text)):
            for gram in wanted.intersection(_grams(_words(span.of(text)))):
                if len(postings[gram]) < _POSTINGS:
                    postings[gram].append((unit, sentence))
    return postings, lengths


def _best(unit: int, grams: set[_Gram], postings: dict[_Gram, list[_Place]], lengths: Sequence[int], top: int) -> Echo:
    places = [[place for place in postings[gram] if place[0] != unit] for gram in grams]
    if sum(map(bool, places)) < _LEAST * len(grams):
        return Echo()
    shared = Counter(place for found in places for place in found)
    most = max(shared.values())
    others = [lengths[other] for (other, _), count in shared.items() if count == most and other > top]
    return Echo(most / len(grams), max(others, default=0) >= _LONGER * lengths[unit])


def _words(text: str) -> _Words:
    return list(chain.from_iterable(map(_WORDS.__getitem__, text.split())))


def _content(text: str) -> _Words:
    """The words after an opening cue clause: who says it is told once, what is said twice."""
    words = _words(text)
    if "that" in words[:_CUE_WORDS]:
        return words[words.index("that") + 1 :]
    return words


def _grams(words: _Words) -> Iterable[_Gram]:
    """Each three words in a row; an iterator, for most are only looked at."""
    return zip(words, words[1:], words[2:], strict=False)
