"""Reading a cue at a place of a line: a verb of saying, a phrase that names a source, an opening of speech."""

from __future__ import annotations

from collections.abc import Callable

from search.extract import lexicon, verbs
from search.extract.desk import Desk
from search.extract.leads import Leads, joined, leads_of
from search.extract.line import PLAIN, Line
from search.extract.roundabout import LEADS, roundabout
from search.extract.units import Unit
from search.known import Known

_GERUND_PHRASES = {
    first: tuple(phrase for phrase in verbs.GERUND_PHRASES if phrase[0] == first)
    for first in {phrase[0] for phrase in verbs.GERUND_PHRASES}
}
_OPENINGS = {
    first: tuple(phrase for phrase in lexicon.OPENING_PHRASES if phrase[0] == first)
    for first in {phrase[0] for phrase in lexicon.OPENING_PHRASES}
}
_NOUNS_IN_ING = frozenset({"warning", "reasoning", "pleading"})
_BEFORE_A_NOUN = lexicon.DETERMINERS | frozenset(
    "no any of strong stern clear stark final last grave fresh new 's".split()
)
_PUTTING = frozenset({("put", "it"), ("puts", "it"), ("saw", "it"), ("sees", "it")})
_HOW = frozenset({"how", "as", "way"})
_HOW_WITHIN = 16  # tokens between "how" and "put it"
_CALLED_ON_TO = 24  # words within which "called on …" says to do what
_CONVICTION_LONGEST = 4  # tokens of "is still very much convinced"
_ANSWERS = frozenset({"answered", "answers", "responded", "responds", "replied", "replies"})
_QUESTIONS = frozenset({"questions", "question", "queries", "interpellations"})
_QUESTIONS_WITHIN = 5  # tokens
_ENDS = frozenset({(",",), (".",)})
_LOOKED_AT = frozenset({"that", ":", ".", ","})  # at the end of a cue's phrase: looked at, not taken


def may_begin_cue(word: str) -> bool:
    """Whether what `read_cue` finds may begin with a word."""
    return PLAIN[word] in CUE_LEADS


def read_cue(desk: Desk, at: int) -> Unit | None:
    """The cue, or the opening of a speech, that begins at token `at`."""
    line = desk.line
    for way in _WAYS_FROM[line.words[at]]:
        if (unit := way(line, at)) is not None:
            return unit
    return None


def _gerund(line: Line, at: int) -> Unit | None:
    """Adding; pointing out."""
    word = line.words[at]
    if word in _NOUNS_IN_ING and at and line.plain[at - 1] in _BEFORE_A_NOUN:
        return None  # a warning
    if word in verbs.GERUNDS:
        return Unit("G", at, at + 1, core=at)
    for phrase in _GERUND_PHRASES.get(word, ()):
        if line.plain[at : at + len(phrase)] == phrase:
            return Unit("G", at, at + len(phrase) - (phrase[-1] in _LOOKED_AT), core=at)
    return None


def _source(line: Line, at: int) -> Unit | None:
    """According to."""
    for phrase in lexicon.SOURCE_PHRASES[line.plain[at]]:
        if line.plain[at : at + len(phrase)] == phrase:
            return Unit("X", at, at + len(phrase), core=at)
    return None


def _putting(line: Line, at: int) -> Unit | None:
    """As X put it."""
    put = line.plain[at : at + 2] in _PUTTING and not _HOW.isdisjoint(line.plain[max(0, at - _HOW_WITHIN) : at])
    return Unit("V", at, at + 2, core=at) if put else None


def _roundabout(line: Line, at: int) -> Unit | None:
    end = roundabout(line, at)
    return Unit("V", at, end, core=at) if end > at else None


def _by_table(line: Line, at: int) -> Unit | None:
    word = line.words[at]
    for code, table in (("V", lexicon.STRONG_CUES), ("v", lexicon.WEAK_CUES)):
        for phrase in table.get(word, ()):
            if line.plain[at : at + len(phrase)] == phrase and not (
                _calls_by(line, at, phrase) or (word in _ANSWERS and _only_answers(line, at))
            ):
                kept = len(phrase) - (len(phrase) > 1 and phrase[-1] in _LOOKED_AT)
                return Unit(code, at, at + kept, core=at)
    return None


def _only_answers(line: Line, at: int) -> bool:
    """Whether questions are answered and nothing is said of the answer."""
    return ":" not in line.plain[at:] and not _QUESTIONS.isdisjoint(line.plain[at + 1 : at + _QUESTIONS_WITHIN])


def _conviction(line: Line, at: int) -> Unit | None:
    """Is of the opinion that; was deeply concerned that: being of a mind is saying so."""
    here = at + 1
    while here < len(line.plain) and here - at < _CONVICTION_LONGEST and line.plain[here] in lexicon.DEGREES:
        here += 1
    for phrase in lexicon.CONVICTIONS.get("".join(line.plain[here : here + 1]), ()):
        end = here + len(phrase)
        follower = line.plain[end : end + 1]
        told = follower in lexicon.AFTER_CONVICTIONS or _is_sure_of(phrase, follower)
        if line.plain[here:end] == phrase and (told or (phrase in lexicon.STANDS and follower in _ENDS)):
            return Unit("V", at, end, core=at)
    return None


def _is_sure_of(phrase: tuple[str, ...], follower: tuple[str, ...]) -> bool:
    """Whether a clause without "that" follows, or what somebody is sure of: is confident the plan will succeed."""
    word = "".join(follower)
    return phrase[-1] in lexicon.SURE and (word in lexicon.DETERMINERS or word in lexicon.CLAUSE_BEGINNERS)


def _calls_by(line: Line, at: int, phrase: tuple[str, ...]) -> bool:
    """Whether "called on" is a visit: nothing is asked to be done."""
    if phrase[0] not in {"called", "calls"} or phrase[-1] not in {"on", "upon"}:
        return False
    return "to" not in line.plain[at + 2 : at + 2 + _CALLED_ON_TO]


def _opening(line: Line, at: int) -> Unit | None:
    for phrase in _OPENINGS[line.plain[at]]:
        if line.plain[at : at + len(phrase)] == phrase:
            return Unit("e", at, at + len(phrase), core=at)
    return None


_Way = Callable[[Line, int], Unit | None]
# Each way to a cue with the words, as they are printed or in lower case without accents, that it may begin with, and
# which words may come next.
_WAYS: tuple[tuple[_Way, bool, Leads], ...] = (
    (_gerund, True, leads_of(_GERUND_PHRASES) | dict.fromkeys(verbs.GERUNDS)),
    (_source, False, leads_of(lexicon.SOURCE_PHRASES)),
    (_conviction, True, dict.fromkeys(lexicon.BE_FORMS | lexicon.LINKING, lexicon.DEGREES.union(lexicon.CONVICTIONS))),
    (_putting, True, leads_of({put: ((put, it),) for put, it in _PUTTING})),
    (_roundabout, True, LEADS),
    (_by_table, True, joined(leads_of(lexicon.STRONG_CUES), leads_of(lexicon.WEAK_CUES))),
    (_opening, False, leads_of(_OPENINGS)),
)
_WAYS_FROM = Known(
    lambda word: tuple([way for way, printed, leads in _WAYS if (word if printed else PLAIN[word]) in leads])
)
CUE_LEADS = joined(*(leads for _, _, leads in _WAYS))
