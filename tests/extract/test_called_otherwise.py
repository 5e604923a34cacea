"""Who is meant by other words than those by which the article introduced them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from search.model import Passage

Extract = Callable[[str], tuple[Passage, ...]]

CITY = """Secretary of the Can Tho City Party Committee Vo Dinh Khai opened the meeting.
Deputy Secretary Luong Tan Hao said that two ports would close.
The city Party chief said nets are too fine."""
ASSEMBLY = """National Assembly Chairman Vo Dinh Khai chaired the session.
Minister of Health Luong Tan Hao said that two ports would close.
The top legislator said nets are too fine."""
DEPUTIES = """Deputy Vo Dinh Khai asked about ports. Deputy Luong Tan Hao asked about ice.
Dinh Khai said nets are too fine."""
VISIT = """Li Ming met Vo Dinh Khai, head of the Department of Fisheries.
For his part, Vo said nets are too fine."""
TWO_OF_A_FAMILY = """Mr. Vo Dinh Khai and Mr. Vo Tan Hao met.
Vo said nets are too fine."""
NO_CHAIRMAN = """Minister of Health Luong Tan Hao said that two ports would close.
The top legislator said nets are too fine."""


@pytest.mark.parametrize("text", [CITY, ASSEMBLY, DEPUTIES, VISIT])
def test_whom_the_article_told_before_is_meant(extract: Extract, text: str) -> None:
    assert extract("A meeting in Dam Ha\n" + text)[-1].speakers == ("Vo Dinh Khai",)


@pytest.mark.parametrize("text", [TWO_OF_A_FAMILY, NO_CHAIRMAN])
def test_nobody_is_meant_where_two_can_be_or_none(extract: Extract, text: str) -> None:
    assert extract("A meeting in Dam Ha\n" + text)[-1].speakers == ()
