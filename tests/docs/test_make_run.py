"""The first command of the README, as a stranger gives it; and that CI gives the second one."""

from __future__ import annotations

import os
import re
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120  # seconds until a program that says nothing is stopped
ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)")


@contextmanager
def make_run(index: Path) -> Iterator[tuple[str, int, subprocess.Popen[str]]]:
    """`make run` on a free port: what it printed until it served, its port, and the process."""
    inherited = {name: value for name, value in os.environ.items() if name not in {"MAKEFLAGS", "MAKELEVEL", "MFLAGS"}}
    with subprocess.Popen(
        ["make", "run", "PORT=0", f"INDEX={index}"],
        cwd=ROOT,
        env=inherited,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        watchdog = threading.Timer(PATIENCE, process.kill)
        watchdog.start()
        try:
            assert process.stdout is not None
            said = ""
            for line in process.stdout:
                said += line
                if found := ADDRESS.search(line):
                    yield said, int(found[1]), process
                    break
            else:
                pytest.fail(f"make run ended before it served:\n{said}")
        finally:
            watchdog.cancel()
            process.terminate()


def test_make_run_indexes_the_seeds_and_serves_them_until_it_is_stopped(tmp_path: Path) -> None:
    with make_run(tmp_path / "index") as (said, port, process):
        assert re.search(r"\b5 articles\b", said)
        connection = HTTPConnection("127.0.0.1", port, timeout=30)
        connection.request("GET", "/search?q=corruption")
        answer = connection.getresponse()
        assert answer.status == 200
        assert re.search(r"<mark>[Cc]orrupt", answer.read().decode())
        connection.close()
        process.terminate()
        process.wait(PATIENCE)
        with pytest.raises(ConnectionRefusedError):
            HTTPConnection("127.0.0.1", port, timeout=5).connect()


def test_the_readme_names_the_two_commands_and_ci_runs_the_second() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    two = re.search(
        r"^## Two commands\n.*?```console\n\$ (make \w+)\n\$ (make \w+)\n```", readme, re.MULTILINE | re.DOTALL
    )
    assert two
    assert two.groups() == ("make run", "make test")
    assert re.search(rf"^{two[2]} 2>&1 \| tee ", (ROOT / ".ci" / "run").read_text(encoding="utf-8"), re.MULTILINE)


def test_make_help_lists_every_target_a_document_names() -> None:
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    targets = set(re.findall(r"^make (\w+) ", listed, re.MULTILINE))
    assert targets >= {"help", "run", "test", "index", "serve", "check", "clean", "lock"}
    documents = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    named = {name for path in documents for name in re.findall(r"`make (\w+)", path.read_text(encoding="utf-8"))}
    assert named <= targets
