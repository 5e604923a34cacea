"""Saying in a roundabout way: "took the opportunity to thank", "began by recalling", "had a warning for".

The whole phrase up to the verb or noun of saying is one cue.
"""

from __future__ import annotations

from collections.abc import Callable

from search.extract import verbs
from search.extract.leads import joined, leads_of
from search.extract.lexicon import BE_FORMS, BETWEEN, DETERMINERS
from search.extract.line import Line
from search.extract.utterances import WORDS_FOR

_TO = """
    go on, go ahead, hasten, rush, pause, wish, choose, continue, proceed, venture, stop, rise, see fit, want, seek,
    step in, intervene, take care, take the trouble, feel compelled, feel obliged, feel bound, make sure, get up,
    stand up, turn, prefer, move, try, undertake, dare, remember
"""
_USING = "use, devote, raise, press, interrupt"
_TAKING = "take, seize, grasp, have"
_CHANCES = frozenset("opportunity occasion chance floor moment platform podium stage microphone time advantage".split())
_BY = """
    begin, start, open, close, end, conclude, finish, respond, reply, wrap up, sum up, follow up, kick off, round off,
    react, answer, counter, lead off, intervene, continue, follow
"""
_KEEP = "keep, keep on, begin, start, continue, go on, focus on, concentrate on"
_HAVE = "have"
_MINDS = frozenset(
    "quick keen eager careful anxious happy pleased glad proud bound compelled obliged delighted honoured honored "
    "forced moved first sorry able".split()
)
_THANKING = (
    "thank congratulate salute welcome commiserate sympathise sympathize defend question dismiss encourage demand "
    "conclude".split()
)
_TO_SAY = verbs.BASES | {(word,) for word in _THANKING}
_BASES = {first: tuple(p for p in _TO_SAY if p[0] == first) for first in {p[0] for p in _TO_SAY}}
_SAYING = verbs.GERUNDS | frozenset(
    "thanking congratulating saluting welcoming commiserating defending questioning dismissing encouraging quoting "
    "wishing answering analysing analyzing clarifying explaining".split()
)
_SAYING_PHRASES = verbs.GERUND_PHRASES
_WITHIN = 7  # tokens of "took the opportunity of the meeting" before "to"
_SHORT = 4  # tokens of "a final word of"
_COUNTS = frozenset("no one two three four five six seven only high a".split())
_FOLLOWS = frozenset("for that about on to of : . , as with from regarding over".split())
_BREAKS = frozenset(',;:.!?()"\u201c\u201d-\u2013\u2014') | {"that", "who", "which", "and", "but"}


