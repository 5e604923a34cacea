"""Debates in TEI: speeches with their speakers and their day, and XML that means harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from search.errors import SourceError
from search.model import Article
from search.readers import read
from search.readers.source import Found, Remark, Source

SITTING = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="Sitting_2015-01-05" xml:lang="en">
 <teiHeader>
  <fileDesc>
   <titleStmt><title type="main">Minutes of the sitting</title><title type="sub">The sub-title</title></titleStmt>
   <publicationStmt><publisher>A research infrastructure</publisher><date when="2023-01-01"/></publicationStmt>
   <sourceDesc><bibl><title>Hansard</title><publisher>House of Commons</publisher>
    <idno type="URI">https://hansard.example/2015-01-05</idno><date when="2015-01-06"/></bibl></sourceDesc>
  </fileDesc>
  <profileDesc>
   <settingDesc><setting><name>London</name><date when="2015-01-05">5 January</date></setting></settingDesc>
   <particDesc>
    <listOrg><org xml:id="party.A"><orgName full="yes">Party A</orgName></org>
     <org xml:id="party.B"><orgName>Party B</orgName></org></listOrg>
    <listPerson>
     <person xml:id="AdaQuill"><persName><surname>Quill</surname><forename>Ada</forename></persName>
      <affiliation role="member" ref="#party.A" to="2014-12-31"/>
      <affiliation role="member" ref="#party.B" from="2015-01-01"/></person>
     <person xml:id="BoTrent"><persName>Bo Trent</persName></person>
    </listPerson>
   </particDesc>
  </profileDesc>
 </teiHeader>
 <text><body>
  <div type="debateSection">
   <head>The harbour</head>
   <note type="speaker">The Minister (Ada Quill):</note>
   <u xml:id="Sitting_2015-01-05.u1" who="#AdaQuill" ana="#regular">
    <seg xml:id="s1">We shall <note type="comment">[Interruption]</note>dredge it<pb/>
     before autumn.</seg>
    <vocal type="noise"><desc>Applause</desc></vocal>
    <seg>It is <hi>needed</hi>.</seg>
   </u>
   <u who="#BoTrent"><seg>When?</seg></u>
   <u who="#Unknown.Person">Never mind.</u>
   <u who="#BoTrent #AdaQuill"><seg>Aye.</seg></u>
   <u who="#BoTrent"><gap reason="inaudible"/></u>
  </div>
 </body></text>
</TEI>
"""


def found_in(text: str | bytes) -> list[Found]:
    return list(read(Source("debates/a.xml", text if isinstance(text, bytes) else text.encode(), "ab")))


def articles_in(text: str) -> list[Article]:
    return [one for one in found_in(text) if isinstance(one, Article)]


def test_each_speech_is_an_article_with_its_speaker_and_day() -> None:
    first = articles_in(SITTING)[0]
    info = first.info
    assert (info.id, first.id_stated, first.line) == ("Sitting_2015-01-05.u1", True, 28)
    assert (info.title, info.outlet, info.url) == (
        "The harbour",
        "House of Commons",
        "https://hansard.example/2015-01-05",
    )
    assert info.published is not None
    assert (info.published.value, info.published.stated) == ("2015-01-05", True)
    assert (first.speaker, first.organisation) == ("Ada Quill", "Party B")


def test_only_what_was_said_is_text() -> None:
    assert [article.text.split("\n")[1:] for article in articles_in(SITTING)] == [
        ["We shall dredge it before autumn.", "It is needed."],
        ["When?"],
        ["Never mind."],
        ["Aye."],
    ]


def test_persons_are_looked_up_in_the_file_and_an_unknown_pointer_is_a_name() -> None:
    assert [article.speaker for article in articles_in(SITTING)] == ["Ada Quill", "Bo Trent", "Unknown.Person", None]


def test_a_speech_of_which_nothing_was_heard_is_named_with_its_line() -> None:
    [problem] = [one for one in found_in(SITTING) if isinstance(one, SourceError)]
    assert (problem.reason, problem.line) == ("no text: it is empty", 37)


def test_a_text_without_speeches_is_one_article() -> None:
    [article] = articles_in(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A letter</title></titleStmt>'
        "</fileDesc></teiHeader><text><body><p>First.</p><p>Second.</p></body></text></TEI>"
    )
    assert (article.info.title, article.text) == ("A letter", "A letter\nFirst.\nSecond.")


def test_stage_speeches_name_their_speaker_themselves() -> None:
    [article] = articles_in(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><sp><speaker>The Chair</speaker>'
        "<p>Order.</p></sp></body></text></TEI>"
    )
    assert (article.speaker, article.text) == ("The Chair", "Order.")


def test_the_frame_of_a_corpus_is_no_failure() -> None:
    [remark] = found_in('<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/></teiCorpus>')
    assert isinstance(remark, Remark)


PAIRS = zip("abcdefgh", "bcdefghi", strict=True)
BOMB = "<!ENTITY a 'ha'>" + "".join(f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in PAIRS)
TEXT = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p>{}</p></body></text></TEI>'


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (f"<!DOCTYPE TEI [{BOMB}]>{TEXT.format('&i;')}", "no XML: Maximum entity amplification"),
        (f"<!DOCTYPE TEI [<!ENTITY x SYSTEM '{{}}'>]>{TEXT.format('&x;')}", "&x; is not resolved"),
        (f"<!DOCTYPE TEI SYSTEM 'http://127.0.0.1:9/x.dtd'>{TEXT.format('&x;')}", "&x; is not resolved"),
        (TEXT.format("<p>" * 5_000 + "x" + "</p>" * 5_000), "no XML"),
        ("<TEI><text><body><p>x</p></body></text></TEI>", "<TEI> is not TEI with a text in it"),
        (TEXT.format("<s><w>Words</w></s>"), "annotated word by word"),
        ("<rss><channel/></rss>", "<rss> is not TEI with a text in it"),
        ("<TEI", "no XML"),
        ("<?xml version='1.0' encoding='klingon'?><TEI/>", "no XML"),
    ],
)
def test_xml_that_means_harm_or_is_no_tei_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET", encoding="ascii")
    found = found_in(text.replace("SYSTEM '{}'", f"SYSTEM '{secret.as_uri()}'"))
    [problem] = found
    assert isinstance(problem, SourceError)
    assert problem.reason.startswith(reason)
    assert "SECRET" not in repr(found)


def test_other_encodings_are_read_as_they_are_declared() -> None:
    for name in ("utf-16", "iso-8859-1"):
        text = f"<?xml version='1.0' encoding='{name}'?>{TEXT.format('Müller spoke.')}"
        [article] = found_in(text.encode(name))
        assert isinstance(article, Article)
        assert article.text == "Müller spoke."
