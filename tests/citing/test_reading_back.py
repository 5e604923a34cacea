"""Citations are read back by programs that others wrote, whatever stands in the article."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import bibtexparser
import pytest
import rispy
from bibtexparser.bparser import BibTexParser
from hypothesis import given
from hypothesis import strategies as st

from search.citing import CITATIONS, Reference, metadata_of, reference_of
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
    Passage,
    Precision,
    Span,
)

PERMALINK = "https://archive.example/p/zvlihk25yh3uvx26"

# What the formats give a meaning to, beside any text whatever.
SIGNS = st.text(st.sampled_from("{}\\\"@%,=#&~^_$-'<>/\n\r\u2028\x00\ud800éđ A1:|;"), max_size=40)
INJECTED = st.sampled_from(
    ["ER  - ", "\nER  - \nTY  - BOOK", "}\n@misc{x, title={y}}", "</script>", "@comment{", '","id":"']
)
HOSTILE = SIGNS | st.text(st.characters(), max_size=40) | INJECTED
TITLES = st.none() | HOSTILE
DATINGS = st.none() | st.builds(
    Dating,
    st.dates(date(1000, 1, 1), date(2200, 12, 31)),
    st.sampled_from(Precision),
    st.booleans(),
    HOSTILE,
)


def passage_of(text: str = "We must act.", **more: Any) -> Passage:
    info = ArticleInfo(
        "a", more.pop("title", "A budget for 50 % of {all}"), more.pop("outlet", "VNA"), more.pop("place", "Hà Nội"),
        more.pop("published", None), more.pop("event", None), more.pop("url", None), "a.txt", "0" * 64,
    )  # fmt: skip
    return Passage("zvlihk25yh3uvx26", info, 25, Kind.BODY, Span(0, len(text)), text, **more)


def heard(name: str | None, printed: str, collective: Collective | None = None) -> Attribution:
    return Attribution(name, collective, printed, Mode.DIRECT, Grade.ROLE, None, None, Evidence("name-and-cue"))


def named(name: str, kind: MentionKind = MentionKind.DOCUMENT) -> Mention:
    return Mention(name, kind, Span(0, 0), name)


REFERENCES = st.builds(
    lambda text, speaker, printed, name, rest: reference_of(
        passage_of(text, attributions=(heard(speaker, printed),), mentions=(named(name),), **rest), PERMALINK
    ),
    HOSTILE,
    TITLES,
    HOSTILE,
    HOSTILE,
    st.fixed_dictionaries(
        {
            "title": TITLES,
            "outlet": TITLES,
            "place": TITLES,
            "published": DATINGS,
            "event": DATINGS,
            "url": st.none() | HOSTILE | HOSTILE.map("https://x.example/{}".format),
        }
    ),
)


def to_lam() -> Reference:
    """A passage as the seeds hold it: named by office, dated by inference."""
    event = Dating(date(2024, 12, 16), Precision.DAY, stated=False, evidence="December 16 … review 2024")
    said = heard("To Lam", "The General Secretary")
    mentions = (named("To Lam", MentionKind.PERSON), named("Politburo", MentionKind.ORGANISATION), named("21-KL/TW"))
    return reference_of(passage_of(event=event, attributions=(said,), mentions=mentions), PERMALINK)


def read_bibtex(text: str) -> dict[str, str]:
    parser = BibTexParser(common_strings=True, interpolate_strings=True)
    (entry,) = bibtexparser.loads(text, parser).entries
    return entry


def latex_to_text(value: str) -> str:
    """What LaTeX prints for a value of ours."""
    commands = {"textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}",
                "textasciitilde": "~", "textasciicircum": "^"}  # fmt: skip
    whole = re.sub(r"\\(text[a-z]+)\{\}|\\([&%$#_])", lambda m: commands[m[1]] if m[1] else m[2], value)
    return whole.removeprefix("{").removesuffix("}") if value.startswith("{") else whole


def read_ris(text: str) -> dict[str, Any]:
    (record,) = rispy.loads(text)
    return record


@given(REFERENCES)
def test_bibtex_is_one_entry_with_every_value_as_it_was(reference: Reference) -> None:
    entry = read_bibtex(CITATIONS["bibtex"].write(reference))
    assert (entry["ID"], entry["ENTRYTYPE"]) == (reference.key, "misc")
    assert latex_to_text(entry.get("title", "")) == (reference.title or "")
    assert latex_to_text(entry.get("howpublished", "")) == (reference.outlet or "")
    assert latex_to_text(entry["note"]) == reference.note
    assert latex_to_text(entry["abstract"]) == reference.text
    assert entry["url"] == reference.address
    assert ("year" in entry) == (reference.dating is not None)


@given(REFERENCES)
def test_ris_is_one_record_with_every_value_as_it_was(reference: Reference) -> None:
    record = read_ris(CITATIONS["ris"].write(reference))
    assert (record["id"], record["type_of_reference"]) == (reference.key, "NEWS")
    assert record.get("title") == reference.title
    assert record.get("secondary_title") == reference.outlet
    assert record.get("abstract") == reference.text
    assert record["notes"] == [reference.note]
    assert tuple(record.get("keywords", ())) == reference.keywords
    assert record["urls"] == [reference.address.replace(";", "%3B")]


@given(REFERENCES)
def test_csl_is_one_item_with_every_value_as_it_was(reference: Reference) -> None:
    (item,) = json.loads(CITATIONS["csl"].write(reference))
    assert (item["id"], item["type"]) == (reference.key, "article-newspaper")
    assert item.get("title") == reference.title
    assert item.get("abstract", "") == reference.text
    assert item["URL"] == reference.address
    assert ("circa" in item.get("issued", {})) == (reference.date_grade == "inferred")


@given(REFERENCES)
def test_a_citation_for_a_letter_is_one_line_that_ends_with_the_link(reference: Reference) -> None:
    (line,) = CITATIONS["plain"].write(reference).splitlines()
    assert line.endswith(f" {PERMALINK}")
    words, attribution = CITATIONS["quotation"].write(reference).splitlines()
    assert words == f"“{reference.text}”"
    assert attribution == f"— {line}"


@given(REFERENCES)
def test_every_citation_can_be_written_to_a_file(reference: Reference) -> None:
    for form in CITATIONS.values():
        assert form.write(reference).encode()
    assert json.dumps(metadata_of(reference, "https://archive.example/articles/a", whole=False).schema_org)


def test_a_quotation_names_speaker_title_article_outlet_date_and_how_that_is_known() -> None:
    assert CITATIONS["quotation"].write(to_lam()) == (
        "“We must act.”\n— To Lam (“The General Secretary”), “A budget for 50 % of {all}”, VNA, "
        f"event of 16 December 2024 (date inferred), passage 26. {PERMALINK}\n"
    )


def test_the_forms_tell_an_inferred_date_from_a_stated_one() -> None:
    written = {name: form.write(to_lam()) for name, form in CITATIONS.items()}
    assert read_ris(written["ris"])["date"] == "2024/12/16/inferred"
    assert json.loads(written["csl"])[0]["issued"] == {"date-parts": [[2024, 12, 16]], "circa": True}
    assert "inferred from “December 16 … review 2024”" in read_bibtex(written["bibtex"])["note"]


def test_a_date_known_to_the_month_stays_so() -> None:
    dating = Dating(date(2024, 12, 1), Precision.MONTH, stated=True, evidence="")
    reference = reference_of(passage_of(published=dating), PERMALINK)
    assert read_ris(CITATIONS["ris"].write(reference))["date"] == "2024/12//"
    assert json.loads(CITATIONS["csl"].write(reference))[0]["issued"] == {"date-parts": [[2024, 12]]}
    entry = read_bibtex(CITATIONS["bibtex"].write(reference))
    assert (entry["year"], entry["month"], "day" in entry) == ("2024", "December", False)


def test_names_and_codes_are_keywords() -> None:
    assert to_lam().keywords == ("To Lam", "Politburo", "21-KL/TW")


def test_machines_are_told_stated_dates_only() -> None:
    stated = Dating(date(2024, 12, 16), Precision.DAY, stated=True, evidence="")
    known = metadata_of(reference_of(passage_of(published=stated), PERMALINK), "https://x.example/a", whole=True)
    assert known.schema_org["datePublished"] == "2024-12-16"
    assert ("citation_publication_date", "2024/12/16") in known.tags
    guessed = metadata_of(to_lam(), "https://x.example/a", whole=False)
    assert "datePublished" not in guessed.schema_org["isPartOf"]
    assert "citation_publication_date" not in dict(guessed.tags)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://x", "https:/x", None])
def test_only_a_web_address_is_cited_as_the_source(url: str | None) -> None:
    assert reference_of(passage_of(url=url), PERMALINK).address == PERMALINK
