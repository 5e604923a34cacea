"""Who is heard when: speakers by years (or by the months of one), as counts or as rates, each number a link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from search import BY_NAME, FacetValue, Filter, Query, Table
from webapp.links import Links
from webapp.pages import Choice, Form
from webapp.params import kept_of
from webapp.periods import in_words
from webapp.rendering import count
from webapp.timeline import chosen_year

ROWS = 20  # the most heard; "more" shows the next
MOST_ROWS = 500
_COLUMNS = 12  # more years than that are taken together
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 1000, 10_000)
_SHADES = 4  # of a cell, by its share of the highest
_PER = 1000


@dataclass(frozen=True, slots=True)
class Cell:
    """A number with its link; `told` says what it counts. Where nothing was said there is no link."""

    text: str
    told: str
    link: str | None
    shade: int


@dataclass(frozen=True, slots=True)
class Line:
    """A speaker's numbers, in the order of the columns, and then all of them together."""

    label: str
    none: bool
    link: str
    cells: tuple[Cell, ...]
    total: str


@dataclass(frozen=True, slots=True)
class Column:
    """A year, a run of years or a month: its values, what its links choose, and its passages in the archive."""

    label: str
    values: tuple[str | None, ...]
    filters: tuple[Filter, ...]
    searched: int


@dataclass(frozen=True, slots=True)
class TablePage:
    """The table, ready to print. `more` are the speakers that are not shown."""

    form: Form
    within: str
    complete: bool
    columns: tuple[Column, ...]
    heads: tuple[Choice, ...]
    lines: tuple[Line, ...]
    speakers: int
    more: Choice | None
    measures: tuple[Choice, ...]
    months: bool
    back: str
    canonical: str


def columns_for(query: Query) -> str:
    """The field of the columns: months once one year is chosen."""
    return "month" if chosen_year(query) else "year"


def table_page(table: Table, links: Links, *, rates: bool, rows: int) -> TablePage:
    """The page for a table of speakers by time; `rates` are per 1,000 searched passages of the same time."""
    columns = columns_of(table)
    speakers = [row for row in table.rows.values if row.value is not None]
    nobody = [row for row in table.rows.values if row.value is None]
    shown = [*speakers[:rows], *nobody]
    counts = {(row.value, column): _sum(table, row, column) for row in shown for column in columns}
    named = ((column, n) for (row, column), n in counts.items() if row is not None)
    highest = max((_worth(n, column, rates=rates) for column, n in named), default=0.0)

    def cell(row: FacetValue, column: Column) -> Cell:
        number = counts[row.value, column]
        worth = _worth(number, column, rates=rates)
        query = table.query.narrowed(Filter(table.rows.name, row.value), *column.filters)
        return Cell(
            text=f"{worth:,.1f}" if rates else count(number),
            told=f"{row.label}, {column.label}: {count(number)} of {count(column.searched)} passages",
            link=links.search(query) if number else None,
            shade=_shade(worth, highest),
        )

    def line(row: FacetValue) -> Line:
        whole = links.search(table.query.narrowed(Filter(table.rows.name, row.value)))
        return Line(row.label, row.value is None, whole, tuple(cell(row, c) for c in columns), count(row.count))

    left = min(len(speakers), MOST_ROWS) - rows
    return TablePage(
        form=Form(table.query.text, kept_of(table.query)),
        within=table.query.text.strip(),
        complete=table.complete,
        columns=columns,
        heads=tuple(_head(column, table, links, rates=rates) for column in columns),
        lines=tuple(map(line, shown)),
        speakers=len(speakers),
        more=Choice(f"{count(left)} more", links.table(table.query, rates=rates, rows=MOST_ROWS)) if left > 0 else None,
        measures=(
            Choice("passages", links.table(table.query), not rates),
            Choice("per 1,000 passages", links.table(table.query, rates=True), rates),
        ),
        months=table.columns.name == "month",
        back=links.search(table.query),
        canonical=links.table(table.query, rates=rates),
    )


def columns_of(table: Table) -> tuple[Column, ...]:
    """Columns from the earliest on, many years taken together; what has no date comes last."""
    name = table.columns.name
    known = sorted(value.value for value in table.columns.values if value.value is not None)
    if name == "year" and known and int(known[-1]) - int(known[0]) >= _COLUMNS:
        columns = list(_runs(table, known))
    else:
        columns = [_column(in_words(name, value), (value,), (value,), table) for value in known]
    if any(value.value is None for value in table.columns.values):
        columns.append(_column(BY_NAME[name].label_of(None), (None,), (None,), table))
    return tuple(columns)


def _head(column: Column, table: Table, links: Links, *, rates: bool) -> Choice:
    """A run of years leads to its years, a year to its months."""
    opened = table.columns.name == "year" and column.values != (None,)
    query = table.query.narrowed(*column.filters)
    return Choice(column.label, links.table(query, rates=rates) if opened else links.search(query))


def _runs(table: Table, years: list[str]) -> Iterator[Column]:
    """Runs of years. If some years are chosen, a run is of those; else of all years from its first to its last."""
    first, last = int(years[0]), int(years[-1])
    step = next(step for step in _STEPS if (last - first) // step < _COLUMNS)
    chosen = any(f.facet == "year" for f in table.query.filters)
    for start in range(first - first % step, last + 1, step):
        end = start + step - 1
        within = [year for year in years if start <= int(year) <= end]
        if within:
            every = [year for year in table.searched if year is not None and start <= int(year) <= end]
            span = f"{start:04d}..{end:04d}"
            label = f"{start}\N{EN DASH}{end}"
            yield _column(label, within if chosen else every, within if chosen else [span], table)


def _column(label: str, values: Sequence[str | None], filters: Sequence[str | None], table: Table) -> Column:
    chosen = tuple(Filter(table.columns.name, value) for value in filters)
    return Column(label, tuple(values), chosen, sum(table.searched.get(value, 0) for value in values))


def _sum(table: Table, row: FacetValue, column: Column) -> int:
    """A passage is of one year at most, so no one is counted twice."""
    return sum(table.cells.get((row.value, value), 0) for value in column.values)


def _worth(number: int, column: Column, *, rates: bool) -> float:
    return _PER * number / column.searched if rates and column.searched else float(number)


def _shade(worth: float, highest: float) -> int:
    """How dark a cell is; where nobody is named it may be worth more than the highest of those who are."""
    return min(_SHADES, -int(-_SHADES * worth // highest)) if worth and highest else 0
