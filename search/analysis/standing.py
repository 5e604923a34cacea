"""Where several words stand next to each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from search.analysis.tokens import Token

Place = tuple[int, int]
"""The position of a word and the position after it, which is not the next one for letters that repairs have parted."""


def places_of(tokens: Iterable[Token], key: Literal["stem", "word"]) -> dict[str, list[Place]]:
    """The places of every word, or of every stem: `key` is `word` or `stem`."""
    places: dict[str, list[Place]] = {}
    for token in tokens:
        places.setdefault(token.word if key == "word" else token.stem, []).append(
            (token.position, token.position + token.width)
        )
    return places


def next_to_each_other(asked: Sequence[str], *held: Mapping[str, Iterable[Place]]) -> list[Place]:
    """Where the asked words follow each other: begin and end of every run, ascending."""
    if not asked:
        return []
    runs = {place for places in held for place in places.get(asked[0], ())}
    for word in asked[1:]:
        ends: dict[int, set[int]] = {}
        for places in held:
            for start, end in places.get(word, ()):
                ends.setdefault(start, set()).add(end)
        runs = {(start, further) for start, end in runs for further in ends.get(end, ())}
    return sorted(runs)
