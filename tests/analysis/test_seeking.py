"""What is sought in a text is found without making all of its tokens, and is the same as if they were made."""

from __future__ import annotations

import string
from collections.abc import Collection
from itertools import pairwise
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from search.analysis import Sought, Token, query_tokens, spans_where, tokens_of, tokens_where, variants
from search.analysis.folding import fold
from search.model import Repair, Span

SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))

_WORDS = sorted({word for seed in SEEDS for word in seed.read_text(encoding="utf-8").split()})
_ODD = st.sampled_from(
    "Tô Lâm Đảng d’Ivoire o'clock Party’s “Party” co-operation Co-op U.S. U.S No. Nos. 35 1,000 21-KL/TW 217, x_y (to "
    "organised organizing colour color centre aeroplane airplane enquiry inquiry grey gray dying die ties tie able "
    "ability to the of İzmir ﬁne ß 东京abc e\u0301tude so\u00adft —and… dash–dash 20-metre/second".split()
)
_TEXTS = st.lists(st.one_of(_ODD, st.sampled_from(_WORDS), st.text(max_size=4)), max_size=12)


def _asked(words: Collection[str]) -> list[Token]:
    return [token for word in words for token in query_tokens(word)]


@settings(max_examples=400)
@example(["No.", "35", "words"], " ", ["words"], ["35"])
@example(["d’Ivoire", "Divoire"], " ", ["d’Ivoire"], [])
@example(["dying", "lies"], " ", ["die", "lying"], [])
@given(_TEXTS, st.sampled_from([" ", "", ".", "  ", "\t", "-", "’"]), st.lists(_ODD, max_size=3), _TEXTS)
def test_sought_tokens_are_those_of_all_tokens_that_are_sought(
    parts: list[str], between: str, stems: list[str], words: list[str]
) -> None:
    text = between.join(parts)
    begins = [token.word[:2] for token in _asked(words[:1])]
    sought = Sought({t.stem for t in _asked(stems)}, {t.word for t in _asked(words)}, begins)
    whole = [t for t in tokens_of(text) if sought.has((t.stem, t.word, t.accented))]
    assert spans_where([(text, ())], sought) == [[t.span for t in whole]]
    (found,) = tokens_where([(text, ())], sought)
    assert [t._replace(position=0) for t in found] == [t._replace(position=0) for t in whole]
    for (one, other), (mine, yours) in zip(pairwise(whole), pairwise(found), strict=True):
        assert (other.position - one.position == 1) == (yours.position - mine.position == 1)


def test_what_is_sought_as_a_stem_and_as_a_word_is_found_as_both() -> None:
    text = "a cry, and cri"
    (spans,) = spans_where([(text, ())], Sought({"cri"}, {"cri"}))
    assert [span.of(text) for span in spans] == ["cry", "cri"]


def test_sought_tokens_of_a_repaired_text_are_told_in_the_raw_one() -> None:
    text = "The organizationhas spoken"
    repairs = (Repair(Span(16, 16), " "),)
    sought = Sought({token.stem for token in query_tokens("has organization")})
    assert spans_where([(text, repairs)], sought) == [[Span(4, 16), Span(16, 19)]]
    (tokens,) = tokens_where([(text, repairs)], sought)
    assert [token.position for token in tokens] == [0, 1]


@settings(max_examples=300)
@example(["No.", "35"], ["35"])
@example(["a co", "op", "1,000 co", "-op"], ["co", "coop"])
@example(["of İzmir", "die", "", "Tô"], ["die", "to"])
@given(st.lists(_TEXTS.map(" ".join), max_size=5), st.lists(_ODD, max_size=3))
def test_what_is_found_in_several_texts_is_what_is_found_in_each(texts: list[str], words: list[str]) -> None:
    sought = Sought({t.stem for t in _asked(words)}, {t.word for t in _asked(words[:1])})
    assert spans_where([(text, ()) for text in texts], sought) == [spans_where([(t, ())], sought)[0] for t in texts]
    assert tokens_where([(text, ()) for text in texts], sought) == [tokens_where([(t, ())], sought)[0] for t in texts]


def _begin_with_a_root(word: str) -> bool:
    tokens = [token for token in tokens_of(word) if not any(c.isdigit() for c in token.word)]
    return all(fold(word).startswith(Sought({token.stem}).roots) for token in tokens if len(tokens) == 1)


def test_every_word_begins_with_a_root_of_its_stem() -> None:
    listed = [*variants._WORDS, *variants._WORDS.values(), *"dying lying tying skies ties cries idly early".split()]
    plain = [word for word in _WORDS if word.isalpha()]
    assert [word for word in listed + plain if not _begin_with_a_root(word)] == []


@settings(max_examples=500)
@given(
    st.text(alphabet=string.ascii_lowercase, min_size=1, max_size=8),
    st.sampled_from("s es ed ing ies ied y ly ally ability ibly able ization isation or our er re ness yzed".split()),
)
def test_whatever_its_ending_a_word_begins_with_a_root_of_its_stem(word: str, ending: str) -> None:
    assert _begin_with_a_root(word + ending)
