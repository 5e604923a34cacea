"""The rules that hear a cue: each looks at one cue of a sentence and says whose words it announces, or nothing."""

from __future__ import annotations

import re

from search.extract import verbs
from search.extract.frames import tells
from search.extract.papers import SENDING, paper_reads
from search.extract.reported import Reported, Rule
from search.extract.sources import PERSONAL, Sentence, Source, source_at, with_titles
from search.extract.subjects import source_named_after, subject_after, subject_before
from search.extract.utterances import INSCRIBED
from search.extract.views import claim_by, view_for, view_of
from search.model import Collective

_AS_SAYING = re.compile(r"([aRH]{0,4}[NMWR])o[Gx]T?")
_LATER_AS_SAYING = re.compile(r"[^.;:V]{0,16}?oGT?")  # was quoted by a newspaper in May as saying
_WITH = re.compile(r"o(?:[aSOi]?[xwR]{1,3},)?[aRH]{0,4}\Z")  # with its leader, Dr
_WHILE = frozenset({"while", "before", "after", "then", "also", "and", "time"})
_PAPERS = frozenset(
    "dispatch dispatches telegram directive decision document documents decree letter letters instruction notice plan "
    "message resolution circular statement order memo memorandum note article".split()
)
_READING = frozenset({"delivered", "presented", "read"})
_OF_A_PAPER = 8  # units of "the verification report of the committee, delivered by"
_OF_TITLES = frozenset("RSiOHaw,&-o#")
_DESCRIPTION = 2  # units of "Trainee" before a name
_PURPOSES = frozenset({"so", "order", "such"})
_SAME_TIME = ("at", "the", "same", "time")
_THING_WITHIN = 8  # units between a thing with words on it and the colon
_BUT = frozenset({"but", "then", "yet"})


def according_to(sentence: Sentence, at: int) -> Reported | None:
    """According to X, …; …, according to X."""
    if sentence.codes[at] != "X":
        return None
    source = source_named_after(sentence, at)
    if source is None:
        return None
    source = _deliverer(sentence, source) or source
    before, after = at - sentence.begin, sentence.end - source.last
    return Reported("according-to", source, (source.last, sentence.end) if before < after else (sentence.begin, at))


def _deliverer(sentence: Sentence, paper: Source) -> Source | None:
    """Who reads out the report that is the source: according to the report, delivered by X, …."""
    if paper.collective is not Collective.REPORT:
        return None
    for at in range(paper.last, min(sentence.end - 1, paper.last + _OF_A_PAPER)):
        if sentence.plain(at) in _READING and sentence.plain(at + 1) == "by":
            source = source_named_after(sentence, at + 1)
            return source if source is not None and source.person is not None else None
        if sentence.codes[at] in "VvQ.;T":
            return None
    return None


def quoted_as_saying(sentence: Sentence, at: int) -> Reported | None:
    """The statement quoted X as saying …."""
    if sentence.plain(at) not in {"quoted", "cited"}:
        return None
    if _is_passive(sentence.codes, at, sentence.begin):
        return _was_quoted(sentence, at)
    match = _AS_SAYING.match(sentence.codes, at + 1, sentence.end)
    person = sentence.study.people.get(match.end(1) - 1) if match else None
    if match is None or person is None:
        return None
    source = Source(match.end(1) - 1, at + 1, match.end(1), person=person)
    return Reported("quoted-as-saying", source, (match.end(), sentence.end))


def _was_quoted(sentence: Sentence, at: int) -> Reported | None:
    """X was quoted by the newspaper as saying …."""
    codes, before = sentence.codes, at - 1
    while before > sentence.begin and codes[before] in "bA":
        before -= 1
    match = _LATER_AS_SAYING.match(codes, at + 1, sentence.end)
    if match is None or codes[before] not in PERSONAL:
        return None
    source = source_at(sentence.study, before, sentence.begin)
    return None if source is None else Reported("quoted-as-saying", source, (match.end(), sentence.end))


