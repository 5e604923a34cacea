"""Finding the subject of a cue: before it, over an apposition or a date; after it; after "according to"."""

from __future__ import annotations

import re

from search.extract.gazetteer import DAYS, MONTHS
from search.extract.people import Study
from search.extract.sources import COLLECTIVES, PERSONAL, Sentence, Source, source_at

_APPOSITION_LONGEST = 60
_BRACKET_LONGEST = 14
_BOTH = frozenset({"both", "all", "each"})
_HOMES = frozenset("cooperative company village union association school hospital factory farm".split())
_DESCRIBING = frozenset("axwA")
_AWAY = 12  # units between a subject and its cue that a time and a place may take
_NEAR = 4
_WHEN_AND_WHERE = re.compile(r"[NMWRp],?(?:[oA][aAw#xWC]{0,5}[w#WCxA],?){1,2}A{0,3}\Z")
_TITLE_BEFORE = re.compile(r"R(?:[ow][aowWOix#&-]{0,7})?\Z")
_DESCRIBED = re.compile(r"[xwWRHOiS#]{1,5}[NM](?=[.,oA(-]|\Z)")
_AND_ANOTHER = re.compile(r"&[aRH]{0,4}[NMWR](?=[.,;:Q(]|\Z)")
_NAMING = frozenset("wWMNROiD)")
_OPENING = frozenset("but yet and still so meanwhile then also however".split())
_TITLED_IN_WORDS = re.compile(r"[wWi]{1,3}R(?![NMWR])")
_TIMES = MONTHS | DAYS | frozenset("morning afternoon evening today yesterday week month year occasion".split())


def subject_before(sentence: Sentence, cue: int) -> Source | None:
    """The subject of the cue at unit `cue`, which stands before it."""
    codes, begin = sentence.codes, sentence.begin
    if codes[cue - 1] == "," and ",r" in codes[begin : cue - 1]:  # X, who was ambassador until May, said
        source = _before_apposition(sentence, cue - 1)
        if source is not None and source.person is not None:
            return source
    return _nearest_subject(sentence, cue)


def _nearest_subject(sentence: Sentence, cue: int) -> Source | None:
    study, codes, begin = sentence.study, sentence.codes, sentence.begin
    here = _before_time_and_place(sentence, cue)
    if here < begin:
        return None
    if codes[here] == "r":
        told = codes[cue] == "V" or codes[cue + 1 : cue + 2] in {"T", ":"}
        return _before_who(sentence, here) if told else None
    if codes[here] == ")":  # David Perdue (R-Ga.) said
        opening = codes.rfind("(", max(begin, here - _BRACKET_LONGEST), here)
        return source_at(study, opening - 1, begin) if opening > begin and codes[opening - 1] in PERSONAL else None
    if codes[here] in ",-":
        return _before_apposition(sentence, here) or _head_over(sentence, here + 1)
    role = study.reading.units[here].role
    if role is not None and (here not in study.people or not role.definite):
        return _before_open_apposition(sentence, here) or source_at(study, here, begin)
    stands_there = codes[here] == "p" or here in study.people
    return (None if stands_there else _head_over(sentence, here + 1)) or source_at(study, here, begin)


def _before_who(sentence: Sentence, here: int) -> Source | None:
    """Mr. X, who said that."""
    here -= 2 if sentence.codes[here - 1] == "," else 1
    found = here >= sentence.begin and sentence.codes[here] in PERSONAL
    return source_at(sentence.study, here, sentence.begin) if found else None


def _before_open_apposition(sentence: Sentence, here: int) -> Source | None:
    """X, Secretary of …, said without the second comma; X - Head of … cum Director of … said."""
    study, codes, begin = sentence.study, sentence.codes, sentence.begin
    first = here
    while first > begin and codes[first] in "R,&" and here - first < _AWAY:
        first -= 1
    if codes[first] == "-":
        first -= 1
    if first == here or codes[first + 1] not in ",-" or first not in study.people or codes[first] not in "NMW":
        return None
    return source_at(study, first, begin)


