"""The one build in progress: fills a new generation, verifies it and makes it the current one."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from search import generations
from search.assembly import Assembly
from search.authority import Authority
from search.build_report import BuildReport, FileProblem, Outcome, problems_of, repeated_of
from search.clock import now
from search.corpus import CorpusFile
from search.engines import EngineKind
from search.engines.base import SearchEngine, Statistics
from search.errors import EngineError, IndexStateError, SourceError
from search.ledger.store import place_of
from search.limits import PRUNE_SHARE, WORKERS_BYTES, WORKERS_MOST
from search.manifest import (
    ArticleEntry,
    Basis,
    Manifest,
    Problem,
    SourceEntry,
    files_of,
    read_manifest,
    verify,
    write_manifest,
)
from search.model import Passage
from search.parts import Parts
from search.remembering import NOTHING, Memory, Remembered, articles_of, remember
from search.workers import intake


@dataclass(frozen=True, slots=True)
class Step:
    """How far a build is: bytes read of all there are to read, and passages written."""

    read: int
    of: int
    passages: int


Progress = Callable[[Step], None]
_REMOVED = Problem("no longer there; removed from the index", harmless=True)
_GONE = Problem("no longer there; its passages stay until it is pruned", harmless=True)
_LOST = Problem("cannot be read, and what was read of it before cannot be taken from the earlier index")


@dataclass(frozen=True, slots=True)
class Job:
    """What to build and how. `prune` removes articles whose file is gone; `force` allows losing many of them.

    `workers` is the number of processes that extract and write, None as many as pay; any number gives the same answers.
    `ledger` is the file that remembers every passage (None: the one in the index), `wordings` lets it keep their
    texts, and `made` is the time it writes down.
    """

    corpus: Path
    index: Path
    engine: str
    engines: Mapping[str, EngineKind]
    authority: Authority | None = None
    prune: bool = False
    force: bool = False
    workers: int | None = None
    ledger: Path | None = None
    wordings: bool = False
    made: str = field(default_factory=lambda: now().isoformat())

    @property
    def kind(self) -> EngineKind:
        """The engine to build for."""
        return self.engines[self.engine]

    @property
    def memory(self) -> Memory:
        """The ledger, and what the build writes down there."""
        return Memory(place_of(self.index, self.ledger), self.made, self.wordings)

    def allows(self, lost: int, of: int) -> bool:
        """Whether so many articles may be lost."""
        return self.force or lost <= PRUNE_SHARE * of


@dataclass(frozen=True, slots=True)
class Before:
    """The generation that answers while the next one is built; `stale` says why that cannot be a branch of it."""

    number: int
    manifest: Manifest
    kind: EngineKind
    files: Path
    stale: str | None

    def statistics(self) -> Statistics:
        """What it holds."""
        return _statistics(self.kind, self.files)

    def remembered(self, job: Job) -> Remembered:
        """Tell the ledger of it, if the build that made it died before it could."""
        try:
            with articles_of(self.kind, self.files) as article:
                return remember(job.memory, self.manifest, article)
        except IndexStateError:  # it has another format, and nobody told the ledger while it could be read
            return NOTHING


@dataclass(frozen=True, slots=True)
class Building:
    """What one build knows when it starts: the job, the files there are, and the generation before, if any."""

    job: Job
    basis: Basis
    corpus: tuple[CorpusFile, ...]
    before: Before | None
    progress: Progress

    @property
    def branched(self) -> Before | None:
        """The generation this one is a branch of."""
        return self.before if self.before and not self.before.stale else None

    @property
    def earlier(self) -> dict[str, SourceEntry]:
        """The sources of the generation before, by path."""
        return {entry.path: entry for entry in self.before.manifest.sources} if self.before else {}

    @property
    def unread(self) -> tuple[CorpusFile, ...]:
        """The files whose text the generation before does not have."""
        known = {path: entry.sha256 for path, entry in self.earlier.items()} if self.branched else {}
        return tuple(file for file in self.corpus if file.sha256 and known.get(file.name) != file.sha256)

    @property
    def articles(self) -> dict[str, ArticleEntry]:
        """What the generation before holds."""
        return self.before.manifest.articles if self.before else {}

    def run(self) -> BuildReport:
        """Build; without an article, or with too many lost, nothing is changed."""
        with generations.fresh(self.job.index) as number:
            place = generations.folder(self.job.index, number)
            with (
                closing(self._engine(place / generations.ENGINE_FOLDER)) as engine,
                engine.writer() as writer,
                intake(writer, self._parts(place)) as taking,
            ):
                assembly = Assembly(writer, self.articles if self.branched else {}, taking)
                unread = self._take(assembly)
                loose = self._take_leave(assembly, unread)
                sources = assembly.finish()
            report = self._report(assembly, sources, loose)
            if report.outcome is not Outcome.BUILT:
                return report
            manifest, statistics = self._finish(place, sources)
            with articles_of(self.job.kind, place / generations.ENGINE_FOLDER) as article:
                remembered = remember(
                    self.job.memory, manifest, article, lambda: generations.publish(self.job.index, number)
                )
            generations.sweep(self.job.index, (number, self.before.number if self.before else number))
        return replace(report, generation=number, statistics=statistics, remembered=remembered)

    def _engine(self, files: Path) -> SearchEngine:
        if self.branched is None:
            return self.job.kind.create(files)
        self.job.kind.branch(self.branched.files, files)
        return self.job.kind.open(files)

    def _parts(self, place: Path) -> Parts:
        return Parts(self.job.kind, place / generations.PARTS_FOLDER, self._workers(), self.job.authority)

    def _to_read(self) -> int:
        """How many bytes are not as they were before."""
        known = self.earlier if self.branched else {}
        return sum(file.size for file in self.corpus if not _same(file, known.get(file.name)))

    def _workers(self) -> int:
        if self.job.workers is not None:
            return self.job.workers
        return min(os.cpu_count() or 1, WORKERS_MOST) if self._to_read() >= WORKERS_BYTES else 1

    def _take(self, assembly: Assembly) -> dict[str, Problem]:
        """Take every file that can be read; the others by name."""
        known = self.earlier if self.branched else {}
        unread: dict[str, Problem] = {}
        done, to_read = 0, self._to_read()

        def tell(here: int) -> None:
            self.progress(Step(min(done + here, to_read), to_read, assembly.passages))

        for file in self.corpus:
            entry = known.get(file.name)
            if file.problem:
                unread[file.name] = file.problem
            elif not (entry and _same(file, entry) and assembly.take_over(entry)):
                try:
                    assembly.take(file.load(), tell)
                except SourceError as problem:
                    unread[file.name] = Problem(problem.reason)
                done += file.size
                tell(0)
        assembly.settle()
        tell(0)
        return unread

    def _take_leave(self, assembly: Assembly, unread: Mapping[str, Problem]) -> list[FileProblem]:
        """Keep or remove what was held of files that are gone or cannot be read; problems that no entry names."""
        if self.before is None:
            return [FileProblem(name, problem) for name, problem in unread.items()]
        here = {file.name for file in self.corpus}
        gone = [entry for entry in self.earlier.values() if entry.path not in here]
        lost = assembly.lacking(article for entry in gone for article in entry.held)
        prune = self.job.prune and self.job.allows(len(lost), len(self.articles))
        problems: list[FileProblem] = []
        if self.job.prune and not prune:
            share = f"{len(lost)} of {len(self.articles)} articles, more than {PRUNE_SHARE * 100:.0f} %"
            guarded = f"--prune would remove {share}; none was removed: if that is right, add --force"
            problems.append(FileProblem("", Problem(guarded)))
        with articles_of(self.before.kind, self.before.files) as stored:
            for entry in gone:
                if prune and assembly.lacking(entry.held):
                    problems.append(FileProblem(entry.path, _REMOVED))
                elif not prune:
                    problems += _keep(assembly, entry, stored, _GONE)
            for name, problem in unread.items():
                if name in self.earlier:
                    why = replace(problem, reason=f"{problem.reason}; what was read of it before is kept")
                    problems += _keep(assembly, self.earlier[name], stored, why)
                else:
                    problems.append(FileProblem(name, problem))
        return problems

    def _finish(self, place: Path, sources: tuple[SourceEntry, ...]) -> tuple[Manifest, Statistics]:
        """Hold the new generation against what went into it, then write its manifest."""
        files = place / generations.ENGINE_FOLDER
        known = (self.branched.manifest.files, self.branched.files) if self.branched else ((), None)
        aliases = self.job.authority.aliases if self.job.authority else ()
        manifest = Manifest(self.basis, sources, files_of(files, *known), aliases)
        statistics = _statistics(self.job.kind, files)
        articles = [article for article in manifest.articles.values() if article.passages]
        if (statistics.articles, statistics.passages) != (len(articles), sum(a.passages for a in articles)):
            msg = f"the new generation does not hold what was put into it; {self.job.index} is as it was"
            raise EngineError(msg)
        write_manifest(place, manifest)
        verify(files, read_manifest(place))
        return manifest, statistics

    def _report(self, assembly: Assembly, sources: tuple[SourceEntry, ...], loose: list[FileProblem]) -> BuildReport:
        lost = len(assembly.lacking(self.articles.values()))
        if not assembly.taken:
            outcome = Outcome.NOTHING
        elif not self.job.allows(lost, len(self.articles)):
            outcome = Outcome.REFUSED
        else:
            outcome = Outcome.BUILT
        return BuildReport(
            outcome=outcome,
            generation=self.before.number if self.before else None,
            statistics=None,
            files=len(self.corpus),
            written=assembly.written,
            kept=len(assembly.taken) - assembly.written,
            lost=lost,
            problems=problems_of(sources, loose),
            repeated=repeated_of(sources),
            anew=self.before.stale if self.before else None,
        )


def _same(file: CorpusFile, entry: SourceEntry | None) -> bool:
    """Whether a file is, byte for byte, what was read of it before."""
    return entry is not None and entry.sha256 == file.sha256


def _keep(
    assembly: Assembly, entry: SourceEntry, stored: Callable[[str], tuple[Passage, ...]], why: Problem
) -> list[FileProblem]:
    """Keep what can be kept of a source; what remains to be said of it."""
    try:
        kept = assembly.keep(entry, stored, why)
    except IndexStateError:  # the earlier index has another format
        return [FileProblem(entry.path, _LOST)]
    return [] if kept or why.harmless else [FileProblem(entry.path, why)]


def _statistics(kind: EngineKind, files: Path) -> Statistics:
    with closing(kind.open(files)) as engine:
        return engine.statistics()
