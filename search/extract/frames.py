"""What follows a weak cue and makes it one of saying: a clause, a task for somebody, a judgement, something uttered."""

from __future__ import annotations

from itertools import pairwise

from search.extract import verbs
from search.extract.sources import Sentence

_CLAUSES = frozenset({"how", "why", "whether", "what"})
_STOPS = frozenset(";:VvGXr")
_WITHIN = 10  # units of a judgement
_TASK_WITHIN = 16  # units between "tasked" and "to"
_WORDS_WITHIN = 7  # units between "gave" and what was given
_DRAWING = frozenset({"drew", "draws", "drawn", "called", "calls", "directed"})
_QUOTED_WORDS = 1
_PEOPLE = frozenset("NMWRHp")
_NO_INFINITIVE = frozenset("date it them him her him me us you this that these those each which whom".split())
_UTTERANCES = frozenset(
    """
    account accounts advice alarm apology apologies appeal appeals appreciation argument arguments assessment
    assessments assurance assurances belief call caution clarification clarifications comment comments commitment
    commitments comparison comparisons complaint complaints concern concerns condolences confidence conclusion
    conclusions criticism criticisms delight desire desires detail details determination difficulties difficulty
    disagreement disappointment dissatisfaction doubt doubts evidence example examples experience experiences
    explanation explanations fear fears figures glimpse gratitude guidance hint hints hope hopes idea ideas
    information
    insight insights instructions lesson lessons objection objections observation observations opinion opinions
    orientation orientations outline overview picture plea point portrait points praise pride promise promises
    proposal proposals
    question questions reason reasons recommendation recommendations regret regrets reminder request requests
    reservations reservation satisfaction scepticism skepticism solution solutions suggestion suggestions summary
    support surprise suspicion suspicions sympathy thanks thought thoughts understanding update view viewpoint
    viewpoints views warning warnings willingness wish wishes worry worries
    """.split()
)


def has_clause(sentence: Sentence, cue: int) -> bool:
    """Whether a that-clause, a question word, a colon or a quotation follows the cue at unit `cue`."""
    after = cue + 1
    return after < sentence.end and (sentence.codes[after] in "T:Q" or sentence.plain(after) in _CLAUSES)


def tells(sentence: Sentence, cue: int) -> bool:
    """Whether the weak cue at unit `cue` is one of saying by what follows it, its subject being a person."""
    word, after = sentence.plain(cue), cue + 1
    if after >= sentence.end or has_clause(sentence, cue):
        return after < sentence.end
    return (
        (word in verbs.TASKING and _is_task(sentence, after))
        or (word == "put" and _is_figure(sentence, after))
        or (word in verbs.JUDGING and _is_judged(sentence, after))
        or (word in verbs.GIVING and _is_uttered(sentence, after))
        or (word in _DRAWING and _is_attention(sentence, after))
    )


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
        if word == "to" and codes[here + 1] in "xAvcVbKCe" and following not in _NO_INFINITIVE:
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


def _is_uttered(sentence: Sentence, at: int) -> bool:
    """Whether the object is something that is said: "a number of recommendations on …"."""
    codes = sentence.codes
    for here in range(at, min(at + _WORDS_WITHIN, sentence.end)):
        if codes[here] in _STOPS:
            return False
        if sentence.plain(here) in _UTTERANCES:
            return here == at or codes[here - 1] != "o" or sentence.plain(here - 1) in {"of", "with"}
    return False
