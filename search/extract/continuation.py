"""Speech that runs on without a cue: items of an announced list, directives, and gaps between one speaker's words."""

from __future__ import annotations

from dataclasses import replace

from search.extract.draft import Draft
from search.extract.narrative import gives_another_source, is_narrative, speaks_to_the_reader
from search.extract.people import Study
from search.extract.reporters_voice import (
    ends_in_quotation,
    is_time_alone,
    is_told_by_another,
    is_told_by_its_author,
)
from search.extract.running import Run
from search.extract.signs import SIGNS, is_next_item, number_of_item, tells_a_duty
from search.extract.summary_records import is_same_statement, is_summary_record
from search.extract.verbs import DIRECTING
from search.model import Attribution, Evidence, Grade, Kind, Mode, Passage, Span

_GAP = 2  # passages without any sign that may lie between two of the same speech
_GAP_IN_LIST = 3
_PICTURES = frozenset({("photo",), ("photos",), ("image",), ("illustration",)})  # their credit is no end of the text


def continued(draft: Draft) -> Draft:
    """Give the passages after a cue to its speaker as long as they show that the speech goes on.

    Captions and headings are passed over; the credit line, another source and narrative end it.
    """
    record = is_summary_record(draft.passages, draft.studies)
    if draft.article.speaker is not None or (not record and is_told_by_its_author(draft.passages, draft.studies)):
        return draft
    passages = list(draft.passages)
    run: Run | None = None
    list_left: Run | None = None  # an announced list that something else has broken into
    for at, (passage, study) in enumerate(zip(draft.passages, draft.studies, strict=True)):
        if passage.kind is Kind.CREDIT:
            run = run if study.reading.line.plain[:1] in _PICTURES else None
        elif passage.kind is Kind.HEADING:
            run = None if record or is_time_alone(study) else run
        elif passage.kind is Kind.BODY and not passage.repeat:
            if passage.attributions:
                run, list_left = _heard_again(passages, at, study, run), None
                continue
            if record:
                run = _in_record(passages, at, study, run)
                continue
            if run is None and list_left is not None and study.reading.units and is_next_item(study, list_left):
                run, list_left = list_left, None
            before, run = run, _going_on(passages, at, study, run)
            if run is None and before is not None and before.item:
                before.pending.clear()
                list_left = before
    return draft.with_passages(tuple(passages))


def _heard_again(passages: list[Passage], at: int, study: Study, run: Run | None) -> Run:
    """The run that begins, or goes on, with a passage that has a cue of its own."""
    passage = passages[at]
    last = passage.attributions[-1]
    before = run if run is not None and _is_same(run.heard, passage.attributions) else None
    directs = any(_directs(each, passage) for each in passage.attributions)
    verbatim = _is_verbatim(last) or (ends_in_quotation(study) and not directs)
    in_turn = last.mode is Mode.DIRECT and (last.cue is None or last.evidence.rule == "label")
    if before is not None and before.directing and before.passages > 1 and not in_turn:
        _fill(passages, before)
    return Run(
        heard=last,
        ordinal=passage.ordinal,
        announced=study.reading.codes.rstrip("Q").endswith(":"),
        directing=(not verbatim and (_directs(last, passage) or (not in_turn and tells_a_duty(study))))
        or (before is not None and before.directing),
        passages=before.passages + 1 if before else 1,
    )


def _going_on(passages: list[Passage], at: int, study: Study, run: Run | None) -> Run | None:
    """The run after a passage without a cue: on with it where a sign shows so, undecided, or at its end."""
    if run is None or not study.reading.units:
        return run
    if gives_another_source(study) or (not run.announced and speaks_to_the_reader(study)):
        return None
    if (not run.announced and is_told_by_another(study, run)) or is_time_alone(study):
        return None
    sign = next((name for name, shows in SIGNS if shows(study, run)), None)
    if sign is not None:
        _fill(passages, run)
        _continue(passages, at, run, sign)
        run.passages += 1
        run.item = number_of_item(study) or run.item
        return run
    if is_narrative(study, run) or len(run.pending) >= (_GAP_IN_LIST if run.announced else _GAP):
        return None
    run.pending.append(at)
    return run


def _in_record(passages: list[Passage], at: int, study: Study, run: Run | None) -> Run | None:
    """The run after a paragraph of a summary record that names no speaker."""
    if run is None or not is_same_statement(passages[at], study):
        return None
    _continue(passages, at, run, "same-statement")
    return run


def _is_same(heard: Attribution, others: tuple[Attribution, ...]) -> bool:
    return len(others) == 1 and heard.speaker is not None and heard.speaker == others[0].speaker


def _is_verbatim(heard: Attribution) -> bool:
    """Whether the words stand between quotation marks, so that what stands outside of any is the reporter's."""
    return heard.mode is Mode.DIRECT and heard.cue is not None and heard.evidence.rule != "label"


def _directs(heard: Attribution, passage: Passage) -> bool:
    """Whether the cue is one by which officials say what is to be done."""
    words = heard.cue.of(passage.text).lower().split() if heard.cue else []
    return bool(words) and words[0] in DIRECTING


def _fill(passages: list[Passage], run: Run) -> None:
    """The undecided passages lie between two of one speech, so they are of it."""
    for at in run.pending:
        _continue(passages, at, run, "between-the-same-speech")
    run.pending.clear()


def _continue(passages: list[Passage], at: int, run: Run, rule: str) -> None:
    heard, passage = run.heard, passages[at]
    attribution = replace(
        heard,
        mode=Mode.CONTINUED,
        grade=Grade.CONTINUATION,
        cue=None,
        content=Span(0, len(passage.text)),
        mention=None,
        evidence=Evidence(rule, run.ordinal, heard.printed, heard.evidence.office_row),
    )
    passages[at] = replace(passage, attributions=(attribution,))
    run.ordinal = passage.ordinal
