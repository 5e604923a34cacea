"""The headers every answer carries, errors and static files included, and what may be kept by whom."""

from __future__ import annotations

from flask import Flask, Response, abort, request

from search import REQUEST_LINE_BYTES

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}

_YEAR = 31_536_000  # seconds
_HOUR = 3_600


def register(app: Flask) -> None:
    """Send the headers with every answer of `app`, and refuse an address that is too long to be one of ours."""
    app.before_request(_short)
    app.after_request(_guarded)


def _short() -> None:
    if len(request.environ["PATH_INFO"]) + len(request.query_string) > REQUEST_LINE_BYTES:
        abort(414)


def _guarded(response: Response) -> Response:
    response.headers.update(HEADERS)
    if response.mimetype == "text/html":
        response.vary.add("HX-Request")
    if "no-store" in response.headers.get("Cache-Control", "") or response.status_code >= 400:  # noqa: PLR2004 - errors
        response.headers["Cache-Control"] = "no-store"
    elif request.path.startswith("/static/"):
        # An address that names the content of the file can be kept for ever: another content has another address.
        fresh = f"max-age={_YEAR}, immutable" if request.args.get("v") else f"max-age={_HOUR}"
        response.headers["Cache-Control"] = f"public, {fresh}"
    else:
        response.headers["Cache-Control"] = "no-cache"
        if request.method in {"GET", "HEAD"} and response.status_code == 200:  # noqa: PLR2004 - a whole answer
            response.add_etag()
            response.make_conditional(request)
    return response
