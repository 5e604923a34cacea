"""Laws of the query language, for any tree and for any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.fields import BY_NAME
from search.limits import QUERY_CHARACTERS
from search.query import Filter, Query
from search.results import Status
from search.syntax import lift, parse, read, spell
from search.syntax.normal import all_of, any_of, negated
from search.tree import And, Has, Not, Or, Phrase, Prefix, Term, Tree

WORDS = st.sampled_from(
    ["tax", "Tô", "Đảng", "21", "KL", "TW", "21-KL/TW", "U.S.", "13.4", "no", "and", "35", "Party's"]
)
VALUES = st.none() | st.sampled_from(
    ["To Lam", "none", "21-KL/TW", 'the "new" era', "back\\slash", "x,y", "“x”", "(z)"]
)
LEAVES = st.one_of(
    WORDS.map(Term),
    st.lists(WORDS, min_size=1, max_size=4, unique=True).map(lambda words: Phrase(tuple(words))),
    st.sampled_from(["organis", "Tổng", "2,887,500"]).map(Prefix),
    st.builds(Has, st.sampled_from(["speaker", "document", "outlet"]), VALUES),
    st.builds(Has, st.just("year"), st.sampled_from(["2024", "2022..2024", "2022..", "..2024", None])),
)


def grown(children: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    several = st.lists(children, min_size=1, max_size=3)
    return st.one_of(several.map(all_of), several.map(any_of), children.map(negated))


TREES = st.recursive(LEAVES, grown, max_leaves=7)
SIGNS = [
    '"',
    "“",
    "”",
    "(",
    ")",
    "-",
    "*",
    ":",
    " ",
    " OR ",
    " AND ",
    " NOT ",
    "speaker:",
    "year:",
    "21 KL TW",
    "tax",
    "\\",
]
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(SIGNS) | st.text(max_size=3), max_size=60).map("".join),
    TREES.map(spell),
)


def normal(tree: Tree) -> bool:
    """Whether groups are flat, hold two different children or more, and nothing is negated twice."""
    match tree:
        case And(children) | Or(children):
            apart = len(children) > 1 and len(set(children)) == len(children)
            return apart and all(type(child) is not type(tree) and normal(child) for child in children)
        case Not(child):
            return not isinstance(child, Not) and normal(child)
        case _:
            return True


def negations(tree: Tree) -> int:
    match tree:
        case And(children) | Or(children):
            return sum(map(negations, children))
        case Not(child):
            return 1 + negations(child)
        case _:
            return 0


@given(TREES.filter(lambda tree: len(spell(tree)) <= QUERY_CHARACTERS and negations(tree) <= 8))
def test_a_spelt_tree_reads_as_that_tree(tree: Tree) -> None:
    parsed = parse(spell(tree), BY_NAME)
    assert parsed.tree == tree
    assert parsed.notes == ()


@given(TEXTS)
def test_any_text_has_a_meaning_in_normal_form(text: str) -> None:
    tree = parse(text, BY_NAME).tree
    assert normal(tree)
    spelt = spell(tree)
    if len(spelt) <= QUERY_CHARACTERS:
        assert parse(spelt, BY_NAME).tree == tree


@given(TEXTS)
def test_reading_is_a_function_and_says_why_it_ignores_a_part(text: str) -> None:
    reading = read(Query(text), BY_NAME)
    assert read(Query(text), BY_NAME) == reading
    for part in reading.interpretation:
        assert part.status is Status.APPLIED or (part.text and part.reason)


@given(TEXTS)
def test_lifting_twice_is_lifting_once(text: str) -> None:
    once = lift(Query(text), BY_NAME)
    assert lift(once, BY_NAME) == once


@given(TEXTS)
def test_the_lifted_text_means_the_tree_of_the_reading(text: str) -> None:
    reading = read(Query(text), BY_NAME)
    assert read(reading.query, BY_NAME).tree == reading.tree
    children = reading.tree.children if isinstance(reading.tree, And) else (reading.tree,)
    assert not any(isinstance(c, Has) or (isinstance(c, Not) and isinstance(c.child, Has)) for c in children)


@given(
    st.lists(
        st.sampled_from(["tax", "speaker:a", "-year:2024", "kind:none", "(debt OR rice)"]), max_size=5, unique=True
    )
)
def test_filters_keep_their_sense_wherever_they_stand(parts: list[str]) -> None:
    query = lift(Query(" ".join(parts), filters=(Filter("outlet", "VNA"),)), BY_NAME)
    chosen = {"speaker:a": Filter("speaker", "a"), "kind:none": Filter("kind", None)}
    assert set(query.filters) == {Filter("outlet", "VNA")} | {chosen[part] for part in parts if part in chosen}
    assert query.excluded == ((Filter("year", "2024"),) if "-year:2024" in parts else ())


@pytest.mark.parametrize(
    "hostile", ['"', "(", ")", "-", "*", "a:", "NOT ", "-(", 'a:"', "\\", "a OR ", "No. ", "1/", " ", "\u0301"]
)
def test_no_text_takes_long_or_raises(hostile: str) -> None:
    started = time.process_time()
    reading = read(Query(hostile * (100_000 // len(hostile))), BY_NAME)
    assert len(spell(reading.tree)) <= QUERY_CHARACTERS
    assert time.process_time() - started < 1
