"""tantivy, the fastest engine that can be embedded: facets by its aggregations, highlights by its snippets."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bench.asking import FACETS, HITS, SHOWN, Answer, Question
from bench.peers.rows import rows_of
from search.analysis import prefixes_of, query_tokens
from search.engines.stored import decode
from search.model import Passage
from search.tree import And, Everything, Has, Not, Or, Phrase, Prefix, Term, Tree

_HEAP = 128_000_000


def missing() -> str | None:
    """It is an optional extra."""
    return None if find_spec("tantivy") else "not installed"


def _tantivy() -> Any:  # noqa: ANN401 - its module, which may not be there
    return import_module("tantivy")


def build(articles: Iterable[tuple[Passage, ...]], folder: Path) -> None:
    """One thread, one commit; keeps the stems beside the passage, because snippets are cut from what is stored."""
    _build(articles, folder, stored=True)


def build_lean(articles: Iterable[tuple[Passage, ...]], folder: Path) -> None:
    """The same without the stems: what an index of this kind has to hold, for comparing sizes."""
    _build(articles, folder, stored=False)


def _build(articles: Iterable[tuple[Passage, ...]], folder: Path, *, stored: bool) -> None:
    tantivy = _tantivy()
    folder.mkdir(parents=True)
    index = tantivy.Index(_schema(stored=stored), path=str(folder))
    writer = index.writer(heap_size=_HEAP, num_threads=1)
    for row in rows_of(articles):
        document = tantivy.Document(stems=row.stems, words=row.words, passage=row.stored)
        for year in row.values["year"]:
            document.add_unsigned("year", int(year))
        for name in ("speaker", "organisation"):
            for value in row.values[name]:
                document.add_text(name, value)
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


def _schema(*, stored: bool) -> Any:  # noqa: ANN401 - tantivy may not be there
    schema = _tantivy().SchemaBuilder()
    schema.add_text_field("stems", stored=stored, tokenizer_name="whitespace", index_option="freq")
    schema.add_text_field("words", tokenizer_name="whitespace", index_option="position")
    schema.add_bytes_field("passage", stored=True)
    schema.add_unsigned_field("year", indexed=True, fast=True)
    for name in ("speaker", "organisation"):
        schema.add_text_field(name, tokenizer_name="raw", fast=True, index_option="basic")
    return schema.build()


def open_(folder: Path) -> Tantivy:
    """The index in a folder."""
    return Tantivy(folder)


class Tantivy:
    """One searcher, one thread."""

    def __init__(self, folder: Path) -> None:
        self._tantivy = _tantivy()
        self._index = self._tantivy.Index.open(str(folder))
        self._schema = self._index.schema
        self._searcher = self._index.searcher()

    def answer(self, question: Question) -> Answer:
        """One search for the page, and one pass of aggregations for each set of filters that a facet needs."""
        text = self._query(question.tree)
        chosen = question.without(None)
        whole = self._filtered(text, chosen)
        found = self._searcher.search(whole, HITS, count=True)
        snippets = self._tantivy.SnippetGenerator.create(self._searcher, text, self._schema, "stems")
        for _, address in found.hits:
            document = self._searcher.doc(address)
            decode(bytes(document.get_first("passage")))
            snippets.snippet_from_doc(document).highlighted()
        free = [facet for facet in FACETS if facet not in chosen]
        counts = self._counts(whole, free) if free else {}
        for facet in FACETS:
            if facet in chosen:
                counts |= self._counts(self._filtered(text, question.without(facet)), [facet])
        return Answer(found.count, counts, len(found.hits))

    def _counts(self, query: Any, facets: list[str]) -> dict[str, dict[str, int]]:  # noqa: ANN401 - as above
        asked = {facet: {"terms": {"field": facet, "size": SHOWN, "segment_size": 10_000}} for facet in facets}
        held = self._searcher.aggregate(query, asked)
        return {
            facet: {str(int(b["key"])) if facet == "year" else b["key"]: b["doc_count"] for b in held[facet]["buckets"]}
            for facet in facets
        }

    def _filtered(self, text: Any, chosen: dict[str, tuple[str, ...]]) -> Any:  # noqa: ANN401 - as above
        if not chosen:
            return text
        parts = [self._tantivy.Query.const_score_query(self._having(*pair), 0.0) for pair in chosen.items()]
        return self._tantivy.Query.boolean_query([(self._tantivy.Occur.Must, part) for part in [text, *parts]])

    def _having(self, facet: str, values: tuple[str, ...]) -> Any:  # noqa: ANN401 - as above
        if facet == "year":
            spans = [value.split("..") if ".." in value else (value, value) for value in values]
            kind = self._tantivy.FieldType.Unsigned
            parts = [
                self._tantivy.Query.range_query(self._schema, "year", kind, int(first or 0), int(last or 9999))
                for first, last in spans
            ]
        else:
            parts = [self._tantivy.Query.term_query(self._schema, facet, value, "basic") for value in values]
        return parts[0] if len(parts) == 1 else self._some(parts)

    def _some(self, parts: list[Any]) -> Any:  # noqa: ANN401 - as above
        return self._tantivy.Query.boolean_query([(self._tantivy.Occur.Should, part) for part in parts])

    def _query(self, tree: Tree) -> Any:  # noqa: ANN401, PLR0911 - one return for each kind of tree
        query, occur = self._tantivy.Query, self._tantivy.Occur
        match tree:
            case Everything():
                return query.all_query()
            case Term(word):
                parts = [query.term_query(self._schema, "stems", t.stem, "freq") for t in query_tokens(word)]
                return parts[0] if len(parts) == 1 else query.boolean_query([(occur.Must, part) for part in parts])
            case Phrase(words):
                asked = [token.word for token in query_tokens(" ".join(words))]
                if len(asked) == 1:
                    return query.term_query(self._schema, "words", asked[0], "position")
                return query.phrase_query(self._schema, "words", asked)
            case Prefix(letters):
                return self._some([query.regex_query(self._schema, "words", f"{p}.*") for p in prefixes_of(letters)])
            case Not(child):
                return query.boolean_query([(occur.Must, query.all_query()), (occur.MustNot, self._query(child))])
            case And(children):
                kept = [(occur.Must, self._query(c)) for c in children if not isinstance(c, Not)]
                refused = [(occur.MustNot, self._query(c.child)) for c in children if isinstance(c, Not)]
                return query.boolean_query([*(kept or [(occur.Must, query.all_query())]), *refused])
            case Or(children):
                return self._some([self._query(child) for child in children])
            case Has():
                msg = "the benchmark asks for filters beside the text, not within groups"
                raise ValueError(msg)
