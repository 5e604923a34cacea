"""The authority file: what it says, and what it may not say."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from search.authority import Authority, read_authority
from search.errors import AuthorityError

SHIPPED = Path(__file__).parent.parent / "seeds" / "authority.toml"
PERSONS = '[[person]]\nname = "To Lam"\n[[person]]\nname = "Luong Cuong"\naliases = ["General Cuong"]\n'


def read(folder: Path, text: str) -> Authority:
    path = folder / "authority.toml"
    path.write_text(text, encoding="utf-8")
    return read_authority(path)


def test_names_are_found_with_and_without_accents_and_by_alias(tmp_path: Path) -> None:
    authority = read(tmp_path, PERSONS)
    for printed in ("Tô Lâm", "TO LAM", "to lam"):
        person = authority.person(printed)
        assert person is not None
        assert person.name == "To Lam"
    cuong = authority.person("General Cuong")
    assert cuong is not None
    assert cuong.name == "Luong Cuong"
    assert authority.person("Nobody") is None


def test_variants_of_a_body_are_one(tmp_path: Path) -> None:
    authority = read(tmp_path, '[[body]]\nname = "Politburo"\nvariants = ["Political Bureau"]\n')
    assert authority.body("political bureau") == "Politburo"


def test_an_office_is_held_from_the_first_day_to_the_last(tmp_path: Path) -> None:
    rows = '[[office]]\ntitle = "President"\nperson = "To Lam"\nfrom = 2024-05-22\nto = 2024-10-20\n'
    authority = read(tmp_path, PERSONS + rows)
    for day, held in ((date(2024, 5, 22), 1), (date(2024, 10, 20), 1), (date(2024, 10, 21), 0)):
        assert len(authority.holders("president", day, day)) == held
    assert authority.holders("President", date(2024, 10, 1), date(2024, 10, 31)) == ()


def test_the_hash_is_that_of_the_bytes(tmp_path: Path) -> None:
    assert read(tmp_path, PERSONS).sha256 == sha256(PERSONS.encode()).hexdigest()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[[person]]\nname = "A B"\n\n[[person]]\nname = "C D"\naliases = ["a b"]\n', 6),
        ('[[person]]\nname = "A B"\nbirthday = 1\n', 3),
        ('[[people]]\nname = "A B"\n', 1),
        ('[[person]]\naliases = ["A B"]\n', 1),
        ("[[body]]\nname = 7\n", 2),
        (PERSONS + '[[office]]\ntitle = "President"\nperson = "X Y"\nfrom = 2024-01-01\n', 8),
        (PERSONS + '[[office]]\ntitle = "President"\nperson = "To Lam"\nfrom = 2024-05-01\nto = 2024-01-01\n', 10),
        (PERSONS + '[[office]]\ntitle = "President"\nperson = "To Lam"\nfrom = "2024-05-01"\n', 9),
        (
            PERSONS
            + '[[office]]\ntitle = "President"\nperson = "To Lam"\nfrom = 2024-05-01\n'
            + '[[office]]\ntitle = "President"\nperson = "Luong Cuong"\nfrom = 2024-10-21\n',
            13,
        ),
        ('[[person]\nname = "A B"\n', 1),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(AuthorityError) as refusal:
        read(tmp_path, text)
    assert f":{line}" in str(refusal.value) or f"line {line}" in str(refusal.value)


def test_a_shared_office_may_have_several_holders(tmp_path: Path) -> None:
    row = '[[office]]\ntitle = "Deputy"\nperson = "{}"\nfrom = 2024-01-01\nshared = true\n'
    authority = read(tmp_path, PERSONS + row.format("To Lam") + row.format("Luong Cuong"))
    assert len(authority.holders("Deputy", date(2024, 6, 1), date(2024, 6, 1))) == 2


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AuthorityError):
        read_authority(tmp_path / "none.toml")


def test_the_shipped_file_can_be_read_and_keys_no_row_to_an_article() -> None:
    authority = read_authority(SHIPPED)
    assert authority.person("Võ Văn Thưởng") is not None
    text = SHIPPED.read_text(encoding="utf-8")
    assert ".txt" not in text
    assert "passage =" not in text
