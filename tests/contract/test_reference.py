"""Every engine answers as the memory engine does: the same passages, order, totals and counts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.engines import ENGINES
from search.engines.base import SearchEngine
from search.fields import BY_NAME
from search.query import Group, Query
from search.results import ResultPage


def told(page: ResultPage) -> object:
    """What must be the same, scores aside."""
    passages = [hit.passage for hit in page.hits]
    grouping = page.grouping and [(group.value, group.total) for group in page.grouping.groups]
    return page.query, page.interpretation, page.total, page.listed, page.facets, page.complete, passages, grouping


@pytest.mark.parametrize("name", sorted(set(ENGINES) - {"memory"}))
@settings(max_examples=400)
@given(data=st.data())
def test_every_engine_answers_as_the_memory_engine(
    name: str, archives: dict[str, SearchEngine], queries: st.SearchStrategy[Query], data: st.DataObject
) -> None:
    query = data.draw(queries)
    ours, theirs = archives[name].search(query), archives["memory"].search(query)
    assert told(ours) == told(theirs)
    assert [hit.score for hit in ours.hits] == pytest.approx([hit.score for hit in theirs.hits], abs=1e-5)
    assert [hit.matches for hit in ours.hits] == [hit.matches for hit in theirs.hits]


@pytest.mark.parametrize("name", sorted(set(ENGINES) - {"memory"}))
@settings(max_examples=80)
@given(data=st.data())
def test_every_engine_groups_as_the_memory_engine(
    name: str, archives: dict[str, SearchEngine], queries: st.SearchStrategy[Query], data: st.DataObject
) -> None:
    group, page, size = data.draw(st.tuples(st.sampled_from(Group), st.integers(1, 3), st.integers(1, 12)))
    query = replace(data.draw(queries), group=group, page=page, page_size=size)
    assert told(archives[name].search(query)) == told(archives["memory"].search(query))


@pytest.mark.parametrize("name", sorted(set(ENGINES) - {"memory"}))
@settings(max_examples=30)
@given(data=st.data(), fields=st.lists(st.sampled_from(sorted(BY_NAME)), min_size=2, max_size=2))
def test_every_engine_counts_tables_as_the_memory_engine(
    name: str,
    archives: dict[str, SearchEngine],
    queries: st.SearchStrategy[Query],
    data: st.DataObject,
    fields: list[str],
) -> None:
    query = data.draw(queries)
    assert archives[name].table(query, *fields) == archives["memory"].table(query, *fields)


@pytest.mark.parametrize("name", sorted(set(ENGINES) - {"memory"}))
def test_every_engine_holds_what_the_memory_engine_holds(name: str, archives: dict[str, SearchEngine]) -> None:
    ours, theirs = archives[name], archives["memory"]
    assert ours.statistics() == theirs.statistics()
    assert list(ours.vocabulary()) == list(theirs.vocabulary())
    for number in range(45):
        assert ours.article(f"article{number:02}") == theirs.article(f"article{number:02}")


def test_the_corpus_of_the_contract_has_every_oddity(archives: dict[str, SearchEngine]) -> None:
    """So that agreement means something: every facet has several values and passages without any."""
    facets = {counts.name: counts.values for counts in archives["memory"].statistics().facets}
    assert all(len(values) >= 2 for values in facets.values()), facets
    assert all(None in {v.value for v in values} for name, values in facets.items() if name != "kind")


def test_the_queries_of_the_contract_find_much_and_little(
    archives: dict[str, SearchEngine], queries: st.SearchStrategy[Query]
) -> None:
    totals: set[int] = set()

    @settings(max_examples=100, derandomize=True, database=None)
    @given(query=queries)
    def ask(query: Query) -> None:
        totals.add(archives["memory"].search(query).total)

    ask()
    assert len(totals) > 15, totals
