"""What another authority would change in a corpus, passage by passage, before anything is built."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from search.authority import Authority
from search.errors import SourceError
from search.explaining import beginning
from search.extract import passages_of
from search.model import Article, MentionKind, Passage
from search.readers import read
from search.readers.source import Remark, Source

NOBODY = "none"


@dataclass(frozen=True, slots=True)
class Difference:
    """One aspect of one passage that is not the same: names before and after, none of them twice."""

    file: str
    ordinal: int
    passage_id: str
    aspect: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    starts: str

    def __str__(self) -> str:
        """`a.txt 7: speaker none → To Lam | The General Secretary said …`."""
        was, now = (", ".join(names) or NOBODY for names in (self.before, self.after))
        return f"{self.file} {self.ordinal}: {self.aspect} {was} → {now} | {self.starts}"


def differences(
    source: Source, before: Authority | None, after: Authority | None
) -> Iterator[Difference | SourceError | Remark]:
    """What `after` would change in the passages of a source; what cannot be read is yielded in its place."""
    for found in read(source):
        if not isinstance(found, Article):
            yield found
            continue
        for old, new in zip(passages_of(found, before), passages_of(found, after), strict=True):
            yield from _compared(old, new)


def _compared(old: Passage, new: Passage) -> Iterator[Difference]:
    was, now = _aspects(old), _aspects(new)
    for aspect, names in was.items():
        if names != now[aspect]:
            yield Difference(
                old.article.source_path, old.ordinal, old.id, aspect, names, now[aspect], beginning(old.text)
            )


def _aspects(passage: Passage) -> Mapping[str, tuple[str, ...]]:
    return {
        "speaker": passage.speakers,
        "speaker's body": tuple(dict.fromkeys(said.body for said in passage.attributions if said.body)),
        "persons": passage.names(MentionKind.PERSON),
        "bodies": passage.names(MentionKind.ORGANISATION),
        "offices": tuple(dict.fromkeys(f"{office.printed} = {office.person}" for office in passage.offices)),
    }
