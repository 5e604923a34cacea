"""Offices as newsrooms write them: of several systems before a name, and looser forms of a title told before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Heard = Callable[[str], tuple[str, ...]]

TOLD_BEFORE = [
    ("The Prime Minister said nets are too fine.", "Tran Hong Manh"),
    ("The PM said nets are too fine.", "Tran Hong Manh"),
    ("Prime Minister Manh said nets are too fine.", "Tran Hong Manh"),
    ("PM Manh said nets are too fine.", "Tran Hong Manh"),
    ("The Government leader said nets are too fine.", "Tran Hong Manh"),
    ("The head of the Government said nets are too fine.", "Tran Hong Manh"),
    ("The Head of Government said nets are too fine.", "Tran Hong Manh"),
    ("The premier said nets are too fine.", "Tran Hong Manh"),
    ("The Minister of Health said nets are too fine.", "Luu Thi Binh"),
    ("The Minister said nets are too fine.", "Luu Thi Binh"),
    ("The health minister said nets are too fine.", "Luu Thi Binh"),
    ("The head of the health sector said nets are too fine.", "Luu Thi Binh"),
    ("The Health Ministry's head said nets are too fine.", "Luu Thi Binh"),
    ("Minister Binh said nets are too fine.", "Luu Thi Binh"),
    ("The Director said nets are too fine.", "Ngo Sy Lam"),
    ("The fisheries director said nets are too fine.", "Ngo Sy Lam"),
    ("The department's director said nets are too fine.", "Ngo Sy Lam"),
    ("The department director said nets are too fine.", "Ngo Sy Lam"),
    ("The head of the department said nets are too fine.", "Ngo Sy Lam"),
    ("The department head said nets are too fine.", "Ngo Sy Lam"),
    ("The biologist said nets are too fine.", "Amina Yusuf Bello"),
    ("Director Lam said nets are too fine.", "Ngo Sy Lam"),
    ("Director of the Department of Fisheries Ngo Sy Lam said nets are too fine.", "Ngo Sy Lam"),
    ("The Department of Fisheries' Director Ngo Sy Lam said nets are too fine.", "Ngo Sy Lam"),
    ("Department Director Ngo Sy Lam said nets are too fine.", "Ngo Sy Lam"),
    ("Comrade Ngo Sy Lam said nets are too fine.", "Ngo Sy Lam"),
    ("Comrade Director said nets are too fine.", "Ngo Sy Lam"),
    ("The Director of the Department said nets are too fine.", "Ngo Sy Lam"),
    ("Mr. Ngo Sy Lam (Director of the Department of Fisheries) said nets are too fine.", "Ngo Sy Lam"),
    ("Ngo Sy Lam, who heads the Department of Fisheries, said nets are too fine.", "Ngo Sy Lam"),
    ("Ngo Sy Lam of the Department of Fisheries said nets are too fine.", "Ngo Sy Lam"),
    ("Ngo Sy Lam from the Department of Fisheries said nets are too fine.", "Ngo Sy Lam"),
    ("Ngo Sy Lam (Fisheries) said nets are too fine.", "Ngo Sy Lam"),
    ("Ngo Sy Lam - Director of the Department of Fisheries - said nets are too fine.", "Ngo Sy Lam"),
    ("Ngo Sy Lam \u2013 representing Dam Ha \u2013 said nets are too fine.", "Ngo Sy Lam"),
    ("Representing Dam Ha, Ngo Sy Lam said nets are too fine.", "Ngo Sy Lam"),
    ("Speaking for the province, Ngo Sy Lam said nets are too fine.", "Ngo Sy Lam"),
    ("On behalf of the province, Ngo Sy Lam thanked the crews.", "Ngo Sy Lam"),
    ("The representative of Dam Ha, Ngo Sy Lam, said nets are too fine.", "Ngo Sy Lam"),
    ("The minister's adviser said nets are too fine.", None),
    ("The deputy director said nets are too fine.", None),
    ("The head of the department of trade said nets are too fine.", None),
]
BEFORE_OR_AFTER_A_NAME = [
    ("Vice Chairman of the Provincial People's Committee Bui Van Kha said nets are too fine.", "Bui Van Kha"),
    ("Vice Chair of the provincial People's Council Bui Thi Kha said nets are too fine.", "Bui Thi Kha"),
    ("Deputy Chief of the Party Central Committee's Office Bui Thi Kha said nets are too fine.", "Bui Thi Kha"),
    (
        "Head of the Provincial Party Committee's Inspection Commission Bui Thi Kha said nets are too fine.",
        "Bui Thi Kha",
    ),
    ("Party Secretary of Ham Yen commune Bui Thi Kha said nets are too fine.", "Bui Thi Kha"),
    ("Secretary of the Party cell of Ban Pu village Bui Thi Kha said nets are too fine.", "Bui Thi Kha"),
    ("Head of the village Bui Thi Kha said nets are too fine.", "Bui Thi Kha"),
    ("Commune chairman Bui Van Kha said nets are too fine.", "Bui Van Kha"),
    ("Deputy Minister Bui Van Kha said nets are too fine.", "Bui Van Kha"),
    ("Prosecutor General of the Supreme People's Procuracy Bui Van Kha said nets are too fine.", "Bui Van Kha"),
    ("Commander of the Border Guard Bui Van Kha said nets are too fine.", "Bui Van Kha"),
    ("Sen. Lt. Gen. Bui Van Kha said nets are too fine.", "Bui Van Kha"),
    ("Major General, Dr. Bui Van Kha said nets are too fine.", "Bui Van Kha"),
    (
        "Associate Professor, Doctor Bui Van Kha, Director of the Institute of Party Building, said nets are too fine.",
        "Bui Van Kha",
    ),
    ("Prof., Dr Bui Van Kha - Chairman of the Central Theoretical Council said nets are too fine.", "Bui Van Kha"),
    ("People's Artist Bui Van Kha said nets are too fine.", "Bui Van Kha"),
    ("Labour hero Bui Van Kha said nets are too fine.", "Bui Van Kha"),
    ("National Assembly deputy Bui Van Kha said nets are too fine.", "Bui Van Kha"),
    ("NA deputy Bui Van Kha (Dam Ha) said nets are too fine.", "Bui Van Kha"),
    ("Delegate Bui Van Kha (Dam Ha delegation) said nets are too fine.", "Bui Van Kha"),
    ("Permanent member of the Committee for Legal Affairs Bui Van Kha said nets are too fine.", "Bui Van Kha"),
    ("Politburo member Bui Van Kha said nets are too fine.", "Bui Van Kha"),
    ("Standing member of the Party Central Committee's Secretariat Bui Van Kha said nets are too fine.", "Bui Van Kha"),
    ("Voter Bui Thi Kha from Tan Phu ward said nets are too fine.", "Bui Thi Kha"),
    ("Bui Thi Kha, 45, a farmer in Tan Phu, said nets are too fine.", "Bui Thi Kha"),
    ("Party member Bui Thi Kha said nets are too fine.", "Bui Thi Kha"),
    ("Chinese President Xi Jinping said nets are too fine.", "Xi Jinping"),
    ("Foreign Ministry spokesman Wang Wenbin told a press briefing that nets are too fine.", "Wang Wenbin"),
    (
        "Zhao Leji, chairman of the Standing Committee of the National People's Congress, said nets are too fine.",
        "Zhao Leji",
    ),
    ("Cuban President Miguel Mario Díaz-Canel said nets are too fine.", "Miguel Mario Diaz-Canel"),
    ("UN High Commissioner for Human Rights Volker Türk said nets are too fine.", "Volker Turk"),
    (
        "Under-Secretary-General for Political and Peacebuilding Affairs Rosemary DiCarlo said nets are too fine.",
        "Rosemary DiCarlo",
    ),
    ("EU High Representative Josep Borrell said nets are too fine.", "Josep Borrell"),
    ("Commissioner for Trade Valdis Dombrovskis said nets are too fine.", "Valdis Dombrovskis"),
    ("Chancellor of the Exchequer Jeremy Hunt said nets are too fine.", "Jeremy Hunt"),
    ("Leader of the Opposition Peter Dutton said nets are too fine.", "Peter Dutton"),
    ("House Speaker Mike Johnson said nets are too fine.", "Mike Johnson"),
    ("Secretary of State Antony Blinken said nets are too fine.", "Antony Blinken"),
    ("National Security Adviser Jake Sullivan said nets are too fine.", "Jake Sullivan"),
    ("Kenyan Deputy President Rigathi Gachagua said nets are too fine.", "Rigathi Gachagua"),
    ("Deputy Chief Whip Doris Mpapane said nets are too fine.", "Doris Mpapane"),
    ("The party's national chairperson, Gwede Mantashe, said nets are too fine.", "Gwede Mantashe"),
    (
        "Permanent Representative of Guyana to the UN Carolyn Rodrigues-Birkett said nets are too fine.",
        "Carolyn Rodrigues-Birkett",
    ),
    ("Chief Minister Pinarayi Vijayan said nets are too fine.", "Pinarayi Vijayan"),
    ("CPI (M) Politburo member Brinda Karat said nets are too fine.", "Brinda Karat"),
]


@pytest.mark.parametrize(("text", "speaker"), TOLD_BEFORE)
def test_a_looser_form_of_a_title_means_whoever_alone_can_have_it(
    heard_at_forum: Heard, text: str, speaker: str | None
) -> None:
    assert heard_at_forum(text) == (() if speaker is None else (speaker,))


@pytest.mark.parametrize(("text", "speaker"), BEFORE_OR_AFTER_A_NAME)
def test_an_office_of_any_system_goes_with_its_name(heard_at_forum: Heard, text: str, speaker: str) -> None:
    assert heard_at_forum(text) == (speaker,)


OFFICES = [
    "Executive Chairperson of the Anti-Corruption Commission",
    "Special Rapporteur on Corruption",
    "Regional Director of the Bank",
    "Managing Director of the Fund",
    "Resident Representative of UNDP",
    "Founding Director of the Centre",
    "Senior Fellow at the Institute",
    "Party Treasurer",
    "Majority Leader of the House",
    "Senate President",
    "Clerk of the House",
    "Ranking Member of the Committee",
    "Subcommittee chairman",
    "Chief Negotiator of the group",
    "Head of Delegation",
    "Head of the EU Delegation to Vietnam",
    "Minister Counsellor at the Embassy",
    "Permanent Observer of the Holy See",
    "MP for Bradford East",
    "Senator for Western Australia",
    "Area Secretary",
    "Convener of the Green Party",
    "Spokesperson for Justice",
    "Foreign Affairs Committee chairman",
    "Parliamentary Under-Secretary of State",
    "Undersecretary of Interior",
    "Judge of the Court",
    "Chief Prosecutor",
    "Investigating Magistrate",
    "Auditor-General of South Africa",
    "Inspector-General of Police",
    "Police Commissioner",
    "Chief of the General Staff",
    "Political Commissar of the Academy",
    "Vice Chairwoman of the Office",
    "Third Vice-President",
    "Deputy Presiding Officer",
    "Interim leader of the party",
    "Former mayor of Lisbon",
    "Professor of Politics at the University",
    "Rector of the Academy",
    "Director of Studies",
    "Editor of the journal",
    "General Director of VNA",
    "Head teacher of Tan Phu school",
    "Deputy secretary of the cell",
    "Head of the hamlet",
    "Chairman of the Veterans' Association",
    "Chairwoman of the Farmers' Association of Tan Phu commune",
    "Chief of the Secretariat",
    "Deputy Chief of the Office of the Central Inspection Commission",
    "Director of Department 5",
    "Specialist of the Commission",
    "Member of the Standing Committee",
]


@pytest.mark.parametrize("office", OFFICES)
@pytest.mark.parametrize(
    "sentence", ["Alexandra Zoe, {}, said that nets are too fine.", "{} Alexandra Zoe said that nets are too fine."]
)
def test_an_office_shows_an_unknown_name_to_be_a_persons(heard_at_forum: Heard, office: str, sentence: str) -> None:
    assert heard_at_forum(sentence.format(office)) == ("Alexandra Zoe",)
