"""Who is who in one article: the persons it names in full, their titles, and what it calls them afterwards."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from search.extract.personal_names import is_vietnamese, other_short_forms, short_form
from search.extract.roles import Role, unranked
from search.extract.title_words import LEVELS
from search.names import name_key

_TITLES_MOST = 16  # of one person; a hostile text has more
_HOLDERS_MOST = 64  # of one title
_NAMESAKES_MOST = 16
_CLEARLY_MORE = 2  # times as often named, for a name that several share
PARTICLES = frozenset("van von de der del della di da dos du la le el al bin ben ibn st".split())
NAMES_AFTER_HONORIFICS = frozenset({"sheikh"})
_LEADING = frozenset({"secretary", "head", "leader"})
_HEADS = frozenset({"head", "leader"})


@dataclass(frozen=True, slots=True)
class Title:
    """A title that a passage ties to a person: where, and the words; `given` if it tells how he came by it."""

    role: Role
    ordinal: int
    words: str
    given: bool = False

    @property
    def is_new(self) -> bool:
        """Whether whoever has it can be called "the new Secretary"."""
        return self.given or "new" in self.words.lower().split()


@dataclass(slots=True)
class Person:
    """A person of the article. `ordinals` are the passages with the full name; `female` is None where nothing tells."""

    name: str
    short: str
    titles: list[Title] = field(default_factory=list)
    ordinals: list[int] = field(default_factory=list)
    female: bool | None = None

    def last_before(self, ordinal: int) -> int:
        """The last passage up to `ordinal` that names the person; -1 where none does."""
        at = bisect_right(self.ordinals, ordinal)
        return self.ordinals[at - 1] if at else -1


@dataclass(slots=True)
class Cast:
    """The persons of an article: by the key of their name, by what they are called for short, and by title.

    `lower` are the words the article also writes with a small letter.
    """

    lower: frozenset[str] = frozenset()
    persons: dict[str, Person] = field(default_factory=dict)
    called: dict[str, list[Person]] = field(default_factory=dict)
    titled: dict[str, list[tuple[Person, Title]]] = field(default_factory=dict)
    families: dict[str, list[Person]] = field(default_factory=dict)

    def named(self, name: str) -> Person | None:
        """The person with this full name, in any order of its parts."""
        person = self.persons.get(key_of(name))
        parts = name_key(name).split()
        if person is None and parts[0] in NAMES_AFTER_HONORIFICS and len(self.called.get(parts[-1], [])) == 1:
            return self.called[parts[-1]][0]  # Sheikh Mohammed, for Mohammed bin Rashid
        if person is None and len(parts) > 1:
            person = self._end_of(parts) if is_vietnamese(name) else self._longer(parts)
        return person

    def _end_of(self, parts: list[str]) -> Person | None:
        """The only person whose longer Vietnamese name ends so: Tu Anh for Trinh Thi Tu Anh."""
        found = [
            person
            for person in self.called.get(parts[-1], [])
            if len(person.name.split()) > len(parts) and name_key(person.name).split()[-len(parts) :] == parts
        ]
        return found[0] if len(found) == 1 and len(self.called[parts[-1]]) == 1 else None

    def _longer(self, parts: list[str]) -> Person | None:
        """The only person of whose full name these are parts: Van Dorn, Morales Ojeda, Samia Hassan."""
        found = []
        for person in self.called.get(parts[-1], []):
            full = name_key(person.name).split()
            if len(full) > len(parts) and (
                full[-len(parts) :] == parts or [full[0], *full[-len(parts) + 1 :]] == parts
            ):
                found.append(person)
        return found[0] if len(found) == 1 else None

    def short(self, word: str, ordinal: int, *, female: bool | None = None) -> Person | None:
        """The person called by this one word; of several the one named last before, and none if that is not clear."""
        found = self.called.get(name_key(word), [])
        if len(found) > 1 and female is not None:
            found = [person for person in found if person.female in {None, female}] or found
        if len(found) <= 1:
            return found[0] if found else None
        recent = sorted(found, key=lambda person: -person.last_before(ordinal))
        if recent[0].last_before(ordinal) > recent[1].last_before(ordinal):
            return recent[0]
        often = sorted(found, key=lambda person: -len(person.ordinals))
        return often[0] if len(often[0].ordinals) > _CLEARLY_MORE * len(often[1].ordinals) else None

    def of_family(self, word: str) -> Person | None:
        """The only person of a Vietnamese name that begins with this family name, as foreign news may call them."""
        found = [person for person in self.families.get(name_key(word), []) if is_vietnamese(person.name)]
        return found[0] if len(found) == 1 else None

    def holder(self, role: Role, ordinal: int) -> tuple[Person, Title] | None:
        """The person whom the article ties to this title, and where: the last one named before, else the one after.

        None where two persons have the title and nothing tells which of them is meant.
        """
        found = [(p, t) for p, t in self.titled.get(unranked(role.head), []) if role.means(t.role)] + self._secretaries(
            role
        )
        if not found:
            return None

        def rank(pair: tuple[Person, Title]) -> tuple[bool, bool, int]:
            same, told = pair[1].role.of == role.of, pair[1].role.of is not None and pair[1].role.body is None
            return same, told and role.of is not None, pair[0].last_before(ordinal)

        best = max(found, key=rank)
        rivals = {id(person) for person, title in found if rank((person, title)) == rank(best)}
        return best if len(rivals) == 1 else None

    def leader(self, role: Role) -> tuple[Person, Title] | None:
        """The only person with any title of this country or body: "the Lao leader"."""
        if role.of is None:
            return None
        found = {
            person.name: (person, title)
            for holders in self.titled.values()
            for person, title in holders
            if (_is_within(title.role, role.of) or _is_of_level(role, title.role)) and not title.role.former
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _secretaries(self, role: Role) -> list[tuple[Person, Title]]:
        """The head of a Party Committee is its secretary."""
        if role.head not in _HEADS or not (role.of or "").endswith("Party Committee"):
            return []
        return [(p, t) for p, t in self.titled.get("secretary", []) if t.role.of == role.of and not t.role.former]

    def enter(self, name: str, short: str | None = None) -> Person:
        """The person of this name, who is entered if the article has not named them before."""
        person = self.named(name)
        if person is None:
            person = Person(name, short or short_form(name))
            self.persons[key_of(name)] = person
            family = self.families.setdefault(name_key(name).split()[0], [])
            if len(family) < _NAMESAKES_MOST:
                family.append(person)
            for word in dict.fromkeys(name_key(each) for each in (person.short, *other_short_forms(name))):
                namesakes = self.called.setdefault(word, [])
                if len(namesakes) < _NAMESAKES_MOST:
                    namesakes.append(person)
        return person

    def call(self, name: str, word: str) -> None:
        """Know the person of this full name by one word more, which is nobody else's."""
        person = self.named(name)
        if person is not None:
            self.called[word] = [person]

    def entitle(self, person: Person, title: Title) -> None:
        """Tie a title to a person; the first place of the same title is kept."""
        if len(person.titles) >= _TITLES_MOST or any(known.role == title.role for known in person.titles):
            return
        person.titles.append(title)
        holders = self.titled.setdefault(unranked(title.role.head), [])
        if len(holders) < _HOLDERS_MOST:
            holders.append((person, title))


def _is_within(title: Role, body: str) -> bool:
    """Whether the title is of the body or of a part of it: the United Nations Mission."""
    return title.of == body or (title.of or "").startswith(f"{body} ")


def _is_of_level(role: Role, title: Role) -> bool:
    """Whether "the provincial leader" can mean the secretary of the Provincial Party Committee."""
    of = (title.of or "").lower()
    return role.of in LEVELS and title.head in _LEADING and of.endswith("party committee") and role.of in of


def key_of(name: str) -> str:
    """What the spellings of one name have in common: its parts in any order, initials aside."""
    parts = [part for part in name_key(name).split() if not (len(part) == len("J.") and part.endswith("."))]
    return " ".join(sorted(parts))
