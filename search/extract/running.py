"""A speech as it goes on from passage to passage."""

from __future__ import annotations

from dataclasses import dataclass, field

from search.model import Attribution


@dataclass(slots=True)
class Run:
    """A speech as it goes on: the attribution it began with, and the passage in which it was last heard.

    `announced` if a colon announced a list, `directing` if it was opened by a cue of directing; `passages` counts
    those heard so far, `item` is the number of the last item of the list, `pending` are passages not yet decided.
    """

    heard: Attribution
    ordinal: int
    announced: bool
    directing: bool
    passages: int = 1
    item: int = 0
    pending: list[int] = field(default_factory=list)

    @property
    def instructs(self) -> bool:
        """Whether tasks are being given, so that what must be done is the speaker's word."""
        return self.announced or self.directing
