"""What is wrong in an authority file: each problem at its line, all of them at once."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.authority import problems_in, read_authority
from search.authority.checking import checked
from search.authority.tables import KEYS
from search.errors import AuthorityError

ROOT = Path(__file__).resolve().parents[2]
GOOD = """\
[[person]]
name = "Le Van Binh"
aliases = ["Le Binh"]
short = "Binh"

[[person]]
name = "Tran Quoc Toan"

[[person]]
name = "Tran Quoc Toan (Hung Yen)"

[[body]]
name = "Harbour Council"
variants = ["Council of the Harbour"]

[[office]]
title = "Chairman of the Harbour Council"
also = ["Harbour Chairman"]
body = "Harbour Council"
person = "Le Binh"
from = 2020-01-01
to = 2022-12-31

[[office]]
title = "Chairman of the Harbour Council"
person = "Tran Quoc Toan"
from = 2023-01-01

[[merge]]
names = ["Le Van Bin"]
into = "Le Van Binh"

[[split]]
name = "Tran Quoc Toan"
into = "Tran Quoc Toan (Hung Yen)"
body = "Harbour Council"
from = 2023-01-01

[[correction]]
passage = "abcdefghijkl2345"
speakers = []
reason = "He reads out another's letter."
"""


def problems(text: str) -> list[str]:
    return [str(problem) for problem in checked(text.encode()).problems]


def line_of(text: str, words: str) -> int:
    return next(n for n, line in enumerate(text.splitlines(), 1) if words in line)


def test_a_good_file_has_no_problems_and_is_read_whole() -> None:
    found = checked(GOOD.encode())
    assert found.problems == ()
    authority = found.authority
    assert [len(rows) for rows in (authority.persons, authority.bodies, authority.offices)] == [3, 1, 2]
    assert [len(rows) for rows in (authority.merges, authority.splits, authority.corrections)] == [1, 1, 1]
    assert authority.offices[0].until == date(2022, 12, 31)
    binh, body = authority.person("Lê Bình"), authority.body("council of the harbour")
    assert binh is not None
    assert (binh.name, body) == ("Le Van Binh", "Harbour Council")


@pytest.mark.parametrize(
    ("old", "new", "problem", "near"),
    [
        ('short = "Binh"', 'shrt = "Binh"', "[[person]] has no key “shrt”", "shrt"),
        (
            'name = "Tran Quoc Toan"\n\n[[p',
            'name = "Le Binh"\n\n[[p',
            "“Le Binh” already names Le Van Binh",
            '= "Le Bi',
        ),
        ("to = 2022-12-31", "to = 2019-12-31", "to (2019-12-31) is before from (2020-01-01)", "to = 2019"),
        ("to = 2022-12-31", "", "Tran Quoc Toan holds “Chairman of the Harbour Council” at the same", "= 2023-01-01"),
        ('person = "Le Binh"', 'person = "Nobody"', "no [[person]] is called “Nobody”", '"Nobody"'),
        ('body = "Harbour Council"\np', 'body = "Harbor"\np', "no [[body]] is called “Harbor”", '"Harbor"'),
        ("from = 2020-01-01", 'from = "2020"', "from is not a date such as 2024-08-03", 'from = "2020"'),
        ("from = 2020-01-01\n", "", "[[office]] needs from", "[[office]]"),
        ('into = "Le Van Binh"', 'into = "Nowhere"', "no [[person]] or [[body]] is called “Nowhere”", "Nowhere"),
        ('["Le Van Bin"]', '["Le Van Binh"]', "“Le Van Binh” is merged into itself", 'names = ["Le'),
        ("names = ", "nams = ", "[[merge]] needs names, a list", "[[merge]]"),
        ('into = "Tran Quoc Toan (Hung Yen)"', 'into = "X"', "no [[person]] is called “X” to split off", '"X"'),
        ('into = "Tran Quoc Toan (Hung Yen)"', 'into = "Tran Quoc Toan"', "is split into itself", "name = "),
        ('body = "Harbour Council"\nfrom = 2023-01-01', "", "[[split]] needs from, to, outlet, place", "[[split]]"),
        ('body = "Harbour Council"\nfrom', 'body = "Y"\nfrom', "no [[body]] is called “Y”", '"Y"'),
        ("abcdefghijkl2345", "ABC", "“ABC” is no passage id", "ABC"),
        ("speakers = []", "", "[[correction]] needs speakers", "[[correction]]"),
        ("speakers = []", "speakers = [1]", "speakers is not a list of texts", "speakers"),
        ("[[person]]", "[[persons]]", "“persons” is not one of [[person]], [[body]]", "[[persons]]"),
    ],
)
def test_each_problem_is_told_with_its_line(old: str, new: str, problem: str, near: str) -> None:
    assert old in GOOD
    text = GOOD.replace(old, new, 1)
    found = [each for each in problems(text) if problem in each]
    assert found, problems(text)
    line = int(found[0].split(":")[0])
    assert near in text.splitlines()[line - 1] or line == line_of(text, near)


def test_all_problems_are_told_at_once_in_the_order_of_the_lines() -> None:
    text = GOOD.replace("from = 2020-01-01", 'from = "2020"').replace('Le Van Binh"\n\n[[s', 'Nowhere"\n\n[[s')
    text = text.replace('short = "Binh"', "short = 7").replace("speakers = []", "who = []")
    lines = [problem.line for problem in checked(text.encode()).problems]
    assert len(lines) >= 4
    assert lines == sorted(lines)


def test_two_corrections_of_one_passage_are_one_too_many() -> None:
    again = GOOD + GOOD[GOOD.index("[[correction]]") :]
    assert any("is corrected already" in problem for problem in problems(again))


def test_a_merge_into_what_is_merged_itself_is_refused() -> None:
    chain = GOOD + '\n[[merge]]\nnames = ["Le Van Binh"]\ninto = "Tran Quoc Toan"\n'
    assert any("“Le Van Binh” is itself merged into Tran Quoc Toan" in problem for problem in problems(chain))


def test_a_shared_office_may_have_two_holders() -> None:
    open_end = GOOD.replace("to = 2022-12-31", "shared = true")
    assert problems(open_end)
    assert problems(open_end.replace("from = 2023-01-01\n\n[[m", "from = 2023-01-01\nshared = true\n\n[[m")) == []


@pytest.mark.parametrize("text", ["[[person", "name = 1\n", "\x00", '[person]\nname = "A"\n'])
def test_what_is_no_such_file_has_one_problem(text: str) -> None:
    assert len(problems(text)) == 1


def test_a_file_that_is_not_there_is_a_problem_too(tmp_path: Path) -> None:
    (problem,) = problems_in(tmp_path / "none.toml")
    assert "cannot be read" in str(problem)


def test_reading_names_the_first_problem_and_how_many_more(tmp_path: Path) -> None:
    path = tmp_path / "authority.toml"
    path.write_text(GOOD.replace("from = 2020-01-01", "").replace("speakers = []", ""))
    with pytest.raises(AuthorityError, match=r"authority\.toml:\d+: .* \(and \d+ more: whosaid authority check"):
        read_authority(path)


@given(st.text(alphabet='[]ab "=\n.person', max_size=60))
def test_no_text_at_all_makes_the_check_fail(text: str) -> None:
    assert isinstance(problems(text), list)


def test_the_shipped_file_is_clean_and_decides_no_single_passage() -> None:
    path = ROOT / "seeds" / "authority.toml"
    assert problems_in(path) == ()
    authority = read_authority(path)
    assert authority.corrections == ()
    assert not re.search(r"\.txt|\.html|\[\[correction", path.read_text(encoding="utf-8"))


def test_the_page_for_editors_names_every_table_and_key() -> None:
    page = (ROOT / "docs" / "authority.md").read_text(encoding="utf-8")
    for kind, keys in KEYS.items():
        section = re.search(rf"^### `\[\[{kind}\]\]`.*?(?=^##|\Z)", page, re.MULTILINE | re.DOTALL)
        assert section, kind
        assert {key for key in keys if f"`{key}`" in section[0]} == keys


def test_the_example_of_the_page_for_editors_is_right() -> None:
    page = (ROOT / "docs" / "authority.md").read_text(encoding="utf-8")
    examples = re.findall(r"^```toml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert problems("\n".join(examples)) == []
