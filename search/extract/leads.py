"""What phrases begin with, and what may come next: by the next word, most words are known to begin no phrase."""

from __future__ import annotations

from collections.abc import Mapping

Leads = dict[str, frozenset[str] | None]
"""The words that something begins with, each with those that may come next: None where any may.

Adverbs in -ly, capitals, digits and marks are not among them; they may come next everywhere.
"""


def leads_of(phrases: Mapping[str, tuple[tuple[str, ...], ...]], after: frozenset[str] | None = None) -> Leads:
    """How phrases begin, which are given by their first words; `after` comes next where a phrase is but one word."""
    return joined(
        *(
            {first: frozenset(phrase[1:2]) if len(phrase) > 1 else after}
            for first, beginning_so in phrases.items()
            for phrase in beginning_so
        )
    )


def joined(*several: Leads) -> Leads:
    """How any of several things begins."""
    found: Leads = {}
    for leads in several:
        for word, after in leads.items():
            before = found.get(word, frozenset())
            found[word] = None if before is None or after is None else before | after
    return found
