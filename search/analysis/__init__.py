"""Text to tokens, the same for passages and for queries: folded, stemmed, spelling variants unified, codes whole."""

from search.analysis.tokens import Token, fold_value, prefixes_of, query_tokens, tokens_of

__all__ = ["Token", "fold_value", "prefixes_of", "query_tokens", "tokens_of"]
