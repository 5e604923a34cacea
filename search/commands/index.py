"""`whosaid index`: bring the index to what the folder of articles holds now."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from search.build_report import BuildReport, FileProblem, Outcome
from search.building import Job, Progress, Step
from search.commands import authority as authorities
from search.commands import index_option
from search.commands.output import counted, note, plain, say, warn
from search.config import Settings
from search.engines import DEFAULT_ENGINE, ENGINES
from search.indexer import build
from search.limits import WORKERS_MOST

_PARTLY, _NOTHING = 1, 2
_REASONS = 5  # problems the summary repeats
_MOMENT = 0.2  # seconds between two looks of the bar
_KINDS = 8  # of files, named with their number


@click.command("index")
@click.argument("corpus", default="seeds", type=click.Path(path_type=Path))
@index_option.option
@authorities.option
@click.option("--prune", is_flag=True, help="Remove articles whose file is no longer there.")
@click.option("--force", is_flag=True, help="Also where more than 30 % of the articles would be lost.")
@click.option("--strict", is_flag=True, help="Exit with 1 also for harmless remarks, such as a duplicate.")
@click.option("--engine", type=click.Choice(sorted(ENGINES)), default=DEFAULT_ENGINE, show_default=True)
@click.option("--workers", type=click.IntRange(1, WORKERS_MOST), help="Processes that write; else as many as pay.")
@click.option("--report", type=click.Path(path_type=Path, dir_okay=False), help="Write every problem as JSON lines.")
@click.pass_context
def command(  # noqa: PLR0913 - one parameter per option
    context: click.Context,
    *,
    corpus: Path,
    index: Path,
    choice: str | None,
    report: Path | None,
    workers: int | None,
    engine: str,
    prune: bool,
    force: bool,
    strict: bool,
) -> None:
    """Index the articles below the folder CORPUS (default: seeds). Only what changed is read again."""
    started = time.monotonic()
    authority = authorities.chosen(choice, corpus)
    settings = Settings.from_env()
    job = Job(
        corpus,
        index,
        engine,
        ENGINES,
        authority,
        prune=prune,
        force=force,
        workers=workers,
        ledger=settings.ledger,
        wordings=settings.keep_texts,
    )
    with _bar() as progress:
        done = build(job, progress)
    if report is not None:
        _write(report, done.problems)
    for found in done.news:
        warn(FileProblem(str(corpus / found.path), found.problem))
    if done.remembered.problem:
        warn(done.remembered.problem)
    _summary(done, job, time.monotonic() - started)
    context.exit(_code(done, strict=strict))


def _code(done: BuildReport, *, strict: bool) -> int:
    if done.outcome is Outcome.NOTHING:
        return _NOTHING
    refused = done.outcome is Outcome.REFUSED
    partly = refused or done.skipped or done.remembered.problem
    return _PARTLY if partly or (strict and done.problems) else 0


def _summary(done: BuildReport, job: Job, seconds: float) -> None:
    match done.outcome:
        case Outcome.NOTHING:
            note(f"whosaid: no article in {job.corpus} could be read (see above); {job.index} is as it was.")
            return
        case Outcome.REFUSED:
            lost = counted(done.lost, "article")
            note(f"whosaid: this build would lose {lost}, more than 30 %; {job.index} is as it was.")
            note("If that is right, run the command again with --force.")
            return
        case Outcome.UNCHANGED:
            say(f"Nothing changed in {job.corpus}; {job.index} is up to date (generation {done.generation}).")
        case Outcome.BUILT:
            say(f"Indexed {job.corpus} into {job.index} (generation {done.generation}).")
            if done.anew:
                say(f"All of it was built anew: {done.anew}.")
    for line in _lines(done, seconds):
        say(f"  {line}")


def _lines(done: BuildReport, seconds: float) -> Iterator[str]:
    if done.statistics:
        moves = f"{done.written:,} written, {done.kept:,} kept, {done.lost:,} removed"
        yield f"{counted(done.statistics.articles, 'article')} ({moves})"
        yield f"{counted(done.statistics.passages, 'passage')}, {done.statistics.searched:,} of them searched"
        yield counted(done.statistics.speakers, "speaker")
    if done.remembered.redirected or done.remembered.gone:
        yield f"links to {counted(done.remembered.redirected, 'passage')} redirected, {done.remembered.gone:,} gone"
    yield from _left_out(done)
    yield f"{seconds:.1f} seconds"


def _left_out(done: BuildReport) -> Iterator[str]:
    yield from (plain(str(found)) for found in done.skipped if not found.path)
    skipped = [found for found in done.skipped if found.path]
    if not skipped:
        yield "nothing skipped"
    if news := [found for found in skipped if found not in done.known]:
        yield _skipped(news)
    if known := len(done.known):
        here = len(done.known.intersection(skipped))
        about = f", {here:,} of them skipped" if here else ""
        yield f"{counted(known, 'known problem')}{about}; --report FILE lists {'it' if known == 1 else 'them'}"
    if twice := done.repeated.files + done.repeated.records:
        both = [("file", done.repeated.files), ("record", done.repeated.records)]
        which = " and ".join(counted(count, one) for one, count in both if count)
        same = "holds the same text as another and is" if twice == 1 else "hold the same text as others and are"
        yield f"{which} {same} kept once"
    if others := sum(count for _, count in done.others):
        kinds = [f"{plain(suffix) or 'without suffix'} {count:,}" for suffix, count in done.others]
        more = ["…"] if len(kinds) > _KINDS else []
        yield f"{counted(others, 'file')} of other kinds left out ({', '.join(kinds[:_KINDS] + more)})"


def _skipped(problems: list[FileProblem]) -> str:
    reasons = [plain(str(problem)) for problem in problems[:_REASONS]]
    more = len(problems) - len(reasons)
    return f"skipped {'; '.join(reasons)}" + (f"; and {more:,} more, named above" if more else "")


@contextmanager
def _bar() -> Iterator[Progress]:
    """A bar on standard error while articles are read, if that is a terminal, with the rate and the time left."""
    if not sys.stderr.isatty():
        yield lambda _step: None
        return
    started = shown = time.monotonic()
    with click.progressbar(length=1, label="Reading", file=sys.stderr, item_show_func=lambda line: line) as bar:

        def show(step: Step) -> None:
            nonlocal shown
            now = time.monotonic()
            if now - shown > _MOMENT or step.read == step.of:
                bar.length, shown = step.of, now
                bar.update(step.read - bar.pos, progress_line(step, now - started))

        yield show


def progress_line(step: Step, seconds: float) -> str:
    """How many passages are written, how many in a second, and how long the rest will take at this rate."""
    rate = step.passages / seconds if seconds else 0.0
    left = seconds * (step.of - step.read) / step.read if step.read else 0.0
    return f"{counted(step.passages, 'passage')}, {rate:,.0f} a second, {int(left // 60)}:{int(left % 60):02} left"


def _write(report: Path, problems: tuple[FileProblem, ...]) -> None:
    lines = [
        {"path": p.path, "line": p.problem.line, "reason": p.problem.reason, "skipped": not p.problem.harmless}
        for p in problems
    ]
    try:
        report.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="ascii")
    except OSError as problem:
        raise click.FileError(str(report), problem.strerror) from problem
