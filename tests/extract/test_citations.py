from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.extract.citations import code_name, documents_of
from search.model import Kind, MentionKind

TYPES, ISSUERS = ["KL", "NQ", "QD", "CT", "TB", "QDi", "TTr"], ["TW", "TU", "CP", "BCDTW"]


def names(text: str) -> list[str]:
    return [mention.name for mention in documents_of(text)]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Conclusion No. 21-KL/TW, dated October 25, 2021", ["21-KL/TW"]),
        ("Decision No. 217, 218-QD/TW of the Politburo", ["217-QD/TW", "218-QD/TW"]),
        ("Resolutions Nos. 36, 37 and 38-NQ/TW", ["36-NQ/TW", "37-NQ/TW", "38-NQ/TW"]),
        ("Resolution No. 18-NQ/TW and No. 19-NQ/TW", ["18-NQ/TW", "19-NQ/TW"]),
        ("Regulation No. 08-QĐi/TW on setting an example", ["08-QDi/TW"]),
        ("Plan 65-KH/BCĐTW", ["65-KH/BCDTW"]),
        ("Resolution No. 218/NQ-CP and Decision No.1403/QD-TTg", ["218/NQ-CP", "1403/QD-TTg"]),
        ("Decree 15/2020/ND-CP under the Law 38/2019/QH14", ["15/2020/ND-CP", "38/2019/QH14"]),
        ("Conclusion No. 21 - KL/TW", ["21-KL/TW"]),
        ("Conclusion No. 21\u2013KL/TW", ["21-KL/TW"]),
        ("Directive No. 07-CT/TU of the province", ["07-CT/TU"]),
        ("Directive No. 35 of the Politburo", ["35"]),
        ("Executive Order No. 14067", ["14067"]),
        ("Resolutions No. 04 and No. 05", ["04", "05"]),
        ("report S/2024/12, resolution A/RES/72/1 and S/RES/2334 (2016)", ["S/2024/12", "A/RES/72/1", "S/RES/2334"]),
        ("Resolution 1325 (2000) and Decree 100", ["1325", "100"]),
        ("Directive 030 of the Political Bureau", ["030"]),
        ("Further, resolution 2736 demanded a truce", ["2736"]),
        ("Resolution No. 117/NQ-CPof the Government", ["117/NQ-CP"]),
        ("Directive 2014/24/EU and Regulation (EU) 2016/679", ["2014/24/EU", "2016/679"]),
    ],
)
def test_cited_documents_are_named_by_number_and_code(text: str, codes: list[str]) -> None:
    assert names(text) == codes


@pytest.mark.parametrize(
    "text",
    [
        "94/545 of the organisations, 2/13 committees",
        "five consecutive years (2018 - 2022) and the 2021-2026 term",
        "on 12/05/2023, from 5-6 May, open 24/7",
        "the No. 1 player and Room No. 12",
        "under Standing Order No. 31(2)",
        "TCP/IP, and/or, an F-16/A, the A/B test",
        "the Law 2018 and Decision 2019, a resolution 20 years old",
        "in 2022 - GDP/CPI rose",
    ],
)
def test_dates_fractions_ranges_and_bare_numbers_are_no_documents(text: str) -> None:
    assert names(text) == []


def test_a_mention_points_at_the_printed_number() -> None:
    text = "Decision No. 217, 218-QD/TW"
    assert [(m.kind, m.printed, m.span.of(text)) for m in documents_of(text)] == [
        (MentionKind.DOCUMENT, "217", "217"),
        (MentionKind.DOCUMENT, "218-QD/TW", "218-QD/TW"),
    ]


def test_the_number_of_the_text_itself_is_not_cited(extract: Any) -> None:
    passages = extract(
        "Greetings to the conference\nUNIS/SGSM/1\nI greet all delegates with great joy.\nSource: 12-KL/TW"
    )
    assert passages[1].kind is Kind.BOILERPLATE
    assert not any(p.names(MentionKind.DOCUMENT) for p in passages)


@given(st.integers(1, 9999), st.sampled_from(TYPES), st.sampled_from(ISSUERS), st.sampled_from("-‐–—"))
def test_any_code_is_found_in_any_sentence_and_spelling(number: int, kind: str, issuer: str, hyphen: str) -> None:
    code = f"{number}-{kind}/{issuer}"
    printed = code.replace("-", hyphen).replace("QD", "QĐ")
    assert names(f"They studied ({printed}), as asked.") == [code]
    assert code_name(printed) == code


@given(st.text(alphabet="0123456789 -/.,NoKLTWaA\u2013", max_size=80))
def test_every_mention_lies_in_the_text_and_none_overlap(text: str) -> None:
    found = documents_of(text)
    assert all(m.span.of(text) == m.printed for m in found)
    assert all(not one.span.overlaps(next_one.span) for one, next_one in pairwise(found))


@pytest.mark.parametrize(
    "text",
    [
        "Under Standing Order No. 118(6) the question was put.",
        "It is set out in Order No. 20 of the House.",
        "As I said in Report No. 9, the project is late.",
    ],
)
def test_a_bare_number_is_a_document_only_after_the_name_of_an_act(text: str) -> None:
    assert names(text) == []
