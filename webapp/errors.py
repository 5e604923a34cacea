"""Error → status and page. No other file chooses a status for a failure."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus

from flask import Flask, Response, jsonify, make_response, redirect, request
from werkzeug.exceptions import HTTPException, InternalServerError

from search import (
    EngineError,
    FacetValue,
    IndexStateError,
    LedgerError,
    NotFoundError,
    PartialError,
    Query,
    QueryError,
    SearchError,
)
from webapp.api_cursor import StaleCursorError
from webapp.gate import BusyError
from webapp.links import PORTRAITS
from webapp.moved import GonePage, onward
from webapp.pages import Offer
from webapp.site import links, printed

API = "/api/"  # where programs ask: they get their errors as JSON
_RETRY = 10  # seconds; a build that replaces the index is seldom longer
_AGAIN = 2  # seconds; the line is short by then


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """What happened, in words a person would use, and what to do next."""

    status: int
    title: str
    text: str
    detail: str | None
    offers: tuple[Offer, ...]


_HTTP = {
    400: ("This request cannot be read", "Something in the address is not as it should be."),
    404: (
        "There is no such page",
        "The address may have been cut short, or what it led to is no longer in the archive.",
    ),
    410: (
        "The answer goes on no more",
        "The index was built again since this cursor was given. Ask again without a cursor.",
    ),
    405: ("This page can only be read", "Nothing can be sent to it."),
    413: ("That is too much at once", "The request is larger than this site accepts."),
    414: ("That address is too long", "Try fewer words or fewer filters."),
    500: ("Something went wrong here", "It is not your doing. The error has been noted; please try again."),
}
_FALLBACK = ("This did not work", "The request could not be answered.")


def register(app: Flask) -> None:
    """Let `app` answer every error with a page."""
    app.register_error_handler(SearchError, _ours)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(BusyError, _busy)
    app.register_error_handler(StaleCursorError, _stale)


def unknown(facet: str, name: str, alike: tuple[FacetValue, ...]) -> Response:
    """A body, speaker or document that the archive does not know, with the names that are most like it."""
    to = links()
    near = (Offer(v.label, about, v.count) for v in alike if (about := to.about(facet, v.value)))
    words = Offer(f"Search the passages for {name}", to.search(Query(name)))
    everything = Offer(f"All {PORTRAITS[facet][0]}", to.browse(facet, Query()))
    text = "It may be known by another name." if alike else "No passage has this name."
    title = f"The archive knows no {PORTRAITS[facet][1]} called {name}"
    return _page(ErrorPage(404, title, text, None, (*near, words, everything)))


def _ours(error: SearchError) -> Response:
    return _missing() if isinstance(error, NotFoundError) else _answer(*_told(error))


def _told(error: SearchError) -> tuple[int, str, str, str | None]:
    """Status, title, text and detail of an error."""
    match error:
        case QueryError():
            return 400, "This cannot be searched for", str(error), None
        case LedgerError():
            return 503, "This cannot be answered at the moment", "Whoever runs this site can mend it:", str(error)
        case IndexStateError():
            return 503, "The index cannot be used at the moment", "Whoever runs this site can mend it:", str(error)
        case PartialError():
            return 503, "The whole of it could not be had", str(error), None
        case EngineError():
            return 503, "The search did not answer", "Please try again in a moment.", None
    return 500, *_HTTP[500], None


def _missing() -> Response:
    """What became of it, if it was ever there."""
    try:
        found = onward()
    except LedgerError as problem:
        return _answer(*_told(problem))
    match found:
        case str():
            return make_response(redirect(found, 303))
        case GonePage() if request.path.startswith(API):
            return _answer(410, found.heading, found.where)
        case GonePage():
            return make_response(printed("gone.html", page=found), 410)
    return _answer(404, "This is not in the archive", "The link may have been cut short, or the text was removed.")


def _busy(_error: BusyError) -> Response:
    answer = _answer(503, "Many are searching at the moment", "Please try again in a few seconds.")
    answer.headers["Retry-After"] = str(_AGAIN)
    return answer


def _stale(_error: StaleCursorError) -> Response:
    return _answer(410, *_HTTP[410])


def _http(error: HTTPException) -> Response:
    if isinstance(error, InternalServerError):
        return _answer(500, *_HTTP[500])
    status = error.code or 500
    answer = _answer(status, *_HTTP.get(status, _FALLBACK))
    for name, value in error.get_headers():
        if name in {"Allow", "Location", "Retry-After"}:
            answer.headers[name] = value
    return answer


def _answer(status: int, title: str, text: str, detail: str | None = None) -> Response:
    to = links()
    offers = (Offer("What the archive holds", to.front()), Offer("All passages", to.search(Query())))
    return _page(ErrorPage(status, title, text, detail, offers if status != HTTPStatus.SERVICE_UNAVAILABLE else ()))


def _page(page: ErrorPage) -> Response:
    if request.path.startswith(API):
        record = {"status": page.status, "title": page.title, "text": page.text, "detail": page.detail}
        response = jsonify({"error": record})
        response.status_code = page.status
    else:
        response = make_response(printed("error.html", page=page), page.status)
    if page.status == HTTPStatus.SERVICE_UNAVAILABLE:
        response.headers["Retry-After"] = str(_RETRY)
    return response
