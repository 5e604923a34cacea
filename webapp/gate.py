"""How many requests are worked on at once: as many as there are cores, a few in line, the rest told to come again.

A search is all computing. More of them at once would not be answered sooner, only all of them later, so that a few
who ask for much would slow down everybody who asks for little. For the same reason a search that takes long steps
aside while others are in line: it is asked to whenever it looks whether its time is up.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from flask import Flask, Response, g, request

from search import SEARCHES_ASIDE, SEARCHES_WAITING, TURN_SECONDS, WAITING_SECONDS
from webapp.site import site

_FREE = frozenset({"static", "pages.health", "pages.ready", "pages.made"})  # they ask nothing of the index


class BusyError(Exception):
    """Too many are waiting already, or one has waited for too long."""


class Gate:
    """Lets `inside` threads through at once, in the order they came; at most `waiting` wait for so many `seconds`.

    Of those inside, `aside` may have stepped aside after a `turn` of so many seconds, by asking for the time here.
    """

    def __init__(self, inside: int, waiting: int, seconds: float, *, aside: int = 0, turn: float = 0.0) -> None:
        self._free = inside  # above zero only while nobody waits
        self._waiting, self._most_aside = waiting, aside
        self._seconds, self._turn = seconds, turn
        self._line: deque[threading.Lock] = deque()
        self._aside: deque[threading.Lock] = deque()  # they come on again when nobody is in line
        self._since: dict[int, float] = {}  # when the turn of a thread inside began
        self._lock = threading.Lock()

    @contextmanager
    def passed(self) -> Iterator[None]:
        """Be inside. Raises `BusyError`."""
        self._enter()
        self._since[threading.get_ident()] = time.monotonic()
        try:
            yield
        finally:
            if self._since.pop(threading.get_ident(), None) is not None:
                self._leave()

    def clock(self) -> float:
        """The time. Whoever has been inside for a turn comes back with it when those in line have had theirs.

        Raises `BusyError` where that takes too long; the place is then lost.
        """
        thread, now = threading.get_ident(), time.monotonic()
        if not self._line or now - self._since.get(thread, now) <= self._turn:
            return now
        mine = threading.Lock()
        with self._lock:
            if not self._line or len(self._aside) >= self._most_aside:
                return now
            mine.acquire()
            self._aside.append(mine)
            self._line.popleft().release()
        del self._since[thread]
        self._await(mine, self._aside)
        self._since[thread] = now = time.monotonic()
        return now

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
        self._await(turn, self._line)

    def _await(self, turn: threading.Lock, line: deque[threading.Lock]) -> None:
        if turn.acquire(timeout=self._seconds):
            return
        with self._lock:
            if turn in line:
                line.remove(turn)
                raise BusyError
        # The place was handed over in the very last moment.

    def _leave(self) -> None:
        with self._lock:
            if first := self._line or self._aside:
                first.popleft().release()
            else:
                self._free += 1


def gate_for(searches: int) -> Gate:
    """The gate of a site that works on so many searches at once."""
    return Gate(searches, SEARCHES_WAITING, WAITING_SECONDS, aside=SEARCHES_ASIDE, turn=TURN_SECONDS)


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
