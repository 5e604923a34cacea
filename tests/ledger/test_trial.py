"""Two hundred scripted edits, and the figures docs/links.md gives of them."""

from __future__ import annotations

import re
from pathlib import Path

from tests.ledger.script import LIGHT
from tests.ledger.trial import ROOT, trial


def test_two_hundred_edits_lead_no_link_astray_and_the_page_on_links_tells_how_many_are_followed(
    tmp_path: Path,
) -> None:
    figures = trial(tmp_path)
    assert sum(figures.edits.values()) == 200
    assert figures.wrong == []
    assert figures.rate(("untouched", "moved inside", "exchanged", "restored"), "kept") == 1
    assert figures.rate(LIGHT, "right") >= 0.98
    assert figures.rate(("file renamed", "files exchange names", "moved to another article"), "right") == 1
    assert figures.rate(("merged", "divided"), "right") >= 0.9
    assert figures.rate(("deleted", "article deleted", "look-alike replaced"), "gone") == 1

    at_the_end = figures.followed  # links given at any time, through all later edits
    assert not at_the_end["wrong"]
    assert not at_the_end["forgotten"]
    alive = at_the_end["right"] + at_the_end["missed"]
    assert at_the_end["right"] >= 0.97 * alive

    page = (ROOT / "docs" / "links.md").read_text(encoding="utf-8")
    assert f"{at_the_end['right']} of {alive}" in page
    table = re.search(r"^\| edit \|.*?\n\n", page, re.MULTILINE | re.DOTALL)
    assert table
    assert table[0].splitlines()[:-1] == list(figures.lines())
