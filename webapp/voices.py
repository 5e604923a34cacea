"""Who is heard in a passage, and why we say so: attributions as a reader meets them."""

from __future__ import annotations

from dataclasses import dataclass

from search import COLLECTIVES, Attribution, Collective, Mode, Passage, Reason, Span, reason_of
from webapp.links import Links, number_of

UNNAMED = "No speaker named"

_BEFORE = 60  # characters shown ahead of a cue; the words that carry it are rarely further away


@dataclass(frozen=True, slots=True)
class Quotation:
    """A few words of a passage with its cue apart, and whether they were cut at either end."""

    before: str
    cue: str
    after: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the evidence. `link` leads to the passage that proves it; `quotation` and `words` are raw text."""

    name: str
    text: str = ""
    words: str = ""
    quotation: Quotation | None = None
    link: str | None = None
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker (or the report or body heard instead), the title as printed, their page, and the evidence."""

    name: str
    person: bool
    printed: str | None
    continued: bool
    link: str | None
    rows: tuple[Row, ...]


def voices_of(passage: Passage, links: Links) -> tuple[Voice, ...]:
    """The voices of a passage in reading order; the same speaker by the same title is told once."""
    voices: dict[tuple[str | None, Collective | None, str], Voice] = {}
    for said in passage.attributions:
        key = (said.speaker, said.collective, "" if said.speaker else said.printed)
        voices.setdefault(key, _voice(said, passage, links))
    return tuple(voices.values())


def _voice(said: Attribution, passage: Passage, links: Links) -> Voice:
    person = said.speaker is not None
    name = said.speaker or said.printed or (COLLECTIVES[said.collective] if said.collective else UNNAMED)
    name = name[:1].upper() + name[1:]  # it begins a line
    printed = said.printed if said.printed and said.printed.casefold() != name.casefold() else None
    link = links.about("speaker", said.speaker)
    return Voice(
        name, person, printed, said.mode is Mode.CONTINUED, link, _rows(reason_of(said, passage), passage, links)
    )


def _rows(reason: Reason, passage: Passage, links: Links) -> tuple[Row, ...]:
    said, evidence = reason.said, reason.said.evidence
    rows = [Row("Found" if said.speaker else "Heard", reason.found), Row("Given as", reason.given)]
    if said.cue is not None:
        rows.append(Row("Words", quotation=_quotation(said, passage.text)))
    if reason.antecedent is not None:
        number = number_of(reason.antecedent.ordinal)
        link = links.article(passage.article.id, number=number)
        rows.append(Row("Goes back to", words=reason.antecedent.words or "", link=link, anchor=f"passage {number}"))
    elif reason.words:
        rows.append(Row("Because", words=reason.words))
    if said.office or evidence.office_row:
        rows.append(Row("Office", evidence.office_row or said.office or ""))
    if said.body:
        rows.append(Row("Speaks for", said.body))
    return (*rows, Row("Rule", reason.rule))


def _quotation(said: Attribution, text: str) -> Quotation:
    cue = said.cue or Span(0, 0)
    start = min(cue.start, said.mention.start) if said.mention and said.mention.end <= cue.start else cue.start
    start = max(start, cue.start - _BEFORE)
    return Quotation(("" if start == 0 else "…") + text[start : cue.start], cue.of(text), "…")
