from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from whoosh import fields, formats, index

from search.deadline import NEVER, Deadline
from search.engines.answer import OutOfTimeError
from search.engines.whoosh import postings as postings_module
from search.engines.whoosh.postings import Postings
from search.engines.whoosh.schema import Places

TEXTS = ({"tax": [0, 4], "taxes": [2]}, {"debt": [0]}, {"tax": [1]}, {"tax": [3, 5, 9], "debt": [4]})


@pytest.fixture
def postings(tmp_path: Path) -> Iterator[Postings]:
    """Two segments of two passages."""
    held = index.create_in(str(tmp_path), fields.Schema(words=Places(formats.Positions())))
    for texts in (TEXTS[:2], TEXTS[2:]):
        writer = held.writer()
        for text in texts:
            writer.add_document(words=text)
        writer.commit(merge=False)
    reader = held.reader()
    assert len(reader.leaf_readers()) == 2
    yield Postings(reader)
    reader.close()


def test_passages_are_numbered_over_all_segments(postings: Postings) -> None:
    found = postings.of("words", "tax", NEVER)
    assert found.passages.tolist() == [0, 2, 3]
    assert found.counts.tolist() == [2, 1, 3]
    assert postings.of("words", "debt", NEVER).passages.tolist() == [1, 3]
    assert postings.of("words", "absent", NEVER).passages.tolist() == []


def test_positions_are_read_where_they_are_wanted(postings: Postings) -> None:
    tax = postings.of("words", "tax", NEVER).passages
    debt = postings.of("words", "debt", NEVER).passages
    assert dict(postings.places("words", "tax", tax, NEVER)) == {0: [0, 4], 2: [1], 3: [3, 5, 9]}
    assert dict(postings.places("words", "tax", debt, NEVER)) == {3: [3, 5, 9]}
    assert dict(postings.places("words", "debt", np.arange(4), NEVER)) == {1: [0], 3: [4]}


def test_terms_are_listed_by_their_beginning_and_in_order(postings: Postings) -> None:
    assert postings.beginning("words", "tax") == ["tax", "taxes"]
    assert postings.vocabulary("words") == [("debt", 2), ("tax", 3), ("taxes", 1)]


def test_what_was_read_lately_is_kept_as_far_as_there_is_room(
    postings: Postings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postings_module, "_KEPT", 2 * postings_module._ENTRY + 5)
    tax = postings.of("words", "tax", NEVER)
    debt = postings.of("words", "debt", NEVER)
    assert postings.of("words", "tax", NEVER) is tax
    postings.of("words", "taxes", NEVER)
    assert postings.of("words", "tax", NEVER) is tax
    assert postings.of("words", "debt", NEVER) is not debt


def test_asking_for_absent_terms_without_end_keeps_few_of_them(
    postings: Postings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postings_module, "_KEPT", 10 * postings_module._ENTRY)
    for number in range(100):
        postings.of("words", f"absent{number}", NEVER)
    assert len(postings._kept) == 10


def test_reading_stops_when_the_time_is_up_and_keeps_nothing_half(postings: Postings) -> None:
    with pytest.raises(OutOfTimeError):
        postings.of("words", "tax", Deadline(0, clock=lambda: 0))
    assert postings.of("words", "tax", NEVER).passages.tolist() == [0, 2, 3]
    with pytest.raises(OutOfTimeError):
        dict(postings.places("words", "tax", postings.of("words", "tax", NEVER).passages, Deadline(0, clock=lambda: 0)))
