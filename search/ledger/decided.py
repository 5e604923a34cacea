"""What became of everything that went in a round: the rules, applied article by article.

Only one article and the one that took its text over are looked at together, so memory does not grow with the archive.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from search.ledger.succession import CANDIDATES, SHORT, Rule, Succession, successions
from search.ledger.trace import Trace, unpacked

_MOST = 0.5  # share of an article's own text that another must have, to be the same under a new name
_CROWD = 20  # passages with the same text elsewhere; among so many it is nobody's own
_LEFT = "SELECT DISTINCT article FROM passage WHERE gone = :round"
_MISSED = """
SELECT DISTINCT old.article FROM passage AS new JOIN passage AS old ON old.text = new.text
WHERE new.since = :round AND new.gone IS NULL AND old.gone < :round AND old.successor IS NULL
"""  # what went in an earlier round without a successor, and whose words are there now
_STOOD = """
SELECT id, coalesce(stood.ordinal, passage.ordinal) AS place, text, units, gone
FROM passage LEFT JOIN stood USING (id) WHERE article = :article AND successor IS NULL AND
"""


def decide(ledger: sqlite3.Connection, rounds: int) -> None:
    """Write down a successor or the nearest candidates of every passage that went in this round.

    What went earlier gets another chance where the very same words have come in this one.
    """
    for (number,) in ledger.execute(_LEFT, {"round": rounds}).fetchall():
        for found in _Case(ledger, rounds, number).decided("(gone = :round OR gone IS NULL AND since < :round)"):
            _write(ledger, found)
    if ledger.execute("SELECT EXISTS (SELECT 1 FROM passage WHERE gone < ?)", (rounds,)).fetchone()[0]:
        for (number,) in ledger.execute(_MISSED, {"round": rounds}).fetchall():
            for found in _Case(ledger, rounds, number).decided("gone < :round"):
                if found.rule in {Rule.SAME, Rule.MOVED}:
                    _write(ledger, found)


def _write(ledger: sqlite3.Connection, found: Succession) -> None:
    ledger.execute("UPDATE passage SET successor = ?, rule = ? WHERE id = ?", (found.successor, found.rule, found.id))
    ledger.execute("DELETE FROM candidate WHERE passage = ?", (found.id,))
    rows = ((found.id, place, candidate) for place, candidate in enumerate(found.candidates))
    ledger.executemany("INSERT INTO candidate VALUES (?, ?, ?)", rows)


@dataclass(frozen=True, slots=True)
class _Twin:
    """A passage of another article with the same text."""

    id: str
    article: int
    fresh: bool


@dataclass(frozen=True, slots=True)
class _Home:
    """An article where successors are looked for; where it is not `sure` to be the same, only candidates."""

    article: int
    sure: bool = True


@dataclass(frozen=True, slots=True)
class _Case:
    ledger: sqlite3.Connection
    round: int
    article: int

    def decided(self, which: str) -> Iterator[Succession]:
        """What became of those passages of this article that are gone; `which` of its passages stood in it before."""
        rows = self.ledger.execute(
            f"{_STOOD} {which} ORDER BY place", {"article": self.article, "round": self.round}
        ).fetchall()
        before = [_trace(row) for row in rows]
        gone = {row[0] for row in rows if row[4] is not None}
        twins = {trace.id: self._twins(trace.text) for trace in before if trace.id in gone}
        traces = {trace.id: trace for trace in before}
        for found in self._at_home(before, gone, self._homes(before, twins)):
            yield _with_twins(found, twins[found.id], traces[found.id])

    def _at_home(self, before: Sequence[Trace], gone: set[str], homes: Iterable[_Home]) -> Iterator[Succession]:
        """The successors in the articles that may have taken the text over, the likeliest first."""
        left: dict[str, Succession] = {id_: Succession(id_) for id_ in gone}
        for home in homes:
            after, fresh = self._after(home.article)
            for found in successions(before, left.keys(), after, fresh):
                if found.successor and home.sure:
                    del left[found.id]
                    yield found
                else:
                    here = (found.successor,) if found.successor else ()
                    near = (*left[found.id].candidates, *here, *found.candidates)
                    left[found.id] = Succession(found.id, candidates=near[:CANDIDATES])
        yield from left.values()

    def _after(self, article: int) -> tuple[list[Trace], set[str]]:
        rows = self.ledger.execute(
            "SELECT id, ordinal, text, units, since FROM passage WHERE article = ? AND gone IS NULL ORDER BY ordinal",
            (article,),
        ).fetchall()
        return [_trace(row) for row in rows], {row[0] for row in rows if row[4] == self.round}

    def _twins(self, text: str) -> tuple[_Twin, ...]:
        """Passages elsewhere with this text, live or gone for good: what leads on to another one does not count."""
        rows = self.ledger.execute(
            "SELECT id, article, gone IS NULL AND since = ? FROM passage "
            "WHERE text = ? AND article != ? AND successor IS NULL LIMIT ?",
            (self.round, text, self.article, _CROWD),
        )
        return tuple(_Twin(id_, article, bool(fresh)) for id_, article, fresh in rows)

    def _homes(self, before: Iterable[Trace], twins: Mapping[str, tuple[_Twin, ...]]) -> tuple[_Home, ...]:
        """This article, and the one that has most of what was this one's own text: if it is enough, the new name."""
        here = _Home(self.article)
        own = 0
        votes: Counter[int] = Counter()
        for trace in before:
            found = twins.get(trace.id, ())
            if not found or _only(found):
                own += len(trace.units)
                votes.update({twin.article: len(trace.units) for twin in found[:1] if twin.fresh})
        home, units = max(votes.items(), key=lambda item: (item[1], -item[0]), default=(self.article, 0))
        if not units:
            return (here,)
        if units < _MOST * own:
            return here, _Home(home, sure=False)
        self.ledger.execute(
            "UPDATE article SET successor = (SELECT id FROM article WHERE number = ?) "
            "WHERE number = ? AND gone IS NOT NULL",
            (home, self.article),
        )
        return _Home(home), here


def _with_twins(found: Succession, twins: Sequence[_Twin], trace: Trace) -> Succession:
    """The same words, come up in one other article and in no third one, if they are enough to be its own."""
    if found.rule is Rule.SAME or not twins:
        return found
    if _only(twins) and twins[0].fresh and len(trace.units) >= SHORT:
        return Succession(found.id, twins[0].id, Rule.MOVED)
    if found.successor:
        return found
    near = dict.fromkeys((*(twin.id for twin in twins), *found.candidates))
    return replace(found, candidates=tuple(near)[:CANDIDATES])


def _only(twins: Sequence[_Twin]) -> bool:
    """Whether all of them stand in one article."""
    return len(twins) < _CROWD and len({twin.article for twin in twins}) == 1


def _trace(row: tuple[str, int, str, bytes, object]) -> Trace:
    return Trace(row[0], row[1], row[2], unpacked(row[3]))
