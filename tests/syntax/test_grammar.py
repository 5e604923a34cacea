"""The query language: what a text means, and what is said of the parts that cannot be applied."""

from __future__ import annotations

import pytest

from search.fields import BY_NAME
from search.limits import QUERY_CHARACTERS, QUERY_DEPTH, QUERY_NEGATIONS, QUERY_WORDS
from search.syntax import parse, spell
from search.tree import And, Everything, Has, Not, Or, Phrase, Prefix, Term, Tree

TAX, DEBT, RICE = Term("tax"), Term("debt"), Term("rice")


def tree(text: str) -> Tree:
    return parse(text, BY_NAME).tree


def reasons(text: str) -> list[tuple[str, str | None]]:
    return [(note.text, note.reason) for note in parse(text, BY_NAME).notes]


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("", Everything()),
        ("   ", Everything()),
        ("tax", TAX),
        ("tax debt", And((TAX, DEBT))),
        ("tax AND debt", And((TAX, DEBT))),
        ("tax OR debt", Or((TAX, DEBT))),
        ("tax OR debt rice", Or((TAX, And((DEBT, RICE))))),
        ("tax debt OR rice", Or((And((TAX, DEBT)), RICE))),
        ("(tax OR debt) rice", And((Or((TAX, DEBT)), RICE))),
        ("((tax))", TAX),
        ("(tax (debt rice))", And((TAX, DEBT, RICE))),
        ("tax -debt", And((TAX, Not(DEBT)))),
        ("tax NOT debt", And((TAX, Not(DEBT)))),
        ("tax AND NOT debt", And((TAX, Not(DEBT)))),
        ("-debt", Not(DEBT)),
        ("NOT NOT debt", DEBT),
        ("-(tax OR debt)", Not(Or((TAX, DEBT)))),
        ('-"tax debt"', Not(Phrase(("tax", "debt")))),
        ('"tax debt"', Phrase(("tax", "debt"))),
        ("“tax debt”", Phrase(("tax", "debt"))),
        ('tax"debt"rice', And((TAX, Phrase(("debt",)), RICE))),
        ("organis*", Prefix("organis")),
        ("organis*,", Prefix("organis")),
        ("self-evol*", And((Term("self"), Prefix("evol")))),
        ("self-evolution", Term("self-evolution")),
        ("-self-evolution tax", And((Not(Term("self-evolution")), TAX))),
        ("21 KL TW", Term("21-KL/TW")),
        ("11 2024 ND CP", Term("11/2024/ND-CP")),
        ("-21 KL TW tax", And((Not(Term("21-KL/TW")), TAX))),
        ("No. 21-KL/TW", Term("21-KL/TW")),
        ("Directive No. 35", And((Term("Directive"), Term("35")))),
        ("tax tax", TAX),
        ("and or not", And((Term("and"), Term("or"), Term("not")))),
        ("中国", Phrase(("中", "国"))),
        ("speaker:none", Has("speaker", None)),
        ('speaker:"none"', Has("speaker", "none")),
        ('speaker:"To Lam"', Has("speaker", "To Lam")),
        ("Speaker:“Tô Lâm”", Has("speaker", "Tô Lâm")),
        (r'organisation:"The \"New\" Era"', Has("organisation", 'The "New" Era')),
        ("organization:Politburo,", Has("organisation", "Politburo")),
        ("year:2022..2024", Has("year", "2022..2024")),
        ("year:2024..2022", Has("year", "2022..2024")),
        ("year:2022-2024", Has("year", "2022..2024")),
        ("year:2022..", Has("year", "2022..")),
        ("year:..2024", Has("year", "..2024")),
        ("month:2024-05", Has("month", "2024-05")),
        ("month:2024-07..2024-05", Has("month", "2024-05..2024-07")),
        ("month:2024-05–2024-07", Has("month", "2024-05..2024-07")),
        ("month:none", Has("month", None)),
        ("day:2024-02-29", Has("day", "2024-02-29")),
        ("day:..2024-02-29", Has("day", "..2024-02-29")),
        ("-kind:caption", Not(Has("kind", "caption"))),
        ("document:21-KL/TW OR tax", Or((Has("document", "21-KL/TW"), TAX))),
        ("article:https://example.org/a?b=c", Has("article", "https://example.org/a?b=c")),
    ],
)
def test_a_text_means_this_tree_and_nothing_of_it_is_ignored(text: str, meaning: Tree) -> None:
    assert tree(text) == meaning
    assert reasons(text) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Lam - the General Secretary - said: we must act, now!",
        "What's next (for the Party)? 13.4% & 2,887,500 members; see https://example.org/x.html",
        "Conclusion: strengthen / renew … the “cadre” work — 100%",
        "e-mail press@example.org #news @party $5 [sic] {x} <b> a|b ~c ^d \\e",
        "Party’s don't O'Brien's",
    ],
)
def test_a_pasted_sentence_works_as_words(sentence: str) -> None:
    parsed = parse(sentence, BY_NAME)
    assert parsed.notes == ()
    assert isinstance(parsed.tree, And)
    assert all(isinstance(child, Term | Phrase) for child in parsed.tree.children)


