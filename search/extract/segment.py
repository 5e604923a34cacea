"""Articles into typed passages: which unit is title, heading, caption, credit, furniture, and which is text.

What the input format says of a stretch (its hints) outranks every guess; only furniture, datelines and photo credits
are also recognised inside what it calls body.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from search.extract.bylines import is_joined_names, is_name, is_office
from search.extract.captions import ENOUGH, caption_signs, has_photo_credit, is_pull_quote, needs_echo
from search.extract.draft import Draft
from search.extract.furniture import furniture
from search.extract.headings import (
    is_capital,
    is_heading,
    is_imperative,
    is_item,
    is_junk,
    is_kicker,
    is_stopped_heading,
    is_title,
)
from search.extract.layout import Unit, units_of
from search.extract.repeats import Echo, echoes_of
from search.identity import id_of_words, normalised
from search.model import Kind, Passage

_REPEATED_HEADING = 0.6  # share of a heading's wording that one sentence of the text repeats
_OPEN_SHARE = 0.5  # where more units than this have no full stop, a missing stop means nothing
_OPEN_UNITS = 6
_CLOSING_CHARACTERS = 120
_NAME_WORDS = 4
_NO_ECHO = Echo()
_STOPS = (".", "?", "!", "”", '"', ":", ";", ",")
_OUTSIDE = frozenset({Kind.BOILERPLATE, Kind.CREDIT, Kind.DATELINE})

_Kinds = list[Kind | None]


def segmented(draft: Draft) -> Draft:
    """Cut the article's text into passages with kinds, headings above, ids and reprints marked."""
    units = units_of(draft.article)
    wordings = [normalised(unit.text) for unit in units]
    kinds = _kinds(units, wordings, draft.info.title)
    seen: Counter[str] = Counter()
    passages: list[Passage] = []
    heading: str | None = None
    for unit, kind, words in zip(units, kinds, wordings, strict=True):
        passages.append(
            Passage(
                id=id_of_words(draft.info.id, words, seen[words]),
                article=draft.info,
                ordinal=len(passages),
                kind=kind,
                span=unit.span,
                text=unit.text,
                heading=heading,
                repeat=seen[words] > 0,
            )
        )
        seen[words] += 1
        if kind is Kind.HEADING:
            heading = unit.text
    return draft.with_passages(tuple(passages))


def _kinds(units: Sequence[Unit], wordings: Sequence[str], title: str | None) -> list[Kind]:
    kinds = [_certain(unit) for unit in units]
    top = _settle_title(units, wordings, kinds, title)
    _settle_closing(units, kinds)
    _settle_rest(units, kinds, top)
    return [kind or Kind.BODY for kind in kinds]


def _certain(unit: Unit) -> Kind | None:
    """The kind a unit has by hint or by its own shape, whatever stands around it."""
    if unit.hint not in (None, Kind.BODY):
        return unit.hint
    kind = furniture(unit.text)
    if kind is None and has_photo_credit(unit.text):
        kind = Kind.CAPTION
    return kind


def _settle_title(units: Sequence[Unit], wordings: Sequence[str], kinds: _Kinds, title: str | None) -> int:
    """Find the title among the first open units; the index of the last unit that is title or lead."""
    if title is not None:
        wanted = normalised(title).rstrip(".").casefold()
        for index, words in enumerate(wordings):
            if kinds[index] is None and words.rstrip(".").casefold() == wanted:
                kinds[index] = Kind.TITLE
                break
    opened = [index for index, kind in enumerate(kinds) if kind is None]
    if title is None and Kind.TITLE not in kinds:
        while len(opened) > 1 and _is_above_title(units[opened[0]], units[opened[1]]):
            kinds[opened.pop(0)] = Kind.BOILERPLATE
        following = units[opened[1]].text if len(opened) > 1 else None
        if opened and units[opened[0]].hint is None and is_title(units[opened[0]].text, following):
            kinds[opened.pop(0)] = Kind.TITLE
    while len(opened) > 1 and _is_picture_above(units, opened[0]):
        kinds[opened.pop(0)] = Kind.CAPTION
    return opened[0] if opened else len(units)


