"""`whosaid authority`: what is wrong in an authority file, and what another one would change."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from search.authority import problems_in, read_authority
from search.authority_diff import Difference, differences
from search.commands.authority import FILE_NAME, chosen
from search.commands.output import counted, note, plain, say, warn
from search.corpus import paths_of, survey_of
from search.errors import SourceError
from search.readers.source import Remark


@click.group("authority")
def command() -> None:
    """Look at the file that says who holds which office. Nothing is built or changed."""


@command.command("check")
@click.argument("path", type=click.Path(path_type=Path), default=Path("seeds") / FILE_NAME)
@click.pass_context
def check(context: click.Context, path: Path) -> None:
    """Report everything that is wrong in the authority file PATH (default: seeds/authority.toml), with its lines."""
    problems = problems_in(path)
    for problem in problems:
        say(plain(f"{path}:{problem}" if problem.line else f"{path}: {problem}"))
    if problems:
        note(f"{counted(len(problems), 'problem')} in {path}.")
        context.exit(1)
    found = read_authority(path)
    sizes = (
        counted(len(found.persons), "person"),
        counted(len(found.bodies), "body", "bodies"),
        counted(len(found.offices), "office row"),
        counted(len(found.merges), "merge"),
        counted(len(found.splits), "split"),
        counted(len(found.corrections), "correction"),
    )
    say(f"{path}: nothing wrong. {', '.join(sizes)}.")


@command.command("diff")
@click.option(
    "--against",
    metavar="PATH|none",
    help=f"What NEW is compared with. Default: {FILE_NAME} in CORPUS, if there is one.",
)
@click.argument("new", metavar="NEW|none")
@click.argument("corpus", type=click.Path(path_type=Path), default=Path("seeds"))
@click.pass_context
def diff(context: click.Context, *, new: str, against: str | None, corpus: Path) -> None:
    """Show which passages of the articles in CORPUS (default: seeds) would be read otherwise with the authority NEW."""
    after, before = chosen(new, corpus), chosen(against, corpus)
    totals: Counter[str] = Counter()
    passages: set[str] = set()
    failed = False
    for file in survey_of(corpus, paths_of(corpus)):
        try:
            source = file.load()
        except SourceError as problem:
            warn(problem)
            failed = True
            continue
        for found in differences(source, before, after):
            match found:
                case Difference():
                    totals[found.aspect] += 1
                    passages.add(found.passage_id)
                    say(plain(str(found)))
                case SourceError():
                    warn(found)
                    failed = True
                case Remark():
                    warn(found)
    say(f"{counted(len(passages), 'passage')} would change" + (":" if totals else "."))
    for aspect, count in totals.most_common():
        say(f"  {aspect} in {count}")
    if failed:
        context.exit(1)
