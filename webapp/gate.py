"""How many requests are worked on at once: as many as there are cores, a few in line, the rest told to come again.

A search is all computing. More of them at once would not be answered sooner, only all of them later, so that a few
who ask for much would slow down everybody who asks for little.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from flask import Flask, Response, g, request

from webapp.site import site

_FREE = frozenset({"static", "pages.health", "pages.ready", "pages.made"})  # they ask nothing of the index


class BusyError(Exception):
    """Too many are waiting already, or one has waited for too long."""


class Gate:
    """Lets `inside` threads through at once, in the order they came; at most `waiting` wait for so many `seconds`."""

    def __init__(self, inside: int, waiting: int, seconds: float) -> None:
        self._free = inside  # above zero only while nobody waits
        self._waiting = waiting
        self._seconds = seconds
        self._line: deque[threading.Lock] = deque()
        self._lock = threading.Lock()

    @contextmanager
    def passed(self) -> Iterator[None]:
        """Be inside. Raises `BusyError`."""
        self._enter()
        try:
            yield
        finally:
            self._leave()

    @property
    def line(self) -> int:
        """How many are waiting."""
        return len(self._line)

    def _enter(self) -> None:
        turn = threading.Lock()
        with self._lock:
            if self._free:
                self._free -= 1
                return
            if len(self._line) >= self._waiting:
                raise BusyError
            turn.acquire()  # whoever leaves hands on the place by letting go of it
            self._line.append(turn)
        if turn.acquire(timeout=self._seconds):
            return
        with self._lock:
            if turn in self._line:
                self._line.remove(turn)
                raise BusyError
        # The place was handed over in the very last moment.

    def _leave(self) -> None:
        with self._lock:
            if self._line:
                self._line.popleft().release()
            else:
                self._free += 1


def register(app: Flask, gate: Gate) -> None:
    """Let every request of `app` that asks something of the index wait at the gate, and lend it an engine."""

    @app.before_request
    def enter() -> None:
        if request.endpoint is None or request.endpoint in _FREE:
            return
        with ExitStack() as held:
            held.enter_context(gate.passed())
            held.enter_context(site().archive.lend())
            g.held = held.pop_all()

    @app.after_request
    def hold(response: Response) -> Response:
        if response.is_streamed and "held" in g:  # the work is done while the answer is sent
            response.call_on_close(g.pop("held").close)
        return response

    @app.teardown_request
    def leave(_problem: BaseException | None) -> None:
        if "held" in g:
            g.pop("held").close()
