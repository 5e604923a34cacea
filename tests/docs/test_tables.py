"""Tables of the documents against the tables of the program: queries, fields, limits, settings, commands."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import click
import pytest

from search import limits
from search.cli import whosaid as group
from search.config import VARIABLES
from search.fields import FIELDS

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
CODE = re.compile(r"(`{1,2})(?!`)(.+?)(?<!`)\1(?!`)")


class Row(NamedTuple):
    """One line of a table in a document."""

    where: str
    cells: tuple[str, ...]


def tables_in(path: Path) -> Iterator[tuple[tuple[str, ...], list[Row]]]:
    """The tables of a document: their head and their rows. A `|` inside code is no edge of a cell."""
    head: tuple[str, ...] = ()
    rows: list[Row] = []
    lines = [*path.read_text(encoding="utf-8").splitlines(), ""]
    for number, line in enumerate(lines, 1):
        if not line.startswith("|"):
            if head:
                yield head, rows
            head, rows = (), []
            continue
        bare = CODE.sub(lambda found: found[0].replace("|", "\0"), line)
        cells = tuple(cell.strip().replace("\0", "|") for cell in bare.strip("|").split("|"))
        if not head:
            head = cells
        elif not set("".join(cells)) <= {"-", ":"}:
            rows.append(Row(f"{path.relative_to(ROOT).as_posix()}:{number}", cells))


def rows_under(path: Path, *head: str) -> list[Row]:
    """The rows of every table of a document whose head begins so."""
    return [row for found, rows in tables_in(path) for row in rows if found[: len(head)] == head]


def code_in(cell: str) -> list[str]:
    return [found[2].strip() for found in CODE.finditer(cell)]


QUERIES = [row for path in DOCUMENTS for row in rows_under(path, "query", "passages")]
LANGUAGE = ROOT / "docs" / "query-language.md"
COMMANDS = ROOT / "docs" / "command-line.md"


@pytest.mark.parametrize("row", QUERIES, ids=lambda row: row.where)
def test_a_query_in_a_table_finds_as_many_passages_as_it_says(row: Row, whosaid: Callable[[str], Any]) -> None:
    queries = code_in(row.cells[0])
    assert queries
    for query in queries:
        outcome = whosaid(f"whosaid search --json -- {shlex.quote(query)}")
        assert outcome.code == 0, outcome.err
        assert json.loads(outcome.out)["total"] == int(row.cells[1]), query


def test_the_query_language_page_shows_what_each_form_finds() -> None:
    assert sum(row.where.startswith("docs/query-language.md") for row in QUERIES) >= 25


def test_the_query_language_page_lists_the_fields_as_they_are() -> None:
    listed = [(code_in(row.cells[0])[0], row.cells[1]) for row in rows_under(LANGUAGE, "field")]
    assert listed == [(field.name, field.label) for field in FIELDS]


def test_the_query_language_page_lists_the_limits_as_they_are() -> None:
    listed = {int(row.cells[1].replace(",", "")) for row in rows_under(LANGUAGE, "limit")}
    assert listed >= {
        limits.QUERY_CHARACTERS,
        limits.QUERY_WORDS,
        limits.QUERY_CLAUSES,
        limits.QUERY_NEGATIONS,
        limits.QUERY_DEPTH,
        limits.PHRASE_WORDS,
        limits.PHRASE_SAME_WORD,
        limits.PREFIX_LETTERS,
    }


def test_the_operating_page_lists_the_settings_as_they_are() -> None:
    rows = rows_under(ROOT / "docs" / "operating.md", "setting")
    listed = [(code_in(row.cells[0])[0], "".join(code_in(row.cells[1])), row.cells[2]) for row in rows]
    assert listed == [(variable.name, variable.default, variable.meaning) for variable in VARIABLES]


def commands_in(found: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command that does something, by the words that call it."""
    for name, command in found.commands.items():
        if isinstance(command, click.Group):
            yield from commands_in(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


@pytest.mark.parametrize(("name", "command"), sorted(commands_in(group)), ids=str)
def test_the_command_line_page_describes_each_command_with_its_options(name: str, command: click.Command) -> None:
    text = COMMANDS.read_text(encoding="utf-8")
    described = re.search(rf"^## `whosaid {name}\b.*?(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert described
    parameters = [parameter for parameter in command.params if isinstance(parameter, click.Option)]
    options = {option for parameter in parameters for option in parameter.opts if option.startswith("--")}
    assert options == set(re.findall(r"`(--[a-z-]+)", described[0]))


def test_a_bar_inside_code_is_no_edge_of_a_cell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "page.md"
    page.write_text("| query | passages |\n|---|---|\n| `a | b` and `` `c` `` | 3 |\n")
    monkeypatch.setitem(globals(), "ROOT", tmp_path)
    assert [(code_in(row.cells[0]), row.cells[1]) for row in rows_under(page, "query")] == [(["a | b", "`c`"], "3")]
