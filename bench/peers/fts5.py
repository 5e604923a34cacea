"""SQLite's FTS5 with tables of facets beside it, as comes with Python."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from bench.asking import FACETS, HITS, Answer, Question
from bench.peers.rows import rows_of
from search.analysis import prefixes_of, query_tokens
from search.engines.stored import decode
from search.model import Passage
from search.tree import And, Everything, Has, Not, Or, Phrase, Prefix, Term, Tree


def missing() -> str | None:
    """Some builds of SQLite lack it."""
    options = sqlite3.connect(":memory:").execute("PRAGMA compile_options").fetchall()
    return None if ("ENABLE_FTS5",) in options else "this SQLite has no FTS5"


def build(articles: Iterable[tuple[Passage, ...]], folder: Path) -> None:
    """One transaction, then one merge."""
    folder.mkdir(parents=True)
    base = sqlite3.connect(folder / "passages.db")
    base.execute("CREATE VIRTUAL TABLE texts USING fts5(stems, words, tokenize = 'unicode61 remove_diacritics 0')")
    base.execute("CREATE TABLE passages (id INTEGER PRIMARY KEY, stored BLOB)")
    for name in FACETS:
        base.execute(f"CREATE TABLE {name} (value TEXT, id INTEGER, PRIMARY KEY (value, id)) WITHOUT ROWID")
    for number, row in enumerate(rows_of(articles)):
        stems, words = _lettered(row.stems), _lettered(row.words)
        base.execute("INSERT INTO texts (rowid, stems, words) VALUES (?, ?, ?)", (number, stems, words))
        base.execute("INSERT INTO passages VALUES (?, ?)", (number, row.stored))
        for name, values in row.values.items():
            base.executemany(f"INSERT INTO {name} VALUES (?, ?)", [(v, number) for v in values])  # noqa: S608 - ours
    base.execute("INSERT INTO texts (texts) VALUES ('optimize')")
    for name in FACETS:
        base.execute(f"CREATE INDEX {name}_of ON {name} (id, value)")
    base.commit()
    base.execute("ANALYZE")
    base.commit()
    base.close()


def _lettered(tokens: str) -> str:
    """Its tokenizer divides at signs, which codes, numbers and contractions hold: they stand as one letter."""
    return (
        tokens if tokens.replace(" ", "").isalnum() else "".join(c if c.isalnum() or c == " " else "ǂ" for c in tokens)
    )


def open_(folder: Path) -> Fts5:
    """The database in a folder."""
    return Fts5(folder)


class Fts5:
    """One connection; what the text matches is kept in a temporary table while the facets are counted."""

    def __init__(self, folder: Path) -> None:
        self._base = sqlite3.connect(folder / "passages.db")
        self._base.execute("PRAGMA temp_store = MEMORY")
        self._base.execute("PRAGMA mmap_size = 4294967296")
        self._base.execute("CREATE TEMP TABLE found (id INTEGER PRIMARY KEY)")

    def answer(self, question: Question) -> Answer:
        """Match once, then rank, count and survey."""
        match = expression(question.tree)
        self._base.execute("DELETE FROM found")
        source = "SELECT rowid FROM texts WHERE texts MATCH ?" if match else "SELECT id FROM passages"
        asked = (match,) if match else ()
        self._base.execute(f"INSERT INTO found {source}", asked)
        where, values = _conditions(question.without(None))
        total = self._base.execute(f"SELECT count(*) FROM found WHERE {where}", values).fetchone()[0]  # noqa: S608
        if match:
            top = self._base.execute(
                "SELECT passages.stored, highlight(texts, 0, '<', '>') FROM texts JOIN found ON found.id = texts.rowid"  # noqa: S608
                f" JOIN passages ON passages.id = found.id WHERE texts MATCH ? AND {where} ORDER BY rank LIMIT {HITS}",
                (match, *values),
            ).fetchall()
        else:
            top = self._base.execute(
                "SELECT stored FROM passages AS found"  # noqa: S608
                f" WHERE {where} ORDER BY found.id LIMIT {HITS}",
                values,
            ).fetchall()
        for row in top:
            decode(row[0])
        return Answer(total, {facet: self._counts(facet, question) for facet in FACETS}, len(top))

    def _counts(self, facet: str, question: Question) -> dict[str, int]:
        where, values = _conditions(question.without(facet))
        sql = (
            f"SELECT {facet}.value, count(*) FROM found JOIN {facet} ON {facet}.id = found.id"  # noqa: S608
            f" WHERE {where} GROUP BY {facet}.value"
        )
        return dict(self._base.execute(sql, values).fetchall())


def _conditions(chosen: dict[str, tuple[str, ...]]) -> tuple[str, list[str]]:
    """The SQL that the filters come to, and its values."""
    parts, values = ["1"], []
    for facet, wanted in chosen.items():
        bounds = [value.split("..") if ".." in value else (value, value) for value in wanted]
        some = " OR ".join("value BETWEEN ? AND ?" for _ in bounds)
        parts.append(f"found.id IN (SELECT id FROM {facet} WHERE {some})")  # noqa: S608 - names are ours
        values += [bound for first, last in bounds for bound in (first or "", last or "9999")]
    return " AND ".join(parts), values


def expression(tree: Tree) -> str:
    """The tree in the language of FTS5; empty for everything."""
    match tree:
        case Everything():
            return ""
        case Term(word):
            return f'stems : "{_lettered(" ".join(t.stem for t in query_tokens(word)))}"'
        case Phrase(words):
            return f'words : "{_lettered(" ".join(t.word for t in query_tokens(" ".join(words))))}"'
        case Prefix(letters):
            return "(" + " OR ".join(f'words : "{_lettered(p)}" *' for p in prefixes_of(letters)) + ")"
        case And(children):
            kept = [expression(child) for child in children if not isinstance(child, Not)]
            refused = [expression(child.child) for child in children if isinstance(child, Not)]
            return f"(({' AND '.join(kept)})" + "".join(f" NOT {one}" for one in refused) + ")"
        case Or(children):
            return "(" + " OR ".join(expression(child) for child in children) + ")"
        case Not() | Has():
            msg = "FTS5 has no lonely negation, and filters stand beside the text"
            raise ValueError(msg)
