"""The JSON API: the questions of the pages for other programs. `webapp/api_document.py` describes it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

from flask import Blueprint, Response, make_response, request

from search import (
    BY_NAME,
    FACETS,
    FacetCounts,
    NotFoundError,
    Query,
    QueryError,
    ResultPage,
    Status,
    article_key,
    facets_record,
    fold_value,
    hit_record,
    page_record,
    portrait,
)
from webapp.api_cursor import cursor_of, page_at
from webapp.api_document import document
from webapp.api_records import Record, article_record, passage_in_api, portrait_record
from webapp.params import args_of, query_from, query_string, slips_in
from webapp.site import deadline, public, site

FIRST = 10  # values of a facet beside the others
BROWSED = {"speakers": "speaker", "bodies": "organisation", "documents": "document"}
_OF_PAGES = {"page", "pages", "facets", "by", "listed", "groups"}  # a cursor tells its place, and lists each passage
_OWN = {"cursor", "find"}  # arguments that are no part of a query

blueprint = Blueprint("api", __name__, url_prefix="/api/v1")


@blueprint.before_request
def unchanged() -> Response | None:
    """Whoever has the answer of this edition of the index is told so before anything is searched."""
    if not request.if_none_match.contains_weak(_tag()):
        return None
    response = make_response("", 304)
    response.set_etag(_tag(), weak=True)
    return response


@blueprint.get("/search")
def search() -> Response:
    """A page of hits and where the next one is."""
    asked = _asked()
    result = _result(asked.on_page(_page(asked)))
    to = public()
    hits = [{**hit_record(hit), "link": to.passage(hit.passage.id)} for hit in result.hits]
    whole = page_record(replace(result, hits=(), facets=()), asked.text)
    record = {name: value for name, value in whole.items() if name not in _OF_PAGES}
    more = result.complete and result.query.page < result.pages
    return _reply({**record, "hits": hits, **_next(asked, result.query.page + 1 if more else None)}, result.complete)


@blueprint.get("/facets")
def facets() -> Response:
    """Every facet of a result with its first values."""
    result = _result(_asked())
    rows = [
        {
            "name": counts.name,
            "label": BY_NAME[counts.name].label,
            "total": len(counts.values),
            "values": facets_record([replace(counts, values=counts.values[:FIRST])])[counts.name],
        }
        for counts in result.facets
    ]
    return _reply({"complete": result.complete, "total": result.total, "facets": rows}, result.complete)


@blueprint.get("/facets/<name>")
def facet(name: str) -> Response:
    """The values of one facet of a result, as far as they hold what `find` says."""
    if name not in {field.name for field in FACETS}:
        msg = f"there is no facet called {name!r}"
        raise NotFoundError(msg)
    asked = _asked()
    result = _result(asked)
    wanted = fold_value(request.args.get("find", "")).split()
    held = next((counts.values for counts in result.facets if counts.name == name), ())
    values = tuple(value for value in held if all(part in fold_value(value.label) for part in wanted))
    page = _page(asked)
    start = (page - 1) * asked.page_size
    shown = FacetCounts(name, values[start : start + asked.page_size])
    more = start + asked.page_size < len(values)
    record = {
        "name": name,
        "label": BY_NAME[name].label,
        "complete": result.complete,
        "total": len(values),
        "values": facets_record([shown])[name],
        **_next(asked, page + 1 if more else None),
    }
    return _reply(record, result.complete)


@blueprint.get("/speakers", defaults={"kind": "speakers"})
@blueprint.get("/bodies", defaults={"kind": "bodies"})
@blueprint.get("/documents", defaults={"kind": "documents"})
def names(kind: str) -> Response:
    """The speakers heard, the bodies named or the documents cited in a result."""
    return facet(BROWSED[kind])


@blueprint.get("/speakers/<path:name>", merge_slashes=False, defaults={"kind": "speakers"})
@blueprint.get("/bodies/<path:name>", merge_slashes=False, defaults={"kind": "bodies"})
@blueprint.get("/documents/<path:name>", merge_slashes=False, defaults={"kind": "documents"})
def named(kind: str, name: str) -> Response:
    """What the archive knows of one of them."""
    found = portrait(site().archive.engine(), BROWSED[kind], name, deadline())
    return _reply(portrait_record(found), found.complete)


@blueprint.get("/articles/<path:key>", merge_slashes=False)
def article(key: str) -> Response:
    """An article with all its passages, by its id or by the key in the address of its page."""
    archive = site().archive
    return _reply(article_record(archive.engine().article(archive.article_id(article_key(key))), public()))


@blueprint.get("/passages/<passage_id>")
def passage(passage_id: str) -> Response:
    """A passage with everything that is known of it."""
    return _reply(passage_in_api(site().archive.engine().passage(passage_id), public()))


@blueprint.get("/openapi.json")
def openapi() -> Response:
    """The description of all this."""
    return _reply(document(f"{public().root}/api/v1"))


def _asked() -> Query:
    """The query of the request. Raises `QueryError` for an argument that is unknown or cannot be read."""
    pairs = [(name, value) for name, value in request.args.items(multi=True) if name not in _OWN]
    slips = [f"{name}={value}" for name, value in slips_in(pairs)]
    slips += ["page (give the cursor of the answer before)"] * ("page" in request.args)
    if slips:
        msg = f"these arguments cannot be read: {', '.join(slip[:200] for slip in slips)}"
        raise QueryError(msg)
    return query_from(pairs)


def _result(asked: Query) -> ResultPage:
    """The answer. Raises `QueryError` where a part of the query was left out."""
    result = site().archive.engine().search(asked, deadline())
    slips = [f"{part.text!r}: {part.reason}" for part in result.interpretation if part.status is Status.IGNORED]
    if slips:
        raise QueryError("; ".join(slips))
    return result


def _page(asked: Query) -> int:
    """The page that the cursor of the request stands for."""
    cursor = request.args.get("cursor")
    return 1 if cursor is None else page_at(cursor, site().archive.edition, _question(asked))


def _next(asked: Query, page: int | None) -> Record:
    """The cursor of the next page and the address it is asked for at; null where this is the last."""
    if page is None:
        return {"cursor": None, "next": None}
    cursor = cursor_of(page, site().archive.edition, _question(asked))
    kept = [(name, value) for name, value in request.args.items(multi=True) if name != "cursor"]
    address = f"{public().root}{request.path}{query_string([*kept, ('cursor', cursor)])}"
    return {"cursor": cursor, "next": address}


def _question(asked: Query) -> str:
    """What a cursor belongs to: address and query without the page."""
    return f"{request.path}{query_string(args_of(asked.on_page(1)))}&{request.args.get('find', '')}"


def _reply(record: Record, complete: bool = True) -> Response:  # noqa: FBT001, FBT002 - it is said where it is known
    """A record with the generation that gave it; an answer that is not complete is not kept by anybody."""
    whole = {"generation": site().archive.generation, **record}
    response = make_response(json.dumps(whole, ensure_ascii=False) + "\n")
    response.mimetype = "application/json"
    if complete:
        response.set_etag(_tag(), weak=True)
    else:
        response.headers["Cache-Control"] = "no-store"
    return response


def _tag() -> str:
    return hashlib.sha256(site().archive.edition.encode()).hexdigest()[:16]
