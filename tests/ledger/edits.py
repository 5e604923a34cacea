"""What editors do to a file of articles, with the truth: which of the passages linked before each line now stands for.

Nothing is drawn by chance: `chosen` picks by hash, so that every run makes the same edits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from search.identity import hash16

Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Line:
    """A printed line; `past` are the ids of all passages ever published whose words are now (part of) this one."""

    text: str
    past: frozenset[str] = frozenset()
    plain: bool = False  # nothing that is a passage by itself: blank, or read together with another line


Lines = list[Line]
Files = dict[str, Lines]


def chosen(things: Sequence[Thing], *key: object) -> Thing:
    return things[int(hash16(*map(str, key)), 36) % len(things)]


def words_of(line: Line) -> list[str]:
    return line.text.split(" ")


def typo(line: Line, key: str) -> Line:
    """Two letters of a long word change places, or one is dropped or doubled."""
    words = words_of(line)
    at = chosen([n for n, word in enumerate(words) if len(word) > 4 and word.isalpha()], key, "word")
    word = words[at]
    cut = chosen(range(1, len(word) - 2), key, "letter")
    slips = (
        word[:cut] + word[cut + 1] + word[cut] + word[cut + 2 :],
        word[:cut] + word[cut + 1 :],
        word[:cut] + word[cut] + word[cut:],
    )
    words[at] = chosen([slip for slip in slips if slip != word], key, "slip")
    return replace(line, text=" ".join(words))


def reworded(line: Line, key: str) -> Line:
    """One word in ten is another one."""
    words = words_of(line)
    plain = [n for n, word in enumerate(words) if word.isalpha() and word.islower()]
    for number in range(max(1, len(words) // 10)):
        at = chosen(plain, key, number)
        words[at] = chosen(("certain", "formerly", "greatly", "novel", "ordinary", "whatever"), key, number)
    return replace(line, text=" ".join(words))


def punctuated(line: Line, key: str) -> Line:
    """Commas and capitals only."""
    words = words_of(line)
    at = chosen(range(len(words) - 1), key)
    words[at] = words[at].rstrip(",") if words[at].endswith(",") else words[at] + ","
    return replace(line, text=" ".join(words))


def longer(line: Line, key: str) -> Line:
    """A sentence more."""
    sentence = chosen(
        (
            "Observers in the capital had expected as much for several weeks.",
            "A longer account of the meeting was promised for the following month.",
            "Several of those present asked for the floor once more.",
        ),
        key,
    )
    return replace(line, text=f"{line.text} {sentence}")


def halves(line: Line) -> tuple[Line, Line] | None:
    """The line in two, at the end of a sentence near its middle."""
    ends = [n + 1 for n in range(len(line.text) - 1) if line.text[n : n + 2] == ". "]
    fair = [end for end in ends if 0.25 <= end / len(line.text) <= 0.75]
    if not fair:
        return None
    cut = min(fair, key=lambda end: abs(end - len(line.text) / 2))
    return replace(line, text=line.text[:cut]), replace(line, text=line.text[cut + 1 :])


def joined(one: Line, other: Line) -> Line:
    return Line(f"{one.text} {other.text}", one.past | other.past)


def bulletin(number: int) -> Lines:
    """A weekly report like every other one: the same frame, other figures, two paragraphs of its own."""
    crops = ("rice", "coffee", "pepper", "rubber", "cashew", "maize")
    towns = ("Hanoi", "Hue", "Vinh", "Da Lat", "Can Tho", "My Tho", "Lang Son")
    crop, town = chosen(crops, number), chosen(towns, number)
    week = f"week {number}"
    rows = [
        f"Market bulletin for {week}",
        f"The market office held its regular meeting on Monday of {week} in {town} and heard the usual reports.",
        *(f"The price of {each} rose to {12 + number * 3 + n} dong in {town}." for n, each in enumerate(crops)),
        f"Dealers in {town} said that the {crop} had reached the quay, where {number + 40} boats were waiting for it.",
        f"In the opinion of the office nothing stands in the way of further sales of {crop} from {town} this winter.",
        "The market office publishes this bulletin every week and takes no responsibility for decisions based on it.",
        "Photo: Market office",
        f"Boats at the quay of {town}",
        "Photo: Market office",
        "Photo: Market office",
    ]
    return [Line(row) for row in rows]
