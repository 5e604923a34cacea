from __future__ import annotations

from bisect import bisect_left
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from search.engines.whoosh.arrays import Arrays, write_arrays
from search.engines.whoosh.terms import Terms, term_of, terms_arrays

_words = st.text(st.sampled_from("abđ"), max_size=4).map(term_of)


@given(st.sets(_words).map(sorted), _words)
def test_terms_are_found_by_halving(held: list[bytes], asked: bytes) -> None:
    with TemporaryDirectory() as directory:
        write_arrays(Path(directory) / "a", terms_arrays("words", held))
        terms = Terms(Arrays(Path(directory) / "a"), "words")
    assert terms.all() == [terms[n] for n in range(len(terms))] == held
    assert terms.find(asked) == (held.index(asked) if asked in held else None)
    assert terms.from_(asked) == bisect_left(held, asked)
    assert [held[n] for n in terms.beginning(asked)] == [term for term in held if term.startswith(asked)]


def test_half_a_surrogate_pair_is_a_term_that_no_text_has() -> None:
    assert term_of("\ud83d") not in {term_of(chr(point)) for point in (0x1F600, 0xFFFD)}
