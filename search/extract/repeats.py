"""What an article says twice: pull quotes, and captions that retell a sentence of the text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from search.extract.sentences import sentences_of

_WORD = re.compile(r"\w{1,40}")
_GRAM = 3  # words
_POSTINGS = 8  # sentences remembered for three words: more tell nothing, and the work stays linear
_SHORTEST, _LONGEST = 6, 70  # words of a unit that can be an echo
_CUE_WORDS = 9  # "The General Secretary pointed out that": skipped before comparing
_LONGER = 1.3  # times the words: the other place tells more than the echo does

_Words = list[str]
_Gram = tuple[str, ...]


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
    grams: dict[int, list[_Gram]] = {}
    for unit in candidates:
        words = _content(texts[unit])
        if _SHORTEST <= len(words) <= _LONGEST and len(sentences_of(texts[unit])) == 1:
            grams[unit] = _grams(words)
    if not grams:
        return {}
    wanted = {gram for found in grams.values() for gram in found}
    postings, lengths = _postings(texts, wanted)
    return {unit: _best(unit, found, postings, lengths, top) for unit, found in grams.items()}


def _postings(texts: Sequence[str], wanted: set[_Gram]) -> tuple[dict[_Gram, list[tuple[int, int]]], dict[int, int]]:
    """Where the wanted grams stand, as (unit, sentence), and the words of each unit."""
    postings: dict[_Gram, list[tuple[int, int]]] = defaultdict(list)
    lengths: dict[int, int] = {}
    sentence = 0
    for unit, text in enumerate(texts):
        lengths[unit] = 0
        for span in sentences_of(text):
            words = _words(span.of(text))
            lengths[unit] += len(words)
            sentence += 1
            for gram in set(_grams(words)) & wanted:
                if len(postings[gram]) < _POSTINGS:
                    postings[gram].append((unit, sentence))
    return postings, lengths


def _best(
    unit: int, grams: list[_Gram], postings: dict[_Gram, list[tuple[int, int]]], lengths: dict[int, int], top: int
) -> Echo:
    shared: Counter[tuple[int, int]] = Counter()
    for gram in set(grams):
        shared.update(place for place in postings[gram] if place[0] != unit)
    if not shared:
        return Echo()
    share = max(shared.values()) / len(set(grams))
    inside = any(
        count / len(set(grams)) >= share
        for (other, _), count in shared.items()
        if other > top and lengths[other] >= _LONGER * lengths[unit]
    )
    return Echo(share, inside)


def _words(text: str) -> _Words:
    return _WORD.findall(text.casefold())


def _content(text: str) -> _Words:
    """The words after an opening cue clause: who says it is told once, what is said twice."""
    words = _words(text)
    if "that" in words[:_CUE_WORDS]:
        return words[words.index("that") + 1 :]
    return words


def _grams(words: _Words) -> list[_Gram]:
    return list(zip(*(words[i:] for i in range(_GRAM)), strict=False))