def _head_over(sentence: Sentence, cue: int) -> Source | None:
    """The subject of the sentence over what stands between it and the cue: where and how it was said, nothing else."""
    at, codes = sentence.subject, sentence.codes
    if at is None or at >= cue or cue - at > _APPOSITION_LONGEST:
        return None
    between = codes[at + 1 : cue]
    if between[:1] not in {"o", "A", "#", ",", "-", "("} or set(between) & set("VvbcTrpQ:;.&SPI"):
        return None
    if between[:1] == "," and between[-1:] != ",":
        return None
    return source_at(sentence.study, at, sentence.begin)


def _before_time_and_place(sentence: Sentence, cue: int) -> int:
    """The unit before the cue, helpers and "on December 4", "in Hanoi" read over."""
    codes = sentence.codes
    here = cue - 1
    while here > sentence.begin and (codes[here] == "A" or (codes[here] == "a" and sentence.plain(here) in _BOTH)):
        here -= 1
    if here < sentence.begin or codes[here] not in "#wWCx,oOMi":
        return here
    match = _WHEN_AND_WHERE.search(codes, max(sentence.begin, cue - _AWAY), cue)
    if match is None:
        return _before_home(sentence, here)
    reading = sentence.study.reading
    words = reading.line.plain[reading.units[match.start() + 1].first : reading.units[cue - 1].last]
    in_a_place = codes[here] in "wWC" and "o" in match.group()
    told = in_a_place or any(word in _TIMES or word.isdigit() for word in words)
    return match.start() if told else here


def _before_home(sentence: Sentence, here: int) -> int:
    """The unit before "of the Sierra Club" or "from Lowell", if a person stands there."""
    codes, begin = sentence.codes, sentence.begin
    first = here - (sentence.plain(here) in _HOMES)
    while first > begin and here - first < _NEAR and codes[first] in "aOWMwiN":
        first -= 1
    at_home = codes[first] == "o" and sentence.plain(first) in {"of", "from"} and first > begin
    return first - 1 if at_home and codes[first - 1] in "NMW" and first - 1 in sentence.study.people else here


def _before_apposition(sentence: Sentence, closing: int) -> Source | None:
    """X, member of …, said: the subject stands before the mark that opens the apposition."""
    study, codes, begin = sentence.study, sentence.codes, sentence.begin
    name = closing - 1
    comma = name - 1 - (codes[name - 1] == "H")
    if comma > begin and codes[name] in "NMW" and name in study.people and codes[comma] == ",":
        title = _TITLE_BEFORE.search(codes, max(begin, comma - _AWAY), comma)
        if title is not None:  # the Minority Leader, X, said; the chairman in York, X, said
            return Source(name, title.start(), name + 1, person=study.people[name])
    for mark in range(closing - 1, max(begin, closing - _APPOSITION_LONGEST), -1):
        abbreviated = codes[mark] == "." and codes[mark + 1] == ","
        if (codes[mark] in "V;." and not abbreviated) or (codes[mark] == "Q" and codes[mark - 1] != "W"):
            return None
        if codes[mark] not in ",-(" or codes[mark + 1] not in "RrAa#oOxepMWwiCv":
            continue
        if codes[mark - 1] == ")" and codes[mark] == ",":
            opening = codes.rfind("(", max(begin, mark - _BRACKET_LONGEST), mark)
            if opening > begin and codes[opening - 1] in PERSONAL and opening - 1 in study.people:
                return source_at(study, opening - 1, begin)
        opens = codes[mark - 1] == "K" and set(codes[begin : mark - 1]) <= _DESCRIBING  # the letter, sent on Monday,
        if opens or codes[mark - 1] == "p" or (codes[mark - 1] in PERSONAL and mark - 1 in study.people):
            return source_at(study, mark - 1, begin)
    return None


def subject_after(sentence: Sentence, cue: int) -> Source | None:
    """The subject that follows its cue: “…,” said Mr. X."""
    study, codes, end = sentence.study, sentence.codes, sentence.end
    here = cue + 1
    if codes[here : here + 1] == "p" and codes[here + 1 : here + 2] in {".", ",", ""}:
        return Source(here, here, here + 1, pronoun=True)
    while here < end and codes[here] in "aHA" and here - cue < _NEAR:
        here += 1
    last = here
    while last < end and codes[last] == "R" and last not in study.people:
        last += 1
    if codes[last + 1 : last + 2] == "S":
        return None  # ", said X's trip was …": the subject stands before
    if last < end and codes[last] in "NMW" and last in study.people:
        return Source(last, here, last + 1, person=study.people[last])
    return _described_after(sentence, here)


