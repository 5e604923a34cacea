"""Articles into typed passages."""

from __future__ import annotations

import re
from collections import Counter

from search.extract.draft import Draft
from search.identity import normalised, passage_id
from search.model import Kind, Passage, Span

_LINE = re.compile(r"[^\n]*\S[^\n]*")


def segmented(draft: Draft) -> Draft:
    """Cut the article's text into passages."""
    text = draft.article.text
    seen: Counter[str] = Counter()
    passages: list[Passage] = []
    for match in _LINE.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        piece = line.strip()
        kind = Kind.TITLE if not passages and len(piece) < 160 else Kind.BODY
        passages.append(
            Passage(
                id=passage_id(draft.info.id, piece, seen[normalised(piece)]),
                article=draft.info,
                ordinal=len(passages),
                kind=kind,
                span=Span(start, start + len(piece)),
                text=piece,
                repeat=seen[normalised(piece)] > 0,
            )
        )
        seen[normalised(piece)] += 1
    return draft.with_passages(tuple(passages))
