from search.evaluation.measures import Counts


def test_precision_recall_and_f1_follow_from_counts() -> None:
    counts = Counts(right=6, wrong=2, missed=4)
    assert counts.precision == 0.75
    assert counts.recall == 0.6
    assert counts.f1 == 12 / 18


def test_nothing_measured_is_no_figure() -> None:
    assert Counts().precision is None
    assert Counts(missed=3).precision is None
    assert Counts(missed=3).recall == 0


def test_counts_add_up() -> None:
    assert Counts(1, 2, 3) + Counts(1, 0, 1) == Counts(2, 2, 4)