def subject_and_cue(sentence: Sentence, at: int) -> Reported | None:
    """X stressed that …; …, X said."""
    codes, begin, end = sentence.codes, sentence.begin, sentence.end
    if codes[at] not in "Vv" or _is_passive(codes, at, begin):
        return None
    source = subject_before(sentence, at)
    if source is None or _is_purpose(sentence, source.first):
        return None
    after = at + 1 + (codes[at + 1 : at + 2] == "T")
    follows_quotation = codes[begin : source.first].rstrip(",").endswith("Q")
    closes = after >= end or codes[after] == "." or codes[after : after + 2] in {",G", ",A", ",o", ",-"}
    if (closes or follows_quotation) and source.first > begin + 1:
        return Reported("cue-after-content", source, (begin, source.first))
    return Reported("subject-and-cue", source, (after, end))


def _is_purpose(sentence: Sentence, first: int) -> bool:
    """Whether the subject stands in a clause of purpose or result: "speak so that people believe"."""
    return first - 2 >= sentence.begin and sentence.codes[first - 1] == "T" and sentence.plain(first - 2) in _PURPOSES


def stressed_by(sentence: Sentence, at: int) -> Reported | None:
    """It was stressed by X that …; crews were told by X to …; …, as noted by X."""
    codes, begin, by = sentence.codes, sentence.begin, at + 1
    if codes[at] != "V" or by >= sentence.end or sentence.plain(by) != "by":
        return None
    passive, as_noted = _is_passive(codes, at, begin), at > begin and sentence.plain(at - 1) == "as"
    source = source_named_after(sentence, by) if passive or as_noted else None
    if source is None or (source.person is None and not source.pronoun):
        return None
    follows = codes[source.last : source.last + 1]
    if as_noted:
        opens = at - 1 == begin
        return Reported("stressed-by", source, (source.last, sentence.end) if opens else (begin, at - 1))
    if follows == "T" or (source.last < sentence.end and sentence.plain(source.last) == "to"):
        return Reported("stressed-by", source, (source.last + 1, sentence.end))
    main = set(codes[begin:at]).isdisjoint("VvTr;")
    return Reported("stressed-by", source, (begin, at)) if main and sentence.plain(at) in verbs.POINTS else None


