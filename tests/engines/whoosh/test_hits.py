"""Operators on sorted arrays give what the same operators give on dictionaries, whichever way they take."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.engines.whoosh import hits as hits_module
from search.engines.whoosh.hits import Hits, Leaf, Summed, Unscored, all_of, any_of, best, none_of

_PASSAGES = 60
_found = st.dictionaries(st.integers(0, _PASSAGES - 1), st.integers(1, 9), max_size=40)
_parts = st.lists(_found, min_size=1, max_size=3)


@pytest.fixture(params=[(0, 0), (10**6, 0), (10**6, 10**6)], ids=["sought", "merged", "by table"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take each of the ways, whatever the sizes."""
    gallop, dense = request.param
    monkeypatch.setattr(hits_module, "_GALLOP", gallop)
    monkeypatch.setattr(hits_module, "_DENSE", dense)


def summed(found: dict[int, int]) -> Summed:
    ids = np.array(sorted(found), dtype=np.int32)
    return Summed(ids, np.array([float(found[n]) for n in sorted(found)]))


def told(found: Hits) -> dict[int, float]:
    assert found.ids.dtype == np.int32
    assert found.ids.tolist() == sorted(found.ids.tolist())
    return dict(zip(found.ids.tolist(), found.scores().tolist(), strict=True))


@pytest.mark.usefixtures("way")
@given(parts=_parts)
def test_and_or_and_not(parts: list[dict[int, int]]) -> None:
    every = {n for n in range(_PASSAGES) if all(n in part for part in parts)}
    some = {n for part in parts for n in part}
    assert told(all_of([summed(p) for p in parts], _PASSAGES)) == {n: sum(p[n] for p in parts) for n in every}
    assert told(any_of([summed(p) for p in parts], _PASSAGES)) == {n: sum(p.get(n, 0) for p in parts) for n in some}
    first, last = summed(parts[0]), summed(parts[-1])
    left = none_of(first.ids, [last.ids], _PASSAGES)
    assert told(first.taken(left)) == {n: s for n, s in parts[0].items() if n not in parts[-1]}
    left = none_of(first.ids, [summed(p).ids for p in parts[1:]], _PASSAGES)
    assert told(first.taken(left)) == {n: s for n, s in parts[0].items() if not any(n in p for p in parts[1:])}


@pytest.mark.usefixtures("way")
def test_what_is_put_together_stays_as_it_is() -> None:
    large, small = summed({1: 2, 3: 4, 5: 6}), summed({3: 1, 4: 1})
    assert told(any_of([large, small], _PASSAGES)) == {1: 2, 3: 5, 4: 1, 5: 6}
    assert told(large) == {1: 2, 3: 4, 5: 6}


@pytest.mark.usefixtures("way")
@given(scored=_found, other=_found)
def test_what_is_worth_nothing_adds_nothing(scored: dict[int, int], other: dict[int, int]) -> None:
    parts = [Unscored(np.array(sorted(other), dtype=np.int32)), summed(scored)]
    assert told(all_of(parts, _PASSAGES)) == {n: s for n, s in scored.items() if n in other}
    assert told(any_of(parts, _PASSAGES)) == {**dict.fromkeys(other, 0), **scored}
    assert not any(told(all_of(parts[:1], _PASSAGES)).values())


def test_a_leaf_is_worth_merit_times_rarity_and_the_bonus_where_it_is_accented() -> None:
    merits = np.arange(10, dtype=np.float64)
    leaf = Leaf(np.array([2, 5, 7], dtype=np.int32), np.array([1, 4, 9], dtype=np.uint16), merits, 3)
    assert leaf.scores().tolist() == [3, 12, 27]
    assert leaf.scores(np.array([2, 0])).tolist() == [27, 3]
    accented = Leaf(leaf.ids, leaf.codes, merits, 3, np.array([False, True, False]), 100)
    assert accented.scores().tolist() == [3, 112, 27]
    assert told(accented.taken(np.array([1]))) == {5: 112}


@given(st.lists(st.integers(0, 5).map(float), max_size=400), st.integers(1, 12))
def test_the_best_are_the_highest_and_of_equal_ones_the_first(scores: list[float], last: int) -> None:
    assert best(np.array(scores), last).tolist() == sorted(range(len(scores)), key=lambda n: (-scores[n], n))[:last]


def test_the_best_of_many_are_found_by_the_highest_of_stretches() -> None:
    scores = np.random.default_rng(1).integers(0, 1000, 100_000).astype(np.float64)
    assert best(scores, 10).tolist() == np.lexsort((np.arange(len(scores)), -scores))[:10].tolist()


@given(st.lists(st.integers(0, 5).map(float), max_size=60), st.integers(1, 12), st.integers(0, 6))
def test_none_of_the_best_is_below_what_is_wanted(scores: list[float], last: int, least: int) -> None:
    wanted = [n for n, score in enumerate(scores) if score >= least]
    assert best(np.array(scores), last, least).tolist() == sorted(wanted, key=lambda n: (-scores[n], n))[:last]
