"""A folder with every kind of fault: each file is named with what is wrong with it, and every good passage is found."""

from __future__ import annotations

import codecs
import json
import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from search.cli import run

GOOD = "The plan for the {0}\nHanoi (VNA) - The council agreed on the {0} on May 2, 2024.\n"
NO_DATE = {"article_id": "undated", "date": "the other day", "text": GOOD.format("bridge")}

# name in the folder -> how it is made, what is said of it, whether something of it is missing from the index
Make = Callable[[Path], object]
FAULTS: dict[str, tuple[Make, str, bool]] = {
    "binary.txt": (lambda p: p.write_bytes(bytes(100)), "binary: too many control characters for a text", True),
    "western.txt": (
        lambda p: p.write_bytes("Caf\xe9 society\n".encode("cp1252")),
        "byte 3 is not UTF-8: read as cp1252 (Western letters only)",
        False,
    ),
    "copy.txt": (lambda p: p.write_text(GOOD.format("harbour")), "", False),
    "date.jsonl": (
        lambda p: p.write_text(json.dumps(NO_DATE)),
        "date 'the other day' cannot be used: undated",
        False,
    ),
    "empty.txt": (lambda p: p.write_text(""), "empty", False),
    "folder": (lambda p: p.symlink_to(p.parent, target_is_directory=True), "a link: not followed", True),
    "half.txt": (
        lambda p: p.write_bytes(b"A face \xed\xa0\xbd\xed\xb8\x80 smiles.\n"),
        "byte 7 is half a character of UTF-16: pairs are put together",
        False,
    ),
    "harbour.txt": (lambda p: p.write_text(GOOD.format("harbour")), "the same text as in copy.txt; kept once", False),
    "huge.html": (lambda p: os.truncate(_made(p), 20_000_001), "larger than 20 MB", True),
    "huge.txt": (lambda p: os.truncate(_made(p), 100_000_001), "larger than 100 MB", True),
    "letters.txt": (lambda p: p.write_text("x" * 9_000), "a word of 9,000 letters: searched by its first 100", False),
    "link.txt": (lambda p: p.symlink_to("harbour.txt"), "a link: not followed", True),
    "loop.txt": (lambda p: p.symlink_to("/dev/zero"), "a link: not followed", True),
    "page.html": (lambda p: p.write_text("<a " * 66_000), "no text in the page", True),
    "picture.txt": (
        lambda p: p.write_bytes(b"\x89PNG\r\n\x1a\n" + random.Random(1).randbytes(5000)),  # noqa: S311 - no secret
        "binary: too many control characters for a text",
        True,
    ),
    "pipe.txt": (os.mkfifo, "not a regular file", True),
    "tags.html": (lambda p: p.write_text("<i>" * 200_001), "more than 200000 tags", True),
    "two.jsonl": (
        lambda p: p.write_text('{"article_id": "undated", "text": "Another text."}'),
        "has this article id, which is that of date.jsonl:1 (article id 'undated')",
        True,
    ),
    "utf16.txt": (lambda p: p.write_bytes(codecs.BOM_UTF16_LE + b"\x00\xd8a\x00"), "byte 2 is not UTF-16-LE", False),
    "wrong.jsonl": (lambda p: p.write_text("{}\n"), "no text: neither paragraphs nor text", True),
}
REFUSED = sorted(name for name, (_, said, missing) in FAULTS.items() if said and missing)
REMARKED = sorted(name for name, (_, said, missing) in FAULTS.items() if said and not missing)


def _made(path: Path) -> Path:
    path.touch()
    return path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "good.txt").write_text(GOOD.format("school"))
    return tmp_path


def test_every_fault_is_named_and_nothing_good_is_lost(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for name, (make, _, _) in FAULTS.items():
        make(folder / "seeds" / name)
    assert run(["index", "--report", "faults.jsonl"]) == 1
    out, err = capfd.readouterr()
    for name, (_, said, _) in FAULTS.items():
        warned = [line for line in err.splitlines() if line.startswith((f"WARN seeds/{name}:", f"WARN seeds/{name} "))]
        assert len(warned) == (1 if said else 0), (name, warned)
        assert said in "".join(warned), name
    assert "skipped" in out
    told = [json.loads(line) for line in (folder / "faults.jsonl").read_text().splitlines()]
    assert sorted({line["path"] for line in told if line["skipped"]}) == REFUSED
    assert sorted({line["path"] for line in told if not line["skipped"]}) == REMARKED
    for word in ("school", "harbour", "bridge", "society", "smiles"):
        assert run(["search", "--json", word]) == 0
        assert json.loads(capfd.readouterr().out)["total"] > 0, word
    assert run(["check"]) == 0


@pytest.mark.parametrize("name", [name for name in REFUSED + REMARKED if name not in {"harbour.txt", "two.jsonl"}])
def test_the_exit_code_says_whether_something_is_missing(folder: Path, name: str) -> None:
    make, _, missing = FAULTS[name]
    make(folder / "seeds" / name)
    assert run(["index"]) == (1 if missing else 0)
    assert run(["index", "--strict", "--force"]) == 1


@pytest.mark.parametrize("name", REFUSED[:1])
def test_where_nothing_can_be_read_the_code_is_two_and_no_index_is_made(folder: Path, name: str) -> None:
    (folder / "seeds" / "good.txt").unlink()
    FAULTS[name][0](folder / "seeds" / name)
    assert run(["index"]) == 2
    assert not (folder / "index" / "CURRENT").exists()
