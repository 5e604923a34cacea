"""Query text to query tree and back. Lenient: no text is an error; what cannot be applied is reported with a reason."""

from search.syntax.grammar import parse
from search.syntax.reading import Reading, lift, read
from search.syntax.spelling import spell

__all__ = ["Reading", "lift", "parse", "read", "spell"]
