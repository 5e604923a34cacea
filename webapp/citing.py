"""Citing a passage: every form on a page of its own, in place under a hit, and each form as a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, Response, abort, make_response
from htmx_flask import request

from search import CITATIONS, Metadata, Passage, metadata_of, reference_of
from webapp.links import number_of
from webapp.pages import Form
from webapp.site import links, printed, public, site

blueprint = Blueprint("citing", __name__)


@dataclass(frozen=True, slots=True)
class Shown:
    """One form of citation as it is shown: `form` is its name in an address, `link` leads to it as a file."""

    form: str
    label: str
    text: str
    link: str


@dataclass(frozen=True, slots=True)
class CitePage:
    """A passage to be cited. `permalink` is absolute, for it goes into other people's texts."""

    id: str
    title: str
    number: int
    passage: str
    permalink: str
    shown: tuple[Shown, ...]


@blueprint.get("/p/<passage_id>/cite")
def cite(passage_id: str) -> str:
    """Every form of citation; for htmx the part that opens under a hit."""
    page = _page(site().archive.engine().passage(passage_id))
    partial = request.htmx and not request.htmx.history_restore_request
    return printed("partials/cite.html" if partial else "cite.html", page=page, form=Form())


@blueprint.get("/p/<passage_id>/cite/<form>")
def citation(passage_id: str, form: str) -> Response:
    """One form, to be saved or opened by another program."""
    if form not in CITATIONS:
        abort(404)
    reference = reference_of(site().archive.engine().passage(passage_id), public().passage(passage_id))
    chosen = CITATIONS[form]
    response = make_response(chosen.write(reference))
    response.headers["Content-Type"] = f"{chosen.media_type}; charset=utf-8"
    response.headers["Content-Disposition"] = f'attachment; filename="{reference.key}{chosen.suffix}"'
    return response


def metadata(passages: Sequence[Passage], linked: str | None) -> Metadata:
    """What the page of an article, or of the passage that is linked, tells reference managers."""
    at = next((passage for passage in passages if passage.id == linked), passages[0])
    article = public().article(at.article.id)
    return metadata_of(reference_of(at, public().passage(at.id)), article, whole=linked is None)


def _page(passage: Passage) -> CitePage:
    reference = reference_of(passage, public().passage(passage.id))
    return CitePage(
        id=passage.id,
        title=passage.article.title or "Untitled article",
        number=number_of(passage.ordinal),
        passage=links().passage(passage.id),
        permalink=reference.permalink,
        shown=tuple(
            Shown(form, known.label, known.write(reference), links().citation(passage.id, form))
            for form, known in CITATIONS.items()
        ),
    )
