"""Who is heard: every shape of a cue, and everybody who is only named."""

from __future__ import annotations

from typing import Any

import pytest

from search.extract import passages_of
from search.model import Attribution, Collective, Grade, Mode, Passage
from search.rules import RULES

INTRODUCTION = (
    "Hanoi hosts a conference on health\n"
    "General Secretary To Lam, Prime Minister Pham Minh Chinh and National Assembly Chairman Tran Thanh Man attended "
    "the conference. Mr. Nguyen Van Hai, Director of the Department of Health of Ha Nam province, and Ms. Tran Thi "
    "Lan, Chairwoman of the Women's Union, were present.\n"
)


def heard(make_article: Any, text: str) -> Passage:
    return passages_of(make_article(INTRODUCTION + text))[-1]


def only(passage: Passage) -> Attribution:
    (attribution,) = passage.attributions
    return attribution


SPEAKING = [
    ("General Secretary To Lam stressed that cadres are decisive.", "To Lam"),
    ("Speaking at the conference, Mr. Hai acknowledged the results.", "Nguyen Van Hai"),
    ("Prime Minister Pham Minh Chinh on December 4 asked ministries to finish early.", "Pham Minh Chinh"),
    ("Mr. Hai, who is also a delegate, proposed a review of the law.", "Nguyen Van Hai"),
    ("Tran Thi Lan, Chairwoman of the Women's Union, noted that women need chances.", "Tran Thi Lan"),
    ("Asked about the delay, Hai blamed bad weather.", "Nguyen Van Hai"),
    ("It is necessary, Prime Minister Chinh noted, to cut red tape.", "Pham Minh Chinh"),
    ("What matters most is people, stressed Prime Minister Pham Minh Chinh.", "Pham Minh Chinh"),
    ("“Hospitals serve the people first,” the Director of the Department of Health said.", "Nguyen Van Hai"),
    ("Training doctors is essential, according to Hai.", "Nguyen Van Hai"),
    ("According to comrade Tran Thi Lan - Chairwoman of the Women's Union, chances are rare.", "Tran Thi Lan"),
    ("The Party chief, in his closing remarks, urged cadres to set an example.", "To Lam"),
    ("The Prime Minister visited a ward, met doctors and stressed that time is short.", "Pham Minh Chinh"),
    ("The PM attached importance to research, emphasising that data is a resource.", "Pham Minh Chinh"),
    ("The PM thanked voters for their trust.", "Pham Minh Chinh"),
    ("At the conference, the Prime Minister thanked voters for their trust.", "Pham Minh Chinh"),
    ("As General Secretary To Lam said at the plenum, the time has come.", "To Lam"),
    ("The statement quoted the Prime Minister as saying that the law must change.", "Pham Minh Chinh"),
    ("Nguyen Thi Hoa, 45, a farmer, said she was happy.", "Nguyen Thi Hoa"),
    ("Delegate Hoang Van Cuong (Hanoi) suggested higher salaries.", "Hoang Van Cuong"),
    ("Duong Meirong, a lecturer in water law at the college, said wells were too deep.", "Duong Meirong"),
    ("Karsten Wrede, 61, who runs a ferry, warned of low water.", "Karsten Wrede"),
    ("In the opinion of Mr. Hai, two hospitals are enough.", "Nguyen Van Hai"),
    ("In the view of Tran Thi Lan, chances are rare.", "Tran Thi Lan"),
    ("Mr. Hai was quoted by a newspaper last week as saying that money was short.", "Nguyen Van Hai"),
    ("Reporting at the conference, comrade Nguyen Van Hai said that eight clinics had opened.", "Nguyen Van Hai"),
    ("Asked whether money was short, Mr. Hai replied that it was not.", "Nguyen Van Hai"),
    ("Deputy Nguyen Thi Hoa (Lam Son) pledged to ask again.", "Nguyen Thi Hoa"),
    ("Ms. Lan (Women's Union delegation) shared that women need chances.", "Tran Thi Lan"),
    ("Mr. Hai opened the meeting late, but warned that rules alone would not help.", "Nguyen Van Hai"),
    ("MARIAMA DRAMEH (Gambia), speaking for five islands, said the text was fair.", "Mariama Drameh"),
    ("PAULO R. TEIXEIRA (Brazil) said he would abstain.", "Paulo R. Teixeira"),
    ("The Committee Chair, INGE VAN DOORN, said time was short.", "Inge Van Doorn"),
    ("Kertasari Regent Wati S. P. said the audit would begin in May.", "Wati S. P."),
    ("Head of the district tax office Rizal M. Hakim said three cases were open.", "Rizal M. Hakim"),
    ("Deputy Mayor of Norrby Anders Falk said roads came first.", "Anders Falk"),
    ("Minister of Health Ruth Odhiambo said vaccines had arrived.", "Ruth Odhiambo"),
    ("Chancellor of Ostmark, Ilse Brandt, has said that prices will fall.", "Ilse Brandt"),
    ("South Korean President Kang Min-ho said that talks would resume.", "Kang Min-ho"),
    ("Delegate Doan The Binh said that roads came first.", "Doan The Binh"),
    ("“It is late,” said water engineer Truong Van Be, a father of four.", "Truong Van Be"),
    ("Mr. Hai of the Blue Rivers Club said wells were too deep.", "Nguyen Van Hai"),
    ("Mr. Hai is warning that wells are too deep.", "Nguyen Van Hai"),
    ("To Lam: “We shall not stop before the work is done.”", "To Lam"),
    ("“We shall not stop before the work is done.” — Tran Thi Lan", "Tran Thi Lan"),
    ("Deputy Brang Xao Pli (Dong Nai delegation) said villages lacked water.", "Brang Xao Pli"),
    ("Deputy Hoang A Tin raised concerns about debts.", "Hoang A Tin"),
    ("Deputy Brang raised the matter of fees.", "Brang"),
    ("Deputy Dinh K Long (Gia Lai delegation) asked for a new road.", "Dinh K. Long"),
    ("Delegate Y Khut Nie of the Buon Ho cooperative said coffee prices fell.", "Y Khut Nie"),
    ("In the opinion of the Minister of Finance, Dora Quist, the budget is sound.", "Dora Quist"),
    ("According to the Chancellor of Norwick, Piet Halm, wages will rise.", "Piet Halm"),
    ("Her lawyer, Ms. Dora Quist, dismissed the charge as a fairy tale.", "Dora Quist"),
    ("Mr. Hai rejected the report as false.", "Nguyen Van Hai"),
    ("“Half of it fell,” Ms. Lan corrected him.", "Tran Thi Lan"),
    ("Voter Brang said schools were far away.", "Brang"),
    ("The conference was told by Mr. Hai that money was short.", "Nguyen Van Hai"),
    ("Head of the ward wedding office Dora Quist, meanwhile, confirmed that files were lost.", "Dora Quist"),
]
SILENT = [
    "The draft was prepared under the direction of Prime Minister Pham Minh Chinh.",
    "General Secretary To Lam attended and delivered a speech at the conference.",
    "General Secretary To Lam chaired the conference.",
    "At the conference, Mr. Hai presented the Labour Order to Ms. Lan.",
    "The PM was thanked by voters for his trust.",
    "Delegates discussed the Prime Minister's proposal.",
    "Prime Minister Pham Minh Chinh has signed a decision approving the plan.",
    "Residents told Mr. Hai that they lacked water.",
    "Mr. Hai's deputy said the project was late.",
    "Hai is said to have resigned.",
    "The guest called on Mr. Hai at the State House.",
    "The apparatus follows the lines General Secretary To Lam has laid down: “Refined - Lean - Strong”.",
    "Reports said that Mr. Hai would resign.",
    "Former Prime Minister Nguyen Tan Dung attended.",
    "Mr. Hai was praised by voters for his patience.",
    "Clean Water Coalition said wells were too deep.",
    "Delegates from the districts of Lang Dinh and Phu Thuan said roads were bad.",
    "Orbis Medical, a company in Hue, said sales rose.",
    "According to Hai's neighbour, clinics are rare.",
    "As directed by Mr. Hai, eight clinics were opened.",
    "Prime Minister Pham Minh Chinh dismissed Mr. Hai as director.",
    "Under the slogan “Clean water for all our children,” Mr. Hai welcomed guests.",
    "The incident raised concerns among parents.",
    "Deputy Party Committee members said prices fell.",
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKING)
def test_a_cue_gives_the_passage_to_its_subject(make_article: Any, text: str, speaker: str) -> None:
    assert heard(make_article, text).speakers == (speaker,)


