"""`whosaid evaluate`: how good extraction and ranking are, against judged articles and collections."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import click

from search.authority import Authority
from search.commands import authority as authorities
from search.commands import ranking
from search.commands.output import note, plain, say, warn
from search.config import Settings
from search.errors import ConfigError
from search.evaluation import floors as levels
from search.evaluation.attribution import Case, Verdict, score
from search.evaluation.facts import read_facts, score_facts
from search.evaluation.judgements import read_judgements
from search.evaluation.polnear import read_polnear, score_polnear
from search.evaluation.report import Row, change, keep, measured, recall_last, rows
from search.extract import passages_of
from search.identity import hash16
from search.model import Article, Passage
from search.readers import read
from search.sources import load


@click.group("evaluate")
def command() -> None:
    """Measure against judged data. Nothing is built or changed."""


command.add_command(ranking.command)


@command.command("attribution")
@authorities.option
@click.option("--articles", "folder", type=click.Path(path_type=Path), help="Where the judged files are.")
@click.option("--errors", is_flag=True, help="List every wrong and missed speaker.")
@click.option("--floors", type=click.Path(path_type=Path), help="Fail when a measure is below its floor in this file.")
@click.option("--raise-floors", is_flag=True, help="Write the measures into the floors file.")
@click.option("--reason", help="Why a floor may fall.")
@click.argument("gold", type=click.Path(path_type=Path))
@click.pass_context
def attribution(  # noqa: PLR0913 - one parameter per option of the command
    context: click.Context,
    gold: Path,
    *,
    choice: str | None,
    folder: Path | None,
    floors: Path | None,
    reason: str | None,
    errors: bool,
    raise_floors: bool,
) -> None:
    """Compare the speakers found in articles with the judgements in the folder GOLD."""
    judgements = read_judgements(gold)
    files = tuple(dict.fromkeys(judgement.file for judgement in judgements))
    place = folder or _articles_of(gold, files[0])
    authority = authorities.chosen(choice, place)
    articles = {file: _read(place, file, authority) for file in files}
    passages = {file: article.passages for file, article in articles.items()}
    cases = score(judgements, passages, {file: article.text for file, article in articles.items() if article.text})
    cases += score_facts(read_facts(gold), passages)
    table = tuple(rows(cases))
    for line in _table(table):
        say(line)
    if errors:
        _list_errors(cases)
    _compare(cases, Settings.from_env().index / "evaluation" / f"{hash16(str(gold.resolve()), str(choice))}.json")
    if floors is not None and not _hold(floors, table, reason, raising=raise_floors):
        context.exit(1)


@command.command("polnear")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Only the first N articles.")
@click.option("--errors", is_flag=True, help="List every wrong and missed speaker.")
@click.argument("file", type=click.Path(path_type=Path))
def polnear(file: Path, *, limit: int | None, errors: bool) -> None:
    """Compare with the named sources annotated in FILE, paragraphs of PolNeAR as .jsonl or .jsonl.gz."""
    cases = score_polnear(read_polnear(file), limit)
    for line in _table(tuple(rows(cases))):
        say(line)
    if errors:
        _list_errors(cases)


def _list_errors(cases: Sequence[Case]) -> None:
    for case in cases:
        if case.verdict is not Verdict.RIGHT:
            say(plain(str(case)))


def _articles_of(gold: Path, file: str) -> Path:
    """The folder beside or in GOLD that holds the judged files."""
    places = (gold, gold / "text", gold / "articles", gold.parent / "seeds")
    for place in places:
        if (place / file).is_file():
            return place
    tried = ", ".join(str(place) for place in places)
    msg = f"{file} is in none of {tried}: say where with --articles"
    raise ConfigError(msg)


class _Read(NamedTuple):
    """What was read from a judged file; `text` only where it holds one article, whose lines are those of the file."""

    passages: tuple[Passage, ...]
    text: str | None


def _read(place: Path, file: str, authority: Authority | None) -> _Read:
    passages: list[Passage] = []
    texts: list[str] = []
    for found in read(load(place, Path(file))):
        if isinstance(found, Article):
            passages += passages_of(found, authority)
            texts.append(found.text)
        else:
            warn(found)
    return _Read(tuple(passages), texts[0] if len(texts) == 1 else None)


def _table(table: Sequence[Row]) -> list[str]:
    head = f"{'':22}{'P':>7}{'R':>7}{'F1':>7}{'right':>7}{'wrong':>7}{'missed':>7}"
    lines = [head]
    for row in table:
        c = row.counts
        figures = "".join(f"{'-' if value is None else f'{value:.3f}':>7}" for value in (c.precision, row.recall, c.f1))
        lines.append(f"{row.name:22}{figures}{c.right:>7}{c.wrong:>7}{c.missed:>7}")
    return lines


def _compare(cases: tuple[Case, ...], path: Path) -> None:
    before = recall_last(path)
    keep(cases, path)
    if before is None:
        note("First run: nothing to compare with.")
        return
    changed = change(before, cases)
    for title, names in (("gained", changed.gained), ("lost", changed.lost)):
        say(f"{title}: {len(names)} since the last run")
        for name in names:
            say(f"  {name}")


def _hold(path: Path, table: Sequence[Row], reason: str | None, *, raising: bool) -> bool:
    values = measured(table)
    floors = levels.read_floors(path) if path.is_file() or not raising else {}
    if raising:
        path.write_text(levels.spell_floors(levels.raised(floors, values, reason)), encoding="utf-8")
        note(f"Floors written to {path}.")
        return True
    problems = levels.below(floors, values)
    for problem in problems:
        note(f"FLOOR {problem}")
    return not problems
