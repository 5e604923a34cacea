"""What can be said of a passage when it is cited, before any form is chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from search.citing.lines import one_line
from search.model import Collective, Dating, Kind, MentionKind, Passage

_IN_ADDRESSES = ":/?#[]@!$&'()*+,;=%~"  # beside letters, digits and -._


@dataclass(frozen=True, slots=True)
class Voice:
    """Who is heard: the canonical name of a person, or what the text calls the report or body; `printed` its title."""

    name: str
    person: bool
    printed: str | None


@dataclass(frozen=True, slots=True)
class Reference:
    """A passage and the article it stands in. `number` counts from 1; `dating` is the event's where `of_event`.

    `permalink` leads to the passage in this archive, `source` to where the article was published, if that is known.
    `keywords` are the canonical names of the speakers, persons and bodies named and the codes of documents cited. Every
    text is on one line and holds no character that a format forbids.
    """

    passage_id: str
    number: int
    kind: Kind
    text: str
    voices: tuple[Voice, ...]
    keywords: tuple[str, ...]
    title: str | None
    outlet: str | None
    place: str | None
    dating: Dating | None
    of_event: bool
    source: str | None
    permalink: str

    @property
    def key(self) -> str:
        """The name under which a list of references holds it."""
        return f"whosaid-{self.passage_id}"

    @property
    def address(self) -> str:
        """Where the cited article can be read: where it was published, else here."""
        return self.source or self.permalink

    @property
    def date_grade(self) -> str:
        """How the date is known: `stated`, `inferred` or, where there is none, `undated`."""
        if self.dating is None:
            return "undated"
        return "stated" if self.dating.stated else "inferred"

    @property
    def note(self) -> str:
        """What no field of a reference manager has a place for: the passage, who is heard, how the date is known."""
        return ". ".join(self._notes()) + "."

    def _notes(self) -> Iterator[str]:
        yield f"Passage {self.number}"
        if self.voices:
            yield f"Heard: {voices_in_words(self.voices)}"
        if self.dating is None:
            yield "Undated"
        else:
            of = "Date of the event" if self.of_event else "Date of publication"
            known = "stated" if self.dating.stated else f"inferred from “{one_line(self.dating.evidence)}”"
            yield f"{of}, {known}"
        if self.source:
            yield f"Passage in the archive: {self.permalink}"


def reference_of(passage: Passage, permalink: str) -> Reference:
    """What is known of a passage whose address in this archive is `permalink`."""
    article = passage.article
    named = (passage.names(kind) for kind in (MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.DOCUMENT))
    return Reference(
        passage_id=passage.id,
        number=passage.ordinal + 1,
        kind=passage.kind,
        text=one_line(passage.text),
        voices=_voices(passage),
        keywords=_lines((*passage.speakers, *(name for names in named for name in names))),
        title=_line(article.title),
        outlet=_line(article.outlet),
        place=_line(article.place),
        dating=article.dating,
        of_event=article.published is None,
        source=_web_address(article.url),
        permalink=permalink,
    )


def voices_in_words(voices: tuple[Voice, ...]) -> str:
    """Names with the titles that are printed for them."""
    return "; ".join(voice.name + (f" (“{voice.printed}”)" if voice.printed else "") for voice in voices)


def _voices(passage: Passage) -> tuple[Voice, ...]:
    """Each voice once, in reading order, by the first title printed for it."""
    voices: dict[tuple[str, Collective | None], Voice] = {}
    for said in passage.attributions:
        printed: str | None = one_line(said.printed)
        name = _line(said.speaker) or printed
        if name:
            printed = printed if printed and printed.casefold() != name.casefold() else None
            voices.setdefault((name, said.collective), Voice(name, said.speaker is not None, printed))
    return tuple(voices.values())


def _line(text: str | None) -> str | None:
    return one_line(text) or None if text else None


def _lines(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line for text in texts if (line := one_line(text))))


def _web_address(url: str | None) -> str | None:
    """An http address with nothing in it that could end a field; articles are not trusted to hold links."""
    if url is None or not url.startswith(("http://", "https://")):
        return None
    return quote(url.encode("utf-8", "replace"), safe=_IN_ADDRESSES)
