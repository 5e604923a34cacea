"""A corpus to a generation of the index: reads what changed, keeps the rest, and hides no failure."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from search import generations
from search.build_report import BuildReport, FileProblem, Outcome, problems_of, repeated_of
from search.building import Before, Building, Job, Progress
from search.code import code_hash
from search.corpus import paths_of, survey_of
from search.errors import IndexStateError, NoSpaceError, SearchError
from search.fields import fingerprint
from search.limits import SPACE_SHARE
from search.manifest import Basis, read_manifest, verify
from search.remembering import NOTHING
from search.sources import other_files

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


def build(job: Job, progress: Progress = lambda _step: None) -> BuildReport:
    """Bring the index to what the corpus holds now; `CURRENT` moves only to a finished, verified generation.

    Raises `CorpusError`, `IndexStateError` where another build is at work, and `NoSpaceError`; the index is then as
    it was, as it is after any other exception.
    """
    paths = paths_of(job.corpus)
    with _writing(job.index), generations.locked(job.index):  # a second writer is told before it reads anything
        corpus = survey_of(job.corpus, paths)
        basis = Basis(job.engine, fingerprint(), code_hash(), job.authority.sha256 if job.authority else None)
        before, damage = _before(job, basis)
        remembered = before.remembered(job) if before else NOTHING
        building = Building(job, basis, corpus, before, progress)
        if before is None or _changed(building):
            _demand_space(building)
            report = building.run()
        else:
            report = _nothing_changed(building, before)
        remembered = remembered.and_then(report.remembered)
        return replace(report, anew=report.anew or damage, others=other_files(job.corpus), remembered=remembered)


def _before(job: Job, basis: Basis) -> tuple[Before | None, str | None]:
    """The generation there is, every byte of it verified; else None, with what is wrong with it."""
    try:
        number = generations.current(job.index)
        if number is None:
            return None, None
        place = generations.folder(job.index, number)
        manifest = read_manifest(place)
        files = place / generations.ENGINE_FOLDER
        verify(files, manifest, hashes=True)
    except IndexStateError as damage:
        return None, str(damage)
    kind = job.engines.get(manifest.basis.engine)
    if kind is None:
        return None, f"the engine {manifest.basis.engine!r} is not known here"
    return Before(number, manifest, kind, files, manifest.basis.difference(basis)), None


def _changed(building: Building) -> bool:
    if not building.branched:
        return True
    here = {file.name: file for file in building.corpus}
    for entry in building.earlier.values():
        file = here.pop(entry.path, None)
        if file is None:
            same = entry.missing and not building.job.prune
        else:
            same = entry.missing if file.sha256 is None else not entry.missing and file.sha256 == entry.sha256
        if not same:
            return True
    return any(file.sha256 for file in here.values())


def _demand_space(building: Building) -> None:
    """Refuse a build that would only fill the disk and be undone. Raises `NoSpaceError`."""
    wanted = int(SPACE_SHARE * sum(file.size for file in building.unread))
    if (free := _free(building.job.index)) < wanted:
        spaces = f"about {wanted:,} bytes are needed and {free:,} are free"
        msg = f"no space where {building.job.index} lies: {spaces}; the index is as it was. Free some and run it again"
        raise NoSpaceError(msg)


def _nothing_changed(building: Building, before: Before) -> BuildReport:
    unread = [FileProblem(f.name, f.problem) for f in building.corpus if f.problem and f.name not in building.earlier]
    sources = before.manifest.sources
    return BuildReport(
        outcome=Outcome.UNCHANGED,
        generation=before.number,
        statistics=before.statistics(),
        files=len(building.corpus),
        written=0,
        kept=len(building.articles),
        lost=0,
        problems=problems_of(sources, unread),
        known=frozenset(problems_of(sources, ())),
        repeated=repeated_of(sources),
    )


@contextmanager
def _writing(index: Path) -> Iterator[None]:
    """What the system refuses while the index is written, as an error of ours, also where an engine has wrapped it."""
    try:
        yield
    except (OSError, SearchError) as problem:
        cause: BaseException | None = problem
        while cause and not (isinstance(cause, OSError) and cause.errno in _FULL):
            cause = cause.__cause__ or cause.__context__
        if cause:
            raise NoSpaceError(_no_space(index)) from problem
        if isinstance(problem, OSError):
            msg = f"{index} cannot be written ({problem.strerror}); give another folder with --index"
            raise IndexStateError(msg) from problem
        raise


def _no_space(index: Path) -> str:
    free = f"{_free(index):,} bytes free"
    return f"no space left where {index} lies ({free}); the index is as it was. Free some and run it again"


def _free(index: Path) -> int:
    place = next(folder for folder in (index.absolute(), *index.absolute().parents) if folder.exists())
    return shutil.disk_usage(place).free
