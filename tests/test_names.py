"""Names without their marks."""

from __future__ import annotations

import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from search.names import unaccented

LETTERS = str.maketrans("đĐłø\u0131\u2019\u2018\u201c\u201d\u2013\u00a0", "dDloi''\"\"- ")
TEXT = st.sampled_from("aTôÂđĐ\u0301\u0323 \u2019\u2013ﬁ각x.\u00a0") | st.characters(exclude_categories=["Cs"])


@given(
    st.text(st.sampled_from("aTôÂđĐ\u0301\u0323 ’–ﬁ각x.\u00a0") | st.characters(exclude_categories=["Cs"]), max_size=20)
)
@example("e\u0301e To\u0302 La\u0302m")
def test_only_letters_with_marks_are_touched_and_lose_them(text: str) -> None:
    decomposed = unicodedata.normalize("NFKD", text.translate(LETTERS))
    assert unaccented(text) == "".join(c for c in decomposed if not unicodedata.combining(c))