@pytest.mark.parametrize("text", SILENT)
def test_who_is_only_named_never_speaks(make_article: Any, text: str) -> None:
    assert heard(make_article, text).speakers == ()


@pytest.mark.parametrize(
    ("text", "collective"),
    [
        ("According to the report at the conference, 79 projects were completed.", Collective.REPORT),
        ("In their speeches, many delegates shared experiences of their work.", Collective.DELEGATES),
        ("The conference highlighted progress in all fields.", Collective.CONFERENCE),
        ("The Ministry of Finance said revenue rose.", Collective.INSTITUTION),
    ],
)
def test_a_crowd_a_report_or_a_body_is_heard_but_is_no_person(
    make_article: Any, text: str, collective: Collective
) -> None:
    attribution = only(heard(make_article, text))
    assert attribution.speaker is None
    assert attribution.collective is collective


@pytest.mark.parametrize(
    ("text", "grade", "printed"),
    [
        ("General Secretary To Lam stressed that it is time.", Grade.NAMED, "General Secretary To Lam"),
        ("The General Secretary stressed that it is time.", Grade.ROLE, "The General Secretary"),
        ("Mr. Hai stressed that it is time.", Grade.SHORT_NAME, "Mr. Hai"),
    ],
)
def test_the_grade_says_how_the_speaker_was_found(make_article: Any, text: str, grade: Grade, printed: str) -> None:
    attribution = only(heard(make_article, text))
    assert (attribution.grade, attribution.printed) == (grade, printed)


