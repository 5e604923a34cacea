"""What the API says of an article, a passage and a portrait, beside the records that the command line prints, too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from search import Dating, Heard, Passage, Portrait, Printed, dating_record, passage_record
from webapp.links import Links

Record = dict[str, Any]

_OF_ARTICLE = {"file", "article_id", "title", "outlet", "place", "url", "published", "event"}


def passage_in_api(passage: Passage, to: Links) -> Record:
    """A passage as `inspect --json` prints it, with its speakers and its address."""
    record = passage_record(passage, passage.article.source_path)
    return {**record, "speakers": list(passage.speakers), "link": to.passage(passage.id)}


def article_record(passages: Sequence[Passage], to: Links) -> Record:
    """An article: what is known of it as a whole, then its passages in reading order."""
    records = [passage_in_api(passage, to) for passage in passages]
    facts = {name: value for name, value in records[0].items() if name in _OF_ARTICLE}
    rest = [{name: value for name, value in record.items() if name not in _OF_ARTICLE} for record in records]
    return {**facts, "link": to.article(passages[0].article.id), "passages": rest}


def portrait_record(found: Portrait) -> Record:
    """A body, a speaker or a document: how often it is named and heard, how it is printed, who is heard for it."""
    return {
        "name": found.name,
        "facet": found.facet,
        "complete": found.complete,
        "named": found.named.total,
        "heard": found.heard.total,
        "printed": [_printed(way) for way in found.printed],
        "titles": [_printed(way) for way in found.titles],
        "voices": [_heard(voice) for voice in found.voices],
    }


def _printed(way: Printed) -> Record:
    return {"text": way.text, "count": way.count, "example": way.example, **_period(way.first, way.last)}


def _heard(voice: Heard) -> Record:
    titles = [_printed(title) for title in voice.titles]
    period = _period(voice.first, voice.last)
    return {"facet": voice.facet, "name": voice.value, "count": voice.count, "titles": titles, **period}


def _period(first: Dating | None, last: Dating | None) -> Record:
    return {"first": dating_record(first), "last": dating_record(last)}
