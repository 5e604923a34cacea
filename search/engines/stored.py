"""A passage as the bytes an engine keeps, and back: an exact round trip.

The bytes are one line of JSON in UTF-8. Values without a name of their own stand as short lists in the order of the
fields of `search.model`, so that a line stays small; what a passage does not have is left out.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from search.model import (
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
    OfficeMention,
    Passage,
    Precision,
    Repair,
    Span,
)

# Looking a member up takes a fifth of the time that asking its class does, and a page has a hundred of them.
_KINDS = {one.value: one for one in Kind}
_MENTIONS = {one.value: one for one in MentionKind}
_PRECISIONS = {one.value: one for one in Precision}
_COLLECTIVES = {one.value: one for one in Collective}
_MODES = {one.value: one for one in Mode}
_GRADES = {one.value: one for one in Grade}
_read = json.JSONDecoder().decode  # what is kept is always in UTF-8
_write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


def encode(passage: Passage) -> bytes:
    """The passage as one line of JSON, without the line's end. Raises `ValueError` for text that is no Unicode."""
    record = {
        "id": passage.id,
        "article": _article_record(passage.article),
        "ordinal": passage.ordinal,
        "kind": passage.kind.value,
        "span": _ends(passage.span),
        "text": passage.text,
        "repairs": [[*_ends(r.span), r.replacement] for r in passage.repairs],
        "heading": passage.heading,
        "repeat": passage.repeat,
        "attributions": [_attribution_record(a) for a in passage.attributions],
        "mentions": [[m.name, m.kind.value, *_ends(m.span), m.printed] for m in passage.mentions],
        "offices": [[o.printed, o.person, o.row, *_ends(o.span)] for o in passage.offices],
    }
    kept = {key: value for key, value in record.items() if value not in (None, [], False) or key == "ordinal"}
    try:
        return _write(kept).encode()
    except UnicodeEncodeError as broken:
        msg = f"passage {passage.id!a} holds half of a surrogate pair and cannot be stored"
        raise ValueError(msg) from broken


def decode(line: bytes) -> Passage:
    """The passage that `encode` was given. Raises `ValueError`, `KeyError` or `TypeError` for other bytes."""
    record = _read(line.decode())
    return Passage(
        id=record["id"],
        article=_article(record["article"]),
        ordinal=record["ordinal"],
        kind=_KINDS[record["kind"]],
        span=Span(*record["span"]),
        text=record["text"],
        repairs=tuple(Repair(Span(start, end), text) for start, end, text in record.get("repairs", ())),
        heading=record.get("heading"),
        repeat=record.get("repeat", False),
        attributions=tuple(_attribution(a) for a in record.get("attributions", ())),
        mentions=tuple(
            Mention(name, _MENTIONS[kind], Span(start, end), printed)
            for name, kind, start, end, printed in record.get("mentions", ())
        ),
        offices=tuple(
            OfficeMention(printed, person, row, Span(start, end))
            for printed, person, row, start, end in record.get("offices", ())
        ),
    )


def _ends(span: Span) -> list[int]:
    return [span.start, span.end]


def _span_record(span: Span | None) -> list[int] | None:
    return None if span is None else _ends(span)


def _span(record: list[int] | None) -> Span | None:
    return None if record is None else Span(*record)


def _dating_record(dating: Dating | None) -> list[Any] | None:
    if dating is None:
        return None
    until = None if dating.until is None else dating.until.isoformat()
    return [dating.day.isoformat(), dating.precision.value, dating.stated, dating.evidence, until]


def _dating(record: list[Any] | None) -> Dating | None:
    if record is None:
        return None
    day, precision, stated, evidence, until = record
    last = None if until is None else date.fromisoformat(until)
    return Dating(date.fromisoformat(day), _PRECISIONS[precision], stated, evidence, last)


def _article_record(info: ArticleInfo) -> list[Any]:
    datings = _dating_record(info.published), _dating_record(info.event)
    return [info.id, info.title, info.outlet, info.place, *datings, info.url, info.source_path, info.sha256]


def _article(record: list[Any]) -> ArticleInfo:
    id_, title, outlet, place, published, event, url, source_path, sha256 = record
    return ArticleInfo(id_, title, outlet, place, _dating(published), _dating(event), url, source_path, sha256)


def _attribution_record(a: Attribution) -> list[Any]:
    return [
        a.speaker,
        a.collective and a.collective.value,
        a.printed,
        a.mode.value,
        a.grade.value,
        _span_record(a.cue),
        _span_record(a.content),
        [a.evidence.rule, a.evidence.antecedent, a.evidence.words, a.evidence.office_row],
        _span_record(a.mention),
        a.office,
        a.body,
    ]


def _attribution(record: list[Any]) -> Attribution:
    speaker, collective, printed, mode, grade, cue, content, evidence, mention, office, body = record
    return Attribution(
        speaker=speaker,
        collective=None if collective is None else _COLLECTIVES[collective],
        printed=printed,
        mode=_MODES[mode],
        grade=_GRADES[grade],
        cue=_span(cue),
        content=_span(content),
        evidence=Evidence(*evidence),
        mention=_span(mention),
        office=office,
        body=body,
    )