def is_saying(sentence: Sentence, at: int) -> Reported | None:
    """X is warning that …; X has been urging all to …."""
    codes, before = sentence.codes, at - 1
    if codes[at] != "G" or not _goes_on(sentence, at):
        return None
    while before > sentence.begin and codes[before] == "A":
        before -= 1
    if before <= sentence.begin or codes[before] != "b":
        return None
    while before > sentence.begin and codes[before] in "Ab":
        before -= 1
    if codes[before] not in PERSONAL and codes[before] != "p":
        return None
    source = source_at(sentence.study, before, sentence.begin)
    heard = source is not None and (source.pronoun or source.person is not None)
    return Reported("subject-and-cue", source, (at + 1, sentence.end)) if source is not None and heard else None


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether what is being said follows the gerund: a clause, or an object of a verb that has none but words."""
    after = at + 1
    if after >= sentence.end:
        return False
    return sentence.codes[after] in "T:Q" or (
        sentence.plain(at) not in verbs.ACTING_GERUNDS and sentence.codes[after] not in ".,;&G"
    )


def cue_and_subject(sentence: Sentence, at: int) -> Reported | None:
    """“…,” said X."""
    codes = sentence.codes
    weak = codes[at] == "v" and "Q" in codes[max(sentence.begin, at - 2) : at]
    if (codes[at] != "V" and not weak) or at == sentence.begin:
        return None
    if codes[at - 1] not in ",Q" and sentence.plain(at - 1) not in {"?", "!"}:
        return None
    source = subject_after(sentence, at) if sentence.plain(at) in verbs.INVERTED else None
    return None if source is None else Reported("cue-and-subject", source, (sentence.begin, at))


def later_verb(sentence: Sentence, at: int) -> Reported | None:
    """X visited the factory, met workers and stressed that …."""
    codes = sentence.codes
    before = at - 1
    while before > sentence.begin and codes[before] == "A":
        before -= 1
    if sentence.plain(before) == _SAME_TIME[-1] and _same_time(sentence, before):
        before -= len(_SAME_TIME)
    source = _head_of(sentence, at)
    joined = codes[before] in ",&" or (codes[before] == "x" and sentence.plain(before) in _BUT)
    told = codes[at] == "V" or (codes[at] == "v" and tells(sentence, at))
    if not told or before <= sentence.begin or not joined or source is None:
        return None
    return Reported("later-verb", source, (at + 1, sentence.end))


def _same_time(sentence: Sentence, last: int) -> bool:
    """Whether "at the same time" ends there."""
    first = last + 1 - len(_SAME_TIME)
    return first > sentence.begin and tuple(map(sentence.plain, range(first, last + 1))) == _SAME_TIME


def adding_that(sentence: Sentence, at: int) -> Reported | None:
    """X welcomed the guests, adding that …; … while noting that …."""
    source, codes = _head_of(sentence, at), sentence.codes
    if codes[at] != "G" or at <= sentence.begin or source is None:
        return None
    joined = (
        codes[at - 1] in ",-"
        or _is_signed(sentence, source.at, at)
        or (sentence.plain(at - 1) in _WHILE and codes[at + 1 : at + 2] in {"T", ":", "Q"})
    )
    return Reported("adding-that", source, (at + 1, sentence.end)) if joined else None


def _is_signed(sentence: Sentence, subject: int, at: int) -> bool:
    """Whether the gerund tells what the subject signed or sent: "X signed Dispatch No. 7 urging ministries to …"."""
    words = {sentence.plain(here) for here in range(subject + 1, at)}
    marks = set(sentence.codes[subject + 1 : at]) - {".", ","}
    return not SENDING.isdisjoint(words) and not _PAPERS.isdisjoint(words) and marks.isdisjoint(";:VvQNMGT")


def before_quotation(sentence: Sentence, at: int) -> Reported | None:
    """X pointed at the quay: “…”; the Secretary of the commune, X: “…”."""
    if sentence.codes[at : at + 2] != ":Q":
        return None
    if any(sentence.plain(here) in INSCRIBED for here in range(max(sentence.begin, at - _THING_WITHIN), at)):
        return None  # unveiled a sign that read: “…”
    source = _before_colon(sentence, at) or _beginning_subject(sentence, at)
    return None if source is None else Reported("quotation-after-colon", source, (at + 1, sentence.end))


def _beginning_subject(sentence: Sentence, at: int) -> Source | None:
    """The subject of the sentence, if it begins with it; not: the lines X has laid down: “…”."""
    codes, source = sentence.codes, _head_of(sentence, at)
    if source is None or not set(codes[source.at + 1 : at]).isdisjoint("NMDKP;Q"):
        return None
    first = with_titles(codes, source.at, sentence.begin)
    described = first - sentence.begin <= _DESCRIPTION and set(codes[sentence.begin : first]) <= set("aAxwW")
    return source if described or codes[first - 1] == "," else None


def _before_colon(sentence: Sentence, at: int) -> Source | None:
    """The person with titles who alone stands before a colon."""
    person = sentence.study.people.get(at - 1)
    alone = at > sentence.begin and set(sentence.codes[sentence.begin : at - 1]) <= _OF_TITLES
    return Source(at - 1, sentence.begin, at, person=person) if person is not None and alone else None


def with_x_saying(sentence: Sentence, at: int) -> Reported | None:
    """The meeting ended with X warning that …; …, with its leader, X, vowing to …."""
    codes, named = sentence.codes, at - 1 - (sentence.codes[at - 1] == ",")
    person = sentence.study.people.get(named)
    if codes[at] != "G" or person is None or not _goes_on(sentence, at):
        return None
    match = _WITH.search(codes, sentence.begin, named)
    if match is None or sentence.plain(match.start()) != "with":
        return None
    return Reported("with-x-saying", Source(named, named, named + 1, person=person), (at + 1, sentence.end))


RULES: tuple[Rule, ...] = (
    according_to,
    quoted_as_saying,
    subject_and_cue,
    stressed_by,
    is_saying,
    cue_and_subject,
    later_verb,
    with_x_saying,
    before_quotation,
    adding_that,
    view_of,
    claim_by,
    view_for,
    paper_reads,
)


def _head_of(sentence: Sentence, cue: int) -> Source | None:
    """The subject of the sentence as the source of a cue further down."""
    at = sentence.subject
    if at is None or at >= cue:
        return None
    return Source(at, at, at + 1, person=sentence.study.people.get(at), pronoun=sentence.codes[at] == "p")


def _is_passive(codes: str, at: int, begin: int) -> bool:
    here = at - 1
    while here >= begin and codes[here] == "A":
        here -= 1
    return here >= begin and codes[here] in "bz"
