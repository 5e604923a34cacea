"""The JSON shapes other programs read: what `inspect` prints per passage and what a search answers.

The JSON Schemas in `docs/schemas` describe the same shapes; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from search.engines.base import Statistics
from search.explaining import Antecedent, Explanation
from search.model import Attribution, Dating, MentionKind, Passage, Span
from search.query import Filter
from search.results import FacetCounts, FacetValue, Hit, HitGroup, Interpretation, ResultPage

Record = dict[str, Any]


def passage_record(passage: Passage, file: str) -> Record:
    """One line of `inspect --json`. `file` is the path as the asker gave it; unknown values are null, never absent."""
    article = passage.article
    return {
        "file": file,
        "article_id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "place": article.place,
        "url": article.url,
        "published": dating_record(article.published),
        "event": dating_record(article.event),
        "passage_id": passage.id,
        "ordinal": passage.ordinal,
        "kind": passage.kind.value,
        "searched": passage.searched,
        "repeat": passage.repeat,
        "heading": passage.heading,
        "text": passage.text,
        "start": passage.span.start,
        "end": passage.span.end,
        "repairs": [[r.span.start, r.span.end, r.replacement] for r in passage.repairs],
        "attributions": [attribution_record(attribution) for attribution in passage.attributions],
        **_named(passage),
        "offices": [{"printed": o.printed, "person": o.person, "row": o.row} for o in passage.offices],
    }


def hit_record(hit: Hit) -> Record:
    """One hit of `search --json`. `matches` are [start, end] in the raw text; `year` is an integer or null."""
    passage, article = hit.passage, hit.passage.article
    return {
        "rank": hit.rank,
        "passage_id": passage.id,
        "article_id": article.id,
        "file": article.source_path,
        "url": article.url,
        "ordinal": passage.ordinal,
        "kind": passage.kind.value,
        "title": article.title,
        "heading": passage.heading,
        "text": passage.text,
        "score": hit.score,
        "speakers": list(passage.speakers),
        **_named(passage),
        "outlet": article.outlet,
        "year": article.year,
        "published": dating_record(article.published),
        "event": dating_record(article.event),
        "matches": _ranges(hit.matches),
    }


def page_record(page: ResultPage, asked: str) -> Record:
    """The one object of `search --json`. `asked` is the query text as typed; `text` is what was left beside filters."""
    return {
        "query": asked,
        "text": page.query.text,
        "filters": [filter_record(chosen) for chosen in page.query.filters],
        "excluded": [filter_record(refused) for refused in page.query.excluded],
        "sort": page.query.sort.value,
        "by": page.query.group.value,
        "interpretation": [interpretation_record(part) for part in page.interpretation],
        "complete": page.complete,
        "total": page.total,
        "page": page.query.page,
        "page_size": page.query.page_size,
        "pages": page.pages,
        "listed": page.listed,
        "groups": [_group(page.grouping.field, group) for group in page.grouping.groups] if page.grouping else [],
        "hits": [hit_record(hit) for hit in page.hits],
        "facets": facets_record(page.facets),
        "elapsed_ms": round(page.elapsed_ms, 3),
    }


def statistics_record(statistics: Statistics, generation: str) -> Record:
    """The one object of `stats --json`: what the index holds and which generation of it answered."""
    return {
        "generation": generation,
        "articles": statistics.articles,
        "passages": statistics.passages,
        "searched": statistics.searched,
        "speakers": statistics.speakers,
        "facets": facets_record(statistics.facets),
    }


def filter_record(chosen: Filter) -> Record:
    """A chosen or excluded value; null is "none", a single year an integer."""
    return {"facet": chosen.facet, "value": _value(chosen.facet, chosen.value)}


def interpretation_record(part: Interpretation) -> Record:
    """What became of one part of the query."""
    return {"text": part.text, "status": part.status.value, "reason": part.reason}


def facets_record(facets: Iterable[FacetCounts]) -> Record:
    """Facet values by facet name, in the facet's order; value null is "none", years are integers."""
    return {counts.name: [_facet_value(counts.name, value) for value in counts.values] for counts in facets}


def dating_record(dating: Dating | None) -> Record:
    """A date as far as it is known; every key is present and null where nothing is known."""
    if dating is None:
        return {"value": None, "precision": None, "stated": None, "evidence": None, "until": None}
    return {
        "value": dating.value,
        "precision": dating.precision.value,
        "stated": dating.stated,
        "evidence": dating.evidence,
        "until": dating.until.isoformat() if dating.until else None,
    }


def attribution_record(attribution: Attribution) -> Record:
    """Who is heard and how that is known; spans are [start, end] in the passage's text."""
    evidence = attribution.evidence
    return {
        "speaker": attribution.speaker,
        "collective": attribution.collective.value if attribution.collective else None,
        "printed": attribution.printed,
        "mode": attribution.mode.value,
        "grade": attribution.grade.value,
        "cue": _range(attribution.cue),
        "content": _range(attribution.content),
        "mention": _range(attribution.mention),
        "office": attribution.office,
        "body": attribution.body,
        "evidence": {
            "rule": evidence.rule,
            "antecedent": evidence.antecedent,
            "words": evidence.words,
            "office_row": evidence.office_row,
        },
    }


def explanation_record(explanation: Explanation) -> Record:
    """The one object of `explain --json`: a reason is its attribution with sentences and the words it rests on."""
    passage, article = explanation.passage, explanation.passage.article
    return {
        "passage_id": passage.id,
        "article_id": article.id,
        "file": article.source_path,
        "title": article.title,
        "ordinal": passage.ordinal,
        "kind": passage.kind.value,
        "text": passage.text,
        "published": dating_record(article.published),
        "event": dating_record(article.event),
        "reasons": [
            {
                **attribution_record(reason.said),
                "found": reason.found,
                "given": reason.given,
                "rule": reason.rule,
                "cue_words": reason.cue,
                "content_words": reason.content,
                "antecedent": _antecedent(reason.antecedent),
            }
            for reason in explanation.reasons
        ],
        "silence": explanation.silence,
    }


def _antecedent(antecedent: Antecedent | None) -> Record | None:
    if antecedent is None:
        return None
    return {
        "passage_id": antecedent.passage_id,
        "ordinal": antecedent.ordinal,
        "starts": antecedent.starts,
        "words": antecedent.words,
    }


def _named(passage: Passage) -> Record:
    return {
        "persons": list(passage.names(MentionKind.PERSON)),
        "organisations": list(passage.names(MentionKind.ORGANISATION)),
        "documents": list(passage.names(MentionKind.DOCUMENT)),
    }


def _group(field: str, group: HitGroup) -> Record:
    """A group by the filter that finds all of it; its hits are named by their ids."""
    return {
        "rank": group.rank,
        "filter": filter_record(Filter(field, group.value)),
        "total": group.total,
        "passage_ids": [hit.passage.id for hit in group.hits],
    }


def _facet_value(facet: str, value: FacetValue) -> Record:
    return {
        "value": _value(facet, value.value),
        "label": value.label,
        "count": value.count,
        "selected": value.selected,
        "excluded": value.excluded,
    }


def _value(facet: str, value: str | None) -> str | int | None:
    """A single year is a number; a range of years stays as written."""
    if facet == "year" and value is not None and value.isascii() and value.isdigit():
        return int(value)
    return value


def _range(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _ranges(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
