from __future__ import annotations

from pathlib import Path

import pytest

from search.engines.whoosh.arrays import FormatError
from search.engines.whoosh.blocks import BLOCK, Blocks, BlockWriter


def written(file: Path, lines: list[bytes]) -> tuple[Blocks, list[int]]:
    writer = BlockWriter(file)
    slots = [writer.add(line) for line in lines]
    return Blocks(file, writer.close()["blocks.ends"]), slots


@pytest.mark.parametrize("number", [0, 1, BLOCK, 5 * BLOCK + 3])
def test_every_line_comes_back(tmp_path: Path, number: int) -> None:
    lines = [b"line %d" % n for n in range(number)]
    blocks, slots = written(tmp_path / "a", lines)
    assert [blocks.line(slot) for slot in slots] == lines


def test_blocks_are_copied_as_they_are(tmp_path: Path) -> None:
    first, slots = written(tmp_path / "a", [b"line %d" % n for n in range(20)])
    writer = BlockWriter(tmp_path / "b")
    before, moved, after = writer.add(b"before"), writer.copy(first), writer.add(b"after")
    blocks = Blocks(tmp_path / "b", writer.close()["blocks.ends"])
    assert [blocks.line(before), blocks.line(after)] == [b"before", b"after"]
    assert [blocks.line(slot + moved) for slot in slots] == [first.line(slot) for slot in slots]


def test_a_file_that_was_cut_short_is_refused(tmp_path: Path) -> None:
    blocks, _ = written(tmp_path / "a", [b"line"] * 40)
    (tmp_path / "b").write_bytes((tmp_path / "a").read_bytes()[:-1])
    with pytest.raises(FormatError, match="cut short"):
        Blocks(tmp_path / "b", blocks.ends)
