"""What a page tells reference managers and search machines: schema.org as JSON-LD, and `citation_…` meta tags."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from search.citing.reference import Reference


@dataclass(frozen=True, slots=True)
class Metadata:
    """The JSON-LD object and the meta tags of a page, both without anything that is not known."""

    schema_org: dict[str, Any]
    tags: tuple[tuple[str, str], ...]


def metadata_of(reference: Reference, article: str, *, whole: bool) -> Metadata:
    """The metadata of an article at the address `article`, or, unless `whole`, of the one passage.

    A date that was inferred is not told to machines, which have no way to take it for what it is.
    """
    printed = _article(reference, article)
    known = printed if whole else _known(_passage(reference, printed))
    return Metadata({"@context": "https://schema.org", **known}, tuple(_tags(reference, article)))


def _article(reference: Reference, article: str) -> dict[str, Any]:
    return _known(
        {
            "@type": "NewsArticle",
            "@id": article,
            "headline": reference.title,
            "publisher": {"@type": "Organization", "name": reference.outlet} if reference.outlet else None,
            "datePublished": _published(reference),
            "sameAs": reference.source,
        }
    )


def _passage(reference: Reference, article: dict[str, Any]) -> dict[str, Any]:
    persons = [{"@type": "Person", "name": voice.name} for voice in reference.voices if voice.person]
    kind = "Quotation" if reference.voices else "CreativeWork"
    return {
        "@type": kind,
        "@id": reference.permalink,
        "identifier": reference.passage_id,
        "text": reference.text,
        "creator": persons,
        "keywords": list(reference.keywords),
        "isPartOf": article,
    }


def _tags(reference: Reference, article: str) -> list[tuple[str, str]]:
    tags = {
        "citation_title": reference.title,
        "citation_publisher": reference.outlet,
        "citation_publication_date": (_published(reference) or "").replace("-", "/"),
        "citation_public_url": reference.source or article,
    }
    return [(name, value) for name, value in tags.items() if value]


def _published(reference: Reference) -> str | None:
    dating = reference.dating
    return dating.value if dating and dating.stated and not reference.of_event else None


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}
