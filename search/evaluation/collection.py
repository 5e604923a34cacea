"""A test collection for ranking: documents, topics, and which documents somebody judged relevant to which topic.

Three files of tab-separated lines in UTF-8, without a heading: `docs.tsv` (id, title, text), `queries.tsv` (id, text)
and `qrels.tsv` (topic, document, grade).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from search.analysis import query_tokens
from search.errors import ConfigError
from search.evaluation.retrieval import Judged
from search.model import ArticleInfo, Kind, Passage, Span
from search.tree import Or, Term, Tree


@dataclass(frozen=True, slots=True)
class Document:
    """What can be found. The title may be empty."""

    id: str
    title: str
    text: str

    @property
    def passage(self) -> Passage:
        """The document as an article of one passage, which like the text of any article begins with the title."""
        text = "\n".join(filter(None, (self.title, self.text)))
        info = ArticleInfo(self.id, self.title or None, None, None, None, None, None, self.id, "")
        return Passage(self.id, info, 0, Kind.BODY, Span(0, len(text)), text)


@dataclass(frozen=True, slots=True)
class Topic:
    """What is asked, and the documents that were judged for it."""

    id: str
    text: str
    judged: Judged

    @property
    def tree(self) -> Tree:
        """Any of its words, each as often as it is printed; there is no query language here."""
        terms = tuple(Term(token.span.of(self.text)) for token in query_tokens(self.text))
        return terms[0] if len(terms) == 1 else Or(terms)


@dataclass(frozen=True, slots=True)
class Collection:
    """The documents, and the topics that have a judgement."""

    documents: tuple[Document, ...]
    topics: tuple[Topic, ...]


def read_collection(folder: Path) -> Collection:
    """The collection in a folder. Raises `ConfigError` that names the file and the line at fault."""
    documents = {id_: Document(id_, title, text) for id_, title, text in _rows(folder / "docs.tsv", 3)}
    judged: dict[str, dict[str, int]] = {}
    for number, (topic, document, grade) in enumerate(_rows(folder / "qrels.tsv", 3), start=1):
        try:
            judged.setdefault(topic, {})[document] = int(grade)
        except ValueError:
            msg = f"{folder / 'qrels.tsv'}:{number}: the grade {grade[:20]!r} is no whole number"
            raise ConfigError(msg) from None
    topics = tuple(Topic(id_, text, judged[id_]) for id_, text in _rows(folder / "queries.tsv", 2) if id_ in judged)
    if not documents or not topics:
        msg = f"{folder} holds {len(documents)} documents and {len(topics)} judged topics: there is nothing to measure"
        raise ConfigError(msg)
    return Collection(tuple(documents.values()), topics)


def _rows(path: Path, columns: int) -> Iterator[list[str]]:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as problem:
        msg = f"{path} cannot be read ({problem}); a collection is docs.tsv, queries.tsv and qrels.tsv in one folder"
        raise ConfigError(msg) from problem
    for number, line in enumerate(lines, start=1):
        row = line.rstrip("\r").split("\t")
        if not line.strip():
            continue
        if len(row) != columns:
            msg = f"{path}:{number}: {len(row)} columns where {columns} are needed, divided by tabs"
            raise ConfigError(msg)
        yield row
