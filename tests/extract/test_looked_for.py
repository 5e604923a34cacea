"""What a word may begin is known of it by itself, and by the next: nothing is missed by not looking for the rest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.extract import reader
from search.extract.desk import Memory
from search.extract.foreign_names import has_article
from search.extract.line import PLAIN, line_of_text
from search.extract.read_cues import CUE_LEADS, read_cue
from search.extract.read_names import read_possible_name
from search.extract.roles import HEAD_BEGINNINGS
from search.extract.setting import Setting
from search.extract.units import Reading
from search.known import Known

_FOLLOWERS = sorted({word for after in CUE_LEADS.values() for word in after or ()})
_WORDS = st.one_of(
    st.sampled_from(sorted(CUE_LEADS)),
    st.sampled_from(_FOLLOWERS),
    st.sampled_from(sorted(HEAD_BEGINNINGS)).flatmap(lambda word: st.sampled_from([word, word.title()])),
    st.sampled_from(
        "the The its our in that not newly of for to and , . : ( ) ' “ ” I We A NA An KP 13th 2009 people water Party "
        "party sector commission Committee Health Ministry central City Central Uncle Ho Sheikh Hasina Mr Comrade "
        "Deputy Tan Sri al-Wasil Van der Berg Nguyễn Văn Hùng JANE ROE Park Geun-hye May Jan Virginia Woolf Hanoi "
        "Asked Speaking".split()
    ),
)
_TEXTS = st.lists(_WORDS, min_size=1, max_size=14).map(" ".join)


def _read(text: str) -> Reading:
    memory = Memory(Setting())
    memory.called.update({"park", "ho", "the"})
    return reader.read_line(line_of_text(text), memory)


def _everything(word: str) -> tuple[reader.Reader, ...]:
    """All readers, for the words that begin more than cues."""
    small, named = word[0].islower(), has_article(word)
    if not word[0].isalnum() or (small and PLAIN[word] not in reader.BEGINNERS and not named):
        return (read_cue,)
    return tuple(read for read, _ in reader.READERS if word[0].isupper() or read is not read_possible_name)


@given(_TEXTS)
def test_a_line_is_read_as_if_everything_were_looked_for_everywhere(text: str) -> None:
    quickly = _read(text)
    with pytest.MonkeyPatch.context() as everywhere:
        everywhere.setattr(reader, "_AT_ONCE", Known(lambda _: ""))
        everywhere.setattr(reader, "_LED_TO", Known(lambda _: None))
        everywhere.setattr(reader, "_CUES", Known(lambda _: (read_cue,)))
        everywhere.setattr(reader, "_READERS", Known(_everything))
        assert _read(text) == quickly
