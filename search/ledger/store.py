"""The file of the ledger: its tables, and how it is opened to be read or written."""

from __future__ import annotations

import shlex
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from search.errors import LedgerError

FORMAT = 2
FILE_NAME = "ledger.sqlite3"
_APPLICATION = 0x57534C47  # tells a ledger from every other SQLite file
_PATIENCE = 5  # seconds to wait for another process to let go of the file
_CACHE = 64_000  # kibibytes; what does not fit is written through, so that memory stays bounded

# A passage is live where `gone` is null; `gone` and `since` count the generations that were followed, as `round` does.
# `since` is the round it last came to life in, and `made` when a round was, in UTC. What stays null: `successor` of the
# live and of what is gone for good, `wording` unless the operator wants texts to be kept.
_TABLES = """
CREATE TABLE state (round INTEGER NOT NULL, basis TEXT NOT NULL, wordings INTEGER NOT NULL);
INSERT INTO state VALUES (0, '', 0);
CREATE TABLE round (number INTEGER PRIMARY KEY, made TEXT NOT NULL);
CREATE TABLE article (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, key TEXT NOT NULL, title TEXT, day TEXT,
    reading TEXT NOT NULL, gone INTEGER, successor TEXT
);
CREATE INDEX article_by_key ON article (key);
CREATE TABLE passage (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, article INTEGER NOT NULL REFERENCES article,
    ordinal INTEGER NOT NULL, text TEXT NOT NULL, units BLOB NOT NULL, since INTEGER NOT NULL, gone INTEGER,
    successor TEXT, rule TEXT, wording TEXT
);
CREATE INDEX passage_by_article ON passage (article, ordinal);
CREATE INDEX passage_by_text ON passage (text);
CREATE INDEX passage_by_successor ON passage (successor) WHERE successor IS NOT NULL;
CREATE INDEX passage_by_since ON passage (since);
CREATE INDEX passage_by_gone ON passage (gone) WHERE gone IS NOT NULL;
CREATE TABLE candidate (
    passage TEXT NOT NULL, place INTEGER NOT NULL, candidate TEXT NOT NULL, PRIMARY KEY (passage, place)
) WITHOUT ROWID;
CREATE INDEX candidate_by_candidate ON candidate (candidate);
"""


def place_of(index: Path, stated: Path | None) -> Path:
    """Where the ledger of an index is: where the settings say, else in its folder."""
    return stated or index / FILE_NAME


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """The ledger to be changed, made where there is none: kept on a clean exit, else undone. Raises `LedgerError`."""
    with _named(path), closing(_opened(path)) as ledger:
        ledger.execute("PRAGMA secure_delete = ON")
        ledger.execute(f"PRAGMA cache_size = -{_CACHE}")
        ledger.execute("BEGIN IMMEDIATE")
        try:
            _prepare(ledger, path)
            yield ledger
            ledger.execute("COMMIT")
        finally:
            if ledger.in_transaction:
                ledger.execute("ROLLBACK")


def compact(path: Path) -> None:
    """Write the file anew, without the pages that were freed. Raises `LedgerError`."""
    with _named(path), closing(_opened(path)) as ledger:
        ledger.execute("VACUUM")


def demand_sound(path: Path) -> None:
    """Let SQLite look through the whole file, if there is one. Raises `LedgerError`."""
    with reading(path) as ledger:
        if ledger is not None and (found := ledger.execute("PRAGMA quick_check(1)").fetchone()[0]) != "ok":
            raise _unusable(path, f"is damaged ({found})")


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection | None]:
    """The ledger as it is; None where there is none. Nothing can be changed through it. Raises `LedgerError`."""
    if not path.exists():
        yield None
        return
    with _named(path), closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", _PATIENCE, uri=True)) as ledger:
        ledger.execute("BEGIN")  # one state of it, however long the reading takes
        if _empty(ledger):  # the very first build is at it
            yield None
            return
        _check(ledger, path)
        yield ledger


def _opened(path: Path) -> sqlite3.Connection:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise _unusable(path, f"cannot be made ({problem.strerror})") from problem
    return sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)


def _empty(ledger: sqlite3.Connection) -> bool:
    return bool(ledger.execute("SELECT count(*) = 0 FROM sqlite_master").fetchone()[0])


def _prepare(ledger: sqlite3.Connection, path: Path) -> None:
    if not _empty(ledger):
        _check(ledger, path)
        return
    for statement in filter(str.strip, _TABLES.split(";")):
        ledger.execute(statement)
    ledger.execute(f"PRAGMA application_id = {_APPLICATION}")
    ledger.execute(f"PRAGMA user_version = {FORMAT}")


def _check(ledger: sqlite3.Connection, path: Path) -> None:
    (application,) = ledger.execute("PRAGMA application_id").fetchone()
    (version,) = ledger.execute("PRAGMA user_version").fetchone()
    if application != _APPLICATION:
        raise _unusable(path, "is no ledger")
    if version != FORMAT:
        raise _unusable(path, f"has format {version}, this program reads {FORMAT}")


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Give what SQLite and the disk complain of the name of ours."""
    try:
        yield
    except sqlite3.OperationalError as problem:
        if problem.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            msg = f"the ledger {path} is being written by another process; wait for it to end, then try again"
            raise LedgerError(msg) from problem
        if problem.sqlite_errorcode & 0xFF == sqlite3.SQLITE_FULL:
            msg = f"no space left for the ledger {path}; free some, then run the command again"
            raise LedgerError(msg) from problem
        raise _unusable(path, f"cannot be used ({problem})") from problem
    except sqlite3.DatabaseError as problem:
        raise _unusable(path, f"is damaged ({problem})") from problem


def _unusable(path: Path, why: str) -> LedgerError:
    name = shlex.quote(str(path))
    return LedgerError(
        f"the ledger {path} {why}; links to edited passages cannot be followed. Move it away; then restore an export "
        f"of it with 'whosaid ledger import FILE' (WHOSAID_LEDGER={name}), or begin anew with 'whosaid index'"
    )
