"""What asks: a passage that ends with a question mark, or begins with a request to the one who is interviewed."""

from __future__ import annotations

import re

QUESTION_LONGEST = 400
_REQUEST = re.compile(
    r"[-\u2013\u2014\u2022* ]{0,4}(?:(?:so|and|but|well|then|finally|lastly|sir|madam|comrade|mr|mrs|ms|dr|professor"
    r"|minister|ambassador|president|chairman|secretary|director|general)\b\.?(?:\s[A-Z]\w{1,15}){0,2}[, ]{1,2}){0,3}"
    r"(?:please|(?:could|can|would|will|may) (?:you|we|i)\b|tell us|let us know"
    r"|what (?:is|are|do|does|did|has|have|was|were) you|(?:i|we) would like to (?:ask|know|hear)"
    r"|how (?:do|does|did|have|has|is|are|was|were) (?:you|it)\b"
    r"|why (?:do|does|did|is|are|was|were)\b)[^?!]{5,300}[.\u2026:]\Z",
    re.IGNORECASE,
)


def asks(text: str) -> bool:
    """Whether the text is a question, with its mark or without."""
    text = text.rstrip()
    return text.endswith("?") or (len(text) < QUESTION_LONGEST and _REQUEST.match(text) is not None)
