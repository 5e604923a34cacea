"""Speech that runs on without a cue: items of an announced list, directives, and gaps between one speaker's words."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from search.extract import lexicon
from search.extract.draft import Draft
from search.extract.people import Study
from search.extract.sources import main_subject
from search.model import Attribution, Evidence, Grade, Kind, Mode, Passage, Span

_GAP = 2  # passages without any sign that may lie between two of the same speech
_GAP_IN_LIST = 3
_ANNOUNCED = frozenset({"following", "follows", "including"})


@dataclass(slots=True)
class Run:
    """A speech as it goes on: whose, the passage it was last heard in, and the passages not yet decided."""

    heard: Attribution
    ordinal: int
    announced: bool
    directing: bool
    passages: int = 1
    pending: list[int] = field(default_factory=list)


def continued(draft: Draft) -> Draft:
    """Give the passages after a cue to its speaker as long as they show that the speech goes on."""
    passages = list(draft.passages)
    run: Run | None = None
    for at, (passage, study) in enumerate(zip(draft.passages, draft.studies, strict=True)):
        if passage.kind is Kind.CREDIT:
            run = None
        if passage.kind is not Kind.BODY or passage.repeat:
            continue
        if passage.attributions:
            last = passage.attributions[-1]
            before = run if run is not None and len(passage.attributions) == 1 and _same(run.heard, last) else None
            if before is not None and before.directing and before.passages > 1:
                _fill(passages, before)
            run = Run(
                heard=last,
                ordinal=passage.ordinal,
                announced=_announces(study),
                directing=_directs(last, passage) or (before is not None and before.directing),
                passages=before.passages + 1 if before else 1,
            )
            continue
        if run is None:
            continue
        rule = _sign_of_going_on(study, run)
        if rule is not None:
            _fill(passages, run)
            passages[at] = _going_on(passage, run, rule)
            run.ordinal = passage.ordinal
            run.passages += 1
        elif _is_narrative(study, run) or len(run.pending) >= (_GAP_IN_LIST if run.announced else _GAP):
            run = None
        else:
            run.pending.append(at)
    return draft.with_passages(tuple(passages))


def _same(one: Attribution, other: Attribution) -> bool:
    return one.speaker is not None and one.speaker == other.speaker


def _fill(passages: list[Passage], run: Run) -> None:
    """The undecided passages lie between two of one speech, so they are of it."""
    for at in run.pending:
        passages[at] = _going_on(passages[at], run, "between-the-same-speech")
        run.ordinal = passages[at].ordinal
    run.pending.clear()


def _going_on(passage: Passage, run: Run, rule: str) -> Passage:
    heard = run.heard
    attribution = Attribution(
        speaker=heard.speaker,
        collective=heard.collective,
        printed=heard.printed,
        mode=Mode.CONTINUED,
        grade=Grade.CONTINUATION,
        cue=None,
        content=Span(0, len(passage.text)),
        evidence=Evidence(rule, run.ordinal, heard.printed, heard.evidence.office_row),
        office=heard.office,
        body=heard.body,
    )
    return replace(passage, attributions=(attribution,))


def _directs(heard: Attribution, passage: Passage) -> bool:
    """Whether the cue is one by which officials say what is to be done."""
    words = heard.cue.of(passage.text).lower().split() if heard.cue else []
    return bool(words) and words[0] in lexicon.DIRECTING_CUES


def _announces(study: Study) -> bool:
    """Whether the passage ends by announcing what follows: "eight important tasks …:"."""
    codes = study.reading.codes.rstrip("Q")
    return codes.endswith(":")


def _sign_of_going_on(study: Study, run: Run) -> str | None:
    """The rule that shows the passage to go on with the speech, or None."""
    for name, rule in SIGNS:
        if rule(study, run):
            return name
    return None


def _is_item(study: Study, run: Run) -> bool:
    line = study.reading.line
    first = line.plain[0]
    if first in lexicon.ORDINALS:
        return run.announced or first.endswith("ly") or line.words[1:2] == (",",)
    if not run.announced:
        return False
    return first in {"-", "\u2013", "\u2022", "+", "*", "("} or first.isdigit() or _is_gerund(line.words[0], first)


def _is_gerund(word: str, plain: str) -> bool:
    return word[0].isupper() and plain.endswith("ing") and plain not in _NO_GERUNDS


_NO_GERUNDS = frozenset(
    "during according regarding following including concerning notwithstanding nothing everything something anything "
    "morning evening spring king being having".split()
) | (lexicon.OPENERS | lexicon.ACTS)


def _is_directive(study: Study, run: Run) -> bool:
    """An imperative, or "To step up the work of …", at the beginning."""
    if not (run.directing or run.announced):
        return False
    line, codes = study.reading.line, study.reading.codes
    words = line.plain
    skipped = len(codes) - len(codes.lstrip("A,&"))
    if 0 < skipped < len(codes) and study.reading.units[skipped].first < len(words):
        word = words[study.reading.units[skipped].first]
        return word in lexicon.DIRECTIVES and codes[skipped + 1 : skipped + 2] not in {"b", "V", "v"}
    if _is_gerund(line.words[0], words[0]) and not _is_finite(study):
        return True
    if words[0] == "to":
        return (
            len(words) > 2
            and line.words[1].islower()
            and codes[1:2] in {"x", "A", "v"}
            and ",V" not in codes
            and ",p" not in codes
        )
    return (
        line.words[0][0].isupper() and words[0] in lexicon.DIRECTIVES and codes[1:2] not in {"b", "V", "v", "o", ","}
    ) or (line.words[0][0].isupper() and words[0] in {"focus", "continue", "concentrate"})


def _is_finite(study: Study) -> bool:
    """Whether the first sentence has a verb that is no infinitive or participle, as far as helpers show."""
    begin, end = study.reading.sentences[0]
    units, line = study.reading.units, study.reading.line
    return any(line.plain[unit.first] in _FINITE or unit.code in "Vvcbp" for unit in units[begin:end])


_FINITE = frozenset({"has", "have", "had", "will", "would", "can", "could", "did", "does"})


def _is_duty(study: Study, run: Run) -> bool:
    """What must, should or needs to be done, with no one else as its subject."""
    words = study.reading.line.plain
    if not (run.directing or run.announced) or "?" in study.reading.line.words:
        return False
    if _is_about_another(study, run) or _is_event(study) or study.reading.codes[:1] in {"Q", "p"}:
        return False
    if any(word in lexicon.DUTIES for word in words):
        return True
    pairs = zip(words, words[1:], strict=False)
    return any(
        (first in {"need", "needs", "have", "has"} and second == "to")
        or (first in {"is", "are"} and second in {"necessary", "required"})
        for first, second in pairs
    )


def _is_joined(study: Study, run: Run) -> bool:
    """ "At the same time, the sector continues to …": joined to what was said before."""
    words = study.reading.line.plain
    joined = (run.directing or run.announced) and any(
        words[: len(phrase)] == phrase for phrase in lexicon.CONNECTIVE_PHRASES
    )
    return joined and not _is_about_another(study, run) and not _is_narrative(study, run)


def _goes_on_doing(study: Study, run: Run) -> bool:
    """In a list, "… continue to innovate" is one more task."""
    if not run.announced or _is_about_another(study, run):
        return False
    words = study.reading.line.plain
    return any(
        first in {"continue", "continues"} and second == "to" for first, second in zip(words, words[1:], strict=False)
    )


SIGNS = (
    ("item-of-the-list", _is_item),
    ("directive", _is_directive),
    ("duty", _is_duty),
    ("joined", _is_joined),
    ("goes-on-doing", _goes_on_doing),
)


def _is_about_another(study: Study, run: Run) -> bool:
    """Whether a sentence has another person as its subject."""
    for begin, end in study.reading.sentences:
        subject = main_subject(study, begin, end)
        person = study.people.get(subject) if subject is not None else None
        if person is not None and person.name != run.heard.speaker:
            return True
    return False


def _has_pronoun_subject(study: Study) -> bool:
    codes = study.reading.codes
    return any(code == "p" and codes[at - 1 : at] in {"", ".", ",", "T"} for at, code in enumerate(codes))


def _is_event(study: Study) -> bool:
    """Whether the passage tells what happened at the event."""
    words = study.reading.line.plain
    return words[:1] in {("attending",), ("present",), ("also",)} or (
        words[:1] in {("at",), ("during",), ("on",), ("after",), ("earlier",)}
        and any(code in "C#" for code in study.reading.codes[:6])
    )


def _is_narrative(study: Study, run: Run) -> bool:
    """Whether the passage is the reporter's: an event, an award, another person, words of their own in quotation marks."""
    if study.people or study.reading.codes.startswith("Q") or _has_pronoun_subject(study):
        return True
    if _is_event(study) or _is_about_another(study, run):
        return True
    reading = study.reading
    for at, unit in enumerate(reading.units):
        word = reading.line.plain[unit.first]
        if word in lexicon.NARRATIVE and at > 0 and reading.codes[at - 1] in "NMROCDp":
            return True
    return False