@pytest.mark.parametrize(
    ("text", "meaning", "part", "reason"),
    [
        ('tax "debt', And((TAX, DEBT)), '"', "no partner"),
        ('tax speaker:"To Lam', And((TAX, Has("speaker", "To Lam"))), '"', "goes to the end"),
        ("organization:\u201cPolitburo", Has("organisation", "Politburo"), "\u201c", "goes to the end"),
        ('""', Everything(), '""', "no word between"),
        ("(tax", TAX, "(", "never closed"),
        ("tax)", TAX, ")", "never opened"),
        ("tax OR", TAX, "OR", "nothing stands after it"),
        ("OR tax", TAX, "OR", "nothing stands before it"),
        ("AND", Everything(), "AND", "nothing stands"),
        ("tax AND OR debt", Or((TAX, DEBT)), "AND", "nothing stands after it"),
        ("tax NOT", TAX, "NOT", "nothing to leave out"),
        ("()", Everything(), "()", "nothing stands between"),
        ("() tax", TAX, "()", "nothing stands between"),
        ("tax kind:foo", TAX, "kind:foo", "kinds are title, heading, body, caption"),
        ("-()", Everything(), "-", "nothing to leave out"),
        ("or* tax", TAX, "or*", "at least 3 letters"),
        ("c*t", And((Term("c"), Term("t"))), "c*t", "at the end of a word"),
        ("*tax", TAX, "*tax", "at the end of a word"),
        ('"tax deb*"', Phrase(("tax", "deb")), "*", "between quotation marks"),
        ("colour:red tax", And((Term("colour"), Term("red"), TAX)), "colour:red", "there is no field colour"),
        ("tax year:20x4", TAX, "year:20x4", "2022..2024"),
        ("tax year:2022..2023..2024", TAX, "year:2022..2023..2024", "2022..2024"),
        ("tax month:2024", TAX, "month:2024", "2024-05..2024-07"),
        ("tax month:2024-13", TAX, "month:2024-13", "2024-05..2024-07"),
        ("tax day:2023-02-29", TAX, "day:2023-02-29", "2024-05-16.."),
        ("tax year:..", TAX, "year:..", "2022..2024"),
        ('tax speaker:""', TAX, 'speaker:""', "no value"),
        ("tax speaker:", TAX, "speaker:", "no value"),
        ("?!", Everything(), "?!", "no word"),
    ],
)
def test_a_slip_is_applied_as_well_as_can_be_and_said(text: str, meaning: Tree, part: str, reason: str) -> None:
    assert tree(text) == meaning
    ((said, why),) = reasons(text)
    assert said == part
    assert reason in (why or "")


def test_an_unknown_field_is_told_which_fields_there_are() -> None:
    ((_, reason),) = reasons("colour:red")
    assert all(name in (reason or "") for name in BY_NAME)


def test_a_text_that_is_too_long_is_cut_at_a_word() -> None:
    text = "alpha " * 100
    parsed = parse(text)
    assert parsed.tree == Term("alpha")
    assert f"{QUERY_CHARACTERS} characters" in (parsed.notes[0].reason or "")
    assert parse("x" * 1000).tree == Term("x" * QUERY_CHARACTERS)


def test_words_beyond_the_limit_are_left_out() -> None:
    parsed = parse(" ".join(f"w{n}" for n in range(QUERY_WORDS + 3)))
    assert isinstance(parsed.tree, And)
    assert len(parsed.tree.children) == QUERY_WORDS
    ((part, reason),) = [(note.text, note.reason) for note in parsed.notes]
    assert part == "w32 w33 w34"
    assert f"{QUERY_WORDS} words" in (reason or "")


def test_what_is_refused_beyond_the_limit_is_left_out_and_not_asked_for() -> None:
    parsed = parse("tax " + " ".join(f"-w{n}" for n in range(QUERY_NEGATIONS + 1)))
    assert isinstance(parsed.tree, And)
    assert len(parsed.tree.children) == 1 + QUERY_NEGATIONS
    assert Term("w8") not in parsed.tree.children
    assert [note.text for note in parsed.notes] == ["- w8"]


def test_brackets_nested_too_deep_are_passed_over() -> None:
    deep = QUERY_DEPTH + 4
    parsed = parse("(" * deep + "tax OR debt" + ")" * deep + " rice")
    assert parsed.tree == And((Or((TAX, DEBT)), RICE))
    assert f"{QUERY_DEPTH} deep" in (parsed.notes[0].reason or "")


def test_a_long_phrase_is_searched_in_parts() -> None:
    words = [f"w{n}" for n in range(20)]
    parsed = parse(f'"{" ".join(words)}"')
    assert parsed.tree == And((Phrase(tuple(words[:12])), Phrase(tuple(words[12:]))))
    assert "in 2 parts" in (parsed.notes[0].reason or "")


def test_a_phrase_with_one_word_too_often_is_searched_in_parts() -> None:
    assert tree('"by the people for the people of the land"') == And(
        (Phrase(("by", "the", "people", "for", "the", "people", "of")), Phrase(("the", "land")))
    )


@pytest.mark.parametrize(
    ("meaning", "text"),
    [
        (And((Term("21"), Term("KL"), Term("TW"))), "21 AND KL AND TW"),
        (And((Not(Term("21")), Term("KL"), Term("TW"))), "-21 AND KL AND TW"),
        (Phrase(("21", "KL", "TW")), '"21, KL, TW"'),
        (And((Or((TAX, DEBT)), Not(And((DEBT, RICE))))), "(tax OR debt) -(debt rice)"),
        (Or((And((TAX, DEBT)), RICE)), "tax debt OR rice"),
        (Has("speaker", 'A "B" \\C'), r'speaker:"A \"B\" \\C"'),
        (Everything(), ""),
    ],
)
def test_a_tree_is_spelt_so_that_it_reads_the_same(meaning: Tree, text: str) -> None:
    assert spell(meaning) == text
    assert tree(text) == meaning
