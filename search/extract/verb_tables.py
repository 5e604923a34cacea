"""Verbs of saying by what makes them one, and how they are inflected. Tables of lemmas and phrases, in lower case."""

from __future__ import annotations

# Whoever is the subject of one of these is heard, whatever follows.
SPEECH = """
    say, state, stress, emphasise, emphasize, underline, underscore, highlight, note, affirm, reaffirm, reiterate,
    restate, confirm, reconfirm, add, suggest, propose, ask, urge, announce, declare, explain, argue, warn, caution,
    claim, insist, admit, concede, acknowledge, recall, remark, comment, believe, express, voice, promise, pledge,
    vow, assure, reassure, reveal, disclose, divulge, inform, recommend, instruct, appeal, write, reply, respond,
    answer, counter, retort, quip, joke, tweet, assess, opine, contend, assert, laud, praise, hail, commend,
    appreciate, applaud, extol, mention, cite, deny, criticise, criticize, condemn, denounce, decry, deplore, bemoan,
    lament, regret, blame, accuse, order, complain, predict, speculate, elaborate, clarify, specify, wonder, disagree,
    concur, outline, remind, advocate, reflect, boast, swear, blast, slam, ridicule, mock, deride, liken, allege,
    exhort, implore, entreat, beseech, plead, admonish, chide, berate, lambast, lambaste, castigate, rebuke, scold,
    chastise, dispute, refute, rebut, downplay, echo, hint, imply, confess, confide, proclaim, profess, reason,
    surmise, summarise, summarize, recount, recapitulate, detail, stipulate, expound, inquire, enquire, request,
    query, doubt, foresee, reckon, suspect, forecast, attest, vouch, enthuse, exclaim, shout, yell, whisper, mutter,
    grumble, fume, thunder, interject, object, apologise, apologize, tell, testify, reject, theorise, theorize,
    posit, argue, tout, enumerate, describe, quote, lash out, hit out, hit back, fire back, shoot back, strike back,
    push back, weigh in, chime in, chip in, speak out, speak about, speak of, speak highly, speak against, speak in
    favour, speak in favor, speak in support, talk about, talk of, talk up, point out, point to, call for, call on,
    call upon, call it, call into question, call attention, draw attention, draw lessons, draw a lesson, draw a
    parallel, draw parallels, lay stress, lay emphasis, lay out, put emphasis, place emphasis, put forward, put forth,
    set forth, attach importance, attach great importance, attach special importance, attach particular importance,
    attach significance, make clear, make it clear, make it plain, make plain, make the case, make a case, make a
    point, make the point, make the argument, make mention, touch on, touch upon, dwell on, dwell upon, expand on, go
    on to say, go further, go so far as, take issue, take exception, take aim, take a swipe, beg to differ, shed
    light, throw light, cast doubt, sound the alarm, sound a note, raise the alarm, let it be known, let slip, spell
    out, sum up, play down, clear up, rule out, throw his weight, throw her weight, lend his support, lend her
    support, give credit, give an overview, give an account, hold the view, hold the opinion, take the view, share the
    view, share the opinion, share this view, share that view, find it, project, attribute, ascribe, flag, raise the
    question, raise the matter, raise the problem, raise the issue, raise the fact, raise concerns, raise doubts,
    raise eyebrows about, send a message, come out against, come out in favour, have this to say, rail against, read
    the riot act, pay tribute, pin high hopes, pin hopes, disagree, back up the view, pour scorn, pour cold water,
    point the finger, point a finger, give his word, give her word, give their word, side with, make no secret, make
    no bones, leave no doubt, take the blame, take responsibility, set the record straight, press for, push for, speak
    at length, speak in detail, speak warmly, speak passionately, speak strongly, talk at length, wax lyrical, bid
    the, bid all, bid every, bid his, bid them, do not hide, do not mince, do not deny, do not believe, do not think,
    do not accept that, do not doubt, do not agree, do not share, do not dispute, do not regret, leave no doubt, set
    store by, put on record, place on record, heap praise, heap scorn, sing the praises, give vent, give voice, serve
    notice, sound off, speak up for, come down hard, hark back, double down, drive home, hammer home, bring home the,
    reel off, lay the blame, put the blame, pin the blame, place the blame, hold out hope, hold out the prospect, see
    no reason, see no need, see no point, see no alternative, lend his voice, lend her voice, pull no punches, draw up
    the lesson,
    shrug off, brush aside, brush off, wave aside, wave away,
    find fault, pick holes, have none of it, have his say, have her say, single
    out, liken, would like to see, want to know, do not rule out
"""

