"""Who is meant by "he", "the official" and "the comrade": whoever is being heard or talked of."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from search.extract import lexicon
from search.extract.floor import Floor, Heard, Hearing
from search.extract.gazetteer import LANDS
from search.extract.papers import author_of
from search.extract.people import Reference, Study
from search.extract.personal_names import is_vietnamese
from search.extract.roles import land_of
from search.extract.sources import Sentence, Source
from search.extract.title_words import CLASS_NOUN, LEVELS, NO_OFFICES, VAGUE
from search.model import Grade

STILL_SPEAKING = 2  # passages without a cue after which somebody still has the floor
_AFTER_STRANGERS = frozenset("VvcbA(,")
_DESCRIBED = 4  # units of a stranger's description
_SENTENCES_BACK = 6  # in which a stranger's name makes a pronoun unclear
_COUNTRIES = frozenset(land_of(word) for word in LANDS)
_ABROAD = _COUNTRIES - {"vietnam"}


def who_is_meant(sentence: Sentence, source: Source, hearing: Hearing, found: list[Heard]) -> Reference | None:
    """The person whom the words of a source mean; None where they name somebody already, or nobody who is known.

    `found` are those heard in the sentence before.
    """
    if source.pronoun:
        return _antecedent(sentence, source, [*hearing.heard, *found], hearing.floor)
    if source.person is not None:
        goes_on = bool(hearing.heard) and (
            _is_local_leader(sentence, source) or _is_title_of(hearing.heard[-1].person, sentence, source)
        )
        return _whoever_speaks(hearing, "") if goes_on else source.person
    if source.collective is not None:
        return author_of(sentence, source, hearing.floor)
    if _head_of_title(sentence, source) == CLASS_NOUN:
        return _official_meant(sentence, source, [*hearing.heard, *found], hearing.floor)
    if _is_vague(sentence, source) or _is_title_of(hearing.floor.speaker, sentence, source):
        person = _whoever_speaks(hearing, _head_of_title(sentence, source))
        return person if person is None or not _is_of_another_land(sentence, source, person) else None
    return None


def _official_meant(sentence: Sentence, source: Source, before: list[Heard], floor: Floor) -> Reference | None:
    """Whom "the comrade" means: as with a pronoun, but an official of either sex, not a farmer who was heard last."""
    person = _antecedent(sentence, source, before, floor)
    if person is None or (person.title is not None and person.title.role.head in NO_OFFICES):
        return None
    return replace(person, grade=Grade.ROLE)


def _is_vague(sentence: Sentence, source: Source) -> bool:
    """Whether the source is "the new leader", "the official": whoever is being heard."""
    role = sentence.study.reading.units[source.at].role
    if role is None or not role.definite or role.plural or role.head not in VAGUE:
        return False
    return role.of is None or role.of in _COUNTRIES


def _is_of_another_land(sentence: Sentence, source: Source, person: Reference) -> bool:
    """Whether "the Japanese diplomat" cannot be somebody with a Vietnamese name."""
    role = sentence.study.reading.units[source.at].role
    return role is not None and role.of in _ABROAD and is_vietnamese(person.name)


def _is_local_leader(sentence: Sentence, source: Source) -> bool:
    """Whether the source is "the city leader", which every leading official of the city is called when he goes on."""
    role = sentence.study.reading.units[source.at].role
    return role is not None and role.definite and not role.plural and role.head in VAGUE and role.of in LEVELS


def _is_title_of(speaker: Reference | None, sentence: Sentence, source: Source) -> bool:
    """Whether the source is a title that several have, and the one who is being heard is one of them."""
    role = sentence.study.reading.units[source.at].role
    title = speaker.title if speaker is not None else None
    if role is None or title is None or not role.definite:
        return False
    newcomer = _is_new(sentence, source) and role.of is None and not title.is_new
    return role.means(title.role) and not newcomer


def _is_new(sentence: Sentence, source: Source) -> bool:
    unit, plain = sentence.study.reading.units[source.at], sentence.study.reading.line.plain
    return "new" in plain[unit.first : unit.last]


def _head_of_title(sentence: Sentence, source: Source) -> str:
    """The head of the title that the source is."""
    role = sentence.study.reading.units[source.at].role
    return role.head if role is not None else ""


def _whoever_speaks(hearing: Hearing, head: str) -> Reference | None:
    """The person heard before, if nobody else is being talked of; for longer if the article gives him that title."""
    if hearing.heard:
        return hearing.heard[-1].person
    floor = hearing.floor
    same = floor.speaker is not None and floor.topic is not None and floor.speaker.name == floor.topic.name
    title = floor.speaker.title if floor.speaker is not None else None
    while_heard = STILL_SPEAKING if title is not None and title.role.head == head else 0
    person = floor.speaker if same and floor.bodies_since <= while_heard else None
    return replace(person, grade=Grade.ROLE) if person is not None else None


def _antecedent(sentence: Sentence, source: Source, before: list[Heard], floor: Floor) -> Reference | None:
    """Whom he or she means: whoever was heard before in the passage, is being talked of, or had the floor."""
    female = sentence.plain(source.at) in lexicon.FEMALE if source.pronoun else None
    if _stranger_before(sentence, source.at) or (before and is_unknown(sentence.study, before[-1])):
        return None
    at = sentence.subject
    nearest = sentence.study.people.get(at) if at is not None and at < source.at else None
    for candidate in (nearest, *(each.person for each in reversed(before)), floor.topic, floor.speaker, *floor.recent):
        if candidate is not None and (female is None or candidate.female in {None, female}):
            return candidate
    return None


def is_unknown(study: Study, heard: Heard) -> bool:
    """Whether an official is heard of whom nothing tells who that is: "the new Secretary pledged"."""
    role = study.reading.units[heard.source.at].role
    return heard.person is None and heard.source.collective is None and role is not None


def _stranger_before(sentence: Sentence, at: int) -> bool:
    """Whether somebody unknown is the subject of a sentence before the pronoun."""
    study = sentence.study
    codes, sentences = study.reading.codes, study.reading.sentences
    last = bisect_right(sentences, (at, 0))
    for begin, _ in sentences[max(0, last - _SENTENCES_BACK) : last]:
        name = begin + len(codes[begin : begin + _DESCRIBED]) - len(codes[begin : begin + _DESCRIBED].lstrip("axwWHR"))
        if (
            begin < at
            and codes[name : name + 1] == "M"
            and name not in study.people
            and codes[name + 1 : name + 2] in _AFTER_STRANGERS
        ):
            return True
    return False
