"""A speech is the same article in every format that can state it."""

from __future__ import annotations

import csv
import io
import json
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.model import Article
from search.readers import read
from search.readers.source import Source

WORDS = st.text(st.sampled_from("abcdefé ’“”.,–1"), min_size=3, max_size=40).map(
    lambda text: " ".join(f"x{text}x".split())
)
SPEECHES = st.fixed_dictionaries(
    {
        "title": WORDS,
        "date": st.dates().filter(lambda day: day.year >= 1000 and day.year <= 2200).map(lambda day: day.isoformat()),
        "speaker": WORDS,
        "organisation": WORDS,
        "outlet": WORDS,
        "paragraphs": st.lists(WORDS, min_size=1, max_size=4),
    }
)


def as_csv(speech: dict[str, Any]) -> str:
    written = io.StringIO()
    row = {**{k: v for k, v in speech.items() if k != "paragraphs"}, "text": "\n".join(speech["paragraphs"])}
    csv.writer(written).writerows([row.keys(), row.values()])
    return written.getvalue()


def as_markdown(speech: dict[str, Any]) -> str:
    facts = "".join(
        f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in speech.items() if key != "paragraphs"
    )
    return f"---\n{facts}---\n" + "\n\n".join(speech["paragraphs"])


def as_tei(speech: dict[str, Any]) -> str:
    tei = ET.Element("TEI", xmlns="http://www.tei-c.org/ns/1.0")
    source = ET.SubElement(ET.SubElement(tei, "teiHeader"), "sourceDesc")
    ET.SubElement(source, "publisher").text = speech["outlet"]
    ET.SubElement(source, "date", when=speech["date"])
    org = ET.SubElement(source, "org", {"xml:id": "o"})
    ET.SubElement(org, "orgName").text = speech["organisation"]
    person = ET.SubElement(source, "person", {"xml:id": "p"})
    ET.SubElement(person, "persName").text = speech["speaker"]
    ET.SubElement(person, "affiliation", ref="#o")
    section = ET.SubElement(ET.SubElement(ET.SubElement(tei, "text"), "body"), "div")
    ET.SubElement(section, "head").text = speech["title"]
    said = ET.SubElement(section, "u", who="#p")
    for paragraph in speech["paragraphs"]:
        ET.SubElement(said, "seg").text = paragraph
    return ET.tostring(tei, encoding="unicode")


def article_of(path: str, text: str) -> Article:
    [article] = read(Source(path, text.encode(), "0" * 64))
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize(("suffix", "written"), [("csv", as_csv), ("md", as_markdown), ("xml", as_tei)])
@given(speech=SPEECHES)
def test_a_speech_is_the_same_in_every_format(suffix: str, written: Any, speech: dict[str, Any]) -> None:
    known = article_of("s.jsonl", json.dumps(speech))
    article = article_of(f"s.{suffix}", written(speech))
    assert article.text == known.text
    assert (article.speaker, article.organisation) == (known.speaker, known.organisation)
    assert (article.info.title, article.info.outlet) == (known.info.title, known.info.outlet)
    assert article.info.published == known.info.published
