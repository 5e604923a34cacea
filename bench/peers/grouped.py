"""Stock Whoosh: its own codec, matchers and collectors, facets by `groupedby`.

A field of which a passage may have several values is grouped with `allow_overlap`, which reads the postings of all its
values for each search: a column of lists, which would spare that, cannot be written by Whoosh's own fields.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from whoosh import fields, query, sorting
from whoosh.analysis import RegexTokenizer, SpaceSeparatedTokenizer
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex

from bench.asking import FACETS, HITS, Answer, Question
from bench.peers.rows import rows_of
from search.analysis import prefixes_of, query_tokens
from search.engines.stored import decode
from search.highlight import matches
from search.model import Passage
from search.tree import And, Everything, Has, Not, Or, Phrase, Prefix, Term, Tree

_SEVERAL = ("speaker", "organisation")  # a passage may be said by several, and name several


def missing() -> str | None:
    """Whoosh is what Whosaid stores its index with."""
    return None


def build(articles: Iterable[tuple[Passage, ...]], folder: Path) -> None:
    """One writer, one commit."""
    folder.mkdir(parents=True)
    blanks = SpaceSeparatedTokenizer()
    schema = fields.Schema(
        stems=fields.TEXT(analyzer=blanks, phrase=False),
        words=fields.TEXT(analyzer=blanks, phrase=True),
        passage=fields.STORED(),
        year=fields.ID(sortable=True),
        **{name: fields.TEXT(analyzer=RegexTokenizer("[^\n]+"), phrase=False) for name in _SEVERAL},
    )
    index = FileIndex.create(FileStorage(str(folder)), schema)
    writer = index.writer(limitmb=128)
    for row in rows_of(articles):
        values = {name: "\n".join(held) for name, held in row.values.items() if held}
        writer.add_document(stems=row.stems, words=row.words, passage=row.stored, **values)
    writer.commit()
    index.close()


def open_(folder: Path) -> Grouped:
    """The index in a folder."""
    return Grouped(folder)


class Grouped:
    """One searcher. A facet with a choice of its own takes a search of its own."""

    def __init__(self, folder: Path) -> None:
        self._searcher = FileIndex(FileStorage(str(folder))).searcher()

    def answer(self, question: Question) -> Answer:
        """Search, group, fetch and highlight."""
        text, chosen = asked(question.tree), question.without(None)
        free = [facet for facet in FACETS if facet not in chosen]
        found = self._search(text, chosen, free)
        counts = {facet: self._counts(found, facet) for facet in free}
        for facet in FACETS:
            if facet in chosen:
                counts[facet] = self._counts(self._search(text, question.without(facet), [facet]), facet)
        top = found[:HITS]  # grouping ignores the limit
        for hit in top:
            matches(question.tree, decode(hit["passage"]))
        return Answer(len(found), counts, len(top))

    def _search(self, text: query.Query, chosen: dict[str, tuple[str, ...]], facets: list[str]) -> Any:  # noqa: ANN401 - untyped
        kept = query.And([_having(*pair) for pair in chosen.items()]) if chosen else None
        grouped = sorting.Facets()
        for facet in facets:
            grouped.add_field(facet, allow_overlap=facet in _SEVERAL)
        return self._searcher.search(
            text, limit=HITS, filter=kept, groupedby=grouped if facets else None, maptype=sorting.Count
        )

    def _counts(self, found: Any, facet: str) -> dict[str, int]:  # noqa: ANN401 - untyped
        return {value: count for value, count in found.groups(facet).items() if value}


def _having(facet: str, values: tuple[str, ...]) -> query.Query:
    bounds = [value.split("..") if ".." in value else (value, value) for value in values]
    return query.Or([query.TermRange(facet, first or None, last or None) for first, last in bounds])


def asked(tree: Tree) -> query.Query:  # noqa: PLR0911 - one return for each kind of tree
    """The tree as Whoosh's own query."""
    match tree:
        case Everything():
            return query.Every()
        case Term(word):
            return query.And([query.Term("stems", token.stem) for token in query_tokens(word)])
        case Phrase(words):
            return query.Phrase("words", [token.word for token in query_tokens(" ".join(words))])
        case Prefix(letters):
            return query.Or([query.Prefix("words", beginning) for beginning in prefixes_of(letters)])
        case Not(child):
            return query.Not(asked(child))
        case And(children):
            return query.And([asked(child) for child in children])
        case Or(children):
            return query.Or([asked(child) for child in children])
        case Has():
            msg = "the benchmark asks for filters beside the text, not within groups"
            raise ValueError(msg)
