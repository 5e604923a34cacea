"""Text to tokens, the same for passages and for queries: folded, stemmed, spelling variants unified, codes whole."""

from search.analysis.seeking import Sought, spans_where, tokens_where
from search.analysis.standing import Place, next_to_each_other, places_of
from search.analysis.tokens import (
    Shape,
    Token,
    fold_value,
    names_tokens,
    pieces_of,
    prefixes_of,
    printed_tokens,
    query_tokens,
    shapes_in,
    shapes_of,
    tokens_of,
)

__all__ = [
    "Place",
    "Shape",
    "Sought",
    "Token",
    "fold_value",
    "names_tokens",
    "next_to_each_other",
    "pieces_of",
    "places_of",
    "prefixes_of",
    "printed_tokens",
    "query_tokens",
    "shapes_in",
    "shapes_of",
    "spans_where",
    "tokens_of",
    "tokens_where",
]
