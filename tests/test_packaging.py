"""What is shipped and pinned: two locks that agree, and no file that ties the project to somebody's machine."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock")
# Written apart, so that this file passes its own test.
PLACES = re.compile(r"py" r"pi\.org|python" r"hosted|npm" r"js\.|/wo" r"rk/|/ro" r"ot/|--(extra-)?index-url")


def pins(lock: str) -> dict[str, list[str]]:
    """Each requirement line of a lock (name, version and marker) with its hashes."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in (ROOT / lock).read_text().splitlines():
        if line.startswith("    --hash="):
            found[name].append(line.strip(" \\"))
        elif line and not line.lstrip().startswith("#"):
            name = line.strip(" \\")
            found[name] = []
    return found


def written() -> Iterator[Path]:
    for pattern in ("*.md", "*.toml", "*.lock", "Makefile", ".ci/*", ".pre-commit-config.yaml"):
        yield from ROOT.glob(pattern)
    for top in ("docs", "search", "webapp", "tests"):
        yield from (
            path for path in (ROOT / top).rglob("*") if path.suffix in {".py", ".md", ".json", ".html", ".css", ".js"}
        )


def test_every_pin_is_exact_and_hashed() -> None:
    for lock in LOCKS:
        found = pins(lock)
        assert len(found) > 30
        assert all(re.match(r"[a-z0-9-]+==\S", pin) and hashes for pin, hashes in found.items()), lock


def test_the_engines_to_compare_with_are_pinned_apart() -> None:
    found = pins("requirements-bench.lock")
    assert [pin.split("==")[0] for pin in found] == ["tantivy"]
    assert all(found.values())
    assert not any(pin.startswith("tantivy") for lock in LOCKS for pin in pins(lock))


def test_the_two_locks_agree() -> None:
    run, dev = (pins(lock) for lock in LOCKS)
    assert set(run) <= set(dev)
    assert all(sorted(dev[pin]) == sorted(hashes) for pin, hashes in run.items())


def test_every_declared_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    declared = project["project"]["dependencies"] + project["dependency-groups"]["build"]
    names = {re.split(r"[<>=!~ \[;]", wanted)[0].lower() for wanted in declared}
    assert names <= {pin.split("==")[0] for pin in pins("requirements.lock")}


def test_whoosh_is_pinned_exactly() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    assert [wanted for wanted in project["project"]["dependencies"] if wanted.startswith("whoosh")] == [
        "whoosh3==3.54.0"
    ]


@pytest.mark.parametrize("path", sorted(set(written())), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_file_names_a_registry_or_a_machine(path: Path) -> None:
    assert PLACES.findall(path.read_text()) == []
