"""Whosaid, the library: who said what, when, and for which body. Knows nothing of the web.

The pipeline, in order: `build` brings an index to what a folder of articles holds (`Job` says which), an `Archive`
opens it, its engine answers a `Query` with a `ResultPage`. Everything else here is a noun of these sentences. Modules
inside the package import each other by their full names, never from here.
"""

from search.advice import Advice, advise
from search.advice.unfinished import before, begun
from search.analysis import fold_value
from search.archive import Archive
from search.authority import Authority, read_authority
from search.build_report import BuildReport
from search.building import Job
from search.calendar_words import day_in_words
from search.citing import CITATIONS, Citation, Metadata, Reference, metadata_of, reference_of
from search.citing.lines import one_line
from search.clock import now
from search.config import LOGS, Settings
from search.deadline import Deadline
from search.engines import ENGINES
from search.engines.base import SearchEngine, Statistics
from search.errors import (
    ConfigError,
    EngineError,
    IndexStateError,
    LedgerError,
    NotFoundError,
    PartialError,
    QueryError,
    SearchError,
)
from search.explaining import COLLECTIVES, Antecedent, Explanation, Reason, explain, reason_of
from search.exporting import EXPORTS, export
from search.exporting import Facts as ExportFacts
from search.extract import passages_of
from search.fields import BY_NAME, FACETS, FIELDS, Field
from search.following import Entry, Followed, followed
from search.highlight import matches
from search.identity import article_key, passage_id
from search.indexer import build
from search.ledger.fates import ArticleFate, Fate, article_fate_of, fate_of
from search.ledger.store import FILE_NAME as LEDGER
from search.ledger.succession import Rule
from search.limits import (
    CONNECTION_SECONDS,
    CONNECTIONS,
    EXPORT_SECONDS,
    FEED_SECONDS,
    PAGE_SIZE,
    PAGE_SIZE_MAX,
    PORTRAIT_PASSAGES,
    QUERY_CHARACTERS,
    REQUEST_BODY_BYTES,
    REQUEST_HEADER_BYTES,
    REQUEST_LINE_BYTES,
    SEARCHES_ASIDE,
    SEARCHES_WAITING,
    STOPPING_SECONDS,
    TURN_SECONDS,
    UNREAD_SECONDS,
    WAITING_SECONDS,
)
from search.model import (
    Article,
    ArticleInfo,
    Attribution,
    Collective,
    Dating,
    Evidence,
    Grade,
    Kind,
    Mention,
    MentionKind,
    Mode,
    Passage,
    Precision,
    Span,
)
from search.name_book import NameBook, book_of
from search.occurrences import Occasion, Printed
from search.portraits import Heard, Portrait, names_like, portrait
from search.query import Filter, Group, Query, Sort
from search.records import dating_record, facets_record, hit_record, page_record, passage_record, statistics_record
from search.results import FacetCounts, FacetValue, Hit, HitGroup, ResultPage, Status, Table
from search.suggesting import Suggestion, suggest
from search.syntax import read

__all__ = [
    "BY_NAME",
    "CITATIONS",
    "COLLECTIVES",
    "CONNECTIONS",
    "CONNECTION_SECONDS",
    "ENGINES",
    "EXPORTS",
    "EXPORT_SECONDS",
    "FACETS",
    "FEED_SECONDS",
    "FIELDS",
    "LEDGER",
    "LOGS",
    "PAGE_SIZE",
    "PAGE_SIZE_MAX",
    "PORTRAIT_PASSAGES",
    "QUERY_CHARACTERS",
    "REQUEST_BODY_BYTES",
    "REQUEST_HEADER_BYTES",
    "REQUEST_LINE_BYTES",
    "SEARCHES_ASIDE",
    "SEARCHES_WAITING",
    "STOPPING_SECONDS",
    "TURN_SECONDS",
    "UNREAD_SECONDS",
    "WAITING_SECONDS",
    "Advice",
    "Antecedent",
    "Archive",
    "Article",
    "ArticleFate",
    "ArticleInfo",
    "Attribution",
    "Authority",
    "BuildReport",
    "Citation",
    "Collective",
    "ConfigError",
    "Dating",
    "Deadline",
    "EngineError",
    "Entry",
    "Evidence",
    "Explanation",
    "ExportFacts",
    "FacetCounts",
    "FacetValue",
    "Fate",
    "Field",
    "Filter",
    "Followed",
    "Grade",
    "Group",
    "Heard",
    "Hit",
    "HitGroup",
    "IndexStateError",
    "Job",
    "Kind",
    "LedgerError",
    "Mention",
    "MentionKind",
    "Metadata",
    "Mode",
    "NameBook",
    "NotFoundError",
    "Occasion",
    "PartialError",
    "Passage",
    "Portrait",
    "Precision",
    "Printed",
    "Query",
    "QueryError",
    "Reason",
    "Reference",
    "ResultPage",
    "Rule",
    "SearchEngine",
    "SearchError",
    "Settings",
    "Sort",
    "Span",
    "Statistics",
    "Status",
    "Suggestion",
    "Table",
    "advise",
    "article_fate_of",
    "article_key",
    "before",
    "begun",
    "book_of",
    "build",
    "dating_record",
    "day_in_words",
    "explain",
    "export",
    "facets_record",
    "fate_of",
    "fold_value",
    "followed",
    "hit_record",
    "matches",
    "metadata_of",
    "names_like",
    "now",
    "one_line",
    "page_record",
    "passage_id",
    "passage_record",
    "passages_of",
    "portrait",
    "read",
    "read_authority",
    "reason_of",
    "reference_of",
    "statistics_record",
    "suggest",
]
