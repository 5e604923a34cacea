"""Erasing what the ledger remembers of an article, so that nothing of it is left in the file."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from search.errors import NotFoundError
from search.identity import article_key, hash16
from search.ledger.store import compact, reading, writing

_ONE_STEP = """
UPDATE passage SET successor = (SELECT erased.successor FROM erased WHERE erased.id = passage.successor)
WHERE successor IN (SELECT id FROM erased) AND id NOT IN (SELECT id FROM erased)
"""
_RENAMED = """
UPDATE article SET successor = (SELECT successor FROM article WHERE number = :number)
WHERE successor = (SELECT id FROM article WHERE number = :number)
"""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many passages were erased; `published` is how many stay, because the article is in the index."""

    passages: int
    published: int


def forget(ledger: Path, name: str) -> Forgotten:
    """Erase every passage that an article had and has not any more; of one that is gone, the article as well.

    `name` is its id, its key in an address, or the path of its file in the corpus. Links that led through what is
    erased still reach what they led to. Raises `NotFoundError` and `LedgerError`.
    """
    with reading(ledger) as there:
        if there is None or _number(there, name) is None:
            msg = (
                f"the ledger {ledger} knows no article {name!r}; give its id, the last part of its address or its file"
            )
            raise NotFoundError(msg)
    with writing(ledger) as opened:
        number = _number(opened, name)
        opened.execute("CREATE TEMP TABLE erased (id TEXT PRIMARY KEY, successor TEXT) WITHOUT ROWID")
        opened.execute(
            "INSERT INTO erased SELECT id, successor FROM passage WHERE article = ? AND gone IS NOT NULL", (number,)
        )
        _lead_past(opened)
        opened.execute("DELETE FROM candidate WHERE passage IN (SELECT id FROM erased)")
        opened.execute("DELETE FROM candidate WHERE candidate IN (SELECT id FROM erased)")
        passages = opened.execute("DELETE FROM passage WHERE id IN (SELECT id FROM erased)").rowcount
        (published,) = opened.execute("SELECT count(*) FROM passage WHERE article = ?", (number,)).fetchone()
        if not published:
            opened.execute(_RENAMED, {"number": number})
            opened.execute("DELETE FROM article WHERE number = ?", (number,))
    compact(ledger)
    return Forgotten(passages, published)


def _number(opened: sqlite3.Connection, name: str) -> int | None:
    row = opened.execute(
        "SELECT number FROM article WHERE id IN (?, ?) OR key = ? ORDER BY id != ? LIMIT 1",
        (name, hash16(name), article_key(name), name),
    ).fetchone()
    return int(row[0]) if row else None


def _lead_past(opened: sqlite3.Connection) -> None:
    """Let what leads to an erased passage lead to that one's successor, step by step to one that stays."""
    while opened.execute(_ONE_STEP).rowcount:
        pass
    opened.execute("UPDATE passage SET rule = NULL WHERE gone IS NOT NULL AND successor IS NULL AND rule IS NOT NULL")
