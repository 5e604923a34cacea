"""Texts that are one person's words from beginning to end: stated by the record, or announced by a title or a line."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from search.extract.addresses import is_addressed
from search.extract.body_names import body_name
from search.extract.draft import Draft
from search.extract.lexicon import FIRST_PERSONS
from search.extract.people import Reference, Study
from search.extract.setting import Setting
from search.extract.signed_text import signature
from search.extract.stated_source import stated_source
from search.extract.transcripts import are_several_labelled
from search.model import Attribution, Evidence, Grade, Kind, Mode, Passage, Span

_SPEECH = (
    r"(?:speech|remarks|address|statement|message|letter|article|lecture|toast|greetings?|appeal|testimony|oration)"
)
_TITLE = re.compile(
    rf"(?:(?:full |complete |unofficial )?(?:text|transcript|excerpts?|translation)(?: of| from)?:? )?(?:the |an? )?"
    rf"(?:[\w'\u2019-]+ ){{0,3}}{_SPEECH}\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"[^.]{0,80}?\b(?:by|from|of)\b", re.IGNORECASE)
_WHOSE = re.compile(rf"[^.:]{{3,80}}?(?::|['\u2019]s?) (?:[\w'\u2019-]+ ){{0,3}}{_SPEECH}\b", re.IGNORECASE)
_ANNOUNCEMENT = re.compile(
    rf"\b(?:following|below|here) (?:is|are)\b[^.]{{0,160}}\b(?:{_SPEECH}|text|translation|transcript)\b"
    rf"|\bfull text\b[^.]{{0,120}}(?:\b(?:follows|reads|below)\b|:)"
    rf"|\b{_SPEECH}\b[^.]{{0,120}}\b(?:reads(?: as follows)?|as follows|in full):"
    rf"|\b(?:introduces?|publish(?:es)?|prints?|carry|carries|reproduces?)\b[^.]{{0,40}}"
    rf"\b(?:full |the |closing |opening ){{1,4}}(?:text of [^.]{{0,40}})?{_SPEECH}\b",
    re.IGNORECASE,
)
# What an office prints below a speech.
_AFTERWORD = re.compile(
    r"for (?:further|more|additional) (?:information|details)|(?:media |press )?(?:contacts?|enquiries|inquiries)\b ?:"
    r"|please contact|[^|.?!]{1,60}\||notes? (?:to|for) (?:the )?editors?|\* ?\*|# ?#|[\[(][^\])]{1,120}[\])]\.?\Z",
    re.IGNORECASE,
)
_FAREWELL = re.compile(
    r"\bthank(?: you|s)\b|\bI declare\b|\bI wish\b|\bgood health\b|\blong live\b|\bgod bless\b|\bhappy new year\b",
    re.IGNORECASE,
)
_SENTENCE_ENDS = (".", "!", "?", "\u201d", '"', ":", ";", ",")
_SHARE = 3  # at least one passage in three speaks of "I" or "we"
_SHARE_ANNOUNCED = 6  # and one in six where the text is announced as a speech, or addresses its hearers
_EARLY = 8  # passages in which a speech may be announced
_DELIVERED = re.compile(
    rf"\b(?:delivered|delivers|gave|gives|made|makes|read|reads|had|addressed|spoke)\b[^.]{{0,40}}?\b(?:{_SPEECH}|gathering"
    r"|audience|congress|session|meeting|ceremony)\b",
    re.IGNORECASE,
)
_VERBS = frozenset("VvXbcrp")
_BARE_LEAST = 3  # passages of a text without "I" and "we"
_LINES = 4  # that may stand between a title and the speaker's name


@dataclass(frozen=True, slots=True)
class _Printed:
    """Whose speech is printed, the passage that says so, and the passages it takes."""

    person: Reference
    told: int
    spoken: range


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
    """The draft of an article that prints a speech which a title or a line announces, else None."""
    found = _printed(draft) if not are_several_labelled(draft) else None
    if found is None:
        return None
    name, title = found.person.name, found.person.title
    said = _said(name, name, Evidence("speech-under-its-title", found.told, name))
    if title is not None:
        said = replace(said, office=title.words, body=title.role.body)
    passages = tuple(
        _whole(each, said) if each.kind is Kind.BODY and each.ordinal in found.spoken else each
        for each in draft.passages
    )
    return draft.with_passages(passages)


def _printed(draft: Draft) -> _Printed | None:
    addressed = next((p.ordinal for p in draft.passages if is_addressed(p)), None)
    announced = _announced(draft)
    titled = (_titled(draft) or _subtitled(draft)) if announced is None else None
    found = announced or titled
    if found is None and addressed is not None and addressed < _EARLY:
        found = _only_person_before(draft, addressed)
    signed = None
    if found is None and (addressed is not None or _is_titled_so(draft)):
        found = signed = signature(draft)
    if found is None:
        return None
    person, told = found
    if signed is not None:
        told = 0  # the text stands above its signature
    begin = addressed if addressed is not None and addressed > told else _first_sentence(draft, told)
    spoken = range(begin, _end(draft, begin, person))
    said = [
        study
        for passage, study in zip(draft.passages, draft.studies, strict=True)
        if passage.ordinal in spoken and passage.kind is Kind.BODY
    ]
    told_so = announced is not None or (titled is not None and addressed is not None)
    share = _SHARE_ANNOUNCED if told_so else _SHARE
    enough = bool(said) and sum(_is_first_person(study) for study in said) * share >= len(said)
    bare = (found in {announced, titled} or addressed is not None) and _is_bare(said, person)
    return _Printed(person, told, spoken) if enough or bare else None


def _is_bare(said: list[Study], person: Reference) -> bool:
    """Whether nobody reports in the text, so that it can only be what was announced: a declaration without "I"."""
    if len(said) < _BARE_LEAST:
        return False
    return not any(
        each.name == person.name or each.grade is Grade.NAMED for study in said for each in study.people.values()
    ) and not any(code in study.reading.codes for study in said for code in "pX")


def _is_titled_so(draft: Draft) -> bool:
    """Whether the title says that the text is a letter, a message or the like."""
    return bool(draft.passages) and _TITLE.match(draft.passages[0].text) is not None


def _announced(draft: Draft) -> tuple[Reference, int] | None:
    """The person whose speech a line announces: "Below is the translation of the address by X"."""
    for passage, study in zip(draft.passages[:_EARLY], draft.studies, strict=False):
        if not study.people or passage.kind is Kind.TITLE:
            continue
        match = _ANNOUNCEMENT.search(study.reading.line.text)
        if match is None:
            continue
        starts, units = study.reading.line.starts, study.reading.units
        people = sorted(study.people.items())
        sentence = study.reading.line.text.rfind(". ", 0, match.start())
        within = [each for at, each in people if starts[units[at].first] > sentence]
        after = [each for at, each in people if starts[units[at].first] > match.end()]
        named = {each.name for _, each in people}
        if within or len(named) == 1:
            return (after or within or [people[0][1]])[0], passage.ordinal
    return None


def _subtitled(draft: Draft) -> tuple[Reference, int] | None:
    """The person of a line without a verb above the text: "Address by X, President of Y, at the closing of Z"."""
    for passage, study in zip(draft.passages[:_EARLY], draft.studies, strict=False):
        match = _TITLE.match(study.reading.line.text) if passage.kind is not Kind.TITLE else None
        if match is not None and _VERBS.isdisjoint(study.reading.codes):
            named = _named_after(study, match.end())
            if named is not None:
                return named[0], passage.ordinal
    return None


def _titled(draft: Draft) -> tuple[Reference, int] | None:
    """The person whose speech the title announces, or a line below it names."""
    for passage, study in zip(draft.passages[:_LINES], draft.studies, strict=False):
        text = study.reading.line.text
        if passage.kind is Kind.BODY and text.endswith(_SENTENCE_ENDS):
            continue
        match = _TITLE.match(text)
        named = _named_after(study, match.end()) if match is not None else None
        if named is not None:  # an office in the title may be told only below the text
            named = named[0], min(named[1], passage.ordinal)
        people = sorted(study.people.items())
        if named is None and _WHOSE.match(text) is not None and people and people[0][0] <= 1:
            named = people[0][1], passage.ordinal
        if named is None and match is not None:
            named = _named_below(draft, passage.ordinal)
        if named is not None:
            return named
    return None


def _named_after(study: Study, place: int) -> tuple[Reference, int] | None:
    """The person named by "by", "from" or "of" after a place of the title."""
    source = _FROM.match(study.reading.line.text, place)
    if source is None:
        return None
    for at, reference in sorted(study.people.items()):
        begin = study.reading.line.starts[study.reading.units[at].first]
        if begin >= source.end() and set(study.reading.codes[:at]) <= set("aWxoKeRHA,#CO-DFiIw:M.&S"):
            return reference, reference.antecedent or 0
    return None


def _named_below(draft: Draft, title: int) -> tuple[Reference, int] | None:
    """The only person named in the lines between the title and the text."""
    named: dict[str, tuple[Reference, int]] = {}
    for passage, study in zip(draft.passages[title + 1 : title + _LINES], draft.studies[title + 1 :], strict=False):
        if passage.text.endswith(_SENTENCE_ENDS):
            break
        named.update({each.name: (each, passage.ordinal) for each in study.people.values()})
    return next(iter(named.values())) if len(named) == 1 else None


def _only_person_before(draft: Draft, addressed: int) -> tuple[Reference, int] | None:
    named = {
        each.name: (each, passage.ordinal)
        for passage, study in zip(draft.passages[:addressed], draft.studies, strict=False)
        for each in study.people.values()
    }
    if len(named) == 1:
        return next(iter(named.values()))
    return _who_delivered(draft, addressed)


def _who_delivered(draft: Draft, addressed: int) -> tuple[Reference, int] | None:
    """Of several persons the one who "delivered the following speech"."""
    found: dict[str, tuple[Reference, int]] = {}
    for passage, study in zip(draft.passages[:addressed], draft.studies, strict=False):
        starts, units, text = study.reading.line.starts, study.reading.units, study.reading.line.text
        for match in _DELIVERED.finditer(text):
            before = [at for at in study.people if starts[units[at].first] < match.start()]
            if before and text.rfind(". ", starts[units[max(before)].first], match.start()) < 0:
                reference = study.people[max(before)]
                found[reference.name] = (reference, passage.ordinal)
    return next(iter(found.values())) if len(found) == 1 else None


def _first_sentence(draft: Draft, told: int) -> int:
    """The first passage after the announcement that is text, not a line of place and date."""
    after = (p.ordinal for p in draft.passages[told + 1 :] if p.kind is Kind.BODY and p.text.endswith(_SENTENCE_ENDS))
    return next(after, len(draft.passages))


def _end(draft: Draft, begin: int, person: Reference) -> int:
    """The passage after the last one of the speech: an afterword, or the reporter after the farewell."""
    farewell = False
    last = max(
        (p.ordinal for p, study in zip(draft.passages, draft.studies, strict=True) if _is_first_person(study)),
        default=0,
    )
    for passage, study in zip(draft.passages[begin:], draft.studies[begin:], strict=True):
        if _AFTERWORD.match(passage.text):
            return passage.ordinal
        thanks = _FAREWELL.search(passage.text) is not None
        mine = thanks or _is_first_person(study) or (farewell and passage.ordinal < last)  # thanks at the beginning
        named = any(each.name == person.name and each.grade is Grade.NAMED for each in study.people.values())
        if passage.kind is Kind.BODY and not mine and (farewell or named) and not is_addressed(passage):
            return passage.ordinal
        farewell = thanks or (farewell and not _is_first_person(study))
    return len(draft.passages)


def _is_first_person(study: Study) -> bool:
    codes = study.reading.codes
    outside = "".join(codes.split("Q")[::2]) if codes.count("Q") > 1 else codes
    return "I" in outside and any(word in FIRST_PERSONS for word in study.reading.line.plain)


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
