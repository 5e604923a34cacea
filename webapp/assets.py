"""What a browser loads besides pages: our style sheet and script, each written in parts, and htmx."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

from search import ConfigError

HTMX_WHEEL = "django-js-lib-htmx"  # carries htmx.min.js and needs nothing; no Django is imported
HTMX_FILE = "htmx.min.js"
STATIC = Path(__file__).parent / "static"

# The parts in the order they are served: in a style sheet a later rule outranks an earlier one.
STYLES = (
    "tokens", "ground", "bar", "suggestions", "columns", "facets", "years", "hit", "citing", "answer", "article", "row",
    "names", "prose", "gone", "groups", "media",
)  # fmt: skip
SCRIPTS = ("answers", "context", "citing", "copying", "facets", "dates", "arriving", "suggestions", "keys")


@dataclass(frozen=True, slots=True)
class Asset:
    """A file put together when the site starts, so that a page loads one style sheet and one script."""

    mimetype: str
    content: bytes


def put_together(htmx: Path) -> dict[str, Asset]:
    """Everything under `/static/` that is no plain file of ours."""
    return {
        "whosaid.css": Asset("text/css", _joined("styles", STYLES, ".css")),
        "whosaid.js": Asset("text/javascript", _joined("scripts", SCRIPTS, ".js")),
        "htmx.js": Asset("text/javascript", htmx.read_bytes()),
    }


def versions_of(made: Mapping[str, Asset]) -> dict[str, str]:
    """A few letters for each static file that change when it does."""
    ours = {path.name: path.read_bytes() for path in sorted(STATIC.iterdir()) if path.is_file()}
    return {name: _version(content) for name, content in {**ours, **{n: a.content for n, a in made.items()}}.items()}


def htmx_file(override: Path | None) -> Path:
    """The htmx to serve: the one named in the settings, else the one installed. Raises `ConfigError`."""
    if override is not None:
        return override.resolve()
    try:
        installed = files(HTMX_WHEEL) or ()
    except PackageNotFoundError:
        installed = ()
    found = next((file for file in installed if file.name == HTMX_FILE), None)
    if found is None:
        msg = f"{HTMX_FILE} is not installed: pip install {HTMX_WHEEL}, or set HTMX_JS=/path/to/{HTMX_FILE}"
        raise ConfigError(msg)
    return Path(str(found.locate())).resolve()


def _joined(folder: str, parts: tuple[str, ...], suffix: str) -> bytes:
    here = Path(__file__).parent / folder
    return b"\n".join((here / f"{part}{suffix}").read_bytes() for part in parts)


def _version(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]
