"""Why this speaker? What the evidence of a passage says, as a value that a page, a terminal and JSON can print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from search.model import Attribution, Collective, Dating, Grade, Kind, Mode, Passage
from search.rules import sentence_of

GRADES: Mapping[Grade, str] = {
    Grade.NAMED: "by name, in this passage",
    Grade.ROLE: "by a title that this article ties to one person",
    Grade.SHORT_NAME: "by a short name of someone the article names in full",
    Grade.PRONOUN: "by a pronoun that points back to a named speaker",
    Grade.CONTINUATION: "the speech of an earlier passage goes on",
}
BY_OFFICE = "by a title that a dated row of the authority gives to one person"
MODES: Mapping[Mode, str] = {
    Mode.DIRECT: "quoted word for word",
    Mode.REPORTED: "reported in the article's own words",
    Mode.CONTINUED: "continued, with no cue of its own",
}
COLLECTIVES: Mapping[Collective, str] = {
    Collective.REPORT: "a report",
    Collective.DELEGATES: "delegates",
    Collective.CONFERENCE: "the conference",
    Collective.INSTITUTION: "an institution",
}
KINDS: Mapping[Kind, str] = {
    Kind.TITLE: "it is the title of the article, and titles are nobody's speech",
    Kind.DATELINE: "it is a dateline",
    Kind.HEADING: "it is a heading, and headings are nobody's speech",
    Kind.BODY: "it is in the reporter's own voice: it has no cue of a speaker's, and no speech runs on into it",
    Kind.CAPTION: "it is the caption of a picture, with no cue of a speaker's",
    Kind.CREDIT: "it is a line of credit",
    Kind.BOILERPLATE: "it is what the page prints around its articles",
}
UNNAMED = "nobody by name"
_STARTS = 60  # characters by which another passage is told


@dataclass(frozen=True, slots=True)
class Antecedent:
    """The earlier passage that gave the name, or that the speech goes on from.

    `words` are those that count there; `passage_id` and `starts` are None where the article was not at hand.
    """

    ordinal: int
    words: str | None
    passage_id: str | None = None
    starts: str | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one voice is heard. `found`, `given` and `rule` are sentences; `cue` and `content` words of the passage."""

    said: Attribution
    name: str
    found: str
    given: str
    rule: str
    cue: str | None
    content: str | None
    antecedent: Antecedent | None
    words: str | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that is known of who is heard in a passage; `silence` says why nobody is, where nobody is."""

    passage: Passage
    reasons: tuple[Reason, ...]
    silence: str | None


def explain(passage: Passage, article: Sequence[Passage] = ()) -> Explanation:
    """The explanation of a passage; `article`, all its passages, shows the antecedents."""
    by_ordinal = {each.ordinal: each for each in article}
    reasons = tuple(reason_of(said, passage, by_ordinal) for said in passage.attributions)
    return Explanation(passage, reasons, None if reasons else _silence(passage))


def reason_of(said: Attribution, passage: Passage, article: Mapping[int, Passage] | None = None) -> Reason:
    """Why one attribution of the passage was made; `article` has the other passages by their ordinal."""
    evidence = said.evidence
    antecedent = None
    if evidence.antecedent is not None and evidence.antecedent != passage.ordinal:
        earlier = (article or {}).get(evidence.antecedent)
        antecedent = Antecedent(
            evidence.antecedent,
            evidence.words,
            earlier.id if earlier else None,
            beginning(earlier.text) if earlier else None,
        )
    collective = COLLECTIVES[said.collective] if said.collective else UNNAMED
    by_office = evidence.office_row is not None and said.grade is Grade.ROLE
    return Reason(
        said=said,
        name=said.speaker or collective,
        found=(BY_OFFICE if by_office else GRADES[said.grade]) if said.speaker else collective,
        given=MODES[said.mode],
        rule=sentence_of(evidence.rule),
        cue=said.cue.of(passage.text) if said.cue else None,
        content=said.content.of(passage.text) if said.content else None,
        antecedent=antecedent,
        words=None if antecedent else evidence.words,
    )


def beginning(text: str) -> str:
    """The first words of a text, in one line."""
    line = " ".join(text[: _STARTS * 2].split())
    return line if len(line) <= _STARTS else line[:_STARTS].rsplit(" ", 1)[0] + " …"


def lines_of(explanation: Explanation) -> Iterator[str]:
    """The explanation as lines for a terminal, raw text of the article included."""
    passage = explanation.passage
    article = passage.article
    yield f"{article.title or '(no title)'} · {article.source_path} passage {passage.ordinal} · {passage.kind}"
    yield f"  {beginning(passage.text)}"
    for name, dating in (("published", article.published), ("event", article.event)):
        yield f"  {name}: {dated(dating)}"
    if explanation.silence is not None:
        yield f"Nobody speaks: {explanation.silence}."
    for reason in explanation.reasons:
        yield from _reason_lines(reason)


def dated(dating: Dating | None) -> str:
    """A date with the words that prove it."""
    if dating is None:
        return "unknown"
    until = f" to {dating.until.isoformat()}" if dating.until else ""
    return f"{dating.value}{until}, {'stated' if dating.stated else 'inferred from'}: “{dating.evidence}”"


def _reason_lines(reason: Reason) -> Iterator[str]:
    said = reason.said
    yield f"{reason.name}"
    yield f"  printed: “{said.printed}”"
    yield f"  found ({said.grade}): {reason.found}" if said.speaker else f"  heard: {reason.found}, no person"
    yield f"  given ({said.mode}): {reason.given}"
    yield f"  rule ({said.evidence.rule}): {reason.rule}"
    if reason.cue:
        yield f"  cue: “{reason.cue}”"
    if reason.content:
        yield f"  content: “{beginning(reason.content.lstrip(' ,:'))}”"
    if reason.antecedent is not None:
        yield f"  goes back to: {_antecedent(reason.antecedent)}"
    elif reason.words:
        yield f"  because of: “{reason.words}”"
    if said.office:
        yield f"  office: {said.office}"
    if said.evidence.office_row:
        yield f"  office row: {said.evidence.office_row}"
    if said.body:
        yield f"  speaks for: {said.body}"


def _antecedent(antecedent: Antecedent) -> str:
    place = f"passage {antecedent.ordinal}"
    if antecedent.passage_id:
        place += f" ({antecedent.passage_id}) “{antecedent.starts}”"
    return place + (f", which has “{antecedent.words}”" if antecedent.words else "")


def _silence(passage: Passage) -> str:
    if passage.repeat:
        return "it is printed a second time; see the first"
    return KINDS[passage.kind]