def _forms(table: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The finite phrases of a table by their first word."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for entry in table.replace("\n", " ").split(","):
        first, *rest = entry.split()
        for form in verbs.finite(first):
            found.setdefault(form, set()).add((form, *rest))
    return {first: tuple(sorted(group, key=lambda phrase: (-len(phrase), phrase))) for first, group in found.items()}


_BEFORE_TO = _forms(_TO) | {"would": (("would", "like"),)}
_BEFORE_TO_USING = _forms(_USING)
_BEFORE_TO_TAKING = _forms(_TAKING)
_BEFORE_BY = _forms(_BY)
_BEFORE_SAYING = _forms(_KEEP)
_BEFORE_WORDS = _forms(_HAVE)
_LETTING = frozenset({"let", "lets"})
_KNOWN = frozenset({("that",), ("about",), ("how",), ("whether",), ("what",), (":",)})
LEADS = joined(
    dict.fromkeys(BE_FORMS, BETWEEN | _MINDS | {"at"}),
    dict.fromkeys(_LETTING),
    leads_of(_BEFORE_TO, BETWEEN | {"to"}),
    leads_of(_BEFORE_SAYING, _SAYING.union(phrase[0] for phrase in _SAYING_PHRASES)),
    *map(leads_of, (_BEFORE_TO_USING, _BEFORE_TO_TAKING, _BEFORE_BY)),
    leads_of(_BEFORE_WORDS, DETERMINERS | _COUNTS | WORDS_FOR),
)


def roundabout(line: Line, at: int) -> int:
    """The token after a roundabout cue that begins at token `at`; `at` itself where none does."""
    word = line.words[at]
    if word in BE_FORMS:
        return _after_mind(line, at)
    for phrase in _BEFORE_TO.get(word, ()):
        here = _skipped(line, at + len(phrase))
        if line.plain[at : at + len(phrase)] == phrase and (end := _to_say(line, here)) > here:
            return end
    for phrase in _BEFORE_SAYING.get(word, ()):
        here = at + len(phrase)
        if line.plain[at:here] == phrase and (end := _gerund(line, here)) > here:
            return end
    for phrases, reach in ((_BEFORE_TO_USING, _to_say), (_BEFORE_TO_TAKING, _chance_to_say), (_BEFORE_BY, _by_saying)):
        for phrase in phrases.get(word, ()):
            if line.plain[at : at + len(phrase)] == phrase and (end := _reached(line, at + len(phrase), reach)) > at:
                return end
    if word in _LETTING and "know" in line.plain[at + 2 : at + _SHORT + 1]:
        end = line.plain.index("know", at + 1) + 1
        return end if line.plain[end : end + 1] in _KNOWN else at
    return _having(line, at) if word in _BEFORE_WORDS else at


def _skipped(line: Line, at: int) -> int:
    """The token after adverbs."""
    while at < len(line.plain) and (line.plain[at] in BETWEEN or line.plain[at].endswith("ly")):
        at += 1
    return at


def _to_say(line: Line, at: int) -> int:
    """The token after "to thank", "to strongly condemn", that begins at `at`; `at` where nothing such does."""
    if line.plain[at : at + 1] != ("to",):
        return at
    here = _skipped(line, at + 1)
    for phrase in _BASES.get("".join(line.plain[here : here + 1]), ()):
        if line.words[here : here + len(phrase)] == phrase:
            return here + len(phrase)
    return at


def _chance_to_say(line: Line, at: int) -> int:
    """The same after "the opportunity", "the floor"."""
    return _to_say(line, at) if not _CHANCES.isdisjoint(line.plain[max(0, at - _WITHIN) : at]) else at


def _gerund(line: Line, at: int) -> int:
    word = "".join(line.words[at : at + 1])
    if word in _SAYING:
        return at + 1
    return next((at + len(p) for p in _SAYING_PHRASES if p[0] == word and line.plain[at : at + len(p)] == p), at)


def _by_saying(line: Line, at: int) -> int:
    """The token after "by recalling", "with a warning"; `at` where nothing such begins."""
    if line.plain[at : at + 1] == ("by",):
        here = _skipped(line, at + 1)
        end = _gerund(line, here)
        return end if end > here else at
    if line.plain[at : at + 1] not in {("with",), ("on",)}:
        return at
    end = _noun(line, at + 1, WORDS_FOR)
    return end if end > at + 1 else at


def _reached(line: Line, at: int, reach: Callable[[Line, int], int]) -> int:
    """Where `reach` gets from one of the next tokens; -1 where it does from none before a mark or a new clause."""
    for here in range(at, min(at + _WITHIN, len(line.plain))):
        if (end := reach(line, here)) > here:
            return end
        if line.plain[here] in _BREAKS:
            break
    return -1


def _noun(line: Line, at: int, nouns: frozenset[str]) -> int:
    """The token after "a final word of warning", "three proposals"; `at` where no such noun stands near."""
    for here in range(at, min(at + _SHORT, len(line.plain))):
        if line.plain[here] in nouns and here > at:
            return here + 1
        if line.plain[here] in _BREAKS or not line.words[here][0].isalnum():
            break
    return at


def _having(line: Line, at: int) -> int:
    """The token after "had three proposals", "has no doubt"."""
    first = "".join(line.plain[at + 1 : at + 2])
    counted = first in DETERMINERS or first in _COUNTS or first.isdigit()
    end = _noun(line, at + 1, WORDS_FOR) if counted or first in WORDS_FOR else at + 1
    if first in {"words", "praise", "advice"} and line.plain[at + 2 : at + 3] in {("of",), ("for",)}:
        end = at + 2
    follows = "".join(line.plain[end : end + 1])
    return end if end > at + 1 and follows in _FOLLOWS else at


def _after_mind(line: Line, at: int) -> int:
    """The token after "was quick to point out", "is at pains to stress"."""
    here = _skipped(line, at + 1)
    if line.plain[here : here + 2] == ("at", "pains"):
        here += 2
    elif line.plain[here : here + 1] and line.plain[here] in _MINDS:
        here += 1
    else:
        return at
    end = _to_say(line, here)
    return end if end > here else at
