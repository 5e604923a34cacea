"""A passage as every peer gets it: our tokens, divided by blanks, the values of the facets, and the bytes to store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bench.asking import FACETS
from search.analysis import names_tokens, tokens_of
from search.engines.stored import encode
from search.fields import BY_NAME, TEXT_FIELDS
from search.model import Passage


@dataclass(frozen=True, slots=True)
class Row:
    """`stems` are those of the text and of the names: a word is looked for in both. `words` are as written."""

    stems: str
    words: str
    values: dict[str, tuple[str, ...]]
    stored: bytes


def rows_of(articles: Iterable[tuple[Passage, ...]]) -> Iterator[Row]:
    """The rows of all passages that are searched."""
    names = next(field for field in TEXT_FIELDS if field.name == "names")
    for article in articles:
        for passage in article:
            if passage.searched:
                text = tokens_of(passage.text, passage.repairs)
                yield Row(
                    " ".join([t.stem for t in text] + [t.stem for t in names_tokens(names.text(passage))]),
                    " ".join([t.word for t in text]),
                    {name: BY_NAME[name].values(passage) for name in FACETS},
                    encode(passage),
                )
