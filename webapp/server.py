"""The server: waitress, with our limits, our headers on its own errors, and an end that loses no answer."""

from __future__ import annotations

import signal
import socket
import time
from types import FrameType
from typing import TYPE_CHECKING, Any

from waitress.channel import HTTPChannel
from waitress.server import create_server
from waitress.task import ErrorTask

from search import (
    CONNECTION_SECONDS,
    CONNECTIONS,
    REQUEST_BODY_BYTES,
    REQUEST_HEADER_BYTES,
    STOPPING_SECONDS,
    UNREAD_SECONDS,
)
from webapp.security import HEADERS

if TYPE_CHECKING:
    from flask import Flask

_IDLE = 1.0  # seconds until threads without work have noticed that they should end
_TURN = 0.05  # seconds between two looks at whether all answers are sent


class GuardedErrorTask(ErrorTask):
    """An answer to what is no request: waitress gives it without asking the application."""

    def execute(self) -> None:
        """Answer, with the headers of every other answer."""
        self.response_headers = [*HEADERS.items(), ("Cache-Control", "no-store")]
        super().execute()


class GuardedChannel(HTTPChannel):
    """A connection."""

    error_task_class = GuardedErrorTask


class Server:
    """Serves an application on a listening socket until a signal comes; then no new connection is taken.

    Requests that have arrived are answered, and answers sent to their end, if that takes no longer than
    `STOPPING_SECONDS`.
    """

    def __init__(self, app: Flask, listening: socket.socket, *, threads: int, proxied: bool) -> None:
        server: Any = create_server(
            app,
            sockets=[listening],
            threads=threads,
            max_request_header_size=REQUEST_HEADER_BYTES,
            max_request_body_size=REQUEST_BODY_BYTES,
            channel_timeout=CONNECTION_SECONDS,
            connection_limit=CONNECTIONS,
            clear_untrusted_proxy_headers=not proxied,
            ident="",
        )
        server.channel_class = GuardedChannel
        # A long answer waits for whoever reads it, and holds its place at the gate while it does.
        if hasattr(socket, "TCP_USER_TIMEOUT"):  # Linux
            unread = (socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, UNREAD_SECONDS * 1000)
            server.adj.socket_options = [*server.adj.socket_options, unread]
        self._server = server
        self._stopped: int | None = None

    def run(self) -> int:
        """Serve; the number of the signal that ended it."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._stop)
        while self._stopped is None:
            self._turn(self._server.adj.asyncore_loop_timeout)
        self._server.accepting = False
        self._server.del_channel()
        self._server.socket.close()
        until = time.monotonic() + STOPPING_SECONDS
        while self._busy() and time.monotonic() < until:
            self._turn(_TURN)
        self._server.task_dispatcher.shutdown(timeout=_IDLE)
        return self._stopped

    def _turn(self, seconds: float) -> None:
        self._server.asyncore.loop(timeout=seconds, map=self._server._map, count=1)  # noqa: SLF001 - its loop has no end

    def _busy(self) -> bool:
        channels = tuple(self._server.active_channels.values())
        return any(channel.requests or channel.total_outbufs_len for channel in channels)

    def _stop(self, number: int, _frame: FrameType | None) -> None:
        self._stopped = number
        self._server.pull_trigger()  # it may be waiting for someone to ask
