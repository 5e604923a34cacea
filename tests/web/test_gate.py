"""As many requests at once as there are cores, a few in line in the order they came, the rest told to come again."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import pytest

from search import Settings
from webapp import create_app
from webapp.gate import BusyError, Gate, register

if TYPE_CHECKING:
    from flask import Flask

PATIENCE = 60  # seconds until a thread that should have come on is given up


@pytest.fixture(autouse=True)
def eager_switching() -> Iterator[None]:
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(before)


def in_line(gate: Gate, count: int) -> None:
    """Come back when so many are waiting."""
    for _ in range(10_000_000):
        if gate.line == count:
            return
    pytest.fail("nobody came")


def test_never_more_are_inside_than_may_be_and_all_come_through() -> None:
    gate, inside, most, lock = Gate(3, 100, PATIENCE), 0, 0, threading.Lock()

    def work(_: int) -> None:
        nonlocal inside, most
        for _turn in range(50):
            with gate.passed():
                with lock:
                    inside += 1
                    most = max(most, inside)
                with lock:
                    inside -= 1

    with ThreadPoolExecutor(12) as pool:
        list(pool.map(work, range(12)))
    assert (inside, gate.line, gate._free) == (0, 0, 3)
    assert most <= 3


def test_as_many_as_may_are_inside_at_the_same_time() -> None:
    gate, together = Gate(4, 0, PATIENCE), threading.Barrier(4)

    def work(_: int) -> int:
        with gate.passed():
            return together.wait(PATIENCE)

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(work, range(4))) == [0, 1, 2, 3]


def test_those_in_line_come_on_in_the_order_they_came_and_one_too_many_is_told_at_once() -> None:
    gate, came = Gate(1, 3, PATIENCE), []

    def work(number: int) -> None:
        with gate.passed():
            came.append(number)

    with ThreadPoolExecutor(3) as pool, gate.passed():
        for number in range(3):
            pool.submit(work, number)
            in_line(gate, number + 1)
        with pytest.raises(BusyError), gate.passed():
            pytest.fail("one too many")
        assert came == []
    assert came == [0, 1, 2]


def test_who_waits_too_long_gives_up_the_place_in_line() -> None:
    gate = Gate(1, 1, 0.0)
    with gate.passed():
        for _ in range(3):
            with pytest.raises(BusyError), gate.passed():
                pytest.fail("nobody left")
        assert gate.line == 0
    with gate.passed():
        assert gate._free == 0


def test_who_takes_long_lets_those_in_line_go_first_and_comes_on_again() -> None:
    gate, came = Gate(1, 3, PATIENCE, aside=1), []

    def work(name: str) -> None:
        with gate.passed():
            came.append(name)

    with ThreadPoolExecutor(3) as pool, gate.passed():
        gate.clock()  # nobody is in line
        for number, name in enumerate("ab", start=1):
            pool.submit(work, name)
            in_line(gate, number)
        gate.clock()
        came.append("again")
        assert (gate.line, gate._free) == (0, 0)
    assert came == ["a", "b", "again"]


def test_nobody_steps_aside_before_a_turn_is_over_nor_where_too_many_have() -> None:
    for gate in (Gate(1, 1, PATIENCE, aside=1, turn=PATIENCE), Gate(1, 1, PATIENCE, aside=0)):
        with ThreadPoolExecutor(1) as pool, gate.passed():
            waiting = pool.submit(lambda gate=gate: gate.passed().__enter__())
            in_line(gate, 1)
            gate.clock()
            assert not waiting.done()


def test_who_waits_aside_too_long_has_lost_the_place() -> None:
    gate, inside, done = Gate(1, 1, 0.0, aside=1), threading.Event(), threading.Event()
    patient = Gate(1, 1, PATIENCE)
    gate._await = lambda turn, line: (patient if line is gate._line else Gate(1, 1, 0.0))._await(turn, line)  # type: ignore[method-assign]

    def work() -> None:
        with gate.passed():
            inside.set()
            done.wait(PATIENCE)

    with ThreadPoolExecutor(1) as pool:
        with gate.passed():
            pool.submit(work)
            in_line(gate, 1)
            with pytest.raises(BusyError):
                gate.clock()
        assert inside.wait(PATIENCE)
        done.set()
    assert (gate._free, len(gate._aside)) == (1, 0)


def test_who_is_outside_only_learns_the_time() -> None:
    gate = Gate(1, 1, 0.0, aside=1)
    assert gate.clock() <= gate.clock()


def test_a_failure_inside_frees_the_place() -> None:
    gate = Gate(1, 0, 0.0)
    with pytest.raises(ZeroDivisionError), gate.passed():
        raise ZeroDivisionError
    with gate.passed():
        assert gate._free == 0


@contextmanager
def full(app: Flask) -> Iterator[None]:
    """Put a gate with nobody let through before the application."""
    gate = Gate(1, 0, 0.0)
    register(app, gate)
    with gate.passed():
        yield


def test_one_too_many_is_answered_503_with_when_to_come_again(archive: object) -> None:
    app = create_app(archive, Settings())
    with full(app):
        for address in ("/", "/search?q=harbour", "/articles/x", "/p/x", "/help", "/browse/speaker"):
            answer = app.test_client().get(address)
            assert (answer.status_code, answer.headers["Retry-After"]) == (503, "2"), address
            assert "try again" in answer.text
        for address in ("/healthz", "/readyz", "/static/whosaid.css", "/static/htmx.js"):
            assert app.test_client().get(address, buffered=True).status_code == 200, address
        assert app.test_client().get("/nothing").status_code == 404


@pytest.mark.parametrize("address", ["/search?q=harbour", "/p/nothing", "/browse/nothing", "/search?q=%00"])
def test_the_place_is_free_again_whatever_the_answer_is(archive: object, address: str) -> None:
    app = create_app(archive, Settings())
    gate = Gate(1, 0, 0.0)
    register(app, gate)
    for _ in range(3):
        assert app.test_client().get(address).status_code < 500
        assert gate._free == 1


def test_a_long_answer_keeps_its_place_until_it_is_sent(archive: object) -> None:
    app = create_app(archive, Settings())
    app.add_url_rule("/long", view_func=lambda: iter(["a", "b"]))
    gate = Gate(1, 0, 0.0)
    register(app, gate)
    with ExitStack() as sending:
        answer = app.test_client().get("/long", buffered=False)
        sending.callback(answer.close)
        assert gate._free == 0
    assert gate._free == 1