def test_he_is_whoever_was_heard_last(make_article: Any) -> None:
    text = "Mr. Hai said that money was short.\nHe added that two hospitals would be built."
    attribution = only(heard(make_article, text))
    assert (attribution.speaker, attribution.grade) == ("Nguyen Van Hai", Grade.PRONOUN)
    assert attribution.evidence.antecedent == 2


def test_she_is_not_a_man(make_article: Any) -> None:
    text = "Ms. Lan said that chances were rare. Mr. Hai nodded.\nShe added that this would change."
    assert heard(make_article, text).speakers == ("Tran Thi Lan",)


def test_what_another_says_somebody_hopes_is_the_others_words(make_article: Any) -> None:
    assert heard(make_article, "Mr. Hai said Ms. Lan hopes that chances improve.").speakers == ("Nguyen Van Hai",)


def test_a_family_name_in_capitals_is_the_person_named_in_full(make_article: Any) -> None:
    text = "INGE VAN DOORN (Belgium) said the text was fair.\nMs. VAN DOORN added that time was short."
    assert heard(make_article, text).speakers == ("Inge Van Doorn",)


@pytest.mark.parametrize(
    ("full", "called", "name"),
    [
        ("Councillor MAARTJE VAN OOSTRUM (Delft) spoke first.", "Ms. Van Oostrum", "Maartje Van Oostrum"),
        ("Dyke warden Maartje van Oostrum opened the sitting.", "Ms. Van Oostrum", "Maartje van Oostrum"),
        ("The chair, Maartje van der Oost, opened the sitting.", "Ms. van der Oost", "Maartje van der Oost"),
    ],
)
def test_a_family_name_with_a_particle_is_the_person_named_in_full(
    make_article: Any, full: str, called: str, name: str
) -> None:
    assert heard(make_article, f"{full}\n{called} said that the dykes were low.").speakers == (name,)


def test_the_place_before_a_story_is_no_name(make_article: Any) -> None:
    passage = heard(make_article, "PORT MARLOWE (Wires) - The harbour said nothing, Mr. Hai noted.")
    assert [mention.name for mention in passage.mentions] == ["Nguyen Van Hai"]


def test_a_given_name_tells_he_from_she(make_article: Any) -> None:
    text = "Susan Tarrow said it was late. Donald Pyke said it was early.\nShe added that rain would come."
    assert heard(make_article, text).speakers == ("Susan Tarrow",)


def test_after_a_stranger_a_pronoun_is_nobody(make_article: Any) -> None:
    text = "Mr. Hai said that money was short.\nRegional Bakers was closed on Monday. Ulf Tarrow was late. He said so."
    assert heard(make_article, text).speakers == ()


def test_two_persons_can_be_heard_in_one_passage(make_article: Any) -> None:
    text = "Mr. Hai said that money was short. Ms. Lan replied that it was not."
    assert heard(make_article, text).speakers == ("Nguyen Van Hai", "Tran Thi Lan")


@pytest.mark.parametrize("marks", ["“{}”", '"{}"', "«{}»", "''{}''"])
def test_words_between_any_marks_are_direct(make_article: Any, marks: str) -> None:
    quoted = marks.format("We shall build two more hospitals,")
    assert only(heard(make_article, f"{quoted} Mr. Hai said.")).mode is Mode.DIRECT


def test_a_motto_in_marks_is_not_direct_speech(make_article: Any) -> None:
    assert only(heard(make_article, "Mr. Hai praised the motto “some in, some out”.")).mode is Mode.REPORTED


