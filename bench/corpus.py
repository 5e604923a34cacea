"""A corpus of any size, the same on every machine: sentences of articles with coined words, speakers, bodies and dates.

A record states, beside what any reader of records knows, `joint_speaker` and, for each paragraph, `named`: the bodies
that it names.

Real sentences alone would repeat a vocabulary of a few thousand words. So every eighth word or so is coined, drawn from
a long tail: a corpus has its rare words, its frequent ones, and everything between.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

SPEAKERS, BODIES, COINED = 2_000, 500, 50_000
PART = 100_000  # passages of one file
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_LENGTHS = range(40, 400)  # characters of a sentence that is taken
_TAKEN = 200_000  # sentences at most
_WORD = re.compile(r"\b[a-z]{4,}\b")
_ONE_IN = 8
_PASSAGES = (1, 7)  # of an article
_SENTENCES = (1, 3)  # of a passage
_FIRST_YEAR, _YEARS = 1990, 36
_UNKNOWN = {"speaker": 0.10, "organisation": 0.05, "date": 0.02}  # shares of records that do not say
_JOINT = 0.02  # share of records that a second speaker says, too
_NAMED = Counter({0: 44, 1: 33, 2: 15, 3: 6, 4: 2})  # bodies a passage names, as speeches before the United Nations do
_HEADS, _MIDDLES, _TAILS = (
    "b ch d gi h kh l m n ph qu r s t th tr v".split(),
    "a ai e i o u".split(),
    "m n ng p t".split(),
)
_DUTIES = "Finance Labour Health Transport Culture Justice Trade Energy Science Education".split()

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Ranked:
    """Names of which the n-th is met 1/n times as often as the first (Zipf)."""

    names: Sequence[str]
    weights: Sequence[float]

    def draw(self, dice: random.Random) -> str:
        """One of them."""
        return dice.choices(self.names, cum_weights=self.weights)[0]


def ranked(names: Sequence[str]) -> Ranked:
    """The names in their order, the most frequent first."""
    return Ranked(names, list(accumulate(1 / rank for rank in range(1, len(names) + 1))))


def sentences_of(texts: Iterable[str]) -> list[str]:
    """The sentences of the texts, neither headings nor fragments."""
    found = (s for text in texts for line in text.splitlines() for s in _SENTENCE.split(line.strip()))
    return [s for _, s in zip(range(_TAKEN), (s for s in found if len(s) in _LENGTHS), strict=False)]


def texts_in(path: Path) -> Iterator[str]:
    """The paragraphs of a `.jsonl` file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield from record.get("paragraphs") or [record.get("text") or ""]


def records(sentences: Sequence[str], passages: int, seed: int = 1) -> Iterator[Record]:
    """Articles with at least so many passages together; equal arguments give equal records."""
    dice = random.Random(seed)  # noqa: S311 - nothing is secret here
    words = ranked(_coined(COINED))
    speakers = ranked([_name(number) for number in range(SPEAKERS)])
    bodies = ranked([_body(number) for number in range(BODIES)])
    made = number = 0
    while made < passages:
        count = min(dice.randint(*_PASSAGES), passages - made)
        paragraphs = [_paragraph(sentences, words, dice) for _ in range(count)]
        day = f"{_FIRST_YEAR + dice.randrange(_YEARS)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
        stated = {"speaker": speakers.draw(dice), "organisation": bodies.draw(dice), "date": day}
        known = {key: value for key, value in stated.items() if dice.random() >= _UNKNOWN[key]}
        joint = {"joint_speaker": speakers.draw(dice)} if "speaker" in known and dice.random() < _JOINT else {}
        named = [_drawn(bodies, dice) for _ in paragraphs]
        title = f"{words.draw(dice)} and {words.draw(dice)}, report {number}".capitalize()
        yield {
            "article_id": f"made-{number}",
            "title": title,
            **known,
            **joint,
            "named": named,
            "paragraphs": paragraphs,
        }
        made += count
        number += 1


def write(found: Iterable[Record], folder: Path) -> str:
    """Write the records into files of `PART` passages in a new folder; gives the SHA-256 of all of it together."""
    folder.mkdir(parents=True)
    digest = hashlib.sha256()
    for part, lines in groupby(_lines(found), key=itemgetter(0)):
        with (folder / f"part-{part:03}.jsonl").open("wb") as file:
            for _, line in lines:
                file.write(line)
                digest.update(line)
    return digest.hexdigest()


def _lines(found: Iterable[Record]) -> Iterator[tuple[int, bytes]]:
    """Every record as a line, and the number of the file it belongs to."""
    count = 0
    for record in found:
        yield count // PART, json.dumps(record, ensure_ascii=False).encode() + b"\n"
        count += len(record["paragraphs"])


def _paragraph(sentences: Sequence[str], words: Ranked, dice: random.Random) -> str:
    def exchanged(found: re.Match[str]) -> str:
        return found[0] if dice.randrange(_ONE_IN) else words.draw(dice)

    chosen = dice.choices(sentences, k=dice.randint(*_SENTENCES))
    return " ".join(_WORD.sub(exchanged, sentence) for sentence in chosen)


def _drawn(bodies: Ranked, dice: random.Random) -> list[str]:
    """The bodies that a passage names, each once."""
    (count,) = dice.choices(list(_NAMED), list(_NAMED.values()))
    return list(dict.fromkeys(bodies.draw(dice) for _ in range(count)))


def _coined(count: int) -> list[str]:
    """All different: 17 * 6 * 5 syllables, of which 7 has no part in common, so that no pair comes twice."""
    syllables = [head + middle + tail for head in _HEADS for middle in _MIDDLES for tail in _TAILS]
    return [syllables[n % 510] + syllables[n * 7 // 510 % 510] for n in range(count)]


def _name(number: int) -> str:
    syllables = [head + middle for head in _HEADS for middle in _MIDDLES]
    parts = syllables[number % 102], syllables[number // 102 % 102], syllables[number * 5 % 102]
    return "Tran " + " ".join(part.capitalize() for part in parts)


def _body(number: int) -> str:
    return f"Ministry of {_DUTIES[number % 10]} of {_name(number // 10).removeprefix('Tran ')}"
