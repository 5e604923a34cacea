from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.engines.whoosh import concordance as concordance_module
from search.engines.whoosh import frequent as frequent_module
from search.engines.whoosh import standing as standing_module
from search.engines.whoosh.arrays import Arrays, write_arrays
from search.engines.whoosh.concordance import STEP, Concordance, concordance_arrays, tape
from search.engines.whoosh.standing import counted, counted_in_order, runs

_texts = st.lists(st.lists(st.sampled_from("abc"), max_size=20), min_size=1, max_size=6)


def concordance(texts: list[list[str]]) -> Concordance:
    terms = sorted({word for text in texts for word in text})
    begins, owner = tape(np.array([len(text) for text in texts]))
    numbers = [terms.index(word) for text in texts for word in text]
    places = [int(begin) + n for begin, text in zip(begins, texts, strict=True) for n in range(len(text))]
    held = [term.encode() for term in terms]
    arrays = concordance_arrays("w", held, np.array(numbers, dtype=int), np.array(places, dtype=int), owner)
    with TemporaryDirectory() as directory:
        write_arrays(Path(directory) / "a", arrays)
        return Concordance(Arrays(Path(directory) / "a"), "w")


@given(st.lists(st.integers(0, 40), max_size=8))
def test_passages_on_the_tape_never_touch(lengths: list[int]) -> None:
    begins, owner = tape(np.array(lengths, dtype=int))
    held = [(int(begin), length) for begin, length in zip(begins, lengths, strict=True) if length]
    assert all(begin + length < after for (begin, length), (after, _) in pairwise(held))
    for number, (begin, length) in enumerate(zip(begins.tolist(), lengths, strict=True)):
        assert all(owner[place >> STEP] == number for place in range(begin, begin + length))


def test_a_tape_too_long_for_its_numbers_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(concordance_module, "TAPE_MOST", 64)
    with pytest.raises(ValueError, match="too many words"):
        tape(np.array([60, 60]))


@pytest.fixture(
    params=[(0, 0, 0), (10**6, 0, 0), (10**6, 10**6, 0), (10**6, 0, 1), (0, 0, 15)],
    ids=["halved", "sorted", "by table", "one looked up", "all looked up"],
)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Bring places together in each of the ways, whatever the sizes."""
    gallop, dense, frequent = request.param
    monkeypatch.setattr(standing_module, "_GALLOP", gallop)
    monkeypatch.setattr(standing_module, "_DENSE", dense)
    monkeypatch.setattr(frequent_module, "_MOST", frequent)


@pytest.mark.usefixtures("way")
@given(texts=_texts, asked=st.lists(st.sampled_from("abcd"), min_size=1, max_size=4))
def test_a_phrase_is_counted_where_its_words_follow_each_other(texts: list[list[str]], asked: list[str]) -> None:
    held = concordance(texts)
    ids, counts = counted_in_order(held.passages(runs([held.word(word.encode()) for word in asked])))
    size = len(asked)
    naive = [sum(text[n : n + size] == asked for n in range(len(text) - size + 1)) for text in texts]
    assert dict(zip(ids.tolist(), counts.tolist(), strict=True)) == {n: c for n, c in enumerate(naive) if c}


@given(_texts, st.data())
def test_each_word_is_held_by_so_many_living_passages(texts: list[list[str]], data: st.DataObject) -> None:
    held = concordance(texts)
    live = data.draw(st.lists(st.booleans(), min_size=len(texts), max_size=len(texts)))
    words = [term.decode() for term in held.terms.all()]
    assert held.holding(None).tolist() == [sum(word in text for text in texts) for word in words]
    left = [text for text, lives in zip(texts, live, strict=True) if lives]
    assert held.holding(np.array(live)).tolist() == [sum(word in text for text in left) for word in words]


@given(st.lists(st.integers(0, 5), max_size=30), st.integers(6, 300))
def test_counting_is_the_same_for_few_and_for_many(passages: list[int], most: int) -> None:
    ids, counts = counted(np.array(passages, dtype=np.int32), most)
    assert ids.tolist() == sorted(set(passages))
    assert counts.tolist() == [passages.count(number) for number in sorted(set(passages))]
