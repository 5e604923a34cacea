"""Floors: figures that must not fall. A check reads them; only a stated wish raises them, only a reason lowers them."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from search.errors import ConfigError

DECIMALS = 3


@dataclass(frozen=True, slots=True)
class Floor:
    """The least value of one measure; `reason` says why it was once lowered, if it was."""

    measure: str
    value: float
    reason: str | None = None


def read_floors(path: Path) -> dict[str, Floor]:
    """Floors by measure. Raises `ConfigError` when the file is not what `spell_floors` writes."""
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))
        return {name: Floor(name, float(row["value"]), row.get("reason")) for name, row in rows.items()}
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as problem:
        msg = f"{path} holds no usable floors ({problem}); write them with --raise-floors"
        raise ConfigError(msg) from problem


def spell_floors(floors: Mapping[str, Floor]) -> str:
    """The TOML text of a floors file, measures in alphabetical order."""
    lines = ["# The least value each measure may have; written by `whosaid evaluate … --raise-floors`."]
    for name, floor in sorted(floors.items()):
        lines += ["", f'["{name}"]', f"value = {floor.value}"]
        if floor.reason:
            lines.append(f"reason = {json.dumps(floor.reason, ensure_ascii=False)}")  # a JSON string is a TOML string
    return "\n".join(lines) + "\n"


def below(floors: Mapping[str, Floor], measured: Mapping[str, float | None]) -> list[str]:
    """One sentence for each measure under its floor, or no longer measured."""
    problems = []
    for name, floor in sorted(floors.items()):
        value = measured.get(name)
        if value is None:
            problems.append(f"{name} was not measured; its floor is {floor.value}")
        elif round(value, DECIMALS) < floor.value:
            problems.append(f"{name} is {round(value, DECIMALS)}, below its floor {floor.value}")
    return problems


def raised(
    floors: Mapping[str, Floor], measured: Mapping[str, float | None], reason: str | None = None
) -> dict[str, Floor]:
    """Floors at what was measured. Raises `ConfigError` if one would fall without a `reason`."""
    new = dict(floors)
    for name, value in measured.items():
        if value is None:
            continue
        level = round(value, DECIMALS)
        old = floors.get(name)
        if old is not None and level == old.value:
            continue
        if old is not None and level < old.value and not reason:
            msg = f"{name} would fall from {old.value} to {level}: say why with --reason"
            raise ConfigError(msg)
        new[name] = Floor(name, level, reason if old is not None and level < old.value else None)
    return new
