"""What was found, beside what was promised, as a table for the terminal and for the documents."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

BEGIN, END = "<!-- figures: written by make torture -->", "<!-- end of figures -->"


@dataclass(frozen=True, slots=True)
class Figure:
    """One line: the promise, what was tried, what was to be reached, what was found; `reached` None if not measured."""

    promise: str
    tried: str
    wanted: str
    found: str
    reached: bool | None

    @property
    def verdict(self) -> str:
        """In a word."""
        return "not measured" if self.reached is None else "yes" if self.reached else "NO"


def machine() -> str:
    """What the figures were found on."""
    model = next((line.split(":")[1].strip() for line in _cpu() if line.startswith("model name")), platform.machine())
    cores = len(os.sched_getaffinity(0))
    return f"{cores} cores of {model}, {platform.system()} {platform.release()}, Python {platform.python_version()}"


def table_of(figures: Iterable[Figure]) -> Iterator[str]:
    """As Markdown."""
    yield "| promise | tried | to reach | found | reached |"
    yield "|---|---|---|---|---|"
    for figure in figures:
        yield f"| {figure.promise} | {figure.tried} | {figure.wanted} | {figure.found} | {figure.verdict} |"


def write(page: Path, figures: Iterable[Figure], day: str) -> None:
    """Put the figures in the place of the earlier ones."""
    before, found, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, ended, after = rest.partition(END)
    if not (found and ended):
        msg = f"{page} has no place for the figures: {BEGIN} … {END}"
        raise ValueError(msg)
    text = "\n".join([f"Found on {day} with {machine()}:", "", *table_of(figures)])
    page.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")


def _cpu() -> list[str]:
    info = Path("/proc/cpuinfo")
    return info.read_text().splitlines() if info.exists() else []
