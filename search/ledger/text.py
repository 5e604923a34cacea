"""The ledger as text, one JSON object a line: to be kept elsewhere, compared, and made a ledger again.

The first line tells the format and how far the ledger has followed; then come the articles, each before its passages.
"""

from __future__ import annotations

import base64
import binascii
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from search.errors import LedgerError, SourceError
from search.identity import article_key
from search.ledger.store import FORMAT, reading, writing
from search.ledger.succession import Rule
from search.ledger.trace import unpacked

_TYPES: dict[str, tuple[type, ...]] = {
    "ledger": (int,), "round": (int,), "made": (list,), "basis": (str,), "wordings": (int,),
    "article": (str,), "title": (str, type(None)), "day": (str, type(None)), "reading": (str,),
    "passage": (str,), "ordinal": (int,), "text": (str,), "units": (str,), "since": (int,),
    "gone": (int, type(None)), "successor": (str, type(None)), "rule": (str, type(None)), "wording": (str, type(None)),
    "candidates": (list,),
}  # fmt: skip
_KEYS = {
    "ledger": {"ledger", "round", "made", "basis", "wordings"},
    "article": {"article", "title", "day", "reading", "gone", "successor"},
    "passage": {
        "passage", "ordinal", "text", "units", "since", "gone", "successor", "rule", "wording", "candidates",
    },
}  # fmt: skip
_ARTICLES = "SELECT number, id AS article, title, day, reading, gone, successor FROM article ORDER BY id"
_PASSAGES = """
SELECT id AS passage, ordinal, text, units, since, gone, successor, rule, wording FROM passage
WHERE article = ? ORDER BY ordinal, id
"""
_ADD_ARTICLE = """
INSERT INTO article (id, key, title, day, reading, gone, successor)
VALUES (:article, :key, :title, :day, :reading, :gone, :successor)
"""
_ADD_PASSAGE = """
INSERT INTO passage (id, article, ordinal, text, units, since, gone, successor, rule, wording)
VALUES (:passage, :article, :ordinal, :text, :units, :since, :gone, :successor, :rule, :wording)
"""
_LEADS_BACK = """
SELECT passage.id FROM passage LEFT JOIN passage AS next ON next.id = passage.successor
WHERE passage.successor IS NOT NULL AND (passage.gone IS NULL OR next.id IS NULL OR next.gone <= passage.gone) LIMIT 1
"""  # a successor was still there when the passage was gone, so no chain can turn back


def lines_of(ledger: Path) -> Iterator[str]:
    """The ledger as lines, in a fixed order. Raises `LedgerError`."""
    with reading(ledger) as opened:
        if opened is None:
            msg = f"there is no ledger in {ledger}; 'whosaid index' makes one"
            raise LedgerError(msg)
        rounds, basis, wordings = opened.execute("SELECT round, basis, wordings FROM state").fetchone()
        made = [time for (time,) in opened.execute("SELECT made FROM round ORDER BY number")]
        yield _line({"ledger": FORMAT, "round": rounds, "made": made, "basis": basis, "wordings": wordings})
        for article in _records(opened, _ARTICLES):
            number = article.pop("number")
            yield _line(article)
            for passage in _records(opened, _PASSAGES, number):
                near = opened.execute(
                    "SELECT candidate FROM candidate WHERE passage = ? ORDER BY place", (passage["passage"],)
                )
                units = base64.b64encode(passage["units"]).decode("ascii")
                yield _line({**passage, "units": units, "candidates": [candidate for (candidate,) in near]})


def _records(opened: sqlite3.Connection, statement: str, *values: object) -> Iterator[dict[str, Any]]:
    with closing(opened.cursor()) as cursor:
        cursor.row_factory = sqlite3.Row
        yield from map(dict, cursor.execute(statement, values))


def _line(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=True)


def read_text(ledger: Path, lines: Iterable[str], name: str) -> int:
    """Make the ledger that `lines_of` gave these lines of; how many passages it holds.

    Raises `SourceError` for a line that is none of its, and `LedgerError` where there is a ledger already.
    """
    if ledger.exists():
        msg = f"there is a ledger in {ledger} already; move it away, then import again"
        raise LedgerError(msg)
    unfinished = ledger.with_name(f"{ledger.name}.new")
    unfinished.unlink(missing_ok=True)
    try:
        with writing(unfinished) as opened:
            _read(opened, lines, name)
            if found := opened.execute(_LEADS_BACK).fetchone():
                raise SourceError(name, f"the successor of passage {found[0]!r} is not one that came after it")
            (passages,) = opened.execute("SELECT count(*) FROM passage").fetchone()
        unfinished.replace(ledger)
    finally:
        unfinished.unlink(missing_ok=True)
    return int(passages)


def _read(opened: sqlite3.Connection, lines: Iterable[str], name: str) -> None:
    article: int | None = None
    number = 0
    for number, line in enumerate(lines, start=1):
        try:
            record = _record(line, ("article", "passage") if number > 1 else ("ledger",))
            if number == 1:
                opened.execute("UPDATE state SET round = :round, basis = :basis, wordings = :wordings", record)
                opened.executemany("INSERT INTO round VALUES (?, ?)", _rounds(record))
            elif "article" in record:
                article = _add_article(opened, record)
            else:
                _add_passage(opened, record, article)
        except (ValueError, sqlite3.IntegrityError) as problem:
            raise SourceError(name, f"no line of a ledger ({problem})", number) from problem
    if not number:
        raise SourceError(name, "empty: no export of a ledger")


def _rounds(record: dict[str, Any]) -> list[tuple[int, str]]:
    """Each round with its time."""
    if len(record["made"]) != record["round"]:
        msg = f"{len(record['made'])} times of {record['round']} rounds"
        raise ValueError(msg)
    return [(number, str(time)) for number, time in enumerate(record["made"], start=1)]


def _record(line: str, kinds: tuple[str, ...]) -> dict[str, Any]:
    record = json.loads(line)
    kind = next((kind for kind in kinds if isinstance(record, dict) and record.keys() == _KEYS[kind]), None)
    if kind is None:
        msg = f"neither of {', '.join(kinds)}"
        raise ValueError(msg)
    for key, value in record.items():
        if not isinstance(value, _TYPES[key]):
            msg = f"{key} is {value!r}"
            raise ValueError(msg)  # noqa: TRY004 - a line of the wrong content, whatever is wrong with it
    if record.get("ledger", FORMAT) != FORMAT:
        msg = f"format {record['ledger']}, this program reads {FORMAT}"
        raise ValueError(msg)
    return dict(record)


def _add_article(opened: sqlite3.Connection, record: dict[str, Any]) -> int | None:
    return opened.execute(_ADD_ARTICLE, {**record, "key": article_key(record["article"])}).lastrowid


def _add_passage(opened: sqlite3.Connection, record: dict[str, Any], article: int | None) -> None:
    try:
        units = base64.b64decode(record["units"], validate=True)
    except binascii.Error as problem:
        msg = "units are no base64"
        raise ValueError(msg) from problem
    unpacked(units)
    if record["rule"] is not None:
        Rule(record["rule"])
    opened.execute(_ADD_PASSAGE, {**record, "units": units, "article": article})
    rows = ((record["passage"], place, str(candidate)) for place, candidate in enumerate(record["candidates"]))
    opened.executemany("INSERT INTO candidate VALUES (?, ?, ?)", rows)
