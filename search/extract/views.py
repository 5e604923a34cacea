"""Whose view it is without a verb of saying: "in X's view", "X's advice was to", "for X, the key is", "as X put it"."""

from __future__ import annotations

from search.extract.lexicon import DUTIES, MALE
from search.extract.line import Line
from search.extract.reported import Reported
from search.extract.sources import PERSONAL, Sentence, Source, with_titles
from search.extract.subjects import source_named_after
from search.extract.utterances import CLAIMS, COUNSELS, PLAIN, VIEWS_AFTER

_PRESENT = frozenset({"is", "are", "cannot", "needs", "need"}) | DUTIES
_JUDGEMENTS = frozenset(
    "key lesson answer point question problem priority issue challenge secret reason moral task solution way root "
    "test danger risk goal aim message matter crux essence remedy heart".split()
)
_POSSESSIVE = frozenset({"his", "her"})
_ASKING = frozenset("why how whether what who when where".split())
# How a call is taken, which is itself told: X's call for a ban drew applause.
_CALLING = frozenset("call appeal demand plea warning proposal suggestion request insistence".split())
# What says something itself: the minister's reply refers voters to a decree.
_SPOKEN = frozenset("reply answer response message statement speech address remarks".split())
_COMPLEMENTS = frozenset({"for", "to", "against", "about", "on"})
_TAKEN = frozenset(
    "drew draws won wins met earned sparked provoked angered surprised pleased came comes follows followed".split()
)
_MET = frozenset("met greeted welcomed echoed applauded rejected aimed addressed".split())
_POINTING = frozenset({"that", "this", "such"})
_DESCRIPTION = 2  # adjectives before the noun: X's blunt advice
_ABOUT = 9  # units between the noun and its verb
_CLAUSE = 12  # units in which the verb of "for X, …" stands
_MAIN = 8  # units of the source and what belongs to it
_MIND_OF = frozenset({"for", "to"})


def letters_of_views(line: Line) -> str:
    """The letters of the units at which a view may be told within the sentences of a line; see `may_be_view`."""
    words = line.plain
    return "S" + ("" if _POSSESSIVE.isdisjoint(words) else "a") + ("" if CLAIMS.isdisjoint(words) else "o")


def may_be_view(sentence: Sentence, at: int) -> bool:
    """Whether a view may be told at unit `at`: after "X's" or "his", or where "For X, …" begins."""
    code = sentence.codes[at]
    if code == "S":
        return at > sentence.begin and sentence.codes[at - 1] in PERSONAL
    if code == "a":
        return sentence.plain(at) in _POSSESSIVE
    return code == "o" and (at == sentence.begin or (at > sentence.begin and sentence.plain(at - 1) in CLAIMS))


def view_of(sentence: Sentence, at: int) -> Reported | None:
    """In X's view, …; by his account, …; X's advice was to …; X's warning that …."""
    if sentence.codes[at] == "S":
        source = _owner(sentence, at)
    elif sentence.plain(at) in _POSSESSIVE and sentence.subject is None:
        source = Source(at, at, at + 1, pronoun=True)
    else:
        return None
    noun = _noun_after(sentence, at)
    if source is None or noun is None:
        return None
    before = source.first - 1
    if before >= sentence.begin and sentence.codes[before] in "oX":
        return _in_view(sentence, source, before, noun)
    return _claim(sentence, source, noun)


def _owner(sentence: Sentence, at: int) -> Source | None:
    owner = at - 1
    if owner < sentence.begin or sentence.codes[owner] not in PERSONAL:
        return None
    person = sentence.study.people.get(owner)
    first = with_titles(sentence.codes, owner, sentence.begin)
    return None if person is None else Source(owner, first, owner + 1, person=person)


def _noun_after(sentence: Sentence, at: int) -> int | None:
    """The noun of view or claim after the possessive, adjectives between."""
    for here in range(at + 1, min(at + 2 + _DESCRIPTION, sentence.end)):
        word = sentence.plain(here)
        if word in CLAIMS or any(word in nouns for nouns in VIEWS_AFTER.values()):
            return here
        if sentence.codes[here] not in "xA#":
            return None
    return None


def _in_view(sentence: Sentence, source: Source, before: int, noun: int) -> Reported | None:
    preposition = sentence.plain(before)
    end = noun + 1
    if sentence.plain(noun) == "point" and end + 1 < sentence.end and sentence.plain(end + 1) == "view":
        end += 2  # from X's point of view
        fits = preposition == "from"
    else:
        fits = sentence.plain(noun) in VIEWS_AFTER.get(preposition, ())
    if not fits or end >= sentence.end or sentence.codes[end] in "obS&x":
        return None
    opens = before - sentence.begin <= 1
    return Reported("view-of", source, (end, sentence.end) if opens else (sentence.begin, before))


