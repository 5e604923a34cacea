"""What became of a passage or an article that a link names: read from the ledger, for whoever followed the link."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from search.ledger.store import reading
from search.ledger.succession import Rule, recognisable
from search.ledger.trace import Trace, unpacked

_STEPS = 1_000  # edits of one passage that are followed; a ledger never turns in a circle, a forged one might


@dataclass(frozen=True, slots=True)
class Fate:
    """A passage that was published and is not any more.

    `successor` has its words now, found by `rule`; without one it is gone, and `candidates` are what comes nearest.
    `article` is live, or None where that is gone too: the id of the article the passage stood in, under its present
    name. `day` is the date the article was filed under; `wording` is kept only where the operator wants that.
    """

    id: str
    title: str | None
    day: str | None
    article: str | None
    successor: str | None = None
    rule: Rule | None = None
    candidates: tuple[str, ...] = ()
    wording: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleFate:
    """An article that was published and is not any more; `successor` is its present name."""

    title: str | None
    day: str | None
    successor: str | None


def fate_of(ledger: Path, passage_id: str) -> Fate | None:
    """What became of a passage; None where the ledger does not know it, or knows it as published. Raises `LedgerError`.

    What a link leads to can still be missing from the index for a moment, while another generation is published.
    """
    with reading(ledger) as opened:
        if opened is None:
            return None
        linked = _row(opened, passage_id)
        if linked is None or linked.live:
            return None
        steps = _steps(opened, linked)
        present = steps[-1]
        found = present.live and recognisable(linked.trace, present.trace)
        near = [present.trace.id] if present.live and not found else []
        if not found:
            near += [id_ for row in steps for id_ in _candidates(opened, row)]
        title, day, wording = opened.execute(
            "SELECT title, day, wording FROM passage JOIN article ON article.number = passage.article "
            "WHERE passage.id = ?",
            (passage_id,),
        ).fetchone()
        return Fate(
            id=passage_id,
            title=title,
            day=day,
            article=_present_name(opened, linked.article),
            successor=present.trace.id if found else None,
            rule=_rule(opened, steps) if found else None,
            candidates=tuple(dict.fromkeys(near)),
            wording=wording,
        )


def article_fate_of(ledger: Path, key: str) -> ArticleFate | None:
    """What became of the article with this `article_key`; None as for `fate_of`. Raises `LedgerError`."""
    with reading(ledger) as opened:
        row = (
            opened
            and opened.execute(
                "SELECT id, title, day FROM article WHERE key = ? AND gone IS NOT NULL", (key,)
            ).fetchone()
        )
        return ArticleFate(row[1], row[2], _present_name(opened, row[0])) if opened and row else None


@dataclass(frozen=True, slots=True)
class _Row:
    trace: Trace
    article: str
    live: bool
    successor: str | None
    rule: Rule | None


def _row(opened: sqlite3.Connection, passage_id: str) -> _Row | None:
    row = opened.execute(
        "SELECT passage.id, ordinal, text, units, article.id, passage.gone IS NULL, passage.successor, rule "
        "FROM passage JOIN article ON article.number = passage.article WHERE passage.id = ?",
        (passage_id,),
    ).fetchone()
    if row is None:
        return None
    id_, ordinal, text, units, article, live, successor, rule = row
    return _Row(Trace(id_, ordinal, text, unpacked(units)), article, bool(live), successor, rule and Rule(rule))


def _steps(opened: sqlite3.Connection, linked: _Row) -> list[_Row]:
    """The passage that was linked and its successors, to the last."""
    steps = [linked]
    while len(steps) < _STEPS and not steps[-1].live and steps[-1].successor:
        onward = _row(opened, steps[-1].successor)
        if onward is None:
            break
        steps.append(onward)
    return steps


def _rule(opened: sqlite3.Connection, steps: Sequence[_Row]) -> Rule:
    """What says most of how the last differs from the first."""
    first, last = steps[0], steps[-1]
    if first.trace.text == last.trace.text:
        return Rule.SAME if last.article == _present_name(opened, first.article) else Rule.MOVED
    changes = [row.rule for row in steps[:-1] if row.rule and row.rule not in {Rule.SAME, Rule.MOVED}]
    return changes[-1] if changes else Rule.EDITED


def _candidates(opened: sqlite3.Connection, row: _Row) -> Iterator[str]:
    """Where the nearest candidates are now."""
    for (id_,) in opened.execute(
        "SELECT candidate FROM candidate WHERE passage = ? ORDER BY place", (row.trace.id,)
    ).fetchall():
        candidate = _row(opened, id_)
        if candidate and (present := _steps(opened, candidate)[-1]).live:
            yield present.trace.id


def _present_name(opened: sqlite3.Connection, article: str) -> str | None:
    name: str | None = article
    for _ in range(_STEPS):
        row = opened.execute("SELECT gone, successor FROM article WHERE id = ?", (name,)).fetchone()
        if row is None or row[0] is None:
            return name if row else None
        name = row[1]
    return None
