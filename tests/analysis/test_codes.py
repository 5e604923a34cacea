"""Numbers of documents: found however they are written, and never by another number."""

from __future__ import annotations

import pytest

from search.analysis import query_tokens, tokens_of


def written(text: str) -> list[str]:
    return [token.word for token in tokens_of(text)]


def asked(text: str) -> list[str]:
    return [token.word for token in query_tokens(text)]


@pytest.mark.parametrize(
    "query",
    [
        "21-KL/TW",
        "21 KL TW",
        "No. 21-KL/TW",
        "No 21-KL/TW",
        "no. 21-kl/tw",
        "21-kl/tw",
        "21 kl tw",
        "21\u2011KL/TW",
        "21\u2013KL/TW",
        "21 - KL/TW",
        "21 KL/TW",
        "21/KL-TW",
        "21-KL-TW",
        "(21-KL/TW),",
    ],
)
def test_every_way_of_asking_finds_the_same_document(query: str) -> None:
    assert asked(query) == written("21-KL/TW") == ["21-kl/tw"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("21-KL/TW", "12-KL/TW"),
        ("21-KL/TW", "21-KL/TU"),
        ("21-KL/TW", "121-KL/TW"),
        ("8-QD/TW", "08-QD/TW"),
        ("08-QD/TW", "08-QDi/TW"),
        ("218/NQ-CP", "218-NQ/TW"),
        ("11/2024/ND-CP", "11/2023/ND-CP"),
    ],
)
def test_documents_with_other_numbers_stay_apart(one: str, other: str) -> None:
    assert len(written(one)) == len(written(other)) == 1
    assert written(one) != written(other)


def test_accents_in_a_code_fold() -> None:
    assert written("218-QĐ/TW 08-QĐi/TW 65-KH/BCĐTW") == ["218-qd/tw", "08-qdi/tw", "65-kh/bcdtw"]
    assert written("218-QD/TW 08-QDi/TW 65-KH/BCDTW") == ["218-qd/tw", "08-qdi/tw", "65-kh/bcdtw"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("218/NQ-CP", "218-nq/cp"),
        ("1403/QĐ-TTg", "1403-qd/ttg"),
        ("11/2024/ND-CP", "11-2024/nd/cp"),
        ("36/2018/TTLT-BTC-BNV", "36-2018/ttlt/btc/bnv"),
        ("38/2019/QH14", "38-2019/qh14"),
        ("S/2024/12", "s-2024/12"),
        ("A/RES/76/300", "a-res/76/300"),
        ("S/RES/2231", "s-res/2231"),
    ],
)
def test_other_systems_of_numbers_are_one_word_too(text: str, code: str) -> None:
    assert written(f"under {text}, dated") == ["under", code, "dated"]
    assert asked(text.lower()) == [code]


def test_a_short_number_that_leans_on_the_next_one_is_a_plain_word() -> None:
    text = "Decision No. 217, 218-QD/TW"
    assert [(t.word, t.span.of(text)) for t in tokens_of(text)] == [
        ("decision", "Decision"),
        ("217", "217"),
        ("218-qd/tw", "218-QD/TW"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("24/7 and/or km/h", ["24", "7", "and", "or", "km", "h"]),
        ("20-metre/second", ["20", "metre", "second"]),
        ("2021-2026", ["2021", "2026"]),
        ("the 16th-term", ["the", "16th", "term"]),
        ("14 new era", ["14", "new", "era"]),
        ("10/2024", ["10", "2024"]),
        ("Hanoi/2024", ["hanoi", "2024"]),
    ],
)
def test_what_only_looks_like_a_code_is_words(text: str, expected: list[str]) -> None:
    assert written(text) == asked(text) == expected


def test_blanks_make_a_code_only_in_a_query() -> None:
    assert written("in 21 KL TW") == ["in", "21", "kl", "tw"]
    assert asked("in 21 KL TW now") == ["in", "21-kl/tw", "now"]
