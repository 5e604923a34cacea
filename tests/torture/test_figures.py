"""Figures are written where the page has a place for them, and only there."""

from __future__ import annotations

from pathlib import Path

import pytest

from torture.__main__ import PAGE, TRIALS
from torture.figures import BEGIN, END, Figure, machine, write

FIGURES = [
    Figure("P1", "a kill", "0 bad", "0 bad", reached=True),
    Figure("P4", "a full disk", "intact", "no disk", reached=None),
    Figure("P8", "a query", "1.1 s", "2 s", reached=False),
]


def test_new_figures_take_the_place_of_the_earlier_ones(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"before\n{BEGIN}\nearlier\n{END}\nafter\n")
    write(page, FIGURES, "2026-11-26")
    write(page, FIGURES, "2026-11-27")
    lines = page.read_text().splitlines()
    assert (lines[0], lines[-1]) == ("before", "after")
    assert f"Found on 2026-11-27 with {machine()}:" in lines
    assert [line.rsplit("|", 2)[1].strip() for line in lines if line.startswith("| P")] == ["yes", "not measured", "NO"]
    assert "earlier" not in lines


def test_a_page_without_a_place_for_them_is_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("nothing")
    with pytest.raises(ValueError, match="no place for the figures"):
        write(page, FIGURES, "2026-11-27")
    assert page.read_text() == "nothing"


def test_the_page_has_the_place_and_names_every_promise() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert text.count(BEGIN) == text.count(END) == 1
    assert all(f"| P{number} |" in text for number in range(1, 14))
    named = {name for name in TRIALS if f"torture/{name}.py" in text}
    assert named == set(TRIALS) - {"faults"}
