"""Passages for the engines, straight from the records of `.jsonl` files: what they state, and nothing extracted.

A corpus made for the benchmark states more than a reader knows of, see `bench.corpus`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

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
                        article = replace(found, info=replace(found.info, source_path=file.name))
                        yield passages_from(article, json.loads(batch[(found.line or 1) - 1]))
                first += len(batch)


def passages_from(article: Article, record: Mapping[str, Any]) -> tuple[Passage, ...]:
    """A passage for each paragraph, said by the stated speakers; the title is none.

    It names the bodies that the record says it names, else the stated body.
    """
    said = tuple(_said(speaker, article) for speaker in (article.speaker, record.get("joint_speaker")) if speaker)
    named: Sequence[Sequence[str]] | None = record.get("named")
    stated = [article.organisation] if article.organisation else []
    passages: list[Passage] = []
    start = 0
    for line in article.text.split("\n"):
        span = Span(start, start + len(line))
        start = span.end + 1
        if line.strip() and line != article.info.title:
            number = len(passages)
            bodies = stated if named is None else named[number]
            found = Passage(hash16(article.info.id, str(number)), article.info, number, Kind.BODY, span, line)
            passages.append(replace(found, attributions=said, mentions=tuple(map(_mention, bodies))))
    return tuple(passages)


def _mention(body: str) -> Mention:
    return Mention(body, MentionKind.ORGANISATION, Span(0, 0), body)


def _said(speaker: str, article: Article) -> Attribution:
    return Attribution(
        speaker=speaker,
        collective=None,
        printed=speaker,
        mode=Mode.DIRECT,
        grade=Grade.NAMED,
        cue=None,
        content=None,
        evidence=Evidence("stated"),
        body=article.organisation,
    )
