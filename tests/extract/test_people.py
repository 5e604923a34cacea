"""Who is named: full names, short ones, titles, look-alikes; and who is not."""

from __future__ import annotations

from typing import Any

import pytest

from search.extract import passages_of
from search.extract.line import line_of_text
from search.extract.personal_names import canonical_name, short_form, vietnamese_names
from search.model import Mention, MentionKind, Passage


def persons(passages: tuple[Passage, ...], ordinal: int) -> tuple[str, ...]:
    return passages[ordinal].names(MentionKind.PERSON)


def found(make_article: Any, *lines: str) -> tuple[str, ...]:
    """The persons named in the last of the lines."""
    return passages_of(make_article("\n".join(("A title of the article", *lines))))[-1].names(MentionKind.PERSON)


@pytest.mark.parametrize("printed", ["Tô Lâm", "To Lam", "TO LAM", "To\u0302 La\u0302m"])
def test_every_spelling_of_a_name_is_one_person(printed: str) -> None:
    assert canonical_name(tuple(printed.split())) == "To Lam"


def test_western_order_is_turned_into_vietnamese_order() -> None:
    assert canonical_name(("Hung", "Nguyen")) == "Nguyen Hung"


@pytest.mark.parametrize(
    ("name", "short"),
    [("Vo Van Thuong", "Thuong"), ("Xi Jinping", "Xi"), ("Muhammadu Buhari", "Buhari"), ("Hillary Clinton", "Clinton")],
)
def test_short_forms_follow_the_custom_of_the_name(name: str, short: str) -> None:
    assert short_form(name) == short


@pytest.mark.parametrize(
    "text",
    [
        "They awarded the Ho Chi Minh Order to the unit.",
        "Students of the Ho Chi Minh National Academy of Politics visited Ho Chi Minh City.",
        "They travelled from Ha Giang to Can Tho by way of Ba Ria-Vung Tau.",
        "To Can Tho it is a long way.",
    ],
)
def test_places_prizes_and_academies_are_no_persons(text: str) -> None:
    assert vietnamese_names(line_of_text(text)) == {}


def test_a_person_stands_behind_the_thought_of_ho_chi_minh(make_article: Any) -> None:
    assert found(make_article, "They study Ho Chi Minh's thought, morality and style every month.") == ("Ho Chi Minh",)


def test_look_alikes_stay_apart(make_article: Any) -> None:
    passages = passages_of(
        make_article(
            "A title of the article\n"
            "Mr. Tran Quoc Toan, Chairman of the People's Council, and Mr. Tran Quoc Van, Chairman of the People's "
            "Committee, attended the session.\n"
            "Mr. Van visited the stand of the youth union.\n"
        )
    )
    assert persons(passages, 1) == ("Tran Quoc Toan", "Tran Quoc Van")
    assert persons(passages, 2) == ("Tran Quoc Van",)


def test_a_short_name_that_two_persons_share_in_one_passage_is_nobody(make_article: Any) -> None:
    lines = ("Mr. Nguyen Huu Nghia met Mr. Nguyen Trong Nghia on the first day.", "Nghia smiled at the visitors.")
    assert found(make_article, *lines) == ()


def test_photographers_are_not_named(make_article: Any) -> None:
    assert found(make_article, "Delegates at the conference in the hall. Photo: Tran Van Anh") == ()


def test_a_title_alone_means_whom_the_article_ties_to_it(make_article: Any) -> None:
    lines = ("General Secretary To Lam chaired the meeting of the group.", "The General Secretary visited the village.")
    assert found(make_article, *lines) == ("To Lam",)


def test_a_former_holder_is_not_meant_by_the_bare_title(make_article: Any) -> None:
    lines = ("Former President Thabo Mbeki came to the hall with flowers.", "The President visited the village.")
    assert found(make_article, *lines) == ()


