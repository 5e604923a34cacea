"""Generation after generation: what stayed, what went, what came back, and where old links lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.identity import passage_id
from search.ledger.fates import article_fate_of, fate_of
from search.ledger.following import Followed
from search.ledger.succession import Rule
from tests.ledger.texts import BUDGET, COUNCIL, QUAY, SCHOOL

if TYPE_CHECKING:
    from tests.ledger.conftest import Memory

EDITED = QUAY.replace("autumn", "winter")


def test_what_is_published_and_what_was_never_has_no_fate(memory: Memory) -> None:
    memory.publish(a=(QUAY,))
    assert memory.fate("a", QUAY) is None
    assert memory.fate("a", COUNCIL) is None


def test_only_articles_that_differ_are_looked_at(memory: Memory) -> None:
    memory.publish(a=(QUAY,), b=(COUNCIL,))
    assert memory.publish(a=(QUAY,), b=(COUNCIL, SCHOOL)) == Followed()
    assert memory.asked == ["b"]


def test_following_twice_changes_nothing(memory: Memory) -> None:
    memory.publish(a=(QUAY,), b=(COUNCIL,))
    memory.publish(a=(EDITED,))
    before = memory.text()
    memory.publish(a=(EDITED,))
    assert memory.text() == before
    assert memory.asked == []


def test_another_version_of_the_program_looks_at_everything_and_finds_it_the_same(memory: Memory) -> None:
    memory.publish(a=(QUAY, COUNCIL))
    assert memory.publish(basis="newer code", a=(QUAY, COUNCIL)) == Followed()
    assert memory.asked == ["a"]


def test_an_edit_after_lines_were_put_above_is_still_in_its_place(memory: Memory) -> None:
    memory.publish(a=(SCHOOL, "Harbour plann", COUNCIL))
    memory.publish(a=(BUDGET, QUAY, SCHOOL, "Harbour plan", COUNCIL))
    assert memory.successor("a", "Harbour plann") == passage_id("a", "Harbour plan", 0)


def test_edits_of_edits_are_followed_to_the_present(memory: Memory) -> None:
    last = EDITED.replace("quay", "pier")
    for text in (QUAY, EDITED, last):
        memory.publish(a=(COUNCIL, text))
    assert memory.successor("a", QUAY) == passage_id("a", last, 0)


def test_many_small_edits_do_not_lead_to_other_words(memory: Memory) -> None:
    words, others = QUAY.split(), f"{COUNCIL} {SCHOOL}".split()
    for at in range(0, len(words), 2):
        memory.publish(a=(" ".join(words), BUDGET))
        words[at : at + 2] = others[at : at + 2]
    last = " ".join(words)
    memory.publish(a=(last, BUDGET))
    found = memory.fate("a", QUAY)
    assert found
    assert found.successor is None
    assert found.candidates == (passage_id("a", last, 0),)


def test_a_passage_that_comes_back_has_its_id_and_what_replaced_it_leads_there(memory: Memory) -> None:
    memory.publish(a=(COUNCIL, QUAY))
    memory.publish(a=(COUNCIL, EDITED))
    memory.publish(a=(COUNCIL, QUAY))
    assert memory.fate("a", QUAY) is None
    assert memory.successor("a", EDITED) == passage_id("a", QUAY, 0)


def test_a_renamed_article_takes_all_links_along_also_those_of_short_lines(memory: Memory) -> None:
    memory.publish(a=(QUAY, "Photo: VNA", COUNCIL), b=("Photo: VNA", SCHOOL))
    memory.publish(c=(QUAY, "Photo: VNA", COUNCIL), b=("Photo: VNA", SCHOOL))
    assert memory.successor("a", "Photo: VNA") == passage_id("c", "Photo: VNA", 0)
    found = memory.fate("a", QUAY)
    assert found
    assert (found.rule, found.article) == (Rule.SAME, "c")
    gone = article_fate_of(memory.path, "a")
    assert gone
    assert gone.successor == "c"


def test_renamed_again_and_named_back(memory: Memory) -> None:
    for name in ("a", "b", "c"):
        memory.publish(**{name: (QUAY, COUNCIL)})
    assert memory.successor("a", QUAY) == memory.successor("b", QUAY) == passage_id("c", QUAY, 0)
    memory.publish(a=(QUAY, COUNCIL))
    assert memory.fate("a", QUAY) is None
    assert memory.successor("b", QUAY) == memory.successor("c", QUAY) == passage_id("a", QUAY, 0)


def test_an_article_renamed_and_mostly_rewritten_is_no_home_but_shows_what_comes_nearest(memory: Memory) -> None:
    memory.publish(a=("About the quay", QUAY))
    memory.publish(b=("About the quay", EDITED))
    found = memory.fate("a", QUAY)
    assert found
    assert (found.successor, found.candidates) == (None, (passage_id("b", EDITED, 0),))


def test_articles_that_exchange_their_files_exchange_their_links(memory: Memory) -> None:
    memory.publish(a=(QUAY, COUNCIL), b=(SCHOOL, BUDGET))
    memory.publish(a=(SCHOOL, BUDGET), b=(QUAY, COUNCIL))
    assert memory.successor("a", QUAY) == passage_id("b", QUAY, 0)
    assert memory.successor("b", SCHOOL) == passage_id("a", SCHOOL, 0)


def test_a_paragraph_moved_to_another_article_is_found_there(memory: Memory) -> None:
    memory.publish(a=(QUAY, COUNCIL), b=(SCHOOL,))
    memory.publish(a=(QUAY,), b=(SCHOOL, COUNCIL))
    found = memory.fate("a", COUNCIL)
    assert found
    assert (found.successor, found.rule) == (passage_id("b", COUNCIL, 0), Rule.MOVED)


def test_cut_in_one_build_and_pasted_in_the_next(memory: Memory) -> None:
    memory.publish(a=(QUAY, COUNCIL), b=(SCHOOL,))
    memory.publish(a=(QUAY,), b=(SCHOOL,))
    memory.publish(a=(QUAY,), b=(SCHOOL, COUNCIL))
    assert memory.successor("a", COUNCIL) == passage_id("b", COUNCIL, 0)


def test_what_many_articles_print_is_nobodys_own(memory: Memory) -> None:
    memory.publish(a=(QUAY, BUDGET), b=(COUNCIL, BUDGET))
    memory.publish(b=(COUNCIL, BUDGET), c=(SCHOOL, BUDGET))
    found = memory.fate("a", BUDGET)
    assert found
    assert found.successor is None
    assert set(found.candidates) == {passage_id("b", BUDGET, 0), passage_id("c", BUDGET, 0)}


def test_another_article_that_is_only_alike_takes_nothing_over(memory: Memory) -> None:
    memory.publish(a=(QUAY, COUNCIL))
    memory.publish(b=(EDITED, SCHOOL))
    assert memory.successor("a", QUAY) is None


def test_what_is_gone_is_told_with_its_article(memory: Memory) -> None:
    memory.publish(a=(QUAY, COUNCIL))
    memory.publish(a=(QUAY,))
    found = memory.fate("a", COUNCIL)
    assert found
    assert (found.title, found.article, found.successor, found.wording) == ("About a", "a", None, None)
    memory.publish(b=(SCHOOL,))
    found = memory.fate("a", COUNCIL)
    assert found
    assert (found.title, found.article) == ("About a", None)


def test_texts_are_kept_only_while_that_is_wanted(memory: Memory) -> None:
    memory.publish(a=(QUAY, COUNCIL))
    memory.publish(a=(QUAY, COUNCIL), wordings=True)
    memory.publish(a=(QUAY,), wordings=True)
    found = memory.fate("a", COUNCIL)
    assert found
    assert found.wording == COUNCIL
    assert COUNCIL.encode() in memory.path.read_bytes()
    memory.publish(a=(QUAY,))
    assert COUNCIL.encode() not in memory.path.read_bytes()


TEXTS = st.lists(
    st.sampled_from([QUAY, EDITED, COUNCIL, f"{QUAY} {COUNCIL}", SCHOOL, "Photo: VNA"]), min_size=1, max_size=4
)
EDITIONS = st.lists(st.dictionaries(st.sampled_from("abc"), TEXTS.map(tuple), max_size=3), min_size=1, max_size=5)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(EDITIONS)
def test_every_link_ever_given_ends_at_what_is_published_or_is_gone(
    memory: Memory, editions: list[dict[str, tuple[str, ...]]]
) -> None:
    memory.path.unlink(missing_ok=True)
    given_: set[str] = set()
    for edition in editions:
        memory.publish(**edition)
        live = {passage_id(name, text, n) for name, texts in edition.items() for text in texts
                for n in range(texts.count(text))}  # fmt: skip
        given_ |= live
        for link in given_:
            found = fate_of(memory.path, link)
            assert (found is None) == (link in live)
            if found:
                assert {*found.candidates, *([found.successor] if found.successor else [])} <= live
                assert found.successor is None or found.rule is not None
