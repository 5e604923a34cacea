"""Ids depend on what they name and on nothing else."""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata

from hypothesis import assume, given
from hypothesis import strategies as st

from search.identity import article_key, hash16, normalised, passage_id


@given(st.lists(st.text()))
def test_a_hash_is_sixteen_path_safe_letters(parts: list[str]) -> None:
    assert re.fullmatch(r"[0-9a-z]{16}", hash16(*parts))


def test_the_hash_of_known_parts_never_changes_because_links_depend_on_it() -> None:
    assert hash16("seeds/000.txt") == "ikomkgwwy7kqajfd"
    assert passage_id("000", "The General Secretary spoke.", 0) == "5yhplgitx3uwm7ra"


def test_where_one_part_ends_matters() -> None:
    assert len({hash16("ab", "c"), hash16("a", "bc"), hash16("abc"), hash16("abc", "")}) == 4


def test_a_lone_surrogate_has_a_hash_too() -> None:
    assert hash16("\ud800") != hash16("\ud801")


def test_white_space_and_composition_do_not_change_a_passage_id() -> None:
    composed = "Tô Lâm attended  the\u00a0plenum"
    decomposed = " " + unicodedata.normalize("NFD", composed).replace("\u00a0", "\n") + " "
    assert passage_id("a", composed, 0) == passage_id("a", decomposed, 0)


def test_letter_case_article_and_occurrence_do_change_it() -> None:
    ids = {passage_id("a", "Photo", 0), passage_id("a", "photo", 0), passage_id("b", "Photo", 0)}
    assert len(ids | {passage_id("a", "Photo", 1)}) == 4


@given(st.text())
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


def test_a_plain_id_is_its_own_key() -> None:
    for plain in ("000", "whitehouse.gov-1", "A_b-c.9", "x" * 64):
        assert article_key(plain) == plain


def test_an_id_that_a_path_cannot_carry_gets_a_hash() -> None:
    for odd in ("", ".", "..", "a/b", "https://example.org/a?b=1", "Tô Lâm", "x" * 65, "a\n", "a b"):
        assert article_key(odd) == hash16(odd)


@given(st.text(), st.text())
def test_different_ids_have_different_keys(one: str, other: str) -> None:
    assume(one != other)
    assert article_key(one) != article_key(other)


@given(st.text())
def test_a_hash_is_the_beginning_of_a_digest_in_base_32(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    digest = hashlib.sha256(len(data).to_bytes(8, "big") + data).digest()
    assert hash16(text) == base64.b32encode(digest[:10]).decode("ascii").lower()