def test_a_cue_within_a_quotation_is_part_of_what_is_said(make_article: Any) -> None:
    text = "“If General Secretary To Lam thinks so, we agree,” Mr. Hai said."
    assert heard(make_article, text).speakers == ("Nguyen Van Hai",)


@pytest.mark.parametrize(
    "subject",
    [
        "Mr. Hai and Ms. Lan both",
        "Mr. Hai and Tran Thi Lan, Chairwoman of the Women's Union,",
        "Mr. Hai, and Ms. Lan",
        "At the talks, Mr. Hai and Ms. Lan both",
        "Both Mr. Hai and Ms. Lan",
    ],
)
def test_two_subjects_of_one_cue_are_both_heard(make_article: Any, subject: str) -> None:
    assert heard(make_article, f"{subject} said that chances are rare.").speakers == ("Nguyen Van Hai", "Tran Thi Lan")


def test_who_only_accompanies_the_subject_is_not_heard(make_article: Any) -> None:
    assert heard(make_article, "At a dinner with Mr. Hai, Ms. Lan said it was late.").speakers == ("Tran Thi Lan",)


def test_the_speaker_brings_office_and_body_along(make_article: Any) -> None:
    text = "Head of the Central Inspection Commission Tran Cam Tu stressed that discipline counts."
    attribution = only(heard(make_article, text))
    assert attribution.office == "Head of the Central Inspection Commission"
    assert attribution.body == "Central Inspection Commission"


@pytest.mark.parametrize("text", [text for text, _ in SPEAKING])
def test_spans_lie_where_the_words_are_printed_and_the_rule_is_explained(make_article: Any, text: str) -> None:
    passage = heard(make_article, text)
    for attribution in passage.attributions:
        assert attribution.evidence.rule in RULES
        assert attribution.mention is not None
        assert attribution.mention.of(passage.text) == attribution.printed
        assert attribution.cue is not None
        assert attribution.cue.end <= len(passage.text)


def test_titles_and_headings_have_no_speaker(make_article: Any) -> None:
    passages = passages_of(make_article("General Secretary To Lam stressed the role of cadres\nIt rained in Hanoi.\n"))
    assert passages[0].attributions == ()


def test_a_vague_title_is_whoever_is_being_heard(make_article: Any) -> None:
    text = "Mr. Hai said that money was short.\nThe official added that two hospitals would be built."
    attribution = only(heard(make_article, text))
    assert (attribution.speaker, attribution.grade) == ("Nguyen Van Hai", Grade.ROLE)


def test_a_vague_title_at_first_is_nobody(make_article: Any) -> None:
    assert heard(make_article, "The official added that two hospitals would be built.").speakers == ()


AT_THE_COUNCIL = (
    "Council meets\nJean-Pierre Lacroix, Under-Secretary-General for Peace Operations, said that eleven missions are "
    "deployed.\n"
)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Fu Cong (China) urged patience. Missions must end one day, he added.", "Fu Cong"),
        ("Ana Woodward (United Kingdom) took note. More women make missions stronger, she observed.", "Ana Woodward"),
        ("The peacekeeping chief told members that dues are late.", "Jean-Pierre Lacroix"),
        ("V.I. Lenin held that a party shows by its errors how serious it is.", "V. I. Lenin"),
        ("What people support can always be done, as Uncle Ho put it.", "Ho Chi Minh"),
        ("Prime Minister Le Van Ba on May 22 signed Dispatch No. 7/CD-TTg urging units to report.", "Le Van Ba"),
        ("Le Van Ba had concluded at the session that punishment must go on.", "Le Van Ba"),
        ("Welcoming the guest, Le Van Ba praised the ties.\nThe host suggested a new railway.", "Le Van Ba"),
        ("Le Van Ba received Minister Pia Sandell.\nThe guest thanked him and suggested a new railway.", "Pia Sandell"),
        ("It is done, said Le Van Ba, who is also a Politburo member.\nThe Politburo member urged calm.", "Le Van Ba"),
    ],
)
def test_records_of_councils_talks_and_essays_are_heard(extract: Any, text: str, speaker: str) -> None:
    assert extract(AT_THE_COUNCIL + text)[-1].speakers == (speaker,)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Bello (Sao Verde) urged the Council to wait. Time heals, she added.",
        "Addressing the meeting, Mr. Lacroix praised the units.\nMr. Lacroix concluded the meeting.",
        "Mr. Lacroix demanded that units report.\nThe Council's Conclusion No. 21-KL/TW asks for what units must do.",
    ],
)
def test_strangers_closers_and_documents_are_not_heard_as_persons(extract: Any, text: str) -> None:
    assert extract(AT_THE_COUNCIL + text)[-1].speakers == ()