def _described_after(sentence: Sentence, here: int) -> Source | None:
    """The subject with words of description before it, else a title or a crowd: said environmental lawyer X."""
    study, codes, end = sentence.study, sentence.codes, sentence.end
    match = _DESCRIBED.match(codes, here, end)
    if match is not None and match.end() - 1 in study.people:
        at = match.end() - 1
        return Source(at, here, at + 1, person=study.people[at])
    if here < end and codes[here] == "R":
        return Source(here, here, here + 1, person=study.people.get(here))
    if here < end and codes[here] in "DKC":
        return Source(here, here, here + 1, collective=COLLECTIVES[codes[here]])
    return None


def source_named_after(sentence: Sentence, preposition: int) -> Source | None:
    """Who follows "according to": a person with titles before or after, a report, a body."""
    study, codes, end = sentence.study, sentence.codes, sentence.end
    first = preposition + 1
    while first < end and codes[first] in "aAx#" and first - preposition < _NEAR:
        first += 1
    if _is_him_or_her(sentence, preposition + 1):
        return Source(preposition + 1, preposition + 1, preposition + 2, pronoun=True)
    if first >= end:
        return None
    return _titled_in_words(study, first, end) or _source_beginning(sentence, first)


def _titled_in_words(study: Study, first: int, end: int) -> Source | None:
    """In the words of the GDP Director."""
    match = _TITLED_IN_WORDS.match(study.reading.codes, first, end) if first not in study.people else None
    at = match.end() - 1 if match is not None else -1
    return Source(at, first, at + 1, person=study.people[at]) if at in study.people else None


def _source_beginning(sentence: Sentence, first: int) -> Source | None:
    """The source that begins at unit `first`, its titles before it."""
    study, codes, end = sentence.study, sentence.codes, sentence.end
    if codes[first] in "KDOiC":
        return Source(first, first, first + 1, collective=COLLECTIVES[codes[first]])
    if codes[first] == "p":
        return Source(first, first, first + 1, pronoun=True)
    here = first
    while here < end and codes[here] in "HR,&-" and codes[first] in "HR" and here - first < _AWAY:
        if here in study.people:
            break
        here += 1
    if here < end and codes[here] in PERSONAL and codes[here + 1 : here + 2] != "S":
        return Source(here, first, here + 1, person=study.people.get(here))
    return Source(first, first, first + 1, person=study.people.get(first)) if codes[first] == "R" else None


def _is_him_or_her(sentence: Sentence, at: int) -> bool:
    """Whether "according to" is of him or her, and "her" is not that of a noun."""
    if at >= sentence.end or sentence.plain(at) not in {"him", "her"}:
        return False
    return at + 1 >= sentence.end or sentence.codes[at + 1] in ",.;"


def coordinated_with(sentence: Sentence, source: Source) -> list[Source]:
    """The other persons of a subject: X in "X and Y said", X and Y in "X, Y and Z said"."""
    study, codes, begin = sentence.study, sentence.codes, sentence.begin
    found: list[Source] = []
    first = source.first
    marks = "&"
    while first - 2 >= begin and codes[first - 1] in marks:
        at = first - 2
        while at > begin and codes[at] in "R," and not (codes[at] == "R" and at in study.people):
            at -= 1  # a title in apposition
        if codes[at] not in PERSONAL or at not in study.people:
            apart = codes[first - 1] == "," and (codes[begin] in "oe" or codes[at] not in _NAMING)
            return found if apart else []  # At the talks, X and Y said; not: Z, X and Y said
        other = source_at(study, at, begin)
        if other is None:
            return []
        found.insert(0, other)
        first, marks = other.first, ",&"
    opened = first - 1 == begin and sentence.plain(begin) in _OPENING
    free = first == begin or opened or codes[first - 1] in ",Q:-T" or sentence.plain(first - 1) in _BOTH
    return found if free else []


def coordinated_after(sentence: Sentence, source: Source) -> list[Source]:
    """The second person of a source that follows its cue: Y in "said X and Y", "according to X and Y"."""
    match = _AND_ANOTHER.match(sentence.codes, source.last, sentence.end)
    person = sentence.study.people.get(match.end() - 1) if match is not None else None
    if match is None or person is None:
        return []
    return [Source(match.end() - 1, source.last + 1, match.end(), person=person)]
