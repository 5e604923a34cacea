"""Vietnamese is told by the shape of its syllables."""

from __future__ import annotations

import time

import pytest

from search.readers.syllables import looks_vietnamese


@pytest.mark.parametrize(
    "text",
    [
        "Tổng Bí thư Tô Lâm phát biểu tại Hội nghị tổng kết công tác xây dựng Đảng.",
        "Chuyện khuya, người Nguyễn nghiêng mưu rượu quyết ngoằng oải",
        "ĐẢNG",
        "The Party said “Thật” today.",
        "Hội nghị Trung ương, quý vị thượng khách",
        "Ông Müller gặp Chủ tịch nước Lương Cường ở Hà Nội",
    ],
)
def test_vietnamese_looks_so(text: str) -> None:
    assert looks_vietnamese(text)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("předseda vlády řekl, že ně mě", "cp1250"),
        ("Łódź i Kraków", "cp1250"),
        ("Türkiye dağ için", "cp1254"),
        ("Perù, città, più, però si può", "cp1252"),
        ("Não há ações, são põe", "cp1252"),
        ("Là où ça été", "cp1252"),
        ("Генеральный секретарь не в", "cp1251"),
        ("שלום עולם וברכה", "cp1255"),
        ("Ελληνικά και άλλα", "cp1253"),
        ("مرحبا بالعالم", "cp1256"),
    ],
)
def test_another_language_does_not_even_if_it_is_read_as_vietnamese(text: str, encoding: str) -> None:
    assert not looks_vietnamese(text)
    assert not looks_vietnamese(text.encode(encoding).decode("cp1258", "replace"))


@pytest.mark.parametrize(
    "text", ["", "plain ASCII only", "á" * 100_000, "a" + "\u0323" * 100_000, "ngh" * 30_000 + "ệ"]
)
def test_nothing_to_go_by_is_not_vietnamese_and_takes_no_time(text: str) -> None:
    before = time.process_time()
    assert not looks_vietnamese(text)
    assert time.process_time() - before < 2
