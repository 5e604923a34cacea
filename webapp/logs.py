"""What is written down of requests: one line each, which nobody who asks can forge, and no query unless wished."""

from __future__ import annotations

import json
import logging
import time
from typing import TextIO

from flask import Flask, Response, g, request

from search import LOGS

_MOST = 200  # characters of what a caller chose
_requests = logging.getLogger("whosaid.requests")


class OneLine(logging.Formatter):
    """A record whose first line is its only one; what follows (a traceback) is indented and cannot pass for another."""

    def format(self, record: logging.LogRecord) -> str:
        """The record with everything but printable characters escaped."""
        lines = super().format(record).split("\n")
        return "\n  | ".join("".join(map(_shown, line)) for line in lines)


def start(stream: TextIO, level: str) -> None:
    """Write what the program logs to `stream`."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(OneLine("%(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a line in waiting is what the gate is for
    _requests.setLevel(logging.WARNING if level == LOGS[0] else logging.INFO)


def register(app: Flask, level: str) -> None:
    """Log every request of `app`, if that is wished."""
    if level == LOGS[0]:
        return

    @app.before_request
    def begin() -> None:
        g.began = time.perf_counter()

    @app.after_request
    def tell(response: Response) -> Response:
        ms = round((time.perf_counter() - g.began) * 1000, 1) if "began" in g else None
        line = {"method": request.method, "path": request.path[:_MOST], "status": response.status_code, "ms": ms}
        if level == LOGS[2]:
            line["query"] = request.query_string[:_MOST].decode("ascii", "backslashreplace")
        _requests.info(json.dumps(line))
        return response


def _shown(character: str) -> str:
    return character if character.isprintable() else character.encode("unicode_escape").decode("ascii")
