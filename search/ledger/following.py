"""The ledger brought up to a generation: what came, what stayed, what went, and what became of it.

The ledger knows by itself what it has followed: for each article the hash of its reading, and what the reading rested
on. So a generation is followed by looking at the articles that differ, and to follow it twice changes nothing. A
build that dies before the ledger is written leaves it one generation behind; the next one catches up.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from search.identity import article_key
from search.ledger.decided import decide
from search.ledger.trace import packed, trace_of
from search.model import Passage


@dataclass(frozen=True, slots=True)
class Published:
    """A generation as far as the ledger looks at it.

    `readings` has every article with the hash of its reading, `basis` what all of them rest on, and `made` is the time
    (ISO 8601, UTC); `passages` gives those of one article and is asked only for what is new to the ledger.
    """

    readings: Mapping[str, str]
    basis: str
    made: str
    passages: Callable[[str], Sequence[Passage]]


@dataclass(frozen=True, slots=True)
class Followed:
    """How many passages got a successor in a generation, and how many are gone without one."""

    redirected: int = 0
    gone: int = 0


def follow(ledger: sqlite3.Connection, published: Published, *, wordings: bool = False) -> Followed:
    """Bring the ledger up to a generation, in the transaction it is in; `wordings` keeps the texts as well."""
    rounds, basis, kept = ledger.execute("SELECT round, basis, wordings FROM state").fetchone()
    known = dict(ledger.execute("SELECT id, reading FROM article WHERE gone IS NULL"))
    anew = basis != published.basis or (wordings and not kept)
    changed = [name for name, reading in published.readings.items() if anew or known.get(name) != reading]
    left = [name for name in known if name not in published.readings]
    if kept and not wordings:
        ledger.execute("UPDATE passage SET wording = NULL WHERE wording IS NOT NULL")
    if not changed and not left:
        ledger.execute("UPDATE state SET wordings = ?", (wordings,))
        return Followed()
    ledger.execute("CREATE TEMP TABLE stood (id TEXT PRIMARY KEY, ordinal INTEGER NOT NULL) WITHOUT ROWID")
    following = _Following(ledger, rounds + 1, wordings=wordings)
    for name in left:
        following.leave(name)
    for name in changed:
        following.take(name, published.readings[name], published.passages(name))
    ledger.execute("UPDATE state SET round = ?, basis = ?, wordings = ?", (rounds + 1, published.basis, wordings))
    ledger.execute("INSERT INTO round VALUES (?, ?)", (rounds + 1, published.made))
    decide(ledger, rounds + 1)
    ledger.execute("DROP TABLE stood")
    return following.result()


@dataclass(frozen=True, slots=True)
class _Following:
    ledger: sqlite3.Connection
    round: int
    wordings: bool

    def leave(self, name: str) -> None:
        """An article that is no longer published."""
        ledger = self.ledger
        ledger.execute("UPDATE article SET gone = ? WHERE id = ?", (self.round, name))
        ledger.execute("UPDATE passage SET gone = ? WHERE gone IS NULL AND article = "
                       "(SELECT number FROM article WHERE id = ?)", (self.round, name))  # fmt: skip

    def take(self, name: str, reading: str, passages: Sequence[Passage]) -> None:
        """An article as it is published now."""
        number = self._article(name, reading, passages)
        before = {
            id_: (ordinal, gone)
            for id_, ordinal, gone in self.ledger.execute(
                "SELECT id, ordinal, gone FROM passage WHERE article = ?", (number,)
            )
        }
        here = {passage.id for passage in passages}
        left = [id_ for id_, (_, gone) in before.items() if gone is None and id_ not in here]
        self.ledger.executemany("UPDATE passage SET gone = ? WHERE id = ?", ((self.round, id_) for id_ in left))
        self._add(number, [passage for passage in passages if passage.id not in before])
        for passage in passages:
            if passage.id not in before:
                continue
            ordinal, gone = before[passage.id]
            if gone is not None:
                self._return(passage.id)
            if ordinal != passage.ordinal:
                self.ledger.execute("INSERT INTO stood VALUES (?, ?)", (passage.id, ordinal))
                self.ledger.execute("UPDATE passage SET ordinal = ? WHERE id = ?", (passage.ordinal, passage.id))
            if self.wordings:
                self.ledger.execute("UPDATE passage SET wording = ? WHERE id = ? AND wording IS NULL",
                                    (passage.text, passage.id))  # fmt: skip

    def result(self) -> Followed:
        """What this round came to."""
        redirected, gone = self.ledger.execute(
            "SELECT count(successor), count(*) - count(successor) FROM passage WHERE gone = ?", (self.round,)
        ).fetchone()
        return Followed(redirected, gone)

    def _article(self, name: str, reading: str, passages: Sequence[Passage]) -> int:
        info = passages[0].article
        day = info.dating.value if info.dating else None
        (number,) = self.ledger.execute(
            "INSERT INTO article (id, key, title, day, reading) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE "
            "SET title = excluded.title, day = excluded.day, reading = excluded.reading, gone = NULL, successor = NULL "
            "RETURNING number",
            (name, article_key(name), info.title, day, reading),
        ).fetchone()
        return int(number)

    def _add(self, article: int, passages: Sequence[Passage]) -> None:
        traces = (trace_of(passage.id, passage.ordinal, passage.text) for passage in passages)
        self.ledger.executemany(
            "INSERT INTO passage (id, article, ordinal, text, units, since, wording) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (trace.id, article, trace.ordinal, trace.text, packed(trace.units), self.round, wording)
                for trace, wording in zip(traces, self._wordings(passages), strict=True)
            ],
        )

    def _wordings(self, passages: Sequence[Passage]) -> list[str | None]:
        return [passage.text if self.wordings else None for passage in passages]

    def _return(self, passage_id: str) -> None:
        """What comes back gets its id back, and leads nowhere else any more."""
        self.ledger.execute(
            "UPDATE passage SET gone = NULL, successor = NULL, rule = NULL, since = ? WHERE id = ?",
            (self.round, passage_id),
        )
        self.ledger.execute("DELETE FROM candidate WHERE passage = ?", (passage_id,))
