"""What an evaluation says: measures by name, and what changed since the last time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from search.errors import ConfigError
from search.evaluation.attribution import SPEAKER, Case, Verdict, counted
from search.evaluation.measures import Counts
from search.model import Grade, Mode


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. `recall` of a grade is its share of all that should be found: grades are not judged."""

    name: str
    counts: Counts
    recall: float | None


@dataclass(frozen=True, slots=True)
class Change:
    """Cases that are better and worse than the last time."""

    gained: tuple[str, ...]
    lost: tuple[str, ...]


def rows(cases: Sequence[Case]) -> Iterator[Row]:
    """All speakers together, by mode, by grade, then whatever else was judged; rows without a case are left out."""
    speakers = [case for case in cases if case.aspect == SPEAKER]
    whole = counted(speakers)
    yield Row("speaker", whole, whole.recall)
    for mode in Mode:
        counts = counted(case for case in speakers if case.mode == mode)
        if any((counts.right, counts.wrong, counts.missed)):
            yield Row(f"mode {mode}", counts, counts.recall)
    for grade in Grade:
        counts = counted(case for case in speakers if case.grade == grade)
        if any((counts.right, counts.wrong)):
            expected = whole.right + whole.missed
            yield Row(f"grade {grade}", counts, counts.right / expected if expected else None)
    for aspect in dict.fromkeys(case.aspect for case in cases if case.aspect != SPEAKER):
        counts = counted(case for case in cases if case.aspect == aspect)
        yield Row(aspect, counts, counts.recall)


def measured(table: Iterable[Row]) -> dict[str, float | None]:
    """Precision and recall of every row, by the name a floor has; of grades, which nobody judged, precision alone."""
    values: dict[str, float | None] = {}
    for row in table:
        values[f"{row.name} precision"] = row.counts.precision
        if not row.name.startswith("grade "):
            values[f"{row.name} recall"] = row.recall
    return values


def change(before: Iterable[Case], after: Iterable[Case]) -> Change:
    """Gained: newly right, or no longer wrong. Lost: no longer right, or newly wrong."""
    was, now = _verdicts(before), _verdicts(after)
    right_before, right_now = _having(was, Verdict.RIGHT), _having(now, Verdict.RIGHT)
    wrong_before, wrong_now = _having(was, Verdict.WRONG), _having(now, Verdict.WRONG)
    gained = [f"now right: {name}" for name in right_now - right_before]
    gained += [f"no longer wrong: {name}" for name in wrong_before - wrong_now]
    lost = [f"no longer right: {name}" for name in right_before - right_now]
    lost += [f"now wrong: {name}" for name in wrong_now - wrong_before]
    return Change(tuple(sorted(gained)), tuple(sorted(lost)))


def keep(cases: Iterable[Case], path: Path) -> None:
    """Write the cases down for the next comparison."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps([asdict(case) for case in cases], ensure_ascii=False, indent=0), encoding="utf-8")


def recall_last(path: Path) -> tuple[Case, ...] | None:
    """The cases of the last run, or None before the first. Raises `ConfigError` when the file was tampered with."""
    if not path.is_file():
        return None
    try:
        return tuple(
            Case(**{**case, "verdict": Verdict(case["verdict"])})
            for case in json.loads(path.read_text(encoding="utf-8"))
        )
    except (ValueError, TypeError, KeyError) as problem:
        msg = f"{path} is not what the last evaluation wrote ({problem}): delete it"
        raise ConfigError(msg) from problem


def _verdicts(cases: Iterable[Case]) -> set[tuple[str, Verdict]]:
    return {
        (f"{case.key} · {case.speaker if case.aspect == SPEAKER else f'{case.aspect} {case.speaker}'}", case.verdict)
        for case in cases
    }


def _having(verdicts: set[tuple[str, Verdict]], verdict: Verdict) -> set[str]:
    return {name for name, found in verdicts if found is verdict}
