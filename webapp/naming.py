"""Which names in a passage lead to a page of their own."""

from __future__ import annotations

from search import Mention, MentionKind, Passage
from webapp.links import Links
from webapp.marking import Named

_FACETS = {
    MentionKind.PERSON: "person",
    MentionKind.ORGANISATION: "organisation",
    MentionKind.DOCUMENT: "document",
}


def named_in(passage: Passage, links: Links) -> tuple[Named, ...]:
    """Each name where it stands first; of names that overlap, the longest.

    A passage that is not searched links nothing: what only such passages name has no page.
    """
    if not passage.searched:
        return ()
    apart: list[Mention] = []
    for mention in sorted(passage.mentions, key=lambda m: (m.span.start - m.span.end, m.span)):
        if not any(mention.span.overlaps(longer.span) for longer in apart):
            apart.append(mention)
    first: dict[tuple[MentionKind, str], Named] = {}
    for mention in sorted(apart, key=lambda m: m.span):
        if link := links.about(_FACETS[mention.kind], mention.name):
            first.setdefault((mention.kind, mention.name), Named(mention.span, link))
    return tuple(first.values())
