"""Verbs of saying: lemmas by what makes them one, and the forms that can stand after a subject. All in lower case."""

from __future__ import annotations

import re

_SHORT = re.compile(r"(?:qu|[^aeiou])*[aeiou][bdgklmnprt]")  # flag: flagged
Phrase = tuple[str, ...]

# Whoever is the subject of one of these is heard, whatever follows.
_SPEECH = """
    say, state, stress, emphasise, emphasize, underline, underscore, highlight, note, affirm, reaffirm, reiterate,
    restate, confirm, reconfirm, add, suggest, propose, ask, urge, announce, declare, explain, argue, warn, caution,
    claim, insist, admit, concede, acknowledge, recall, remark, comment, believe, express, voice, promise,
    pledge, vow,
    assure, reassure, reveal, disclose, divulge, inform, recommend, instruct, appeal, write, reply, respond, answer,
    counter, retort, quip, joke, tweet, assess, opine, contend, assert, laud, praise, hail, commend, appreciate,
    applaud, extol, mention, cite, deny, criticise, criticize, condemn, denounce, decry, deplore, bemoan, lament,
    regret, blame, accuse, order, complain, predict, speculate, elaborate, clarify, specify, wonder, disagree, concur,
    outline, remind, advocate, reflect, boast, swear, blast, slam, ridicule, mock, deride, liken, allege, exhort,
    implore, entreat, beseech, plead, admonish, chide, berate, lambast, lambaste, castigate, rebuke, scold, chastise,
    dispute, refute, rebut, downplay, echo, hint, imply, confess, confide, proclaim, profess, reason, surmise,
    summarise, summarize, recount, recapitulate, detail, stipulate, expound, inquire, enquire, request, query,
    doubt, foresee, reckon, suspect, forecast, attest, vouch, enthuse, exclaim, shout, yell, whisper, mutter,
    grumble, fume, thunder, interject, object, apologise, apologize, tell, brief, testify, reject, theorise, theorize,
    posit, argue, tout, enumerate, describe, quote, lash out, hit out, hit back, fire back, shoot back, strike back,
    push back, weigh in, chime in, chip in, speak out, speak about, speak of, speak highly, speak against,
    speak in favour, speak in favor, speak in support, talk about, talk of, talk up, point out, point to, call for,
    call on, call upon, call it, call into question, call attention, draw attention, draw lessons, draw a lesson,
    draw a parallel, draw parallels, lay stress, lay emphasis, lay out, put emphasis, place emphasis, put forward,
    put forth, set forth, attach importance, attach great importance, attach special importance,
    attach particular importance, attach significance, make clear, make it clear, make it plain, make plain,
    make the case, make a case, make a point, make the point, make the argument, make mention, touch on, touch upon,
    dwell on, dwell upon, expand on, go on to say, go further, go so far as, take issue, take exception, take aim,
    take a swipe, beg to differ, shed light, throw light, cast doubt, sound the alarm, sound a note, raise the alarm,
    let it be known, let slip, spell out, sum up, play down, clear up, rule out, throw his weight, throw her weight,
    lend his support, lend her support, give credit, give an overview, give an account, hold the view,
    hold the opinion, take the view, share the view, share the opinion, share this view, share that view, find
    it, project, attribute, ascribe, flag,
    raise the question, raise the matter, raise the problem, raise the issue, raise the fact, raise concerns,
    raise doubts, raise eyebrows about, send a message, come out against, come out in favour, have this to say,
    rail against, read the riot act, pay tribute, pin high hopes, pin hopes, disagree, back up the view, pour scorn,
    pour cold water, point the finger, point a finger, give his word, give her word, give their word, side with,
    make no secret, make no bones, leave no doubt, take the blame, take responsibility, set the record straight,
    draw up the lesson, have his say, have her say, single out, liken, would like to see, want to know, do not rule out
"""

# The same with a clause, a colon or a question word after it.
_WITH_CLAUSE = """
    remark, comment, observe, conclude, advise, urge, demand, request, maintain, share, report, note, state, claim,
    agree, acknowledge, feel, charge, hold, hope, decide, determine, estimate, calculate, assume, presume,
    guess, fear,
    expect, anticipate, concede, joke, post, teach, find, indicate, add, hint, signal, consider, argue, warn, insist,
    suggest, admit, stress, question, ask, explain, describe, guarantee, realise, realize, accept, deem, imagine,
    worry, think, submit, rule, venture, muse, analyse, analyze, demonstrate, illustrate, promise, pledge, vow, swear
"""
_CLAUSES = frozenset({"that", ":", "how", "why", "whether"})

