"""What follows a weak cue and makes it one of saying: a clause, a task for somebody, a judgement, something uttered."""

from __future__ import annotations

import re
from itertools import pairwise

from search.extract import verbs
from search.extract.courtesies import is_courtesy
from search.extract.objects import is_object_of_saying
from search.extract.sources import Sentence
from search.extract.utterances import TASKS, UTTERANCES

_CLAUSES = frozenset({"how", "why", "whether", "what"})
_STOPS = frozenset(";:VvGXr")
_THERE_THAT = re.compile(r"o[aAxwWC#ORNMHDi]{1,5}T")  # concluded at the session that
_WITHIN = 10  # units of a judgement
_TASK_WITHIN = 16  # units between "tasked" and "to"
_WORDS_WITHIN = 7  # units between "gave" and what was given
_FINITE = frozenset("would could should will must can may might had has have did does cannot shall".split())
_DRAWING = frozenset({"drew", "draws", "drawn", "called", "calls", "directed"})
_MAKING = frozenset({"made", "makes"})
_OF_WHAT = frozenset({"of", "that", "to", ":"})
_SETTING = frozenset({"set", "sets", "laid", "lays"})
_SET = TASKS | UTTERANCES
_PEOPLE = frozenset("NMWRHp")
_NO_TASK = frozenset({"used", "due", "according", "prior"})  # used to be
_NO_INFINITIVE = frozenset(
    "date it them him her him me us you this that these those each which whom order account mind".split()
)


def has_clause(sentence: Sentence, cue: int) -> bool:
    """Whether a that-clause, a question word, a colon or a quotation follows the cue at unit `cue`."""
    after = cue + 1
    if after >= sentence.end:
        return False
    return (
        sentence.codes[after] in "T:Q"
        or (sentence.codes[after] == "o" and _THERE_THAT.match(sentence.codes, after, sentence.end) is not None)
        or sentence.plain(after) in _CLAUSES
        or (sentence.codes[after] in "pP" and sentence.codes[after + 1 : after + 2] != ".")
    )


def tells(sentence: Sentence, cue: int) -> bool:
    """Whether the weak cue at unit `cue` is one of saying by what follows it, its subject being a person."""
    word, after = sentence.plain(cue), cue + 1
    if after >= sentence.end:
        return False
    if word in _SETTING:
        return _is_uttered(sentence, after, _SET)
    if has_clause(sentence, cue) or _is_clause_without_that(sentence, cue) or is_object_of_saying(sentence, cue):
        return True
    return (
        is_courtesy(sentence, cue)
        or (word in verbs.TASKING and _is_task(sentence, after))
        or (word == "put" and _is_figure(sentence, after))
        or (word in verbs.JUDGING and _is_judged(sentence, after))
        or (word in verbs.GIVING and _is_uttered(sentence, after, UTTERANCES))
        or (word in _DRAWING and _is_attention(sentence, after))
    )


def _is_clause_without_that(sentence: Sentence, cue: int) -> bool:
    """Whether a clause with a verb of its own follows a verb that takes one: "hoped the plan would succeed"."""
    if sentence.plain(cue) not in verbs.CLAUSAL or sentence.codes[cue + 1] in "o.,&":
        return False
    for here in range(cue + 1, min(cue + _WITHIN, sentence.end)):
        if sentence.codes[here] in _STOPS or sentence.codes[here] in "T,Q(&":
            return False
        if here > cue + 1 and (sentence.codes[here] == "b" or sentence.plain(here) in _FINITE):
            return True
    return False


def _is_task(sentence: Sentence, at: int) -> bool:
    """Whether somebody is to do something: "the agency to draft …", "units with giving priority to …"."""
    codes = sentence.codes
    if codes[at] == "o":
        return False
    for here in range(at + 1, min(at + _TASK_WITHIN, sentence.end - 1)):
        code, word = codes[here], sentence.plain(here)
        if code in _STOPS and word not in verbs.TASKING:
            return False
        following = sentence.plain(here + 1)
        if (
            word == "to"
            and sentence.plain(here - 1) not in _NO_TASK
            and codes[here + 1] in "xAvcVbKCe"
            and following not in _NO_INFINITIVE
        ):
            return not following.endswith(("ing", "ed"))
        if word == "with" and following.endswith("ing"):
            return True
    return False


def _is_figure(sentence: Sentence, at: int) -> bool:
    """Put the cost at $120 million."""
    clause = range(at, min(at + _WITHIN, sentence.end - 1))
    return any(sentence.plain(here) == "at" and sentence.codes[here + 1] in "#x" for here in clause)


def _is_judged(sentence: Sentence, at: int) -> bool:
    """Whether something is called something: "the charge as a fairy tale"; who is dismissed as a director is fired."""
    codes = sentence.codes
    person = codes[at] in _PEOPLE
    for here in range(at, min(at + _WITHIN, sentence.end - 1)):
        if codes[here] == "Q":
            return True
        if codes[here] in _STOPS or codes[here] == ",":
            return False
        if sentence.plain(here) == "as" and not person:
            return codes[here + 1] in "axAQ"
    return False


def _is_attention(sentence: Sentence, at: int) -> bool:
    """Drew the delegates' attention to …."""
    words = []
    for here in range(at, min(at + _WORDS_WITHIN, sentence.end)):
        if sentence.codes[here] in _STOPS or sentence.codes[here] == "&":
            break
        words.append(sentence.plain(here))
    return ("attention", "to") in pairwise(words)


def _is_uttered(sentence: Sentence, at: int, nouns: frozenset[str]) -> bool:
    """Whether the object is something that is said: "a number of recommendations on …"."""
    codes = sentence.codes
    known = sentence.plain(at - 1) in _MAKING and sentence.plain(at) == "the"  # made the comments on Friday
    known = known and at + 1 < sentence.end and sentence.plain(at + 1) != "following"
    for here in range(at, min(at + _WORDS_WITHIN, sentence.end)):
        if codes[here] in _STOPS and not (codes[here] in "Vv" and sentence.plain(here) in nouns):
            return False
        if sentence.plain(here) in nouns:
            if known and (here + 1 >= sentence.end or sentence.plain(here + 1) not in _OF_WHAT):
                return False
            return here == at or codes[here - 1] != "o" or sentence.plain(here - 1) in {"of", "with"}
    return False
