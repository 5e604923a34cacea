"""Words in a passage of their own that belong to whoever was heard in an earlier one."""

from __future__ import annotations

from dataclasses import replace

from search.extract.people import Reference
from search.model import Attribution, Evidence, Grade, Mode, Passage, Span


def same_voice(heard: Attribution, source: Passage, passage: Passage, rule: str) -> Attribution:
    """All of `passage` as direct words of the one `heard` in `source`; `rule` says why they go together."""
    return replace(
        heard,
        mode=Mode.DIRECT,
        grade=Grade.CONTINUATION,
        cue=None,
        content=Span(0, len(passage.text)),
        mention=None,
        evidence=Evidence(rule, source.ordinal, heard.printed, heard.evidence.office_row),
    )


def own_words(speaker: Reference, source: int, passage: Passage, rule: str) -> Attribution:
    """All of `passage` as direct words of somebody who is known without a cue from the passage numbered `source`."""
    return Attribution(
        speaker=speaker.name,
        collective=None,
        printed=speaker.name,
        mode=Mode.DIRECT,
        grade=Grade.CONTINUATION,
        cue=None,
        content=Span(0, len(passage.text)),
        evidence=Evidence(rule, source, speaker.name, speaker.office_row),
        office=speaker.title.words if speaker.title else None,
        body=speaker.title.role.body if speaker.title else None,
    )
