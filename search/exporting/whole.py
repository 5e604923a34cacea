"""A result as a whole: every passage, one at a time, or none at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from search.deadline import Deadline
from search.engines.base import SearchEngine
from search.errors import PartialError
from search.exporting.forms import Export, Head, Row
from search.fields import BY_NAME
from search.highlight import Marker
from search.query import Query
from search.syntax import read


@dataclass(frozen=True, slots=True)
class Facts:
    """What an export says beside the passages: generation, time, the address of the result, and those of passages."""

    generation: str
    made: str
    address: str
    permalink: Callable[[str], str]


def export(form: Export, engine: SearchEngine, query: Query, facts: Facts, deadline: Deadline) -> Iterator[str]:
    """The whole result of `query` in one form, in reading order, piece by piece as it is asked for.

    The deadline is for the search alone. Raises `PartialError`, before the first piece where the search was not
    finished, after the last passage where there were not as many as the search had counted.
    """
    page = engine.search(replace(query, page=1, page_size=1), deadline, facets=())
    if not page.complete:
        msg = "the search was not finished in time, and a part of a result is not exported; narrow it and try again"
        raise PartialError(msg)
    head = Head(query.text, page.query, page.interpretation, page.total, facts.generation, facts.made, facts.address)
    return form.write(head, _rows(engine, query, page.total, facts.permalink))


def _rows(engine: SearchEngine, query: Query, total: int, permalink: Callable[[str], str]) -> Iterator[Row]:
    marker = Marker(read(query, BY_NAME).tree)
    count = 0
    for count, passage in enumerate(engine.passages(query), start=1):  # noqa: B007 - it is compared at the end
        yield Row(passage, marker.marks([passage])[0], permalink(passage.id))
    if count != total:
        msg = f"{count} of {total} passages came; this export is not whole, make it again"
        raise PartialError(msg)
