from pathlib import Path

import pytest

from search.errors import ConfigError
from search.evaluation.floors import Floor, below, raised, read_floors, spell_floors


def test_what_is_spelled_is_read_back(tmp_path: Path) -> None:
    floors = {"a": Floor("a", 0.5), "b recall": Floor("b recall", 1.0, 'the "old" data was wrong')}
    path = tmp_path / "floors.toml"
    path.write_text(spell_floors(floors), encoding="utf-8")
    assert read_floors(path) == floors


def test_a_measure_below_its_floor_is_named() -> None:
    floors = {"a": Floor("a", 0.5), "b": Floor("b", 0.5)}
    assert below(floors, {"a": 0.4, "b": 0.5}) == ["a is 0.4, below its floor 0.5"]


def test_a_measure_that_vanished_does_not_pass() -> None:
    assert below({"a": Floor("a", 0.5)}, {"a": None}) == ["a was not measured; its floor is 0.5"]


def test_a_floor_rises_without_words_and_falls_only_with_a_reason() -> None:
    floors = {"a": Floor("a", 0.5)}
    assert raised(floors, {"a": 0.6})["a"] == Floor("a", 0.6)
    with pytest.raises(ConfigError, match="say why"):
        raised(floors, {"a": 0.4})
    assert raised(floors, {"a": 0.4}, "two judgements were corrected")["a"].reason == "two judgements were corrected"


def test_a_file_that_is_no_floors_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text("a = ", encoding="utf-8")
    with pytest.raises(ConfigError, match="--raise-floors"):
        read_floors(path)