def test_a_title_that_two_attendees_share_is_nobody(make_article: Any) -> None:
    lines = (
        "Attending were Deputy Prime Ministers Tran Hong Ha and Le Thanh Long of the Government.",
        "The Deputy Prime Minister visited the village.",
    )
    assert found(make_article, *lines) == ()


def test_the_head_of_a_list_gives_its_title_to_everyone(make_article: Any) -> None:
    lines = (
        (
            "Attending were Politburo members: Truong Thi Mai - Head of the Central Organizing Committee; "
            "Phan Dinh Trac - Head of the Central Internal Affairs Committee."
        ),
        "The Head of the Central Internal Affairs Commission visited the village.",
    )
    assert found(make_article, *lines) == ("Phan Dinh Trac",)


def test_foreign_names_need_a_sign_of_being_a_person(make_article: Any) -> None:
    assert found(make_article, "President Muhammadu Buhari opened Eagle Square to the public.") == ("Muhammadu Buhari",)


def test_the_most_complete_form_of_a_name_is_canonical_and_short_ones_join_it(make_article: Any) -> None:
    lines = ("President Muhammadu Buhari came.", "Buhari visited the school with Mr. Garba Shehu.")
    assert found(make_article, *lines) == ("Muhammadu Buhari", "Garba Shehu")


def test_mentions_lie_where_they_are_printed(make_article: Any) -> None:
    passage = passages_of(make_article("A title\nGlued wordsTo Lam and Mr. Pham Minh Chinh met in the hall."))[1]
    for mention in passage.mentions:
        assert isinstance(mention, Mention)
        assert mention.span.of(passage.text) == mention.printed


def test_initials_mean_the_only_person_who_has_them(extract: Any) -> None:
    text = "Rally\nVice President Netumbo Nandi-Ndaitwah reminded delegates of the rule.\n“It stands,” NNN said.\n"
    assert extract(text)[-1].speakers == ("Netumbo Nandi-Ndaitwah",)


def test_two_words_after_in_are_a_place(extract: Any) -> None:
    text = (
        "Binh Lac holds a forum\nMr. Ngo Sy Lam attended the forum in Binh Lac.\nBinh Lac called on firms to invest.\n"
    )
    assert extract(text)[-1].speakers == ()


NAMES = (
    "Nguyen Khac Than, Nguyen Van The, Le Thi On, Tran Van Can, Bui The Duy, Y Thanh Ha Nie Kdam, Bo Thi Xuan Linh, "
    "Sung A Ho, Ton Ngoc Hanh, Zhang Jun, Sun Chanthol, He Lifeng, Kim Jong Un, Ursula von der Leyen, "
    "Amina J. Mohammed, Netumbo Nandi-Ndaitwah, Luiz Inacio Lula da Silva, Karine Jean-Pierre, Pushpa Kamal Dahal, "
    "Alexandria Ocasio-Cortez"
).split(", ")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "sentence", ["Minister {} said that nets are too fine.", "“Nets are too fine,” said {}, head of the commission."]
)
def test_names_of_many_countries_are_read_whole(extract: Any, name: str, sentence: str) -> None:
    assert extract(f"Meeting on nets\n{sentence.format(name)}\n")[-1].speakers == (name,)


@pytest.mark.parametrize(
    "text", ["He Vietnamese people love.", "On Friday Nguyen Van On Friday left.", "Sun Sets Late"]
)
def test_words_that_begin_no_name_stay_words(extract: Any, text: str) -> None:
    assert {m.name for m in extract(f"Meeting\n{text}\n")[-1].mentions if m.kind is MentionKind.PERSON} <= {
        "Nguyen Van On"
    }


def test_a_place_that_opens_a_sentence_has_no_title(extract: Any) -> None:
    text = (
        "Visit\nAt Na Hang, the new Secretary of the Provincial Party Committee spent a day.\nNa Hang said nothing.\n"
    )
    assert [p.speakers for p in extract(text)] == [(), (), ()]
