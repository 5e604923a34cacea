"""The ledger as text and back, and what is no ledger's text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from search.errors import LedgerError, SourceError
from search.identity import passage_id
from search.ledger.text import lines_of, read_text
from tests.ledger.texts import BUDGET, COUNCIL, QUAY, SCHOOL

if TYPE_CHECKING:
    from tests.ledger.conftest import Memory

EDITED = QUAY.replace("autumn", "winter")


@pytest.fixture
def history(memory: Memory) -> Memory:
    memory.publish(wordings=True, a=(QUAY, COUNCIL, SCHOOL), b=(BUDGET,))
    memory.publish(wordings=True, a=(EDITED, f"{COUNCIL} It was late.", "Chapter 3"), c=(BUDGET,))
    memory.publish(wordings=True, a=(EDITED, COUNCIL), c=(BUDGET,), d=(SCHOOL, "Đổi mới \u2028 \U0001f600"))
    return memory


def test_what_is_written_makes_the_same_ledger_again(history: Memory) -> None:
    text, other = history.text(), history.path.with_name("other.sqlite3")
    assert read_text(other, text, "text") == len([line for line in text if '"passage"' in line])
    assert list(lines_of(other)) == text


def test_a_ledger_made_of_text_goes_on_where_it_was(history: Memory) -> None:
    text = history.text()
    history.path.unlink()
    read_text(history.path, text, "text")
    history.publish(wordings=True, a=(QUAY, COUNCIL), c=(BUDGET,), d=(SCHOOL, "Đổi mới \u2028 \U0001f600"))
    assert history.asked == ["a"]
    assert history.successor("a", EDITED) == passage_id("a", QUAY, 0)


def test_a_ledger_is_never_overwritten(history: Memory) -> None:
    before = history.path.read_bytes()
    with pytest.raises(LedgerError, match="move it away"):
        read_text(history.path, history.text(), "text")
    assert history.path.read_bytes() == before


def test_without_a_ledger_there_is_nothing_to_write(memory: Memory) -> None:
    with pytest.raises(LedgerError, match="whosaid index"):
        memory.text()


@pytest.mark.parametrize(
    ("at", "change", "reason"),
    [
        (2, {"ledger": 1}, "neither"),
        (1, {"ledger": 99}, "format 99"),
        (1, {"round": "two"}, "round"),
        (2, {"title": 7}, "title"),
        (2, {"surprise": 7}, "neither"),
        (3, {"units": "!"}, "base64"),
        (3, {"units": "YQ=="}, "half"),
        (3, {"ordinal": None}, "ordinal"),
        (3, {"rule": "magic"}, "magic"),
    ],
)
def test_a_line_that_is_none_is_named_and_nothing_is_made(
    history: Memory, at: int, change: dict[str, object], reason: str
) -> None:
    lines, other = history.text(), history.path.with_name("other.sqlite3")
    lines[at - 1] = json.dumps(json.loads(lines[at - 1]) | change)
    with pytest.raises(SourceError, match=reason) as problem:
        read_text(other, lines, "text")
    assert problem.value.line == at
    assert list(other.parent.glob("other*")) == []


@pytest.mark.parametrize("lines", [[], ["not JSON"], ["[]"], ['{"ledger": 1}'], ["{}"]])
def test_what_is_no_ledger_at_all_is_refused(memory: Memory, lines: list[str]) -> None:
    with pytest.raises(SourceError):
        read_text(memory.path, lines, "text")
    assert not memory.path.exists()


def test_a_passage_that_comes_twice_is_refused(history: Memory) -> None:
    lines = history.text()
    with pytest.raises(SourceError, match="UNIQUE"):
        read_text(history.path.with_name("other"), [*lines, lines[2]], "text")


def test_a_passage_before_its_article_is_refused(history: Memory) -> None:
    lines = history.text()
    with pytest.raises(SourceError, match="NOT NULL"):
        read_text(history.path.with_name("other"), [lines[0], lines[2]], "text")


def test_a_successor_that_leads_back_is_refused(history: Memory) -> None:
    records = [json.loads(line) for line in history.text()]
    one, other = [record for record in records if record.get("gone") and "passage" in record][:2]
    one |= {"successor": other["passage"], "rule": "edited"}
    other |= {"successor": one["passage"], "rule": "edited"}
    with pytest.raises(SourceError, match="successor"):
        read_text(history.path.with_name("other"), map(json.dumps, records), "text")
