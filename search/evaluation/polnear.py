"""Scores extraction on PolNeAR: which persons are heard in each paragraph of political news, named sources only.

The annotators of that collection marked every attribution: also of thoughts and intentions, which Whosaid does not
take for speech, so recall has a ceiling below one.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from search.errors import ConfigError
from search.evaluation.attribution import Case, Verdict
from search.evaluation.source_names import Name, persons_in, same_name
from search.extract import passages_of
from search.model import Article, ArticleInfo, Attribution, Grade, Passage, Span
from search.names import name_key

_GAP = "\n\n"
_STARTS = 60
_BY_OTHER_WORDS = frozenset({Grade.PRONOUN, Grade.CONTINUATION, Grade.ROLE})
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its annotated sources, as folded parts of persons' names.

    `persons` are heard: sources by name, and pronouns that the collection resolves to one. `accepted` are named by a
    source that stands here for words in another paragraph, or by a description that the collection resolves.
    `unclear` tells of a source that is no name and that nothing resolves to one.
    """

    number: int
    text: str
    persons: tuple[Name, ...]
    accepted: tuple[Name, ...]
    unclear: bool


@dataclass(frozen=True, slots=True)
class NewsArticle:
    """One annotated article. The headline, if it is the first paragraph, is kept but not judged."""

    id: str
    title: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        """All paragraphs, an empty line between them."""
        return _GAP.join(paragraph.text for paragraph in self.paragraphs)


def read_polnear(path: Path) -> Iterator[NewsArticle]:
    """The articles of a `.jsonl` or `.jsonl.gz` file, one paragraph per line. Raises `ConfigError`."""
    try:
        data = path.read_bytes()
        lines = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8").split("\n")
        records = [json.loads(line) for line in lines if line.strip()]
        if not records:
            msg = "it holds no paragraph"
            raise ValueError(msg)  # noqa: TRY301 - told in one place with what else may be wrong
        for name, group in groupby(records, key=lambda record: record["article_id"]):
            yield _article(name, list(group))
    except (OSError, EOFError, ValueError, KeyError, TypeError) as problem:
        msg = f"{path} is not a file of PolNeAR paragraphs ({problem})"
        raise ConfigError(msg) from problem


def score_polnear(articles: Iterable[NewsArticle], limit: int | None = None) -> tuple[Case, ...]:
    """Compare the speakers found with the sources annotated, in the first `limit` articles or in all."""
    return tuple(case for article in islice(articles, limit) for case in _cases(article))


def _article(name: str, records: Sequence[Record]) -> NewsArticle:
    text = "\n".join(record["text"] for record in records)
    quotes = [quote for record in records for quote in record["quotes"]]
    return NewsArticle(name, records[0]["title"], tuple(_paragraph(record, quotes, text) for record in records))


def _paragraph(record: Record, quotes: Sequence[Record], text: str) -> Paragraph:
    persons: dict[Name, None] = {}
    accepted: dict[Name, None] = {}
    unclear = False
    for quote in record["quotes"]:
        named = _labelled(quote) or persons_in(_source(quote), text)
        resolved = persons_in(quote["speaker_coref_silver"] or "", text)
        if named or quote["speaker_kind"] == "pronoun":
            persons.update(dict.fromkeys(named or resolved))
        accepted.update(dict.fromkeys(resolved))
        unclear = unclear or not (named or resolved)
    start, end = record["paragraph_start"], record["paragraph_start"] + len(record["text"])
    for quote in quotes:
        place = quote["speaker_span_abs"]
        if place and start <= place[0][0] < end:
            accepted.update(dict.fromkeys(persons_in(_source(quote), text)))
    return Paragraph(record["paragraph"], record["text"], tuple(persons), tuple(accepted), unclear)


def _labelled(quote: Record) -> tuple[Name, ...]:
    """WALLACE: in a transcript the label names a person, whether or not the text does."""
    speaker = (quote["speaker"] or "").strip()
    return ((name_key(speaker),),) if quote["cue"] == ":" and speaker.isalpha() and speaker.isupper() else ()


def _source(quote: Record) -> str:
    """The words of the source; in a few records they stand in the place of the cue."""
    speaker, cue = quote["speaker"] or "", quote["cue"] or ""
    return cue if speaker and speaker.split()[0].islower() and cue[:1].isupper() else speaker


def _cases(article: NewsArticle) -> Iterator[Case]:
    info = ArticleInfo(article.id, article.title, None, None, None, None, None, article.id, "")
    passages = passages_of(Article(info, article.text))
    start = 0
    for paragraph in article.paragraphs:
        place = Span(start, start + len(paragraph.text))
        start = place.end + len(_GAP)
        if paragraph.text.startswith(article.title) and paragraph.number == 0:
            continue
        yield from _compared(article, paragraph, _heard_in(passages, place))


def _heard_in(passages: Iterable[Passage], place: Span) -> dict[str, Attribution]:
    heard: dict[str, Attribution] = {}
    for passage in passages:
        if passage.span.overlaps(place):
            for said in passage.attributions:
                if said.speaker is not None:
                    heard.setdefault(said.speaker, said)
    return heard


def _compared(article: NewsArticle, paragraph: Paragraph, heard: dict[str, Attribution]) -> Iterator[Case]:
    key = f"{article.id.removeprefix('polnear/')} ¶{paragraph.number}: {paragraph.text[:_STARTS]}"
    left = dict(heard)
    for parts in paragraph.persons:
        name = next((name for name in heard if same_name(parts, name)), None)
        if name is None:
            yield Case(key, " ".join(parts), Verdict.MISSED)
        elif name in left:  # the same person under two names is one
            said = left.pop(name)
            yield Case(key, name, Verdict.RIGHT, said.mode, said.grade)
    for name, said in left.items():
        nobody_can_tell = paragraph.unclear and said.grade in _BY_OTHER_WORDS
        if not nobody_can_tell and not any(same_name(parts, name) for parts in paragraph.accepted):
            yield Case(key, name, Verdict.WRONG, said.mode, said.grade)