# These count once it is plain that a speech is being given: after an opener, with a that-clause, or in a running
# speech.
_IN_A_SPEECH = """
    thank, welcome, congratulate, wish, direct, assign, encourage, agree, defend, dismiss, support, endorse, require,
    consider, report, share, attach, value, analyse, analyze, set out, raise, convey, extend, evaluate, regard,
    advise, commit, discuss, estimate, hold, decide, conclude, observe, hope, want, accept, introduce, look forward,
    take note, indicate, determine, call, demand, muse, contrast, compare, attribute, ascribe, fear,
    expect, correct, oppose, back, question, challenge, justify, credit, sympathise, sympathize, identify,
    intervene, protest, agree with, propound, salute, signal, project, worry, review, offer, flag,
    illustrate, interpret, stand by, think, counsel, notify, approve of, refer to, allude to, answer, request
"""

# They tell somebody to do something: "tasked the agency to …", "wants the auditor to …".
_TASKING = """
    direct, assign, encourage, require, advise, invite, task, charge, challenge, want, expect, counsel, call,
    caution, command, commission, petition, lobby, press, nudge
"""
# They count after what was said: “…,” charged X; the race is long, he maintained.
_AFTER_CONTENT = """
    charge, maintain, compare, analyse, analyze, observe, conclude, agree, share, demand, advise, counsel, protest,
    muse, object, guess, submit, venture
"""
# They tell an opinion where "as" or quoted words say what something is: "rejected the report as false".
_JUDGING = """
    dismiss, reject, characterise, characterize, portray, brand, label, dub, term, deem, depict, regard, view, see,
    call, paint, rate, find
"""
# They give what the noun after them names: "gave details of", "raised difficulties in".
_GIVING = """
    give, offer, provide, share, raise, make, put forward, put, convey, issue, voice, pose, contribute,
    extend, set out, air, express, propose, draw, introduce, suggest, paint
"""

# Cues that may stand before their subject: “…,” said the minister.
_INVERTED = """
    say, add, stress, note, explain, state, affirm, write, ask, reply, declare, argue, warn, tell, conclude, continue,
    emphasise, emphasize, recall, remark, comment, insist, respond, tweet, quip, joke, observe, admit, concede,
    assert,
    announce, underline, underscore, point out, reiterate, retort, reveal, order, predict, recount, lament, wonder,
    muse, opine, promise, suggest, claim, exclaim, shout, complain, confess, confirm, contend, counter, acknowledge,
    advise, answer, caution, cry, elaborate, highlight, hint, plead, pledge, reason, remind, reflect, urge, vow,
    snap, sigh, interject, allege, boast, opine, believe, confide, charge, maintain, compare, assure, protest, object,
    thunder, enthuse, grumble, whisper, mutter, yell, fume, agree, concur, propose, recommend, speculate, demand, quote,
    instruct, counsel, testify, theorise, theorize, chime in, chip in
"""

# Those by which officials say what is to be done: after these a speech of duties may run on without a cue.
_DIRECTING = """
    stress, emphasise, emphasize, underline, underscore, request, urge, call, ask, suggest, instruct, point, affirm,
    state, note, reiterate, require, propose, direct, assign, order, demand, highlight, lay, put, recommend, agree,
    acknowledge, appreciate, commend, praise, task, remind, exhort, insist, advise, encourage, invite, want, conclude,
    advocate, attach, expect, hope, wish, make, declare, reaffirm, analyse, analyze, set, caution
"""

