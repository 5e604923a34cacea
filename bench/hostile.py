"""Inputs made to be slow: what each stage makes of them, and of twice as much."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from time import process_time

from bench.extract import Clock
from search.extract import STAGES, Draft
from search.model import Article, ArticleInfo

LIMIT = 3.0  # a doubled input may take so many times as long
NOISE = 0.05  # seconds: below it, a step of the memory allocator looks like growth
_ATTEMPTS = 3

INPUTS: Mapping[str, str] = {  # what is repeated until the text is long enough; {n} counts
    "letters": "a",
    "blanks": " \t",
    "no-break blanks": "\u00a0",
    "empty lines": "\n",
    "short lines": "x\n",
    "commas": ",",
    "full stops": ". ",
    "quotation marks": "\u201cA\u201d \u2018",
    "open quotations": "\u201c",
    "parentheses": "((",
    "dashes": "- \u2013 ",
    "capitals": "Aa ",
    "honorifics": "Mr. ",
    "titles": "General Secretary, ",
    "titles of bodies": "Head of the Central Organisation Commission of the ",
    "names": "Nguyen Van {n} ",
    "names on lines": "Mr. Tran Van Khe{n} said that it is so.\n",
    "names in a list": "Comrades: Le Thi Hoa{n} - Member of the Party Central Committee; ",
    "cues": "he said that she said ",
    "cues after commas": "X, who said, noted, stressed, ",
    "adding that": "Binh said yes, adding that ",
    "labels": "MR. BINH: Yes.\n",
    "list items": "Firstly, the work must be done.\n",
    "directives": "To continue to build the Party.\n",
    "documents": "217, 218-QD/TW, ",
    "code letters": "21-KL/TW/",
    "dates": "January 9, 2024, ",
    "numbers": "1/2/3-4.",
    "headings": "THE WORK OF {n}\n",
    "captions": "Photo: Binh |\n",
    "bodies": "Provincial Party Committee's Standing Committee of the ",
    "glued words": "organizationhas",
    "combining marks": "a\u0301\u0323",
}


@dataclass(frozen=True, slots=True)
class Doubling:
    """Seconds of one stage for an input and for twice as much of it."""

    text: str
    stage: str
    once: float
    twice: float

    @property
    def ratio(self) -> float | None:
        """How many times as long the double took; None where both are too short to tell."""
        return None if self.twice < NOISE else self.twice / max(self.once, NOISE / LIMIT)

    @property
    def breaks(self) -> bool:
        """Whether the law of growth is broken."""
        return self.ratio is not None and self.ratio > LIMIT


def text_of(pattern: str, characters: int) -> str:
    """The pattern over and over, counting where it counts, cut at so many characters."""
    if "{n}" not in pattern:
        return (pattern * (characters // len(pattern) + 1))[:characters]
    pieces, length, number = [], 0, 0
    while length < characters:
        pieces.append(pattern.replace("{n}", _letters(number)))
        length += len(pieces[-1])
        number += 1
    return "".join(pieces)[:characters]


def doublings(characters: int, inputs: Mapping[str, str] = INPUTS, clock: Clock = process_time) -> Iterator[Doubling]:
    """Every stage on every input, once and twice as long; of several attempts the quickest counts."""
    for name, pattern in inputs.items():
        once = _best(text_of(pattern, characters), clock)
        twice = _best(text_of(pattern, 2 * characters), clock)
        yield from (Doubling(name, stage, once[stage], twice[stage]) for stage in once)


def _best(text: str, clock: Clock) -> dict[str, float]:
    runs = [_seconds(text, clock) for _ in range(_ATTEMPTS)]
    return {stage: min(run[stage] for run in runs) for stage in runs[0]}


def _seconds(text: str, clock: Clock) -> dict[str, float]:
    draft = Draft(Article(ArticleInfo("hostile", None, None, None, None, None, None, "hostile.txt", ""), text))
    seconds: dict[str, float] = {}
    for stage in STAGES:
        with _without_collector():
            start = clock()
            draft = stage(draft)
            seconds[stage.__name__] = clock() - start
    return seconds


@contextmanager
def _without_collector() -> Iterator[None]:
    """Without the garbage collector, which else looks through all that earlier stages left in the time of this one."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _letters(number: int) -> str:
    """A capitalised word for a number, so that names differ."""
    letters = ""
    while True:
        number, rest = divmod(number, 26)
        letters += chr(ord("a") + rest)
        if not number:
            return letters.capitalize()


def table_of_doublings(rows: Sequence[Doubling]) -> list[str]:
    """The slowest stage of each input, then whatever breaks the law."""
    lines = [f"{'input':20}{'slowest stage':16}{'once ms':>10}{'twice ms':>10}{'ratio':>8}{'worst':>8}"]
    worst: Callable[[Doubling], float] = lambda row: row.ratio or 0.0  # noqa: E731 - a key, used twice below
    for name in dict.fromkeys(row.text for row in rows):
        here = [row for row in rows if row.text == name]
        slow = max(here, key=lambda row: row.twice)
        top = max(here, key=worst)
        shown = f"{slow.ratio:.2f}" if slow.ratio else "-"
        most = f"{top.ratio:.2f}" if top.ratio else "-"
        lines.append(f"{name:20}{slow.stage:16}{slow.once * 1000:>10.1f}{slow.twice * 1000:>10.1f}{shown:>8}{most:>8}")
    lines += [f"BREAKS {row.text}: {row.stage} x{row.ratio:.2f}" for row in rows if row.breaks]
    if not any(row.breaks for row in rows):
        lines.append(f"No stage takes more than {LIMIT:g} times as long for twice as much.")
    return lines
