"""Letters and other papers whose author the article names: what "the letter" says later is the author's word.

A report is its own source, whoever presents it.
"""

from __future__ import annotations

from search.extract.floor import Floor, Heard
from search.extract.people import Reference
from search.extract.reported import Reported
from search.extract.sources import PERSONAL, Sentence, Source
from search.model import Collective

_PAPERS = frozenset(
    "letter message dispatch telegram article statement post op-ed editorial essay directive memo note".split()
)
# What is done with a paper by whoever says what it says.
SENDING = frozenset(
    "signed signs issued issues sent sends promulgated wrote writes written penned pens published publishes released "
    "releases posted posts dispatched circulated marked addressed".split()
)
_WITHIN = 9  # units between the verb and the paper
_DESCRIPTION = 3  # units between "X's" and the paper
_NEW = frozenset({"a", "an", "another"})
_KNOWN = frozenset({"the", "this", "his", "her", "'s"})
_FROM = frozenset({"from", "by"})
_READING = frozenset("reads read counts counted lists listed runs".split())
_ENDING = frozenset("ends ended concludes concluded closes closed opens opened begins began".split())
_AFTER_ENDING = frozenset({"with", "by", ":", ".", ","})
_SAYING = frozenset("VvG")


def learn_papers(sentence: Sentence, found: list[Heard], floor: Floor) -> None:
    """Remember in `floor` whose the papers of a sentence are; a new one of nobody makes an older one unclear."""
    for at in range(sentence.begin, sentence.end):
        if sentence.codes[at] == "K" and sentence.plain(at) in _PAPERS:
            author = _author(sentence, at, found)
            if author is not None:
                floor.papers[sentence.plain(at)] = author
            elif sentence.plain(_article(sentence, at)) in _NEW:
                floor.papers.pop(sentence.plain(at), None)


def author_of(sentence: Sentence, source: Source, floor: Floor) -> Reference | None:
    """Who wrote the paper that is a source, if it is one that was named before."""
    if source.collective is not Collective.REPORT or sentence.codes[source.at] != "K":
        return None
    article = _article(sentence, source.at)
    if sentence.codes[article] == "S" and article > sentence.begin:
        return sentence.study.people.get(article - 1)  # the President's letter
    known = sentence.plain(article) in _KNOWN
    return floor.papers.get(sentence.plain(source.at)) if known else None


def paper_reads(sentence: Sentence, at: int) -> Reported | None:
    """“…,” the letter reads; the letter ends with …."""
    if sentence.codes[at] != "K" or at + 1 >= sentence.end:
        return None
    verb = at + 1 + (sentence.codes[at + 1] == "A")
    word = sentence.plain(verb) if verb < sentence.end else ""
    after = sentence.plain(verb + 1) if verb + 1 < sentence.end else "."
    if word not in _READING and not (word in _ENDING and (after in _AFTER_ENDING or sentence.codes[verb + 1] == "Q")):
        return None
    source = Source(at, at, at + 1, collective=Collective.REPORT)
    if verb + 1 >= sentence.end or after == ".":
        return Reported("paper-reads", source, (sentence.begin, at))
    return Reported("paper-reads", source, (verb + 1, sentence.end))


def _article(sentence: Sentence, at: int) -> int:
    """The unit of the article or possessive before a paper, adjectives between."""
    here = at - 1
    while here > sentence.begin and at - here <= _DESCRIPTION and sentence.codes[here] in "xwA#":
        here -= 1
    return max(here, sentence.begin)


def _author(sentence: Sentence, at: int, found: list[Heard]) -> Reference | None:
    """Whose the paper named at unit `at` is, as far as its sentence tells."""
    people, codes = sentence.study.people, sentence.codes
    article = _article(sentence, at)
    if codes[article] == "S" and article > sentence.begin:
        return people.get(article - 1)  # X's letter
    if at + 1 < sentence.end and sentence.plain(at + 1) in _FROM:
        return _named_after(sentence, at + 2)
    heard = next((each.person for each in found if each.person is not None), None)
    preposition = article - 1 if codes[article] == "a" else article
    if preposition >= sentence.begin and sentence.plain(preposition) == "in":
        return heard  # in the letter, X said; X wrote in an article
    subject = sentence.subject
    if subject is None or subject >= at:
        return None
    sent = any(sentence.plain(here) in SENDING for here in range(max(subject + 1, at - _WITHIN), at))
    return people.get(subject) if sent and codes[subject] in PERSONAL else None


def _named_after(sentence: Sentence, at: int) -> Reference | None:
    """The first person named from unit `at` on, titles read over."""
    for here in range(at, min(at + _DESCRIPTION, sentence.end)):
        if here in sentence.study.people:
            return sentence.study.people[here]
        if sentence.codes[here] not in "RHa":
            break
    return None
