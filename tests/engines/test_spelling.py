from __future__ import annotations

from search.engines.spelling import key_of, spellings
from search.fields import BY_NAME


def test_values_that_fold_alike_are_spelt_as_most_passages_do() -> None:
    speaker = BY_NAME["speaker"]
    counts = {"To Lam": 2, "Tô Lâm": 3, "Lê Minh Hưng": 1}
    assert spellings(speaker, counts) == {"to lam": "Tô Lâm", "le minh hung": "Lê Minh Hưng"}
    assert key_of(speaker, "TÔ LÂM") == "to lam"


def test_capitals_and_small_letters_go_before_capitals_alone_however_many() -> None:
    body = BY_NAME["organisation"]
    counts = {"CABINET OFFICE": 90, "cabinet office": 9, "Cabinet Office": 2, "Cabinet office": 1}
    assert spellings(body, counts) == {"cabinet office": "Cabinet Office"}
    assert spellings(body, {"POLITBURO": 9, "Politburo": 1}) == {"politburo": "Politburo"}
    assert spellings(body, {"CABINET OFFICE": 1, "cabinet office": 2}) == {"cabinet office": "cabinet office"}


def test_acronyms_and_codes_are_capitals_by_nature() -> None:
    assert spellings(BY_NAME["organisation"], {"NATO": 3, "Nato": 2}) == {"nato": "NATO"}
    assert spellings(BY_NAME["document"], {"21-KL/TW": 3, "21-Kl/TW": 1, "21-kl/tw": 9}) == {"21-kl/tw": "21-KL/TW"}


def test_among_equals_the_first_in_alphabetical_order_is_taken() -> None:
    assert spellings(BY_NAME["speaker"], {"Tô Lâm": 1, "To Lam": 1}) == {"to lam": "To Lam"}


def test_documents_are_the_same_however_their_code_is_written() -> None:
    document = BY_NAME["document"]
    assert key_of(document, "21 KL TW") == key_of(document, "21-kl/tw") == key_of(document, "No. 21-KL/TW")


def test_the_ids_of_articles_and_years_are_exact() -> None:
    assert key_of(BY_NAME["article"], "Á") == "Á"
    assert key_of(BY_NAME["year"], "2022..2024") == "2022..2024"
