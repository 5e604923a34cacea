"""The addresses of the site: each reads a request, asks the archive and prints a page object."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Blueprint, Response, abort, make_response, redirect
from htmx_flask import request

from search import (
    FACETS,
    PAGE_SIZE_MAX,
    PORTRAIT_PASSAGES,
    EngineError,
    Filter,
    IndexStateError,
    NotFoundError,
    Query,
    ResultPage,
    SearchEngine,
    Span,
    advise,
    before,
    begun,
    names_like,
    portrait,
)
from webapp.articles import article_page, neighbours_of
from webapp.browse import Wish, browse_page
from webapp.citing import metadata
from webapp.errors import unknown
from webapp.facets import FOLDED
from webapp.front import FrontPage, examples_of, front_page
from webapp.groups import as_asked, listing_of
from webapp.help import Lesson, lessons_of
from webapp.links import number_of
from webapp.moved import notice_of
from webapp.pages import Form, search_page
from webapp.params import query_from, up_to
from webapp.portraits import portrait_page
from webapp.site import deadline, links, printed, site, undisturbed
from webapp.suggesting import book
from webapp.table import MOST_ROWS, ROWS, columns_for, table_page
from webapp.tried import tried_of

SETTLED = "X-Settled"  # sent with a question that was put with Enter, not in the midst of typing
GOES_ON = "X-Goes-On"  # sent with a question that was typed on from the one in sight: one step of the history
BOX = "ask"  # the form that asks while somebody types

ALSO = {  # the fields whose values have a page of this kind
    "speaker": ("speaker", "person"),
    "organisation": ("organisation", "speaker_body"),
    "document": ("document",),
}

pages = Blueprint("pages", __name__)


@pages.get("/")
def front() -> str:
    """What the archive holds."""
    archive, to = site().archive, links()

    def made() -> tuple[FrontPage, bool]:
        engine = archive.engine()
        return front_page(engine.statistics(), examples_of(engine, engine.statistics(), to), to), True

    page = site().kept.of(lambda: archive.edition, ("front", to.root), made)
    return printed("front.html", page=page)


@pages.get("/search")
def search() -> Response:
    """The result of a query: a page, or for htmx the part of it that changes."""
    asked = query_from(request.args.items(multi=True))
    engine = site().archive.engine()
    result = _listed(engine, asked)
    partial = _partial()
    here = asked
    if not partial or SETTLED in request.headers:  # nobody is typing: filters in the text become filters of the form
        here = asked = result.query
    elif (
        request.htmx.trigger == BOX
        and not result.total
        and result.complete
        and (likely := begun(asked) or before(asked))
    ):
        found = _listed(engine, likely)
        if found.total:
            here, result = likely, found
    advice = advise(engine, result, deadline()) if not result.total and result.complete else None
    page = search_page(asked, result, advice, tried_of(engine, result, deadline()), links())
    response = make_response(printed("partials/answer.html" if partial else "search.html", page=page, form=page.form))
    response.headers["Server-Timing"] = f"search;dur={result.elapsed_ms:.1f}"
    if not result.complete:
        response.headers["Cache-Control"] = "no-store"
    response.vary.update((SETTLED, GOES_ON, "HX-Trigger"))
    if partial:
        address = links().search(here)
        step = "HX-Replace-Url" if GOES_ON in request.headers else "HX-Push-Url"
        response.headers[step] = "false" if address == _shown() else address
    return response


@pages.get("/table")
def table() -> str:
    """Who is heard when, within a query."""
    asked = query_from(request.args.items(multi=True)).on_page(1)
    found = site().archive.engine().table(asked, "speaker", columns_for(asked), deadline())
    rows = up_to(MOST_ROWS, request.args.get("rows", "")) or ROWS
    page = table_page(found, links(), rates="rates" in request.args, rows=rows)
    return printed("table.html", page=page, form=page.form)


@pages.get("/browse/<facet>")
def browse(facet: str) -> str:
    """Every value of a facet, counted within a query."""
    if facet not in {field.name for field in FACETS}:
        abort(404)
    asked = query_from(request.args.items(multi=True))
    result = site().archive.engine().search(asked.on_page(1), deadline())
    find = request.args.get("find", "").strip()
    if _partial():  # the list is made longer in its place
        page = browse_page(facet, result, Wish(find, listed=FOLDED), book(), links())
        return printed("partials/values.html", page=page)
    wish = Wish(find, request.args.get("order") == "name", page=asked.page)
    page = browse_page(facet, result, wish, book(), links())
    return printed("browse.html", page=page, form=page.form)


@pages.get("/bodies/<path:name>", merge_slashes=False, defaults={"facet": "organisation"})
@pages.get("/speakers/<path:name>", merge_slashes=False, defaults={"facet": "speaker"})
@pages.get("/documents/<path:name>", merge_slashes=False, defaults={"facet": "document"})
def about(facet: str, name: str) -> str | Response:
    """A body, a speaker or a document: where it is named, who is heard, how it is printed."""
    engine = site().archive.engine()
    try:
        found = portrait(engine, facet, name, deadline(), PORTRAIT_PASSAGES)
    except NotFoundError:
        called = book().called(ALSO[facet], name)  # as it is printed, or as the authority knows it
        if called and (about := links().about(facet, called)):
            return _redirected(about)
        return unknown(facet, name, names_like(engine, facet, name))
    if found.name != name:  # written in another way: one page has one address
        return _redirected(links().about(facet, found.name) or links().front())
    return printed("portrait.html", page=portrait_page(found, links()))


@pages.get("/articles/<key>")
def article(key: str) -> str:
    """An article, with the words of `q` marked."""
    archive = site().archive
    return _article(archive.engine(), archive.article_id(key), None)


@pages.get("/p/<passage_id>")
def passage(passage_id: str) -> str:
    """One passage, washed inside its article."""
    engine = site().archive.engine()
    found = engine.passage(passage_id)
    return _article(engine, found.article.id, found.id)


@pages.get("/p/<passage_id>/context")
def context(passage_id: str) -> str | Response:
    """The passages around one passage, to be opened in place; who comes without htmx is sent to the article."""
    engine = site().archive.engine()
    found = engine.passage(passage_id)
    text = request.args.get("q", "")
    if not _partial():
        return _redirected(links().passage(passage_id, text, number_of(found.ordinal)))
    before, here, after = neighbours_of(
        found, engine.article(found.article.id), _found(engine, found.article.id, text), links()
    )
    return printed("partials/context.html", before=before, here=here, after=after)


@pages.get("/help")
def guide() -> str:
    """The query language, with examples that are counted in this archive."""
    archive, to, until = site().archive, links(), undisturbed()

    def made() -> tuple[tuple[Lesson, ...], bool]:
        lessons = lessons_of(archive.engine(), until, to)
        return lessons, not until.passed

    lessons = site().kept.of(lambda: archive.edition, ("help", to.root), made)
    return printed("help.html", lessons=lessons)


@pages.get("/healthz")
def health() -> dict[str, str]:
    """The process answers."""
    return {"status": "ok"}


@pages.get("/readyz")
def ready() -> tuple[dict[str, str], int]:
    """The current generation opens, a passage can be read from it, and no damage was found in it."""
    archive = site().archive
    try:
        with archive.lend():
            for hit in archive.engine().search(Query(page_size=1), deadline(), facets=()).hits:
                archive.engine().passage(hit.passage.id)
            return {"status": "ready", "generation": archive.generation}, 200
    except (IndexStateError, EngineError):
        return {"status": "not ready", "generation": str(archive.published or "none")}, 503


@pages.get("/static/<any('whosaid.css', 'whosaid.js', 'htmx.js'):name>")
def made(name: str) -> Response:
    """A file that was put together when the site started."""
    asset = site().made[name]
    response = make_response(asset.content)
    response.mimetype = asset.mimetype
    response.add_etag()
    response.make_conditional(request)
    return response


def _listed(engine: SearchEngine, asked: Query) -> ResultPage:
    """The answer, listed as it is asked for."""
    return as_asked(_answered(engine, listing_of(asked)), asked)


def _answered(engine: SearchEngine, asked: Query) -> ResultPage:
    """The answer; a page beyond the last is the last."""
    result = engine.search(asked, deadline())
    if not result.hits and 0 < result.pages < asked.page:
        return engine.search(asked.on_page(result.pages), deadline())
    return result


def _article(engine: SearchEngine, article_id: str, linked: str | None) -> str:
    text = request.args.get("q", "")
    passages = engine.article(article_id)
    page = article_page(passages, _found(engine, article_id, text), text, links(), linked)
    about = metadata(passages, linked)
    return printed("article.html", page=page, form=Form(text), metadata=about, notice=notice_of(linked))


def _found(engine: SearchEngine, article_id: str, text: str) -> dict[str, tuple[Span, ...]]:
    """The passages of one article that `text` finds, with the words to mark: what the search itself would show."""
    if not text.strip():
        return {}
    query = Query(text, (Filter("article", article_id),), page_size=PAGE_SIZE_MAX)
    until = deadline()
    result = engine.search(query, until, facets=())
    hits = list(result.hits)
    for page in range(2, result.pages + 1):
        hits += engine.search(query.on_page(page), until, facets=()).hits
    return {hit.passage.id: hit.matches for hit in hits}


def _partial() -> bool:
    """Whether only the part that changes is wanted. A restored page must be whole."""
    asked = request.htmx
    return bool(asked) and not asked.boosted and not asked.history_restore_request


def _shown() -> str:
    """Path and query of the page the reader is on, as htmx tells it."""
    parts = urlsplit(request.htmx.current_url or "")
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def _redirected(address: str) -> Response:
    response = make_response(redirect(address, 303))
    response.headers["Cache-Control"] = "no-cache"
    return response