_PAST = {
    "say": "said", "tell": "told", "think": "thought", "write": "wrote", "hold": "held", "feel": "felt",
    "find": "found", "lay": "laid", "put": "put", "set": "set", "make": "made", "take": "took", "give": "gave",
    "draw": "drew", "speak": "spoke", "go": "went", "swear": "swore", "teach": "taught", "foresee": "foresaw",
    "cast": "cast", "throw": "threw", "shed": "shed", "let": "let", "hit": "hit", "beg": "begged", "sum": "summed",
    "lend": "lent", "shoot": "shot", "send": "sent", "come": "came", "pay": "paid", "rule": "ruled",
    "strike": "struck", "see": "saw", "stand": "stood", "commit": "committed", "admit": "admitted",
    "rebut": "rebutted", "spell": "spelled", "have": "had", "read": "read", "extol": "extolled", "dub": "dubbed",
    "quip": "quipped", "chip": "chipped", "pin": "pinned", "rap": "rapped", "do": "did", "slam": "slammed",
    "concur": "concurred", "regret": "regretted", "refer": "referred", "submit": "submitted",
    "forecast": "forecast", "dwell": "dwelt",
}  # fmt: skip
_PARTICIPLES = {
    "speak": "spoken",
    "take": "taken",
    "give": "given",
    "draw": "drawn",
    "go": "gone",
    "swear": "sworn",
    "foresee": "foreseen",
    "throw": "thrown",
    "come": "come",
    "see": "seen",
}
# Their form in -s is more often a noun.
_NOUNS = frozenset(
    "claim demand request report state note question comment remark answer doubt hope plan charge counter call query "
    "appeal order regret object quote detail forecast highlight joke view reason post challenge label brand term wish "
    "value offer share estimate focus hint command project rate fear worry review update signal present support "
    "suspect outline protest task rebuke".split()
)
_SELDOM_NOUNS = frozenset({"hope", "support", "wish", "present"})
_NO_GERUNDS = frozenset({"quoting", "writing", "briefing", "answering"})  # acts, or the name of an event
_AS_THEY_ARE = """
    thinks, stood by his, stood by her, stands by his, stands by her, was critical of, is critical of, was in favour of,
    is in favour of, was in favor of, is in favor of, is not convinced, was not convinced, demanded, hoped,
    maintains his innocence, maintains her innocence, maintained his innocence,
    maintained her innocence,
    continued that, continued :, continues :, went on ., appeals to, wants to know
"""
_BASE = frozenset({"say", "stress", "believe"})


def _lemmas(table: str) -> tuple[Phrase, ...]:
    return tuple(dict.fromkeys(tuple(entry.split()) for entry in table.replace("\n", " ").split(",") if entry.strip()))


def _past(lemma: str) -> str:
    if lemma in _PAST:
        return _PAST[lemma]
    if lemma.endswith("e"):
        return lemma + "d"
    if _SHORT.fullmatch(lemma):
        return lemma + lemma[-1] + "ed"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ied"
    return lemma + "ed"


def _third(lemma: str) -> str:
    if lemma == "have":
        return "has"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "o")) else "s")


def _gerund(lemma: str) -> str:
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1] + "ing"
    past = _past(lemma)
    doubled = past.endswith("ed") and past[:-2] == lemma + lemma[-1]
    return lemma + (lemma[-1] if doubled or lemma in {"put", "set", "let", "hit", "beg", "sum"} else "") + "ing"


def finite(lemma: str) -> tuple[str, ...]:
    """The forms that follow a subject, or "has": stated, states; wrote, written, writes."""
    return tuple(dict.fromkeys((_past(lemma), _PARTICIPLES.get(lemma, _past(lemma)), _third(lemma))))


def _finite(table: str, *, nouns: frozenset[str] = _NOUNS) -> frozenset[Phrase]:
    """The finite forms of the phrases of a table, without those in -s that are more often nouns."""
    return frozenset(
        (form, *phrase[1:])
        for phrase in _lemmas(table)
        for form in finite(phrase[0])
        if len(phrase) > 1 or phrase[0] not in nouns or form != _third(phrase[0])
    )


def _words(table: str) -> frozenset[str]:
    """The first words of all finite forms."""
    return frozenset(phrase[0] for phrase in _finite(table, nouns=frozenset()))


STRONG = (
    _finite(_SPEECH)
    | frozenset((base,) for base in _BASE)
    | frozenset(_lemmas(_AS_THEY_ARE))
    | frozenset(
        (form, *phrase[1:], clause)
        for phrase in _lemmas(_WITH_CLAUSE)
        for form in (phrase[0], *finite(phrase[0]))
        for clause in _CLAUSES
    )
)
IN_A_SPEECH = _words(_IN_A_SPEECH)
WEAK = frozenset().union(
    *(
        _finite(table, nouns=_NOUNS - _SELDOM_NOUNS)
        for table in (_IN_A_SPEECH, _TASKING, _JUDGING, _GIVING, _AFTER_CONTENT)
    )
)
GERUNDS = frozenset(_gerund(phrase[0]) for phrase in _lemmas(_SPEECH) if len(phrase) == 1) - _NO_GERUNDS
GERUND_PHRASES = frozenset(
    (_gerund(phrase[0]), *phrase[1:])
    for phrase in _lemmas(_SPEECH)
    if len(phrase) > 1 and _gerund(phrase[0]) not in GERUNDS and phrase[0] not in {"have", "do", "let", "find"}
)
INVERTED = _words(_INVERTED)
AFTER_CONTENT = _words(_AFTER_CONTENT)
TASKING = _words(_TASKING)
JUDGING = _words(_JUDGING)
GIVING = _words(_GIVING)
DIRECTING = _words(_DIRECTING)
