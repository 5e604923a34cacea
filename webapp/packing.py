"""Answers packed with gzip for browsers that can unpack it: a page of 50 kB travels as less than ten.

Packing tells an eavesdropper something only where a secret and an attacker's words stand in one answer; the site has
no secrets of its readers.
"""

from __future__ import annotations

import gzip

from flask import Flask, Response, request

_KINDS = frozenset({"text/html", "text/css", "text/javascript", "application/json", "image/svg+xml"})
_LEAST = 1_000  # bytes; less fits into one packet anyway
_LEVEL = 5  # above, it takes much longer for very little


def register(app: Flask) -> None:
    """Pack the answers of `app`, after everything else that looks at their content."""
    app.after_request(_packed)


def _packed(response: Response) -> Response:
    whole = response.status_code == 200 and not response.is_streamed and not response.direct_passthrough  # noqa: PLR2004 - a whole answer
    if not whole or response.mimetype not in _KINDS or len(response.get_data()) < _LEAST:
        return response
    response.vary.add("Accept-Encoding")
    if request.accept_encodings.quality("gzip") > 0:
        response.set_data(gzip.compress(response.get_data(), _LEVEL, mtime=0))
        response.headers["Content-Encoding"] = "gzip"
        tag, _ = response.get_etag()
        if tag:
            response.set_etag(tag, weak=True)  # the same content in other bytes
    return response
