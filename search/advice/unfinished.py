"""A last word that is not typed to its end is the beginning of one, not a word that stands nowhere."""

from __future__ import annotations

import re
from dataclasses import replace

from search.limits import PREFIX_LETTERS
from search.query import Query

_UNFINISHED = re.compile(r"(?:^|\s+)(?P<letters>\w+)\Z")


def begun(query: Query) -> Query | None:
    """The question for words that begin as its last one does. None where it does not end in enough letters for this."""
    last = _UNFINISHED.search(query.text)
    if last is None or len(last["letters"]) < PREFIX_LETTERS:
        return None
    return replace(query, text=f"{query.text}*", page=1)


def before(query: Query) -> Query | None:
    """The question without its last word. None where it does not end in the midst of one."""
    last = _UNFINISHED.search(query.text)
    return replace(query, text=query.text[: last.start()], page=1) if last else None