# The same with a clause, a colon or a question word after it.
WITH_CLAUSE = """
    remark, comment, observe, conclude, advise, urge, demand, request, maintain, share, report, note, state, claim,
    agree, acknowledge, feel, charge, hold, hope, decide, determine, estimate, calculate, assume, presume, guess,
    fear, expect, anticipate, concede, joke, post, teach, find, indicate, add, hint, signal, consider, argue, warn,
    insist, suggest, admit, stress, question, ask, explain, describe, guarantee, realise, realize, accept, deem,
    imagine, worry, think, submit, rule, venture, muse, analyse, analyze, demonstrate, illustrate, promise, pledge,
    vow, swear, move
"""
CLAUSES = frozenset({"that", ":", "how", "why", "whether"})

# These count once it is plain that a speech is being given: after an opener, with a that-clause, or in a running
# speech.
IN_A_SPEECH = """
    thank, welcome, congratulate, wish, direct, assign, encourage, agree, defend, dismiss, support, endorse, require,
    consider, report, share, attach, value, analyse, analyze, set out, raise, convey, extend, evaluate, regard,
    advise, commit, discuss, estimate, hold, decide, conclude, observe, hope, want, accept, introduce, look forward,
    take note, indicate, determine, call, demand, muse, contrast, compare, attribute, ascribe, fear,
    expect, correct, oppose, back, question, challenge, justify, credit, sympathise, sympathize, identify,
    intervene, protest, agree with, propound, salute, signal, project, worry, review, offer, flag,
    illustrate, interpret, stand by, think, counsel, notify, approve of, refer to, allude to, answer, request, brief
"""

# They tell somebody to do something: "tasked the agency to …", "wants the auditor to …".
TASKING = """
    direct, assign, encourage, require, advise, invite, entrust, task, charge, challenge, want, expect, counsel, call,
    caution, command, commission, petition, lobby, press, nudge, dare, defy
"""
# They count after what was said: “…,” charged X; the race is long, he maintained.
AFTER_CONTENT = """
    charge, maintain, compare, analyse, analyze, observe, conclude, agree, share, demand, advise, counsel, protest,
    muse, object, guess, submit, venture, find, smile, laugh, nod, grin, chuckle, shrug, sob, wink, frown, scoff, beam,
    sigh, snap, cry, interject, murmur, sneer, whisper, mutter, grumble
"""
# They tell an opinion where "as" or quoted words say what something is: "rejected the report as false".
JUDGING = """
    dismiss, reject, characterise, characterize, portray, brand, label, dub, term, deem, depict, regard, view, see,
    call, paint, rate, find, attack
"""
# They give what the noun after them names: "gave details of", "raised difficulties in".
GIVING = """
    give, offer, provide, share, raise, make, put forward, put, convey, issue, voice, pose, contribute, extend, set
    out, set, lay down, lay out, come up with, vent, sound, strike, send, air, express, propose, draw, introduce,
    suggest, paint, repeat, renew
"""

# These are of saying by their object.
BY_OBJECT = """
    favour, favor, contest, resist, recognise, recognize, value, register, list, name, enumerate, diagnose, liken,
    trace, entrust, update, threaten, volunteer, undertake, deem, consider, find, think, feel, want, counsel, hope,
    commiserate, beg
"""

# In the passive with "by" these are of saying whatever follows.
POINTS = """
    stress, emphasise, emphasize, underline, underscore, highlight, echo, note, mention, reiterate, affirm, confirm
"""
# Their gerund after "is" is more often an act, but for a clause: is adding, was ordering.
ACTS_TOO = """
    add, appeal, order, echo, cite, detail, project, tweet, voice, write, reflect, answer, ask, reply, respond,
    retort, apologise, apologize, recommend, counter, attribute, mock, describe, mention, blast, wonder, plead,
    speculate
"""
# These take a clause without "that": hoped the plan would succeed.
CLAUSAL = """
    hope, fear, agree, think, feel, expect, maintain, consider, conclude, observe, advise, decide, imagine, demand,
    guess, assume, presume, worry, signal, indicate, anticipate, charge, submit, muse, realise, realize, reckon
"""