def _is_picture_above(units: Sequence[Unit], index: int) -> bool:
    """A caption between title and lead."""
    unit = units[index]
    return unit.hint is None and caption_signs(unit.text, _NO_ECHO, after_image=_follows_image(units, index)) >= ENOUGH


def _is_above_title(unit: Unit, following: Unit) -> bool:
    return unit.hint is None and (is_junk(unit.text) or is_kicker(unit.text, following.text))


def _settle_closing(units: Sequence[Unit], kinds: _Kinds) -> None:
    """After the source line or the end mark only links and names follow."""
    closed = False
    for index, unit in enumerate(units):
        if kinds[index] is None and unit.hint is None and closed and not unit.text.endswith((".", "”", '"', ":", "?")):
            kinds[index] = Kind.BOILERPLATE if len(unit.text) <= _CLOSING_CHARACTERS else None
        closed = closed or unit.text.endswith("./.") or (kinds[index] is Kind.CREDIT and "ource" in unit.text[:12])
    _settle_signature(units, kinds)


def _settle_signature(units: Sequence[Unit], kinds: _Kinds) -> None:
    """The name, or the name and office, with which a text is signed at its end."""
    at = len(units) - 1
    while at > 1 and kinds[at] in _OUTSIDE:
        at -= 1
    if at <= 1 or kinds[at] is not None or units[at].hint is not None:
        return
    text = units[at].text
    if is_office(text) and kinds[at - 1] is None and units[at - 1].hint is None and is_name(units[at - 1].text):
        kinds[at - 1] = kinds[at] = Kind.CREDIT
    elif _is_name(text) or is_joined_names(text):
        kinds[at] = Kind.CREDIT


def _is_name(text: str) -> bool:
    words = text.split()
    return 1 < len(words) <= _NAME_WORDS and all(
        word[0].isupper() and word.replace(".", "").isalpha() for word in words
    )


def _settle_rest(units: Sequence[Unit], kinds: _Kinds, top: int) -> None:
    """Captions and headings among what is left, by their signs and their surroundings."""
    texts = [unit.text for unit in units]
    opened = [i for i, kind in enumerate(kinds) if kind is None and units[i].hint is None and i != top]
    enough = ENOUGH + _is_open([texts[i] for i in opened])
    illustrated = Kind.CAPTION in kinds or any("![" in text for text in texts)
    echoing = [i for i in opened if needs_echo(texts[i], illustrated=illustrated) or is_stopped_heading(texts[i])]
    echoes = echoes_of(texts, echoing, top)
    for index in opened:
        text, echo = texts[index], echoes.get(index, _NO_ECHO)
        signs = caption_signs(text, echo, after_image=_follows_image(units, index))
        if top < index < opened[-1] and _heads(text, echo, signs, enough):
            kinds[index] = Kind.HEADING
        elif signs >= enough:
            kinds[index] = Kind.CAPTION
    for index in opened if illustrated else ():
        if kinds[index] is None and is_pull_quote(echoes.get(index, _NO_ECHO)):
            kinds[index] = Kind.CAPTION


def _is_open(texts: Sequence[str]) -> bool:
    """Whether most lines of a text have no full stop, as in verse, so that its want tells nothing."""
    plain = [text for text in texts if not is_item(text)]
    unstopped = sum(not text.endswith(_STOPS) for text in plain)
    return len(plain) > _OPEN_UNITS and unstopped > _OPEN_SHARE * len(plain)


def _heads(text: str, echo: Echo, signs: int, enough: int) -> bool:
    if is_heading(text):
        return is_capital(text) or (enough == ENOUGH and (signs < enough or is_imperative(text)))
    return is_stopped_heading(text) and echo.share >= _REPEATED_HEADING


def _follows_image(units: Sequence[Unit], index: int) -> bool:
    return index > 0 and "![" in units[index - 1].text
