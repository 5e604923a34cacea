"""What became of the passages of an article that was edited: the rules, as a pure function.

A passage has a successor only where nothing else could as well be meant. So each rule asks for much, and then holds
the best answer against the second best: among all passages there are now, and among all there were before, also
those that nobody touched, because a line that is one of many alike proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from enum import StrEnum

from search.ledger.pool import Pool
from search.ledger.trace import Trace, alike, share


class Rule(StrEnum):
    """Why a passage is the successor of another."""

    SAME = "same words"  # elsewhere in its article, or in the article under its new name
    MOVED = "moved"  # the same words, in another article
    EDITED = "edited"
    DIVIDED = "divided"  # the successor is the first of its parts
    JOINED = "joined"  # its words stand within a longer passage


@dataclass(frozen=True, slots=True)
class Succession:
    """What became of a passage: its successor and the rule that found it, or nothing but what comes nearest.

    Beside the successor of one that was divided, the candidates are its other parts.
    """

    id: str
    successor: str | None = None
    rule: Rule | None = None
    candidates: tuple[str, ...] = ()


# Measured on 12,000 paragraphs of speeches in the General Assembly: of two in one speech that have nothing to do with
# each other, 0.2 of the words stand in both in the same order, seldom 0.3; of siblings in a list 0.5 to 0.8.
IN_PLACE = 0.75  # alike enough between the neighbours it always had …
ELSEWHERE = 0.85  # … and at another place in the article
OTHER_FIGURES = 0.90  # one with another number in it
SHORTENED = 0.60  # what is left of a passage, all of it from there
WITHIN = 0.85  # share of a passage that stands in another one as it is
COVERED = 0.70  # share of a passage that its parts make up together
FURTHER = 1.5  # the second best must be so many times further away
NEAR = 0.35  # worth showing to a reader who looks for what is gone
SHORT = 20  # units (some twelve words); below, a word or two are the whole difference
PHRASE = 10  # units; as it is and in its place, that much can be known within a longer passage
PART = 6  # units; less is no part of anything
CANDIDATES = 3
COMPARED = 10_000  # passages before and after; of a longer article only what has the very same words is found again


def successions(
    before: Sequence[Trace], gone: AbstractSet[str], after: Sequence[Trace], fresh: AbstractSet[str]
) -> tuple[Succession, ...]:
    """Decide on the passages of `before` that are `gone`, from what stands in `after`, of which some is `fresh`.

    Both in reading order, with everything that was left as it was: `after` may be the same article or the one that
    took its text over. Only something fresh can be an edited successor. Depends on nothing but what is given.
    """
    twins = _twins(before, after)
    same = [Succession(t.id, twins[t.id], Rule.SAME) for t in before if t.id in gone and t.id in twins]
    left = [trace for trace in before if trace.id in gone and trace.id not in twins]
    if not left or len(before) + len(after) > COMPARED:
        return (*same, *(Succession(trace.id) for trace in left))
    taken = set(twins.values())
    case = _Case(Pool(before), Pool(after), {t.id: t for t in after if t.id in fresh and t.id not in taken})
    case.places.update(_places(before, twins) | _places(after, {id_: id_ for id_ in taken}))
    return (*same, *(case.decided(trace) for trace in left))


def recognisable(linked: Trace, present: Trace) -> bool:
    """Whether the words that were linked are still there, after however many edits that each changed little."""
    return (
        linked.text == present.text
        or alike(linked, present) >= SHORTENED
        or share(linked, present) >= SHORTENED
        or share(present, linked) >= SHORTENED
    )


def _twins(before: Sequence[Trace], after: Sequence[Trace]) -> dict[str, str]:
    """What has the same text now: the first for the first, the second for the second, the last for all beyond."""
    now: dict[str, list[str]] = {}
    for trace in after:
        now.setdefault(trace.text, []).append(trace.id)
    seen: dict[str, int] = {}
    twins: dict[str, str] = {}
    for trace in before:
        if found := now.get(trace.text):
            number = seen[trace.text] = seen.get(trace.text, -1) + 1
            twins[trace.id] = found[min(number, len(found) - 1)]
    return twins


def _places(traces: Sequence[Trace], anchors: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """The nearest passages on either side that are there before and after, for each; none is the article's end."""
    forth, back = list(_nearest(traces, anchors)), list(_nearest(traces[::-1], anchors))[::-1]
    return {trace.id: (one, other) for trace, one, other in zip(traces, forth, back, strict=True)}


