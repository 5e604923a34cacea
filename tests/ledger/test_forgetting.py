"""What is forgotten leaves no trace, and no other link breaks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.errors import NotFoundError
from search.identity import hash16, passage_id
from search.ledger.fates import article_fate_of
from search.ledger.forgetting import Forgotten, forget
from search.ledger.trace import packed, trace_of
from tests.ledger.texts import BUDGET, COUNCIL, QUAY, SCHOOL

if TYPE_CHECKING:
    from tests.ledger.conftest import Memory


def test_an_article_that_is_gone_is_erased_from_the_file(memory: Memory) -> None:
    memory.publish(wordings=True, secret=(QUAY, COUNCIL), b=(BUDGET,))
    memory.publish(wordings=True, b=(BUDGET,))
    traces = [QUAY.encode(), b"About secret", packed(trace_of("", 0, QUAY).units), hash16(QUAY).encode(),
              passage_id("secret", QUAY, 0).encode()]  # fmt: skip
    before = memory.path.read_bytes()
    assert all(trace in before for trace in traces)
    assert forget(memory.path, "secret") == Forgotten(2, 0)
    after = memory.path.read_bytes()
    assert not any(trace in after for trace in traces)
    assert memory.fate("secret", QUAY) is None
    assert article_fate_of(memory.path, "secret") is None


def test_of_an_article_that_is_published_only_the_past_is_erased(memory: Memory) -> None:
    memory.publish(a=(QUAY, COUNCIL))
    memory.publish(a=(QUAY,))
    assert forget(memory.path, "a") == Forgotten(1, 1)
    assert memory.fate("a", COUNCIL) is None
    memory.publish(a=(QUAY, SCHOOL))
    assert memory.asked == ["a"]


def test_links_through_what_is_forgotten_still_reach_what_it_led_to(memory: Memory) -> None:
    for name in ("a", "b", "c"):
        memory.publish(**{name: (QUAY, COUNCIL)})
    forget(memory.path, "b")
    assert memory.fate("b", QUAY) is None
    assert memory.successor("a", QUAY) == passage_id("c", QUAY, 0)
    gone = article_fate_of(memory.path, "a")
    assert gone
    assert gone.successor == "c"


def test_links_to_what_is_forgotten_are_gone(memory: Memory) -> None:
    memory.publish(a=(QUAY, COUNCIL))
    memory.publish(b=(QUAY, COUNCIL))
    memory.publish(c=(SCHOOL,))
    forget(memory.path, "b")
    found = memory.fate("a", QUAY)
    assert found
    assert (found.successor, found.candidates, found.article) == (None, (), None)


def test_an_article_may_be_named_by_its_address_or_its_file(memory: Memory) -> None:
    address = "https://paper.example/a?id=1"
    for name, said in ((address, hash16(address)), (hash16("news/a.txt"), "news/a.txt")):
        memory.publish(**{name: (QUAY,)})
        memory.publish(z=(SCHOOL,))
        assert forget(memory.path, said).passages == 1


def test_what_is_not_known_is_said(memory: Memory) -> None:
    with pytest.raises(NotFoundError, match="knows no article"):
        forget(memory.path, "a")
    memory.publish(a=(QUAY,))
    before = memory.path.read_bytes()
    with pytest.raises(NotFoundError, match="knows no article"):
        forget(memory.path, "b")
    assert memory.path.read_bytes() == before
