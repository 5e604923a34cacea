"""What is written of a passage: its words by field, one row of figures and values, and the passage itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from whoosh import fields, formats

from search.analysis import Token, names_tokens, printed_tokens, tokens_of
from search.engines.likeness import likeness_of, sketch_of
from search.engines.stored import encode
from search.engines.whoosh.alike import SKETCH
from search.engines.whoosh.rows import row_of
from search.fields import TEXT_FIELDS
from search.model import Passage


class Places(fields.FieldType):  # type: ignore[misc]  # Whoosh is half typed and not followed
    """An indexed field that takes {term: its positions} as it is: the analysis is ours."""

    def __init__(self, format_: formats.Format) -> None:
        """`format_` says what is kept of the positions; their number is kept in any case."""
        super().__init__(format_, None)

    def index(self, value: Mapping[str, Sequence[int]], **_: Any) -> Iterator[tuple[bytes, int, float, bytes]]:  # noqa: ANN401  # Whoosh passes options of its analysers
        """Yield (term, count, weight, value of the posting) as Whoosh asks."""
        for term, positions in value.items():
            yield term.encode(), len(positions), float(len(positions)), self.format.encode(positions)


def stems_field(name: str) -> str:
    """The indexed field that holds the stems of a text field."""
    return f"stems_{name}"


def schema() -> fields.Schema:
    """Whoosh's fields."""
    stems = {
        stems_field(field.name): Places(formats.Positions() if field.finds else formats.Existence())
        for field in TEXT_FIELDS
    }
    return fields.Schema(
        id=fields.ID(unique=True),
        article=fields.ID(),
        words=Places(formats.Positions()),
        printed=Places(formats.Positions()),
        accented=Places(formats.Existence()),
        row=fields.COLUMN(),
        sketch=fields.COLUMN(),
        passage=fields.STORED(),
        **stems,
    )


def document(passage: Passage) -> dict[str, Any]:
    """The arguments of `add_document` for a passage. Raises `ValueError` for text that cannot be stored."""
    stored = encode(passage)
    if not passage.searched:
        return {"id": passage.id, "article": passage.article.id, "passage": stored, "row": row_of(passage, {})}
    text = tokens_of(passage.text, passage.repairs)
    analysed = {field.name: _short(field.text(passage)) for field in TEXT_FIELDS if field.name != "text"}
    analysed["text"] = tuple(text)
    return {
        "id": passage.id,
        "article": passage.article.id,
        "passage": stored,
        "row": row_of(passage, {name: len(held) for name, held in analysed.items()}),
        "sketch": np.array(sketch_of(likeness_of(passage, text)), dtype=SKETCH).tobytes(),
        "words": _places((token.word, token.position) for token in text),
        "accented": _places((token.accented, token.position) for token in text if token.accented),
        "printed": _bounds(printed_tokens(passage.text, passage.repairs)),
        **{stems_field(name): _places((t.stem, t.position) for t in held) for name, held in analysed.items()},
    }


@lru_cache(maxsize=256)
def _short(text: str) -> tuple[Token, ...]:
    """The tokens of a short text; the passages of an article have its title and their headings in common."""
    return tuple(names_tokens(text))


def _bounds(printed: Iterable[Token]) -> dict[str, list[int]]:
    """The position of every token as printed and the position after it, by turns."""
    places: dict[str, list[int]] = {}
    for token in printed:
        places.setdefault(token.word, []).extend((token.position, token.position + token.width))
    return places


def _places(found: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for term, position in found:
        places.setdefault(term, []).append(position)
    return places
