from __future__ import annotations

from webapp.kept import MOST, Kept


def test_a_value_is_made_once_for_an_edition_and_again_for_the_next() -> None:
    kept, made, edition = Kept(), [], ["1"]

    def make() -> tuple[int, bool]:
        made.append(len(made))
        return made[-1], True

    def ask() -> int:
        return kept.of(lambda: edition[0], "front", make)

    assert (ask(), ask()) == (0, 0)
    edition[0] = "2"
    assert (ask(), ask()) == (1, 1)


def test_what_was_not_finished_is_made_again() -> None:
    kept, lasting = Kept(), iter([False, True])
    values = iter(["half", "whole"])
    found = [kept.of(lambda: "1", "help", lambda: (next(values), next(lasting))) for _ in range(3)]
    assert found == ["half", "whole", "whole"]


def test_what_may_be_of_two_editions_is_not_kept() -> None:
    editions = iter(["1", "2", "2", "2", "2"])
    kept, values = Kept(), iter(["of either", "of the second"])
    found = [kept.of(lambda: next(editions), "front", lambda: (next(values), True)) for _ in range(2)]
    assert found == ["of either", "of the second"]


def test_no_more_than_a_few_values_are_kept() -> None:
    kept, made = Kept(), []

    def ask(key: int) -> None:
        def make() -> tuple[int, bool]:
            made.append(key)
            return key, True

        kept.of(lambda: "1", key, make)

    for key in range(MOST + 1):
        ask(key)
    ask(MOST)
    ask(0)
    assert made == [*range(MOST + 1), 0]