# Cues that may stand before their subject: “…,” said the minister.
INVERTED = """
    say, add, stress, note, explain, state, affirm, write, ask, reply, declare, argue, warn, tell, conclude, continue,
    emphasise, emphasize, recall, remark, comment, insist, respond, tweet, quip, joke, observe, admit, concede,
    assert, announce, underline, underscore, point out, reiterate, retort, reveal, order, predict, recount, lament,
    wonder, muse, opine, promise, suggest, claim, exclaim, shout, complain, confess, confirm, contend, counter,
    acknowledge, advise, answer, caution, cry, elaborate, highlight, hint, plead, pledge, reason, remind, reflect,
    urge, vow, snap, sigh, interject, allege, boast, opine, believe, confide, charge, maintain, compare, assure,
    protest, object, thunder, enthuse, grumble, whisper, mutter, yell, fume, agree, concur, propose, recommend,
    speculate, demand, quote, instruct, counsel, testify, theorise, theorize, chime in, chip in, smile,
    laugh, nod, grin, chuckle, shrug, sob, scoff
"""

# Those by which officials say what is to be done: after these a speech of duties may run on without a cue.
DIRECTING = """
    stress, emphasise, emphasize, underline, underscore, request, urge, call, ask, suggest, instruct, point, affirm,
    state, note, reiterate, require, propose, direct, assign, order, demand, highlight, lay, put, recommend, agree,
    acknowledge, appreciate, commend, praise, task, remind, exhort, insist, advise, encourage, invite, want, conclude,
    advocate, attach, expect, hope, wish, make, declare, reaffirm, analyse, analyze, set, caution
"""

PAST = {
    "say": "said", "tell": "told", "think": "thought", "write": "wrote", "hold": "held", "feel": "felt",
    "find": "found", "lay": "laid", "put": "put", "set": "set", "make": "made", "take": "took", "give": "gave",
    "draw": "drew", "speak": "spoke", "go": "went", "swear": "swore", "teach": "taught", "foresee": "foresaw",
    "cast": "cast", "throw": "threw", "shed": "shed", "let": "let", "hit": "hit", "beg": "begged", "sum": "summed",
    "lend": "lent", "shoot": "shot", "send": "sent", "come": "came", "pay": "paid", "rule": "ruled",
    "strike": "struck", "see": "saw", "stand": "stood", "commit": "committed", "admit": "admitted",
    "rebut": "rebutted", "spell": "spelled", "have": "had", "read": "read", "extol": "extolled", "dub": "dubbed",
    "quip": "quipped", "chip": "chipped", "pin": "pinned", "rap": "rapped", "do": "did", "slam": "slammed",
    "concur": "concurred", "regret": "regretted", "refer": "referred", "submit": "submitted",
    "forecast": "forecast", "dwell": "dwelt", "begin": "began", "keep": "kept", "rise": "rose", "choose": "chose",
    "seek": "sought", "nod": "nodded", "grin": "grinned", "sob": "sobbed", "get": "got", "undertake": "undertook",
    "stop": "stopped", "wrap": "wrapped", "step": "stepped",
    "prefer": "preferred", "pull": "pulled", "bid": "bade", "leave": "left",
}  # fmt: skip
PARTICIPLES = {
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
NOUNS = frozenset(
    "claim demand request report state note question comment remark answer doubt hope plan charge counter call query "
    "appeal order regret object quote detail forecast highlight joke view reason post challenge label brand term wish "
    "value offer share estimate focus hint command project rate fear worry review update signal present support "
    "suspect outline protest task rebuke".split()
)
SELDOM_NOUNS = frozenset({"hope", "support", "wish", "present"})
DOUBLED_IN_BRITAIN = frozenset({"signal", "label", "counsel"})
NO_GERUNDS = frozenset({"quoting", "writing", "briefing", "answering"})  # acts, or the name of an event
AS_THEY_ARE = """
    would only say, would say only, could only say, can only say, been critical of, been in favour of, been in favor of,
    thinks, stood by his, stood by her, stands by his, stands by her, was critical of, is critical of, was in favour
    of, is in favour of, was in favor of, is in favor of, is not convinced, was not convinced, demanded, hoped,
    maintains his innocence, maintains her innocence, maintained his innocence, maintained her innocence, continued
    that, continued :, continues :, went on ., appeals to, wants to know, put it this, put it like, put it bluntly,
    put it simply, puts it this, puts it bluntly
"""
# Before a mark: as X put it, ….
BEFORE_A_MARK = ("put it", "puts it", "sees it", "saw it", "went on", "goes on", "continued", "continues")
MARKS = (",", ".", ":")
