"""Reads judged articles: which stretch of which file is whose speech. Three shapes of folder are understood.

- `judgements.jsonl`: our own, one judged passage per line (docs/evaluation.md).
- `passages.jsonl`: one annotated passage per line with `text_start`, `speaker`, `speech_mode`.
- `articles.jsonl` with `attributions`: judged stretches per article; whatever is not listed is nobody's speech.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from search.errors import ConfigError
from search.model import Kind, Mode

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Judgement:
    """Who is heard in one stretch of an article, by a human reader.

    `starts` are the first words of the stretch, `line` the 1-based line it begins in, `occurrence` its 1-based number
    among stretches that begin alike. `accepted` holds further answers that count as right, None standing for
    "nobody". `modes` says by which mode each of `speakers` is heard, where the judge said so, `kind` what the stretch
    is on the page; `also_modes` and `also_kinds` are right too. `open` marks a stretch about which readers disagree:
    its speakers count neither way.
    """

    key: str
    file: str
    starts: str
    speakers: tuple[str, ...]
    accepted: tuple[str | None, ...] = ()
    modes: Mapping[str, Mode] = field(default_factory=dict)
    open: bool = False
    line: int | None = None
    occurrence: int = 1
    kind: Kind | None = None
    also_modes: tuple[Mode, ...] = ()
    also_kinds: tuple[Kind, ...] = ()


def read_judgements(folder: Path) -> tuple[Judgement, ...]:
    """All judgements of a folder, in the order of its file. Raises `ConfigError` when it holds none that we know."""
    for name, shape in _SHAPES:
        file = folder / name
        if file.is_file():
            return tuple(judgement for record in records_of(file) for judgement in shape(record))
    known = ", ".join(name for name, _ in _SHAPES)
    msg = f"{folder} holds no judgements: one of {known} is expected there (docs/evaluation.md)"
    raise ConfigError(msg)


def records_of(file: Path) -> Iterator[Record]:
    """The JSON objects of a file, one per line. Raises `ConfigError`."""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            yield json.loads(line)
        except json.JSONDecodeError as problem:
            msg = f"{file}:{number}: not a JSON object ({problem.msg})"
            raise ConfigError(msg) from problem


def _place(record: Record) -> str:
    return f"{record['file']}:{record['line']}" if record.get("line") else f"{record['file']}:"


def _own(record: Record) -> Iterator[Judgement]:
    speakers = tuple(record.get("speakers", ()))
    mode = record.get("mode")
    yield Judgement(
        key=" ".join(filter(None, (_place(record), record["starts"][:40]))),
        file=record["file"],
        starts=record["starts"],
        speakers=speakers,
        accepted=tuple(record.get("accepted", ())),
        modes=dict.fromkeys(speakers, Mode(mode)) if mode else {},
        line=record.get("line"),
        occurrence=record.get("occurrence", 1),
        kind=Kind(record["kind"]) if record.get("kind") else None,
        also_modes=tuple(Mode(each) for each in record.get("also_mode", ())),
        also_kinds=tuple(Kind(each) for each in record.get("also_kind", ())),
    )


def _annotated(record: Record) -> Iterator[Judgement]:
    speaker, mode = record["speaker"], record["speech_mode"]
    speech = record["kind"] in {"body", "caption"}
    yield Judgement(
        key=record["id"],
        file=record["file"],
        starts=record["text_start"],
        speakers=(speaker,) if speaker and speech else (),
        accepted=tuple(record.get("speaker_alternatives", ())),
        modes={speaker: Mode(mode)} if speaker and mode else {},
        open=bool(record["collective_speaker"]) and record["certainty"] == "low",
        kind=Kind.CAPTION if record["kind"] == "duplicate" else Kind(record["kind"]),
    )


def _listed(record: Record) -> Iterator[Judgement]:
    file = Path(record["file"]).name
    stretches: dict[int, list[Record]] = {}
    for heard in record["attributions"]:
        if not heard.get("collective"):
            stretches.setdefault(heard["paragraph"], []).append(heard)
    for number, heard_here in stretches.items():
        yield Judgement(
            key=f"{record['id']} ¶{number}",
            file=file,
            starts=heard_here[0]["text"],
            speakers=tuple(dict.fromkeys(heard["speaker"] for heard in heard_here)),
        )
    for number, doubtful in enumerate(record.get("optional", ())):
        yield Judgement(f"{record['id']} ?{number}", file, doubtful["text"], (), open=True)
    if not stretches:
        yield Judgement(f"{record['id']} silent", file, "", ())


_SHAPES = (("judgements.jsonl", _own), ("passages.jsonl", _annotated), ("articles.jsonl", _listed))
