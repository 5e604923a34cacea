"""Our static files and htmx: where they are, and addresses that change with their content."""

from __future__ import annotations

import hashlib
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

from search import ConfigError

HTMX_WHEEL = "django-js-lib-htmx"  # carries htmx.min.js and needs nothing; no Django is imported
HTMX_FILE = "htmx.min.js"
HTMX_NAME = "htmx.js"
STATIC = Path(__file__).parent / "static"


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


def versions_of(htmx: Path) -> dict[str, str]:
    """A few letters for each static file that change when it does."""
    ours = {path.name: path for path in sorted(STATIC.iterdir()) if path.is_file()}
    return {name: _version(path) for name, path in {**ours, HTMX_NAME: htmx}.items()}


def _version(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]
