from __future__ import annotations

from pathlib import Path

import pytest
import zstandard

from search.engines.whoosh.arrays import FormatError
from search.engines.whoosh.blocks import BLOCK, Blocks, BlockWriter


def written(file: Path, lines: list[bytes]) -> tuple[Blocks, list[int]]:
    writer = BlockWriter(file)
    slots = [writer.add(line) for line in lines]
    return Blocks(file, writer.close()), slots


@pytest.mark.parametrize("number", [0, 1, BLOCK, 5 * BLOCK + 3])
def test_every_line_comes_back(tmp_path: Path, number: int) -> None:
    lines = [b"line %d" % n for n in range(number)]
    blocks, slots = written(tmp_path / "a", lines)
    assert [blocks.line(slot) for slot in slots] == lines


def _many(word: str) -> list[bytes]:
    return [f"{word} number {n} says what {word} number {n + 1} said".encode() * 9 for n in range(400)]


def test_many_lines_are_packed_with_a_dictionary_of_some_of_them(tmp_path: Path) -> None:
    lines = _many("passage")
    blocks, slots = written(tmp_path / "a", lines)
    assert [blocks.line(slot) for slot in slots] == lines
    assert [(first, bool(dictionary)) for first, dictionary in blocks.primed] == [(0, True)]
    alone = sum(len(zstandard.compress(b"\n".join(lines[n : n + BLOCK]))) for n in range(0, len(lines), BLOCK))
    assert (tmp_path / "a").stat().st_size < alone


def test_blocks_that_are_copied_keep_their_dictionaries(tmp_path: Path) -> None:
    held = [written(tmp_path / name, _many(name)) for name in ("a", "b")]
    few = written(tmp_path / "few", [b"few"])
    writer = BlockWriter(tmp_path / "all")
    moved = [(blocks, slots, writer.copy(blocks)) for blocks, slots in (held[0], few, held[1], held[1])]
    after = [writer.add(line) for line in _many("after")]
    together = Blocks(tmp_path / "all", writer.close())
    for blocks, slots, by in moved:
        assert [together.line(slot + by) for slot in slots] == [blocks.line(slot) for slot in slots]
    assert [together.line(slot) for slot in after] == _many("after")
    assert len(together.primed) == 4  # two that are the same follow each other, and the few have none


def test_lines_beside_copied_blocks_are_packed_with_their_dictionary(tmp_path: Path) -> None:
    many, _ = written(tmp_path / "many", _many("passage"))
    writer = BlockWriter(tmp_path / "all")
    slot = writer.add(b"few")
    writer.copy(many)
    together = Blocks(tmp_path / "all", writer.close())
    assert together.line(slot) == b"few"
    assert together.primed == many.primed


@pytest.mark.parametrize("lines", [[b""] * 5, [b"x" * (1 << 20)], [b"line"] * 20_000])
def test_lines_that_teach_no_dictionary_come_back_all_the_same(tmp_path: Path, lines: list[bytes]) -> None:
    blocks, slots = written(tmp_path / "a", [*lines, b"last"])
    assert [blocks.line(slot) for slot in slots] == [*lines, b"last"]


def test_blocks_are_copied_as_they_are(tmp_path: Path) -> None:
    first, slots = written(tmp_path / "a", [b"line %d" % n for n in range(20)])
    writer = BlockWriter(tmp_path / "b")
    before, moved, after = writer.add(b"before"), writer.copy(first), writer.add(b"after")
    blocks = Blocks(tmp_path / "b", writer.close())
    assert [blocks.line(before), blocks.line(after)] == [b"before", b"after"]
    assert [blocks.line(slot + moved) for slot in slots] == [first.line(slot) for slot in slots]


def test_a_file_that_was_cut_short_is_refused(tmp_path: Path) -> None:
    writer = BlockWriter(tmp_path / "a")
    for _ in range(40):
        writer.add(b"line")
    arrays = writer.close()
    (tmp_path / "b").write_bytes((tmp_path / "a").read_bytes()[:-1])
    with pytest.raises(FormatError, match="cut short"):
        Blocks(tmp_path / "b", arrays)


def test_a_block_with_a_wrong_byte_is_no_passage(tmp_path: Path) -> None:
    writer = BlockWriter(tmp_path / "a")
    writer.add(b"what was said, word for word")
    arrays = writer.close()
    held = bytearray((tmp_path / "a").read_bytes())
    held[len(held) // 2] ^= 1
    (tmp_path / "b").write_bytes(held)
    with pytest.raises(FormatError, match="block 0 of the passages is damaged"):
        Blocks(tmp_path / "b", arrays).line(0)
