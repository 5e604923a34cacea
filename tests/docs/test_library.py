"""The tour of the library is run as it stands."""

from __future__ import annotations

import doctest
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "library.md"


def test_the_tour_of_the_library_does_what_it_shows(readers_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(readers_folder)
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    failed, tried = doctest.testfile(str(DOCUMENT), module_relative=False, optionflags=flags, encoding="utf-8")
    assert failed == 0
    assert tried >= 30