def _nearest(traces: Sequence[Trace], anchors: Mapping[str, str]) -> Iterator[str]:
    last = ""
    for trace in traces:
        yield last
        last = anchors.get(trace.id, last)


@dataclass(frozen=True, slots=True)
class _Case:
    before: Pool
    after: Pool
    fresh: dict[str, Trace]
    places: dict[str, tuple[str, str]] = field(default_factory=dict)

    def decided(self, old: Trace) -> Succession:
        rated = sorted(((alike(old, new), new.ordinal, new) for new in self.after.near(old)), reverse=True)
        near = tuple(new.id for rate, _, new in rated if rate >= NEAR)[:CANDIDATES]
        if parts := self._divided(old):
            return Succession(old.id, parts[0].id, Rule.DIVIDED, tuple(part.id for part in parts[1:]))
        if edited := self._edited(old, [(rate, new) for rate, _, new in rated]):
            return Succession(old.id, edited.id, Rule.EDITED)
        if whole := self._joined(old):
            return Succession(old.id, whole.id, Rule.JOINED)
        return Succession(old.id, candidates=near)

    def _edited(self, old: Trace, rated: Sequence[tuple[float, Trace]]) -> Trace | None:
        if not rated or rated[0][1].id not in self.fresh:
            return None
        rate, new = rated[0]
        rivals = [alike(new, other) for other in self.before.near(new) if other.id != old.id]
        second = max([*rivals, *(other for other, _ in rated[1:])], default=0.0)
        clear = FURTHER * (1 - rate) <= 1 - second
        return new if clear and rate >= self._needed(old, new) else None

    def _needed(self, old: Trace, new: Trace) -> float:
        """How alike the two must be."""
        short = min(len(old.units), len(new.units)) < SHORT
        if old.figures != new.figures and share(new, old) < WITHIN:
            return 2.0 if short else OTHER_FIGURES
        if not self._in_place(old, new):
            return 1.0 if short else ELSEWHERE
        return SHORTENED if not short and share(new, old) >= WITHIN else IN_PLACE

    def _in_place(self, old: Trace, new: Trace) -> bool:
        return any(a == b for a, b in zip(self.places[old.id], self.places[new.id], strict=True))

    def _joined(self, old: Trace) -> Trace | None:
        """The one passage that holds all of `old` and more."""
        if len(old.units) < PHRASE:
            return None
        holding = [(share(old, new), new) for new in self.after.near(old)]
        best = [(rate, new) for rate, new in holding if rate >= WITHIN]
        if len(best) != 1 or best[0][1].id not in self.fresh:
            return None
        rate, new = best[0]
        if len(old.units) < SHORT:
            return new if rate == 1 and self._in_place(old, new) else None
        return new if rate == 1 or not self._has_double(old, old.id) else None

    def _divided(self, old: Trace) -> list[Trace]:
        """The passages, if they are several, that together are what `old` was."""
        inside = [new for new in self.after.near(old) if new.id in self.fresh and len(new.units) >= PART]
        parts = [new for new in inside if share(new, old) >= WITHIN and not self._has_double(new, old.id)]
        units = sum(len(part.units) for part in parts)
        if len(parts) < 2 or not COVERED <= units / len(old.units) <= 1 / COVERED:  # noqa: PLR2004 - two make several
            return []
        return sorted(parts, key=lambda part: part.ordinal)[: CANDIDATES + 1]

    def _has_double(self, trace: Trace, besides: str) -> bool:
        """Whether another passage held most of these words before, so that they prove nothing."""
        return any(share(trace, other) > 0.5 for other in self.before.near(trace) if other.id != besides)  # noqa: PLR2004 - most is more than half
