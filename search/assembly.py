"""One new generation being put together: what is taken over, what is read, what is left out."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from search.admission import Admissions, Place, content_of
from search.engines.base import Writer
from search.errors import SourceError
from search.identity import hash16
from search.manifest import ArticleEntry, Problem, SourceEntry
from search.model import Article, Passage
from search.readers import read
from search.readers.source import Remark, Source
from search.workers import Intake

_Waiting = tuple[list[ArticleEntry], int, Callable[[], int]]  # an article and what tells how many passages it has


@dataclass
class _Draft:
    """A source being taken: its articles are settled one after the other, perhaps long after they were read."""

    source: tuple[str, str]
    articles: list[ArticleEntry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass
class Assembly:
    """Takes the sources in the order of their paths and writes what the engine does not hold yet.

    Articles are extracted and written while further ones are read; they are settled in the order in which they were
    read.

    `held` are the articles the engine holds at the start, by id: none in a generation that begins empty, all of the
    one before in a branch of it. `taken` are those it will hold at the end; `written` and `passages` count what was
    put in anew.
    """

    writer: Writer
    held: Mapping[str, ArticleEntry]
    intake: Intake
    entries: list[SourceEntry] = field(default_factory=list)
    taken: dict[str, ArticleEntry] = field(default_factory=dict)
    written: int = 0
    passages: int = 0
    _admissions: Admissions = field(default_factory=Admissions)
    _drafts: list[_Draft] = field(default_factory=list)
    _waiting: deque[_Waiting] = field(default_factory=deque)

    def take(self, source: Source, tell: Callable[[int], None]) -> None:
        """Read a source; only what the engine does not hold in this very form is analysed and written.

        `tell` is told after each article how many characters of the source's text that makes.
        """
        characters = 0
        draft = _Draft((source.path, source.sha256))
        empty = not source.data.strip()  # nothing is missing from the index for it
        for found in read(source):
            match found:
                case SourceError():
                    draft.problems.append(Problem(found.reason, found.line, harmless=empty))
                case Remark():
                    draft.problems.append(Problem(found.reason, found.line, harmless=True))
                case Article():
                    self._read(draft, found)
                    characters += len(found.text)
                    tell(characters)
        self._drafts.append(draft)

    def settle(self) -> None:
        """Write whatever was read and is not written yet."""
        while self._waiting:
            self._settle_next()
        self.entries += [SourceEntry(*d.source, tuple(d.articles), tuple(d.problems)) for d in self._drafts]
        self._drafts.clear()

    def take_over(self, entry: SourceEntry) -> bool:
        """Accept a source as it was read before; False, and nothing is done, where that is not possible.

        An article may have been left out for another one that is gone by now: then the source has to be read.
        """
        articles = tuple(self._again(entry.path, number, article) for number, article in enumerate(entry.articles))
        accepted = replace(entry, articles=articles)
        if entry.missing or not all(self._holds(article) for article in accepted.held):
            return False
        self.taken.update({article.id: article for article in accepted.held})
        self.entries.append(accepted)
        return True

    def keep(self, entry: SourceEntry, stored: Callable[[str], tuple[Passage, ...]], why: Problem) -> bool:
        """Keep what was held of a source that cannot be read now; `stored` finds it in the generation before.

        Comes after all sources that can be read; False where they give all of it, moved or renamed.
        """
        kept = tuple(
            self._settled(article, partial(self._write, article.id, stored))
            for number, article in enumerate(entry.articles)
            if article.refused is None and self._again(entry.path, number, article).refused is None
        )
        if kept:
            self.entries.append(replace(entry, articles=kept, problems=(why,), missing=True))
        return bool(kept)

    def lacking(self, articles: Iterable[ArticleEntry]) -> tuple[ArticleEntry, ...]:
        """Those of the articles that will be held neither under their id nor, moved or renamed, for their content."""
        contents = {article.content for article in self.taken.values()}
        return tuple(a for a in articles if a.id not in self.taken and a.content not in contents)

    def finish(self) -> tuple[SourceEntry, ...]:
        """Remove from the engine what no source gave; the sources in the order of their paths."""
        for article_id in self.held:
            if article_id not in self.taken:
                self.writer.remove(article_id)
        return tuple(sorted(self.entries, key=lambda entry: entry.path))

    def _read(self, draft: _Draft, article: Article) -> None:
        content = content_of(article)
        place = Place(draft.source[0], len(draft.articles), article.line)
        refused = self._admissions.refusal(place, article.info.id, content)
        entry = ArticleEntry(article.info.id, content, hash16(repr(article)), refused=refused, line=article.line)
        draft.articles.append(entry)
        if refused:
            return
        written = _nothing if self._holds(entry) else self.intake.submit(article)
        self._waiting.append((draft.articles, place.number, written))
        while self._waiting and self.intake.full:
            self._settle_next()

    def _settle_next(self) -> None:
        articles, number, written = self._waiting.popleft()
        articles[number] = self._settled(articles[number], written)

    def _again(self, path: str, number: int, article: ArticleEntry) -> ArticleEntry:
        """An article of an earlier generation as it is decided on today."""
        refused = self._admissions.refusal(Place(path, number, article.line), article.id, article.content)
        return replace(article, refused=refused, passages=0 if refused else article.passages)

    def _holds(self, article: ArticleEntry) -> bool:
        held = self.held.get(article.id)
        return held is not None and held.reading == article.reading

    def _settled(self, article: ArticleEntry, written: Callable[[], int]) -> ArticleEntry:
        """The article as it is held from now on; `written` is asked only where the engine does not have it so."""
        if self._holds(article):
            count = self.held[article.id].passages
        else:
            self.writer.remove(article.id)
            count = written()
            self.written += 1
            self.passages += count
        settled = self.taken[article.id] = replace(article, passages=count)
        return settled

    def _write(self, article_id: str, stored: Callable[[str], tuple[Passage, ...]]) -> int:
        """Put in an article of the generation before."""
        passages = stored(article_id)
        self.writer.add(passages)
        return len(passages)


def _nothing() -> int:
    """Of an article that the engine holds nothing is written."""
    return 0
