"""Passages for the engines, straight from the records of `.jsonl` files: what they state, and nothing extracted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from search.identity import hash16
from search.model import Article, Attribution, Evidence, Grade, Kind, Mention, MentionKind, Mode, Passage, Span
from search.readers import read
from search.readers.source import Source

_AT_ONCE = 1_000  # lines


def files_of(corpus: Path) -> list[Path]:
    """A `.jsonl` file, or all of them in a folder."""
    return sorted(corpus.rglob("*.jsonl")) if corpus.is_dir() else [corpus]


def articles_from(corpus: Path) -> Iterator[tuple[Passage, ...]]:
    """The passages of each article. An id that is met again, which only stated ones can be, is left out."""
    seen: set[str] = set()
    for file in files_of(corpus):
        with file.open("rb") as lines:
            first = 0
            while batch := list(islice(lines, _AT_ONCE)):
                for found in read(Source(f"{file.name}:{first}.jsonl", b"".join(batch), "")):
                    if isinstance(found, Article) and found.info.id not in seen:
                        seen.add(found.info.id)
                        yield passages_from(replace(found, info=replace(found.info, source_path=file.name)))
                first += len(batch)


def passages_from(article: Article) -> tuple[Passage, ...]:
    """A passage for each paragraph, said by the stated speaker and naming the stated body; the title is none."""
    said, named = _said(article), _named(article)
    passages: list[Passage] = []
    start = 0
    for line in article.text.split("\n"):
        span = Span(start, start + len(line))
        start = span.end + 1
        if line.strip() and line != article.info.title:
            id_ = hash16(article.info.id, str(len(passages)))
            found = Passage(id_, article.info, len(passages), Kind.BODY, span, line)
            passages.append(replace(found, attributions=said, mentions=named))
    return tuple(passages)


def _named(article: Article) -> tuple[Mention, ...]:
    body = article.organisation
    return (Mention(body, MentionKind.ORGANISATION, Span(0, 0), body),) if body else ()


def _said(article: Article) -> tuple[Attribution, ...]:
    if article.speaker is None:
        return ()
    return (
        Attribution(
            speaker=article.speaker,
            collective=None,
            printed=article.speaker,
            mode=Mode.DIRECT,
            grade=Grade.NAMED,
            cue=None,
            content=None,
            evidence=Evidence("stated"),
            body=article.organisation,
        ),
    )
