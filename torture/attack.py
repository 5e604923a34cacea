"""Four who ask for the most there is, beside two who only search (P9); and sixty who hold a connection each."""

from __future__ import annotations

import itertools
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from threading import Thread
from urllib.parse import urlencode

from torture.asking import SLOW, USUAL
from torture.figures import Figure
from torture.large import PASSAGES, large
from torture.memory import anonymous_megabytes
from torture.processes import apart, code_of
from torture.serving import Answer, ask, serving, share

ATTACKERS, USERS = 4, 2
SECONDS = 20.0
SLOW_CLIENTS = 60
SLOW_SECONDS = 12.0
P95 = 0.100
_PAUSE = 0.1  # seconds a user looks at an answer


def run(place: Path) -> Iterator[Figure]:
    """Both attacks on one server."""
    with serving(large(place / "large")) as (port, process):
        for path in [_search(each) for each in (*USUAL, *SLOW)]:  # every thread that may be idle has had a turn
            ask(port, path)
        alone = share(_users(port, SECONDS / 2), 0.95)
        attackers = [apart(lambda: _attack(port)) for _ in range(ATTACKERS)]
        answers = _users(port, SECONDS)
        codes = [code_of(attacker) for attacker in attackers]
        good = sum(answer.status == 200 for answer in answers)  # noqa: PLR2004
        p95, most = share(answers, 0.95), share(answers, 1)
        tried = f"{ATTACKERS} attackers beside {USERS} users for {SECONDS:.0f} s at {PASSAGES:,} passages"
        times = f"p95 {p95 * 1000:.0f} ms (without them {alone * 1000:.0f}), at most {most * 1000:.0f} ms"
        memory = f"server {anonymous_megabytes(str(process)):.0f} MB"
        told = f"{good} of {len(answers)} answered, the attackers {'NOT ' if any(codes) else ''}all"
        found = f"{times}; {told}; {memory}"
        fine = p95 <= P95 and good == len(answers) and not any(codes)
        yield Figure("P9", tried, f"p95 ≤ {P95 * 1000:.0f} ms, every request answered", found, fine)
        yield _slow_clients(port)


def _search(query: str) -> str:
    return f"/search?{urlencode({'q': query})}"


def _attack(port: int) -> int:
    """Ask without a break; 0 if everything was answered, be it with 503."""
    until = time.monotonic() + SECONDS
    missed = 0
    for query in itertools.cycle(SLOW):
        if time.monotonic() > until:
            break
        missed += ask(port, _search(query)).status not in (200, 503)
    return int(missed > 0)


def _users(port: int, seconds: float) -> list[Answer]:
    """What those get who search, look and search again."""
    answers: list[Answer] = []
    until = time.monotonic() + seconds

    def user(first: int) -> None:
        for query in itertools.islice(itertools.cycle(USUAL), first, None):
            if time.monotonic() > until:
                return
            answers.append(ask(port, _search(query)))
            time.sleep(_PAUSE)

    threads = [Thread(target=user, args=(number * 5,)) for number in range(USERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def _slow_clients(port: int) -> Figure:
    """Each sends the first byte of its request, and then one a second."""
    with ExitStack() as held:
        connections = [held.enter_context(socket.create_connection(("127.0.0.1", port))) for _ in range(SLOW_CLIENTS)]
        child = apart(lambda: _drip(connections))
        answers = _users(port, SLOW_SECONDS)
        code_of(child)
    good = sum(answer.status == 200 for answer in answers)  # noqa: PLR2004
    p95 = share(answers, 0.95)
    tried = f"{SLOW_CLIENTS} clients that send a byte a second beside {USERS} users for {SLOW_SECONDS:.0f} s"
    found = f"p95 {p95 * 1000:.0f} ms; {good} of {len(answers)} answered"
    return Figure(
        "slow clients",
        tried,
        f"p95 ≤ {P95 * 1000:.0f} ms, every request answered",
        found,
        p95 <= P95 and good == len(answers),
    )


def _drip(connections: list[socket.socket]) -> int:
    for byte in b"GET / HTTP/1.1\r\n"[: int(SLOW_SECONDS)]:
        for connection in connections:
            connection.send(bytes([byte]))
        time.sleep(1)
    return 0
