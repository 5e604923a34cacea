"""The last word: names that an editor merged or split, and single passages that an editor corrected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from search.authority import Authority, Correction, Split
from search.extract.draft import Draft
from search.model import Attribution, Evidence, Grade, Mention, MentionKind, Mode, Passage
from search.names import name_key

CORRECTED = "corrected-by-hand"


@dataclass(frozen=True, slots=True)
class _Names:
    """What a name becomes, by its key: persons and bodies apart."""

    persons: Mapping[str, str]
    bodies: Mapping[str, str]

    def person(self, name: str) -> str:
        return self.persons.get(name_key(name), name)

    def body(self, name: str | None) -> str | None:
        return None if name is None else self.bodies.get(name_key(name), name)


def decided(draft: Draft) -> Draft:
    """Apply the splits, then the merges, then the corrections of the authority."""
    authority = draft.authority
    if authority is None or not (authority.merges or authority.splits or authority.corrections):
        return draft
    names = _Names(_persons(draft, authority), _bodies(authority))
    corrections = {each.passage: each for each in authority.corrections}
    passages = []
    for passage in draft.passages:
        renamed = _renamed(passage, names)
        correction = corrections.get(passage.id)
        passages.append(_corrected(renamed, correction, authority) if correction else renamed)
    return draft.with_passages(tuple(passages))


def _persons(draft: Draft, authority: Authority) -> Mapping[str, str]:
    merged = {
        name_key(name): person.name
        for merge in authority.merges
        if (person := authority.person(merge.into)) is not None
        for name in merge.names
    }
    split: dict[str, str] = {}
    for each in authority.splits:
        person = authority.person(each.into)
        if person is not None and _holds(each, draft, authority):
            split.setdefault(name_key(each.name), merged.get(name_key(person.name), person.name))
    return {**merged, **split}


def _bodies(authority: Authority) -> Mapping[str, str]:
    return {
        name_key(name): body
        for merge in authority.merges
        if authority.person(merge.into) is None and (body := authority.body(merge.into)) is not None
        for name in merge.names
    }


def _holds(split: Split, draft: Draft, authority: Authority) -> bool:
    """Whether the article meets every condition of the split; what is not known of it meets none."""
    info = draft.info
    if split.outlet is not None and name_key(info.outlet or "") != name_key(split.outlet):
        return False
    if split.place is not None and name_key(info.place or "") != name_key(split.place):
        return False
    if split.since is not None and (info.dating is None or info.dating.day < split.since):
        return False
    if split.until is not None and (info.dating is None or info.dating.last > split.until):
        return False
    body = split.body and authority.body(split.body)
    return not body or any(body in passage.names(MentionKind.ORGANISATION) for passage in draft.passages)


def _renamed(passage: Passage, names: _Names) -> Passage:
    return replace(
        passage,
        attributions=_once(
            tuple(
                replace(said, speaker=said.speaker and names.person(said.speaker), body=names.body(said.body))
                for said in passage.attributions
            )
        ),
        mentions=tuple(_mention(mention, names) for mention in passage.mentions),
        offices=tuple(replace(office, person=names.person(office.person)) for office in passage.offices),
    )


def _once(said: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Without a second attribution to a person who has become the same as an earlier one."""
    first: dict[str, Attribution] = {}
    for each in said:
        if each.speaker is not None:
            first.setdefault(each.speaker, each)
    return tuple(each for each in said if each.speaker is None or first[each.speaker] is each)


def _mention(mention: Mention, names: _Names) -> Mention:
    if mention.kind is MentionKind.PERSON:
        return replace(mention, name=names.person(mention.name))
    if mention.kind is MentionKind.ORGANISATION:
        return replace(mention, name=names.body(mention.name) or mention.name)
    return mention


def _corrected(passage: Passage, correction: Correction, authority: Authority) -> Passage:
    known = {said.speaker: said for said in passage.attributions if said.speaker}
    mode = passage.attributions[0].mode if passage.attributions else Mode.REPORTED
    attributions = []
    for name in correction.speakers:
        person = authority.person(name)
        speaker = person.name if person else name
        attributions.append(known.get(speaker) or _by_hand(speaker, mode, correction))
    return replace(passage, attributions=tuple(attributions))


def _by_hand(speaker: str, mode: Mode, correction: Correction) -> Attribution:
    return Attribution(
        speaker=speaker,
        collective=None,
        printed=speaker,
        mode=mode,
        grade=Grade.NAMED,
        cue=None,
        content=None,
        evidence=Evidence(CORRECTED, words=correction.reason),
    )
