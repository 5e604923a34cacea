"""Following a search: an Atom feed of the passages that answer it, and the site as a search engine of a browser."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from flask import Blueprint, Response, request

from search import (
    FEED_SECONDS,
    Deadline,
    Entry,
    Followed,
    Query,
    Reference,
    followed,
    one_line,
    reference_of,
)
from webapp.facets import filter_label
from webapp.params import args_of, query_from, query_string
from webapp.site import public, site

ATOM = "http://www.w3.org/2005/Atom"
OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/"
_TAG = "tag:whosaid,2026:"  # names that stay, wherever the archive is served
_TITLE = 80  # characters of a passage in the title of its entry
_DAWN = "1970-01-01T00:00:00+00:00"  # when a feed without entries was last changed

blueprint = Blueprint("feeds", __name__)


@blueprint.get("/feed.atom")
def feed() -> Response:
    """The newest passages that answer a query."""
    asked = query_from(request.args.items(multi=True)).on_page(1)
    found = followed(site().archive.engine(), site().ledger, asked, Deadline.after(FEED_SECONDS))
    return _xml(_feed(asked, found), "application/atom+xml")


@blueprint.get("/opensearch.xml")
def opensearch() -> Response:
    """What a browser wants to know to search here."""
    to, root = public(), ET.Element("OpenSearchDescription", xmlns=OPENSEARCH)
    for name, text in (
        ("ShortName", "whosaid"),
        ("Description", "Who said what, when, and for which body: passages of news and official speech"),
        ("InputEncoding", "UTF-8"),
    ):
        _add(root, name, text)
    for media, address in (("text/html", f"{to.root}/search"), ("application/atom+xml", f"{to.root}/feed.atom")):
        template = f"{address}?q={{searchTerms}}"
        _add(root, "Url", type=media, template=template)
    return _xml(root, "application/opensearchdescription+xml")


def _feed(asked: Query, found: Followed) -> ET.Element:
    to, root = public(), ET.Element("feed", xmlns=ATOM)
    _add(root, "id", f"{_TAG}search{query_string(args_of(asked))}")
    _add(root, "title", _name(found.query))
    _add(root, "updated", max((entry.published for entry in found.entries), default=_DAWN))
    _add(_add(root, "author"), "name", "whosaid")
    _add(root, "link", rel="self", type="application/atom+xml", href=to.feed(asked))
    _add(root, "link", rel="alternate", type="text/html", href=to.search(asked))
    for entry in found.entries:
        root.append(_entry(entry))
    return root


def _entry(entry: Entry) -> ET.Element:
    reference = reference_of(entry.passage, public().passage(entry.passage.id))
    node = ET.Element("entry")
    _add(node, "id", f"{_TAG}passage/{reference.passage_id}")
    _add(node, "title", _heading(reference))
    _add(node, "published", entry.published)
    _add(node, "updated", entry.published)
    for name in _persons(reference) or [reference.outlet or "whosaid"]:
        _add(_add(node, "author"), "name", name)
    _add(node, "link", rel="alternate", type="text/html", href=reference.permalink)
    for keyword in reference.keywords:
        _add(node, "category", term=keyword)
    _add(node, "summary", reference.note)
    _add(node, "content", reference.text, type="text")
    return node


def _heading(reference: Reference) -> str:
    words = reference.text if len(reference.text) <= _TITLE else f"{reference.text[:_TITLE].rsplit(' ', 1)[0]} …"
    return ": ".join((*_persons(reference)[:1], words))


def _persons(reference: Reference) -> list[str]:
    return [voice.name for voice in reference.voices if voice.person]


def _name(query: Query) -> str:
    """A search in words; what is no character is left out where it is written."""
    parts = [query.text.strip(), *(filter_label(f) for f in query.filters)]
    parts += [f"not {filter_label(f)}" for f in query.excluded]
    return f"whosaid: {', '.join(part for part in parts if part) or 'all passages'}"


def _add(node: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    child = ET.SubElement(node, name, attributes)
    child.text = text
    return child


def _xml(root: ET.Element, media: str) -> Response:
    for node in root.iter():
        node.text = node.text and one_line(node.text)
        node.attrib.update({name: one_line(value) for name, value in node.attrib.items()})
    return Response(ET.tostring(root, encoding="utf-8", xml_declaration=True), content_type=f"{media}; charset=utf-8")
