"""The shape of the authority file: which tables and keys there are, and the line each stands on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NoReturn

KEYS: Mapping[str, frozenset[str]] = {
    "person": frozenset({"name", "aliases", "short"}),
    "body": frozenset({"name", "variants"}),
    "office": frozenset({"title", "also", "body", "person", "from", "to", "shared"}),
    "merge": frozenset({"names", "into"}),
    "split": frozenset({"name", "into", "from", "to", "outlet", "place", "body"}),
    "correction": frozenset({"passage", "speakers", "reason"}),
}
_HEADER = re.compile(r"[ \t]*\[\[[ \t]*\"?(\w{1,40})\"?[ \t]*\]\]")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What is wrong in an authority file, and the 1-based line where it shows; 0 where it is the file as a whole."""

    line: int
    reason: str

    def __str__(self) -> str:
        """`12: …`, or the reason alone where there is no line."""
        return f"{self.line}: {self.reason}" if self.line else self.reason


class Refusal(Exception):  # noqa: N818 - it never leaves this package, where it ends the reading of one table
    """One table, or one value in it, cannot be used."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


@dataclass(frozen=True, slots=True)
class Table:
    """One table such as [[person]] with its lines, so that a message can name the line."""

    kind: str
    values: Mapping[str, Any]
    line: int
    lines: tuple[str, ...]

    def problem(self, reason: str, near: str = "") -> Problem:
        """A problem at the first line of this table that holds `near`, as a whole text if there is one."""
        whole = (n for n, text in enumerate(self.lines) if near and f'"{near}"' in text)
        part = (n for n, text in enumerate(self.lines) if near and near in text)
        return Problem(self.line + next(whole, next(part, 0)), reason)

    def refuse(self, reason: str, near: str = "") -> NoReturn:
        """Raise `Refusal`, at the first line of this table that holds `near`."""
        raise Refusal(self.problem(reason, near))

    def text(self, key: str) -> str:
        """The text under `key`, which must be there."""
        value = self.optional_text(key)
        if value is None:
            self.refuse(f"[[{self.kind}]] needs {key}")
        return value

    def optional_text(self, key: str) -> str | None:
        """The text under `key`, if there is one."""
        value = self.values.get(key)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            self.refuse(f"{key} is not a text", key)
        return " ".join(value.split())

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of texts under `key`, empty if there is none."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) and each.strip() for each in value):
            self.refuse(f"{key} is not a list of texts", key)
        return tuple(" ".join(each.split()) for each in value)

    def day(self, key: str) -> date:
        """The date under `key`, which must be there."""
        value = self.optional_day(key)
        if value is None:
            self.refuse(f"[[{self.kind}]] needs {key}")
        return value

    def optional_day(self, key: str) -> date | None:
        """The date under `key`, if there is one."""
        value = self.values.get(key)
        if value is None:
            return None
        if not isinstance(value, date) or isinstance(value, datetime):
            self.refuse(f"{key} is not a date such as 2024-08-03 (without quotes)", key)
        return value

    def days(self) -> tuple[date | None, date | None]:
        """The dates under `from` and `to`, of which either may be missing."""
        since, until = self.optional_day("from"), self.optional_day("to")
        if since is not None and until is not None and until < since:
            self.refuse(f"to ({until}) is before from ({since})", "to")
        return since, until

    def truth(self, key: str) -> bool:
        """The true or false under `key`; false if there is none."""
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            self.refuse(f"{key} is neither true nor false", key)
        return value


def tables_of(document: Mapping[str, Any], source: str) -> tuple[tuple[Table, ...], tuple[Problem, ...]]:
    """The tables of a parsed authority file, by kind, and what is wrong with their shape.

    `source` gives the line numbers. A table with an unknown key is among the tables all the same.
    """
    lines = source.splitlines()
    blocks = _blocks(lines)
    tables: list[Table] = []
    problems: list[Problem] = []
    for kind, entries in document.items():
        line = next((n for n, text in enumerate(lines, 1) if kind in text), 1)
        if kind not in KEYS or not isinstance(entries, list) or not all(isinstance(each, dict) for each in entries):
            problems.append(Problem(line, f"“{kind}” is not one of [[{']], [['.join(KEYS)}]]"))
            continue
        places = [(start, block) for name, start, block in blocks if name == kind]
        if len(places) != len(entries):
            problems.append(Problem(line, f"write every {kind} as a table of its own, under a line [[{kind}]]"))
            continue
        here = [Table(kind, values, start, block) for values, (start, block) in zip(entries, places, strict=True)]
        tables += here
        problems += [problem for table in here for problem in _unknown_keys(table)]
    return tuple(tables), tuple(problems)


def _unknown_keys(table: Table) -> Iterator[Problem]:
    for key in table.values:
        if key not in KEYS[table.kind]:
            yield table.problem(f"[[{table.kind}]] has no key “{key}”", key)


def _blocks(lines: list[str]) -> list[tuple[str, int, tuple[str, ...]]]:
    """The kind, 1-based first line and lines of every table."""
    starts = [(n, match.group(1)) for n, text in enumerate(lines) if (match := _HEADER.match(text))]
    ends = [*(n for n, _ in starts), len(lines)][1:]
    return [(name, start + 1, tuple(lines[start:end])) for (start, name), end in zip(starts, ends, strict=True)]
