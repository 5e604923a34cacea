"""What a page says of its article in JSON-LD, the description meant for search engines."""

from __future__ import annotations

import html
import json
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

_SCRIPTS = 20  # blocks looked at in one page
_NODES = 5_000  # objects looked at in one page
_KINDS = ("Article", "BlogPosting", "Report", "WebPage")  # ends of @type, from the surest to the least sure


@dataclass(frozen=True, slots=True)
class Described:
    """The values as stated; None where the page says nothing."""

    headline: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None


def described(soup: BeautifulSoup) -> Described:
    """The description of the page's article; the first block that is about an article counts."""
    nodes = list(_nodes(soup))
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    for kind in _KINDS:
        for node in nodes:
            if any(name.endswith(kind) for name in _strings(node.get("@type"))):
                return Described(
                    headline=_first(node.get("headline")),
                    published=_first(node.get("datePublished")),
                    publisher=_name(node.get("publisher"), by_id),
                    url=_first(node.get("url")),
                )
    return Described()


def _nodes(soup: BeautifulSoup) -> Iterator[dict[str, Any]]:
    """Every object in the page's blocks, outer ones first."""
    queue: deque[Any] = deque()
    for script in soup.find_all("script", type="application/ld+json", limit=_SCRIPTS):
        try:
            queue.append(json.loads(script.get_text(), strict=False))
        except (ValueError, RecursionError):  # pages write it by hand; a broken block says nothing
            continue
    seen = 0
    while queue and seen < _NODES:
        value = queue.popleft()
        seen += 1
        if isinstance(value, dict):
            yield value
            queue.extend(inner for inner in value.values() if isinstance(inner, dict | list))
        elif isinstance(value, list):
            queue.extend(inner for inner in value[:_NODES] if isinstance(inner, dict | list))


def _name(value: object, by_id: dict[str, dict[str, Any]]) -> str | None:
    """The name of an organisation given as text, as an object, or by reference to another object."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        reference = value.get("@id")
        known = by_id.get(reference, {}) if isinstance(reference, str) else {}
        return _first(value.get("name")) or _first(known.get("name"))
    return _first(value)


def _first(value: object) -> str | None:
    return next(_strings(value), None)


def _strings(value: object) -> Iterator[str]:
    values = value if isinstance(value, list) else [value]
    return (html.unescape(text) for text in values if isinstance(text, str) and text.strip())
