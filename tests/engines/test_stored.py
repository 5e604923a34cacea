from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.engines.stored import decode, encode
from search.model import (
    ArticleInfo,
    Attribution,
    Collective,
    Dating,
    Evidence,
    Grade,
    Kind,
    Mention,
    MentionKind,
    Mode,
    OfficeMention,
    Passage,
    Precision,
    Repair,
    Span,
)

_text = st.text(max_size=30)
_maybe = st.none() | _text
_number = st.integers(0, 10**6)
_span = st.tuples(_number, _number).map(lambda ends: Span(min(ends), max(ends)))
_maybe_span = st.none() | _span
_dating = st.builds(Dating, st.dates(), st.sampled_from(Precision), st.booleans(), _text, until=st.none() | st.dates())
_info = st.builds(
    ArticleInfo, _text, _maybe, _maybe, _maybe, st.none() | _dating, st.none() | _dating, _maybe, _text, _text
)
_evidence = st.builds(Evidence, _text, st.none() | _number, _maybe, _maybe)
_attribution = st.builds(
    Attribution,
    *(_maybe, st.none() | st.sampled_from(Collective), _text, st.sampled_from(Mode), st.sampled_from(Grade)),
    *(_maybe_span, _maybe_span, _evidence),
    mention=_maybe_span,
    office=_maybe,
    body=_maybe,
)


def _few(of: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(of, max_size=2).map(tuple)


passages = st.builds(
    Passage,
    *(_text, _info, _number, st.sampled_from(Kind), _span, _text),
    repairs=_few(st.builds(Repair, _span, _text)),
    heading=_maybe,
    repeat=st.booleans(),
    attributions=_few(_attribution),
    mentions=_few(st.builds(Mention, _text, st.sampled_from(MentionKind), _span, _text)),
    offices=_few(st.builds(OfficeMention, _text, _text, _text, _span)),
)


@settings(max_examples=60, deadline=None)
@given(passages)
def test_every_passage_comes_back_exactly(passage: Passage) -> None:
    assert decode(encode(passage)) == passage


@settings(max_examples=60, deadline=None)
@given(passages)
def test_a_stored_passage_is_one_line(passage: Passage) -> None:
    assert b"\n" not in encode(passage)


def test_half_a_surrogate_pair_is_refused_and_the_passage_named() -> None:
    info = ArticleInfo("a", None, None, None, None, None, None, "a.txt", "")
    passage = Passage("p7", info, 0, Kind.BODY, Span(0, 3), "a\ud83db")
    with pytest.raises(ValueError, match="p7"):
        encode(passage)


@pytest.mark.parametrize("line", [b"", b"{", b"[]", b'{"id":7}', b'{"id":"a"}'])
def test_other_bytes_are_no_passage(line: bytes) -> None:
    with pytest.raises(ValueError, match="not a passage that was stored"):
        decode(line)
