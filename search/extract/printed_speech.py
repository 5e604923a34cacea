"""Texts that are one person's words from beginning to end: stated by the record, or by the title of a speech."""

from __future__ import annotations

import re
from dataclasses import replace

from search.extract.body_names import body_name
from search.extract.draft import Draft
from search.extract.lexicon import FIRST_PERSONS
from search.extract.people import Reference, Study
from search.extract.setting import Setting
from search.extract.stated_source import stated_source
from search.model import Attribution, Evidence, Grade, Kind, Mode, Passage, Span

_BYLINE = re.compile(
    r"(?:full text(?: of)?:? |text of )?(?:the )?(?:\w+ ){0,2}"
    r"(?:speech|remarks|address|statement|message|letter|article)\b[^.]{0,80}?\b(?:by|from|of)\b",
    re.IGNORECASE,
)
# What an office prints below a speech.
_AFTERWORD = re.compile(
    r"for (?:further|more|additional) (?:information|details)|(?:media |press )?(?:contacts?|enquiries|inquiries)\b ?:"
    r"|please contact|notes? (?:to|for) (?:the )?editors?|\* ?\*|# ?#",
    re.IGNORECASE,
)
_SHARE = 3  # at least one passage in three speaks of "I" or "we"


def stated_speech(draft: Draft) -> Draft:
    """Every body passage is the words of the source that the record states."""
    stated = draft.article.speaker or ""
    source = stated_source(stated, draft.authority, draft.article.info.dating)
    organisation = draft.article.organisation
    body = organisation and (body_name(organisation, Setting(), draft.authority) or organisation)
    evidence = Evidence("stated-in-the-record", words=stated, office_row=source.row)
    grade = Grade.ROLE if source.row else Grade.NAMED
    said = replace(_said(source.person, stated, evidence), collective=source.collective, grade=grade, body=body)
    passages = tuple(_whole(each, said) if each.kind is Kind.BODY else each for each in draft.passages)
    return draft.with_passages(passages)


def whole_speech(draft: Draft) -> Draft | None:
    """The draft of an article that prints a speech under a title such as "Remarks by President X", else None."""
    bodies = [(p, s) for p, s in zip(draft.passages, draft.studies, strict=True) if p.kind is Kind.BODY]
    if not bodies or sum(_is_first_person(study) for _, study in bodies) * _SHARE < len(bodies):
        return None
    found = _byline(draft)
    if found is None:
        return None
    reference, ordinal = found
    title = reference.title
    said = _said(reference.name, reference.name, Evidence("speech-under-its-title", ordinal, reference.name))
    if title is not None:
        said = replace(said, office=title.words, body=title.role.body)
    end = next((p.ordinal for p in draft.passages if p.ordinal > ordinal and _AFTERWORD.match(p.text)), None)
    spoken = range(ordinal + 1, len(draft.passages) if end is None else end)
    return draft.with_passages(
        tuple(_whole(p, said) if p.kind is Kind.BODY and p.ordinal in spoken else p for p in draft.passages)
    )


_FOLLOWING = re.compile(
    r"(?:[^.]{0,60}[-\u2013\u2014] ?)?(?:following|below|here) (?:is|are) [^.]{0,160}"
    r"\b(?:remarks|speech|address|statement|message|text)\b",
    re.IGNORECASE,
)
_EARLY = 6  # passages in which "Following are the remarks of X" may stand


def _byline(draft: Draft) -> tuple[Reference, int] | None:
    """The person whose speech the title announces, and the passage that is the title."""
    for passage, study in zip(draft.passages, draft.studies, strict=True):
        if passage.ordinal < _EARLY and study.people and _FOLLOWING.match(passage.text):
            return next(iter(study.people.values())), passage.ordinal
        if passage.kind not in {Kind.TITLE, Kind.HEADING}:
            continue
        match = _BYLINE.match(passage.text)
        if match is None:
            continue
        for at, reference in sorted(study.people.items()):
            begin = study.reading.line.span(study.reading.units[at].first, study.reading.units[at].last).start
            if begin >= match.end() and set(study.reading.codes[:at]) <= set("aWxoKeRHA,#CO-DFi"):
                return reference, passage.ordinal
    return None


def _is_first_person(study: Study) -> bool:
    codes = study.reading.codes
    outside = codes.split("Q")[::2]
    return "I" in "".join(outside) and any(word in FIRST_PERSONS for word in study.reading.line.plain)


def _whole(passage: Passage, said: Attribution) -> Passage:
    """The passage as the speaker's words from its first letter to its last."""
    return replace(passage, attributions=(replace(said, content=Span(0, len(passage.text))),))


def _said(name: str | None, printed: str, evidence: Evidence) -> Attribution:
    return Attribution(
        speaker=name,
        collective=None,
        printed=printed,
        mode=Mode.DIRECT,
        grade=Grade.NAMED,
        cue=None,
        content=None,
        evidence=evidence,
    )
