"""What was measured, kept in a folder: figures by name with their machine, raw measurements, and how goals stand."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.machine import description

FIGURES = "figures.json"


@dataclass(frozen=True, slots=True)
class Goal:
    """A figure and the bar it may not pass; the lower the better.

    An absolute figure, milliseconds or megabytes, depends on the machine: above its bar it is printed, and no failure.
    """

    name: str
    figure: str
    bar: float
    stretch: float | None = None
    absolute: bool = False


def read_goals(path: Path) -> list[Goal]:
    """The goals of a file."""
    return [Goal(**goal) for goal in tomllib.loads(path.read_text(encoding="utf-8"))["goal"]]


def keep_figures(folder: Path, figures: Mapping[str, float]) -> None:
    """Add figures to those there are, each with the machine it was measured on."""
    folder.mkdir(parents=True, exist_ok=True)
    held = recall_figures(folder)
    machine = description()
    held |= {name: {"value": value, "machine": machine} for name, value in figures.items()}
    (folder / FIGURES).write_text(json.dumps(held, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def recall_figures(folder: Path) -> dict[str, dict[str, object]]:
    """The figures of a folder with their machines; none before the first measurement."""
    path = folder / FIGURES
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def values_of(figures: Mapping[str, Mapping[str, object]]) -> dict[str, float]:
    """The figures without their machines."""
    return {name: float(str(held["value"])) for name, held in figures.items()}


def missed(goals: Sequence[Goal], figures: Mapping[str, float]) -> list[Goal]:
    """The goals whose figure was measured and lies above its bar; absolute ones are none of them."""
    return [goal for goal in goals if not goal.absolute and figures.get(goal.figure, 0.0) > goal.bar]


def table_of_goals(goals: Sequence[Goal], figures: Mapping[str, float]) -> list[str]:
    """A line per goal: measured, the bars, and what that means."""
    lines = [f"{'goal':44}{'measured':>10}{'bar':>8}{'stretch':>9}"]
    for goal in goals:
        stretch = "-" if goal.stretch is None else f"{goal.stretch:g}"
        value = figures.get(goal.figure)
        shown = "-" if value is None else f"{value:.4g}"
        lines.append(f"{goal.name:44}{shown:>10}{goal.bar:>8g}{stretch:>9}  {_verdict(goal, value)}")
    return lines


def _verdict(goal: Goal, value: float | None) -> str:
    if value is None:
        return "not measured"
    if value > goal.bar:
        return "above, on this machine" if goal.absolute else "ABOVE THE BAR"
    return "stretch reached" if goal.stretch is not None and value <= goal.stretch else "held"
