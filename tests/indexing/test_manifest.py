"""A manifest says what a generation was built from, and notices when that is no longer what lies there."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.engines import ENGINES
from search.errors import IndexStateError
from search.manifest import (
    ArticleEntry,
    Basis,
    FileEntry,
    Manifest,
    Problem,
    SourceEntry,
    files_of,
    read_manifest,
    verify,
    write_manifest,
)
from search.names import Alias

MANIFEST = Manifest(
    Basis("whoosh", "f1", "c1", None),
    (
        SourceEntry(
            "a\udcff.txt",
            "0" * 64,
            (
                ArticleEntry("á", "k1", "r1", 12),
                ArticleEntry("b", "k2", "r2", 0, Problem("twice", 4, harmless=True), 4),
            ),
            (Problem("bad line", 3),),
        ),
        SourceEntry("gone.txt", "1" * 64, (ArticleEntry("c", "k3", "r3", 1),), missing=True),
    ),
    (FileEntry("seg", 3, "2" * 64),),
    (Alias("Tô Lâm", "Comrade Sixth"),),
)


def test_a_manifest_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_manifest(tmp_path, MANIFEST)
    assert read_manifest(tmp_path) == MANIFEST
    assert [path.name for path in tmp_path.iterdir()] == ["manifest.json"]


def test_refused_articles_are_not_held() -> None:
    assert list(MANIFEST.articles) == ["á", "c"]
    assert [article.id for article in MANIFEST.sources[0].held] == ["á"]


def test_a_missing_manifest_names_the_command(tmp_path: Path) -> None:
    with pytest.raises(IndexStateError, match="whosaid index"):
        read_manifest(tmp_path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_changed_byte_of_a_manifest_goes_unnoticed(tmp_path: Path, data: st.DataObject) -> None:
    write_manifest(tmp_path, MANIFEST)
    content = bytearray((tmp_path / "manifest.json").read_bytes())
    at = data.draw(st.integers(0, len(content) - 1))
    content[at] = data.draw(st.integers(0, 255).filter(lambda byte: byte != content[at]))
    (tmp_path / "manifest.json").write_bytes(content)
    try:
        assert read_manifest(tmp_path) == MANIFEST  # white space between the values may change
    except IndexStateError as problem:
        assert "whosaid index" in str(problem)  # noqa: PT017 - either outcome is right


@pytest.mark.parametrize("record", [[], {}, {"format": 3}, {"format": 3, "sources": [3]}, "text", None])
def test_json_that_is_no_manifest_is_an_error_of_ours(tmp_path: Path, record: object) -> None:
    (tmp_path / "manifest.json").write_text(json.dumps(record))
    with pytest.raises(IndexStateError, match="missing or damaged"):
        read_manifest(tmp_path)


def test_another_format_is_named(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text('{"format": 1}')
    with pytest.raises(IndexStateError, match="has format 1, this program reads 3; build it again: whosaid index"):
        read_manifest(tmp_path)


@pytest.mark.parametrize(
    ("index", "command"),
    [
        ("index", "whosaid index"),
        ("other", "whosaid index --index other"),
        ("an index/generations/of old", "whosaid index --index 'an index/generations/of old'"),
    ],
)
def test_damage_names_the_command_for_this_very_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, index: str, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    place = Path(index) / "generations" / "7"
    place.mkdir(parents=True)
    with pytest.raises(IndexStateError) as manifest:
        read_manifest(place)
    assert str(manifest.value).endswith(f"damaged; build the index again: {command}")
    with pytest.raises(IndexStateError) as file:
        verify(place / "engine", MANIFEST)
    assert str(file.value).endswith(f"damaged; build the index again: {command}")
    with pytest.raises(IndexStateError) as engine:
        ENGINES["memory"].open(place / "engine")
    assert str(engine.value).endswith(f": {command}")
    (place / "manifest.json").write_text('{"format": 1}')
    with pytest.raises(IndexStateError) as other:
        read_manifest(place)
    assert str(other.value).endswith(f"build it again: {command}")


@pytest.mark.parametrize(
    ("now", "why"),
    [
        (Basis("whoosh", "f1", "c1", None), None),
        (Basis("memory", "f1", "c1", None), "it was built for the engine 'whoosh'"),
        (Basis("whoosh", "f2", "c1", None), "the fields changed"),
        (Basis("whoosh", "f1", "c2", None), "the code that reads, extracts and analyses changed"),
        (Basis("whoosh", "f1", "c1", "a1"), "the authority changed"),
    ],
)
def test_a_basis_says_what_makes_it_stale(now: Basis, why: str | None) -> None:
    assert MANIFEST.basis.difference(now) == why


def test_missing_shortened_and_changed_files_are_noticed(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "seg").write_bytes(b"abc")
    manifest = Manifest(MANIFEST.basis, (), files_of(tmp_path))
    assert [(entry.path, entry.size) for entry in manifest.files] == [("deep/seg", 3)]
    verify(tmp_path, manifest, hashes=True)

    (tmp_path / "deep" / "seg").write_bytes(b"abd")
    verify(tmp_path, manifest)
    with pytest.raises(IndexStateError, match="seg is missing or damaged"):
        verify(tmp_path, manifest, hashes=True)
    (tmp_path / "deep" / "seg").write_bytes(b"ab")
    with pytest.raises(IndexStateError, match="seg is missing or damaged"):
        verify(tmp_path, manifest)
    (tmp_path / "deep" / "seg").unlink()
    with pytest.raises(IndexStateError, match="seg is missing or damaged"):
        verify(tmp_path, manifest)


def test_only_new_files_are_hashed(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for place in (old, new):
        place.mkdir()
    (old / "linked").write_bytes(b"abc")
    (old / "rewritten").write_bytes(b"abc")
    known = (FileEntry("linked", 3, "known"), FileEntry("rewritten", 3, "known"))
    os.link(old / "linked", new / "linked")
    (new / "rewritten").write_bytes(b"abc")
    hashes = {entry.path: entry.sha256 for entry in files_of(new, known, old)}
    assert hashes["linked"] == "known"
    assert len(hashes["rewritten"]) == 64
