"""What is answered while somebody types: an unfinished word is the beginning of one, not a word that stands nowhere."""

from __future__ import annotations

import re
from dataclasses import replace

from search import PREFIX_LETTERS, Query

_UNFINISHED = re.compile(r"(?:^|\s+)(?P<letters>\w+)\Z")


def begun(query: Query) -> Query | None:
    """The question for words that begin as its last one does, or without that word where it is too short for this.

    None where the text does not end in the midst of a word.
    """
    last = _UNFINISHED.search(query.text)
    if last is None:
        return None
    long_enough = len(last["letters"]) >= PREFIX_LETTERS
    return replace(query, text=f"{query.text}*" if long_enough else query.text[: last.start()])
