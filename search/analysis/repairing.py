"""Read a passage as repaired while remembering where each letter stands in the raw text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from search.model import Repair, Span


@dataclass(frozen=True, slots=True)
class Reading:
    """A text to analyse; its code point `i` came from `starts[i]..ends[i]` of the raw text."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def raw(self, start: int, end: int) -> Span:
        """The raw stretch behind `text[start:end]`, which is not empty."""
        return Span(self.starts[start], self.ends[end - 1])


def reading_of(text: str, repairs: tuple[Repair, ...] = ()) -> Reading:
    """`text` with its repairs made. Repairs that overlap an earlier one or leave the text are passed over."""
    if not repairs:
        return Reading(text, range(len(text)), range(1, len(text) + 1))
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def keep(start: int, end: int) -> None:
        pieces.append(text[start:end])
        starts.extend(range(start, end))
        ends.extend(range(start + 1, end + 1))

    at = 0
    for repair in sorted(repairs, key=lambda r: r.span):
        if repair.span.start < at or repair.span.end > len(text):
            continue
        span, replacement = _narrowed(text, repair)
        keep(at, span.start)
        pieces.append(replacement)
        starts.extend([span.start] * len(replacement))
        ends.extend([span.end] * len(replacement))
        at = span.end
    keep(at, len(text))
    return Reading("".join(pieces), starts, ends)


def _narrowed(text: str, repair: Repair) -> tuple[Span, str]:
    """The repair without the letters it leaves as they are: `organizationhas` only gains a blank."""
    old, new = repair.span.of(text), repair.replacement
    shorter = min(len(old), len(new))
    head = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    tail = next((i for i in range(shorter - head) if old[-1 - i] != new[-1 - i]), shorter - head)
    return Span(repair.span.start + head, repair.span.end - tail), new[head : len(new) - tail]
