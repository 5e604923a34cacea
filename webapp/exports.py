"""The whole result of a search as a file, sent while it is being made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack

from flask import Blueprint, Response, abort, request

from search import EXPORT_SECONDS, EXPORTS, Deadline, ExportFacts, export, fold_value, now
from webapp.gate import Gate
from webapp.params import query_from
from webapp.site import public, site

_PIECE = 65_536  # characters sent at a time: rows one by one would each cost a system call
_NAME = 40  # letters of the query in the name of the file


def files(gate: Gate) -> Blueprint:
    """The addresses of exports. A file takes as long as whoever fetches it: `gate` leaves room for searches."""
    blueprint = Blueprint("exports", __name__)

    @blueprint.get("/export/<form>")
    def result(form: str) -> Response:
        """Every passage a query finds, in reading order, with where it comes from on top."""
        if form not in EXPORTS:
            abort(404)
        with ExitStack() as held:
            held.enter_context(gate.passed())
            response = _answer(form)
            response.call_on_close(held.pop_all().close)
        return response

    return blueprint


def _answer(form: str) -> Response:
    asked, archive, to, chosen = query_from(request.args.items(multi=True)), site().archive, public(), EXPORTS[form]
    facts = ExportFacts(archive.generation, now().isoformat(), to.search(asked.on_page(1)), to.passage)
    pieces = export(chosen, archive.engine(), asked, facts, Deadline.after(EXPORT_SECONDS, site().clock))
    response = Response(_packed(pieces), content_type=f"{chosen.media_type}; charset=utf-8")
    name = "-".join(["whosaid", *fold_value(asked.text).split()])
    kept = "".join(letter for letter in name if letter == "-" or (letter.isascii() and letter.isalnum()))
    response.headers["Content-Disposition"] = f'attachment; filename="{kept[:_NAME].strip("-")}{chosen.suffix}"'
    response.headers["Cache-Control"] = "no-store"
    return response


def _packed(pieces: Iterable[str]) -> Iterator[bytes]:
    """The same text in pieces of a size worth sending."""
    held: list[str] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= _PIECE:
            yield "".join(held).encode("utf-8", "replace")
            held, size = [], 0
    yield "".join(held).encode("utf-8", "replace")
