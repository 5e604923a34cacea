"""CSL-JSON, for citation processors; `circa` marks a date that was inferred."""

from __future__ import annotations

import json
from typing import Any

from search.citing.reference import Reference
from search.model import Dating, Precision

_PARTS = {Precision.YEAR: 1, Precision.MONTH: 2, Precision.DAY: 3}


def csl(reference: Reference) -> str:
    """A list of one item, which is what processors and managers import."""
    return json.dumps([csl_item(reference)], ensure_ascii=False, indent=1) + "\n"


def csl_item(reference: Reference) -> dict[str, Any]:
    """The passage as an item; what is not known is left out."""
    item: dict[str, Any] = {
        "id": reference.key,
        "type": "article-newspaper",
        "title": reference.title,
        "container-title": reference.outlet,
        "publisher-place": reference.place,
        "issued": _issued(reference.dating),
        "URL": reference.address,
        "abstract": reference.text,
        "note": reference.note,
        "keyword": ", ".join(reference.keywords),
    }
    return {name: value for name, value in item.items() if value}


def _issued(dating: Dating | None) -> dict[str, Any] | None:
    if dating is None:
        return None
    first = [dating.day.year, dating.day.month, dating.day.day][: _PARTS[dating.precision]]
    until = dating.until
    parts = [first] if until is None else [first, [until.year, until.month, until.day]]
    return {"date-parts": parts, **({} if dating.stated else {"circa": True})}
