"""Every command a document shows is run, and prints what the document says.

A `console` block holds lines that begin with `$ ` and what they print. `…` alone on a line stands for any lines, at a
line's end for its rest. Durations may differ. Output that begins with `{` is a fragment of the JSON printed: keys that
are not shown are free, `"…"` is any value and, at the end of a list, any further ones. `# exit 1` is the exit code.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
DURATION = re.compile(r"\b\d[\d.,]* ?(ms|s|seconds?)\b")
EXIT = re.compile(r"^# exit (\d+)$")

# These set up, serve or fetch; test_make_run.py and .ci/run prove them.
ELSEWHERE = ("make ", "git clone ", "cd ", ".ci/run")


class Example(NamedTuple):
    """A command as shown, and what the document says it does."""

    where: str
    command: str
    output: tuple[str, ...]
    code: int


def examples_in(name: str, text: str) -> Iterator[Example]:
    for block in BLOCK.finditer(text):
        number = text.count("\n", 0, block.start()) + 1
        command, lines, code = "", [], 0
        for line in [*block[1].splitlines(), "$ "]:
            number += 1
            if line.startswith("$ "):
                if command:
                    yield Example(f"{name}:{number - len(lines) - 1}", command, tuple(lines), code)
                command, lines, code = line.removeprefix("$ "), [], 0
            elif found := EXIT.match(line):
                code = int(found[1])
            else:
                lines.append(line)


EXAMPLES = [
    example
    for path in DOCUMENTS
    for example in examples_in(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
]


def printed(shown: tuple[str, ...], output: str) -> bool:
    """Whether the output is what is shown, `…` standing for what it stands for."""
    pattern = ""
    for line in shown:
        known = re.escape(DURATION.sub("0 s", line.rstrip(" …")))
        if not known:
            pattern += r"(?:.*\n)*?" if "…" in line else r"\n"
        else:
            pattern += known + (r".*\n" if line.endswith("…") else r"\n")
    text = "".join(f"{DURATION.sub('0 s', line.rstrip())}\n" for line in output.splitlines())
    return re.fullmatch(pattern, text) is not None


def holds(actual: Any, fragment: Any) -> bool:
    """Whether a JSON value has everything the fragment shows."""
    if fragment == "…":
        return True
    if isinstance(fragment, dict):
        return isinstance(actual, dict) and all(
            key in actual and holds(actual[key], value) for key, value in fragment.items()
        )
    if isinstance(fragment, list) and isinstance(actual, list):
        if fragment and fragment[-1] == "…":
            fragment, actual = fragment[:-1], actual[: len(fragment) - 1]
        return len(actual) == len(fragment) and all(map(holds, actual, fragment))
    return bool(actual == fragment)


@pytest.mark.parametrize("example", [e for e in EXAMPLES if not e.command.startswith(ELSEWHERE)], ids=lambda e: e.where)
def test_a_shown_command_does_what_is_shown(example: Example, whosaid: Callable[[str], Any]) -> None:
    outcome = whosaid(example.command)
    assert outcome.code == example.code, outcome.err
    if example.output and example.output[0].startswith("{"):
        records = [json.loads(line) for line in outcome.out.splitlines()]
        fragments = [json.loads(text) for text in re.split(r"\n(?=\{)", "\n".join(example.output))]
        assert len(records) >= len(fragments)
        for record, fragment in zip(records, fragments, strict=False):
            assert holds(record, fragment), json.dumps(record, ensure_ascii=False, indent=1)
    elif example.output:
        orders = (outcome.err + outcome.out, outcome.out + outcome.err)  # a terminal shows both streams
        assert any(printed(example.output, text) for text in orders), orders[0]


def test_the_tour_shows_commands() -> None:
    shown = {example.command.split()[1] for example in EXAMPLES if example.command.startswith("whosaid ")}
    assert {"index", "search", "inspect", "explain", "stats"} <= shown


@pytest.mark.parametrize(
    ("shown", "output"),
    [
        (("a", "…", "d"), "a\nb\nc\nd\n"),
        (("one of…",), "one of these\n"),
        (("built in 2.5 s",), "built in 11 s\n"),
        (("a",), "a  \n"),
    ],
)
def test_what_is_left_out_may_be_anything(shown: tuple[str, ...], output: str) -> None:
    assert printed(shown, output)


@pytest.mark.parametrize(("shown", "output"), [(("a",), "b\n"), (("a",), "a\nb\n"), (("a", "…", "c"), "a\nb\n")])
def test_what_is_shown_must_be_there(shown: tuple[str, ...], output: str) -> None:
    assert not printed(shown, output)


def test_a_json_fragment_is_held_or_not() -> None:
    record = {"total": 2, "hits": [{"rank": 1, "speakers": ["To Lam"]}, {"rank": 2, "speakers": []}]}
    assert holds(record, {"hits": [{"rank": 1}, "…"]})
    assert holds(record, {"total": "…"})
    assert not holds(record, {"hits": [{"rank": 1}]})
    assert not holds(record, {"hits": [{"speakers": []}, "…"]})
    assert not holds(record, {"pages": 1})
