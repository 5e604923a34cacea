"""What every request needs: the archive, where static files are, and the way to print a page."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from flask import current_app, render_template, request

from search import Archive, Deadline
from webapp.assets import Asset
from webapp.kept import Kept
from webapp.links import Links
from webapp.pages import Form

_KEY = "whosaid"


@dataclass(frozen=True, slots=True)
class Site:
    """The parts the composition root put together."""

    archive: Archive
    made: Mapping[str, Asset]
    versions: Mapping[str, str]
    search_seconds: float
    ledger: Path
    base_url: str | None = None
    keep_texts: bool = False
    clock: Callable[[], float] = time.monotonic
    kept: Kept = field(default_factory=Kept)

    def static(self, name: str) -> str:
        """The address of a static file, with its version."""
        return f"{links().root}/static/{name}?v={self.versions[name]}"


def keep(site: Site) -> None:
    """Make `site` the one of the application at hand."""
    current_app.extensions[_KEY] = site


def site() -> Site:
    """The site of the application at hand."""
    return cast("Site", current_app.extensions[_KEY])


def links() -> Links:
    """Addresses under the path the request came in at."""
    return Links(request.script_root)


def public() -> Links:
    """Addresses that hold outside the site: under its public address, else under that of the request."""
    return Links(site().base_url or request.url_root.rstrip("/"))


def deadline() -> Deadline:
    """How long one search may take, from now on; it lets others go first by looking at the time."""
    return Deadline.after(site().search_seconds, site().clock)


def undisturbed() -> Deadline:
    """As `deadline`, for work that others wait for: it lets nobody go first."""
    return Deadline.after(site().search_seconds)


def printed(template: str, **values: object) -> str:
    """A template with what the frame around every page needs."""
    frame = {"form": Form(), "links": links(), "static": site().static}
    return render_template(template, **{**frame, **values})
