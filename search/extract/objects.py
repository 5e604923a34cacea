"""Objects that make a weak verb one of saying: a measure that is defended, merits recognised, a thing compared.

Tables of verbs with the nouns, or the little words, that must follow them.
"""

from __future__ import annotations

from collections.abc import Callable

from search.extract import verbs
from search.extract.sources import Sentence

_STOPS = frozenset(";:VvGXrTQ.,")
_NUMBERS = frozenset("two three four five six seven eight nine ten several".split())
_REACH = 7  # units in which the noun stands
_FAR = 9  # units in which the second part of "credited … with" stands
_PERSONS = frozenset("NMWHp")

# Whoever takes a stand on one of these says so.
_STANDS = verbs.forms_of(
    "defend, welcome, oppose, support, question, back, endorse, dismiss, justify, challenge, contest, favour, favor, "
    "resist"
)
_MEASURES = frozenset(
    """
    plan plans bill bills decision decisions proposal proposals motion policy policies budget deal agreement measure
    measures law laws reform move idea ideas amendment amendments figures record handling claim claims allegation
    allegations accusation accusations call calls suggestion suggestions ruling rule rules sanctions tax taxes tariff
    tariffs cut cuts approach need right rights stance position strategy initiative initiatives resolution project
    projects choice notion argument arguments criticism statement finding findings report results price prices closure
    merger delay spending progress change changes increase levy fee fees quota quotas ban draft legislation conclusion
    conclusions recommendation recommendations treaty ceasefire truce talks offer view views opinion opinions review
    adoption convening election holding launch establishment appointment presence process legality necessity fairness
    wisdom value wording clause article provision provisions regulation regulations
    """.split()
)
_RECOGNISING = verbs.forms_of("recognise, recognize, value, note, register")
_MERITS = frozenset(
    """
    effort efforts contribution contributions role achievement achievements result results need importance progress
    work merit merits success successes dedication sacrifice sacrifices support cooperation performance initiative
    courage spirit shortcomings limitations difficulties drive leadership relationship relations
    """.split()
)
_ANALYSING = verbs.forms_of("identify, analyse, analyze, evaluate, list, enumerate, diagnose")
_FINDINGS = frozenset(
    """
    weakness weaknesses shortcoming shortcomings cause causes problem problems bottleneck bottlenecks obstacle
    obstacles challenge challenges opportunity opportunities priority priorities group groups issue issues reason
    reasons factor factors lesson lessons difficulty difficulties solution solutions task tasks limitation limitations
    danger dangers risk risks situation context result results advantage advantages achievement achievements role
    meaning significance work quality performance content contents requirement requirements
    """.split()
)
_REQUIRED = frozenset(
    """
    compliance implementation attention reporting inspection inspections supervision coordination effort efforts
    measures review reviews accountability transparency discipline determination responsibility solutions focus
    progress changes enforcement vigilance unity consensus seriousness speed caution checks monitoring publicity
    """.split()
)
_PRONOUNS = frozenset({"him", "them", "her"})  # called him a master
_ARTICLES = frozenset({"a", "an", "the"})
_TASKS = frozenset({"task", "tasks", "mission", "missions", "homework"})
# Verbs in two parts: credited X with, compared X to, put X down to.
_PAIRS: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (verbs.forms_of("compare, liken"), frozenset({"to", "with"})),
    (verbs.forms_of("credit"), frozenset({"with", "for"})),
    (verbs.forms_of("attribute, ascribe"), frozenset({"to"})),
    (verbs.forms_of("entrust"), frozenset({"with"})),
    (verbs.forms_of("update"), frozenset({"on", "about"})),
    (verbs.forms_of("put"), frozenset({"down"})),
)


def is_object_of_saying(sentence: Sentence, cue: int) -> bool:
    """Whether what follows the verb at unit `cue` makes it one of saying."""
    word, after = sentence.plain(cue), cue + 1
    if any(word in saying and _noun(sentence, after, nouns) for saying, nouns in _OBJECTS):
        return True
    if any(word in first and _pair(sentence, after, second) for first, second in _PAIRS):
        return True
    return any(word in saying and fits(sentence, after) for saying, fits in _FITTING)


def _with_measure(sentence: Sentence, at: int) -> bool:
    """Agreed with the proposal."""
    return "with" in {sentence.plain(at), sentence.last(at - 1)} and _noun(sentence, at, _MEASURES)


def _to_do(sentence: Sentence, at: int) -> bool:
    """Threatened to close the ports."""
    return sentence.plain(at) == "to" and sentence.codes[at + 1 : at + 2] in {"x", "v", "V"}


def _listed(sentence: Sentence, at: int) -> bool:
    """Listed 14 projects."""
    return sentence.codes[at] == "#" or sentence.plain(at) in _NUMBERS


def _wanted(sentence: Sentence, at: int) -> bool:
    """Wants two ports closed."""
    return sentence.plain(at) != "to"


def _counselled(sentence: Sentence, at: int) -> bool:
    """Advised caution."""
    return sentence.codes[at] == "x"


def _noun(sentence: Sentence, at: int, nouns: frozenset[str]) -> bool:
    """Whether one of the nouns stands in the object that begins at `at`, not in a phrase that depends on a person."""
    for here in range(at, min(at + _REACH, sentence.end)):
        named = here == at and sentence.plain(here) in nouns  # dismissed claims that
        if not named and (sentence.codes[here] in _STOPS or sentence.codes[here] in _PERSONS):
            return False
        if sentence.plain(here) in nouns or sentence.last(here) in nouns:
            return True
        if sentence.codes[here] == "o" and here > at and sentence.plain(here) != "of":
            return False
    return False


def _pair(sentence: Sentence, at: int, words: frozenset[str]) -> bool:
    for here in range(at + 1, min(at + _FAR, sentence.end)):
        if sentence.codes[here] in ";:VvGrT.":
            return False
        if sentence.plain(here) in words:
            return True
    return False


def _is_deemed(sentence: Sentence, at: int) -> bool:
    """It wrong to close ports; the plan a mistake."""
    codes = sentence.codes
    if sentence.plain(at) in _PRONOUNS:
        return codes[at + 1 : at + 2] == "a" and sentence.plain(at + 1) in _ARTICLES
    if sentence.plain(at) == "it":
        return any(sentence.plain(here) in {"to", "that"} for here in range(at + 1, min(at + 5, sentence.end)))
    if codes[at] != "a":
        return False
    for here in range(at + 2, min(at + _REACH, sentence.end - 1)):
        if codes[here] in _STOPS or codes[here] == "o":
            return False
        if codes[here] == "a" and sentence.plain(here) in {"a", "an"}:
            return True
    return False


_OBJECTS = (
    (_STANDS, _MEASURES),
    (_RECOGNISING, _MERITS),
    (_ANALYSING, _FINDINGS),
    (verbs.forms_of("assign, set, give"), _TASKS),
    (verbs.forms_of("require"), _REQUIRED),
)
_FITTING: tuple[tuple[frozenset[str], Callable[[Sentence, int], bool]], ...] = (
    (verbs.forms_of("agree"), _with_measure),
    (verbs.forms_of("offer, threaten, hope, volunteer, undertake"), _to_do),
    (
        verbs.forms_of("consider, deem, find, think, believe, feel, regard, call, term, label, brand, dub, pronounce"),
        _is_deemed,
    ),
    (frozenset({"wants"}), _wanted),
    (verbs.forms_of("list, name"), _listed),
    (verbs.forms_of("advise, counsel"), _counselled),
)
