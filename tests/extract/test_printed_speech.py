"""Whole speeches, transcripts and stated speakers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from search.extract import passages_of
from search.model import Grade, Kind, Mode


def test_a_stated_speaker_has_every_body_passage(make_article: Any) -> None:
    article = make_article("General debate\n\nWe have come a long way, and Mr. Smith said so.\n\nWe shall go on.")
    passages = passages_of(replace(article, speaker="Mr. Arce", organisation="Argentina"))
    bodies = [passage for passage in passages if passage.kind is Kind.BODY]
    assert bodies
    for passage in bodies:
        (attribution,) = passage.attributions
        assert (attribution.speaker, attribution.mode, attribution.grade) == ("Mr. Arce", Mode.DIRECT, Grade.NAMED)
        assert attribution.body == "Argentina"
        assert attribution.evidence.rule == "stated-in-the-record"


def test_a_speech_under_its_title_is_its_speakers(make_article: Any) -> None:
    text = (
        "Remarks by President Muhammadu Buhari at the opening\n\nI thank you all for coming today.\n\nWe must act now."
    )
    passages = passages_of(make_article(text))
    assert {passage.speakers for passage in passages if passage.kind is Kind.BODY} == {("Muhammadu Buhari",)}


def test_a_speech_may_stand_under_a_line_that_says_whose_it_is(make_article: Any) -> None:
    text = (
        "With both feet on the ground\nOctober 16, 2023\n"
        "Address by Ramón Ortega Ruiz, Secretary of the Union of Boatmen, at its assembly in Puerto Alto.\n"
        "Dear comrade Luisa Prado, first secretary of the Union in Puerto Alto:\n"
        "I have listened to you for two days (Laughter).\nGeneral Juan Prado has insisted on the same idea.\n"
        "First, let us mend the boats.\nWe shall overcome! (Ovation)\nPRINT | SEND TO A FRIEND\n"
    )
    found = [passage.speakers for passage in passages_of(make_article(text))]
    assert found[3:] == [("Ramon Ortega Ruiz",)] * 5 + [()]


def test_a_report_about_a_speech_is_no_speech(make_article: Any) -> None:
    text = "Speech by President Muhammadu Buhari draws applause\n\nThe audience rose.\n\nIt was late when all was over."
    assert all(passage.speakers == () for passage in passages_of(make_article(text)))


def test_labels_in_capitals_give_each_turn_to_its_speaker(make_article: Any) -> None:
    text = (
        "Transcript of the hearing\n\nWALLACE: I have got to ask you about it.\n\n"
        "PENCE: Well, Hillary Clinton thinks that this is an episode of a show.\n\nWALLACE: If I may, sir.\n\n"
        "PENCE: You may ask me what you want."
    )
    passages = passages_of(make_article(text))
    assert [passage.speakers for passage in passages if passage.kind is Kind.BODY] == [
        ("Wallace",),
        ("Pence",),
        ("Wallace",),
        ("Pence",),
    ]


def test_the_president_in_a_label_is_whom_the_text_ties_to_it(make_article: Any) -> None:
    text = "Transcript\n\nTHE PRESIDENT: Thank you all very much.\n\nPresident Barack Obama left the hall."
    passages = passages_of(make_article(text))
    assert passages[1].speakers == ("Barack Obama",)


def test_a_turn_lasts_until_the_next_label(make_article: Any) -> None:
    text = (
        "Debate on health\n\nMR. SMITH: I thank the House for the time it gives me.\n\nIt is a serious business.\n\n"
        "Mr. Jones said so last week.\n\nMR. JONES: I did not say so at all.\n\nMR. SMITH: The record shows it."
    )
    passages = passages_of(make_article(text))
    assert [passage.speakers for passage in passages if passage.kind is Kind.BODY] == [
        ("Smith",),
        ("Smith",),
        ("Smith",),
        ("Jones",),
        ("Smith",),
    ]


def test_a_statement_needs_no_first_person_where_nobody_reports_in_it(extract: Any) -> None:
    text = (
        "Statement by Ambassador Ngo Sy Lam at the Fisheries Council\nNets are too fine. The sea is no field.\n"
        "The delegation calls for a new law. It will be sent to the assembly in May.\nThe time has come to act.\n"
    )
    assert {p.speakers for p in extract(text)[1:]} == {("Ngo Sy Lam",)}


def test_news_of_a_statement_is_not_the_statement(extract: Any) -> None:
    text = (
        "Statement by Ambassador Ngo Sy Lam stirs the Fisheries Council\nNets are too fine for some members.\n"
        "Ambassador Ngo Sy Lam left early. The council meets again in May.\nThe time has come to act, many feel.\n"
    )
    assert {p.speakers for p in extract(text)} == {()}


def test_of_several_persons_the_one_who_delivered_the_speech_is_heard_in_it(extract: Any) -> None:
    text = (
        "Season closes\nPresident Ngo Sy Lam and Chairman Bui Van Kha attended the ceremony, at which President "
        "Ngo Sy Lam delivered the following speech.\nDear comrades,\nNets are too fine. (Applause.)\n"
        "The time has come to act. (Prolonged applause.)\nThe sea is no field.\n"
    )
    assert extract(text)[-1].speakers == ("Ngo Sy Lam",)


LETTER = (
    "Open letter to the members of the party\nDear friends,\nI have served this party for thirty years.\n"
    "We must tell the members the truth.\nYours in solidarity,\nAnders Holm\nChair of the Northern Branch\n"
)


def test_a_letter_is_the_words_of_whoever_signs_it(extract: Any) -> None:
    assert {p.speakers for p in extract(LETTER) if p.kind is Kind.BODY} == {("Anders Holm",)}


def test_a_name_below_news_is_no_signature(extract: Any) -> None:
    news = LETTER.replace("Open letter to the members", "Quarrel among members").replace("Dear friends,\n", "")
    assert {p.speakers for p in extract(news)} == {()}


def test_a_speech_under_an_office_is_that_of_whom_the_end_names(extract: Any) -> None:
    text = (
        "Remarks of the Secretary-General to the Security Council\nNew York, 8 May 2024\nMr. President, Excellencies,\n"
        "Corruption takes books from children. I have seen it.\nI urge this Council to listen.\n"
        "António Guterres is Secretary-General of the United Nations.\n"
    )
    assert [p.speakers for p in extract(text)[-3:]] == [("Antonio Guterres",), ("Antonio Guterres",), ()]
