"""The shape of the authority file: which tables and keys there are, and the line each stands on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NoReturn

from search.errors import AuthorityError

KEYS: Mapping[str, frozenset[str]] = {
    "person": frozenset({"name", "aliases", "short"}),
    "body": frozenset({"name", "variants"}),
    "office": frozenset({"title", "also", "body", "person", "from", "to", "shared"}),
}
_HEADER = re.compile(r"[ \t]*\[\[[ \t]*\"?(\w{1,40})\"?[ \t]*\]\]")


@dataclass(frozen=True, slots=True)
class Table:
    """One [[person]], [[body]] or [[office]] with its lines, so that a message can name the line."""

    kind: str
    values: Mapping[str, Any]
    line: int
    lines: tuple[str, ...]

    def refuse(self, reason: str, near: str = "") -> NoReturn:
        """Raise AuthorityError for `reason`, at the first line of this table that holds `near`."""
        at = next((n for n, text in enumerate(self.lines) if near and near in text), 0)
        msg = f"{self.line + at}: {reason}"
        raise AuthorityError(msg)

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

    def truth(self, key: str) -> bool:
        """The true or false under `key`; false if there is none."""
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            self.refuse(f"{key} is neither true nor false", key)
        return value


def tables_of(document: Mapping[str, Any], source: str) -> tuple[Table, ...]:
    """The tables of a parsed authority file, in the order of their kinds; `source` gives the line numbers."""
    lines = source.splitlines()
    blocks = _blocks(lines)
    tables: list[Table] = []
    for kind, entries in document.items():
        known = kind in KEYS
        if not known or not isinstance(entries, list) or not all(isinstance(each, dict) for each in entries):
            line = next((n for n, text in enumerate(lines, 1) if kind in text), 1)
            msg = f"{line}: “{kind}” is not one of [[{']], [['.join(KEYS)}]]"
            raise AuthorityError(msg)
        places = [(start, block) for name, start, block in blocks if name == kind]
        if len(places) != len(entries):
            line = next((n for n, text in enumerate(lines, 1) if kind in text), 1)
            msg = f"{line}: write every {kind} as a table of its own, under a line [[{kind}]]"
            raise AuthorityError(msg)
        for values, (line, block) in zip(entries, places, strict=True):
            table = Table(kind, values, line, block)
            for key in values:
                if key not in KEYS[kind]:
                    table.refuse(f"[[{kind}]] has no key “{key}”", key)
            tables.append(table)
    return tuple(tables)


def _blocks(lines: list[str]) -> list[tuple[str, int, tuple[str, ...]]]:
    """The kind, 1-based first line and lines of every table."""
    starts = [(n, match.group(1)) for n, text in enumerate(lines) if (match := _HEADER.match(text))]
    ends = [n for n, _ in starts[1:]] + [len(lines)]
    return [(name, start + 1, tuple(lines[start:end])) for (start, name), end in zip(starts, ends, strict=True)]