def _claim(sentence: Sentence, source: Source, noun: int) -> Reported | None:
    """The content in a clause after the noun or a verb of being: X's warning that …; X's view of it is that …."""
    if sentence.plain(noun) not in CLAIMS:
        return None
    codes, after = sentence.codes, noun + 1
    taken = _where_it_is_taken(sentence, noun)
    for here in range(after, min(after + _ABOUT, sentence.end - 1)):
        if taken is not None:
            return Reported("claim-of", source, (after, taken))
        if codes[here] == "b":
            return _after_being(sentence, source, noun, here + 1)
        says = here == after and (codes[here] == "T" or (codes[here] in "Vv" and sentence.plain(noun) in _SPOKEN))
        if codes[here] == ":" or says:
            return Reported("claim-of", source, (here + 1, sentence.end))
        if codes[here] in ",;.VvGTrQ":
            return None
    return None


def _where_it_is_taken(sentence: Sentence, noun: int) -> int | None:
    """The unit of the verb that tells how a call for something was met."""
    if sentence.plain(noun) not in _CALLING or noun + 1 >= sentence.end or sentence.plain(noun + 1) not in _COMPLEMENTS:
        return None
    for here in range(noun + 2, min(noun + 2 + _CLAUSE, sentence.end - 1)):
        if sentence.codes[here] in ",;:.Tr":
            return None
        if sentence.plain(here) in _TAKEN or (sentence.codes[here] == "b" and sentence.plain(here + 1) in _MET):
            return here
    return None


def _after_being(sentence: Sentence, source: Source, noun: int, at: int) -> Reported | None:
    codes = sentence.codes
    given = (
        codes[at] in "T:Q"
        or sentence.plain(at) in _ASKING
        or (sentence.plain(at) == "to" and sentence.plain(noun) in COUNSELS)
    )
    if not given and sentence.plain(at) in PLAIN:
        given = ":" in codes[at + 1 : min(at + _DESCRIPTION + 2, sentence.end)]
    return Reported("claim-of", source, (at, sentence.end)) if given else None


def claim_by(sentence: Sentence, at: int) -> Reported | None:
    """That was the message of X; “…”: such is the view of X."""
    codes, begin = sentence.codes, sentence.begin
    told = at - 2 > begin and sentence.plain(at) == "of" and sentence.plain(at - 1) in CLAIMS and codes[at - 2] == "a"
    if not told or codes[at - 3] != "b" or sentence.plain(at - 4) not in _POINTING:
        return None
    source = source_named_after(sentence, at)
    if source is None or source.person is None:
        return None
    return Reported("claim-of", source, (begin, at - 4) if at - 4 > begin else (source.last, sentence.end))


def view_for(sentence: Sentence, at: int) -> Reported | None:
    """For X, the key is …; To Mr. X, nothing is more urgent: a judgement in the present that is X's."""
    begin, codes = sentence.begin, sentence.codes
    if at != begin or sentence.plain(at) not in _MIND_OF:
        return None
    who = next((here for here in range(at + 1, min(at + _MAIN, sentence.end)) if here in sentence.study.people), None)
    if who is None or codes[who] not in PERSONAL or with_titles(codes, who, begin) - 1 - (codes[at + 1] == "a") > at:
        return None
    comma = who + 1
    if comma < sentence.end and codes[comma] == "," and codes[comma + 1 : comma + 2] in {"R", "a"}:
        closing = codes.find(",", comma + 1, min(comma + _MAIN + 2, sentence.end))
        comma = closing if closing > 0 and "R" in codes[comma:closing] else comma
    if comma + 1 >= sentence.end or codes[comma] != "," or not _is_judgement(sentence, comma + 1):
        return None
    return Reported(
        "view-for", Source(who, at + 1, who + 1, person=sentence.study.people[who]), (comma + 1, sentence.end)
    )


def _is_judgement(sentence: Sentence, at: int) -> bool:
    """Whether the clause judges: its subject is no person, and it is in the present or names a lesson, a key."""
    codes = sentence.codes
    if codes[at] in "NMWRHpP" or sentence.plain(at) in MALE:
        return False
    for here in range(at, min(at + _CLAUSE, sentence.end)):
        word = sentence.plain(here)
        if word in _JUDGEMENTS and codes[here + 1 : here + 2] not in {"V", "v"}:
            return True
        if codes[here] in ";:VvQr":
            return False
        if word in _PRESENT:
            return True
        if codes[here] == "b":
            return False
    return False
